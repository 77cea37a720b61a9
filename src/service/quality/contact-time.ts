import { DAY_MS, dayNumber, daysInMonth } from "../../shared/time/civil.js";
import { periodInZone, monthPeriod } from "../../shared/time/calendar-period.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import { spanAt } from "../../shared/time/offset-table.js";
import { isPlainDate } from "../../shared/time/plain-date.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { QualitySamplePolicy } from "./quality-sample.js";

const HOUR_MS = 3_600_000;

/** A month on the clock of a zone. @internal */
export interface SampledMonth {
  /** The month, `YYYY-MM`. */
  readonly month: string;
  /** The zone. */
  readonly zone: TimeZone;
  /** Its first moment, in epoch milliseconds. */
  readonly start: number;
  /** The first moment after it. */
  readonly end: number;
  /** Its first day, in days since 1970. */
  readonly firstDay: number;
  /** How many days it has. */
  readonly days: number;
}

/** A month read and bounded. @internal */
export function sampledMonth(month: string, zone: TimeZone): SampledMonth {
  const first = `${month}-01`;
  if (!isPlainDate(first)) {
    throw new RangeError(
      `Cannot sample contacts: month must be written YYYY-MM, got ${JSON.stringify(month)}`,
    );
  }
  const { start, end } = periodInZone(monthPeriod(first), zone);
  return {
    month,
    zone,
    start: epochMilliseconds(start),
    end: epochMilliseconds(end),
    firstDay: dayNumber(first),
    days: daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))),
  };
}

/** Which part of the month and of the day a moment of the month is in, each from 1. @internal */
export function partsOf(
  milliseconds: number,
  { policy, within }: { readonly policy: QualitySamplePolicy; readonly within: SampledMonth },
): readonly [monthPart: number, dayPart: number] {
  const local = milliseconds + spanAt(within.zone, milliseconds).offset;
  const day = Math.floor(local / DAY_MS);
  const hour = Math.floor((local - day * DAY_MS) / HOUR_MS);
  const monthPart = Math.floor(((day - within.firstDay) * policy.monthParts) / within.days) + 1;
  return [monthPart, policy.dayPartsFrom.findLastIndex((from) => from <= hour) + 1];
}
