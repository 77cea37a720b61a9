import type { EmotionChartCurve } from "goodwill/chart";
import type {
  Attribution,
  AttributionModel,
  FrequentPaths,
  FunnelStage,
  ServiceBlueprint,
  Transition,
  TransitionTable,
} from "goodwill/touchpoint";

/** Names of states, from short to long, in two scripts. */
const NAMES = [
  "home",
  "search",
  "product_page",
  "basket",
  "checkout",
  "help_centre",
  "store visit",
  "newsletter",
  "social media",
  "call centre",
  "price comparison",
  "loyalty club",
  "returns desk",
  "客户服务中心与售后支持热线",
  "Pricewürdigkeitsempfindung",
];

function nameAt(index: number): string {
  return NAMES[index] ?? `touchpoint_${index}`;
}

/** A table of so many states, from every one to a few others and to two ends, with counts that a formula gives. */
export function tableOf(size: number): TransitionTable {
  const states = ["(start)", ...Array.from({ length: size }, (_, index) => nameAt(index))];
  const ends = ["purchase", "(exit)"];
  const counts: { from: string; to: string; count: number }[] = [];
  states.forEach((from, row) => {
    [...states.slice(1), ...ends].forEach((to, column) => {
      const isNear = from === "(start)" ? column < 3 : (3 * row + 2 * column) % 7 < 3;
      const isEnd = ends.includes(to) && from !== "(start)";
      if (isNear || isEnd)
        counts.push({ from, to, count: 5 + ((31 * row + 17 * column) % 200) * (size - row + 1) });
    });
  });
  const leaving = new Map<string, number>();
  for (const { from, count } of counts) leaving.set(from, (leaving.get(from) ?? 0) + count);
  const transitions = counts.map((one): Transition => {
    const share = one.count / leaving.get(one.from)!;
    const interval = { lower: 0.9 * share, upper: Math.min(1, 1.1 * share), level: 0.95 };
    return { ...one, share, interval };
  });
  return { journeys: leaving.get("(start)") ?? 0, states, ends, transitions };
}

const SHOP: readonly [journeys: number, outcome: string | undefined, ...steps: string[]][] = [
  [310, undefined, "home"],
  [240, "purchase", "search", "product_page", "basket", "checkout"],
  [190, undefined, "search", "product_page"],
  [150, "purchase", "home", "product_page", "basket", "checkout"],
  [120, undefined, "home", "search", "product_page", "basket"],
  [90, "purchase", "newsletter", "product_page", "basket", "checkout"],
  [60, undefined, "newsletter", "home"],
  [40, "enquiry", "home", "help_centre", "call centre"],
  [30, "purchase", "home", "search", "product_page", "help_centre", "product_page", "basket"],
  [12, undefined, "social media", "home", "search"],
  [8, "purchase", "store visit"],
];

/** The ways through a shop. */
export const PATHS: FrequentPaths = pathsOf(SHOP, 1400);

export function pathsOf(
  rows: readonly (readonly [number, string | undefined, ...string[]])[],
  journeys: number,
): FrequentPaths {
  return {
    journeys,
    paths: rows.map(([count, outcome, ...steps]) => ({
      steps,
      ...(outcome !== undefined && { outcome }),
      journeys: count,
      overcount: 0,
      share: count / journeys,
    })),
  };
}

/** A funnel of so many counts; the intervals are one tenth wide on both sides. */
export function funnelOf(counts: Readonly<Record<string, number>>): FunnelStage[] {
  const entries = Object.entries(counts);
  const first = entries[0]?.[1] ?? 0;
  return entries.map(([stage, count], index): FunnelStage => {
    const before = entries[index - 1]?.[1];
    const overall = first > 0 && { overallShare: count / first };
    if (before === undefined) return { stage, count, dropped: 0, ...overall };
    const share = count / before;
    const interval = { lower: 0.9 * share, upper: Math.min(1, 1.1 * share), level: 0.95 };
    return {
      ...{ stage, count, dropped: before - count, ...overall },
      ...(before > 0 && { stepShare: share, stepInterval: interval }),
    };
  });
}

export const FUNNEL: readonly FunnelStage[] = funnelOf({
  home: 12_400,
  product_page: 7_310,
  basket: 2_120,
  checkout: 1_480,
  purchase: 1_205,
});

const MODELS: readonly AttributionModel[] = [
  ...["first", "last", "last-non-direct", "linear", "position-based", "time-decay"],
  ...["markov", "shapley"],
] as AttributionModel[];

/** What so many touchpoints are credited with, by all models; the shares follow a formula. */
export function attributionsOf(
  size: number,
  models: readonly AttributionModel[] = MODELS,
): Attribution[] {
  return models.map((model, at) => {
    const weights = Array.from(
      { length: size },
      (_, index) => 20 / (index + 1) + ((7 * at + 5 * index) % 11) * 0.7,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const credits = weights.map((weight, index) => {
      const share = weight / total;
      return { touchpoint: nameAt(index), conversions: 1200 * share, value: 90_000 * share, share };
    });
    return { model, conversions: 1200, value: 90_000, paths: 8000, credits };
  });
}

/** A journey of so many steps; every seventh emotion is unknown, every fifth step has an obstacle. */
export function curveOf(size: number): EmotionChartCurve {
  return {
    points: Array.from({ length: size }, (_, index) => ({
      touchpoint: nameAt(index),
      planned: 0.3,
      ...(index % 7 !== 3 && { emotion: (((13 * index + 4) % 21) - 10) / 10 }),
      ...(index % 5 === 1 && { obstacle: "nobody answers" }),
    })),
  };
}

/** Five steps with a low point and a good end, with the mean's intervals. */
export const CURVE: EmotionChartCurve = {
  points: [
    { touchpoint: "search", emotion: 0.2, planned: 0.4, interval: { lower: 0.05, upper: 0.35 } },
    { touchpoint: "basket", emotion: 0.1, planned: 0.2, interval: { lower: -0.1, upper: 0.3 } },
    {
      ...{ touchpoint: "delivery", emotion: -0.8, planned: 0.1, obstacle: "the parcel is late" },
      interval: { lower: -0.9, upper: -0.6 },
    },
    { touchpoint: "help_centre", emotion: 0.4, obstacle: "long queue" },
    { touchpoint: "unboxing", emotion: 0.6, planned: 0.8, interval: { lower: 0.5, upper: 0.7 } },
  ],
  remembered: {
    ...{ n: 5, neutral: 0, scores: [0.2, 0.1, -0.8, 0.4, 0.6], peaks: [{ index: 2, score: -0.8 }] },
    ...{ maximum: 0.6, minimum: -0.8, end: 0.6, remembered: -0.1, rememberedByMaximum: 0.6 },
    ...{ rememberedByMinimum: -0.1, mean: 0.1, slopePerStep: 0.11 },
  },
};

const ACTIONS = [
  "orders online",
  "waits for the parcel",
  "signs at the door",
  "unpacks and installs the machine",
  "asks for help",
  "在门店领取商品并当场试用",
  "returns it",
];

/** A delivery of so many steps; every third has nothing backstage. */
export function blueprintOf(size: number): ServiceBlueprint {
  return {
    name: "Home delivery",
    steps: Array.from({ length: size }, (_, index) => ({
      id: `s${index}`,
      customerAction: ACTIONS[index % ACTIONS.length]!,
      ...(index % 2 === 0 && { targetMinutes: 30 }),
      ...(index % 4 === 1 && { failPoints: ["the parcel is late", "nobody is at home"] }),
      frontstage: [
        {
          id: `f${index}`,
          name: index % 2 === 0 ? "web shop" : "courier",
          kind: "people" as const,
        },
        ...(index % 3 === 0
          ? [{ id: `g${index}`, name: "confirmation by e-mail", kind: "system" as const }]
          : []),
      ],
      backstage:
        index % 3 === 2
          ? []
          : [
              {
                ...{ id: `b${index}`, name: "stock system", kind: "technology" as const },
                owner: "logistics",
              },
              { id: `c${index}`, name: "quality control of routes", kind: "management" as const },
            ],
    })),
  };
}
