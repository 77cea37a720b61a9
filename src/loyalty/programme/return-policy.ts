/** What becomes of points when an order is given back. */
export interface ReturnPolicy {
  /**
   * What happens where points that were earned are spent already: the member owes them and the next points pay the debt
   * (`deficit`), or the rest is let go (`clamp`), which is recorded.
   */
  readonly shortfall: "deficit" | "clamp";
  /** What happens to points that come back to a lot that has expired: they are gone, or last so many days more. */
  readonly expired:
    | {
        /** Tells the policy from others. */
        readonly kind: "forfeit";
      }
    | {
        /** Tells the policy from others. */
        readonly kind: "grace";
        /** Whole days, at least 1, through the last. */
        readonly days: number;
      };
}
