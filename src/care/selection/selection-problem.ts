/** So much of a resource. @internal */
export interface SelectionUse {
  /** The place of the resource in its list. */
  readonly resource: number;
  /** How much, 0 or more. */
  readonly amount: number;
}

/** One way to answer an occasion: an action on a day. @internal */
export interface SelectionOption {
  /** The effect expected, 0 or more; an option of no effect is never taken. */
  readonly effect: number;
  /** The days it counts on for the spacing of contacts, as day numbers; absent where it is no contact. */
  readonly days?: readonly number[];
  /** What it takes of the customer's own limits. */
  readonly own: readonly SelectionUse[];
  /** What it takes of the limits all customers share. */
  readonly shared: readonly SelectionUse[];
}

/** One customer: of each slot (an occasion) at most one option may be taken. @internal */
export interface SelectionCustomer {
  /** The options by slot, slots and options in the order in which ties are broken. */
  readonly slots: readonly (readonly SelectionOption[])[];
  /** How much is left of each of the customer's own limits. */
  readonly own: readonly number[];
  /** Two options with days fewer apart than this exclude each other; 0 or absent: none do. */
  readonly spacingDays?: number;
  /** Days of contacts already made, which count for the spacing. */
  readonly pastDays?: readonly number[];
  /**
   * Lists of options among whose are some of `slots`: other customers have these very lists, too, with the same `own`
   * and `spacingDays` and no past days that count, so that what is found about them is remembered. None when absent.
   */
  readonly recurring?: ReadonlySet<readonly SelectionOption[]>;
}

/** Why no option of a slot was taken. @internal */
export type SelectionObstacle =
  | {
      readonly code: "own" | "shared";
      readonly resource: number;
      readonly left: number;
      readonly needed: number;
    }
  | { readonly code: "spacing"; readonly day: number; readonly otherDay: number }
  | { readonly code: "less-effect" };

/** Which options are taken. @internal */
export interface Selection {
  /** By customer, then by slot: the place of the option taken, or -1. Read it with `takenOf`. */
  readonly taken: Int16Array;
  /** By customer: where its first slot is in `taken`; and, last, where they end. */
  readonly firstSlot: Uint32Array;
  /** How much of each shared resource is used. */
  readonly used: readonly number[];
  /** How much of each shared resource is left. */
  readonly left: readonly number[];
  /** The effect of what is taken. */
  readonly effect: number;
  /** No choice has more. */
  readonly effectAtMost: number;
  /** Whether this is proven to be the best. */
  readonly exact: boolean;
}

/** The option taken of each slot of the customer at that place, or -1. @internal */
export function takenOf({ taken, firstSlot }: Selection, customer: number): Int16Array {
  return taken.subarray(firstSlot[customer], firstSlot[customer + 1]);
}
