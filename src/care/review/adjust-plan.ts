import type { Reason } from "../../shared/reason.js";
import type { CarePolicy } from "../policy/care-policy.js";
import type { CareRule } from "../policy/care-rule.js";
import type { PlanReview, ReviewPart } from "./plan-review.js";
import type { ReviewSuggestion } from "./review-suggestion.js";

/** How the measured effect becomes the policy's unit. */
export interface EffectUnit {
  /** What was measured: the difference of response shares, or of what was bought, in minor units. */
  readonly measure: "response" | "value";
  /** How much of the policy's unit one of it is: 1 where a rule's effect is the chance of one more response. */
  readonly perOne: number;
}

/** What of a review is taken over. */
export interface AdjustPlanOptions {
  /** The suggestions that were accepted; all of the review when absent. */
  readonly accepted?: readonly ReviewSuggestion[];
  /** How the measured effect becomes the policy's unit; declared effects stay as they are when absent. */
  readonly unit?: EffectUnit;
  /**
   * How much the declared effect weighs, as a number of measured customers, above 0; 1000 when absent. With as many
   * customers measured the new effect lies in the middle.
   */
  readonly declaredWeight?: number;
}

/** What was changed of one rule. */
export interface PolicyChange {
  /** The id of the rule. */
  readonly rule: string;
  /** Whether the rule was given up, or its expected effect changed. */
  readonly change: "dropped" | "effect";
  /** The expected effect before, in the policy's unit. */
  readonly before: number;
  /** The expected effect now; absent for a rule that was given up. */
  readonly after?: number;
  /** Why, with the figures. */
  readonly reason: Reason;
}

/** The policy to plan with again, and what was changed. */
export interface AdjustedPolicy {
  /** The new policy. */
  readonly policy: CarePolicy;
  /** What was changed, in the order of the rules. */
  readonly changes: readonly PolicyChange[];
  /** Accepted suggestions that only people can carry out: about money, contact, or more customers. */
  readonly forPeople: readonly ReviewSuggestion[];
}

const DECLARED_WEIGHT = 1000;

/**
 * What are the rules of care after what was learned?
 *
 * Rules that shall be given up go. The expected effect of the others moves from the declared one towards the measured
 * one, the further the more customers were measured; it never falls below 0. Then the plan is made again with the new
 * policy.
 *
 * @remarks The weight of the measured effect is m / (m + declaredWeight), m being the harmonic mean of the customers in
 * both groups: the mean of a normal prior and a normal measurement (Gelman and others 2013, Bayesian Data Analysis, eq.
 * 2.12), with spreads that go with the numbers of customers.
 * @param policy - The policy the plan was made with.
 * @param review - What came of the plan.
 * @param options - What is accepted, and how the measured effect counts.
 * @returns The new policy, each change with its reason, and what is left to people.
 * @throws RangeError when `declaredWeight` is not above 0 or `perOne` no finite number above 0.
 * @example
 * ```ts
 * import { adjustPlan, reviewPlan, type CarePolicy } from "goodwill/care";
 * import { timeZone } from "goodwill/shared";
 *
 * const timing = { dueFrom: "09:00", timeZone: timeZone("Asia/Shanghai") };
 * const policy: CarePolicy = { rules: [], limits: {}, otherwise: {}, ...timing };
 * adjustPlan(policy, reviewPlan([], { currency: "CNY" })).changes; // => []
 * ```
 */
export function adjustPlan(
  policy: CarePolicy,
  review: PlanReview,
  options: AdjustPlanOptions = {},
): AdjustedPolicy {
  const { accepted = review.suggestions, unit, declaredWeight = DECLARED_WEIGHT } = options;
  requirePositive("declaredWeight", declaredWeight);
  if (unit !== undefined) requirePositive("unit.perOne", unit.perOne);
  const drops = new Map(
    accepted.flatMap((one) => (one.kind === "drop-rule" ? [[one.rule, one.reason]] : [])),
  );
  const parts = new Map(review.rules.map((part) => [part.name, part]));
  const changes: PolicyChange[] = [];
  const rules: CareRule[] = [];
  for (const rule of policy.rules) {
    const drop = drops.get(rule.id);
    const change =
      drop === undefined
        ? effectChange(rule, { part: parts.get(rule.id), unit, declaredWeight })
        : ({ rule: rule.id, change: "dropped", before: rule.effect, reason: drop } as const);
    if (change !== undefined) changes.push(change);
    if (drop === undefined) rules.push({ ...rule, effect: change?.after ?? rule.effect });
  }
  return {
    policy: { ...policy, rules },
    changes,
    forPeople: accepted.filter(({ kind }) => kind !== "drop-rule"),
  };
}

function requirePositive(name: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new RangeError(
    `Cannot adjust a plan: ${name} must be a finite number above 0, got ${String(value)}`,
  );
}

function effectChange(
  rule: CareRule,
  {
    part,
    unit,
    declaredWeight,
  }: {
    readonly part: ReviewPart | undefined;
    readonly unit: EffectUnit | undefined;
    readonly declaredWeight: number;
  },
): PolicyChange | undefined {
  if (part === undefined || unit === undefined) return undefined;
  const found = measured(part, unit.measure);
  if (found === undefined) return undefined;
  const weight = found.customers / (found.customers + declaredWeight);
  const estimate = found.difference * unit.perOne;
  const after = Math.max(0, rule.effect + weight * (estimate - rule.effect));
  if (after === rule.effect) return undefined;
  const params = { rule: rule.id, declared: rule.effect, measured: estimate, weight, after };
  const reason = { code: "review-effect-weighed", params };
  return { rule: rule.id, change: "effect", before: rule.effect, after, reason };
}

/** The difference between both groups, and the harmonic mean of their sizes. */
function measured(
  { treated, control, effect }: ReviewPart,
  measure: EffectUnit["measure"],
): { readonly difference: number; readonly customers: number } | undefined {
  const isResponse = measure === "response";
  const difference = isResponse ? effect.response?.difference : effect.value?.estimate;
  if (difference === undefined) return undefined;
  const a = isResponse ? treated.known : treated.valueCustomers;
  const b = isResponse ? control.known : control.valueCustomers;
  return { difference, customers: (2 * a * b) / (a + b) };
}
