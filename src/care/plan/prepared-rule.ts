import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { ContactPolicy } from "../../customer/consent/contact-policy.js";
import type { Reason } from "../../shared/reason.js";
import type { CarePolicy } from "../policy/care-policy.js";
import { isGift } from "../policy/gift-kind.js";
import type { CareRule } from "../policy/care-rule.js";
import { kept } from "./kept.js";

/** By which channel something may go for a purpose. @internal */
export interface CareWay {
  readonly purpose: string;
  readonly channel: ContactChannel;
}

/** A rule with what every customer needs of it. @internal */
export interface PreparedRule {
  readonly rule: CareRule;
  /** Its place in the policy. */
  readonly place: number;
  /** Whether its purpose is not promotional, so that it is exempt from quiet hours and caps. */
  readonly transactional: boolean;
  /** What it costs with what follows it, in minor units. */
  readonly cost: number;
  /** What is given, in minor units; 0 for all but gifts and cakes. */
  readonly gift: number;
  /** What is given with what follows it, in minor units. */
  readonly followUpGift: number;
  /** How its action may go, the preferred way first. */
  readonly ways: readonly CareWay[];
  /** How what follows may go, the preferred way first; none where nothing follows. */
  readonly followUpWays: readonly CareWay[];
  /** That this rule asks for the action. */
  readonly reason: Reason;
}

/** The rules of a value class on an occasion, in the order of the policy. @internal */
export type RuleLookup = (
  valueClass: string | undefined,
  occasion: string,
) => readonly PreparedRule[];

/** The rules of a policy, found by class and occasion. @internal */
export function ruleLookup(policy: CarePolicy, contact: ContactPolicy): RuleLookup {
  const prepared = policy.rules.map((rule, place) => preparedRule(rule, place, contact));
  const byClass = new Map<string | undefined, Map<string, readonly PreparedRule[]>>();
  return (valueClass, occasion) => {
    const byOccasion = kept(byClass, valueClass, () => new Map<string, readonly PreparedRule[]>());
    return kept(byOccasion, occasion, () =>
      prepared.filter(({ rule }) => answers(rule, valueClass, occasion)),
    );
  };
}

/** Whether a rule is for this class and occasion. @internal */
export function answers(rule: CareRule, valueClass: string | undefined, occasion: string): boolean {
  if (rule.occasions !== "any" && !rule.occasions.includes(occasion)) return false;
  if (rule.classes === "any") return true;
  return valueClass !== undefined && rule.classes.includes(valueClass);
}

/** Whether messages for a purpose are exempt from quiet hours and caps. @internal */
export function isTransactional(purpose: string, contact: ContactPolicy): boolean {
  const rule = Object.hasOwn(contact.purposes, purpose) ? contact.purposes[purpose] : undefined;
  return (rule ?? contact.otherwise).messageClass !== "promotional";
}

function preparedRule(rule: CareRule, place: number, contact: ContactPolicy): PreparedRule {
  const { purpose, channels, followUp } = rule;
  const waysBy = (all: readonly ContactChannel[]): readonly CareWay[] =>
    all.map((channel) => ({ purpose, channel }));
  return {
    rule,
    place,
    transactional: isTransactional(purpose, contact),
    cost: rule.cost.amount + (followUp?.cost?.amount ?? 0),
    gift: isGift(rule.kind) ? rule.cost.amount : 0,
    followUpGift:
      followUp !== undefined && isGift(followUp.kind) ? (followUp.cost?.amount ?? 0) : 0,
    ways: waysBy(channels),
    followUpWays: waysBy(followUp?.channels ?? []),
    reason: {
      code: "care-rule",
      params: {
        rule: rule.id,
        classes: rule.classes === "any" ? "any" : rule.classes.join(", "),
        kind: rule.kind,
      },
    },
  };
}
