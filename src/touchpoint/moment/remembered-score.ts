import { epochMilliseconds, type Instant } from "../../shared/time/instant.js";

/** One peak: the step that was farthest from neutral. */
export interface ScorePeak {
  /** Position among the steps, from 0. */
  readonly index: number;
  /** The score there. */
  readonly score: number;
}

/** What is remembered of an experience, beside what it was on average (TP-5). */
export interface RememberedScore {
  /** How many scores. */
  readonly n: number;
  /** The score that is neither good nor bad. */
  readonly neutral: number;
  /** The scores, in order. */
  readonly scores: readonly number[];
  /** The steps farthest from neutral, in order: one, or all that tie. */
  readonly peaks: readonly ScorePeak[];
  /** The highest score. */
  readonly maximum: number;
  /** The lowest score. */
  readonly minimum: number;
  /** The last score. */
  readonly end: number;
  /** Mean of the peak (of the mean of the peaks, where several tie) and the end. */
  readonly remembered: number;
  /** Mean of the highest score and the end. */
  readonly rememberedByMaximum: number;
  /** Mean of the lowest score and the end. */
  readonly rememberedByMinimum: number;
  /** Mean of the scores. */
  readonly mean: number;
  /** Mean over time, straight lines between the steps; absent without times or when no time passes. */
  readonly timeWeightedMean?: number;
  /** Least-squares slope by step; 0 for a single step. */
  readonly slopePerStep: number;
}

/** A score and when it was given. */
export interface TimedScore {
  /** The score, any finite number. */
  readonly score: number;
  /** When. */
  readonly at: Instant;
}

/** On which scale scores are remembered. */
export interface RememberedScoreOptions {
  /** The score that is neither good nor bad: 0 for feelings, 5 on a scale from 0 to 10. */
  readonly neutral: number;
}

/**
 * What will be remembered of the experience, and how does that differ from what it was on average?
 *
 * The remembered score is the mean of the peak, the score farthest from neutral on either side, and the end, the last
 * score. Where several scores are equally far from neutral all of them are listed as peaks and the mean of their scores
 * counts: one best and one equally bad moment cancel. Beside it stand the variants with the highest and with the
 * lowest score as the peak, the mean, the mean over time and the slope. Length does not enter the remembered score.
 *
 * @remarks Peak and end: Fredrickson and Kahneman (1993, Journal of Personality and Social Psychology 65:45);
 * Kahneman, Fredrickson, Schreiber and Redelmeier (1993, Psychological Science 4:401); Redelmeier and Kahneman (1996,
 * Pain 66:3), where the worst and the last moment of a procedure told how it was remembered, and its length did not.
 * There the scale had one side, pain, and the peak was its highest score; on a scale with two sides the peak is the
 * score farthest from neutral. The mean over time is the trapezoidal rule.
 * @param scores - The scores in order; with times, when they were given.
 * @param options - The neutral score of the scale.
 * @returns The remembered score and what to hold it against; `undefined` when there is no score.
 * @throws RangeError when a score or the neutral score is not finite, or a time is not after the one before.
 * @example
 * ```ts
 * import { rememberedScore } from "goodwill/touchpoint";
 *
 * const score = rememberedScore([7, 1, 6, 8], { neutral: 5 });
 * score?.peaks; // => [{ index: 1, score: 1 }]
 * [score?.remembered, score?.mean]; // => [4.5, 5.5]
 * rememberedScore([], { neutral: 5 }); // => undefined
 * ```
 */
export function rememberedScore(
  scores: readonly number[] | readonly TimedScore[],
  { neutral }: RememberedScoreOptions,
): RememberedScore | undefined {
  requireScore(neutral, "the neutral score");
  const values = scores.map((score) => (typeof score === "number" ? score : score.score));
  for (const [index, value] of values.entries()) requireScore(value, `the score at index ${index}`);
  const timeWeightedMean = meanOverTime(scores);
  if (values.length === 0) return undefined;
  const end = values[values.length - 1]!;
  const peaks = peaksOf(values, neutral);
  const maximum = values.reduce((a, b) => Math.max(a, b));
  const minimum = values.reduce((a, b) => Math.min(a, b));
  return {
    n: values.length,
    neutral,
    scores: values,
    peaks,
    maximum,
    minimum,
    end,
    remembered: (meanOf(peaks.map(({ score }) => score)) + end) / 2,
    rememberedByMaximum: (maximum + end) / 2,
    rememberedByMinimum: (minimum + end) / 2,
    mean: meanOf(values),
    ...(timeWeightedMean !== undefined && { timeWeightedMean }),
    slopePerStep: slopeOf(values),
  };
}

/** Relative differences below this are the rounding of a subtraction, not a difference of scores. */
const ROUNDING = 1e-12;

function peaksOf(values: readonly number[], neutral: number): ScorePeak[] {
  const farthest = values.reduce((most, value) => Math.max(most, Math.abs(value - neutral)), 0);
  const least = farthest - ROUNDING * Math.max(farthest, Math.abs(neutral));
  const peaks: ScorePeak[] = [];
  for (const [index, score] of values.entries()) {
    if (Math.abs(score - neutral) >= least) peaks.push({ index, score });
  }
  return peaks;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanOverTime(scores: readonly number[] | readonly TimedScore[]): number | undefined {
  let area = 0;
  let duration = 0;
  let previous: { readonly score: number; readonly milliseconds: number } | undefined;
  for (const [index, entry] of scores.entries()) {
    if (typeof entry === "number") return undefined;
    const milliseconds = epochMilliseconds(entry.at);
    if (previous !== undefined) {
      const passed = milliseconds - previous.milliseconds;
      if (passed <= 0) {
        throw new RangeError(
          `Cannot score what is remembered: every time must be after the one before, got ${entry.at} at index ${index}`,
        );
      }
      area += ((previous.score + entry.score) / 2) * passed;
      duration += passed;
    }
    previous = { score: entry.score, milliseconds };
  }
  return duration > 0 ? area / duration : undefined;
}

/** Least squares of the score on its position. */
function slopeOf(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const middle = (n - 1) / 2;
  const mean = meanOf(values);
  const sum = values.reduce((total, value, index) => total + (index - middle) * (value - mean), 0);
  return sum / ((n * (n * n - 1)) / 12);
}

function requireScore(score: number, name: string): void {
  if (Number.isFinite(score)) return;
  throw new RangeError(
    `Cannot score what is remembered: ${name} must be a finite number, got ${String(score)}`,
  );
}
