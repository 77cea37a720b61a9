import type { Trace } from "../../shared/reason.js";
import type { DepartmentScorecard, ScorecardMeasure } from "./department-scorecard.js";
import { lintScorecard } from "./lint-scorecard.js";
import { requireMeasured, requireScorecard } from "./require-scorecard.js";
import type { MeasureScore, ScorecardResult } from "./scorecard-result.js";
import { satisfactionWeightShare, weightSum } from "./scorecard-weight.js";

/** The values of a period and of the one before it. */
export interface DepartmentValues {
  /** By measure id; those not there are missing. */
  readonly values: Readonly<Record<string, number>>;
  /** The same for the last period; nothing known when absent. */
  readonly previous?: Readonly<Record<string, number>>;
}

const TASK = "score a department";

/**
 * How did this department do, against its targets and against the last period?
 *
 * A measure scores 100 at its target or better, 0 at its worst value or worse, and in between in proportion; the
 * result is the mean of the scores by weight. A missing value is named and not guessed: then there is no score, only
 * what it is at least and at most. The last period is scored by the same scorecard.
 *
 * @remarks SRV-7.
 * @param card - The scorecard.
 * @param measured - The values of this period and the last.
 * @returns The score, its parts, what is missing, and what is wrong with the scorecard itself.
 * @throws RangeError when the scorecard is not valid, a value is not finite, or of no measure of it.
 * @example
 * ```ts
 * import { scoreDepartment } from "goodwill/service";
 *
 * const card = { department: "service", customerFacing: true, measures: [
 *   { id: "csat", name: "Satisfaction", side: "external", about: "satisfaction", weight: 60, better: "higher",
 *     target: 90, worst: 50 },
 *   { id: "handling", name: "Handling time", side: "internal", about: "efficiency", weight: 40, better: "lower",
 *     target: 5, worst: 15 },
 * ] } as const;
 * const { score, change } = scoreDepartment(card, {
 *   values: { csat: 80, handling: 7.5 },
 *   previous: { csat: 70, handling: 7.5 },
 * });
 * [score, change]; // => [75, 15]
 * ```
 */
export function scoreDepartment(
  card: DepartmentScorecard,
  measured: DepartmentValues,
): ScorecardResult {
  requireScorecard(TASK, card);
  const { values, previous = {} } = measured;
  requireMeasured(TASK, { card, values });
  requireMeasured(TASK, { card, values: previous });
  const sum = weightSum(card.measures);
  const measures = card.measures.map((one) =>
    measureScore(one, { values, previous, weightShare: one.weight / sum }),
  );
  const missing = measures.filter(({ points }) => points === undefined);
  const least = total(measures);
  const score = missing.length === 0 ? least : undefined;
  const most = score ?? Math.min(100, least + 100 * shareOf(missing));
  const before = card.measures.map((one) =>
    measureScore(one, { values: previous, previous: {}, weightShare: one.weight / sum }),
  );
  const previousScore = before.every(({ points }) => points !== undefined)
    ? total(before)
    : undefined;
  const internal = sideScore(measures, "internal");
  const external = sideScore(measures, "external");
  return {
    department: card.department,
    ...(score !== undefined && { score }),
    least,
    most,
    ...(internal !== undefined && { internal }),
    ...(external !== undefined && { external }),
    satisfactionWeightShare: satisfactionWeightShare(card.measures),
    measures,
    missing: missing.map(({ measure }) => measure),
    ...(previousScore !== undefined && { previousScore }),
    ...(score !== undefined && previousScore !== undefined && { change: score - previousScore }),
    findings: lintScorecard(card),
    trace: traceOf(measures, least),
  };
}

function measureScore(
  measure: ScorecardMeasure,
  { values, previous, weightShare }: Required<DepartmentValues> & { readonly weightShare: number },
): MeasureScore {
  const { id, name, side, about, target, better } = measure;
  const value = Object.hasOwn(values, id) ? values[id] : undefined;
  const previousValue = Object.hasOwn(previous, id) ? previous[id] : undefined;
  const score = value === undefined ? undefined : scoreOf(value, measure);
  return {
    measure: id,
    name,
    side,
    about,
    weightShare,
    target,
    ...(value !== undefined &&
      score !== undefined && {
        value,
        score,
        points: weightShare * score,
        met: better === "higher" ? value >= target : value <= target,
      }),
    ...(previousValue !== undefined && { previousValue }),
    ...(score !== undefined &&
      previousValue !== undefined && { scoreChange: score - scoreOf(previousValue, measure) }),
  };
}

function scoreOf(value: number, { target, worst }: ScorecardMeasure): number {
  const share = (value - worst) / (target - worst);
  return 100 * Math.min(1, Math.max(0, share));
}

function total(measures: readonly MeasureScore[]): number {
  // Rounding could carry full marks over 100.
  return Math.min(
    100,
    measures.reduce((sum, { points = 0 }) => sum + points, 0),
  );
}

function shareOf(measures: readonly MeasureScore[]): number {
  return measures.reduce((sum, { weightShare }) => sum + weightShare, 0);
}

function sideScore(
  measures: readonly MeasureScore[],
  side: MeasureScore["side"],
): number | undefined {
  const own = measures.filter((one) => one.side === side);
  if (own.length === 0 || own.some(({ points }) => points === undefined)) return undefined;
  return Math.min(100, total(own) / shareOf(own));
}

function traceOf(measures: readonly MeasureScore[], value: number): Trace {
  return {
    code: "scorecard-score",
    value,
    parts: measures.map(({ measure, score, weightShare, points }) =>
      score === undefined || points === undefined
        ? { code: "scorecard-missing", value: 0, params: { measure, weightShare } }
        : { code: "scorecard-points", value: points, params: { measure, score, weightShare } },
    ),
  };
}
