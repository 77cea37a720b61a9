import type { Reason } from "../../shared/reason.js";
import type { Purchase } from "./purchase.js";

/** A row that does not fit the others, handed back whole. */
export interface PurchaseFinding {
  /** Position among the rows given, from 0. */
  readonly index: number;
  /** The row. */
  readonly purchase: Purchase;
  /** What is wrong with it; never empty. */
  readonly reasons: readonly Reason[];
}
