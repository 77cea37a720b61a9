import type { ExperienceAnalysis } from "goodwill/experience";
import { gapChart, keyProbabilityChart } from "goodwill/chart";
import { chart, heading, table, text, type Block, type Page } from "./page.js";
import { improvementBlocks } from "./improvement-blocks.js";
import type { Naming } from "./naming.js";
import { sentence } from "./sentence.js";
import { isMeasured, type StudyFindings } from "./study-findings.js";
import { loopBlocks } from "./wave-blocks.js";
import { amount, chance, decimal, listed, many, pValue, range } from "./wording.js";

/** The seven steps on the last wave, and the loop over all waves. */
export function experiencePage(findings: StudyFindings, naming: Naming): Page {
  const { analysis, study, wave } = findings;
  const { scale } = study;
  return {
    title: `Customer experience: the seven steps${wave === "" ? "" : `, wave ${wave}`}`,
    blocks: [
      text(
        `${many(analysis.respondents ?? 0, "respondent")}, scale ${String(scale.min)} to ${String(scale.max)}.`,
      ),
      heading("1. Brand values"),
      text(brandSentence(analysis, naming)),
      ...gapBlocks(analysis, naming),
      ...keyBlocks(analysis, naming),
      ...segmentBlocks(analysis, naming),
      ...idealBlocks(analysis, naming),
      ...improvementBlocks(findings, naming),
      ...feedbackBlocks(analysis, naming),
      ...loopBlocks(findings, naming),
    ],
  };
}

function brandSentence({ brandValues, gaps }: ExperienceAnalysis, { name }: Naming): string {
  const leading = brandValues.filter((value) => value.leading).map(({ factor }) => name(factor));
  if (leading.length > 0)
    return `Customers choose us for ${listed(leading)}: experienced best, and not proven short of what is expected.`;
  return gaps.every(({ experience }) => experience === undefined)
    ? "Nothing can be said: nobody answered how any factor was experienced."
    : "No factor that was experienced is free of disappointment: there is no brand value to stand on.";
}

function gapBlocks(analysis: ExperienceAnalysis, { name, labels }: Naming): Block[] {
  const flags = analysis.gaps.flatMap((gap) => gap.flags);
  const head = ["factor", "n", "experience", "expected", "satisfaction", "95% interval"];
  return [
    heading("2. Experience, expectation, satisfaction and importance"),
    text("Satisfaction is experience minus expectation; below 0 customers are disappointed."),
    table(
      [...head, "p (Holm)", "importance", "imp x sat"],
      analysis.gaps.map((gap) => [
        name(gap.factor),
        amount(gap.satisfaction?.n ?? 0),
        decimal(gap.experience?.mean),
        decimal(gap.expectation?.mean),
        decimal(gap.satisfaction?.mean),
        range(gap.satisfaction?.interval),
        pValue(gap.satisfaction?.pHolm),
        decimal(gap.importance?.mean),
        decimal(gap.weightedSatisfaction?.mean),
      ]),
    ),
    ...flags.map((flag) => text(sentence(flag, { factor: name }))),
    ...(isMeasured(analysis)
      ? [chart((drawing) => gapChart(analysis, { ...drawing, labels }))]
      : []),
  ];
}

function keyBlocks(analysis: ExperienceAnalysis, { name, labels }: Naming): Block[] {
  const { key, keyProbability: probability } = analysis;
  const title = heading("3. Key experience");
  if (!isMeasured(analysis)) {
    return [
      title,
      text(
        "It could not be measured whether anything falls short: no factor has both experience and expectation ratings.",
      ),
    ];
  }
  const reasons = text(...key.reasons.map((reason) => sentence(reason, { factor: name })));
  if (probability === undefined) return [title, reasons];
  if (probability.respondents === 1)
    return [title, reasons, text("How sure? One respondent says nothing about the others.")];
  const shares = probability.factors
    .filter(({ keyShare }) => keyShare > 0)
    .toSorted((a, b) => b.keyShare - a.keyShare)
    .map(({ factor, keyShare }) => `${name(factor)} ${chance(keyShare)}`);
  if (probability.noneShare > 0)
    shares.push(`no factor falls short ${chance(probability.noneShare)}`);
  if (probability.undecidedShare > 0) shares.push(`open ${chance(probability.undecidedShare)}`);
  return [
    title,
    reasons,
    text(
      `How sure? Over ${amount(probability.resamples)} resamples of the respondents: ${shares.join(", ")}.`,
    ),
    chart((drawing) => keyProbabilityChart(probability, { ...drawing, labels })),
  ];
}

function segmentBlocks({ segments }: ExperienceAnalysis, { name }: Naming): Block[] {
  if (segments.length === 0) return [];
  return [
    text("By segment:"),
    table(
      ["segment", "key experience", "n", "imp x sat", "satisfaction", "95% interval"],
      segments.map(({ segment, key, gaps }) => {
        const gap = gaps.find(({ factor }) => factor === key.factors[0]);
        return [
          segment,
          key.ranking.length === 0 ? "not measured" : listed(key.factors.map(name)) || "none",
          gap === undefined ? "-" : amount(gap.satisfaction?.n ?? 0),
          decimal(gap?.weightedSatisfaction?.mean),
          decimal(gap?.satisfaction?.mean),
          range(gap?.satisfaction?.interval),
        ];
      }),
    ),
  ];
}

function idealBlocks({ ideal }: ExperienceAnalysis, { name }: Naming): Block[] {
  return [
    heading("4. Ideal experience and experience gap"),
    text(
      ideal.some(({ raised }) => raised)
        ? "Means are limited: the ideal raises the key experience only, and leaves the others as they are."
        : "Without a key experience the ideal leaves everything as it is.",
    ),
    table(
      ["factor", "experience", "ideal", "gap"],
      ideal.map(({ factor, experience, ideal: aim, gap }) => [
        name(factor),
        decimal(experience),
        decimal(aim),
        decimal(gap),
      ]),
    ),
  ];
}

function feedbackBlocks(analysis: ExperienceAnalysis, { name }: Naming): Block[] {
  const title = heading("7. Feedback");
  if (analysis.feedback.length === 0) {
    return [
      title,
      text(
        isMeasured(analysis)
          ? "There is no key experience to follow up; the next wave shows whether it stays so."
          : "There is nothing to follow up before expectation and experience are both asked.",
      ),
    ];
  }
  return [
    title,
    ...analysis.feedback.map(({ factor, baseline, target, respondentsNeeded }) =>
      text(
        `The next wave has to show: satisfaction with ${name(factor)} up from ${decimal(baseline)} to ${decimal(target)}.`,
        respondentsNeeded === undefined
          ? ""
          : `${many(respondentsNeeded, "complete answer")} in each wave are enough to show a change of that size.`,
      ),
    ),
  ];
}
