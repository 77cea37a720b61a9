// From the words of a system to those of the customer. Internal: not part of the package's surface.

import type { Touchpoint, TouchpointStage } from "../catalogue/touchpoint.js";
import type { Interaction } from "../interaction.js";
import type { JourneyStep } from "./journey.js";
import type { JourneyOptions } from "./journey-options.js";
import type { InteractionPattern, StepRule } from "./step-rule.js";

/** Makes steps by the rules; the catalogue tells the stage where no rule does. @internal */
export function stepMaker({
  rules = [],
  catalogue = [],
}: JourneyOptions): (interaction: Interaction) => JourneyStep {
  const stages = onlyStages(catalogue);
  return (interaction) => {
    const { touchpoint, at, feeling, outcome, id } = interaction;
    const step: { -readonly [Name in keyof JourneyStep]: JourneyStep[Name] } = { touchpoint, at };
    for (const rule of rules) {
      if (applies(rule.when, interaction)) applyRule(step, rule);
    }
    const stage = step.stage ?? stages.get(touchpoint);
    if (stage !== undefined) step.stage = stage;
    if (feeling !== undefined) step.emotion = feeling;
    if (outcome !== undefined) step.outcome = outcome;
    step.interaction = id;
    return step;
  };
}

/** The stage of each touchpoint that serves one stage only. */
function onlyStages(
  catalogue: Iterable<Pick<Touchpoint, "id" | "stages">>,
): ReadonlyMap<string, TouchpointStage> {
  const only = new Map<string, TouchpointStage>();
  for (const { id, stages } of catalogue) {
    const [stage] = stages;
    if (stage !== undefined && stages.length === 1) only.set(id, stage);
  }
  return only;
}

function applyRule(
  step: { -readonly [Name in keyof JourneyStep]: JourneyStep[Name] },
  { stage, action, question, obstacle }: StepRule,
): void {
  if (stage !== undefined) step.stage ??= stage;
  if (action !== undefined) step.action ??= action;
  if (question !== undefined) step.question ??= question;
  if (obstacle !== undefined) step.obstacle ??= obstacle;
}

function applies(when: InteractionPattern, interaction: Interaction): boolean {
  return (
    (when.touchpoint === undefined || when.touchpoint === interaction.touchpoint) &&
    (when.channel === undefined || when.channel === interaction.channel) &&
    (when.direction === undefined || when.direction === interaction.direction) &&
    (when.kind === undefined || when.kind === interaction.kind) &&
    (when.topic === undefined || when.topic === interaction.topic) &&
    (when.outcome === undefined || when.outcome === interaction.outcome)
  );
}
