import type { Reason } from "../../shared/reason.js";
import { addMilliseconds, epochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";

/** A time the customer was asked whether all is well now. */
export interface FollowUpContact {
  /** When. */
  readonly at: Instant;
  /** What came of it. */
  readonly outcome: "satisfied" | "dissatisfied" | "not-reached";
}

/** What is known of the follow-up of one recovery. */
export interface FollowUpFacts {
  /** When the remedy reached the customer. */
  readonly recoveredAt: Instant;
  /** The contacts since then, in any order. */
  readonly contacts: readonly FollowUpContact[];
}

/** The firm's rules of follow-up, as data; hours elapse, also where nobody works. */
export interface FollowUpPolicy {
  /** Hours from the remedy to the first contact, at least 0. All hours are hours that elapse, nights included. */
  readonly firstAfterHours: number;
  /** Hours from a dissatisfied answer to the next contact, above 0. */
  readonly againAfterHours: number;
  /** Hours from a contact that reached nobody to the next, above 0. */
  readonly retryAfterHours: number;
  /** The dissatisfied answer with which it escalates: 2 for the second; whole, at least 1. */
  readonly dissatisfiedLimit: number;
  /** The contact in a row that reaches nobody with which it escalates; whole, at least 1. */
  readonly notReachedLimit: number;
  /** To whom it escalates, by role. */
  readonly escalateTo: string;
}

/** By which rules a follow-up goes on, and when. */
export interface RecoveryFollowUpOptions {
  /** The present moment; contacts after it do not count. */
  readonly asOf: Instant;
  /** The rules; {@link DEFAULT_FOLLOW_UP_POLICY} when absent. */
  readonly policy?: FollowUpPolicy;
}

/** Where the follow-up of a recovery stands. */
export type FollowUpStanding =
  | {
      /** The customer said so in the last contact that reached them. */
      readonly state: "satisfied";
      /** When. */
      readonly at: Instant;
      /** Contacts it took. */
      readonly contacts: number;
    }
  | {
      /** The customer is to be contacted again. */
      readonly state: "due";
      /** When, at the latest. */
      readonly at: Instant;
      /** Whether that is past. */
      readonly overdue: boolean;
      /** Contacts so far. */
      readonly contacts: number;
      /** Why then. */
      readonly reason: Reason;
    }
  | {
      /** Somebody else must take it up. */
      readonly state: "escalate";
      /** Who, by role. */
      readonly to: string;
      /** The moment of the contact with which the limit was reached. */
      readonly at: Instant;
      /** Contacts so far. */
      readonly contacts: number;
      /** Why. */
      readonly reason: Reason;
    };

/**
 * Ask after two days; after a dissatisfied answer again after three, after nobody was reached the next day; escalate
 * with the second dissatisfied answer, or the third contact in a row that reaches nobody.
 *
 * @remarks SRV-5 asks for follow-up until the customer is satisfied. The numbers are house rules, with no source.
 */
export const DEFAULT_FOLLOW_UP_POLICY: FollowUpPolicy = {
  firstAfterHours: 48,
  againAfterHours: 72,
  retryAfterHours: 24,
  dissatisfiedLimit: 2,
  notReachedLimit: 3,
  escalateTo: "head-of-service",
};

const HOUR_MS = 3_600_000;

/**
 * When is this customer asked again whether all is well, or has it come to an end?
 *
 * It ends when the customer says to be satisfied and does not take it back in a later contact; it escalates where
 * dissatisfied answers, or contacts in a row that reach nobody, come to their limit and nothing better follows. A
 * contact due exactly now is not overdue. Hours are hours that elapse, nights and days off included: a contact may fall
 * due while nobody works, and is then the first thing to do in the morning. For the next opening itself ask
 * `serviceDeadline(at, { minutes: 0 }, { calendar })`.
 *
 * @param facts - The recovery and the contacts since.
 * @param options - The present moment and the rules.
 * @returns Satisfied, due at a moment, or escalated to somebody.
 * @throws RangeError when the policy is not valid, a moment is not one, or a contact is before the remedy.
 * @example
 * ```ts
 * import { recoveryFollowUp } from "goodwill/service";
 * import { instant } from "goodwill/shared";
 *
 * const facts = { recoveredAt: instant("2026-03-02T10:00:00Z"), contacts: [] };
 * const standing = recoveryFollowUp(facts, { asOf: instant("2026-03-03T09:00:00Z") });
 * [standing.state, standing.at]; // => ["due", "2026-03-04T10:00:00.000Z"]
 * ```
 */
export function recoveryFollowUp(
  facts: FollowUpFacts,
  options: RecoveryFollowUpOptions,
): FollowUpStanding {
  const policy = options.policy ?? DEFAULT_FOLLOW_UP_POLICY;
  requireFollowUpPolicy(policy);
  const { known, asOf } = knownContacts(facts, options.asOf);
  const contacts = known.length;
  const last = known.at(-1);
  const due = (from: Instant, hours: number, code: string): FollowUpStanding => {
    const at = addMilliseconds(from, Math.round(hours * HOUR_MS));
    const overdue = epochMilliseconds(at) < asOf;
    return { state: "due", at, overdue, contacts, reason: { code, params: { hours } } };
  };
  if (last === undefined) {
    return due(facts.recoveredAt, policy.firstAfterHours, "recovery-follow-up-first");
  }
  const answered = known.filter(({ outcome }) => outcome !== "not-reached");
  const answer = answered.at(-1);
  if (answer?.outcome === "satisfied") return { state: "satisfied", at: answer.at, contacts };
  const { dissatisfiedLimit, notReachedLimit, escalateTo: to } = policy;
  const dissatisfied = answered.filter(({ outcome }) => outcome === "dissatisfied");
  if (dissatisfied.length >= dissatisfiedLimit) {
    const reason = {
      code: "recovery-follow-up-dissatisfied",
      params: { times: dissatisfied.length, to },
    };
    return { state: "escalate", to, at: dissatisfied[dissatisfiedLimit - 1]!.at, contacts, reason };
  }
  const notReached = known.slice(1 + known.findLastIndex((one) => one === answer));
  if (notReached.length >= notReachedLimit) {
    const reason = {
      code: "recovery-follow-up-not-reached",
      params: { times: notReached.length, to },
    };
    return { state: "escalate", to, at: notReached[notReachedLimit - 1]!.at, contacts, reason };
  }
  return last.outcome === "not-reached"
    ? due(last.at, policy.retryAfterHours, "recovery-follow-up-retry")
    : due(last.at, policy.againAfterHours, "recovery-follow-up-again");
}

interface KnownContacts {
  readonly known: readonly FollowUpContact[];
  readonly asOf: number;
}

function knownContacts({ recoveredAt, contacts }: FollowUpFacts, now: Instant): KnownContacts {
  const start = epochMilliseconds(recoveredAt);
  const asOf = epochMilliseconds(now);
  const timed = contacts.map((contact) => ({ contact, at: epochMilliseconds(contact.at) }));
  const early = timed.find(({ at }) => at < start);
  if (early !== undefined) {
    throw new RangeError(
      `Cannot follow up: a contact must not be before the remedy, got ${early.contact.at}`,
    );
  }
  const known = timed
    .filter(({ at }) => at <= asOf)
    .sort((a, b) => a.at - b.at)
    .map(({ contact }) => contact);
  return { known, asOf };
}

function requireFollowUpPolicy(policy: FollowUpPolicy): void {
  const { firstAfterHours, againAfterHours, retryAfterHours } = policy;
  const hours = { firstAfterHours, againAfterHours, retryAfterHours };
  for (const [name, value] of Object.entries(hours)) {
    const least = name === "firstAfterHours" ? value >= 0 : value > 0;
    if (least && value <= 24 * 366) continue;
    throw new RangeError(
      `Cannot follow up: ${name} must be hours above 0 and up to 8784, got ${String(value)}`,
    );
  }
  for (const name of ["dissatisfiedLimit", "notReachedLimit"] as const) {
    if (Number.isSafeInteger(policy[name]) && policy[name] >= 1) continue;
    throw new RangeError(
      `Cannot follow up: ${name} must be a whole number of at least 1, got ${String(policy[name])}`,
    );
  }
}
