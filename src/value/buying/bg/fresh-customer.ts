import type { PurchaseHistory } from "../purchase-history.js";
import type { BgParameters } from "./bg-model.js";

/**
 * A customer who is alive now: buys at a rate of their own and may leave after each purchase from the next one on.
 *
 * What is known of the customer makes the parameters; from here on the past plays no part. BG/NBD and MBG/NBD differ
 * only in the chances to leave that the customer has let pass.
 *
 * @internal
 */
export interface FreshCustomer {
  /** Shape of the purchase rate. */
  readonly shape: number;
  /** Scale of the purchase rate, in units of time. */
  readonly scale: number;
  /** First shape of the chance to leave. */
  readonly leaves: number;
  /** Second shape of the chance to leave. */
  readonly stays: number;
}

/** The customer alive after a history; `chances` to leave have been let pass. @internal */
export function freshCustomer(
  { r, alpha, a, b }: BgParameters,
  { frequency, age }: PurchaseHistory,
  { chances }: { readonly chances: number },
): FreshCustomer {
  return { shape: r + frequency, scale: alpha + age, leaves: a, stays: b + chances };
}
