/**
 * From when points can be spent: at once; so many days after they were earned, from the start of that day in the
 * programme's zone; or once something has been confirmed, such as `delivery` or `stay`.
 */
export type ActivationRule =
  | {
      /** Tells the rule from others. */
      readonly kind: "at-once";
    }
  | {
      /** Tells the rule from others. */
      readonly kind: "after-days";
      /** Whole days, at least 1. */
      readonly days: number;
    }
  | {
      /** Tells the rule from others. */
      readonly kind: "on-confirmation";
      /** The action that confirms. */
      readonly action: string;
    };
