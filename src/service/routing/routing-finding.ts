import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { requireRoutingAgents } from "./require-routing-agents.js";
import type { RoutingAgent } from "./routing-agent.js";

/** What can be odd about an agent. */
export type RoutingFindingCode =
  | "routing-agent-without-channel"
  | "routing-agent-without-language"
  | "routing-agent-without-skill";

/** Something about an agent that is allowed and hardly meant. */
export interface RoutingFinding extends Reason {
  /** What it is. */
  readonly code: RoutingFindingCode;
  /** The id of the agent. */
  readonly agent: string;
}

/**
 * Which agents will get less than they should, because something about them is not filled in?
 *
 * An active agent without a channel gets nothing; one without a language gets no contact whose language is known; one
 * without a skill gets only contacts that need none. Inactive agents are left out.
 *
 * @param agents - The agents.
 * @returns The findings by agent, then by code.
 * @throws RangeError when an agent is not valid at all, as for {@link routeContact}.
 * @example
 * ```ts
 * import { routingFindings } from "goodwill/service";
 *
 * const channels = [{ channel: "chat", atOnce: 2 }];
 * const fresh = { id: "new", active: true, presence: "ready", skills: [], languages: ["zh"], channels } as const;
 * routingFindings([fresh]).map(({ code }) => code); // => ["routing-agent-without-skill"]
 * ```
 */
export function routingFindings(agents: readonly RoutingAgent[]): readonly RoutingFinding[] {
  requireRoutingAgents("check agents", agents);
  return agents
    .filter(({ active }) => active)
    .toSorted((a, b) => compareText(a.id, b.id))
    .flatMap(({ id, skills, languages, channels }) => {
      const codes: RoutingFindingCode[] = [];
      if (channels.length === 0) codes.push("routing-agent-without-channel");
      if (languages.length === 0) codes.push("routing-agent-without-language");
      if (skills.length === 0) codes.push("routing-agent-without-skill");
      return codes.map((code) => ({ code, agent: id, params: { agent: id } }));
    });
}
