import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { LoyaltyOptions } from "../decision/decision-options.js";
import { record } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyEvent } from "../ledger/loyalty-event.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { openTwoLedgers } from "../transfer/two-ledgers.js";
import { qualify } from "./qualify-referral.js";
import type { ReferralCommand } from "./referral-command.js";
import type { ReferralDecision } from "./referral-decision.js";
import { registrationFault } from "./registration.js";
import { reverse } from "./reverse-referral.js";

/** The ledgers of who recommended and of the friend. */
export interface ReferralLedgers {
  /** Of the member who recommended the programme. */
  readonly referrer: LoyaltyState;
  /** Of the friend who came by it. */
  readonly friend: LoyaltyState;
}

/** What a decision about a recommendation is made with. */
export interface ReferralOptions extends Omit<LoyaltyOptions, "expectedSequence"> {
  /** The sequences the host read the ledgers at; not checked when absent. */
  readonly expectedSequences?: {
    /** Of the referrer's ledger. */
    readonly referrer: number;
    /** Of the friend's. */
    readonly friend: number;
  };
}

/** What happens in both ledgers; the host stores both in one transaction. */
export interface ReferralEvents {
  /** The events of the referrer's ledger; none where the key was taken in before. */
  readonly referrer: readonly LoyaltyEvent[];
  /** The events of the friend's ledger; none where the key was taken in before. */
  readonly friend: readonly LoyaltyEvent[];
}

/**
 * May a recommendation be recorded, rewarded or taken back, and what happens in both ledgers (LOY-5)?
 *
 * - `register-referral`: pends on both sides. Refused for oneself, for a chain that comes back to the friend, for a
 * friend somebody recommended before, and for one who ordered before.
 * - `qualify-referral`: rewards both for the friend's first paid order, if it is within the days of the programme after
 * enrolment and worth enough. Paid is what was neither given back nor paid by points. In a calendar month on the
 * programme's clock a member is rewarded for so many friends at most; those beyond stay pending.
 * - `reverse-referral`: once that order is given back and no longer qualifies, takes back the points both were
 * given, whatever the programme gives today; what is spent is owed or let go, as the programme says of returns.
 *
 * A paused or closed account is neither registered nor rewarded.
 *
 * @param ledgers - The ledgers of both.
 * @param command - What is to be done.
 * @param options - Now, the programme, ids for the events of both ledgers, and the sequences they were read at.
 * @returns The events of both ledgers; or why not, with the numbers.
 * @example
 * ```ts
 * import { decideReferral, loyaltyProgramme, NO_LOYALTY } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const now = instant("2026-03-02T09:00:00Z");
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [],
 *   referral: { kind: "beans", referrerPoints: 100, friendPoints: 50 },
 * });
 * const decided = decideReferral(
 *   { referrer: NO_LOYALTY, friend: NO_LOYALTY },
 *   { kind: "register-referral", key: "k-1", referrer: "ann", friend: "ann", chain: [], occurredAt: now },
 *   { now, programme, ids: (n) => `e-${n}` },
 * );
 * decided.ok ? "done" : decided.error.code; // => "self-referral"
 * ```
 */
export function decideReferral(
  { referrer, friend }: ReferralLedgers,
  command: ReferralCommand,
  { expectedSequences, ...options }: ReferralOptions,
): Result<ReferralEvents, LoyaltyRefusal> {
  if (command.referrer === command.friend) return { ok: false, error: { code: "self-referral" } };
  const opened = openTwoLedgers(
    [
      {
        state: referrer,
        command: { ...command, member: command.referrer },
        expectedSequence: expectedSequences?.referrer,
      },
      {
        state: friend,
        command: { ...command, member: command.friend },
        expectedSequence: expectedSequences?.friend,
      },
    ],
    options,
  );
  if (!opened.ok) return opened;
  if (opened.value === "applied") return ok({ referrer: [], friend: [] });
  const [one, other] = opened.value;
  const refusal = decide({ referrer: one, friend: other }, command);
  if (refusal !== undefined) return { ok: false, error: refusal };
  return ok({ referrer: one.events, friend: other.events });
}

function decide(both: ReferralDecision, command: ReferralCommand): LoyaltyRefusal | undefined {
  switch (command.kind) {
    case "register-referral": {
      const refusal = registrationFault(both, command);
      if (refusal !== undefined) return refusal;
      const { referrer, friend } = command;
      const pending = { kind: "referral-changed", status: "pending" } as const;
      record(both.referrer, { ...pending, side: "referrer", other: friend });
      record(both.friend, { ...pending, side: "friend", other: referrer });
      return undefined;
    }
    case "qualify-referral":
      return qualify(both, command);
    case "reverse-referral":
      return reverse(both, command);
  }
}
