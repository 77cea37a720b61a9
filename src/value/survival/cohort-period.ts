import { civilFromDays, textOfDay } from "../../shared/time/civil.js";
import type { CohortPeriod } from "./cohort.js";

/** From a Monday to 1970-01-01, a Thursday. */
const DAYS_INTO_WEEK = 3;

/** The number of the period a day lies in: neighbours differ by 1. @internal */
export function cohortPeriodOfDay(day: number, period: CohortPeriod): number {
  if (period === "week") return Math.floor((day + DAYS_INTO_WEEK) / 7);
  const packed = civilFromDays(day);
  const year = Math.floor(packed / 10_000);
  const month = Math.floor(packed / 100) % 100;
  if (period === "year") return year;
  return period === "month" ? 12 * year + month - 1 : 4 * year + Math.floor((month - 1) / 3);
}

/** What a period is called: `1997-01`, `1997-Q1`, `1997`, and a week by its Monday `1997-01-06`. @internal */
export function cohortPeriodName(number: number, period: CohortPeriod): string {
  if (period === "week") return textOfDay(7 * number - DAYS_INTO_WEEK);
  const parts = period === "month" ? 12 : period === "quarter" ? 4 : 1;
  const year = String(Math.floor(number / parts)).padStart(4, "0");
  const part = (number % parts) + 1;
  if (period === "year") return year;
  return period === "month" ? `${year}-${String(part).padStart(2, "0")}` : `${year}-Q${part}`;
}
