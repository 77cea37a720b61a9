import type { IntervalAgents } from "./required-agents-by-interval.js";
import type { RequiredInterval } from "./service-interval.js";

/**
 * How many agents have to be in the roster, so that after illness and training enough are at work?
 *
 * The rows of {@link requiredAgentsByInterval} with `scheduledAgents` in place of `agents`, as `planShifts` and
 * `staffedIntervals` take them. Without a shrinkage in the policy the two are the same.
 *
 * @param required - The agents each interval needs.
 * @returns One row an interval, in the same order.
 * @example
 * ```ts
 * import { requiredAgentsByInterval, scheduledIntervals } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const intervals = [{ start: instant("2026-03-02T08:00:00Z"), minutes: 30, contacts: 100 }];
 * const policy = { serviceLevel: { share: 0.8, thresholdSeconds: 20 }, shrinkageShare: 0.3 };
 * const required = requiredAgentsByInterval(intervals, { handleSeconds: 180, policy });
 * required.map(({ agents }) => agents); // => [14]
 * scheduledIntervals(required).map(({ agents }) => agents); // => [20]
 * ```
 */
export function scheduledIntervals(
  required: readonly Pick<IntervalAgents, "start" | "minutes" | "scheduledAgents">[],
): readonly RequiredInterval[] {
  return required.map(({ start, minutes, scheduledAgents }) => ({
    start,
    minutes,
    agents: scheduledAgents,
  }));
}
