import {
  driverChart,
  gapChart,
  importancePerformanceChart,
  improvementFrontChart,
  keyProbabilityChart,
  npsChart,
  waveChart,
  type ChartSpecification,
  type LabelledChartOptions,
} from "goodwill/chart";
import {
  analyzeExperience,
  compareAnalyses,
  compareWaves,
  importancePerformance,
  keyDrivers,
  npsScore,
  planImprovements,
  type FactorFigures,
  type NpsCounts,
} from "goodwill/experience";
import { seededRandom } from "goodwill/shared";
import { companyRatings, STUDY } from "../survey.js";
import { CUSTOMER_CHARTS } from "./customer/charts.js";
import { LOYALTY_CHARTS } from "./loyalty/charts.js";
import { TOUCHPOINT_CHARTS } from "./touchpoint/charts.js";

const ratings = companyRatings();

const wave = (name: string) => ratings.filter((row) => row.wave === name);

/** The retailer of EXP-4, known by its figures only. */
const RETAILER: readonly FactorFigures[] = [
  { factor: "product", importance: 8, expectation: 7, experience: 6 },
  { factor: "service", importance: 7, expectation: 6, experience: 6 },
  { factor: "relationship", importance: 5, expectation: 4, experience: 4 },
  { factor: "convenience", importance: 9, expectation: 7, experience: 5 },
  { factor: "brand_image", importance: 6, expectation: 7, experience: 7 },
  { factor: "price", importance: 8, expectation: 7, experience: 7 },
];

function groups(counts: Readonly<Record<string, NpsCounts>>) {
  return Object.entries(counts).flatMap(([group, count]) => {
    const score = npsScore(count);
    return score === undefined ? [] : [{ group, score }];
  });
}

function unwrap<Value>(
  result:
    { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const analysis = analyzeExperience(wave("2024H2"), {
  study: STUDY,
  bootstrap: { random: seededRandom(1), resamples: 200 },
});

const retailer = analyzeExperience(RETAILER, { study: STUDY });

const partial = analyzeExperience(
  [
    { factor: "price", importance: 8, experience: 6 },
    { factor: "service", expectation: 7 },
  ],
  { study: STUDY },
);

const content = analyzeExperience(
  RETAILER.map((figures) => ({ ...figures, experience: 9 })),
  { study: STUDY },
);

const open = analyzeExperience(
  [
    { factor: "price", expectation: 7, experience: 5 },
    { factor: "service", expectation: 7, experience: 5 },
  ],
  { study: { ...STUDY, factors: ["price", "service"] } },
);

const waves = compareWaves(ratings, { study: STUDY, before: "2024H2", after: "2025H1" });

const drivers = unwrap(
  keyDrivers(
    wave("2024H2").map(({ factors }) =>
      Object.fromEntries(
        Object.entries(factors).flatMap(([factor, { experience }]) =>
          experience === undefined ? [] : [[factor, experience] as const],
        ),
      ),
    ),
    { outcome: "convenience", drivers: STUDY.factors.filter((factor) => factor !== "convenience") },
  ),
);

const plan = unwrap(
  planImprovements(
    Array.from({ length: 9 }, (_, index) => ({
      ...{ id: `i${index}`, name: `Improvement number ${index + 1}`, cost: 10 + index },
      effects: { [index % 2 === 0 ? "price" : "service"]: 0.5 + 0.1 * index },
    })),
    { budget: 100, importance: { price: 8, service: 7 }, shortfall: { price: 3, service: 3 } },
  ),
);

const nothing = unwrap(planImprovements([], { budget: 0, importance: {}, shortfall: {} }));

const quadrants = importancePerformance(
  analysis.gaps.map(({ factor, importance, experience }, index) => ({
    ...{ factor, stated: importance?.mean ?? 0, performance: experience?.mean ?? 0 },
    derived: [0.14, 0.27, 0.13, 0.43, 0.02, 0.01][index]!,
  })),
  { centre: "data" },
);

const NPS = groups({
  "2025H1": { promoters: 30, passives: 40, detractors: 30 },
  "2025H2": { promoters: 462, passives: 176, detractors: 362 },
  all: { promoters: 3, passives: 0, detractors: 0 },
  none: { promoters: 0, passives: 0, detractors: 5 },
});

/** Every chart with results of every kind: measured, figures only, incomplete, nothing to do, undecided. */
export const CHARTS: Readonly<
  Record<string, (options: LabelledChartOptions) => ChartSpecification>
> = {
  "gaps of a survey": (options) => gapChart(analysis, options),
  "gaps of bare figures": (options) => gapChart(retailer, options),
  "gaps, incomplete": (options) => gapChart(partial, options),
  "gaps, all content": (options) => gapChart(content, options),
  "gaps, undetermined": (options) => gapChart(open, options),
  "key probability": (options) => keyProbabilityChart(analysis.keyProbability!, options),
  "key probability with none": (options) =>
    keyProbabilityChart(
      {
        respondents: 12,
        resamples: 1000,
        factors: [
          { factor: "price", keyShare: 0.3 },
          { factor: "service", keyShare: 0.3 },
        ],
        noneShare: 0.3,
        undecidedShare: 0.1,
      },
      options,
    ),
  "importance and performance": (options) => importancePerformanceChart(quadrants, options),
  "importance and performance, derived only": (options) =>
    importancePerformanceChart(
      importancePerformance(
        [
          { factor: "price", derived: 0.7, performance: 3 },
          { factor: "service", derived: 0.3, performance: 3 },
        ],
        { centre: "scale", scale: STUDY.scale },
      ),
      options,
    ),
  "importance and performance of one factor": (options) =>
    importancePerformanceChart(
      importancePerformance([{ factor: "price", stated: 7, performance: 3 }], { centre: "data" }),
      options,
    ),
  "importance and performance without importance": (options) =>
    importancePerformanceChart(
      importancePerformance([{ factor: "price", performance: 3 }], { centre: "data" }),
      options,
    ),
  nps: (options) => npsChart(NPS, options),
  "nps without groups": (options) => npsChart([], options),
  drivers: (options) => driverChart(drivers, options),
  waves: (options) => waveChart(waves, options),
  "waves, named": (options) =>
    waveChart(waves, { ...options, waves: { before: "2024H2", after: "2025H1" } }),
  "waves of bare figures": (options) => waveChart(compareAnalyses(retailer, content), options),
  "waves, worsened": (options) =>
    waveChart(compareWaves(ratings, { study: STUDY, before: "2025H1", after: "2024H2" }), options),
  improvements: (options) => improvementFrontChart(plan, options),
  "improvements with a unit": (options) =>
    improvementFrontChart(plan, { ...options, costUnit: "thousand yuan" }),
  "improvements, none": (options) => improvementFrontChart(nothing, options),
  ...TOUCHPOINT_CHARTS,
  ...CUSTOMER_CHARTS,
  ...LOYALTY_CHARTS,
};

/** Results used above, for tests on what a chart says. */
export const RESULTS = {
  analysis,
  retailer,
  partial,
  content,
  open,
  waves,
  drivers,
  plan,
  nothing,
  quadrants,
  nps: NPS,
};
