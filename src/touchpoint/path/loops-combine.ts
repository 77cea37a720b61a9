import {
  aggregate,
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import type { Journey } from "../journey/journey.js";
import { findLoops } from "./loop-search.js";
import type { JourneyLoops } from "./loop.js";
import { compareText, compareTexts } from "../../shared/text-order.js";
import { nameIndex, numberOfName } from "./name-index.js";
import { minutesOf, stepMilliseconds } from "./step-wait.js";

/** Which loops are listed. */
export interface JourneyLoopsOptions {
  /**
   * Longest loop listed one by one, in touchpoints, a whole number of at least 2; 4 when absent. Longer ones are
   * counted together, so that memory stays bounded.
   */
  readonly maxTouchpoints?: number;
  /** Confidence level of the interval, as a share above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/** Sums over loops that can be stored, sent and merged. */
export interface LoopAccumulator extends ConfiguredAccumulator {
  /** How many journeys, how many came back, repeats, time of repeats, of loops and of all, and longer loops. */
  readonly sums: LoopSums;
  /** The touchpoints in the order they came. */
  readonly touchpoints: string[];
  /** For each touchpoint: journeys, journeys that came back, returns, repeats. */
  readonly visits: [number, number, number, number][];
  /** By loop, the text of the list of its steps: how often, in how many journeys, and its time in milliseconds. */
  readonly loops: Record<string, [number, number, number]>;
}

/** What is summed over all journeys. */
export interface LoopSums {
  /** How many journeys. */
  journeys: number;
  /** How many were still open. */
  open: number;
  /** How many came back to a touchpoint after another one. */
  journeysReturning: number;
  /** How often a touchpoint was taken again straight away. */
  repeats: number;
  /** Time of these repeats, in milliseconds. */
  repeatMs: number;
  /** Time of all loops, in milliseconds. */
  loopMs: number;
  /** Time from first to last step, in milliseconds. */
  totalMs: number;
  /** How many loops were too long to be listed. */
  longerLoops: number;
}

/**
 * Where do journeys go round in circles, and what does it cost in time: an aggregation (TP-9).
 *
 * A journey is followed step by step. A step at the touchpoint it already stands at is a repeat. A step back to an
 * earlier touchpoint of the way so far closes a loop from there: the loop is taken out of the way and counted, and
 * the journey goes on from that touchpoint. So `a > b > c > b > a` holds the loops `b > c > b` and `a > b > a`, every
 * stretch of time belongs to one loop, to a repeat, or to the direct way that is left, and the times add up.
 * Returns are counted plainly: steps at a touchpoint visited before, other than repeats. A journey marked `open` is
 * counted as such and otherwise left out.
 *
 * @remarks Taking loops out in the order they close is the loop erasure of Lawler (1980, Duke Mathematical Journal
 * 47:655).
 * @param options - How long listed loops may be, and the level of the interval.
 * @returns The aggregation.
 * @throws RangeError when an option is out of bounds; in `addInput` when a journey has no step or its steps are not in
 * the order of time.
 * @example
 * ```ts
 * import { aggregate, instant } from "goodwill/shared";
 * import { loopsCombine, type Journey } from "goodwill/touchpoint";
 *
 * const journey: Journey = {
 *   customer: "c-1" as Journey["customer"],
 *   steps: [
 *     { touchpoint: "basket", at: instant("2026-02-13T09:00:00Z") },
 *     { touchpoint: "help", at: instant("2026-02-13T09:04:00Z") },
 *     { touchpoint: "basket", at: instant("2026-02-13T09:10:00Z") },
 *   ],
 * };
 * aggregate([journey], loopsCombine()).loops;
 * // => [{ steps: ["basket", "help", "basket"], count: 1, journeys: 1, minutes: 10 }]
 * ```
 */
export function loopsCombine(
  options: JourneyLoopsOptions = {},
): Aggregation<Journey, LoopAccumulator, JourneyLoops> {
  const { maxTouchpoints = 4, level = DEFAULT_LEVEL } = options;
  requireLevel(level, "count loops");
  if (!(Number.isSafeInteger(maxTouchpoints) && maxTouchpoints >= 2)) {
    throw new RangeError(
      `Cannot count loops: the longest must have a whole number of at least 2 touchpoints, got ${String(maxTouchpoints)}`,
    );
  }
  const indexOf = nameIndex();
  const createAccumulator = (): LoopAccumulator => ({
    version: 1,
    configuration: JSON.stringify({ maxTouchpoints, level }),
    sums: {
      journeys: 0,
      open: 0,
      journeysReturning: 0,
      repeats: 0,
      repeatMs: 0,
      loopMs: 0,
      totalMs: 0,
      longerLoops: 0,
    },
    touchpoints: [],
    visits: [],
    loops: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, journey) => {
      const waits = stepMilliseconds(journey, "count loops");
      if (journey.open === true) {
        accumulator.sums.open += 1;
        return accumulator;
      }
      const index = indexOf(accumulator.touchpoints);
      const steps = journey.steps.map(({ touchpoint }) => visitsOf(accumulator, touchpoint, index));
      const { sums, touchpoints, visits } = accumulator;
      const found = findLoops(steps, { waits, maxTouchpoints });
      sums.journeys += 1;
      sums.totalMs += waits.reduce((sum, wait) => sum + wait, 0);
      let isReturning = false;
      for (const [number, { returns, repeats }] of found.visits) {
        const counted = visits[number]!;
        counted[0] += 1;
        if (returns > 0) counted[1] += 1;
        counted[2] += returns;
        counted[3] += repeats;
        sums.repeats += repeats;
        isReturning ||= returns > 0;
      }
      if (isReturning) sums.journeysReturning += 1;
      sums.repeatMs += found.repeatMs;
      sums.loopMs += found.loopMs;
      sums.longerLoops += found.longerLoops;
      const seen = new Set<string>();
      for (const { steps: round, milliseconds } of found.loops) {
        const key = JSON.stringify(round.map((number) => touchpoints[number]!));
        addLoop(accumulator.loops, key, [1, seen.has(key) ? 0 : 1, milliseconds]);
        seen.add(key);
      }
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("loop", [merged, a, b]);
      for (const part of [a, b]) {
        for (const name of Object.keys(part.sums) as (keyof LoopSums)[])
          merged.sums[name] += part.sums[name];
        const index = indexOf(merged.touchpoints);
        part.touchpoints.forEach((name, number) => {
          const target = merged.visits[visitsOf(merged, name, index)]!;
          part.visits[number]!.forEach((count, field) => {
            target[field as 0 | 1 | 2 | 3] += count;
          });
        });
        for (const [key, counts] of Object.entries(part.loops)) addLoop(merged.loops, key, counts);
      }
      return merged;
    },
    extractOutput: (accumulator) => loopsOf(accumulator, level),
  };
}

/**
 * Where do journeys go round in circles, and what does it cost in time (TP-9)?
 *
 * The same as {@link loopsCombine} in one call.
 *
 * @param journeys - The journeys, in any order.
 * @param options - How long listed loops may be, and the level of the interval.
 * @returns Repeats, returns by touchpoint, and loops with their count and time; all 0 for no journeys.
 * @throws RangeError as {@link loopsCombine}.
 * @example
 * ```ts
 * import { journeyLoops } from "goodwill/touchpoint";
 *
 * journeyLoops([]).loops; // => []
 * ```
 */
export function journeyLoops(
  journeys: Iterable<Journey>,
  options: JourneyLoopsOptions = {},
): JourneyLoops {
  return aggregate(journeys, loopsCombine(options));
}

function visitsOf(
  { touchpoints, visits }: LoopAccumulator,
  name: string,
  index: Map<string, number>,
): number {
  const number = numberOfName(name, touchpoints, index);
  if (number === visits.length) visits.push([0, 0, 0, 0]);
  return number;
}

function addLoop(
  loops: Record<string, [number, number, number]>,
  key: string,
  counts: readonly [number, number, number],
): void {
  const [count, journeys, milliseconds] = loops[key] ?? [0, 0, 0];
  loops[key] = [count + counts[0], journeys + counts[1], milliseconds + counts[2]];
}

function loopsOf(
  { sums, touchpoints, visits, loops }: LoopAccumulator,
  level: number,
): JourneyLoops {
  const { journeys, journeysReturning } = sums;
  return {
    journeys,
    open: sums.open,
    journeysReturning,
    ...(journeys > 0 && {
      returnShare: journeysReturning / journeys,
      returnInterval: wilsonInterval({ count: journeysReturning, n: journeys }, { level }),
    }),
    repeats: sums.repeats,
    repeatMinutes: minutesOf(sums.repeatMs),
    loopMinutes: minutesOf(sums.loopMs),
    minutes: minutesOf(sums.totalMs),
    loops: Object.entries(loops)
      .map(([key, [count, journeysWith, milliseconds]]) => ({
        steps: JSON.parse(key) as string[],
        count,
        journeys: journeysWith,
        minutes: minutesOf(milliseconds),
      }))
      .sort((a, b) => b.count - a.count || compareTexts(a.steps, b.steps)),
    longerLoops: sums.longerLoops,
    touchpoints: visits
      .map(([visiting, returning, returns, repeats], number) => ({
        touchpoint: touchpoints[number]!,
        journeys: visiting,
        journeysReturning: returning,
        returnShare: returning / visiting,
        returns,
        repeats,
      }))
      .filter(({ returns, repeats }) => returns > 0 || repeats > 0)
      .sort(
        (a, b) =>
          b.returns - a.returns || b.repeats - a.repeats || compareText(a.touchpoint, b.touchpoint),
      ),
  };
}
