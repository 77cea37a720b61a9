import type { Instant } from "../../shared/time/instant.js";
import type { AtClosing } from "./service-due.js";
import type { ServicePause } from "./service-pause.js";
import type { SlaClockKind } from "./sla-policy.js";
import type { SlaState } from "./sla-interval.js";

/** One clock of one case, as it stood at a moment; `guaranteeRemedy` takes it as it is. */
export interface ServiceClock {
  /** The case's id. */
  readonly case: string;
  /** What it waits for. */
  readonly clock: SlaClockKind;
  /** Which one of its kind in the case: 1 for the first. */
  readonly round: number;
  /** The case's priority; absent where it has none. */
  readonly priority?: string;
  /** The name of the calendar that counts. */
  readonly calendar: string;
  /** When it started. */
  readonly start: Instant;
  /** When it was stopped; absent while it is not. */
  readonly stop?: Instant;
  /** The target, in business minutes. */
  readonly targetMinutes: number;
  /** What did not count, or does not count any more. */
  readonly pauses: readonly ServicePause[];
  /** What a deadline on the moment of closing does. */
  readonly atClosing: AtClosing;
  /** The last moment in time; absent while a pause without end leaves it open. */
  readonly due?: Instant;
  /** How it stood. */
  readonly state: SlaState;
  /** What was left of the target, in milliseconds of business time; 0 where it was used up. */
  readonly remainingMilliseconds: number;
  /** What was counted beyond it, in milliseconds of business time; 0 where nothing was. */
  readonly overMilliseconds: number;
  /** The elapsed time from `due` to the stop, or to the moment looked at, in milliseconds; 0 where in time. */
  readonly lateMilliseconds: number;
}
