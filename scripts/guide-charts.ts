/**
 * Draws the charts that README and guides show, from the simulated company of examples/company.
 *
 *     npm run docs:charts
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  attributionChart,
  blueprintChart,
  consentTimelineChart,
  driverChart,
  emotionCurveChart,
  funnelChart,
  gapChart,
  importancePerformanceChart,
  improvementFrontChart,
  keyProbabilityChart,
  npsChart,
  pathSankey,
  transitionHeatMap,
  waveChart,
  type ChartOptions,
  type ChartSpecification,
} from "goodwill/chart";
import {
  analyzeExperience,
  compareWaves,
  importancePerformance,
  improvementSchema,
  keyDrivers,
  npsScore,
  scoresBy,
  answerSchema,
  type ExperienceAnalysis,
  type KeyDrivers,
} from "goodwill/experience";
import { seededRandom, siftRows } from "goodwill/shared";
import { auditBlueprint } from "goodwill/touchpoint";
import { parse } from "csv-parse/sync";
import { DELIVERY_BLUEPRINT } from "../examples/company/generator/service-design.js";
import { chartSvg } from "../examples/report/chart-svg.js";
import { companyCustomers, companyJourneys } from "../examples/report/company.js";
import { findMapping } from "../examples/report/mapping.js";
import { readSurveyFile } from "../examples/report/survey-file.js";
import { numberAt, surveyOf, type Survey } from "../examples/report/survey.js";
import { careCharts } from "./guide-care.js";
import { loyaltyCharts } from "./guide-loyalty.js";
import { serviceCharts } from "./guide-service.js";
import { valueCharts } from "./guide-value.js";

const COMPANY = new URL("../examples/company/data/", import.meta.url);

const CHARTS = new URL("../docs/charts/", import.meta.url);

/** The wave whose gap is acted on, and the wave that shows what came of it. */
const WAVES = { before: "2024H2", after: "2025H1" };

/** What the company can spend on improvements, in thousand yuan. */
const BUDGET = 90;

const RESAMPLES = { seed: 20_260_213, resamples: 2000 };

/** The charts by file name. */
export async function guideCharts(
  options: ChartOptions = {},
): Promise<Record<string, ChartSpecification>> {
  const survey = await companySurvey();
  const { mapping, study, ratings } = survey;
  const named = { ...options, labels: mapping.labels };
  const analysis = analyzeExperience(
    ratings.filter(({ wave }) => wave === WAVES.before),
    {
      study,
      bootstrap: { random: seededRandom(RESAMPLES.seed), resamples: RESAMPLES.resamples },
      improvements: { candidates: candidates(), budget: BUDGET },
    },
  );
  const { keyProbability, plan } = analysis;
  const drivers = driversOf(survey);
  if (keyProbability === undefined || plan?.ok !== true)
    throw new Error("the company's data hold no plan");
  return {
    "gaps.svg": gapChart(analysis, named),
    "key-probability.svg": keyProbabilityChart(keyProbability, named),
    "improvements.svg": improvementFrontChart(plan.value, {
      ...options,
      costUnit: "thousand yuan",
    }),
    "waves.svg": waveChart(compareWaves(ratings, { study, ...WAVES }), { ...named, waves: WAVES }),
    "nps.svg": npsChart(npsByWave(), options),
    "drivers.svg": driverChart(drivers, named),
    "importance-performance.svg": importancePerformanceChart(mapOf(analysis, drivers), named),
    ...journeyCharts(options),
    "blueprint.svg": blueprintChart(DELIVERY_BLUEPRINT, {
      ...options,
      findings: auditBlueprint(DELIVERY_BLUEPRINT).findings,
    }),
    "consents.svg": consentChart(options),
    ...loyaltyCharts(options),
    ...valueCharts(options),
    ...careCharts(options),
    ...serviceCharts(options),
  };
}

/** The journeys on the company's website, and what they earned. */
function journeyCharts(options: ChartOptions): Record<string, ChartSpecification> {
  const { table, paths, funnel = [], attributions, conformance } = companyJourneys();
  const points = (conformance?.steps ?? []).map(
    ({ touchpoint, emotion, plannedEmotion, obstacles }) => ({
      touchpoint,
      ...(emotion !== undefined && { emotion: emotion.mean }),
      ...(emotion?.interval !== undefined && { interval: emotion.interval }),
      ...(plannedEmotion !== undefined && { planned: plannedEmotion }),
      ...(obstacles[0] !== undefined && { obstacle: obstacles[0].text }),
    }),
  );
  return {
    "emotion-curve.svg": emotionCurveChart({ points }, options),
    "transitions.svg": transitionHeatMap(table, options),
    "paths.svg": pathSankey(paths, options),
    "funnel.svg": funnelChart(funnel, options),
    "attribution.svg": attributionChart(attributions, options),
  };
}

/** What one customer of the company agreed to, and when. */
function consentChart(options: ChartOptions): ChartSpecification {
  const { timeline, base } = companyCustomers();
  return consentTimelineChart(timeline.spans, { ...options, asOf: base.asOf });
}

async function companySurvey(): Promise<Survey & Required<Pick<Survey, "study">>> {
  const file = await readSurveyFile(
    fileURLToPath(new URL("ratings.csv", COMPANY)),
    () => undefined,
  );
  const survey = surveyOf(file, findMapping(file.columns, file.name));
  const { study } = survey;
  if (study === undefined) throw new Error("the company's mapping names no factors");
  return { ...survey, study };
}

function candidates() {
  const rows = JSON.parse(readFileSync(new URL("improvements.json", COMPANY), "utf8")) as unknown[];
  return siftRows(improvementSchema, rows).accepted;
}

/** What moves overall satisfaction in the wave that is acted on. */
function driversOf({ mapping, rows }: Survey): KeyDrivers {
  const { outcome = "", columns = [] } = mapping.drivers ?? {};
  const answers = rows
    .filter((row) => row[mapping.table.wave ?? ""] === WAVES.before)
    .map((row) =>
      Object.fromEntries(
        [outcome, ...columns].flatMap((column) => {
          const value = numberAt(row, column, mapping);
          return value === undefined ? [] : [[column, value] as const];
        }),
      ),
    );
  const found = keyDrivers(answers, { outcome, drivers: columns });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

function mapOf({ gaps }: ExperienceAnalysis, { drivers }: KeyDrivers) {
  const points = gaps.map(({ factor, importance, experience }) => ({
    factor,
    stated: importance?.mean ?? 0,
    derived: drivers.find(({ driver }) => driver === `act_${factor}`)?.importanceShare ?? 0,
    performance: experience?.mean ?? 0,
  }));
  return importancePerformance(points, { centre: "data" });
}

function npsByWave() {
  const rows = parse<Record<string, string>>(readFileSync(new URL("answers.csv", COMPANY)), {
    columns: true,
  });
  const answers = siftRows(
    answerSchema,
    rows.map(({ respondent, question, wave, score = "" }) => ({
      ...{ respondent, question, wave },
      ...(score !== "" && { score: Number(score) }),
    })),
  ).accepted;
  return scoresBy(answers, { question: "nps", by: "wave" }).flatMap(({ group = "", scores }) => {
    const score = npsScore(scores);
    return score === undefined ? [] : [{ group, score }];
  });
}

/** Draws every chart; returns the text of each file. */
export async function drawGuideCharts(): Promise<Record<string, string>> {
  const drawn: Record<string, string> = {};
  for (const [file, chart] of Object.entries(await guideCharts()))
    drawn[file] = `${await chartSvg(chart)}\n`;
  return drawn;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(CHARTS, { recursive: true });
  for (const [file, svg] of Object.entries(await drawGuideCharts())) {
    writeFileSync(new URL(file, CHARTS), svg);
    console.log(`docs/charts/${file}`);
  }
}
