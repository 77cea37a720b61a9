import type { Reason } from "../../shared/reason.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";
import type { BlueprintFinding } from "./blueprint-finding.js";
import type { BlueprintStep, ServiceBlueprint } from "./blueprint.js";

// What is wrong with steps. Internal: not part of the package's surface.

/** The findings of all steps, in their order. */
export function stepFindings(
  { steps }: ServiceBlueprint,
  {
    supported,
    known,
  }: {
    readonly supported: ReadonlySet<string>;
    readonly known: ReadonlyMap<string, Touchpoint> | undefined;
  },
): BlueprintFinding[] {
  const taken = new Set<string>();
  return steps.flatMap((step) => {
    const reasons: Reason[] = [];
    const params = { step: step.id };
    if (taken.has(step.id)) reasons.push({ code: "step-defined-twice", params });
    taken.add(step.id);
    const isVisible = step.frontstage.length > 0;
    if (!isVisible) reasons.push({ code: "step-without-frontstage", params });
    else if (!supported.has(step.id)) reasons.push({ code: "step-without-support", params });
    const hasSetting = step.frontstage.some(({ kind }) => kind === "setting");
    if (isVisible && !hasSetting && (step.evidence ?? []).length === 0) {
      reasons.push({ code: "step-without-evidence", params });
    }
    reasons.push(
      ...recoveryReasons(step),
      ...promiseReasons(step),
      ...touchpointReasons(step, known),
    );
    return reasons.map((reason) => ({ step: step.id, reason }));
  });
}

function recoveryReasons({ id, failPoints, recoveries }: BlueprintStep): Reason[] {
  const recovered = new Set((recoveries ?? []).map(({ failPoint }) => failPoint));
  return (failPoints ?? [])
    .filter((failPoint) => !recovered.has(failPoint))
    .map((failPoint) => ({
      code: "fail-point-without-recovery",
      params: { step: id, failPoint },
    }));
}

function promiseReasons({ id, targetMinutes, promisedMinutes }: BlueprintStep): Reason[] {
  if (targetMinutes === undefined || promisedMinutes === undefined) return [];
  if (targetMinutes <= promisedMinutes) return [];
  return [{ code: "target-beyond-promise", params: { step: id, targetMinutes, promisedMinutes } }];
}

function touchpointReasons(
  { id, touchpoint }: BlueprintStep,
  known: ReadonlyMap<string, Touchpoint> | undefined,
): Reason[] {
  if (touchpoint === undefined || known === undefined) return [];
  const params = { step: id, touchpoint };
  const found = known.get(touchpoint);
  if (found === undefined) return [{ code: "step-touchpoint-unknown", params }];
  return found.visibility === "backstage" ? [{ code: "step-touchpoint-backstage", params }] : [];
}
