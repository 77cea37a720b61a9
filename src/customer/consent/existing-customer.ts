import type { Reason } from "../../shared/reason.js";
import type { Purchase } from "../record/purchase.js";
import { isKept, setReturns } from "../record/purchase-return.js";
import type { OpenPurchase } from "../record/purchase-return.js";
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
  // All are of one customer, of whom a former id may stand on some.
  const past = purchases
    .filter(({ at }) => isInstant(at))
    .map((purchase, _, [first]) => ({ ...purchase, customer: first!.customer }));
  const set = setReturns(past, { asOf: known });
  const doubted = new Set(
    set.findings
      .filter(({ reasons }) => reasons.some(({ code }) => code !== "purchase-given-twice"))
      .map(({ purchase }) => purchase.returnOf),
  );
  let latest: Purchase | undefined;
  for (const open of set.purchases) {
    const { purchase } = open;
    // What was given back in whole is no sale any more; nor is what a return names that does not fit, as a doubt is no.
    if (isGivenBack(open) || doubted.has(purchase.id)) continue;
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

/** Whether the money or the goods were given back in whole. */
function isGivenBack(open: OpenPurchase): boolean {
  if (open.returns.length === 0) return false;
  return open.returned >= open.purchase.total.amount || !isKept(open);
}

function isAmong(category: string | undefined, categories: readonly string[]): boolean {
  return category !== undefined && categories.includes(category);
}
