import type { ConfiguredAccumulator } from "../../shared/aggregation.js";
import { momentsCombine } from "../../shared/statistics/moments.js";
import type { Moments } from "../../shared/statistics/moments.js";
import { requireScale, scaleText } from "../rating/scale.js";
import type { Scale } from "../rating/scale.js";

/** What must be kept of answers to give both a share and a mean. */
export interface ScoreTally {
  /** How many were asked and did not answer. */
  readonly missing: number;
  /** How many answers count: satisfied ones, or easy ones. */
  readonly counted: number;
  /** Count, mean and spread of the answers. */
  readonly moments: Moments;
}

/** How a question was asked and from where on an answer counts. @internal */
export interface CountedQuestion {
  readonly measure: string;
  readonly scale: Scale;
  readonly countedFrom: number;
}

/** What a tally comes to. @internal */
export interface TallySummary {
  readonly n: number;
  readonly missing: number;
  readonly counted: number;
  readonly mean: number;
  readonly variance?: number;
}

const MOMENTS = momentsCombine();

/** The tally of no answers. @internal */
export function createTally({
  measure,
  scale,
  countedFrom,
}: CountedQuestion): ConfiguredAccumulator & ScoreTally {
  requireScale(scale);
  if (!(countedFrom >= scale.min && countedFrom <= scale.max)) {
    throw new RangeError(
      `Cannot score ${measure}: the lowest answer that counts must lie on ${scaleText(scale)}, got ${String(countedFrom)}`,
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

/** Takes in one answer, or notes that it is missing. @internal */
export function addScore(
  { version, configuration, missing, counted, moments }: ConfiguredAccumulator & ScoreTally,
  score: number | undefined,
  { measure, scale, countedFrom }: CountedQuestion,
): ConfiguredAccumulator & ScoreTally {
  if (score === undefined)
    return { version, configuration, missing: missing + 1, counted, moments };
  if (typeof score !== "number" || !(score >= scale.min && score <= scale.max)) {
    const index = moments.n + missing;
    throw new RangeError(
      `Cannot score ${measure}: an answer must lie on ${scaleText(scale)}, got ${String(score)} at index ${String(index)}`,
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

/** The tally of the answers of both. @internal */
export function mergeTallies(a: ScoreTally, b: ScoreTally): ScoreTally {
  return {
    missing: a.missing + b.missing,
    counted: a.counted + b.counted,
    moments: MOMENTS.mergeAccumulators(a.moments, b.moments),
  };
}

/** What a tally comes to; `undefined` when nobody answered. @internal */
export function summarizeTally({
  missing,
  counted,
  moments,
}: ScoreTally): TallySummary | undefined {
  const { n, mean, variance } = MOMENTS.extractOutput(moments);
  if (mean === undefined) return undefined;
  return { n, missing, counted, mean, ...(variance !== undefined && { variance }) };
}
