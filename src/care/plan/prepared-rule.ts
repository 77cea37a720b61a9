import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { ContactPolicy } from "../../customer/consent/contact-policy.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { CarePolicy } from "../policy/care-policy.js";
import { isGift } from "../policy/gift-kind.js";
import type { CareRule } from "../policy/care-rule.js";
import { kept } from "./kept.js";

/** By which channel what a rule asks for may go; of one rule and no other. @internal */
export interface CareWay {
  /** A number that ways of one purpose and channel have in common. */
  readonly place: number;
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
  /** What the action costs that follows. */
  readonly followUpPrice: Money;
  /** That it follows an action of this rule. */
  readonly followUpReason: Reason;
}

/** The rules of a value class on an occasion, in the order of the policy. @internal */
export type RuleLookup = (
  valueClass: string | undefined,
  occasion: string,
) => readonly PreparedRule[];

/** The rules of a policy, found by class and occasion. @internal */
export function ruleLookup(policy: CarePolicy, contact: ContactPolicy): RuleLookup {
  const wayOf = wayFinder();
  const prepared = policy.rules.map((rule, place) => preparedRule(rule, place, { contact, wayOf }));
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

type WayFinder = (purpose: string, channel: ContactChannel) => CareWay;

/** The ways of a policy, each purpose and channel with a number. */
function wayFinder(): WayFinder {
  const known = new Map<string, number>();
  return (purpose, channel) => {
    const name = `${channel} ${purpose}`;
    const place = known.get(name) ?? known.size;
    known.set(name, place);
    return { place, purpose, channel };
  };
}

function preparedRule(
  rule: CareRule,
  place: number,
  { contact, wayOf }: { readonly contact: ContactPolicy; readonly wayOf: WayFinder },
): PreparedRule {
  const { purpose, channels, followUp } = rule;
  const waysBy = (all: readonly ContactChannel[]): readonly CareWay[] =>
    all.map((channel) => wayOf(purpose, channel));
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
    followUpPrice: followUp?.cost ?? { amount: 0, currency: rule.cost.currency },
    followUpReason: {
      code: "care-follow-up",
      params: { after: rule.kind, days: followUp?.afterDays ?? 0 },
    },
  };
}
