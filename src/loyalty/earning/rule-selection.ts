// Which of the rules that could apply do: groups and exclusive rules. Internal: not part of the package's surface.

import type { EarningRule } from "../programme/earning-rule.js";
import type { RulePoints } from "./base-award.js";
import type { WhyNotEarned } from "./earning-obstacle.js";
import { comparePoints } from "./exact-points.js";
import type { ExactPoints } from "./exact-points.js";

/** A rule that could apply, with its place among the programme's rules. */
export interface ApplicableRule {
  /** The rule. */
  readonly rule: EarningRule;
  /** Its place. */
  readonly index: number;
}

/** Why rules do not apply, by their place; filled in while rules are judged. */
export type WhyNotByRule = (WhyNotEarned | undefined)[];

/** Below 0 where one rule goes before another: the higher priority, then the one that stands first. */
export function compareRules(a: ApplicableRule, b: ApplicableRule): number {
  return (b.rule.priority ?? 0) - (a.rule.priority ?? 0) || a.index - b.index;
}

/** Of each group only the rule that gives most. */
export function bestOfGroups<Rule extends ApplicableRule & { readonly exact: ExactPoints }>(
  rules: readonly Rule[],
  whyNot: WhyNotByRule,
): readonly Rule[] {
  if (!rules.some(({ rule }) => rule.group !== undefined)) return rules;
  const best = new Map<string, Rule>();
  for (const one of rules) {
    const { group } = one.rule;
    if (group === undefined) continue;
    const other = best.get(group);
    const more = other === undefined ? 1 : comparePoints(one.exact, other.exact);
    if (more > 0 || (more === 0 && compareRules(one, other!) < 0)) best.set(group, one);
  }
  return rules.filter((one) => {
    const winner = one.rule.group === undefined ? one : best.get(one.rule.group)!;
    if (winner === one) return true;
    whyNot[one.index] = `beaten-by-rule:${winner.rule.id}`;
    return false;
  });
}

/** The exclusive rule of each kind: the first of those that apply. */
export function exclusiveRules(rules: readonly RulePoints[]): ReadonlyMap<string, RulePoints> {
  const exclusive = new Map<string, RulePoints>();
  for (const one of rules) {
    if (one.rule.stacking !== "exclusive") continue;
    const other = exclusive.get(one.rule.kind);
    if (other === undefined || compareRules(one, other) < 0) exclusive.set(one.rule.kind, one);
  }
  return exclusive;
}

/** The rules without those an exclusive one of their kind leaves no room for. */
export function besideExclusive<Rule extends ApplicableRule>(
  rules: readonly Rule[],
  exclusive: ReadonlyMap<string, ApplicableRule>,
  whyNot: WhyNotByRule,
): readonly Rule[] {
  if (exclusive.size === 0) return rules;
  return rules.filter(({ rule, index }) => {
    const winner = exclusive.get(rule.kind);
    if (winner === undefined || winner.index === index) return true;
    whyNot[index] = `beaten-by-rule:${winner.rule.id}`;
    return false;
  });
}
