import { lunarMonths } from "../../shared/time/lunar-fall.js";
import { birthdayDays } from "./birthday-days.js";
import { commonDays } from "./common-days.js";
import {
  daysAfterEvent,
  eventAnniversaryDays,
  inactivityDays,
  relationshipAnniversaryDays,
} from "./event-days.js";
import { holidayDays } from "./holiday-days.js";
import { lunarDays, solarTermDays } from "./lunar-days.js";
import type { DayRange, FoundDays } from "./occasion-day.js";
import type { OccasionCalendars, OccasionFacts } from "./occasion-facts.js";
import type { OccasionTiming } from "./occasion-rule.js";

/** Finds the days that are one customer's own. */
export type OwnFinder = (facts: OccasionFacts) => FoundDays;

/** What finds the days of a timing in a range: the days themselves where they are the same for all customers. */
export function occasionFinder(
  range: DayRange,
  { lunar, holidays }: OccasionCalendars,
): (timing: OccasionTiming) => FoundDays | OwnFinder {
  const months = lunar === undefined ? undefined : lunarMonths(lunar);
  return (timing) => {
    switch (timing.kind) {
      case "lunar":
        return lunarDays(timing, range, months);
      case "solar-term":
        return solarTermDays(timing, range, lunar);
      case "statutory-holiday":
        return holidayDays(timing, range, holidays);
      case "birthday":
        return (facts) => birthdayDays(timing, facts, { range, months });
      case "relationship-anniversary":
        return (facts) => relationshipAnniversaryDays(timing, facts, range);
      case "event-anniversary":
        return (facts) => eventAnniversaryDays(timing, facts, range);
      case "after-event":
        return (facts) => daysAfterEvent(timing, facts, range);
      case "inactivity":
        return (facts) => inactivityDays(timing, facts, range);
      default:
        return { days: commonDays(timing, range), unknown: [] };
    }
  };
}
