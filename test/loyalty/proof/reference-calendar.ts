/** Days of a zone, found by asking the platform's calendar moment by moment: slow, and obvious. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** The day of a moment on a zone's clock, as `2026-03-02`. */
export function dayOf(moment: number, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, calendar: "gregory", ...parts });
    formats.set(zone, format);
  }
  return format.format(moment);
}

/** The first moment of a day: of all moments near it, the earliest the zone's clock does not call an earlier day. */
export function startOf(day: string, zone: string): number {
  const name = `${zone}|${day}`;
  const known = starts.get(name);
  if (known !== undefined) return known;
  let before = Date.parse(`${day}T00:00:00Z`) - 16 * HOUR;
  let after = before + 32 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(middle, zone) < day) before = middle;
    else after = middle;
  }
  starts.set(name, after);
  return after;
}

/** The day so many days after. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** The same day so many months after, or the month's last. */
export function plusMonths(day: string, count: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return textOf(year, month - 1 + count, Math.min(date, last));
}

/** The last day of the week, month, quarter or year a day lies in. */
export function lastDayOf(unit: "week" | "month" | "quarter" | "year", day: string): string {
  const [year, month] = day.split("-").map(Number) as [number, number];
  if (unit === "week") {
    let sunday = day;
    while (new Date(`${sunday}T00:00:00Z`).getUTCDay() !== 0) sunday = plusDays(sunday, 1);
    return sunday;
  }
  const months = { month, quarter: Math.ceil(month / 3) * 3, year: 12 };
  return textOf(year, months[unit], 0);
}

/** A day of a year, or the month's last where it is shorter. */
export function yearlyDay(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return textOf(year, month - 1, Math.min(day, last));
}

function textOf(year: number, monthIndex: number, day: number): string {
  return new Date(Date.UTC(year, monthIndex, day)).toISOString().slice(0, 10);
}
