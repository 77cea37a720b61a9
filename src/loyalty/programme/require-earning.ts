import { isPlainDate } from "../../shared/time/plain-date.js";
import type { EarningAward, EarningCap, EarningPolicy, EarningRule } from "./earning-rule.js";
import { requireCondition } from "./require-condition.js";
import {
  refuseField,
  requireChoice,
  requireIds,
  requireKnown,
  requireName,
  requireShare,
  requireSome,
  requireWhole,
  requireWholeIfAny,
} from "./require-field.js";
import type { LoyaltyProgrammeDefinition } from "./programme-definition.js";
import type { ProgrammeNames } from "./require-field.js";
import {
  requireActivation,
  requireBurnPriority,
  requireExpiry,
  requirePriority,
} from "./require-kinds.js";

/** Refuses earning rules that cannot be used. */
export function requireEarning(rules: readonly EarningRule[], names: ProgrammeNames): void {
  requireIds("earning", rules);
  for (const [index, rule] of rules.entries())
    requireRule(`earning[${String(index)}]`, rule, names);
}

function requireRule(path: string, rule: EarningRule, names: ProgrammeNames): void {
  const { kind, trigger, award, lines, when, from, through, stacking = "stackable" } = rule;
  requireKnown(`${path}.kind`, kind, { known: names.kinds, what: "a kind" });
  requireName(`${path}.trigger`, trigger);
  requireAward(`${path}.award`, award);
  for (const [name, list] of Object.entries(lines ?? {})) {
    requireSome(`${path}.lines.${name}`, list as readonly string[]);
  }
  if (when !== undefined) requireCondition(`${path}.when`, when, names);
  for (const [name, day] of Object.entries({ from, through })) {
    if (day !== undefined && !isPlainDate(day)) refuseField(`${path}.${name}`, "a day", day);
  }
  if (from !== undefined && through !== undefined && through < from) {
    refuseField(`${path}.through`, `a day from ${from} on`, through);
  }
  requireChoice(`${path}.stacking`, stacking, ["stackable", "exclusive"]);
  if (stacking === "exclusive" && award.form === "multiplier") {
    refuseField(`${path}.stacking`, "stackable for a multiplier", stacking);
  }
  requirePriority(`${path}.priority`, rule.priority);
  requireBurnPriority(`${path}.burnPriority`, rule.burnPriority);
  requireCaps(`${path}.caps`, rule.caps ?? []);
  if (rule.campaign !== undefined) {
    requireKnown(`${path}.campaign`, rule.campaign, { known: names.campaigns, what: "a campaign" });
  }
  requireActivation(`${path}.activation`, rule.activation);
  requireExpiry(`${path}.expiry`, rule.expiry);
  // What lapses with the member lapses by kind: a rule of its own would give points that nothing ever ends.
  if (rule.expiry?.kind === "inactivity") {
    refuseField(`${path}.expiry.kind`, "never, rolling or yearly", rule.expiry.kind);
  }
}

function requireAward(path: string, award: EarningAward): void {
  requireChoice(`${path}.form`, award.form, ["per-amount", "per-unit", "fixed", "multiplier"]);
  if (award.form === "multiplier") {
    requireShare(`${path}.factor`, award.factor);
    return;
  }
  requireWhole(`${path}.points`, award.points, { least: 1 });
  if (award.form !== "per-amount") return;
  requireWhole(`${path}.per`, award.per, { least: 1 });
  requireChoice(`${path}.blocks`, award.blocks ?? "full", ["full", "proportional"]);
}

/** Refuses the policy that makes one number of several rules. */
export function requireEarningPolicy(policy: EarningPolicy, { kinds }: ProgrammeNames): void {
  const path = "earningPolicy";
  requireChoice(`${path}.paidByPoints`, policy.paidByPoints, ["earns", "does-not-earn"]);
  requireChoice(`${path}.multipliers`, policy.multipliers, ["add", "multiply", "highest"]);
  requireChoice(`${path}.rounding`, policy.rounding, ["floor", "half-up", "ceiling"]);
  const { caps = [], campaigns = [], liabilityBudgets = [] } = policy;
  liabilityBudgets.forEach((budget, index) => {
    requireName(`${path}.liabilityBudgets[${String(index)}]`, budget);
  });
  requireCaps(`${path}.caps`, caps);
  for (const [index, { kind }] of caps.entries()) {
    requireKnown(`${path}.caps[${String(index)}].kind`, kind, { known: kinds, what: "a kind" });
  }
  requireIds(`${path}.campaigns`, campaigns);
  for (const [index, campaign] of campaigns.entries()) {
    requireCaps(`${path}.campaigns[${String(index)}].caps`, campaign.caps);
  }
}

/** Refuses a rule that draws on a budget of liability with points nobody knows the worth of. */
export function requireLiabilityBudgets({
  earning,
  earningPolicy,
  kinds,
  currency,
}: LoyaltyProgrammeDefinition): void {
  for (const [index, { budget, kind: id }] of earning.entries()) {
    if (budget === undefined || earningPolicy?.liabilityBudgets?.includes(budget) !== true)
      continue;
    const value = kinds.find((kind) => kind.id === id)?.value;
    if (value?.currency === currency) continue;
    const place = `earning[${String(index)}].budget`;
    refuseField(place, `a budget of points, as ${id} has no value in ${currency}`, budget);
  }
}

function requireCaps(path: string, caps: readonly EarningCap[]): void {
  for (const [index, { per, points, times }] of caps.entries()) {
    const place = `${path}[${String(index)}]`;
    requireChoice(`${place}.per`, per, ["order", "day", "week", "month", "year", "ever"]);
    requireWholeIfAny(`${place}.points`, points, 1);
    requireWholeIfAny(`${place}.times`, times, 1);
    if (points === undefined && times === undefined) {
      refuseField(place, "a cap of points or times", { per });
    }
  }
}
