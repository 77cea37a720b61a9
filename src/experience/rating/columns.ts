import type { Measure } from "./rating.js";

/** Whole numbers in a typed array: one rating a respondent. */
export type RatingColumn =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

/** The segment of each respondent as a code into a list of names. */
export interface SegmentColumn {
  /** One code a respondent: a position in `names`. */
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  /** The names of the segments. */
  readonly names: readonly string[];
}

/**
 * Many wide rows by column, for data sets of millions of respondents.
 *
 * All columns have one entry a respondent, in the same order. A missing answer is written as the declared code
 * `missing`, which lies off the scale, as survey files do.
 */
export interface RatingColumns {
  /** How many respondents. */
  readonly rows: number;
  /** The columns of each factor; a measure that was not asked is absent. */
  readonly columns: Readonly<Record<string, Readonly<Partial<Record<Measure, RatingColumn>>>>>;
  /** The code of a missing answer; off the scale. */
  readonly missing: number;
  /** The segments; absent when the study has none. */
  readonly segment?: SegmentColumn;
  /** Weight of each respondent, such as customer value; at least 0. */
  readonly weight?: Float64Array;
}
