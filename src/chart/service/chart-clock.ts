import type { Instant } from "../../shared/time/instant.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { WallTime } from "../../shared/time/wall-time.js";
import type { LabelledChartOptions } from "../frame/theme.js";

/** Whose clock a chart's times are written in. */
export interface ChartClock {
  /** The zone; its name stands below the axis. */
  readonly zone: TimeZone;
  /** What the clock shows there: `wallTimeAt` of `goodwill/shared`. */
  readonly wallTimeAt: (at: Instant, zone: TimeZone) => WallTime;
}

/** How to draw a chart over time of day. */
export interface ClockChartOptions extends LabelledChartOptions {
  /** Whose clock the times are written in; UTC when absent. */
  readonly clock?: ChartClock;
}
