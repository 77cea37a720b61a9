import { daysBetween } from "../../shared/time/date-arithmetic.js";
import { epochMilliseconds, type Instant } from "../../shared/time/instant.js";
import { plainDate } from "../../shared/time/plain-date.js";
import { offsetMillisecondsAt } from "../../shared/time/time-zone.js";
import type { Customer } from "./customer.js";

const HOUR_MS = 3_600_000;
/** The clock of Kiribati, the farthest ahead: there a day begins first. */
const FARTHEST_AHEAD_MS = 14 * HOUR_MS;

/**
 * Does this moment lie before the customer existed?
 *
 * The relationship begins with the day `since` on the customer's own calendar. Where the customer's zone is unknown,
 * only moments before that day has begun anywhere count as before; without `since` nothing does.
 *
 * @param at - The moment of a purchase, a visit, a word.
 * @param customer - The customer.
 * @returns `true` when it lies before.
 * @example
 * ```ts
 * import { customerId, precedesCustomer } from "goodwill/customer";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const customer = {
 *   id: customerId("C-17"),
 *   kind: "person",
 *   name: "Lin Mei",
 *   timeZone: timeZone("Asia/Shanghai"),
 *   since: plainDate("2026-02-13"),
 *   contactPoints: [],
 *   consents: [],
 * } as const;
 * precedesCustomer(instant("2026-02-12T15:59:59Z"), customer); // => true
 * precedesCustomer(instant("2026-02-12T16:00:00Z"), customer); // => false
 * ```
 */
export function precedesCustomer(
  at: Instant,
  { since, timeZone }: Pick<Customer, "since" | "timeZone">,
): boolean {
  if (since === undefined) return false;
  const begins = daysBetween(plainDate("1970-01-01"), since) * 24 * HOUR_MS;
  const ahead = timeZone === undefined ? FARTHEST_AHEAD_MS : offsetMillisecondsAt(at, timeZone);
  return epochMilliseconds(at) + ahead < begins;
}
