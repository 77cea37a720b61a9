import type { Reason } from "../../shared/reason.js";
import { lintSegments } from "./lint-segments.js";
import { binOf, RFM_MEASURES, rfmScale } from "./rfm-cuts.js";
import type { CutSide, RfmCuts, RfmScoreRule } from "./rfm-score-rule.js";
import type { RfmValues } from "./rfm-values.js";
import { requireSegments } from "./segment-check.js";
import { segmentOf } from "./segment-definition.js";
import type { RfmCell, SegmentDefinition } from "./segment-definition.js";

/** A customer with the three scores, 1 the weakest. */
export interface RfmScore extends RfmValues {
  /** Score of recency: the highest is the most recent. */
  readonly recencyScore: number;
  /** Score of the number of transactions. */
  readonly frequencyScore: number;
  /** Score of the amount. */
  readonly monetaryScore: number;
  /** The first segment whose definition holds; undefined when none does or none were asked for. */
  readonly segment: string | undefined;
}

/** Customers with scores, and how the scores were made. */
export interface RfmScores {
  /** The customers, in the order given. */
  readonly customers: readonly RfmScore[];
  /** Number of scores. */
  readonly bins: number;
  /** The cuts between them, in days, transactions and minor units; empty without customers. */
  readonly cuts: RfmCuts;
  /** To which side of a cut a value on it belongs. */
  readonly cutSide: CutSide;
  /**
   * What keeps the scores from saying much: too few customers, a measure without spread, scores nobody gets; then what
   * {@link lintSegments} finds in the segments for this number of scores.
   */
  readonly notes: readonly Reason[];
}

/** How scores are made, and which segments are named. */
export interface RfmScoresOptions extends RfmScoreRule {
  /** The segments, in the order they are tried; none are named when absent. */
  readonly segments?: readonly SegmentDefinition[];
}

/**
 * How does each customer score by recency, frequency and amount (VAL-3)?
 *
 * Each measure is cut into bins; the score is the number of the bin, 1 for the smallest values, and for recency the
 * other way round, so that the highest score is the most recent. Equal values always get equal scores, also where a
 * cut falls among them: a value on a cut belongs to the smaller ones. Hence where most have bought once, they all
 * score 1 in frequency, and some scores remain unused; the notes say so. When all values of a measure are equal, all
 * customers are in its lowest bin: score 1, for recency the highest. Fewer customers than scores are scored alike.
 *
 * Segments are made for one number of scores: {@link DEFAULT_RFM_SEGMENTS} for five. With another the best customers
 * may bear the name of mediocre ones or none; the notes then name the segments nobody can be in, and the gaps.
 *
 * @remarks Quantiles are of type 7 (Hyndman and Fan 1996). The side `below` is the default because the alternative
 * gives the many at the lowest value the score that belongs above them: with 60 percent of customers at one purchase
 * they would score 4 of 5. `plus-one` gives the scores of the R package rfm.
 * @param values - The customers' values, each customer once, as {@link rfmValues} gives them.
 * @param options - The method, the number of scores, the side of a cut, and the segments.
 * @returns The scores, in the order given, with the cuts and notes.
 * @throws RangeError when bins is not 2 to 10, cuts do not fit, a value is no number, or a segment is not valid.
 * @example
 * ```ts
 * import { DEFAULT_RFM_SEGMENTS, rfmScores } from "goodwill/value";
 *
 * const values = [
 *   { customer: "a", recencyDays: 3, transactions: 9, amount: 90_000 },
 *   { customer: "b", recencyDays: 40, transactions: 2, amount: 15_000 },
 *   { customer: "c", recencyDays: 400, transactions: 1, amount: 4_000 },
 * ];
 * const { customers, cuts } = rfmScores(values, { bins: 3 });
 * customers.map((one) => [one.recencyScore, one.frequencyScore, one.monetaryScore]);
 * // => [[3, 3, 3], [2, 2, 2], [1, 1, 1]]
 * cuts.frequency.map((cut) => cut.toFixed(2)); // => ["1.67", "4.33"]
 * const named = rfmScores(values, { segments: DEFAULT_RFM_SEGMENTS });
 * named.customers[0]?.segment; // => "Champions"
 * const misfit = rfmScores(values, { bins: 3, segments: DEFAULT_RFM_SEGMENTS });
 * misfit.customers[0]?.segment; // => "About To Sleep"
 * misfit.notes[0]; // => { code: "segment-above-scores", params: { segment: "Champions", bins: 3 } }
 * ```
 */
export function rfmScores(values: readonly RfmValues[], options: RfmScoresOptions = {}): RfmScores {
  const { segments } = options;
  if (segments !== undefined) requireSegments("score RFM", segments);
  const columns = {
    recency: columnOf(values, "recencyDays"),
    frequency: columnOf(values, "transactions"),
    monetary: columnOf(values, "amount"),
  };
  const { bins, cuts, cutSide } = rfmScale(options, columns);
  const counts = Array.from(RFM_MEASURES, () => new Float64Array(bins));
  const names = segments && new Map<number, string | undefined>();
  const customers = values.map((one): RfmScore => {
    const recencyScore = bins - binOf(one.recencyDays, cuts.recency, cutSide);
    const frequencyScore = binOf(one.transactions, cuts.frequency, cutSide) + 1;
    const monetaryScore = binOf(one.amount, cuts.monetary, cutSide) + 1;
    counts[0]![recencyScore - 1]! += 1;
    counts[1]![frequencyScore - 1]! += 1;
    counts[2]![monetaryScore - 1]! += 1;
    const cell = { recencyScore, frequencyScore, monetaryScore };
    return {
      customer: one.customer,
      recencyDays: one.recencyDays,
      transactions: one.transactions,
      amount: one.amount,
      recencyScore,
      frequencyScore,
      monetaryScore,
      segment: names && nameOf(cell, { names, segments }),
    };
  });
  const notes = notesOf(counts, { bins, n: values.length });
  const misfits = segments === undefined ? [] : lintSegments(segments, { bins }).reasons;
  return { customers, bins, cuts, cutSide, notes: [...notes, ...misfits] };
}

/** A cell's segment is looked up once, not once a customer. */
function nameOf(
  cell: RfmCell,
  options: {
    readonly names: Map<number, string | undefined>;
    readonly segments: readonly SegmentDefinition[];
  },
): string | undefined {
  const { names, segments } = options;
  const key = cell.recencyScore * 10_000 + cell.frequencyScore * 100 + cell.monetaryScore;
  if (!names.has(key)) names.set(key, segmentOf(cell, segments));
  return names.get(key);
}

function columnOf(
  values: readonly RfmValues[],
  field: "recencyDays" | "transactions" | "amount",
): Float64Array {
  const column = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]![field];
    if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
      throw new RangeError(
        `Cannot score RFM: ${field} of ${values[i]!.customer} must be a number within 2^53 - 1, got ${String(value)}`,
      );
    }
    column[i] = value;
  }
  return column;
}

function notesOf(
  counts: readonly Float64Array[],
  { bins, n }: { readonly bins: number; readonly n: number },
): Reason[] {
  const notes: Reason[] = [];
  if (n < bins) notes.push({ code: "rfm-few-customers", params: { n, bins } });
  if (n === 0) return notes;
  for (const [i, count] of counts.entries()) {
    const measure = RFM_MEASURES[i]!;
    const used = count.filter((customers) => customers > 0).length;
    if (used === 1) {
      const score = count.findIndex((customers) => customers > 0) + 1;
      notes.push({ code: "rfm-one-score", params: { measure, score } });
    } else if (used < bins) {
      notes.push({ code: "rfm-scores-unused", params: { measure, used, bins } });
    }
  }
  return notes;
}
