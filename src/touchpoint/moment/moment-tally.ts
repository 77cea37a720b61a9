// Counting journeys by touchpoint. Internal: not part of the package's surface.

import { momentsCombine } from "../../shared/statistics/moments.js";
import type { Journey } from "../journey/journey.js";
import { requireJourneySteps } from "../journey/require-journey-steps.js";
import type { MomentAccumulator, MomentTally } from "./moment-accumulator.js";
import { rememberedScore } from "./remembered-score.js";

const {
  createAccumulator: noMoments,
  addInput: addMoment,
  mergeAccumulators: mergeMoments,
} = momentsCombine();

/** The counts of no journey. @internal */
export function noTallies(): MomentAccumulator {
  return {
    version: 1,
    configuration: "journeys",
    journeys: 0,
    open: 0,
    successes: 0,
    remembered: noMoments(),
    touchpoints: {},
  };
}

interface Touched {
  sum: number;
  felt: number;
  isPeak: boolean;
  isEnd: boolean;
}

/** Counts one journey. @internal */
export function addJourney(
  accumulator: MomentAccumulator,
  { steps, outcome, open }: Journey,
): void {
  requireJourneySteps({ steps }, "find moments of truth");
  if (open === true) {
    accumulator.open += 1;
    return;
  }
  const touched = new Map<string, Touched>();
  const scores: number[] = [];
  const places: Touched[] = [];
  for (const { touchpoint, emotion } of steps) {
    let touch = touched.get(touchpoint);
    if (touch === undefined) {
      touch = { sum: 0, felt: 0, isPeak: false, isEnd: false };
      touched.set(touchpoint, touch);
    }
    if (emotion === undefined) continue;
    if (!(emotion >= -1 && emotion <= 1)) {
      throw new RangeError(
        `Cannot find moments of truth: an emotion must lie on -1..1, got ${String(emotion)} at "${touchpoint}"`,
      );
    }
    touch.sum += emotion;
    touch.felt += 1;
    scores.push(emotion);
    places.push(touch);
  }
  const remembered = rememberedScore(scores, { neutral: 0 });
  for (const { index } of remembered?.peaks ?? []) places[index]!.isPeak = true;
  const end = places.at(-1);
  if (end !== undefined) end.isEnd = true;
  accumulator.journeys += 1;
  if (outcome !== undefined) accumulator.successes += 1;
  const score = remembered?.remembered;
  if (score !== undefined) accumulator.remembered = addMoment(accumulator.remembered, score);
  for (const [touchpoint, touch] of touched) {
    const tally = (accumulator.touchpoints[JSON.stringify(touchpoint)] ??= noTally());
    tally.journeys += 1;
    if (outcome !== undefined) tally.successes += 1;
    if (touch.isPeak) tally.peaks += 1;
    if (touch.isEnd) tally.ends += 1;
    if (touch.felt > 0) tally.feeling = addMoment(tally.feeling, touch.sum / touch.felt);
    if (score !== undefined) tally.remembered = addMoment(tally.remembered, score);
  }
}

/** Adds the counts of other journeys. @internal */
export function addMomentTallies(target: MomentAccumulator, part: MomentAccumulator): void {
  target.journeys += part.journeys;
  target.open += part.open;
  target.successes += part.successes;
  target.remembered = mergeMoments(target.remembered, part.remembered);
  for (const [touchpoint, other] of Object.entries(part.touchpoints)) {
    const tally = (target.touchpoints[touchpoint] ??= noTally());
    tally.journeys += other.journeys;
    tally.successes += other.successes;
    tally.peaks += other.peaks;
    tally.ends += other.ends;
    tally.feeling = mergeMoments(tally.feeling, other.feeling);
    tally.remembered = mergeMoments(tally.remembered, other.remembered);
  }
}

function noTally(): MomentTally {
  return {
    journeys: 0,
    successes: 0,
    peaks: 0,
    ends: 0,
    feeling: noMoments(),
    remembered: noMoments(),
  };
}
