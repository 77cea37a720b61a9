// Vintages of points. Internal: not part of the package's surface.

import { monthPeriod, quarterPeriod, yearPeriod } from "../../shared/time/calendar-period.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import { datePartsOf } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { VintageLot, VintageOptions, VintagePeriod } from "./vintage-lot.js";

/** Where the points of a lot are at a moment. */
export interface LotAtMoment {
  /** Issued for good: without what was taken back, passed on or used to pay a debt. */
  readonly issued: number;
  readonly redeemed: number;
  /** Can still be redeemed: open and not expired, or set aside. */
  readonly outstanding: number;
}

/** The period a day belongs to. */
export function vintageOf(day: PlainDate, by: VintagePeriod): Period<PlainDate> {
  switch (by) {
    case "month":
      return monthPeriod(day);
    case "quarter":
      return quarterPeriod(day);
    case "year":
      return yearPeriod(day);
  }
}

/** The first day of the vintage of a lot. */
export function vintageStart(earnedAt: Instant, { zone, by }: VintageOptions): PlainDate {
  return vintageOf(plainDateAt(earnedAt, zone), by).start;
}

/** What is left of a lot, checked. */
export function lotAtMoment(lot: VintageLot, asOf: Instant, task: string): LotAtMoment {
  const { original, open, reserved, redeemed, clawedBack, transferred, settledDebt } = lot;
  const counts = { original, open, reserved, redeemed, clawedBack, transferred, settledDebt };
  for (const [name, value] of Object.entries(counts)) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    throw new RangeError(
      `Cannot ${task}: ${name} of a lot must be an integer of at least 0, got ${String(value)}`,
    );
  }
  const known = open + reserved + redeemed + clawedBack + transferred + settledDebt;
  if (known > original) {
    throw new RangeError(
      `Cannot ${task}: the points of a lot must be at most its original ${String(original)}, got ${String(known)}`,
    );
  }
  const isExpired = lot.expiresAt !== undefined && lot.expiresAt <= asOf;
  return {
    issued: original - clawedBack - transferred - settledDebt,
    redeemed,
    outstanding: (isExpired ? 0 : open) + reserved,
  };
}

/** Whole calendar months from the month of one day to the month of another. */
export function monthsApart(from: PlainDate, to: PlainDate): number {
  const [a, b] = [datePartsOf(from), datePartsOf(to)];
  return 12 * (b.year - a.year) + b.month - a.month;
}
