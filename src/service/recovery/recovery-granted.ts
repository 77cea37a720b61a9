import type { CustomerId } from "../../customer/record/customer.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import { sumMoney } from "../../shared/money/arithmetic.js";
import { DAY_MS } from "../../shared/time/civil.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { RecoveryGranted } from "./recovery-case.js";

/** A remedy that was granted. */
export interface RecoveryGrant {
  /** The case it was granted for. */
  readonly case: string;
  /** The customer who got it. */
  readonly customer: CustomerId;
  /** When it was granted. */
  readonly at: Instant;
  /** What it cost: restoration and compensation. */
  readonly amount: Money;
}

/** Whose grants are counted, and how far back. */
export interface RecoveryGrantedOptions {
  /** The case. */
  readonly case: string;
  /** The customer. */
  readonly customer: CustomerId;
  /** The moment up to which grants count, included. */
  readonly asOf: Instant;
  /** How many days of 24 hours the period looks back, as `caps.periodDays` of the policy; whole, at least 1. */
  readonly periodDays: number;
  /** The currency of all grants. */
  readonly currency: CurrencyCode;
}

/**
 * How much was granted before: in this case, to this customer, and to all customers of the period?
 *
 * The period is the days of 24 hours before `asOf`: a grant exactly so many days old is no longer in it. For the case
 * every grant counts, however old. Grants after `asOf` do not count.
 *
 * @param grants - What was granted, to anybody, in any order.
 * @param options - The case, the customer, the moment and the period.
 * @returns The sums, as `proposeRecovery` takes them.
 * @throws RangeError when a grant is in another currency, a moment is not one, or the period is not a whole number of
 * at least 1 day.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { recoveryGranted } from "goodwill/service";
 * import { instant, money } from "goodwill/shared";
 *
 * const ann = customerId("ann");
 * const at = instant("2026-03-01T10:00:00Z");
 * const { toCustomer } = recoveryGranted([{ case: "c-1", customer: ann, at, amount: money(5000, "CNY") }], {
 *   case: "c-2", customer: ann, asOf: instant("2026-06-01T10:00:00Z"), periodDays: 365, currency: "CNY",
 * });
 * toCustomer; // => { amount: 5000, currency: "CNY" }
 * ```
 */
export function recoveryGranted(
  grants: readonly RecoveryGrant[],
  options: RecoveryGrantedOptions,
): RecoveryGranted {
  const { case: id, customer, asOf, periodDays, currency } = options;
  if (!(Number.isSafeInteger(periodDays) && periodDays >= 1)) {
    throw new RangeError(
      `Cannot sum what was granted: periodDays must be a whole number of at least 1, got ${String(periodDays)}`,
    );
  }
  const until = epochMilliseconds(asOf);
  const after = until - periodDays * DAY_MS;
  const inTime = grants.filter(({ at }) => epochMilliseconds(at) <= until);
  const recent = inTime.filter(({ at }) => epochMilliseconds(at) > after);
  const sum = (rows: readonly RecoveryGrant[]): Money =>
    sumMoney(
      rows.map(({ amount }) => amount),
      currency,
    );
  return {
    inCase: sum(inTime.filter((one) => one.case === id)),
    toCustomer: sum(recent.filter((one) => one.customer === customer)),
    inPeriod: sum(recent),
  };
}
