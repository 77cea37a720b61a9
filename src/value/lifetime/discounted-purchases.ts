import type { Trace } from "../../shared/reason.js";
import type { BuyingModel } from "../buying/buying-model.js";
import { expectedPurchases } from "../buying/expected-purchases.js";
import type { PurchaseHistory } from "../buying/purchase-history.js";
import { residualTransactions } from "../buying/residual-transactions.js";
import type { ValueHorizon } from "../economics/value-horizon.js";

/** Rate, its period, and how long to look ahead; checked. @internal */
export interface DiscountTerms {
  readonly rate: number;
  readonly period: number;
  readonly horizon: ValueHorizon;
}

/** Discounted purchases to come, and their parts by period where there is a horizon. @internal */
export function discountedPurchases(
  model: BuyingModel,
  history: PurchaseHistory,
  { rate, period, horizon }: DiscountTerms,
): { readonly purchases: number; readonly parts: readonly Trace[] } {
  if (horizon === "infinite") {
    const rateContinuous = Math.log1p(rate) / period;
    return { purchases: residualTransactions(model, history, { rateContinuous }), parts: [] };
  }
  const parts: Trace[] = [];
  let sum = 0;
  let before = 0;
  for (let k = 1; k <= horizon.periods; k += 1) {
    const until = expectedPurchases(model, history, { within: k * period });
    // Rounding must not let a quiet period take purchases back.
    const purchases = Math.max(0, until - before);
    const value = purchases / (1 + rate) ** k;
    sum += value;
    before = until;
    parts.push({ code: "discounted-purchases-of-period", value, params: { period: k, purchases } });
  }
  return { purchases: sum, parts };
}
