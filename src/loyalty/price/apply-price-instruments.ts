import type { Reason } from "../../shared/reason.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { Basket } from "./price-basket.js";
import { requirePricing } from "./price-check.js";
import { totalAmountOf } from "./price-draft.js";
import type { AmountByLine, DraftLine } from "./price-draft.js";
import { ineligibility, linesFor } from "./price-eligibility.js";
import type { PriceInstrument } from "./price-instrument.js";
import { withinLimits } from "./price-limit.js";
import type { PriceOptions } from "./price-options.js";
import { priceTrace } from "./price-trace.js";
import { leftForCustomer } from "./price-use.js";
import { wantedBy } from "./price-wanted.js";
import type { AppliedInstrument, InstrumentNotApplied, PricedBasket } from "./priced-basket.js";

/**
 * What does this customer pay for this basket, by which special prices, and why not by others (LOY-4)?
 *
 * Instruments apply one after another, lower `order` first, of equals by id, refunds last; each to what those before
 * it have left: 10 percent twice is 19 percent. What one gives for several lines together is computed exactly, rounded
 * once (a tie to the even neighbour) and spread over them by largest remainder, so that lines always sum to the total.
 * An amount that a line has no room for goes to the other lines of the instrument; a share does not. A competitor's
 * price is matched down to the minor unit. A bundle takes its units from the lines in order, as many bundles as there
 * are, and its price is split over them by what they cost alone. Limits take down what an instrument gives, in
 * proportion; no line is ever sold below 0. An exclusive instrument takes only lines that nothing has changed, and
 * nothing changes the lines it did change. What is asked for and unknown, such as the tier, does not apply, and the
 * reason says so.
 *
 * @param basket - The lines at list price.
 * @param instruments - The special prices, in any order.
 * @param options - When, the zone, the customer, competitors' prices, and what was used so far.
 * @returns Final lines and total, refunds due, what was applied and what not and why, and a trace that sums.
 * @throws RangeError where a number is out of its range or an id stands twice.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { applyPriceInstruments } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const priced = applyPriceInstruments(
 *   {
 *     currency: "EUR",
 *     lines: ["tea", "cup", "pot"].map((product) => ({ id: product, product, quantity: 1, amount: 1000 })),
 *   },
 *   [
 *     {
 *       ...{ id: "gold", form: "discount", off: { amount: 500 } },
 *       eligibility: { tiers: ["gold"] },
 *     },
 *   ],
 *   {
 *     ...{ asOf: instant("2026-02-13T09:30:00Z"), zone: timeZone("Europe/Berlin") },
 *     customer: { id: customerId("C-17"), tier: "gold" },
 *   },
 * );
 * priced.lines.map(({ amount }) => amount); // => [833, 833, 834]
 * priced.total; // => { amount: 2500, currency: "EUR" }
 * ```
 */
export function applyPriceInstruments(
  basket: Basket,
  instruments: readonly PriceInstrument[],
  options: PriceOptions,
): PricedBasket {
  requirePricing(basket, instruments, options);
  const { currency } = basket;
  const day = plainDateAt(options.asOf, options.zone);
  const draft = basket.lines.map((line): DraftLine => ({
    ...{ line, amount: line.amount, refund: 0, reductions: [], refunds: [], isTaken: false },
  }));
  const applied: AppliedInstrument[] = [];
  const notApplied: InstrumentNotApplied[] = [];
  for (const instrument of inOrder(instruments)) {
    const { amounts, wanted, reasons } = attempt(instrument, { basket, draft, options, day });
    const [id, granted] = [instrument.id, totalAmountOf(amounts)];
    if (granted === 0) notApplied.push({ instrument: id, reasons });
    else {
      write(draft, { instrument, amounts });
      applied.push({ instrument: id, form: instrument.form, wanted, granted, heldBack: reasons });
    }
  }
  const lines = draft.map(({ line, amount, refund, reductions, refunds }) => ({
    ...{ id: line.id, listAmount: line.amount, amount, refund, reductions, refunds },
  }));
  const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  return {
    lines,
    listTotal: { amount: totalAmountOf(basket.lines.map(({ amount }) => amount)), currency },
    total: { amount: totalAmountOf(lines.map(({ amount }) => amount)), currency },
    refunds: applied.flatMap(({ instrument: id, granted }) => {
      const instrument = byId.get(id);
      if (instrument?.form !== "refund") return [];
      const dueOn = addDays(day, instrument.afterDays);
      return [{ instrument: id, amount: { amount: granted, currency }, dueOn }];
    }),
    applied,
    notApplied,
    uses: applied.map(({ instrument, granted }) => ({
      ...{ instrument, customer: options.customer.id, at: options.asOf },
      amount: { amount: granted, currency },
    })),
    trace: priceTrace(lines, applied),
  };
}

function inOrder(instruments: readonly PriceInstrument[]): readonly PriceInstrument[] {
  const late = ({ form }: PriceInstrument): number => (form === "refund" ? 1 : 0);
  return instruments.toSorted(
    (a, b) => late(a) - late(b) || (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1),
  );
}

/** What an instrument gives, by line, and what stands against the whole or a part of it. */
function attempt(
  instrument: PriceInstrument,
  {
    basket,
    draft,
    options,
    day,
  }: {
    readonly basket: Basket;
    readonly draft: readonly DraftLine[];
    readonly options: PriceOptions;
    readonly day: PlainDate;
  },
): {
  readonly amounts: AmountByLine;
  readonly wanted: number;
  readonly reasons: readonly Reason[];
} {
  const { eligibility = {}, limit } = instrument;
  const { currency } = basket;
  const listTotal = totalAmountOf(basket.lines.map(({ amount }) => amount));
  const { open, reasons: lineReasons } = linesFor(instrument, draft);
  const { left, reasons: useReasons } = leftForCustomer(instrument, { options, day, currency });
  const reasons = [
    ...ineligibility(eligibility, { customer: options.customer, day, listTotal }),
    ...lineReasons,
    ...useReasons,
  ];
  if (reasons.length > 0) return { amounts: [], wanted: 0, reasons };
  const wanted = wantedBy(instrument, { basket, draft, open, options, day });
  if (wanted.reasons.length > 0) return { amounts: [], wanted: 0, reasons: wanted.reasons };
  const within = withinLimits(wanted, { draft, limit, customerLeft: left, currency });
  return {
    amounts: within.amounts,
    wanted: totalAmountOf(wanted.amounts),
    reasons: within.heldBack,
  };
}

/** Takes what an instrument gives from the lines, or notes what will come back. */
function write(
  draft: readonly DraftLine[],
  {
    instrument: { id, form, exclusive },
    amounts,
  }: { readonly instrument: PriceInstrument; readonly amounts: AmountByLine },
): void {
  for (const [index, amount] of amounts.entries()) {
    if (amount === 0) continue;
    const line = draft[index]!;
    if (form === "refund") {
      line.refund += amount;
      line.refunds.push({ instrument: id, amount });
    } else {
      line.amount -= amount;
      line.reductions.push({ instrument: id, amount });
    }
    line.isTaken ||= exclusive === true;
  }
}
