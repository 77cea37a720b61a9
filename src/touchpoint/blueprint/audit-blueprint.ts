import { requireTouchpointCatalogue } from "../catalogue/touchpoint-catalogue.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";
import { DEFAULT_BLUEPRINT_POLICY } from "./audit-policy.js";
import type { BlueprintPolicy } from "./audit-policy.js";
import { requireBlueprint } from "./blueprint-elements.js";
import type { BlueprintFinding } from "./blueprint-finding.js";
import { blueprintSupport } from "./blueprint-support.js";
import type { ServiceBlueprint } from "./blueprint.js";
import { elementFindings } from "./element-finding.js";
import { stageFindings } from "./stage-finding.js";
import { stepFindings } from "./step-finding.js";

/** What a blueprint was held against, and what is wrong with it. */
export interface BlueprintAudit {
  /** The service. */
  readonly blueprint: string;
  /** How many steps were looked at. */
  readonly steps: number;
  /** How many elements were looked at. */
  readonly elements: number;
  /** How many steps of those the customer sees something of rest on support; TP-7 asks for all. */
  readonly supportedSteps: number;
  /** How many steps the customer sees something of. */
  readonly visibleSteps: number;
  /** What is wrong: step by step, then the stages, then the elements by id. */
  readonly findings: readonly BlueprintFinding[];
}

/** What a blueprint is held against. */
export interface AuditBlueprintOptions {
  /** What must hold; {@link DEFAULT_BLUEPRINT_POLICY} when absent. */
  readonly policy?: BlueprintPolicy;
  /** The touchpoints that steps may name; not checked when absent. */
  readonly catalogue?: Iterable<Touchpoint>;
}

/**
 * What is wrong with a service as it is drawn: what is seen and not carried, and fourteen faults more (TP-7)?
 *
 * - Steps: visible and without support (`step-without-support`), nothing visible (`step-without-frontstage`), nothing
 *   to see or keep of it, neither setting nor evidence (`step-without-evidence`), a fail point without recovery, a
 *   target longer than promised (equal is kept), a touchpoint the catalogue does not know or keeps backstage, an id
 *   used twice.
 * - Stages: one without a step, and a step of an earlier stage than one before it.
 * - Elements: without owner, two definitions under one id, support that carries no step, support that carries more
 *   steps than the policy allows, and one that rests on what nobody defined.
 *
 * @remarks Shostack (1984, "Designing services that deliver", Harvard Business Review 62(1):133) for line of visibility
 * and fail points; Bitner, Ostrom and Morgan (2008, "Service blueprinting", California Management Review 50(3):66) for
 * the physical evidence of each step.
 * @param blueprint - The service.
 * @param options - Policy and catalogue.
 * @returns The findings with their reasons, and how many of the visible steps are supported.
 * @throws RangeError when the blueprint has no step, or the policy or the catalogue is not valid.
 * @example
 * ```ts
 * import { auditBlueprint } from "goodwill/touchpoint";
 *
 * const { findings } = auditBlueprint({
 *   name: "repair",
 *   steps: [
 *     {
 *       id: "hand over",
 *       customerAction: "hands over the screen",
 *       stage: "after",
 *       frontstage: [{ id: "desk", name: "Service desk", kind: "people", owner: "service" }],
 *       backstage: [],
 *       evidence: ["receipt"],
 *     },
 *   ],
 * });
 * findings.map(({ reason }) => reason.code);
 * // => ["step-without-support", "stage-without-step", "stage-without-step"]
 * ```
 */
export function auditBlueprint(
  blueprint: ServiceBlueprint,
  { policy = DEFAULT_BLUEPRINT_POLICY, catalogue }: AuditBlueprintOptions = {},
): BlueprintAudit {
  requireBlueprint(blueprint, "audit");
  const { maximumStepsPerElement: maximum } = policy;
  if (!Number.isSafeInteger(maximum) || maximum < 1) {
    throw new RangeError(
      `Cannot audit: maximumStepsPerElement must be a whole number of at least 1, got ${String(maximum)}`,
    );
  }
  const known = catalogue === undefined ? undefined : requireTouchpointCatalogue(catalogue);
  const support = blueprintSupport(blueprint);
  const supported = new Set(
    support.steps.filter(({ all }) => all.length > 0).map(({ step }) => step),
  );
  const visible = blueprint.steps.filter(({ frontstage }) => frontstage.length > 0);
  const elements = elementFindings(blueprint, { support, policy });
  return {
    blueprint: blueprint.name,
    steps: blueprint.steps.length,
    elements: elements.count,
    supportedSteps: visible.filter(({ id }) => supported.has(id)).length,
    visibleSteps: visible.length,
    findings: [
      ...stepFindings(blueprint, { supported, known }),
      ...stageFindings(blueprint, policy),
      ...elements.findings,
    ],
  };
}
