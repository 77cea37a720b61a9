import type { ConfiguredAccumulator } from "../../shared/aggregation.js";
import { momentsCombine } from "../../shared/statistics/moments.js";
import { scaleText } from "../rating/scale-text.js";
import { requireScale } from "../rating/scale.js";
import type { Scale } from "../rating/scale.js";
import type { ScoreTally } from "./score-tally.js";

/** How a question was asked and from where on an answer counts. */
export interface CountedQuestion {
  readonly measure: string;
  readonly scale: Scale;
  readonly countedFrom: number;
}

/** What a tally comes to. */
export interface TallySummary {
  readonly n: number;
  readonly missing: number;
  readonly counted: number;
  readonly mean: number;
  readonly variance?: number;
}

const MOMENTS = momentsCombine();

/** The tally of no answers. */
export function createTally({
  measure,
  scale,
  countedFrom,
}: CountedQuestion): ConfiguredAccumulator & ScoreTally {
  requireScale(scale);
  if (!isOnScale(countedFrom, scale)) {
    throw new RangeError(
      `Cannot score ${measure}: the lowest answer that counts must lie on ${scaleText(scale)}, got ${shown(countedFrom)}`,
    );
  }
  return {
    version: 1,
    configuration: `${measure} ${scaleText(scale)} from ${String(countedFrom)}`,
    missing: 0,
    counted: 0,
    moments: MOMENTS.createAccumulator(),
  };
}

/** Takes in one answer, or notes that it is missing. */
export function addScore(
  { version, configuration, missing, counted, moments }: ConfiguredAccumulator & ScoreTally,
  score: number | undefined,
  { measure, scale, countedFrom }: CountedQuestion,
): ConfiguredAccumulator & ScoreTally {
  if (score === undefined)
    return { version, configuration, missing: missing + 1, counted, moments };
  if (!isOnScale(score, scale)) {
    const index = moments.n + missing;
    throw new RangeError(
      `Cannot score ${measure}: an answer must lie on ${scaleText(scale)}, got ${shown(score)} at index ${String(index)}`,
    );
  }
  return {
    version,
    configuration,
    missing,
    counted: counted + (score >= countedFrom ? 1 : 0),
    moments: MOMENTS.addInput(moments, score),
  };
}

/** The tally of the answers of both. */
export function mergeTallies(a: ScoreTally, b: ScoreTally): ScoreTally {
  return {
    missing: a.missing + b.missing,
    counted: a.counted + b.counted,
    moments: MOMENTS.mergeAccumulators(a.moments, b.moments),
  };
}

/** What a tally comes to; `undefined` when nobody answered. */
export function summarizeTally({
  missing,
  counted,
  moments,
}: ScoreTally): TallySummary | undefined {
  const { n, mean, variance } = MOMENTS.extractOutput(moments);
  if (mean === undefined) return undefined;
  return { n, missing, counted, mean, ...(variance !== undefined && { variance }) };
}

function isOnScale(value: unknown, { min, max }: Scale): boolean {
  return typeof value === "number" && value >= min && value <= max;
}

/** Text in quotes, so that a text of digits is not taken for a number. */
function shown(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}
