import type { Money } from "../../shared/money/money.js";

/** Something granted to the customer who complained. */
export interface ComplaintRemedy {
  /** What kind, in the firm's own words: `apology`, `refund`, `replacement`, `credit`. */
  readonly kind: string;
  /** What it is worth, not below 0; absent where it costs nothing, as an apology. */
  readonly amount?: Money;
}
