/** How often a complaint may change hands. */
export interface ComplaintPolicy {
  /** How often it may be handed to somebody else of the same level; whole, at least 0. Beyond it, it only goes up. */
  readonly maxHandOffs: number;
}

/**
 * One hand-off at most: who was given it by mistake may hand it on, and nobody after that.
 *
 * @remarks SRV-2 asks that the customer is never passed round, without a number; 1 is this library's.
 */
export const DEFAULT_COMPLAINT_POLICY: ComplaintPolicy = { maxHandOffs: 1 };
