/** From when on purchases are repeated, and statements carry a level of loyalty. */
export interface LoyaltyAttachmentPolicy {
  /** Repurchases at least, beyond the first purchase, that make purchases repeated; an integer of at least 1. */
  readonly repurchases: number;
  /** Satisfying experiences in a row, the last ones, that make satisfaction repeated; an integer of at least 2. */
  readonly satisfactions: number;
  /** Obstacles at least that were overcome for loyalty in action; an integer of at least 1. */
  readonly obstacles: number;
}

/**
 * Three repurchases, two satisfying experiences in a row, one obstacle overcome.
 *
 * @remarks Rule LOY-1 asks for at least 3 repurchases. That satisfaction has to be repeated, and that loyalty in
 * action overcomes obstacles, is in Oliver (1999, "Whence Consumer Loyalty?", Journal of Marketing 63, special issue,
 * 33-44); he gives no numbers: 2 and 1 are the fewest that the words allow. Put in what is customary in your trade.
 */
export const DEFAULT_LOYALTY_ATTACHMENT_POLICY: LoyaltyAttachmentPolicy = {
  repurchases: 3,
  satisfactions: 2,
  obstacles: 1,
};
