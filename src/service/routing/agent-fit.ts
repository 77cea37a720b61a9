import type { Reason } from "../../shared/reason.js";
import { epochMilliseconds } from "../../shared/time/instant.js";
import type { StandingContact } from "./contact-standing.js";
import { languageFit } from "./language-fit.js";
import type { LanguageFit } from "./language-fit.js";
import type { RoutingPolicy } from "./routing-policy.js";
import { hasRoom } from "./working-agent.js";
import type { WorkingAgent } from "./working-agent.js";

/** What agents and contacts are held against. @internal */
export interface FitSetting {
  /** The policy. */
  readonly policy: RoutingPolicy;
  /** The moment. */
  readonly asOfMs: number;
  /** The most contacts that any active agent has handled. */
  readonly mostHandled: number;
  /** How speakers understand each other, by what is wanted and what is spoken, as far as it was asked. */
  readonly speech: Map<string, LanguageFit | "none">;
}

/** What keeps an agent from a contact even when free: for good, as far as this contact goes. */
type LastingObstacle = "inactive" | "channel" | "skill" | "language";

/** What keeps an agent from a contact; `undefined` where nothing does. @internal */
export type FitObstacle = LastingObstacle | "away" | "full";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The first thing that keeps this agent from this contact. @internal */
export function fitObstacle(
  standing: StandingContact,
  working: WorkingAgent,
  setting: FitSetting,
): FitObstacle | undefined {
  const { agent, levels, channels } = working;
  if (!agent.active) return "inactive";
  const { channel } = standing.contact;
  if (!channels.has(channel)) return "channel";
  for (const { skill, level } of standing.needs) {
    if ((levels.get(skill) ?? 0) < level) return "skill";
  }
  if (standing.needsLanguage && speechOf(standing, working, setting) === undefined) {
    return "language";
  }
  if (agent.presence === "away") return "away";
  return hasRoom(working, channel, setting) ? undefined : "full";
}

/** The same as a reason. @internal */
export function obstacleReason(
  obstacle: FitObstacle,
  standing: StandingContact,
  working: WorkingAgent,
): Reason {
  const { id } = working.agent;
  const { channel } = standing.contact;
  switch (obstacle) {
    case "inactive":
      return { code: "routing-agent-inactive", params: { agent: id } };
    case "channel":
      return { code: "routing-agent-not-on-channel", params: { agent: id, channel } };
    case "skill": {
      const lacking = standing.needs.find(
        ({ skill, level }) => (working.levels.get(skill) ?? 0) < level,
      )!;
      const has = working.levels.get(lacking.skill) ?? 0;
      return { code: "routing-agent-lacks-skill", params: { agent: id, ...lacking, has } };
    }
    case "language": {
      const languages = standing.languages.join(", ");
      return { code: "routing-agent-lacks-language", params: { agent: id, languages } };
    }
    case "away":
      return { code: "routing-agent-away", params: { agent: id } };
    case "full": {
      const given = working.given.at(-1);
      return given === undefined
        ? { code: "routing-agent-full", params: { agent: id, inHand: working.total } }
        : { code: "routing-agent-given", params: { agent: id, contact: given } };
    }
  }
}

/** How well a free agent fits, in points. @internal */
export function fitPoints(
  standing: StandingContact,
  working: WorkingAgent,
  setting: FitSetting,
): number {
  const { policy } = setting;
  const { weights } = policy;
  const { contact } = standing;
  const { agent } = working;
  let points = 0;
  if (contact.owner === agent.id) points += weights.owner;
  if (isLastAgent(standing, working, setting)) points += weights.lastAgent;
  points += Math.round(weights.language * (speechOf(standing, working, setting)?.share ?? 0));
  points += Math.round(weights.wishes * wishesShare(standing, working));
  if (isOfClass(standing, working)) points += weights.valueClass;
  points += Math.round(weights.spare / (1 + otherSkills(standing, working)));
  points += Math.round(weights.idle * idleShare(working, setting));
  return points + Math.round(weights.handled * handledShare(working, setting));
}

/** Why a free agent fits; the points of all of them sum to `fitPoints`. @internal */
export function fitReasons(
  standing: StandingContact,
  working: WorkingAgent,
  setting: FitSetting,
): readonly Reason[] {
  const { weights } = setting.policy;
  const { contact, needs, wishes } = standing;
  const { agent, levels } = working;
  const reasons: Reason[] = needs.map(({ skill, level }) => ({
    code: "routing-skilled",
    params: { skill, level, has: levels.get(skill)! },
  }));
  const after = standing.widenedAfterMinutes;
  if (after !== undefined) reasons.push({ code: "routing-widened", params: { after } });
  const add = (code: string, points: number, params: Reason["params"] = {}): void => {
    if (points > 0) reasons.push({ code, params: { ...params, points } });
  };
  if (contact.owner === agent.id) add("routing-owner", weights.owner);
  if (isLastAgent(standing, working, setting)) {
    const days = Math.floor((setting.asOfMs - epochMilliseconds(contact.lastAgent!.at)) / DAY_MS);
    add("routing-last-agent", weights.lastAgent, { days: Math.max(0, days) });
  }
  const speech = speechOf(standing, working, setting);
  if (speech !== undefined) {
    const { wanted, spoken, share } = speech;
    add("routing-speaks", Math.round(weights.language * share), { wanted, spoken });
  }
  const met = wishes.filter(({ skill, level }) => (levels.get(skill) ?? 0) >= level).length;
  add("routing-wishes-met", Math.round(weights.wishes * wishesShare(standing, working)), {
    met,
    wishes: wishes.length,
  });
  if (isOfClass(standing, working)) {
    add("routing-class-team", weights.valueClass, { class: contact.valueClass! });
  }
  const others = otherSkills(standing, working);
  add("routing-spare", Math.round(weights.spare / (1 + others)), { others });
  add("routing-idle", Math.round(weights.idle * idleShare(working, setting)), {
    minutes: Math.floor(working.idleMs / MINUTE_MS),
  });
  add("routing-handled", Math.round(weights.handled * handledShare(working, setting)), {
    handled: working.handled,
    most: setting.mostHandled,
  });
  return reasons;
}

function speechOf(
  { languages }: StandingContact,
  { agent, speech }: WorkingAgent,
  setting: FitSetting,
): LanguageFit | undefined {
  if (languages.length === 0) return undefined;
  const key = `${languages.join()};${speech}`;
  let fit = setting.speech.get(key);
  if (fit === undefined) {
    fit = languageFit(languages, agent.languages, setting.policy) ?? "none";
    setting.speech.set(key, fit);
  }
  return fit === "none" ? undefined : fit;
}

function isLastAgent(
  { contact: { lastAgent } }: StandingContact,
  { agent }: WorkingAgent,
  { policy, asOfMs }: FitSetting,
): boolean {
  if (lastAgent?.agent !== agent.id) return false;
  return asOfMs - epochMilliseconds(lastAgent.at) <= policy.lastAgentDays * DAY_MS;
}

function isOfClass({ contact }: StandingContact, { agent }: WorkingAgent): boolean {
  return (
    contact.valueClass !== undefined && agent.valueClasses?.includes(contact.valueClass) === true
  );
}

/** A wish met in part counts in part. */
function wishesShare({ wishes }: StandingContact, { levels }: WorkingAgent): number {
  if (wishes.length === 0) return 0;
  let sum = 0;
  for (const { skill, level } of wishes) sum += Math.min(1, (levels.get(skill) ?? 0) / level);
  return sum / wishes.length;
}

function otherSkills({ needs, wishes }: StandingContact, { levels }: WorkingAgent): number {
  let used = 0;
  for (const { skill } of needs) if (levels.has(skill)) used += 1;
  for (const { skill } of wishes) if (levels.has(skill)) used += 1;
  return levels.size - used;
}

function idleShare({ idleMs, total }: WorkingAgent, { policy }: FitSetting): number {
  return total > 0 ? 0 : Math.min(1, idleMs / (policy.idleFullMinutes * MINUTE_MS));
}

function handledShare({ handled }: WorkingAgent, { mostHandled }: FitSetting): number {
  return mostHandled === 0 ? 1 : Math.max(0, 1 - handled / mostHandled);
}
