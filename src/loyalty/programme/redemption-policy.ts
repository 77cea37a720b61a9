import type { Ratio } from "../../shared/money/ratio.js";

/** How points pay. */
export interface RedemptionPolicy {
  /** The kinds of points that pay; their lots are burned together, by priority, expiry and age. */
  readonly kinds: readonly string[];
  /** Paying an order or taking cashback: so many points for so much money, in whole blocks. */
  readonly payment?: {
    /** Points a block, an integer of at least 1. */
    readonly points: number;
    /** Minor units of the programme's currency a block, an integer of at least 1. */
    readonly amount: number;
  };
  /** Points at least that one payment takes; 0 when absent. */
  readonly minimumPoints?: number;
  /** The share of an order that may be paid by points, from above 0 to 1; all of it when absent. */
  readonly orderShare?: Ratio;
  /** Minutes after which a reservation that was neither committed nor released falls back; at least 1. */
  readonly reservationMinutes: number;
}

/** Something points buy. */
export type Reward = {
  /** The programme's name of the reward. */
  readonly id: string;
  /** Points a claim, an integer of at least 1. */
  readonly cost: number;
  /** Units one claim covers, for a free product: five units at two a claim cost three claims; 1 when absent. */
  readonly unitsPerClaim?: number;
  /** Claims at most of one member, for ever; any number when absent. */
  readonly memberLimit?: number;
  /** The lowest tier that may take it; any when absent. */
  readonly fromTier?: string;
  /** The shared stock it is taken from; unlimited when absent. */
  readonly stock?: string;
} & (
  | {
      /** What is given. */
      readonly form: "product";
    }
  | {
      /** What is given. */
      readonly form: "voucher";
      /** What the voucher is worth, in minor units of the programme's currency. */
      readonly amount: number;
      /** Days it lasts, through the last; without end when absent. */
      readonly validDays?: number;
    }
);
