// An order's amounts in the programme's currency. Internal: not part of the package's surface.

import { divideRounded } from "../../shared/money/division.js";
import { orderedEntries } from "../../shared/ordered-map.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { LoyaltyOrder } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { OrderRate } from "../ledger/earning-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { redemptionsOfOrder, stillInUse } from "../redemption/order-redemptions.js";
import { invalidField } from "./earning-fields.js";
import type { EarningLine } from "./earning-occasion.js";

/** The lines of an order in the programme's currency, and the rate where one was needed. */
export interface NormalisedOrder {
  /** The lines. */
  readonly lines: readonly EarningLine[];
  /** The rate. */
  readonly rate?: OrderRate;
}

/** Converts each line exactly by the order's own rate, and rounds it once, a tie to the even neighbour. */
export function normalisedOrder(
  order: LoyaltyOrder,
  { currency: to }: Pick<LoyaltyProgramme, "currency">,
): Result<NormalisedOrder, LoyaltyRefusal> {
  const from = order.lines[0]!.amount.currency;
  const { rate } = order;
  if (from === to) {
    if (rate !== undefined && rate.numerator !== rate.denominator) {
      const got = `${String(rate.numerator)}/${String(rate.denominator)}`;
      return { ok: false, error: invalidField("order.rate", `absent or 1 for ${to}`, got) };
    }
    const lines = order.lines.map((line) => ({ ...line, amount: line.amount.amount }));
    return ok({ lines });
  }
  if (rate === undefined) return { ok: false, error: { code: "no-rate", from, to } };
  const up = BigInt(rate.numerator);
  const down = BigInt(rate.denominator);
  let total = 0;
  const lines = order.lines.map((line) => {
    const exact = BigInt(line.amount.amount) * up;
    const amount = Number(divideRounded(exact, down, "half-even"));
    total += amount;
    return { ...line, amount };
  });
  if (!Number.isSafeInteger(total)) {
    const mustBe = `at most 2^53 - 1 minor units of ${to} together`;
    return { ok: false, error: invalidField("order.lines", mustBe, total) };
  }
  const { numerator, denominator } = rate;
  return ok({ lines, rate: { currency: from, numerator, denominator } });
}

/**
 * What points have paid of an order, or are set aside to pay, and what vouchers bought with points have paid of it, in
 * minor units of the programme's currency; less what returns gave back.
 */
export function amountPaidByPoints(state: LoyaltyState, order: string): number {
  let paid = 0;
  for (const record of redemptionsOfOrder(state, order)) {
    const { use, amount = 0 } = record.redemption;
    if (use === "payment") paid += stillInUse(record, amount);
  }
  for (const [, { uses = [] }] of orderedEntries(state.vouchers)) {
    for (const one of uses) if (one.order === order) paid += one.amount;
  }
  return paid;
}
