import type { CarePolicyFinding } from "./care-policy-finding.js";
import { isGift } from "./gift-kind.js";
import { policyFinding } from "./policy-finding.js";
import type { CarePolicy } from "./care-policy.js";
import { staffTimeOf } from "../plan/staff-time.js";
import type { CareRule } from "./care-rule.js";
import type { LintCarePolicyOptions } from "./care-policy-question.js";

/** Rules that never fire, in the order of the policy. @internal */
export function ruleFindings(
  policy: CarePolicy,
  options: LintCarePolicyOptions,
): readonly CarePolicyFinding[] {
  return policy.rules.flatMap((rule, place) => {
    const where = `rules[${String(place)}]`;
    return [
      ...matchFindings(rule, where, options),
      ...worthFindings(rule, where, { policy, options }),
      ...beatenFindings(rule, where, policy),
    ];
  });
}

/** Occasions and classes that no rule is for. @internal */
export function coverageFindings(
  { rules }: CarePolicy,
  { occasions = [], classes = [] }: LintCarePolicyOptions,
): readonly CarePolicyFinding[] {
  const unanswered = occasions.filter(
    ({ id }) => !rules.some((rule) => rule.occasions === "any" || rule.occasions.includes(id)),
  );
  const forgotten = classes.filter(
    (one) => !rules.some((rule) => rule.classes === "any" || rule.classes.includes(one)),
  );
  return [
    ...unanswered.map(({ id }) =>
      policyFinding("care-occasion-unanswered", "warning", {
        where: "rules",
        params: { occasion: id },
      }),
    ),
    ...forgotten.map((one) =>
      policyFinding("care-class-without-rule", "warning", {
        where: "rules",
        params: { class: one },
      }),
    ),
  ];
}

function matchFindings(
  { id: rule, occasions, classes, template, followUp, leadDays = 0 }: CareRule,
  where: string,
  options: LintCarePolicyOptions,
): readonly CarePolicyFinding[] {
  const findings: CarePolicyFinding[] = [];
  const known = options.occasions?.map(({ id }) => id);
  if (known !== undefined && occasions !== "any") {
    const unknown = occasions.filter((one) => !known.includes(one));
    if (unknown.length > 0) {
      const severity = unknown.length === occasions.length ? "error" : "warning";
      const params = { rule, occasions: unknown.join(", ") };
      findings.push(policyFinding("care-rule-occasion-unknown", severity, { where, params }));
    }
  }
  if (options.classes !== undefined && classes !== "any") {
    const unknown = classes.filter((one) => options.classes?.includes(one) === false);
    if (unknown.length > 0 || classes.length === 0) {
      const severity = unknown.length === classes.length ? "error" : "warning";
      const params = { rule, classes: unknown.join(", ") };
      findings.push(policyFinding("care-rule-class-unknown", severity, { where, params }));
    }
  }
  for (const one of [template, followUp?.template]) {
    if (one === undefined || options.templates?.includes(one) !== false) continue;
    const params = { rule, template: one };
    findings.push(policyFinding("care-rule-template-unknown", "error", { where, params }));
  }
  if (leadDays > 366) {
    const params = { rule, leadDays };
    findings.push(policyFinding("care-rule-lead-too-long", "warning", { where, params }));
  }
  return findings;
}

function worthFindings(
  rule: CareRule,
  where: string,
  { policy, options }: { readonly policy: CarePolicy; readonly options: LintCarePolicyOptions },
): readonly CarePolicyFinding[] {
  const findings: CarePolicyFinding[] = [];
  const { id, kind, effect } = rule;
  const cost = rule.cost.amount + (rule.followUp?.cost?.amount ?? 0);
  if (effect === 0) {
    findings.push(
      policyFinding("care-rule-without-effect", "error", { where, params: { rule: id } }),
    );
  }
  if (isGift(kind) && classesOf(rule, policy, options).length > 0) {
    const caps = classesOf(rule, policy, options).map((one) => giftCapOf(policy, one));
    const most = caps.reduce((largest, cap) => Math.max(largest, cap), 0);
    if (rule.cost.amount > most) {
      const params = { rule: id, cost: rule.cost.amount, cap: most };
      findings.push(policyFinding("care-rule-above-gift-cap", "error", { where, params }));
    }
  }
  const { plan, perCustomer } = options.budget ?? {};
  const budgets = [plan, perCustomer].flatMap((money) => (money === undefined ? [] : money.amount));
  const least = budgets.reduce((a, b) => Math.min(a, b), Infinity);
  if (least > 0 && cost > least) {
    const params = { rule: id, cost, budget: least };
    findings.push(policyFinding("care-rule-above-budget", "error", { where, params }));
  }
  const staff = rule.channels.map((channel) => staffTimeOf(kind, channel));
  if (staff.every((one) => isClosed(one, options))) {
    const params = { rule: id, kind };
    findings.push(policyFinding("care-rule-without-capacity", "error", { where, params }));
  }
  return findings;
}

/** Whether nobody has time for such work. */
function isClosed(
  staff: ReturnType<typeof staffTimeOf>,
  { capacities = [] }: LintCarePolicyOptions,
): boolean {
  const all = capacities.filter(({ kind }) => kind === staff);
  return all.some(({ owner }) => owner === "any") && all.every(({ perWeek }) => perWeek === 0);
}

/** The classes whose caps a rule must meet; `undefined` stands for customers without one. */
function classesOf(
  { classes }: CareRule,
  { limits }: CarePolicy,
  options: LintCarePolicyOptions,
): readonly (string | undefined)[] {
  if (classes !== "any") return classes;
  return [undefined, ...(options.classes ?? Object.keys(limits))];
}

/** The least cap of one gift for a class. @internal */
export function giftCapOf({ limits, otherwise }: CarePolicy, valueClass?: string): number {
  const own = valueClass !== undefined && Object.hasOwn(limits, valueClass);
  const { gifts = {} } = (own ? limits[valueClass] : undefined) ?? otherwise;
  const caps = [gifts.perOccasion, gifts.perDay, gifts.perYear];
  return caps.reduce((least, cap) => Math.min(least, cap?.amount ?? Infinity), Infinity);
}

/** Another rule that is always possible where this one is, does no less, and costs no more. */
function beatenFindings(
  rule: CareRule,
  where: string,
  { rules }: CarePolicy,
): readonly CarePolicyFinding[] {
  const better = rules.find((other) => other !== rule && isBeatenBy(rule, other, rules));
  if (better === undefined) return [];
  const params = { rule: rule.id, by: better.id };
  return [policyFinding("care-rule-always-beaten", "error", { where, params })];
}

function isBeatenBy(rule: CareRule, other: CareRule, rules: readonly CareRule[]): boolean {
  if (other.segments !== undefined || other.atMost !== undefined) return false;
  if (rule.purpose !== other.purpose || rule.kind !== other.kind || rule.team !== other.team) {
    return false;
  }
  if (!covers(other.classes, rule.classes) || !covers(other.occasions, rule.occasions))
    return false;
  if (!covers(other.channels, rule.channels)) return false;
  if ((rule.leadDays ?? 0) !== (other.leadDays ?? 0)) return false;
  if (other.followUp !== undefined) return false;
  const [cost, otherCost] = [rule.cost.amount, other.cost.amount];
  if (other.effect < rule.effect || otherCost > cost) return false;
  // Of two that are alike in all, the later is the one that never fires.
  const isTie = other.effect === rule.effect && otherCost === cost;
  return !isTie || rules.indexOf(other) < rules.indexOf(rule);
}

function covers(all: readonly string[] | "any", some: readonly string[] | "any"): boolean {
  return all === "any" || (some !== "any" && some.every((one) => all.includes(one)));
}
