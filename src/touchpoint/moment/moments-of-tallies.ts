// From counts to ranked moments of truth. Internal: not part of the package's surface.

import type { Reason, Trace } from "../../shared/reason.js";
import { meanTest } from "../../shared/statistics/mean-test.js";
import { momentsCombine, type Moments } from "../../shared/statistics/moments.js";
import type { StepEmotion } from "../conformance/conformance-summary.js";
import { journeyShare } from "../journey/journey-share.js";
import type { MomentAccumulator, MomentTally } from "./moment-accumulator.js";
import { momentImpact } from "./moment-impact.js";
import type { MomentOfTruth, MomentsOfTruth } from "./moment-of-truth.js";
import type { MomentsOfTruthOptions } from "./moment-options.js";

/** The figures, ranked. @internal */
export function summarizeMoments(
  all: MomentAccumulator,
  options: Required<MomentsOfTruthOptions>,
): MomentsOfTruth {
  const moments = Object.entries(all.touchpoints).map(([key, tally]) =>
    momentOf(JSON.parse(key) as string, { tally, all, options }),
  );
  return {
    journeys: all.journeys,
    open: all.open,
    successes: all.successes,
    felt: all.remembered.n,
    ...(all.remembered.n > 0 && { rememberedScore: all.remembered.mean }),
    moments: [
      ...ranked(moments),
      ...moments
        .filter(({ score }) => score === undefined)
        .sort((a, b) => b.frequency.count - a.frequency.count || byName(a, b)),
    ],
  };
}

function momentOf(
  touchpoint: string,
  {
    tally,
    all,
    options: { impact: source, expected: expectations, policy },
  }: {
    readonly tally: MomentTally;
    readonly all: MomentAccumulator;
    readonly options: Required<MomentsOfTruthOptions>;
  },
): MomentOfTruth {
  const { level, minimumFeelings } = policy;
  const frequency = journeyShare(tally.journeys, { n: all.journeys, level });
  const { impact, lacks } = momentImpact(source, { touchpoint, tally, all, policy });
  const feeling = feelingOf(tally.feeling, level);
  const expected = Object.hasOwn(expectations, touchpoint) ? (expectations[touchpoint] ?? 0) : 0;
  const gap = feeling && feeling.mean - expected;
  const felt = { n: tally.remembered.n, level };
  const figures = {
    touchpoint,
    ...(impact !== undefined && { weight: impact.value * (frequency.share ?? 0), impact }),
    frequency,
    ...(feeling !== undefined && { feeling }),
    expected,
    ...(gap !== undefined && { gap, shortfall: Math.max(0, -gap) }),
    peak: journeyShare(tally.peaks, felt),
    end: journeyShare(tally.ends, felt),
  };
  const params = { touchpoint, felt: tally.feeling.n, minimum: Math.max(minimumFeelings, 1) };
  const reasons: Reason[] =
    feeling === undefined || tally.feeling.n < minimumFeelings
      ? [...lacks, { code: "moment-few-feelings", params }]
      : [...lacks];
  if (impact === undefined || feeling === undefined || reasons.length > 0) {
    return { ...figures, reasons };
  }
  const trace = traceOf({ ...figures, impact, feeling });
  const code = feeling.mean < expected ? "moment-falls-short" : "moment-holds";
  return {
    ...figures,
    score: trace.value,
    reasons: [{ code, params: { touchpoint, feeling: feeling.mean, expected } }],
    trace,
  };
}

function traceOf({
  touchpoint,
  impact,
  frequency,
  feeling,
  expected,
}: Pick<MomentOfTruth, "touchpoint" | "frequency" | "expected"> &
  Required<Pick<MomentOfTruth, "impact" | "feeling">>): Trace {
  const share = frequency.share ?? 0;
  const shortfall = Math.max(0, expected - feeling.mean);
  return {
    code: "moment-of-truth",
    value: impact.value * share * shortfall,
    params: { touchpoint },
    parts: [
      { code: "moment-impact", value: impact.value, params: { by: impact.by } },
      {
        code: "moment-frequency",
        value: share,
        params: { journeys: frequency.count, n: frequency.n },
      },
      { code: "moment-shortfall", value: shortfall, params: { feeling: feeling.mean, expected } },
    ],
  };
}

function feelingOf(moments: Moments, level: number): StepEmotion | undefined {
  const sample = momentsCombine().extractOutput(moments);
  if (sample.mean === undefined) return undefined;
  const interval = meanTest(sample, { level })?.interval;
  return { n: sample.n, mean: sample.mean, ...(interval !== undefined && { interval }) };
}

/** Scores that differ by rounding only are equal. */
const ROUNDING = 1e-12;

/** Those with a score, by rank, equals by name. */
function ranked(moments: readonly MomentOfTruth[]): MomentOfTruth[] {
  const scored = moments
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || byName(a, b));
  const result: MomentOfTruth[] = [];
  for (let first = 0; first < scored.length;) {
    const best = scored[first]?.score ?? 0;
    let next = first;
    while (next < scored.length && best - (scored[next]?.score ?? 0) <= ROUNDING) next += 1;
    const equals = scored.slice(first, next).sort(byName);
    const rank = first + 1;
    result.push(...equals.map(({ touchpoint, ...figures }) => ({ touchpoint, rank, ...figures })));
    first = next;
  }
  return result;
}

function byName(a: MomentOfTruth, b: MomentOfTruth): number {
  return a.touchpoint < b.touchpoint ? -1 : 1;
}
