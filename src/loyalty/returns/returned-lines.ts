import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { ReturnLine } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { RecordedLine } from "../ledger/earning-event.js";
import type { OrderRecord } from "../ledger/loyalty-state.js";
import { numberFault } from "../decision/field-fault.js";
import { convertedAmount } from "./converted-amount.js";

/** What comes back of a line by one return. */
export interface LineComingBack {
  /** The line. */
  readonly line: string;
  /** Units. */
  readonly quantity: number;
  /** Minor units of the programme's currency. */
  readonly amount: number;
  /**
   * What the host said is paid back, in minor units of the order's currency; absent where it was not said, or needs no
   * rate.
   */
  readonly stated?: number;
}

/**
 * What of an order comes back: units and amounts, the latter at the order's recorded rate, never above what is left of
 * the line. All that is left where no lines are named.
 */
export function returnedLines(
  order: OrderRecord,
  lines: readonly ReturnLine[] | undefined,
  { currency }: { readonly currency: string },
): Result<readonly LineComingBack[], LoyaltyRefusal> {
  if (lines === undefined) {
    const all = order.lines.map((line) => ({ line: line.id, ...leftOf(order, line) }));
    const left = all.filter(({ quantity, amount }) => quantity > 0 || amount > 0);
    if (left.length > 0) return ok(left);
    return {
      ok: false,
      error: { code: "not-possible-now", what: "order", state: "returned" },
    };
  }
  if (lines.length === 0) {
    const mustBe = "at least one line, or absent for all";
    return { ok: false, error: { code: "invalid-field", field: "lines", mustBe, got: "none" } };
  }
  const found: LineComingBack[] = [];
  for (const [index, wanted] of lines.entries()) {
    const field = `lines[${String(index)}]`;
    const line = order.lines.find(({ id }) => id === wanted.line);
    if (line === undefined) return { ok: false, error: unknownLine(wanted.line) };
    if (found.some((one) => one.line === wanted.line)) {
      const mustBe = "a line that stands once";
      const place = { field: `${field}.line`, mustBe, got: wanted.line };
      return { ok: false, error: { code: "invalid-field", ...place } };
    }
    const back = comingBack({ order, line, field, currency }, wanted);
    if (!back.ok) return back;
    found.push(back.value);
  }
  return ok(found);
}

interface LinePlace {
  readonly order: OrderRecord;
  readonly line: RecordedLine;
  readonly field: string;
  readonly currency: string;
}

function comingBack(
  { order, line, field, currency }: LinePlace,
  { quantity, amount }: ReturnLine,
): Result<LineComingBack, LoyaltyRefusal> {
  const place = `${field}.quantity`;
  const fault =
    numberFault(place, quantity, { least: amount === undefined ? 1 : 0 }) ??
    (amount === undefined
      ? undefined
      : numberFault(`${field}.amount.amount`, amount.amount, { least: quantity === 0 ? 1 : 0 }));
  if (fault !== undefined) return { ok: false, error: fault };
  const left = leftOf(order, line);
  if (quantity > left.quantity) {
    return { ok: false, error: moreThanLeft(place, { left: left.quantity, asked: quantity }) };
  }
  if (amount === undefined) {
    const share = (BigInt(left.amount) * BigInt(quantity)) / BigInt(left.quantity);
    return ok({ line: line.id, quantity, amount: Number(share) });
  }
  const expected = order.rate?.currency ?? currency;
  if (amount.currency !== expected) {
    return { ok: false, error: { code: "no-rate", from: amount.currency, to: expected } };
  }
  const stated = order.returned?.[line.id]?.stated ?? 0;
  const asked = convertedStep(order, { from: stated, by: amount.amount });
  // Where units came back in proportion before, rounding may ask for one minor unit that is not there.
  const tolerated = order.rate === undefined ? 0 : 1;
  if (asked > left.amount + tolerated) {
    return { ok: false, error: moreThanLeft(`${field}.amount`, { left: left.amount, asked }) };
  }
  const back = { line: line.id, quantity, amount: Math.min(asked, left.amount) };
  return ok(order.rate === undefined ? back : { ...back, stated: amount.amount });
}

/** Converts the sum before and after, so that parts sum to what the whole was converted to. */
function convertedStep(
  { rate }: OrderRecord,
  { from, by }: { readonly from: number; readonly by: number },
): number {
  return rate === undefined ? by : convertedAmount(from + by, rate) - convertedAmount(from, rate);
}

function leftOf(
  { returned }: OrderRecord,
  line: RecordedLine,
): { readonly quantity: number; readonly amount: number } {
  const before = returned?.[line.id];
  return {
    quantity: line.quantity - (before?.quantity ?? 0),
    amount: line.amount - (before?.amount ?? 0),
  };
}

function unknownLine(id: string): LoyaltyRefusal {
  return { code: "unknown", what: "line", id };
}

function moreThanLeft(
  what: string,
  numbers: { readonly left: number; readonly asked: number },
): LoyaltyRefusal {
  return { code: "more-than-left", what, ...numbers };
}
