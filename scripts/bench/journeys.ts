import { aggregate, addMilliseconds, instant, seededRandom } from "goodwill/shared";
import {
  attributeConversionRate,
  attributeOutcomes,
  attributionCombine,
  DEFAULT_ATTRIBUTION_POLICY,
  frequentPathsCombine,
  funnelCombine,
  journeyChain,
  loopsCombine,
  stepTimesCombine,
  transitionsCombine,
  transitionTable,
  type AttributionPath,
  type Journey,
} from "goodwill/touchpoint";
import type { BenchmarkCase } from "./cases.js";
import {
  denseChainSteps,
  denseRemovalEffects,
  plainHeuristics,
  plainShapleyRate,
  plainTransitions,
} from "./journey-baselines.js";

const DAWN = instant("2026-02-13T06:00:00Z");
const customer = "C-1" as Journey["customer"];
/** Ten times of one morning, a few minutes apart. */
const TIMES = Array.from({ length: 10 }, (_, step) => addMilliseconds(DAWN, step * step * 61_000));

/** A name drawn so that a few are frequent and most are rare. */
function drawName(names: readonly string[], random: () => number): string {
  return names[Math.floor(names.length * random() ** 2)]!;
}

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `touchpoint-${String(number)}`);
}

/** Journeys of ten steps each, made one by one. */
function* journeysOfTen(interactions: number): Generator<Journey> {
  const random = seededRandom(11);
  const names = namesOf(20);
  for (let made = 0; made < interactions; made += 10) {
    const steps = TIMES.map((at) => ({ touchpoint: drawName(names, random), at }));
    yield random() < 0.2 ? { customer, steps, outcome: "purchase" } : { customer, steps };
  }
}

/** Aggregated rows of one to twelve steps over so many touchpoints. */
function pathRows(rows: number, touchpoints: number): AttributionPath[] {
  const random = seededRandom(12);
  const names = namesOf(touchpoints);
  return Array.from({ length: rows }, () => {
    const length = 1 + Math.floor(12 * random() ** 2);
    const conversions = Math.floor(3 * random());
    return {
      steps: Array.from({ length }, () => drawName(names, random)),
      conversions,
      nulls: 1 + Math.floor(6 * random()),
      ...(conversions > 0 && { value: Math.round(10_000 * random()) / 100 }),
    };
  });
}

/** The plain way solves a dense system a touchpoint: at order 3, with 1,700 states, it would take minutes. */
function markovCase(rows: number, order: 1 | 2 | 3, aim?: string): BenchmarkCase {
  const paths = pathRows(rows, 12);
  const policy = { ...DEFAULT_ATTRIBUTION_POLICY, markovOrder: order };
  return {
    run: () => attributeOutcomes(paths, { model: "markov", policy }),
    ...(order < 3 && { baseline: () => denseRemovalEffects(paths, order) }),
    items: rows,
    unit: "rows",
    ...(aim !== undefined && { aim }),
  };
}

function streamCase(interactions: number): BenchmarkCase {
  return {
    run: () => aggregate(journeysOfTen(interactions), transitionsCombine()),
    baseline: () => plainTransitions(journeysOfTen(interactions)),
    items: interactions,
    unit: "interactions",
    aim: "memory independent of journeys",
  };
}

/** The benchmarks of paths and attribution, by name; `short` shrinks those that take long. */
export function journeyBenchmarkCases(short: boolean): Record<string, () => BenchmarkCase> {
  const million = short ? 100_000 : 1_000_000;
  const text = million.toLocaleString("en-US");
  const tenMillion = 10 * million;
  const overJourneys =
    (combine: () => Parameters<typeof aggregate<Journey, unknown, unknown>>[1]) =>
    (): BenchmarkCase => ({
      run: () => aggregate(journeysOfTen(million), combine()),
      items: million,
      unit: "interactions",
      aim: "memory independent of journeys",
    });
  return {
    [`transitions over ${text} interactions, streamed`]: () => streamCase(million),
    [`transitions over ${tenMillion.toLocaleString("en-US")} interactions, streamed`]: () =>
      streamCase(tenMillion),
    [`times between steps over ${text} interactions, streamed`]: overJourneys(() =>
      stepTimesCombine(),
    ),
    [`loops over ${text} interactions, streamed`]: overJourneys(() => loopsCombine()),
    [`frequent paths over ${text} interactions, capacity 1,000`]: overJourneys(() =>
      frequentPathsCombine({ capacity: 1000 }),
    ),
    [`funnel over ${text} interactions, streamed`]: overJourneys(() =>
      funnelCombine({
        stages: [
          { stage: "met", touchpoints: ["touchpoint-0", "touchpoint-1"] },
          { stage: "tried", touchpoints: ["touchpoint-2"] },
          { stage: "bought", outcomes: ["purchase"] },
        ],
      }),
    ),
    "absorbing chain of 20 touchpoints": () => {
      const table = transitionTable(journeysOfTen(100_000));
      return {
        run: () => journeyChain(table),
        baseline: () => denseChainSteps(table),
        items: 1,
        unit: "chains",
      };
    },
    "Markov order 1, 10,000 rows": () => markovCase(10_000, 1, "under 20 ms"),
    [`Markov order 1, ${text} rows`]: () => markovCase(million, 1, "1,000,000 rows under 1.5 s"),
    "Markov order 2, 10,000 rows": () => markovCase(10_000, 2),
    ...(short
      ? { "Markov order 3, 1,000 rows": () => markovCase(1000, 3) }
      : { "Markov order 3, 10,000 rows": () => markovCase(10_000, 3) }),
    [`seven models by step, ${text} rows`]: () => {
      const rows = pathRows(million, 12);
      const models = [
        "first",
        "last",
        "last-non-direct",
        "linear",
        "position-based",
        "time-decay",
        "shapley",
      ] as const;
      return {
        run: () => aggregate(rows, attributionCombine({ models })),
        baseline: () => plainHeuristics(rows),
        items: million,
        unit: "rows",
      };
    },
    "Shapley value of the conversion rate, 10,000 rows, 12 touchpoints": () => {
      const rows = pathRows(10_000, 12);
      return {
        run: () => attributeConversionRate(rows),
        baseline: () => plainShapleyRate(rows),
        items: 2 ** 12,
        unit: "sets",
      };
    },
  };
}
