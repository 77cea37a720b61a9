import type { Reason } from "../../shared/reason.js";
import type { Purchase } from "../record/purchase.js";
import { monthsAfter } from "./consent-end.js";
import type { ContactRules } from "./contact-rules.js";
import { requireMonths } from "./contact-rules.js";
import { isInstant } from "../../shared/time/instant.js";

/** The latest purchase the soft opt-in can rest on, with when it ends. */
export function softOptIn(
  purchases: readonly Purchase[],
  { rules, categories }: { readonly rules: ContactRules; readonly categories: readonly string[] },
): Reason | undefined {
  const policy = rules.policy.existingCustomer;
  if (policy === undefined) return undefined;
  const { asOf, zone } = rules;
  const known = asOf < rules.knownAt ? asOf : rules.knownAt;
  const past = purchases.filter(({ at }) => isInstant(at) && at <= known);
  const returned = new Map<string, number>();
  for (const { returnOf, total } of past) {
    if (returnOf === undefined) continue;
    returned.set(returnOf, (returned.get(returnOf) ?? 0) + total.amount);
  }
  let latest: Purchase | undefined;
  for (const purchase of past) {
    if (purchase.returnOf !== undefined) continue;
    // What was given back in whole is no sale any more.
    const back = returned.get(purchase.id);
    if (back !== undefined && purchase.total.amount + back <= 0) continue;
    if (policy.sameCategory && !purchase.lines.some((line) => isAmong(line.category, categories))) {
      continue;
    }
    const isLater =
      latest === undefined ||
      purchase.at > latest.at ||
      (purchase.at === latest.at && purchase.id < latest.id);
    if (isLater) latest = purchase;
  }
  if (latest === undefined) return undefined;
  const until = monthsAfter(latest.at, { months: policy.withinMonths, zone });
  if (until !== undefined && asOf >= until) return undefined;
  return {
    code: "existing-customer",
    params: {
      basis: "existing-customer",
      purpose: rules.purpose,
      channel: rules.channel,
      purchase: latest.id,
      at: latest.at,
    },
  };
}

/** Whether the policy lets the soft opt-in carry the purpose on the channel. */
export function isSoftOptInPossible({ policy, purpose, channel }: ContactRules): boolean {
  const soft = policy.existingCustomer;
  if (soft === undefined) return false;
  requireMonths("withinMonths", soft.withinMonths);
  return soft.purposes.includes(purpose) && soft.channels.includes(channel);
}

function isAmong(category: string | undefined, categories: readonly string[]): boolean {
  return category !== undefined && categories.includes(category);
}
