import { refuse, ok, type Result } from "../../shared/result.js";
import type { ContactLoad } from "./contact-load.js";
import { offeredLoad } from "./offered-load.js";
import { requireAgentCount, requireNotBelowZero } from "./erlang-check.js";
import { patientQueue } from "./patient-queue.js";
import type { WaitingFigures } from "./waiting-figures.js";

/** Contacts that wait until they are answered. */
export interface ErlangCFacts extends ContactLoad {
  /** The agents at work; a whole number, at least 0. */
  readonly agents: number;
  /** Within how many seconds a contact shall be answered; at least 0. */
  readonly thresholdSeconds: number;
}

/** More work arrives than the agents can do: the queue grows without end, and there is no mean wait. */
export interface ErlangUnstable {
  /** The agents do not exceed the load. */
  readonly code: "erlang-unstable";
  /** The work that arrives, in erlangs. */
  readonly loadErlangs: number;
  /** The agents given. */
  readonly agents: number;
  /** The least agents with which the queue does not grow without end. */
  readonly leastAgents: number;
}

/**
 * How long do contacts wait that never give up (Erlang C, SRV-6)?
 *
 * Contacts arrive at random and are answered in turn. At or below the offered load there is no steady state: the
 * answer is then the refusal `erlang-unstable`, never a negative wait. Of no contacts none waits.
 *
 * @remarks Erlang (1917), through the exact sum of Erlang B. Customers who give up make the truth better than this:
 * {@link erlangA} counts with their patience.
 * @param facts - The contacts, the minutes, the handle time, the agents and the threshold.
 * @returns The figures, with nobody giving up; or the refusal `erlang-unstable` with the least agents that would do.
 * @throws RangeError when a number is out of range: contacts or threshold below 0, minutes or handle time not above 0,
 * agents not a whole number of at least 0.
 * @example
 * ```ts
 * import { erlangC } from "goodwill/service";
 *
 * const calls = { contacts: 360, minutes: 30, handleSeconds: 240, thresholdSeconds: 15 };
 * const at55 = erlangC({ ...calls, agents: 55 });
 * at55.ok ? at55.value.serviceLevelShare.toFixed(6) : ""; // => "0.845883"
 * const at48 = erlangC({ ...calls, agents: 48 });
 * at48.ok ? undefined : at48.error.leastAgents; // => 49
 * ```
 */
export function erlangC(facts: ErlangCFacts): Result<WaitingFigures, ErlangUnstable> {
  const { agents, handleSeconds, thresholdSeconds } = facts;
  requireAgentCount(agents, "compute Erlang C");
  requireNotBelowZero(thresholdSeconds, { name: "thresholdSeconds", task: "compute Erlang C" });
  const loadErlangs = offeredLoad(facts);
  const figures = patientQueue(agents, { loadErlangs, handleSeconds, thresholdSeconds });
  if (figures !== undefined) return ok(figures);
  const leastAgents = Math.floor(loadErlangs) + 1;
  return refuse({ code: "erlang-unstable", loadErlangs, agents, leastAgents });
}
