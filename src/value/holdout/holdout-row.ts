import type { PurchaseHistory } from "../buying/purchase-history.js";
import type { HoldoutPurchases } from "../purchase/purchase-summary.js";

/** A customer's history and what came after; a purchase summary made with a holdout is one. */
export interface HoldoutRow extends PurchaseHistory {
  /** How many purchases came after, and in how long a time, above 0; a row without it is refused. */
  readonly holdout?: Pick<HoldoutPurchases, "frequency" | "length">;
}
