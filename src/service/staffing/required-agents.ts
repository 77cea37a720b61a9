import type { AgentsNeeded } from "./agents-needed.js";
import type { ContactLoad } from "./contact-load.js";
import { offeredLoad } from "./offered-load.js";
import { agentsFor } from "./agents-for.js";
import { requireStaffingPolicy } from "./require-staffing-policy.js";
import { DEFAULT_STAFFING_POLICY, type StaffingPolicy } from "./staffing-policy.js";

/**
 * How many agents do these contacts need (SRV-6)?
 *
 * The least number that reaches every goal of the policy, counted by Erlang A where it knows the customers' patience
 * and by Erlang C otherwise. The search covers every number: with impatient customers the answer may lie below the
 * load. Of no contacts no agent is needed beyond the policy's minimum.
 *
 * @remarks More agents never lower a goal that is reached, so that the search halves. Where an agent has several
 * contacts at once, each place counts as a server of its own.
 * @param load - The contacts, within how many minutes, and how long each takes.
 * @param policy - The goals, the patience, the shrinkage and the minimum; {@link DEFAULT_STAFFING_POLICY} when absent.
 * @returns The agents at work and to be scheduled, the figures, the margin and what binds.
 * @throws RangeError when a number of the load or the policy is out of range, the policy has no goal, or it limits the
 * abandoned share without a patience.
 * @example
 * ```ts
 * import { requiredAgents } from "goodwill/service";
 *
 * const calls = { contacts: 100, minutes: 30, handleSeconds: 180 };
 * const serviceLevel = { share: 0.8, thresholdSeconds: 20 };
 * const patient = requiredAgents(calls, { serviceLevel, shrinkageShare: 0.3 });
 * [patient.agents, patient.scheduledAgents, patient.binding]; // => [14, 20, ["service-level"]]
 * patient.oneFewer?.serviceLevelShare.toFixed(3); // => "0.796"
 * requiredAgents(calls, { serviceLevel, patienceSeconds: 120 }).agents; // => 12
 * ```
 */
export function requiredAgents(
  load: ContactLoad,
  policy: StaffingPolicy = DEFAULT_STAFFING_POLICY,
): AgentsNeeded {
  requireStaffingPolicy(policy);
  const loadErlangs = offeredLoad(load);
  const guess = Math.ceil(loadErlangs / (policy.contactsAtOnce ?? 1));
  return agentsFor({ loadErlangs, handleSeconds: load.handleSeconds, policy }, guess);
}
