import type { Reason } from "../../shared/reason.js";
import type { BusinessTouchpoint } from "../business/business-touchpoint.js";
import { requireTouchpointCatalogue } from "./touchpoint-catalogue.js";
import type {
  Touchpoint,
  TouchpointControl,
  TouchpointNature,
  TouchpointStage,
} from "./touchpoint.js";
import { TOUCHPOINT_STAGES } from "./touchpoint.js";

/** What the coverage of the stages must hold. */
export interface StageCoveragePolicy {
  /** The stages in which the customer must be able to meet a person. */
  readonly humanStages: readonly TouchpointStage[];
}

/**
 * A person after the purchase: where something went wrong, customers want somebody to speak to. The firm's own choice
 * replaces it.
 */
export const DEFAULT_STAGE_COVERAGE_POLICY: StageCoveragePolicy = { humanStages: ["after"] };

/** Who serves a stage. */
export interface StageService {
  /** The stage. */
  readonly stage: TouchpointStage;
  /** The touchpoints that serve it, by id. */
  readonly touchpoints: readonly string[];
  /** How many of them are under which control. */
  readonly controls: Readonly<Record<TouchpointControl, number>>;
  /** How many of them are of which nature. */
  readonly natures: Readonly<Record<TouchpointNature, number>>;
  /** Who answers for them, by name. */
  readonly owners: readonly string[];
  /** Those for which nobody answers, by id. */
  readonly withoutOwner: readonly string[];
  /**
   * How many interactions they had; absent without a log. A touchpoint of several stages counts in each, because the
   * log does not say in which stage the customer was.
   */
  readonly interactions?: number;
}

/** How well the touchpoints serve the stages of the purchase. */
export interface StageCoverage {
  /** Before, during and after, in this order. */
  readonly stages: readonly StageService[];
  /** The gaps, stage by stage, then the touchpoints without owner, by id. */
  readonly findings: readonly Reason[];
}

/** What the catalogue is held against. */
export interface StageCoverageOptions {
  /** What the touchpoints did, from `businessTouchpoints`; without it the log is not looked at. */
  readonly business?: {
    /** The touchpoints of the log. */
    readonly touchpoints: readonly Pick<BusinessTouchpoint, "touchpoint" | "interactions">[];
  };
  /** What must hold; {@link DEFAULT_STAGE_COVERAGE_POLICY} when absent. */
  readonly policy?: StageCoveragePolicy;
}

/**
 * Which touchpoints serve the customer before, during and after the purchase, and where are gaps (TP-1, TP-2)?
 *
 * Only what the customer sees counts (`frontstage`). Findings of a stage: no touchpoint; only earned ones, which the
 * firm cannot direct; none of the firm's own; no person, earned ones aside, where the policy asks for one; no
 * interaction in the log. And every touchpoint without owner, those behind the line of visibility too.
 *
 * @param catalogue - The touchpoints.
 * @param options - The business as its log shows it, and what must hold.
 * @returns The stages with who serves them, and the gaps as reasons.
 * @throws RangeError when the catalogue is not valid, see {@link requireTouchpointCatalogue}.
 * @example
 * ```ts
 * import { stageCoverage, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const own = STANDARD_TOUCHPOINTS.filter(({ id }) => id === "advertising" || id === "word-of-mouth");
 * stageCoverage(own).findings.map(({ code }) => code);
 * // => ["stage-without-touchpoint", "stage-only-earned", "touchpoint-without-owner", "touchpoint-without-owner"]
 * ```
 */
export function stageCoverage(
  catalogue: Iterable<Touchpoint>,
  { business, policy = DEFAULT_STAGE_COVERAGE_POLICY }: StageCoverageOptions = {},
): StageCoverage {
  const all = [...requireTouchpointCatalogue(catalogue).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const counts =
    business === undefined
      ? undefined
      : new Map(business.touchpoints.map((one) => [one.touchpoint, one.interactions]));
  const servings = TOUCHPOINT_STAGES.map((stage) => {
    const serving = all.filter(
      ({ visibility, stages: served }) => visibility === "frontstage" && served.includes(stage),
    );
    return { serving, service: serviceOf(serving, { stage, counts }) };
  });
  return {
    stages: servings.map(({ service }) => service),
    findings: [
      ...servings.flatMap(({ serving, service }) =>
        stageFindings(service, { hasPerson: serving.some(isPerson), policy }),
      ),
      ...all
        .filter(({ owner }) => owner === undefined)
        .map(({ id }): Reason => ({
          code: "touchpoint-without-owner",
          params: { touchpoint: id },
        })),
    ],
  };
}

/** Somebody the firm or a partner lets the customer speak to; word of mouth is nobody's to offer. */
function isPerson({ nature, control }: Touchpoint): boolean {
  return nature === "human" && control !== "earned";
}

function serviceOf(
  serving: readonly Touchpoint[],
  {
    stage,
    counts,
  }: {
    readonly stage: TouchpointStage;
    readonly counts: ReadonlyMap<string, number> | undefined;
  },
): StageService {
  const controls = { owned: 0, partner: 0, earned: 0 };
  const natures = { human: 0, digital: 0, physical: 0 };
  for (const { control, nature } of serving) {
    controls[control] += 1;
    natures[nature] += 1;
  }
  const owners = serving.map(({ owner }) => owner).filter((owner) => owner !== undefined);
  return {
    stage,
    touchpoints: serving.map(({ id }) => id),
    controls,
    natures,
    owners: [...new Set(owners)].toSorted(),
    withoutOwner: serving.filter(({ owner }) => owner === undefined).map(({ id }) => id),
    ...(counts !== undefined && {
      interactions: serving.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0),
    }),
  };
}

function stageFindings(
  service: StageService,
  { hasPerson, policy }: { readonly hasPerson: boolean; readonly policy: StageCoveragePolicy },
): Reason[] {
  const { stage, touchpoints, controls, interactions } = service;
  const params = { stage, touchpoints: touchpoints.length };
  if (touchpoints.length === 0) return [{ code: "stage-without-touchpoint", params: { stage } }];
  const findings: Reason[] = [];
  const isEarned = controls.earned === touchpoints.length;
  if (isEarned) findings.push({ code: "stage-only-earned", params });
  else if (controls.owned === 0) findings.push({ code: "stage-none-owned", params });
  if (!isEarned && !hasPerson && policy.humanStages.includes(stage)) {
    findings.push({ code: "stage-without-person", params });
  }
  if (interactions === 0) findings.push({ code: "stage-without-interaction", params });
  return findings;
}
