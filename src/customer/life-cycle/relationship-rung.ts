import { courseAt } from "./course/course-at.js";
import type { LifecycleCustomer, LifecycleFacts } from "./facts.js";
import { rungOf } from "./course/rung-of.js";
import type { LifecycleOptions, RungPosition } from "./rung.js";

/**
 * How far has the relationship with this customer come (CUS-7, LOY-1)?
 *
 * The first rule that fits, in this order:
 * 1. *lost*: the customer told us or the contract ended, and nothing was bought since; or nothing was bought for longer
 * than the limit for lost;
 * 2. *lapsed*: nothing was bought for longer than the limit for lapsed: so many times the customer's own usual
 * interval, but not less than the floor; days of the policy where there are too few purchases to know a rhythm;
 * 3. *loyal*: at least the policy's repurchases, and attached: the last so many words on satisfaction were good, or the
 * customer recommended us, and the last word is good and fresh;
 * 4. *satisfied*: the last word on satisfaction is good and fresh;
 * 5. *user*: something was bought and kept;
 * 6. *qualified prospect*: showed interest, and it is fresh;
 * 7. *potential*: all else.
 *
 * What was given back in full was not bought; a return that does not fit its purchase (see {@link purchaseBalance})
 * counts for nothing. Purchases on one day count once, unless the policy says otherwise. A word
 * on satisfaction before the first purchase is not heard; of two at one moment the bad one counts. "Longer than n days"
 * is from the beginning of day n + 1 on, in the zone.
 *
 * @param customer - The customer.
 * @param facts - The customer's facts, in any order.
 * @param options - The moment, the zone and the policy.
 * @returns The rung with its reasons, and the days on which a buyer would lapse and be lost.
 * @throws RangeError when a fact is of another customer or given twice, a date or zone is not valid, or the policy is
 * none.
 * @example
 * ```ts
 * import { customerId, relationshipRung } from "goodwill/customer";
 * import { instant, money, timeZone } from "goodwill/shared";
 *
 * const customer = { id: customerId("C-17") };
 * const paid = money(4900, "EUR");
 * const purchases = ["2026-01-05", "2026-02-04", "2026-03-06", "2026-04-05"].map((day, index) => ({
 *   id: `P-${index + 1}`,
 *   customer: customer.id,
 *   at: instant(`${day}T10:00:00Z`),
 *   lines: [{ product: "tea", quantity: 1, amount: paid }],
 *   total: paid,
 * }));
 * const referrals = [{ id: "R-1", customer: customer.id, at: instant("2026-04-20T10:00:00Z") }];
 * const asOf = instant("2026-05-01T10:00:00Z");
 * const { rung, lapsesOn } = relationshipRung(customer, { purchases, referrals }, { asOf, zone: timeZone("UTC") });
 * [rung, lapsesOn]; // => ["loyal", "2026-08-04"]
 * ```
 */
export function relationshipRung(
  customer: LifecycleCustomer,
  facts: LifecycleFacts,
  options: LifecycleOptions,
): RungPosition {
  const { course, reading } = courseAt({ customer, facts }, options);
  return rungOf(course, reading);
}
