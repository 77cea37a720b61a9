import { isQuietAt } from "../timing/quiet-check.js";
import { instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CareBudget } from "./care-budget.js";
import type { CarePolicyFinding } from "./care-policy-finding.js";
import { isGift } from "./gift-kind.js";
import { policyFinding } from "./policy-finding.js";
import type { CareLimits, CarePolicy } from "./care-policy.js";
import type { LintCarePolicyOptions } from "./care-policy-question.js";
import { giftCapOf } from "./rule-findings.js";

/** Caps, budgets and hours that nothing, or hardly anything, can meet. @internal */
export function limitFindings(
  policy: CarePolicy,
  { budget = {} }: LintCarePolicyOptions,
): readonly CarePolicyFinding[] {
  const limits: readonly (readonly [string, CareLimits, string | undefined])[] = [
    ...Object.entries(policy.limits).map(([name, one]) => [`limits.${name}`, one, name] as const),
    ["otherwise", policy.otherwise, undefined],
  ];
  return [
    ...limits.flatMap(([where, one, name]) => [
      ...capFindings(one, where),
      ...giftFindings(policy, where, name),
      ...followUpFindings(policy, one, { where, name }),
    ]),
    ...budgetFindings(policy, budget),
    ...quietFindings(policy),
  ];
}

function capFindings({ contacts = {} }: CareLimits, where: string): readonly CarePolicyFinding[] {
  return Object.entries(contacts).flatMap(([name, cap]) =>
    cap === 0 ? [policyFinding("care-cap-zero", "error", { where, params: { cap: name } })] : [],
  );
}

/** A class that is promised gifts, each dearer than what one may cost. */
function giftFindings(
  policy: CarePolicy,
  where: string,
  name: string | undefined,
): readonly CarePolicyFinding[] {
  const gifts = policy.rules.filter(
    ({ kind, classes }) =>
      isGift(kind) && (classes === "any" || (name !== undefined && classes.includes(name))),
  );
  if (gifts.length === 0) return [];
  const cheapest = gifts.reduce((least, { cost }) => Math.min(least, cost.amount), Infinity);
  const cap = giftCapOf(policy, name);
  if (cap >= cheapest) return [];
  return [
    policyFinding("care-cap-below-cheapest-gift", "error", { where, params: { cap, cheapest } }),
  ];
}

/** A form on the day of its gift, where one contact is all there may be. */
function followUpFindings(
  { rules }: CarePolicy,
  { contacts: { perDay = Infinity, perMonth = Infinity } = {}, spacingDays = 0 }: CareLimits,
  { where, name }: { readonly where: string; readonly name: string | undefined },
): readonly CarePolicyFinding[] {
  return rules.flatMap(({ id, classes, followUp }) => {
    if (followUp === undefined) return [];
    if (classes !== "any" && (name === undefined || !classes.includes(name))) return [];
    const isTooMany = followUp.afterDays === 0 && (perDay < 2 || perMonth < 2);
    const never = isTooMany || followUp.afterDays + (followUp.lastsDays ?? 0) < spacingDays;
    if (!never) return [];
    const params = { rule: id, kind: followUp.kind };
    return [policyFinding("care-follow-up-never-fits", "error", { where, params })];
  });
}

function budgetFindings(policy: CarePolicy, budget: CareBudget): readonly CarePolicyFinding[] {
  const { plan, perCustomer, perClass = {}, perTeam = {} } = budget;
  const parts = [
    ...Object.entries({ plan, perCustomer }),
    ...Object.entries(perClass).map(([of, amount]) => [`perClass.${of}`, amount] as const),
    ...Object.entries(perTeam).map(([of, amount]) => [`perTeam.${of}`, amount] as const),
  ];
  const cheapest = policy.rules.reduce((least, { cost }) => Math.min(least, cost.amount), Infinity);
  return parts.flatMap(([name, amount]) => {
    if (amount === undefined || amount.amount >= cheapest) return [];
    const where = `budget.${name}`;
    if (amount.amount === 0)
      return [policyFinding("care-budget-zero", "error", { where, params: {} })];
    const params = { budget: amount.amount, cheapest };
    return [policyFinding("care-budget-below-cheapest", "error", { where, params })];
  });
}

/** On a day in UTC, whose clock has no gaps. */
function quietFindings({ quietHours, dueFrom }: CarePolicy): readonly CarePolicyFinding[] {
  if (quietHours === undefined) return [];
  const at = instant(`2026-01-05T${dueFrom}:00Z`);
  if (!isQuietAt(at, { quietHours, zone: "UTC" as TimeZone })) return [];
  const params = { dueFrom, from: quietHours.from, until: quietHours.until };
  return [policyFinding("care-due-in-quiet-hours", "warning", { where: "dueFrom", params })];
}
