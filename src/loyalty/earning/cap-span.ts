// How a cap and its span of time are named. Internal: not part of the package's surface.

import { weekPeriod } from "../../shared/time/calendar-period.js";
import type { EarningCap } from "../programme/earning-rule.js";
import { dayOn } from "./occasion-clock.js";
import type { OccasionClock } from "./occasion-clock.js";

/**
 * The key uses of a cap are counted under: what is capped, the span, and which: `rule:coffee:week:2026-02-09`,
 * `campaign:spring:month:2026-02`, `member:points:ever`.
 */
export function capKey(owner: string, per: EarningCap["per"], clock: OccasionClock): string {
  switch (per) {
    case "order":
    case "ever":
      return `${owner}:${per}`;
    case "day":
      return `${owner}:day:${dayOn(clock)}`;
    case "week":
      return `${owner}:week:${weekPeriod(dayOn(clock)).start}`;
    case "month":
      return `${owner}:month:${dayOn(clock).slice(0, 7)}`;
    case "year":
      return `${owner}:year:${dayOn(clock).slice(0, 4)}`;
  }
}
