import { isInstant } from "../../shared/time/instant.js";
import type { RoutingAgent } from "./routing-agent.js";
import {
  requireRoutingLanguages,
  requireRoutingOnce,
  requireRoutingAgents,
  requireRoutingWhole,
  routingBreach,
} from "./require-routing-agents.js";
import type { RoutingContact } from "./routing-contact.js";
import type { RoutingPolicy } from "./routing-policy.js";

/** Throws unless contacts can be routed to agents by the policy. @internal */
export function requireRouting(
  task: string,
  {
    contacts,
    agents,
    policy,
  }: {
    readonly contacts: readonly RoutingContact[];
    readonly agents: readonly RoutingAgent[];
    readonly policy: RoutingPolicy;
  },
): void {
  requireRoutingContacts(task, contacts);
  requireRoutingAgents(task, agents);
  requireRoutingPolicy(task, policy);
}

function requireRoutingContacts(task: string, contacts: readonly RoutingContact[]): void {
  const ids = new Set<string>();
  for (const contact of contacts) {
    const { id, channel, since, needs = [], wishes = [], languages = [], lastAgent } = contact;
    if (typeof id !== "string" || id === "") {
      throw routingBreach(task, "the id of a contact must be a text", id);
    }
    if (ids.has(id)) throw routingBreach(task, "each contact must stand once", id);
    ids.add(id);
    if (typeof channel !== "string" || channel === "") {
      throw routingBreach(task, `channel of contact ${id} must be a text`, channel);
    }
    if (!isInstant(since)) {
      throw routingBreach(task, `since of contact ${id} must be an instant`, since);
    }
    if (lastAgent !== undefined && !isInstant(lastAgent.at)) {
      throw routingBreach(task, `lastAgent.at of contact ${id} must be an instant`, lastAgent.at);
    }
    const asked = [...needs, ...wishes];
    requireRoutingOnce(
      task,
      `needs and wishes of contact ${id}`,
      asked.map(({ skill }) => skill),
    );
    for (const { skill, level = 1 } of asked) {
      requireRoutingWhole(task, {
        name: `level of ${skill} of contact ${id}`,
        value: level,
        least: 1,
      });
    }
    requireRoutingLanguages(task, `languages of contact ${id}`, languages);
    requireAmount(task, `headStartMinutes of contact ${id}`, contact.headStartMinutes ?? 0);
  }
}

function requireRoutingPolicy(task: string, policy: RoutingPolicy): void {
  const { weights, languageShares, languageFallbacks, headStartMinutes, widening } = policy;
  for (const [name, value] of Object.entries(weights)) {
    requireRoutingWhole(task, { name: `policy.weights.${name}`, value: value as number });
    if (value > 1_000_000) {
      throw routingBreach(task, `policy.weights.${name} must be at most 1000000`, value);
    }
  }
  for (const [name, value] of Object.entries(languageShares)) {
    if (!(value >= 0 && value <= 1)) {
      throw routingBreach(task, `policy.languageShares.${name} must be from 0 to 1`, value);
    }
  }
  if (policy.language !== "need" && policy.language !== "wish") {
    throw routingBreach(task, "policy.language must be need or wish", policy.language);
  }
  for (const [tag, others] of Object.entries(languageFallbacks)) {
    requireRoutingLanguages(task, "policy.languageFallbacks", [tag, ...others]);
  }
  requireAmount(task, "policy.lastAgentDays", policy.lastAgentDays);
  requireAmount(task, "policy.idleFullMinutes", policy.idleFullMinutes);
  if (policy.idleFullMinutes === 0) {
    throw routingBreach(task, "policy.idleFullMinutes must be above 0", 0);
  }
  requireAmount(task, "policy.mostHeadStartMinutes", policy.mostHeadStartMinutes);
  for (const [name, minutes] of Object.entries(headStartMinutes)) {
    requireAmount(task, `policy.headStartMinutes.${name}`, minutes);
  }
  widening.forEach(({ afterMinutes, lowerLevelsBy = 0 }, place) => {
    requireAmount(task, `policy.widening[${String(place)}].afterMinutes`, afterMinutes);
    requireRoutingWhole(task, {
      name: `policy.widening[${String(place)}].lowerLevelsBy`,
      value: lowerLevelsBy,
    });
  });
}

function requireAmount(task: string, name: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw routingBreach(task, `${name} must be finite and at least 0`, value);
}
