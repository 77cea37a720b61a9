import { offeredLoad } from "./offered-load.js";
import type { ErlangCFacts } from "./erlang-c.js";
import { requireAgentCount, requireNotBelowZero } from "./erlang-check.js";
import { impatientQueue } from "./impatient-queue.js";
import type { WaitingFigures } from "./waiting-figures.js";

/** Contacts that wait until they are answered or give up. */
export interface ErlangAFacts extends ErlangCFacts {
  /** How long a contact waits on average before it gives up, in seconds; at least 0, where nobody waits at all. */
  readonly patienceSeconds: number;
}

/**
 * How long do contacts wait, and how many give up (Erlang A, SRV-6)?
 *
 * Contacts arrive at random, are answered in turn, and each gives up after a random time whose mean is the patience.
 * There is a steady state at every load, also with fewer agents than erlangs. Answered within the threshold counts who
 * was answered, of all who arrived: who gives up, however soon, was not answered. With a patience of 0 nobody waits:
 * that is Erlang B. The longer the patience, the nearer to Erlang C. With no agent all wait until they give up.
 *
 * @remarks The model M/M/n+M of Palm (1957) after Mandelbaum and Zeltyn (2005, "The Palm/Erlang-A queue, with
 * applications to call centers"). The work grows with the root of the contacts served within one patience.
 * @param facts - The contacts, the minutes, the handle time, the agents, the threshold and the patience.
 * @returns The figures.
 * @throws RangeError when a number is out of range: contacts, threshold or patience below 0, minutes or handle time not
 * above 0, agents not a whole number of at least 0.
 * @example
 * ```ts
 * import { erlangA } from "goodwill/service";
 *
 * const calls = { contacts: 48, minutes: 1, handleSeconds: 60, thresholdSeconds: 20 };
 * const figures = erlangA({ ...calls, agents: 50, patienceSeconds: 120 });
 * figures.abandonedShare.toFixed(6); // => "0.030912"
 * figures.serviceLevelShare.toFixed(6); // => "0.943019"
 * ```
 */
export function erlangA(facts: ErlangAFacts): WaitingFigures {
  const { agents, handleSeconds, thresholdSeconds, patienceSeconds } = facts;
  requireAgentCount(agents, "compute Erlang A");
  for (const [name, value] of Object.entries({ thresholdSeconds, patienceSeconds }))
    requireNotBelowZero(value, { name, task: "compute Erlang A" });
  const work = { loadErlangs: offeredLoad(facts), handleSeconds, thresholdSeconds };
  return impatientQueue(agents, { ...work, patienceSeconds });
}
