// How a clock stands. Internal: not part of the package's surface.

import type { Instant } from "../../shared/time/instant.js";
import type { SlaState } from "./sla-interval.js";

/** What decides how a clock stands. */
export interface SlaStanding {
  readonly isStopped: boolean;
  readonly isPaused: boolean;
  readonly until: Instant;
  readonly due: Instant | undefined;
}

/** The deadline itself is in time; stopped before anybody knew the deadline is in time, too. */
export function slaState({ isStopped, isPaused, until, due }: SlaStanding): SlaState {
  if (due !== undefined && until > due) return "breached";
  if (isStopped) return "met";
  return isPaused ? "paused" : "running";
}
