import * as z from "zod";
import { isCurrencyCode } from "./money/currency.js";
import type { CurrencyCode } from "./money/currency.js";
import { isInstant } from "./time/instant.js";
import type { Instant } from "./time/instant.js";
import { isPlainDate } from "./time/plain-date.js";
import type { PlainDate } from "./time/plain-date.js";
import { isTimeZone } from "./time/time-zone.js";
import type { TimeZone } from "./time/time-zone.js";

/**
 * Accepts an {@link Instant} in its canonical form, `2026-02-13T09:30:00.000Z`. Read other spellings with
 * {@link instant} first.
 */
export const instantSchema = z.custom<Instant>(
  isInstant,
  "must be an instant in UTC with milliseconds, like 2026-02-13T09:30:00.000Z",
);

/** Accepts a {@link PlainDate}: a day that exists, written `YYYY-MM-DD`. */
export const plainDateSchema = z.custom<PlainDate>(
  isPlainDate,
  "must be a day that exists, written YYYY-MM-DD",
);

/** Accepts a {@link TimeZone} the host knows. */
export const timeZoneSchema = z.custom<TimeZone>(
  isTimeZone,
  'must be an IANA time zone the host knows, like "Europe/London" or "UTC"',
);

/**
 * Accepts {@link Money}: a safe integer of minor units and an ISO 4217 code. Other keys are dropped, an amount of -0
 * becomes 0.
 */
export const moneySchema = z
  .object({
    amount: z
      .int("must be a whole number of minor units, at most 2^53 - 1 in size")
      .overwrite((amount) => amount + 0),
    currency: z.custom<CurrencyCode>(isCurrencyCode, 'must be an ISO 4217 code, like "EUR"'),
  })
  .readonly();
