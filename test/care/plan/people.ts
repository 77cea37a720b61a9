import type { ContactChannel } from "../../../src/customer/record/contact-point.js";
import { customerId, type Customer } from "../../../src/customer/record/customer.js";
import type { CareRelationship } from "../../../src/care/plan/care-relationship.js";
import type { CareRule } from "../../../src/care/policy/care-rule.js";
import type { CarePolicy } from "../../../src/care/policy/care-policy.js";
import type { OccasionRule } from "../../../src/relationship/occasion/occasion-rule.js";
import { instant } from "../../../src/shared/time/instant.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";

export const CHANNELS: readonly ContactChannel[] = ["sms", "post", "phone", "visit"];

/** A customer who may be reached on these channels for the purpose `care`. */
export function reachable(
  id: string,
  {
    channels = CHANNELS,
    ...more
  }: Partial<Customer> & { channels?: readonly ContactChannel[] } = {},
): Customer {
  return {
    id: customerId(id),
    kind: "person",
    name: id,
    timeZone: timeZone("Asia/Shanghai"),
    contactPoints: CHANNELS.map((channel) => ({
      id: channel,
      channel,
      address: `${channel} of ${id}`,
    })),
    consents: channels.map((channel) => ({
      purpose: "care",
      channel,
      state: "granted",
      at: instant("2025-01-01T00:00:00Z"),
      evidence: "form 3",
    })),
    ...more,
  };
}

export function related(id: string, more: Partial<CareRelationship> = {}): CareRelationship {
  return { customer: reachable(id), ...more };
}

/** An occasion on a day of the year. */
export function feast(
  id: string,
  monthDay: string,
  more: Partial<OccasionRule> = {},
): OccasionRule {
  const [month, day] = monthDay.split("-").map(Number) as [number, number];
  return { id, timing: { kind: "fixed", month, day }, mood: "cheerful", ...more };
}

/** A rule for all, by text message, of effect 1 at no cost. */
export function rule(id: string, more: Partial<CareRule> = {}): CareRule {
  return {
    id,
    classes: "any",
    occasions: "any",
    kind: "message",
    channels: ["sms"],
    purpose: "care",
    cost: { amount: 0, currency: "CNY" },
    effect: 1,
    ...more,
  };
}

export function policyOf(rules: readonly CareRule[], more: Partial<CarePolicy> = {}): CarePolicy {
  return {
    rules,
    limits: {},
    otherwise: {},
    dueFrom: "09:00",
    timeZone: timeZone("UTC"),
    ...more,
  };
}

export const cny = (amount: number): { readonly amount: number; readonly currency: "CNY" } => ({
  amount,
  currency: "CNY",
});
