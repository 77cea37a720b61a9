// Counting journeys against a plan. Internal: not part of the package's surface.

import { momentsCombine } from "../../shared/statistics/moments.js";
import { addCount } from "../catalogue/own-entry.js";
import type { PreparedPlan } from "./alignment.js";
import type { ConformanceAccumulator, PlannedStepTally } from "./conformance-accumulator.js";
import type { JourneyStep } from "../journey/journey.js";
import type { JourneyConformance, PlannedStepTaken } from "./planned-step-taken.js";

const {
  createAccumulator: noMoments,
  addInput: addMoment,
  mergeAccumulators: mergeMoments,
} = momentsCombine();

/** The counts of no journey. @internal */
export function noConformance(
  { planned }: PreparedPlan,
  configuration: string,
): ConformanceAccumulator {
  return {
    version: 1,
    configuration,
    journeys: 0,
    open: 0,
    conforming: 0,
    fitness: noMoments(),
    steps: planned.steps.map(() => ({
      taken: 0,
      moved: 0,
      repeated: 0,
      emotion: noMoments(),
      obstacles: {},
      questions: {},
    })),
    deviations: {},
  };
}

/** Counts one journey. @internal */
export function addConformance(
  accumulator: ConformanceAccumulator,
  { fitness, deviations, steps: taken }: JourneyConformance,
  steps: readonly JourneyStep[],
): void {
  accumulator.journeys += 1;
  if (deviations.length === 0) accumulator.conforming += 1;
  accumulator.fitness = addMoment(accumulator.fitness, fitness);
  const counts = new Map<string, number>();
  for (const { code, params } of deviations) {
    const planned = "planned" in params ? params.planned : -1;
    const key = `${code} ${planned} ${params.touchpoint}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of counts) {
    const tally = (accumulator.deviations[key] ??= [0, 0]);
    tally[0] += count;
    tally[1] += 1;
  }
  taken.forEach((step, planned) => {
    if (step.actual.length > 0) addStep(accumulator.steps[planned]!, step, steps);
  });
}

function addStep(
  tally: PlannedStepTally,
  { state, actual, repeated }: PlannedStepTaken,
  steps: readonly JourneyStep[],
): void {
  tally.taken += 1;
  if (state === "moved") tally.moved += 1;
  if (repeated > 0) tally.repeated += 1;
  let felt = 0;
  let sum = 0;
  for (const position of actual) {
    const { emotion, obstacle, question } = steps[position]!;
    if (obstacle !== undefined)
      addCount(tally.obstacles, { key: JSON.stringify(obstacle), count: 1 });
    if (question !== undefined)
      addCount(tally.questions, { key: JSON.stringify(question), count: 1 });
    if (emotion === undefined) continue;
    felt += 1;
    sum += emotion;
  }
  if (felt > 0) tally.emotion = addMoment(tally.emotion, sum / felt);
}

/** Adds the counts of other journeys. @internal */
export function addTallies(target: ConformanceAccumulator, part: ConformanceAccumulator): void {
  target.journeys += part.journeys;
  target.open += part.open;
  target.conforming += part.conforming;
  target.fitness = mergeMoments(target.fitness, part.fitness);
  target.steps.forEach((step, planned) => {
    const other = part.steps[planned]!;
    step.taken += other.taken;
    step.moved += other.moved;
    step.repeated += other.repeated;
    step.emotion = mergeMoments(step.emotion, other.emotion);
    for (const [text, count] of Object.entries(other.obstacles))
      addCount(step.obstacles, { key: text, count });
    for (const [text, count] of Object.entries(other.questions))
      addCount(step.questions, { key: text, count });
  });
  for (const [key, [count, journeys]] of Object.entries(part.deviations)) {
    const tally = (target.deviations[key] ??= [0, 0]);
    tally[0] += count;
    tally[1] += journeys;
  }
}
