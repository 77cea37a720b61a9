import type { ExperienceAnalysis, ImprovementPlan } from "goodwill/experience";
import { improvementFrontChart } from "goodwill/chart";
import type { Naming } from "./naming.js";
import { chart, heading, table, text, type Block } from "./page.js";
import { sentence } from "./sentence.js";
import { isMeasured, type CostedImprovements, type StudyFindings } from "./study-findings.js";
import { amount, decimal, listed } from "./wording.js";

/** Steps 5 and 6: what has to be raised, which improvements do it within the budget, and whether they fit the firm. */
export function improvementBlocks(
  { analysis, improvements }: StudyFindings,
  naming: Naming,
): Block[] {
  const { plan } = analysis;
  return [
    heading("5. Requirements and improvements"),
    text(requirementSentence(analysis, naming)),
    ...(plan === undefined || improvements === undefined
      ? [
          text(
            "Which improvements do it within a budget was not asked: the file names no candidates.",
          ),
        ]
      : plan.ok
        ? planBlocks(plan.value, improvements, naming)
        : [
            text(
              `The best set could not be computed: ${amount(plan.error.candidates)} candidates have too many combinations.`,
            ),
          ]),
    heading("6. Fit with strategy and capabilities"),
    text(...fitSentences(analysis, improvements)),
  ];
}

/** What an improvement is called. */
export function improvementName({ candidates }: CostedImprovements): (id: string) => string {
  const names = new Map(candidates.map(({ id, name }) => [id, name ?? id]));
  return (id) => names.get(id) ?? id;
}

function requirementSentence(analysis: ExperienceAnalysis, { name }: Naming): string {
  if (!isMeasured(analysis)) return "What has to be raised is not known: nothing was measured.";
  const aims = analysis.requirements.map(
    ({ factor, from, to }) => `${name(factor)} from ${decimal(from)} to ${decimal(to)}`,
  );
  return aims.length === 0 ? "Nothing has to be raised." : `To raise: ${aims.join("; ")}.`;
}

function planBlocks(
  plan: ImprovementPlan,
  improvements: CostedImprovements,
  { name }: Naming,
): Block[] {
  const { chosen, leftOut, cost, value, budget } = plan;
  const { costUnit } = improvements;
  const called = improvementName(improvements);
  return [
    text(
      `The best set within a budget of ${amount(budget)} ${costUnit} costs ${amount(cost)} and closes ${decimal(value)} importance-weighted points`,
      "(points of experience credited x importance):",
    ),
    table(
      ["do", "cost", "points credited"],
      chosen.map(({ id, cost: own, credited }) => [
        called(id),
        amount(own),
        Object.entries(credited)
          .filter(([, points]) => points !== 0)
          .map(([factor, points]) => `${name(factor)} ${decimal(points)}`)
          .join(", "),
      ]),
    ),
    table(
      ["left out", "cost", "why"],
      leftOut.map(({ id, cost: own, reason }) => [
        called(id),
        amount(own),
        sentence(reason, {
          factor: name,
          // its own name stands at the head of the row
          improvement: (one) => (one === id ? "it" : called(one)),
        }),
      ]),
    ),
    chart((drawing) => improvementFrontChart(plan, { ...drawing, costUnit })),
  ];
}

function fitSentences(
  { fit }: ExperienceAnalysis,
  improvements: CostedImprovements | undefined,
): string[] {
  if (improvements === undefined || fit.length === 0)
    return ["Not judged: there are no candidate improvements."];
  const called = improvementName(improvements);
  const lacking = fit
    .filter(({ fits }) => !fits)
    .map(({ improvement, missing }) => `${called(improvement)} lacks ${listed(missing)}.`);
  return [...lacking, lacking.length === 0 ? "Every candidate fits." : "The others fit."];
}
