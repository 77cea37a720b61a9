import {
  cesScore,
  compareNps,
  csatScore,
  DEFAULT_EXPERIENCE_POLICY,
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
import { chart, heading, table, text, type Block, type Page } from "./page.js";
import { amount, decimal, listed, percent, pValue, range, signed } from "./wording.js";

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
      ...(nps ? [heading("Net promoter score"), ...npsBlocks(nps)] : []),
      ...(csat ? [heading("Customer satisfaction"), ...csatBlocks(csat)] : []),
      ...(ces ? [heading("Customer effort"), ...cesBlocks(ces)] : []),
    ],
  };
}

/** The latest scores in a sentence each; those nobody answered are left out. */
export function scoreSentences({ nps, csat, ces }: ScoreQuestions): readonly string[] {
  const latest = <Score>(all: readonly Scored<Score>[] | undefined): Score[] =>
    (all ?? []).slice(-1).map(({ score }) => score);
  return [
    ...latest(nps && scored(nps, npsScore)).map(
      ({ nps: points, interval, n }) =>
        `The net promoter score is ${signed(points, 1)} (${range(interval, 1)}) over ${amount(n)} answers.`,
    ),
    ...latest(csat && scored(csat.groups, (scores) => csatScore(scores, csat))).map(
      ({ satisfiedShare, satisfiedFrom, n }) =>
        `${percent(satisfiedShare)} are satisfied: ${String(satisfiedFrom)} or more, over ${amount(n)} answers.`,
    ),
    ...latest(ces && scored(ces.groups, (scores) => cesScore(scores, ces))).map(
      ({ easyShare, easyFrom, n }) =>
        `${percent(easyShare)} found it easy: ${String(easyFrom)} or more, over ${amount(n)} answers.`,
    ),
  ];
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

/** Groups in which nobody answered are named, not passed over. */
function silence(groups: readonly ScoreGroup[], found: readonly Scored<unknown>[]): Block[] {
  if (found.length === 0) return [text("Nobody answered this question.")];
  const silent = groups.filter(({ group }) => found.every((one) => one.group !== group));
  return silent.length === 0 || groups.length === 1
    ? []
    : [text(`Nobody answered in ${listed(silent.map(({ group }) => group))}.`)];
}

function npsBlocks(groups: readonly ScoreGroup[]): Block[] {
  const found: readonly Scored<NpsScore>[] = scored(groups, npsScore);
  if (found.length === 0) return silence(groups, found);
  const [before, after] = found.slice(-2);
  const needed = npsSampleSize({ margin: 5 });
  return [
    text(
      "Percentage of promoters (9 and 10) minus percentage of detractors (0 to 6), with the adjusted Wald interval:",
    ),
    table(
      ["group", "n", "promoters", "passives", "detractors", "NPS", "95% interval"],
      found.map(({ group, score }) => [
        group,
        amount(score.n),
        percent(score.promoterShare),
        percent(score.passiveShare),
        percent(score.detractorShare),
        decimal(score.nps, 1),
        range(score.interval, 1),
      ]),
    ),
    ...silence(groups, found),
    chart((drawing) => npsChart(found, drawing)),
    ...(before === undefined || after === undefined ? [] : [npsChange(before, after)]),
    text(
      `To know an NPS within 5 points either way, ${amount(needed)} answers are needed at worst.`,
    ),
  ];
}

function npsChange(before: Scored<NpsScore>, after: Scored<NpsScore>): Block {
  const { difference, interval, p } = compareNps(before.score, after.score);
  return text(
    `From ${before.group} to ${after.group}: ${signed(difference, 1)} points (${range(interval, 1)}), p = ${pValue(p)}, taken as independent:`,
    p !== undefined && p < DEFAULT_EXPERIENCE_POLICY.significance
      ? "more than chance."
      : "no change beyond chance.",
  );
}

function csatBlocks(csat: NonNullable<ScoreQuestions["csat"]>): Block[] {
  const found: readonly Scored<CsatScore>[] = scored(csat.groups, (scores) =>
    csatScore(scores, csat),
  );
  if (found.length === 0) return silence(csat.groups, found);
  return [
    text(`Share of answers of ${String(csat.satisfiedFrom)} or more, with the Wilson interval:`),
    table(
      ["group", "n", "satisfied", "95% interval", "mean"],
      found.map(({ group, score }) => [
        group,
        amount(score.n),
        percent(score.satisfiedShare),
        `${percent(score.interval.lower)} to ${percent(score.interval.upper)}`,
        decimal(score.mean),
      ]),
    ),
    ...silence(csat.groups, found),
  ];
}

function cesBlocks(ces: NonNullable<ScoreQuestions["ces"]>): Block[] {
  const found: readonly Scored<CesScore>[] = scored(ces.groups, (scores) => cesScore(scores, ces));
  if (found.length === 0) return silence(ces.groups, found);
  return [
    text(`Mean ease, and the share of answers of ${String(ces.easyFrom)} or more:`),
    table(
      ["group", "n", "mean", "95% interval", "easy", "95% interval"],
      found.map(({ group, score }) => [
        group,
        amount(score.n),
        decimal(score.mean),
        range(score.interval),
        percent(score.easyShare),
        `${percent(score.easyInterval.lower)} to ${percent(score.easyInterval.upper)}`,
      ]),
    ),
    ...silence(ces.groups, found),
  ];
}
