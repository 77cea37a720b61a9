import {
  attributionChart,
  emotionCurveChart,
  funnelChart,
  pathSankey,
  transitionHeatMap,
} from "goodwill/chart";
import type { Attribution, FunnelStage, MomentOfTruth } from "goodwill/touchpoint";
import { chart, heading, list, table, text, type Block, type Page } from "../page.js";
import { sentence } from "../sentence.js";
import { amount, decimal, listed, many, percent, range, signed } from "../wording.js";
import type { JourneyFindings } from "./findings.js";

/** Where journeys go and stop, how they feel, which moments decide, and which touchpoints earn the outcome. */
export function journeyPage(findings: JourneyFindings, title = "Journeys"): Page {
  return {
    title,
    blocks: [
      ...summaryBlocks(findings),
      ...funnelBlocks(findings.funnel),
      heading("Where they go next"),
      text(...chainSentences(findings)),
      chart((drawing) => transitionHeatMap(findings.table, drawing)),
      heading("The ways they take"),
      ...pathBlocks(findings),
      ...conformanceBlocks(findings),
      heading("Moments of truth"),
      ...momentBlocks(findings),
      heading("Which touchpoints earn the outcome"),
      ...attributionBlocks(findings.attributions),
    ],
  };
}

function summaryBlocks({
  visits,
  table: { transitions, ends },
  questions,
}: JourneyFindings): Block[] {
  const won = visits.filter(({ outcome }) => outcome !== undefined).length;
  const steps = visits.reduce((sum, journey) => sum + journey.steps.length, 0);
  const pairs = transitions.length;
  return [
    text(
      `${many(visits.length, "journey")} of ${many(steps, "step")}; a pause of ${amount(questions.gapMinutes)} minutes or more ends one.`,
      `${amount(won)} ended in "${questions.outcome}" (${percent(visits.length === 0 ? undefined : won / visits.length)}).`,
      `${many(pairs, "transition")} occurred, to ${many(ends.length, "end")}.`,
    ),
  ];
}

function funnelBlocks(funnel: readonly FunnelStage[] | undefined): Block[] {
  if (funnel === undefined) return [];
  const worst = funnel
    .filter(({ stepShare }) => stepShare !== undefined)
    .toSorted((a, b) => (a.stepShare ?? 1) - (b.stepShare ?? 1))[0];
  return [
    heading("Where they leave"),
    ...(worst
      ? [
          text(
            `Most are lost before "${worst.stage}": ${percent(worst.stepShare)} of those of the stage before get there, ${amount(worst.dropped)} do not.`,
          ),
        ]
      : []),
    chart((drawing) => funnelChart(funnel, drawing)),
  ];
}

function chainSentences({ chain, questions, times }: JourneyFindings): string[] {
  const chances = chain.states.flatMap(({ state, ends }) => {
    const share = ends.find(({ end }) => end === questions.outcome)?.share;
    return state === "(start)" || share === undefined ? [] : [{ state, share }];
  });
  const best = chances.toSorted((a, b) => b.share - a.share).slice(0, 3);
  const start = chain.states.find(({ state }) => state === "(start)");
  const [pair] = times.pairs;
  return [
    start?.expectedSteps === undefined
      ? ""
      : `A journey takes ${decimal(start.expectedSteps, 1)} touchpoints on average.`,
    best.length === 0
      ? ""
      : `The chance of "${questions.outcome}" is highest from ${listed(best.map(({ state, share }) => `${state} (${percent(share)})`))}.`,
    pair === undefined
      ? ""
      : `Most often ${pair.to} follows ${pair.from}, in half of the cases within ${decimal(pair.quantiles[0]?.minutes, 1)} minutes.`,
  ];
}

function pathBlocks({ paths, loops }: JourneyFindings): Block[] {
  const [first] = paths.paths;
  const [loop] = loops.loops;
  return [
    text(
      first === undefined
        ? "No way was taken."
        : `The way taken most is ${first.steps.join(" > ")}${first.outcome === undefined ? ", and out" : ` > ${first.outcome}`}: ${percent(first.share)} of journeys.`,
      loop === undefined
        ? "None comes back to where it was."
        : `${percent(loops.returnShare)} come back to where they were, most often ${loop.steps.join(" > ")}.`,
    ),
    chart((drawing) => pathSankey(paths, drawing)),
  ];
}

function conformanceBlocks({ conformance }: JourneyFindings): Block[] {
  if (conformance === undefined) return [];
  const { plan, steps, deviations, fitness } = conformance;
  return [
    heading("Against the plan"),
    text(
      `"${plan}": the mean fitness of ${many(conformance.journeys, "journey")} is ${decimal(fitness)} of 1.`,
      deviations.length === 0
        ? ""
        : `Most often: ${listed(deviations.slice(0, 3).map(({ code, touchpoint, count }) => `${code} at ${touchpoint} (${amount(count)})`))}.`,
    ),
    chart((drawing) =>
      emotionCurveChart(
        {
          points: steps.map(({ touchpoint, emotion, plannedEmotion, obstacles }) => ({
            touchpoint,
            ...(emotion !== undefined && { emotion: emotion.mean }),
            ...(plannedEmotion !== undefined && { planned: plannedEmotion }),
            ...(obstacles[0] !== undefined && { obstacle: obstacles[0].text }),
          })),
        },
        drawing,
      ),
    ),
    table(
      ["planned step", "taken", "skipped", "felt", "planned", "obstacle met most"],
      steps.map(({ touchpoint, taken, skipped, emotion, plannedEmotion, obstacles }) => [
        touchpoint,
        percent(taken.share),
        percent(skipped.share),
        signed(emotion?.mean),
        signed(plannedEmotion),
        obstacles[0] === undefined ? "" : `${obstacles[0].text} (${amount(obstacles[0].count)})`,
      ]),
    ),
  ];
}

function momentBlocks({ moments: { moments } }: JourneyFindings): Block[] {
  const ranked = moments.filter(({ rank }) => rank !== undefined);
  const falling = ranked.filter(({ score = 0 }) => score > 0);
  return [
    text(
      "Impact x frequency x shortfall. Impact is how much more often journeys that touch it succeed than those that do not: an association, not a cause.",
    ),
    ...(falling.length === 0
      ? [text("No touchpoint with enough answers falls short.")]
      : [
          list(
            falling.flatMap(({ reasons }) => reasons.slice(0, 1).map((reason) => sentence(reason))),
          ),
        ]),
    table(
      ["touchpoint", "journeys", "impact", "felt", "95% interval", "score", "is the peak"],
      ranked.map(momentRow),
    ),
  ];
}

function momentRow({
  touchpoint,
  frequency,
  impact,
  feeling,
  score,
  peak,
}: MomentOfTruth): string[] {
  return [
    touchpoint,
    percent(frequency.share),
    signed(impact?.difference),
    signed(feeling?.mean),
    range(feeling?.interval),
    decimal(score, 3),
    percent(peak.share),
  ];
}

function attributionBlocks(attributions: readonly Attribution[]): Block[] {
  const [first] = attributions;
  if (first === undefined || first.conversions === 0) return [text("No outcome to share.")];
  const shareOf = ({ credits }: Attribution, touchpoint: string): string =>
    percent(credits.find((credit) => credit.touchpoint === touchpoint)?.share);
  return [
    text(
      `${amount(first.conversions)} outcomes on ${amount(first.paths)} ways, shared by ${many(attributions.length, "model")}.`,
      "What paths went along with is shared out; what a touchpoint brings about, only an experiment tells.",
    ),
    chart((drawing) => attributionChart(attributions, drawing)),
    table(
      ["touchpoint", ...attributions.map(({ model }) => model)],
      first.credits.map(({ touchpoint }) => [
        touchpoint,
        ...attributions.map((attribution) => shareOf(attribution, touchpoint)),
      ]),
    ),
  ];
}
