// From counts to figures. Internal: not part of the package's surface.

import { meanTest } from "../../shared/statistics/mean-test.js";
import { momentsCombine, type Moments } from "../../shared/statistics/moments.js";
import type { ConformanceAccumulator, PlannedStepTally } from "./conformance-accumulator.js";
import type {
  ConformanceSummary,
  DeviationSummary,
  PlannedStepSummary,
  StepEmotion,
  StepWord,
} from "./conformance-summary.js";
import type { JourneyDeviation } from "./deviation.js";
import type { PlannedJourney, PlannedStep } from "../journey/journey.js";
import { journeyShare } from "../journey/journey-share.js";

/** The figures of a plan. @internal */
export function summarizeConformance(
  accumulator: ConformanceAccumulator,
  { planned, level }: { readonly planned: PlannedJourney; readonly level: number },
): ConformanceSummary {
  const { journeys, open, conforming, fitness } = accumulator;
  const of = { n: journeys, level };
  return {
    plan: planned.name,
    journeys,
    open,
    conforming: journeyShare(conforming, of),
    ...(journeys > 0 && { fitness: fitness.mean }),
    steps: planned.steps.map((step, position) =>
      summarizeStep(accumulator.steps[position]!, { step, planned: position, of }),
    ),
    deviations: summarizeDeviations(accumulator.deviations, of),
  };
}

function summarizeStep(
  tally: PlannedStepTally,
  {
    step,
    planned,
    of,
  }: {
    readonly step: PlannedStep;
    readonly planned: number;
    readonly of: { readonly n: number; readonly level: number };
  },
): PlannedStepSummary {
  const emotion = emotionOf(tally.emotion, of.level);
  return {
    planned,
    touchpoint: step.touchpoint,
    ...(step.action !== undefined && { action: step.action }),
    taken: journeyShare(tally.taken, of),
    skipped: journeyShare(of.n - tally.taken, of),
    moved: journeyShare(tally.moved, of),
    repeated: journeyShare(tally.repeated, of),
    obstacles: wordsOf(tally.obstacles),
    questions: wordsOf(tally.questions),
    ...(step.emotion !== undefined && { plannedEmotion: step.emotion }),
    ...(emotion !== undefined && { emotion }),
    ...(emotion !== undefined &&
      step.emotion !== undefined && { emotionGap: emotion.mean - step.emotion }),
  };
}

function emotionOf(moments: Moments, level: number): StepEmotion | undefined {
  const sample = momentsCombine().extractOutput(moments);
  if (sample.mean === undefined) return undefined;
  const interval = meanTest(sample, { level })?.interval;
  return { n: sample.n, mean: sample.mean, ...(interval !== undefined && { interval }) };
}

function wordsOf(counts: Readonly<Record<string, number>>): StepWord[] {
  return Object.entries(counts)
    .map(([text, count]) => ({ text: JSON.parse(text) as string, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function summarizeDeviations(
  deviations: ConformanceAccumulator["deviations"],
  of: { readonly n: number; readonly level: number },
): DeviationSummary[] {
  return Object.entries(deviations)
    .map(([key, [count, journeys]]) => {
      // A touchpoint may have blanks in its name; code and place have none.
      const [code = "", place = ""] = key.split(" ", 2);
      const touchpoint = key.slice(code.length + place.length + 2);
      const planned = Number(place);
      return {
        code: code as JourneyDeviation["code"],
        touchpoint,
        ...(planned >= 0 && { planned }),
        count,
        journeys: journeyShare(journeys, of),
      };
    })
    .sort(byFrequency);
}

function byFrequency(a: DeviationSummary, b: DeviationSummary): number {
  if (a.journeys.count !== b.journeys.count) return b.journeys.count - a.journeys.count;
  if (a.count !== b.count) return b.count - a.count;
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  const places = (a.planned ?? -1) - (b.planned ?? -1);
  return places !== 0 ? places : a.touchpoint < b.touchpoint ? -1 : 1;
}
