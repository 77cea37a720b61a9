import type { ExperienceAnalysis, KeyProbability } from "goodwill/experience";
import { driverSentence, type DriverFindings } from "./drivers-page.js";
import type { EarlyWarning } from "./early-warning-page.js";
import { improvementName } from "./improvement-blocks.js";
import type { Naming } from "./naming.js";
import { list, text, type Page } from "./page.js";
import { scoreSentences, type ScoreQuestions } from "./scores-page.js";
import { isMeasured, WAVES_SHOWN, type StudyFindings } from "./study-findings.js";
import type { Survey } from "./survey.js";
import { amount, capitalised, chance, decimal, listed, many, signed } from "./wording.js";

/** All that was found out. */
export interface Findings {
  readonly study?: StudyFindings;
  readonly questions: ScoreQuestions;
  readonly drivers?: DriverFindings;
  readonly warning?: EarlyWarning;
}

/** The report in four sentences: what falls short and how sure that is, what to do, whether it got better, what to watch. */
export function summaryPage(findings: Findings, survey: Survey, naming: Naming): Page {
  const { study, questions, drivers, warning } = findings;
  const driver = drivers && driverSentence(drivers, naming);
  const sentences =
    study === undefined
      ? [...scoreSentences(questions), ...(driver === undefined ? [] : [driver])]
      : [
          keySentence(study.analysis, naming),
          actionSentence(study, naming),
          changeSentence(study, naming),
          watchSentence(study.analysis, warning, naming),
        ];
  const waves = survey.waves.length;
  return {
    title: "In short",
    blocks: [
      ...survey.notes.map((note) => text(note)),
      ...(waves > WAVES_SHOWN
        ? [text(`The file has ${amount(waves)} waves; the last ${amount(WAVES_SHOWN)} are shown.`)]
        : []),
      list(sentences.length === 0 ? ["Nobody answered: there is nothing to report."] : sentences),
    ],
  };
}

function keySentence(analysis: ExperienceAnalysis, { name }: Naming): string {
  const { key, gaps, keyProbability } = analysis;
  const names = listed(key.factors.map(name));
  if (!isMeasured(analysis))
    return "Whether anything falls short of what customers expect could not be measured.";
  if (key.status === "none")
    return `No factor falls short of what customers expect${sureness(keyProbability, keyProbability?.noneShare)}.`;
  if (key.status !== "found")
    return `Which factor to act on is open: ${listed(key.factors.map(name))} could fall short most, because importance was not stated.`;
  if (key.tied) return `${capitalised(names)} fall short most, alike.`;
  const gap = gaps.find(({ factor }) => factor === key.factors[0]);
  const share = keyProbability?.factors.find(({ factor }) => factor === gap?.factor)?.keyShare;
  const hint = gap?.flags.some(({ code }) => code === "small-sample")
    ? `, which over ${many(gap.satisfaction?.n ?? 0, "complete answer")} is a hint only`
    : sureness(keyProbability, share);
  return `${capitalised(names)} falls short most: ${decimal(gap?.experience?.mean)} experienced, ${decimal(gap?.expectation?.mean)} expected${hint}.`;
}

function sureness(probability: KeyProbability | undefined, share: number | undefined): string {
  if (probability === undefined || share === undefined) return "";
  return ` (so in ${chance(share)} of ${amount(probability.resamples)} resamples)`;
}

function actionSentence({ analysis, improvements }: StudyFindings, { name }: Naming): string {
  if (!isMeasured(analysis))
    return "Before anything is done, ask for both expectation and experience.";
  const { plan, requirements } = analysis;
  if (plan?.ok === true && improvements !== undefined) {
    const { chosen, budget, cost, value } = plan.value;
    if (chosen.length === 0)
      return `No candidate improvement within the budget of ${amount(budget)} ${improvements.costUnit} closes anything.`;
    const called = improvementName(improvements);
    return `Within the budget of ${amount(budget)} ${improvements.costUnit}, do this: ${listed(chosen.map(({ id }) => `"${called(id)}"`))} (cost ${amount(cost)}, closing ${decimal(value)} importance-weighted points).`;
  }
  const [first] = requirements;
  return first === undefined
    ? "Nothing has to be raised."
    : `Raise ${name(first.factor)} first, from ${decimal(first.from)} to ${decimal(first.to)}.`;
}

function changeSentence({ pairs }: StudyFindings, { name }: Naming): string {
  const latest = pairs.at(-1);
  if (latest === undefined)
    return "There is one wave only: whether it gets better, the next will show.";
  const { before, after, found } = latest;
  const moved = (verdict: "improved" | "worsened"): string[] => {
    const changes = found.changes.filter((one) => one.verdict === verdict);
    return changes.length === 0
      ? []
      : [
          `${listed(changes.map(({ factor, change }) => `${name(factor)} (${signed(change?.estimate)})`))} ${verdict}`,
        ];
  };
  const still = found.aims
    .filter(({ outcome }) => outcome === "unproven" || outcome === "untested")
    .map(({ factor, outcome }) => {
      const change = found.changes.find((one) => one.factor === factor);
      return outcome === "untested"
        ? `${name(factor)}, the aim, could not be tested`
        : `${name(factor)}, the aim, did not change beyond chance (${signed(change?.change?.estimate)})`;
    });
  const all = [...moved("improved"), ...moved("worsened"), ...still];
  return `From ${before} to ${after}: ${all.join("; ") || "no factor changed beyond chance"}.`;
}

function watchSentence(
  { key, gaps, policy }: ExperienceAnalysis,
  warning: EarlyWarning | undefined,
  { name }: Naming,
): string {
  const themes = (warning?.themes ?? [])
    .filter(({ systemic }) => systemic)
    .map(
      ({ theme, current }) =>
        `${theme} complaints (${amount(current?.count ?? 0)} of ${amount(current?.exposure ?? 0)})`,
    );
  const short = gaps
    .filter(({ factor, satisfaction: found }) => {
      const proven = found?.pHolm !== undefined && found.pHolm < policy.significance;
      return proven && found.mean < 0 && !key.factors.includes(factor);
    })
    .map(({ factor }) => name(factor));
  const parts = [
    ...(themes.length === 0
      ? []
      : [`${listed(themes)}, risen beyond chance in ${warning?.period ?? ""}`]),
    ...(short.length === 0
      ? []
      : [`${listed(short)}, which ${short.length === 1 ? "falls" : "fall"} short too`]),
  ];
  return parts.length === 0
    ? "To watch: nothing else falls short beyond chance."
    : `To watch: ${parts.join("; and ")}.`;
}
