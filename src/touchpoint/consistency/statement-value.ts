import { formatMoney } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import { openSpans } from "../opening/opening-hours.js";
import { shiftSpans } from "../opening/span-set.js";
import { DAY_MINUTES, offsetMinutesAt } from "../opening/week-clock.js";
import type { WeekSpan } from "../opening/week-span.js";
import type { HoursValue, StatementValue } from "./statement.js";

// What a value is compared by, and how it is written. Internal: not part of the package's surface.

/** A text that two values share when they say the same; zones are compared by their offsets at the moment. */
export function valueKey(value: StatementValue, moment: Instant): string {
  switch (value.kind) {
    case "money":
      return JSON.stringify(["money", value.money.currency, value.money.amount + 0]);
    case "quantity":
      return JSON.stringify(["range", value.unit, value.amount + 0, value.amount + 0]);
    case "range":
      return JSON.stringify(["range", value.unit, value.min + 0, value.max + 0]);
    case "hours":
      return JSON.stringify(["hours", universalSpans(value, moment)]);
    case "category":
      return JSON.stringify(["category", value.category]);
  }
}

/** Opening hours as minutes of the week in UTC, with the offset of their zone at the moment. */
export function universalSpans(value: HoursValue, moment: Instant): readonly WeekSpan[] {
  const { zone, windows } = value.hours;
  return shiftSpans(openSpans(windows), -offsetMinutesAt(moment, zone));
}

/** The value in words, for reasons. */
export function valueText(value: StatementValue): string {
  switch (value.kind) {
    case "money":
      return formatMoney(value.money);
    case "quantity":
      return `${String(value.amount)} ${value.unit}`;
    case "range":
      return value.min === value.max
        ? `${String(value.min)} ${value.unit}`
        : `${String(value.min)} to ${String(value.max)} ${value.unit}`;
    case "hours":
      return hoursText(value);
    case "category":
      return value.category;
  }
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

function hoursText({ hours }: HoursValue): string {
  const spans = openSpans(hours.windows);
  if (spans.length === 0) return `never (${hours.zone})`;
  const parts = spans.map(({ start, end }) => {
    const first = Math.floor(start / DAY_MINUTES);
    const last = Math.floor((end - 1) / DAY_MINUTES);
    const until = clockText(end - last * DAY_MINUTES);
    const day = last === first ? "" : `${DAYS[last as 0]} `;
    return `${DAYS[first as 0]} ${clockText(start - first * DAY_MINUTES)}-${day}${until}`;
  });
  return `${parts.join(", ")} (${hours.zone})`;
}

function clockText(minute: number): string {
  const pad = (number: number): string => String(number).padStart(2, "0");
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
