import {
  analyzeExperience,
  compareWaves,
  EXPERIENCE_SENTENCES,
  type ExperienceAnalysis,
  type ImprovementCandidates,
  type Study,
  type WideRating,
} from "goodwill/experience";
import { gapChart, improvementFrontChart, keyProbabilityChart, waveChart } from "goodwill/chart";
import { explain, seededRandom, type Reason } from "goodwill/shared";
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
import type { Survey } from "./survey.js";

/** One seed, so that the report comes out the same every time. */
const SEED = 20_260_213;

const RESAMPLES = 2000;

/** The seven steps on the last wave, and the loop over all waves. */
export function experiencePage(
  survey: Survey,
  study: Study,
  improvements?: ImprovementCandidates,
): Page {
  const { labels } = survey.mapping;
  const name = (factor: string): string => labels[factor] ?? factor;
  const last = survey.waves.at(-1) ?? "";
  const analysis = analyzeExperience(ratingsOf(survey, last), {
    study,
    bootstrap: { random: seededRandom(SEED), resamples: RESAMPLES },
    ...(improvements && { improvements }),
  });
  const where = last === "" ? "" : `, wave ${last}`;
  return {
    title: `Customer experience: the seven steps${where}`,
    blocks: [
      text(
        `${String(analysis.respondents)} respondents, scale ${String(study.scale.min)} to ${String(study.scale.max)}.`,
      ),
      ...gapBlocks(analysis, { name, labels }),
      ...keyBlocks(analysis, { name, labels }),
      ...requirementBlocks(analysis, { name, improvements }),
      ...feedbackBlocks(analysis, name),
      ...(survey.waves.length > 1 ? loopBlocks(survey, study, name) : []),
    ],
  };
}

interface Naming {
  readonly name: (factor: string) => string;
  readonly labels: Readonly<Record<string, string>>;
}

function ratingsOf({ ratings }: Survey, wave: string): readonly WideRating[] {
  return ratings.filter((rating) => (rating.wave ?? "") === wave);
}

function sentence(reason: Reason, name: (factor: string) => string): string {
  const { factor } = reason.params;
  const named =
    typeof factor === "string"
      ? { ...reason, params: { ...reason.params, factor: name(factor) } }
      : reason;
  return explain(named, EXPERIENCE_SENTENCES);
}

function gapBlocks(analysis: ExperienceAnalysis, { name, labels }: Naming): Block[] {
  const leading = analysis.brandValues
    .filter((value) => value.leading)
    .map(({ factor }) => name(factor));
  const flags = analysis.gaps.flatMap((gap) => gap.flags);
  return [
    text(
      leading.length === 0
        ? "Step 1. Every factor disappoints: there is no brand value to stand on."
        : `Step 1. Customers choose us for ${leading.join(" and ")}: experienced best, and not short of what is expected.`,
    ),
    text(
      "Step 2. Experience, expectation, satisfaction (experience - expectation) and importance:",
    ),
    table(
      [
        "factor",
        "n",
        "experience",
        "expected",
        "satisfaction",
        "95% interval",
        "p (Holm)",
        "importance",
        "imp x sat",
      ],
      analysis.gaps.map((gap) => [
        name(gap.factor),
        String(gap.satisfaction?.n ?? 0),
        decimal(gap.experience?.mean),
        decimal(gap.expectation?.mean),
        decimal(gap.satisfaction?.mean),
        range(gap.satisfaction?.interval),
        pValue(gap.satisfaction?.pHolm),
        decimal(gap.importance?.mean),
        decimal(gap.weightedSatisfaction?.mean),
      ]),
    ),
    ...flags.map((flag) => text(sentence(flag, name))),
    chart((theme) => gapChart(analysis, { theme, labels })),
  ];
}

function keyBlocks(analysis: ExperienceAnalysis, { name, labels }: Naming): Block[] {
  const { key, keyProbability: probability, segments } = analysis;
  const shares = probability?.factors
    .filter(({ keyShare }) => keyShare > 0)
    .toSorted((a, b) => b.keyShare - a.keyShare)
    .map(({ factor, keyShare }) => `${name(factor)} ${percent(keyShare)}`);
  return [
    text("Step 3. Key experience:", ...key.reasons.map((reason) => sentence(reason, name))),
    ...(probability === undefined || shares === undefined
      ? []
      : [
          text(
            `How sure? Over ${probability.resamples.toLocaleString("en-US")} resamples: ${shares.join(", ") || "no factor falls short"}.`,
          ),
          chart((theme) => keyProbabilityChart(probability, { theme, labels })),
        ]),
    ...(segments.length === 0
      ? []
      : [
          table(
            ["segment", "key experience", "imp x sat", "satisfaction", "95% interval"],
            segments.map(({ segment, key: own, gaps }) => {
              const gap = gaps.find(({ factor }) => factor === own.factors[0]);
              return [
                segment,
                own.factors.map(name).join(", ") || "none",
                decimal(gap?.weightedSatisfaction?.mean),
                decimal(gap?.satisfaction?.mean),
                range(gap?.satisfaction?.interval),
              ];
            }),
          ),
        ]),
    text("Step 4. The ideal raises the key experience only; the gap to close:"),
    table(
      ["factor", "experience", "ideal", "gap"],
      analysis.ideal.map(({ factor, experience, ideal, gap }) => [
        name(factor),
        decimal(experience),
        decimal(ideal),
        decimal(gap),
      ]),
    ),
  ];
}

function requirementBlocks(
  { requirements, plan, fit }: ExperienceAnalysis,
  {
    name,
    improvements,
  }: Pick<Naming, "name"> & { readonly improvements?: ImprovementCandidates | undefined },
): Block[] {
  const aims = requirements.map(
    ({ factor, from, to }) => `${name(factor)} from ${decimal(from)} to ${decimal(to)}`,
  );
  const required = text(
    `Step 5. Requirements: ${aims.length === 0 ? "nothing falls short" : `raise ${aims.join("; ")}`}.`,
  );
  if (plan === undefined || improvements === undefined) return [required];
  if (!plan.ok) return [required, text(`No plan: ${plan.error.code}.`)];
  const { chosen, leftOut, cost, value, budget } = plan.value;
  const titleOf = (id: string): string =>
    improvements.candidates.find((one) => one.id === id)?.name ?? id;
  return [
    required,
    text(
      `The best set within a budget of ${String(budget)} costs ${String(cost)} and closes ${decimal(value)} importance-weighted points:`,
    ),
    table(
      ["do", "cost", "points credited"],
      chosen.map(({ id, cost: own, credited }) => [
        titleOf(id),
        String(own),
        Object.entries(credited)
          .filter(([, points]) => points !== 0)
          .map(([factor, points]) => `${name(factor)} ${decimal(points)}`)
          .join(", "),
      ]),
    ),
    table(
      ["left out", "cost", "why"],
      leftOut.map(({ id, cost: own, reason }) => [
        titleOf(id),
        String(own),
        explain(reason, EXPERIENCE_SENTENCES),
      ]),
    ),
    chart((theme) => improvementFrontChart(plan.value, { theme })),
    text(
      "Step 6. Fit with strategy, people, process and technology:",
      ...fit
        .filter(({ fits }) => !fits)
        .map(
          ({ improvement, missing }) => `${titleOf(improvement)} lacks ${missing.join(" and ")}.`,
        ),
      fit.every(({ fits }) => fits) ? "every candidate fits." : "The others fit.",
    ),
  ];
}

function feedbackBlocks(
  { feedback }: ExperienceAnalysis,
  name: (factor: string) => string,
): Block[] {
  return feedback.map(({ factor, baseline, target, respondentsNeeded }) =>
    text(
      `Step 7. The next wave has to show: satisfaction with ${name(factor)} up from ${decimal(baseline)} to ${String(target)};`,
      respondentsNeeded === undefined
        ? ""
        : `${String(respondentsNeeded)} complete answers are enough to show it.`,
    ),
  );
}

function loopBlocks(survey: Survey, study: Study, name: (factor: string) => string): Block[] {
  const pairs = survey.waves
    .slice(1)
    .map((after, position) => ({ before: survey.waves[position] as string, after }));
  const comparisons = pairs.map(({ before, after }) => ({
    before,
    after,
    found: compareWaves(survey.ratings, { study, before, after }),
  }));
  const latest = comparisons.at(-1) as (typeof comparisons)[number];
  return [
    text("The loop so far: what was aimed at, what became of it, and what was next."),
    table(
      ["from", "to", "aim", "change", "95% interval", "p (Holm)", "outcome", "next key experience"],
      comparisons.flatMap(({ before, after, found }) =>
        found.aims.map(({ factor, outcome }) => {
          const change = found.changes.find((one) => one.factor === factor);
          return [
            before,
            after,
            name(factor),
            decimal(change?.change?.estimate),
            range(change?.change?.interval),
            pValue(change?.pHolm),
            outcome,
            found.nextKey.factors.map(name).join(", ") || "none",
          ];
        }),
      ),
    ),
    text(`All factors from ${latest.before} to ${latest.after}:`),
    table(
      ["factor", "before", "after", "change", "95% interval", "p (Holm)", "verdict"],
      latest.found.changes.map(({ factor, before, after, change, pHolm, verdict }) => [
        name(factor),
        decimal(before?.mean),
        decimal(after?.mean),
        decimal(change?.estimate),
        range(change?.interval),
        pValue(pHolm),
        verdict,
      ]),
    ),
    chart((theme) => waveChart(latest.found, { theme, labels: survey.mapping.labels })),
  ];
}
