import {
  cesScore,
  compareNps,
  csatScore,
  npsSampleSize,
  npsScore,
  type CesOptions,
  type CesScore,
  type CsatOptions,
  type CsatScore,
  type NpsScore,
  type ScoreList,
} from "goodwill/experience";
import { npsChart } from "goodwill/chart";
import {
  chart,
  decimal,
  percent,
  pValue,
  range,
  table,
  text,
  type Block,
  type Page,
} from "./page.js";

/** The scores given to one question in one group, such as a wave. */
export interface ScoreGroup {
  readonly group: string;
  readonly scores: ScoreList;
}

/** The scores of the three questions, by group; a question that was not asked is absent. */
export interface ScoreQuestions {
  readonly nps?: readonly ScoreGroup[];
  readonly csat?: CsatOptions & { readonly groups: readonly ScoreGroup[] };
  readonly ces?: CesOptions & { readonly groups: readonly ScoreGroup[] };
}

/** NPS, CSAT and CES by wave, with their intervals. */
export function scoresPage({ nps, csat, ces }: ScoreQuestions): Page {
  return {
    title: "Scores",
    blocks: [
      ...(nps ? npsBlocks(nps) : []),
      ...(csat ? csatBlocks(scored(csat.groups, (scores) => csatScore(scores, csat))) : []),
      ...(ces ? cesBlocks(scored(ces.groups, (scores) => cesScore(scores, ces))) : []),
    ],
  };
}

interface Scored<Score> {
  readonly group: string;
  readonly score: Score;
}

/** Groups in which somebody answered. */
function scored<Score>(
  groups: readonly ScoreGroup[],
  score: (scores: ScoreList) => Score | undefined,
): readonly Scored<Score>[] {
  return groups.flatMap(({ group, scores }) => {
    const found = score(scores);
    return found === undefined ? [] : [{ group: group === "" ? "all" : group, score: found }];
  });
}

function npsBlocks(groups: readonly ScoreGroup[]): Block[] {
  const found: readonly Scored<NpsScore>[] = scored(groups, npsScore);
  const [before, after] = found.slice(-2);
  const needed = npsSampleSize({ margin: 5 });
  return [
    text("Net promoter score, adjusted Wald interval:"),
    table(
      ["group", "n", "promoters", "passives", "detractors", "NPS", "95% interval"],
      found.map(({ group, score }) => [
        group,
        String(score.n),
        percent(score.promoterShare),
        percent(score.passiveShare),
        percent(score.detractorShare),
        decimal(score.nps, 1),
        range(score.interval, 1),
      ]),
    ),
    chart((theme) => npsChart(found, { theme })),
    ...(before === undefined || after === undefined ? [] : [npsChange(before, after)]),
    text(
      `To know an NPS within 5 points either way, ${needed.toLocaleString("en-US")} answers are needed at worst.`,
    ),
  ];
}

function npsChange(before: Scored<NpsScore>, after: Scored<NpsScore>): Block {
  const { difference, interval, p } = compareNps(before.score, after.score);
  return text(
    `From ${before.group} to ${after.group}: ${decimal(difference, 1)} points (${range(interval, 1)}), p = ${pValue(p)}:`,
    p !== undefined && p < 0.05 ? "more than chance." : "no change beyond chance.",
  );
}

function csatBlocks(found: readonly Scored<CsatScore>[]): Block[] {
  const [first] = found;
  if (first === undefined) return [];
  return [
    text(
      `Customer satisfaction: the share of answers of ${String(first.score.satisfiedFrom)} or more, Wilson interval:`,
    ),
    table(
      ["group", "n", "satisfied", "95% interval", "mean"],
      found.map(({ group, score }) => [
        group,
        String(score.n),
        percent(score.satisfiedShare),
        `${percent(score.interval.lower)} to ${percent(score.interval.upper)}`,
        decimal(score.mean),
      ]),
    ),
  ];
}

function cesBlocks(found: readonly Scored<CesScore>[]): Block[] {
  const [first] = found;
  if (first === undefined) return [];
  return [
    text(
      `Customer effort: mean ease, and the share of answers of ${String(first.score.easyFrom)} or more:`,
    ),
    table(
      ["group", "n", "mean", "95% interval", "easy", "95% interval"],
      found.map(({ group, score }) => [
        group,
        String(score.n),
        decimal(score.mean),
        range(score.interval),
        percent(score.easyShare),
        `${percent(score.easyInterval.lower)} to ${percent(score.easyInterval.upper)}`,
      ]),
    ),
  ];
}
