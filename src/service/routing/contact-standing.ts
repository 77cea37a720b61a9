import { epochMilliseconds, instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { compareText } from "../../shared/text-order.js";
import type { RoutingContact } from "./routing-contact.js";
import type { RoutingPolicy, RoutingWidening } from "./routing-policy.js";

const MINUTE_MS = 60_000;

/** A contact as it stands at a moment: how urgent, and what it still asks for. @internal */
export interface StandingContact {
  /** The contact. */
  readonly contact: RoutingContact;
  /** How long it has waited. */
  readonly waitedMs: number;
  /** The wait with the head starts: more goes first. */
  readonly priorityMs: number;
  /** The skills needed, with the level that will do by now. */
  readonly needs: readonly { readonly skill: string; readonly level: number }[];
  /** The skills wished for, those included that were needed before. */
  readonly wishes: readonly { readonly skill: string; readonly level: number }[];
  /** The customer's languages. */
  readonly languages: readonly string[];
  /** Whether the language is needed. */
  readonly needsLanguage: boolean;
  /** After how many minutes the last of the widenings that hold came; undefined where none does. */
  readonly widenedAfterMinutes: number | undefined;
  /** When the next widening comes; undefined where none does. */
  readonly widensAt: Instant | undefined;
}

/** How the contact stands. @internal */
export function standingContact(
  contact: RoutingContact,
  { policy, asOfMs }: { readonly policy: RoutingPolicy; readonly asOfMs: number },
): StandingContact {
  const { needs = [], wishes = [], languages = [], valueClass, headStartMinutes = 0 } = contact;
  const sinceMs = epochMilliseconds(contact.since);
  const waitedMs = Math.max(0, asOfMs - sinceMs);
  const ofClass =
    valueClass !== undefined && Object.hasOwn(policy.headStartMinutes, valueClass)
      ? policy.headStartMinutes[valueClass]!
      : 0;
  const head = Math.min(policy.mostHeadStartMinutes, ofClass + headStartMinutes) * MINUTE_MS;
  const touching = policy.widening.filter((step) => touches(step, contact, policy));
  const reached = touching.filter((step) => step.afterMinutes * MINUTE_MS <= waitedMs);
  const lower = Math.max(0, ...reached.map(({ lowerLevelsBy = 0 }) => lowerLevelsBy));
  const isWished = (skill: string): boolean => reached.some((step) => dropsSkill(step, skill));
  const asked = needs.map(({ skill, level = 1, strict = false }) => ({ skill, level, strict }));
  const kept = asked.filter(({ skill, strict }) => strict || !isWished(skill));
  const next = touching.filter((step) => !reached.includes(step));
  return {
    contact,
    waitedMs,
    priorityMs: waitedMs + head,
    needs: kept.map(({ skill, level, strict }) => ({
      skill,
      level: strict ? level : Math.max(1, level - lower),
    })),
    wishes: [
      ...asked.filter((need) => !kept.includes(need)).map(({ skill, level }) => ({ skill, level })),
      ...wishes.map(({ skill, level = 1 }) => ({ skill, level })),
    ],
    languages,
    needsLanguage:
      languages.length > 0 &&
      policy.language === "need" &&
      !reached.some(({ wishLanguage = false }) => wishLanguage),
    widenedAfterMinutes:
      reached.length === 0
        ? undefined
        : Math.max(...reached.map(({ afterMinutes }) => afterMinutes)),
    widensAt:
      next.length === 0
        ? undefined
        : instantFromEpochMilliseconds(
            sinceMs + Math.ceil(Math.min(...next.map((step) => step.afterMinutes)) * MINUTE_MS),
          ),
  };
}

/** Who goes first: more priority, then the longer wait, then the id. @internal */
export function compareStanding(a: StandingContact, b: StandingContact): number {
  return (
    b.priorityMs - a.priorityMs ||
    b.waitedMs - a.waitedMs ||
    compareText(a.contact.since, b.contact.since) ||
    compareText(a.contact.id, b.contact.id)
  );
}

/** Whether a widening changes what this contact asks for. */
function touches(
  step: RoutingWidening,
  { needs = [], languages = [] }: RoutingContact,
  { language }: RoutingPolicy,
): boolean {
  if (step.wishLanguage === true && language === "need" && languages.length > 0) return true;
  return needs.some(
    ({ skill, level = 1, strict = false }) =>
      !strict && ((step.lowerLevelsBy ?? 0) * (level - 1) > 0 || dropsSkill(step, skill)),
  );
}

function dropsSkill({ wishSkills = [] }: RoutingWidening, skill: string): boolean {
  return wishSkills === "all" || wishSkills.includes(skill);
}
