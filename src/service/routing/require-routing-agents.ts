import { isLanguageTag } from "../../customer/record/language-tag.js";
import { isInstant } from "../../shared/time/instant.js";
import type { RoutingAgent } from "./routing-agent.js";

/** Throws unless the agents can be routed to. @internal */
export function requireRoutingAgents(task: string, agents: readonly RoutingAgent[]): void {
  const ids = new Set<string>();
  for (const agent of agents) {
    const { id } = agent;
    if (typeof id !== "string" || id === "") {
      throw routingBreach(task, "the id of an agent must be a text", id);
    }
    if (ids.has(id)) throw routingBreach(task, "each agent must stand once", id);
    ids.add(id);
    requireAgent(task, agent);
  }
}

function requireAgent(task: string, agent: RoutingAgent): void {
  const { id, active, presence, skills, languages, channels, mostAtOnce, idleSince } = agent;
  if (typeof active !== "boolean") {
    throw routingBreach(task, `active of agent ${id} must be true or false`, active);
  }
  if (presence !== "ready" && presence !== "away") {
    throw routingBreach(task, `presence of agent ${id} must be ready or away`, presence);
  }
  requireRoutingOnce(
    task,
    `skills of agent ${id}`,
    skills.map(({ skill }) => skill),
  );
  for (const { skill, level = 1 } of skills) {
    requireRoutingWhole(task, { name: `level of ${skill} of agent ${id}`, value: level, least: 1 });
  }
  requireRoutingLanguages(task, `languages of agent ${id}`, languages);
  requireRoutingOnce(
    task,
    `channels of agent ${id}`,
    channels.map(({ channel }) => channel),
  );
  for (const { channel, atOnce, handling = 0 } of channels) {
    requireRoutingWhole(task, {
      name: `atOnce of ${channel} of agent ${id}`,
      value: atOnce,
      least: 1,
    });
    requireRoutingWhole(task, { name: `handling of ${channel} of agent ${id}`, value: handling });
  }
  if (mostAtOnce !== undefined) {
    requireRoutingWhole(task, { name: `mostAtOnce of agent ${id}`, value: mostAtOnce, least: 1 });
  }
  requireRoutingWhole(task, { name: `handled of agent ${id}`, value: agent.handled ?? 0 });
  if (idleSince !== undefined && !isInstant(idleSince)) {
    throw routingBreach(task, `idleSince of agent ${id} must be an instant`, idleSince);
  }
}

/** Throws unless each text stands once and says something. @internal */
export function requireRoutingOnce(task: string, name: string, texts: readonly string[]): void {
  const seen = new Set<string>();
  for (const text of texts) {
    if (typeof text !== "string" || text === "") {
      throw routingBreach(task, `${name} must be texts`, text);
    }
    if (seen.has(text)) throw routingBreach(task, `${name} must stand once each`, text);
    seen.add(text);
  }
}

/** Throws unless each is a well-formed language tag. @internal */
export function requireRoutingLanguages(task: string, name: string, tags: readonly string[]): void {
  const wrong = tags.find((tag) => !isLanguageTag(tag));
  if (wrong === undefined) return;
  throw routingBreach(task, `${name} must be language tags (BCP 47)`, wrong);
}

/** Throws unless a count is whole and not below the least. @internal */
export function requireRoutingWhole(
  task: string,
  {
    name,
    value,
    least = 0,
  }: { readonly name: string; readonly value: number; readonly least?: number },
): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw routingBreach(task, `${name} must be a whole number of at least ${least}`, value);
}

/** The error of a broken contract. @internal */
export function routingBreach(task: string, rule: string, got: unknown): RangeError {
  const shown = typeof got === "number" ? String(got) : JSON.stringify(got);
  return new RangeError(`Cannot ${task}: ${rule}, got ${shown}`);
}
