// What to adjust, read off the figures by rule. Internal: not part of the package's surface.

import type { ReasonParameter } from "../../shared/reason.js";
import type { Interval } from "../../shared/statistics/interval.js";
import { normalQuantile } from "../../shared/statistics/normal.js";
import type { ReviewPart } from "./plan-review.js";
import type { ReviewPolicy } from "./review-policy.js";
import type {
  DropRule,
  MeasureRule,
  MendContact,
  MoveBudget,
  ReviewSuggestion,
} from "./review-suggestion.js";

/** What to adjust: by rule in their order, then moves of money. @internal */
export function reviewSuggestions(
  rules: readonly ReviewPart[],
  policy: ReviewPolicy,
): readonly ReviewSuggestion[] {
  return [
    ...rules.flatMap((rule) => [...judgement(rule, policy), ...mending(rule, policy)]),
    ...moves(rules),
  ];
}

/** Whether a rule's effect is worth it, or how many customers would tell. */
function judgement(rule: ReviewPart, policy: ReviewPolicy): readonly ReviewSuggestion[] {
  const { name, treated, control, effect } = rule;
  const { response, value } = effect;
  const { leastDifference: difference, minimumCustomers } = policy;
  // Where nobody was treated there is nothing to judge.
  if (treated.customers === 0) return [];
  const sizes = { rule: name, treated: treated.known, control: control.known };
  if (response === undefined || Math.min(treated.known, control.known) < minimumCustomers)
    return [measuring("review-too-few", { sizes, policy })];
  const { lower, upper } = response.interval;
  const facts = { ...sizes, lower, upper };
  if (upper < 0) return [dropping("review-lowers-response", facts)];
  if (lower <= 0 && value?.interval !== undefined && value.interval.upper < 0)
    return [dropping("review-lowers-value", { ...facts, ...ends(value.interval) })];
  if (upper < difference) {
    const reason = { code: "review-not-worth-it", params: { ...facts, difference } };
    return [{ kind: "reconsider-rule", rule: name, reason }];
  }
  if (lower > 0) return [];
  return [measuring("review-unproven", { sizes: facts, policy, share: control.responseShare })];
}

interface RuleFacts extends Readonly<Record<string, ReasonParameter>> {
  readonly rule: string;
}

function dropping(code: string, params: RuleFacts): DropRule {
  return { kind: "drop-rule", rule: params.rule, reason: { code, params } };
}

function ends({ lower, upper }: Interval): Pick<Interval, "lower" | "upper"> {
  return { lower, upper };
}

function measuring(
  code: string,
  {
    sizes,
    policy,
    share,
  }: {
    readonly sizes: RuleFacts;
    readonly policy: ReviewPolicy;
    readonly share?: number | undefined;
  },
): MeasureRule {
  const needed = neededPerGroup(policy, share);
  const params = { ...sizes, difference: policy.leastDifference, needed };
  return {
    kind: "measure-rule",
    rule: sizes.rule,
    neededPerGroup: needed,
    reason: { code, params },
  };
}

/**
 * Customers in each group for which the least difference is noticed with the power asked for, after Fleiss, Levin and
 * Paik (2003, Statistical Methods for Rates and Proportions, eq. 4.14 without the correction for continuity).
 */
function neededPerGroup(policy: ReviewPolicy, share: number | undefined): number {
  const { level, power, leastDifference, normalResponse } = policy;
  const usual = 0.5 * (normalResponse.lower + normalResponse.upper);
  const base = Math.min(share ?? usual, 1 - leastDifference);
  const raised = base + leastDifference;
  const spread = (one: number): number => one * (1 - one);
  const mean = 0.5 * (base + raised);
  const root =
    normalQuantile(0.5 + 0.5 * level) * Math.sqrt(2 * spread(mean)) +
    normalQuantile(power) * Math.sqrt(spread(base) + spread(raised));
  return Math.ceil((root / leastDifference) ** 2);
}

function mending(
  { name, actions, stops }: ReviewPart,
  policy: ReviewPolicy,
): readonly MendContact[] {
  const undone = actions.blocked + actions.expired;
  const ended = undone + actions.done;
  const [most] = stops;
  if (most === undefined || ended < policy.minimumCustomers) return [];
  if (undone < policy.stoppedShare * ended) return [];
  const params = { rule: name, undone, ended, stoppedBy: most.code, times: most.actions };
  const reason = { code: "review-many-undone", params };
  return [{ kind: "mend-contact", rule: name, stoppedBy: most.code, reason }];
}

/** From each rule that is clearly dearer than the cheapest to that one. */
function moves(rules: readonly ReviewPart[]): readonly MoveBudget[] {
  const priced = rules.flatMap(({ name, effect: { costPerResponse } }) =>
    costPerResponse === undefined ? [] : [{ name, ...costPerResponse }],
  );
  const [first] = priced;
  if (first === undefined) return [];
  const cheapest = priced.reduce((best, one) => (one.estimate < best.estimate ? one : best), first);
  return priced
    .filter(({ interval }) => interval.lower > cheapest.interval.upper)
    .map(({ name, interval }) => ({
      ...{ kind: "move-budget", from: name, to: cheapest.name },
      reason: {
        code: "review-dearer",
        params: {
          ...{ from: name, atLeast: interval.lower },
          ...{ to: cheapest.name, atMost: cheapest.interval.upper },
        },
      },
    }));
}
