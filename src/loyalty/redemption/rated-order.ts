import { orderedValue } from "../../shared/ordered-map.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { isReturnedWhole } from "../ledger/returned-whole.js";

/**
 * Why what points pay of an order cannot change any more: it is recorded, and was rated by what points had paid till
 * then; undefined where it is not, has come back in whole, or earns the same either way.
 */
export function ratedRefusal(
  { state, options }: Decision,
  order: string,
): LoyaltyRefusal | undefined {
  if (options.programme.earningPolicy.paidByPoints === "earns") return undefined;
  const found = orderedValue(state.orders, order);
  if (found === undefined || isReturnedWhole(found)) return undefined;
  return { code: "not-possible-now", what: "order", state: "recorded" };
}
