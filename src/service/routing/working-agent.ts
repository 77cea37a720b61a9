import { epochMilliseconds } from "../../shared/time/instant.js";
import { compareText } from "../../shared/text-order.js";
import type { RoutingAgent, RoutingChannel } from "./routing-agent.js";
import type { RoutingPolicy } from "./routing-policy.js";

/** An agent with what is in hand, which grows while a queue is routed. @internal */
export interface WorkingAgent {
  /** The agent as given. */
  readonly agent: RoutingAgent;
  /** The level by skill. */
  readonly levels: ReadonlyMap<string, number>;
  /** The channels by name. */
  readonly channels: ReadonlyMap<string, RoutingChannel>;
  /** The languages in one text: agents who speak the same understand the same. */
  readonly speech: string;
  /** How many are in hand by channel. */
  readonly handling: Map<string, number>;
  /** How many are in hand. */
  total: number;
  /** How many are in hand on channels that take the whole agent. */
  exclusive: number;
  /** How many were handled before and given now. */
  handled: number;
  /** For how long the agent has been idle. */
  readonly idleMs: number;
  /** The contacts given now. */
  readonly given: string[];
}

/** The agents by id, ready to be given contacts. @internal */
export function workingAgents(
  agents: readonly RoutingAgent[],
  { policy, asOfMs }: { readonly policy: RoutingPolicy; readonly asOfMs: number },
): readonly WorkingAgent[] {
  return agents
    .toSorted((a, b) => compareText(a.id, b.id))
    .map((agent) => {
      const { skills, languages, channels, idleSince, handled = 0 } = agent;
      const working: WorkingAgent = {
        agent,
        levels: new Map(skills.map(({ skill, level = 1 }) => [skill, level])),
        channels: new Map(channels.map((channel) => [channel.channel, channel])),
        speech: languages.join(),
        handling: new Map(),
        total: 0,
        exclusive: 0,
        handled: handled,
        idleMs: idleSince === undefined ? 0 : Math.max(0, asOfMs - epochMilliseconds(idleSince)),
        given: [],
      };
      for (const { channel, handling = 0 } of channels) {
        takeOn(working, { channel, count: handling }, { policy });
      }
      return working;
    });
}

/** Gives a contact to an agent. @internal */
export function giveContact(
  working: WorkingAgent,
  { id, channel }: { readonly id: string; readonly channel: string },
  { policy }: { readonly policy: RoutingPolicy },
): void {
  takeOn(working, { channel, count: 1 }, { policy });
  working.handled += 1;
  working.given.push(id);
}

/** Whether there is room for one more on this channel. @internal */
export function hasRoom(
  { agent, channels, handling, total, exclusive }: WorkingAgent,
  channel: string,
  { policy }: { readonly policy: RoutingPolicy },
): boolean {
  const place = channels.get(channel);
  if (place === undefined || (handling.get(channel) ?? 0) >= place.atOnce) return false;
  if (agent.mostAtOnce !== undefined && total >= agent.mostAtOnce) return false;
  return policy.exclusiveChannels.includes(channel) ? total === 0 : exclusive === 0;
}

function takeOn(
  working: WorkingAgent,
  { channel, count }: { readonly channel: string; readonly count: number },
  { policy }: { readonly policy: RoutingPolicy },
): void {
  working.handling.set(channel, (working.handling.get(channel) ?? 0) + count);
  working.total += count;
  if (policy.exclusiveChannels.includes(channel)) working.exclusive += count;
}
