/** Scores from one to another, both included. */
export interface ScoreRange {
  /** Lowest score that belongs, from 1. */
  readonly from: number;
  /** Highest score that belongs, at least `from`. */
  readonly to: number;
}

/** Which customers a segment takes in, by their three scores. */
export interface SegmentDefinition {
  /** The segment's name. */
  readonly name: string;
  /** Scores of recency; the highest score is the most recent. */
  readonly recency: ScoreRange;
  /** Scores of frequency. */
  readonly frequency: ScoreRange;
  /** Scores of the amount. */
  readonly monetary: ScoreRange;
}

/** The three scores of a customer, as {@link rfmScores} names them: a cell of the cube of scores. */
export interface RfmCell {
  /** Score of recency, from 1; the highest is the most recent. */
  readonly recencyScore: number;
  /** Score of frequency, from 1. */
  readonly frequencyScore: number;
  /** Score of the amount, from 1. */
  readonly monetaryScore: number;
}

const ANY = { from: 1, to: 5 };
const HIGH = { from: 4, to: 5 };
const LOW = { from: 1, to: 3 };
const LONG_AGO = { from: 1, to: 2 };

/**
 * Eleven segments for scores of 1 to 5 that cover every cell once, so that their order does not matter.
 *
 * Frequent buyers (4 or 5) are told apart by amount and by how long they have been silent, the others by frequency
 * and silence alone. Made for five scores: with fewer or more the names do not fit, and {@link rfmScores} says so in
 * its notes.
 *
 * @remarks The names are those in common use, as in the R package rfm (Hebbali, 2020, `rfm_segment`); its own ten
 * definitions overlap, leave gaps, and one of them can never be reached (see {@link lintSegments}). The bounds here
 * are ours. The method is that of Hughes (1994, Strategic Database Marketing).
 */
export const DEFAULT_RFM_SEGMENTS: readonly SegmentDefinition[] = [
  { name: "Champions", recency: HIGH, frequency: HIGH, monetary: HIGH },
  { name: "Loyal Customers", recency: { from: 3, to: 5 }, frequency: HIGH, monetary: LOW },
  { name: "Potential Loyalists", recency: HIGH, frequency: { from: 2, to: 3 }, monetary: ANY },
  { name: "New Customers", recency: only(5), frequency: only(1), monetary: ANY },
  { name: "Promising", recency: only(4), frequency: only(1), monetary: ANY },
  { name: "Need Attention", recency: only(3), frequency: HIGH, monetary: HIGH },
  { name: "About To Sleep", recency: only(3), frequency: LOW, monetary: ANY },
  { name: "Can't Lose Them", recency: LONG_AGO, frequency: HIGH, monetary: HIGH },
  { name: "At Risk", recency: LONG_AGO, frequency: HIGH, monetary: LOW },
  { name: "Hibernating", recency: only(2), frequency: LOW, monetary: ANY },
  { name: "Lost", recency: only(1), frequency: LOW, monetary: ANY },
];

/**
 * Which segment do these scores belong to?
 *
 * The first definition that holds wins: a definition holds when each of the three scores lies within its range, both
 * ends included.
 *
 * @param cell - The three scores.
 * @param definitions - The segments, in the order they are tried; {@link DEFAULT_RFM_SEGMENTS} when absent.
 * @returns The segment's name; absent when no definition holds.
 * @example
 * ```ts
 * import { segmentOf } from "goodwill/value";
 *
 * segmentOf({ recencyScore: 1, frequencyScore: 5, monetaryScore: 5 }); // => "Can't Lose Them"
 * segmentOf({ recencyScore: 6, frequencyScore: 5, monetaryScore: 5 }); // => undefined
 * ```
 */
export function segmentOf(
  cell: RfmCell,
  definitions: readonly SegmentDefinition[] = DEFAULT_RFM_SEGMENTS,
): string | undefined {
  return definitions.find(
    ({ recency, frequency, monetary }) =>
      isWithin(cell.recencyScore, recency) &&
      isWithin(cell.frequencyScore, frequency) &&
      isWithin(cell.monetaryScore, monetary),
  )?.name;
}

function isWithin(score: number, { from, to }: ScoreRange): boolean {
  return from <= score && score <= to;
}

function only(score: number): ScoreRange {
  return { from: score, to: score };
}
