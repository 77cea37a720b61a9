import { epochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { compareStanding, standingContact } from "./contact-standing.js";
import { requireRouting } from "./require-routing.js";
import type { RoutingAgent } from "./routing-agent.js";
import type { RoutingContact } from "./routing-contact.js";
import type { RoutedContact, RoutedQueue } from "./routing-decision.js";
import { routingFindings } from "./routing-finding.js";
import { DEFAULT_ROUTING_POLICY } from "./routing-policy.js";
import type { RoutingPolicy } from "./routing-policy.js";
import { routingRound, unroutedContact } from "./routing-round.js";
import { workingAgents } from "./working-agent.js";

/** Who is there, and by which rules. */
export interface RoutingOptions {
  /** All agents, the inactive and those away as well, in any order. */
  readonly agents: readonly RoutingAgent[];
  /** The moment. */
  readonly asOf: Instant;
  /** The rules; `DEFAULT_ROUTING_POLICY` when absent. */
  readonly policy?: RoutingPolicy;
}

/**
 * Which of the contacts that wait goes to which agent now, and why?
 *
 * Needs are hard: channel, skills at their level, language. An inactive agent gets nothing, nor does one who is away or
 * full. Everything else (account manager, last agent, language, wishes, class, fairness) is weighed in points.
 *
 * 1. The contacts are ordered by their wait plus their head start. A contact is left waiting only where all who could
 *    serve it are away, full, or given to contacts before it.
 * 2. Of all ways to serve the same contacts the one with the most points in sum is taken.
 * 3. Each agent gets one contact; then the same is done with what still waits and who still has room.
 *
 * Nobody waits for ever: the wait grows alike for all and a head start is bounded, so that a contact is overtaken only
 * by those that arrive less than `mostHeadStartMinutes` after it. Where n contacts go before it, these included, c
 * agents who are there could serve it, one contact at a time, no contact takes more than h minutes, and the queue is
 * routed whenever one of them becomes free, it waits at most (floor(n / c) + 1) * h minutes. Value gives a head start,
 * nothing else.
 *
 * The order of the lists does not matter: equals go by id.
 *
 * @param contacts - The contacts that wait.
 * @param options - The agents, the moment, the rules.
 * @returns Who goes where and who waits, each with its reasons and with every agent passed over; what is odd about the
 * agents.
 * @throws RangeError when ids, skills or channels stand twice, a language is no language tag, a level or count is not
 * whole or too small, a moment is no instant, or the policy makes no sense.
 * @example
 * ```ts
 * import { routeQueue } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const channels = [{ channel: "voice", atOnce: 1 }];
 * const agent = { active: true, presence: "ready", languages: ["zh"], channels } as const;
 * const agents = [
 *   { ...agent, id: "ann", skills: [{ skill: "billing" }, { skill: "repair" }] },
 *   { ...agent, id: "bo", skills: [{ skill: "billing" }] },
 * ];
 * const contacts = [
 *   { id: "c1", channel: "voice", since: instant("2026-02-13T09:00:00Z"), needs: [{ skill: "billing" }] },
 *   { id: "c2", channel: "voice", since: instant("2026-02-13T09:01:00Z"), needs: [{ skill: "repair" }] },
 * ];
 * const { routed } = routeQueue(contacts, { agents, asOf: instant("2026-02-13T09:02:00Z") });
 * routed.map(({ contact, agent }) => [contact, agent]); // => [["c1", "bo"], ["c2", "ann"]]
 * ```
 */
export function routeQueue(
  contacts: readonly RoutingContact[],
  { agents, asOf, policy = DEFAULT_ROUTING_POLICY }: RoutingOptions,
): RoutedQueue {
  const task = "route contacts";
  requireInstant(task, { asOf });
  requireRouting(task, { contacts, agents, policy });
  const asOfMs = epochMilliseconds(asOf);
  const working = workingAgents(agents, { policy, asOfMs });
  const setting = {
    policy,
    asOfMs,
    mostHandled: Math.max(0, ...working.map((one) => (one.agent.active ? one.handled : 0))),
    speech: new Map(),
  };
  let waiting = contacts
    .map((contact) => standingContact(contact, { policy, asOfMs }))
    .toSorted(compareStanding);
  const place = new Map(waiting.map(({ contact }, i) => [contact.id, i]));
  const routed: RoutedContact[] = [];
  while (waiting.length > 0) {
    const round = routingRound({ waiting, agents: working, setting });
    if (round.length === 0) break;
    routed.push(...round);
    const gone = new Set(round.map(({ contact }) => contact));
    waiting = waiting.filter(({ contact }) => !gone.has(contact.id));
  }
  return {
    routed: routed.toSorted((a, b) => place.get(a.contact)! - place.get(b.contact)!),
    waiting: waiting.map((standing) => unroutedContact(standing, { agents: working, setting })),
    findings: routingFindings(agents),
  };
}
