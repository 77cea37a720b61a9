import { agentsFor } from "./agents-for.js";
import type { AgentsNeeded, StaffingLimit } from "./agents-needed.js";
import { offeredLoad } from "./offered-load.js";
import { requireStaffingPolicy } from "./require-staffing-policy.js";
import type { ContactInterval, RequiredInterval } from "./service-interval.js";
import { DEFAULT_STAFFING_POLICY, type StaffingPolicy } from "./staffing-policy.js";

/** The contacts of an interval, with a handle time of its own where it differs from the others'. */
export interface HandledInterval extends ContactInterval {
  /** How long a contact of this interval keeps an agent busy, in seconds; above 0, that of the options when absent. */
  readonly handleSeconds?: number;
}

/** How the intervals are staffed. */
export interface IntervalStaffingOptions {
  /** How long a contact keeps an agent busy, talk and after-work together, in seconds; above 0. */
  readonly handleSeconds: number;
  /** The goals, the patience, the shrinkage and the minimum; {@link DEFAULT_STAFFING_POLICY} when absent. */
  readonly policy?: StaffingPolicy;
}

/** The agents an interval needs and what they give. */
export interface IntervalAgents extends RequiredInterval {
  /** The agents to be scheduled so that, after shrinkage, so many are at work; a whole number. */
  readonly scheduledAgents: number;
  /** The contacts that arrive in it. */
  readonly contacts: number;
  /** The work they are, in erlangs. */
  readonly loadErlangs: number;
  /** The contacts answered within the threshold; at once where the policy has none. */
  readonly serviceLevelShare: number;
  /** Mean wait of all its contacts, in seconds. */
  readonly averageWaitSeconds: number;
  /** How much of their time the agents are busy. */
  readonly occupancyShare: number;
  /** The contacts that give up. */
  readonly abandonedShare: number;
  /** Why one agent fewer does not do; empty where no agent is needed. */
  readonly binding: readonly StaffingLimit[];
}

/**
 * How many agents does each interval need (SRV-6)?
 *
 * Each interval by itself, as {@link requiredAgents} does it: no queue is carried over from the one before.
 *
 * @remarks Intervals are taken by rising load, and each search begins where the last one ended: two or three steps.
 * @param intervals - The contacts by interval, counted or expected, in any order.
 * @param options - The handle time and the policy.
 * @returns One row an interval, in the same order. Its `agents` are those at work, before shrinkage; `planShifts` and
 * `staffedIntervals` take the rows as they are and read only these. Where the policy has a shrinkage, plan shifts for
 * `scheduledAgents`: `planShifts(scheduledIntervals(rows), ...)`.
 * @throws RangeError when a number of an interval or the policy is out of range, the policy has no goal, or it limits
 * the abandoned share without a patience.
 * @example
 * ```ts
 * import { requiredAgentsByInterval } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const intervals = [
 *   { start: instant("2026-03-02T08:00:00Z"), minutes: 30, contacts: 60 },
 *   { start: instant("2026-03-02T08:30:00Z"), minutes: 30, contacts: 100 },
 * ];
 * const required = requiredAgentsByInterval(intervals, { handleSeconds: 180 });
 * required.map(({ agents }) => agents); // => [9, 14]
 * ```
 */
export function requiredAgentsByInterval(
  intervals: readonly HandledInterval[],
  options: IntervalStaffingOptions,
): readonly IntervalAgents[] {
  const { policy = DEFAULT_STAFFING_POLICY } = options;
  requireStaffingPolicy(policy);
  const loads = intervals.map(({ contacts, minutes, handleSeconds = options.handleSeconds }) =>
    offeredLoad({ contacts, minutes, handleSeconds }),
  );
  const byLoad = [...loads.keys()].sort((a, b) => loads[a]! - loads[b]!);
  const staffed: IntervalAgents[] = [];
  staffed.length = intervals.length;
  let agents = 0;
  let perErlang = 1 / (policy.contactsAtOnce ?? 1);
  let previous = 0;
  for (const index of byLoad) {
    const { start, minutes, contacts, handleSeconds = options.handleSeconds } = intervals[index]!;
    const loadErlangs = loads[index]!;
    const guess = Math.ceil(agents + (loadErlangs - previous) * perErlang);
    const needed = agentsFor({ loadErlangs, handleSeconds, policy }, guess);
    staffed[index] = { start, minutes, contacts, ...intervalFigures(needed) };
    ({ agents } = needed);
    if (loadErlangs >= 1) perErlang = agents / loadErlangs;
    previous = loadErlangs;
  }
  return staffed;
}

function intervalFigures({ agents, scheduledAgents, binding, figures }: AgentsNeeded) {
  const { loadErlangs, serviceLevelShare, averageWaitSeconds, occupancyShare, abandonedShare } =
    figures;
  const quality = { serviceLevelShare, averageWaitSeconds, occupancyShare, abandonedShare };
  return { agents, scheduledAgents, loadErlangs, ...quality, binding };
}
