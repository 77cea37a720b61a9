import type { Instant } from "../../shared/time/instant.js";
import { isInstant } from "../../shared/time/instant.js";
import { isTimeZone, plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { RetentionPolicy } from "./retention-policy.js";

/** Whether a fact is within its term of so many years after the end of its calendar year; none within 0. */
export function isWithinTerm(
  at: Instant,
  {
    years,
    asOf,
    timeZone,
  }: { readonly years: number; readonly asOf: Instant; readonly timeZone: TimeZone },
): boolean {
  // A fact whose time cannot be read has no term that could keep it.
  if (years === 0 || !isInstant(at)) return false;
  const year = (moment: Instant): number => Number(plainDateAt(moment, timeZone).slice(0, 4));
  return year(asOf) <= year(at) + years;
}

/** Refuses terms that make no sense. */
export function requireRetention(policy: RetentionPolicy): void {
  const { timeZone, purchaseYears, consentProofYears } = policy;
  if (!isTimeZone(timeZone)) {
    throw cannot(`the policy's time zone is not known, got ${JSON.stringify(timeZone)}`);
  }
  for (const [name, years] of Object.entries({ purchaseYears, consentProofYears })) {
    if (Number.isSafeInteger(years) && years >= 0) continue;
    throw cannot(`${name} must be a whole number of at least 0, got ${String(years)}`);
  }
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot redact a customer: ${why}`);
}
