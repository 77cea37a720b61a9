import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { ContactChannel } from "../record/contact-point.js";
import type { ContactPolicy, PurposeRule } from "./contact-policy.js";
import { DEFAULT_CONTACT_POLICY } from "./contact-policy.js";

/** What a grant must meet to count. */
export interface ConsentTerms {
  /** How long a confirmation may take; absent where none is needed. */
  readonly confirmWithinMs: number | undefined;
  readonly lapsesAfterMonths: number | undefined;
}

/** The question, and the policy's answer to what it asks for: all that is the same for every customer. */
export interface ContactRules {
  readonly purpose: string;
  readonly channel: ContactChannel;
  readonly asOf: Instant;
  /** What was recorded later than this is not known. */
  readonly knownAt: Instant;
  readonly policy: ContactPolicy;
  readonly rule: PurposeRule;
  readonly covering: readonly string[];
  readonly terms: ConsentTerms;
  /** Of each covering purpose: the shorter time to confirm of the two, and when its own grants lapse. */
  readonly coveringTerms: ReadonlyMap<string, ConsentTerms>;
  /** Whether a grant for the purpose, or one that covers it, counts only when it was confirmed. */
  readonly asksConfirmation: boolean;
  readonly zone: TimeZone;
  /** The year asked about, on the calendar of UTC. */
  readonly year: number;
}

/** What a question about consent or contact says. */
interface ContactQuestion {
  readonly purpose: string;
  readonly channel: ContactChannel;
  readonly asOf: Instant;
  readonly knownAt?: Instant;
  readonly policy?: ContactPolicy;
}

const CHANNELS: ReadonlySet<string> = new Set([
  "email",
  "phone",
  "sms",
  "post",
  "messaging",
  "push",
  "visit",
] satisfies readonly ContactChannel[]);

const HOUR_MS = 3_600_000;
const NONE: readonly string[] = [];
const NO_TERMS: ReadonlyMap<string, ConsentTerms> = new Map();

/** Checks a question and looks up its rules; a question or policy that makes no sense is an exception. */
export function contactRules(question: ContactQuestion): ContactRules {
  const { purpose, channel, asOf, policy = DEFAULT_CONTACT_POLICY } = question;
  const knownAt = question.knownAt ?? asOf;
  if (typeof purpose !== "string" || purpose === "") {
    throw cannot(`the purpose must be a text that is not empty, got ${JSON.stringify(purpose)}`);
  }
  if (!CHANNELS.has(channel)) {
    throw cannot(
      `the channel must be one of ${[...CHANNELS].join(", ")}, got ${JSON.stringify(channel)}`,
    );
  }
  if (!isInstant(asOf)) throw cannot(`asOf must be an instant, got ${JSON.stringify(asOf)}`);
  if (knownAt !== asOf && !isInstant(knownAt)) {
    throw cannot(`knownAt must be an instant, got ${JSON.stringify(knownAt)}`);
  }
  if (!isTimeZone(policy.timeZone)) {
    throw cannot(`the policy's time zone is not known, got ${JSON.stringify(policy.timeZone)}`);
  }
  const rule = ruleOf(purpose, policy);
  if (!(
    Number.isSafeInteger(policy.minority.ageOfMajority) && policy.minority.ageOfMajority >= 1
  )) {
    const age = String(policy.minority.ageOfMajority);
    throw cannot(`ageOfMajority must be a whole number of at least 1, got ${age}`);
  }
  const terms = termsOf(rule, channel);
  const covering = rule.coveredBy?.filter((one) => one !== purpose) ?? NONE;
  // Made for every question, so that nothing is made where nothing covers.
  const coveringTerms =
    covering.length === 0
      ? NO_TERMS
      : new Map(
          covering.map((one) => [one, coveringTermsOf(one, { terms, policy, channel })] as const),
        );
  return {
    purpose,
    channel,
    asOf,
    knownAt,
    policy,
    rule,
    covering,
    terms,
    coveringTerms,
    asksConfirmation:
      terms.confirmWithinMs !== undefined ||
      (covering.length > 0 &&
        [...coveringTerms.values()].some(({ confirmWithinMs }) => confirmWithinMs !== undefined)),
    zone: policy.timeZone,
    year: Number(asOf.slice(0, 4)),
  };
}

/** The rule of a purpose: its own where it is named, that of every other purpose otherwise. */
export function ruleOf(purpose: string, policy: ContactPolicy): PurposeRule {
  const own = Object.hasOwn(policy.purposes, purpose) ? policy.purposes[purpose] : undefined;
  return own ?? policy.otherwise;
}

/** Whether a channel is one there is; what names another may mean any. */
export function isKnownChannel(channel: string): boolean {
  return CHANNELS.has(channel);
}

function termsOf(
  { doubleOptIn, lapsesAfterMonths }: PurposeRule,
  channel: ContactChannel,
): ConsentTerms {
  if (lapsesAfterMonths !== undefined) requireMonths("lapsesAfterMonths", lapsesAfterMonths);
  const confirmWithinMs = doubleOptIn?.channels.includes(channel)
    ? confirmMilliseconds(doubleOptIn.confirmWithinHours)
    : undefined;
  return { confirmWithinMs, lapsesAfterMonths };
}

/** A grant carries no more than it carries for its own purpose, and no more than one for the purpose asked about. */
function coveringTermsOf(
  purpose: string,
  {
    terms,
    policy,
    channel,
  }: {
    readonly terms: ConsentTerms;
    readonly policy: ContactPolicy;
    readonly channel: ContactChannel;
  },
): ConsentTerms {
  const own = termsOf(ruleOf(purpose, policy), channel);
  const confirmWithinMs =
    own.confirmWithinMs === undefined || terms.confirmWithinMs === undefined
      ? (own.confirmWithinMs ?? terms.confirmWithinMs)
      : Math.min(own.confirmWithinMs, terms.confirmWithinMs);
  return { confirmWithinMs, lapsesAfterMonths: own.lapsesAfterMonths };
}

/** Refuses a number of months that is none. */
export function requireMonths(what: string, months: number): void {
  if (Number.isSafeInteger(months) && months >= 1) return;
  throw cannot(`${what} must be a whole number of at least 1, got ${String(months)}`);
}

function confirmMilliseconds(hours: number): number {
  if (Number.isFinite(hours) && hours > 0) return Math.round(hours * HOUR_MS);
  throw cannot(`confirmWithinHours must be a number above 0, got ${String(hours)}`);
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot tell whether contact is allowed: ${why}`);
}
