import { TOUCHPOINT_STAGES } from "../catalogue/touchpoint.js";
import type { BlueprintPolicy } from "./audit-policy.js";
import type { BlueprintFinding } from "./blueprint-finding.js";
import type { ServiceBlueprint } from "./blueprint.js";

// What is wrong with the stages. Internal: not part of the package's surface.

/** Stages without a step, and steps of an earlier stage than one before them; steps without stage are passed over. */
export function stageFindings(
  { steps }: ServiceBlueprint,
  { requiredStages }: BlueprintPolicy,
): BlueprintFinding[] {
  const served = new Set(steps.map(({ stage }) => stage));
  const findings: BlueprintFinding[] = TOUCHPOINT_STAGES.filter(
    (stage) => requiredStages.includes(stage) && !served.has(stage),
  ).map((stage) => ({ reason: { code: "stage-without-step", params: { stage } } }));
  let latest = 0;
  for (const { id, stage } of steps) {
    if (stage === undefined) continue;
    const place = TOUCHPOINT_STAGES.indexOf(stage);
    const after = TOUCHPOINT_STAGES[latest];
    if (place < latest && after !== undefined) {
      const params = { step: id, stage, after };
      findings.push({ step: id, reason: { code: "stage-out-of-order", params } });
    }
    latest = Math.max(latest, place);
  }
  return findings;
}
