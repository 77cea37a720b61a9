/** What share is redeemed of points that have reached an age. */
export interface RedemptionAgeStep {
  /** From this age on: calendar months since the first of the vintage, an integer of at least 0. */
  readonly fromMonths: number;
  /** The share of outstanding points expected to be redeemed, 0 to 1. */
  readonly share: number;
}

/**
 * How many of the outstanding points are expected to be redeemed.
 *
 * - `fixed`: this share of the outstanding points;
 * - `by-age`: a share of the outstanding points by the age of their vintage; the steps begin at 0 months and ascend;
 * - `of-issued`: so many that this share of all points issued in the vintage will have been redeemed in the end, as
 * `estimateRedemption` observes it; none where as many are redeemed already, at most what is outstanding.
 */
export type ExpectedRedemption =
  | {
      /** Tells the form from others. */
      readonly form: "fixed";
      /** The share, 0 to 1. */
      readonly share: number;
    }
  | {
      /** Tells the form from others. */
      readonly form: "by-age";
      /** The steps, by age. */
      readonly steps: readonly RedemptionAgeStep[];
    }
  | {
      /** Tells the form from others. */
      readonly form: "of-issued";
      /** The share, 0 to 1. */
      readonly share: number;
    };
