import { ok } from "../shared/result.js";
import type { Result } from "../shared/result.js";
import type { LoyaltyOptions } from "./decision/decision-options.js";
import type { Decision } from "./decision/decision.js";
import type { LoyaltyCommand } from "./decision/loyalty-command.js";
import type { LoyaltyRefusal } from "./decision/loyalty-refusal.js";
import { openDecision } from "./decision/open-decision.js";
import { decideActivity } from "./earning/decide-activity.js";
import { decideOrder } from "./earning/decide-order.js";
import { decideClawBack } from "./grant/decide-claw-back.js";
import { decideConfirmation } from "./grant/decide-confirmation.js";
import { decideExpiryMove } from "./grant/decide-expiry-move.js";
import { decideGrant } from "./grant/decide-grant.js";
import type { LoyaltyEvent } from "./ledger/loyalty-event.js";
import type { LoyaltyState } from "./ledger/loyalty-state.js";
import { decideCard } from "./member/decide-card.js";
import { decideEnrolment } from "./member/decide-enrolment.js";
import { decideHouseholdPerson } from "./member/decide-household-person.js";
import { decideStatus } from "./member/decide-status.js";
import { decideRedemption } from "./redemption/decide-redemption.js";
import { decideReservation } from "./redemption/decide-reservation.js";
import { decideVoucher } from "./redemption/decide-voucher.js";
import { decideReturn } from "./returns/decide-return.js";
import { decideClub } from "./tier/decide-club.js";
import { decideTier } from "./tier/decide-tier.js";
import { settleTier } from "./tier/settle-tier.js";

/**
 * May this be done in a member's ledger, and what happens by it (LOY-2, LOY-3)?
 *
 * The host appends the events and keeps them; {@link evolveLoyalty} and {@link replayLoyalty} make the next state of
 * them. All numbers are in the events: which lots were taken from, which rule gave what, until when points last, at
 * which rate money was converted.
 *
 * - The same key with the same payload again gives no events; with another payload it is refused. `occurredAt` is part
 * of the payload; a command that records nothing, such as a `settle` with nothing to settle, is not remembered.
 * - Before the command, what the clock has done is recorded: expiry, reservations fallen back, tiers ended.
 * - A command that happened before others already recorded is decided on what is known now; points spent since, or
 * earned after it, are not there to be spent.
 *
 * @param state - The member's ledger; `NO_LOYALTY` at first.
 * @param command - What is to be done.
 * @param options - Now, the programme, ids for the events, and where it matters the expected sequence and what is left
 * of shared budgets and stocks.
 * @returns The events to append, in order; or why not, with the numbers.
 * @example
 * ```ts
 * import { decideLoyalty, loyaltyProgramme, NO_LOYALTY } from "goodwill/loyalty";
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
 * });
 * const enrol = { kind: "enrol", key: "k-1", member: "ann", occurredAt: now } as const;
 * const decided = decideLoyalty(NO_LOYALTY, enrol, { now, programme, ids: (n) => `e-${n}` });
 * decided.ok && decided.value.map(({ kind }) => kind); // => ["member-enrolled"]
 * ```
 */
export function decideLoyalty(
  state: LoyaltyState,
  command: LoyaltyCommand,
  options: LoyaltyOptions,
): Result<readonly LoyaltyEvent[], LoyaltyRefusal> {
  const opened = openDecision(state, command, options);
  if (!opened.ok) return opened;
  if (opened.value === "applied") return ok([]);
  const refusal = decide(opened.value, command);
  if (refusal !== undefined) return { ok: false, error: refusal };
  settleTier(opened.value);
  return ok(opened.value.events);
}

function decide(decision: Decision, command: LoyaltyCommand): LoyaltyRefusal | undefined {
  switch (command.kind) {
    case "enrol":
      return decideEnrolment(decision, command);
    case "pause":
    case "resume":
    case "close":
      return decideStatus(decision, command);
    case "issue-card":
    case "block-card":
    case "replace-card":
      return decideCard(decision, command);
    case "record-order":
      return decideOrder(decision, command);
    case "record-activity":
      return decideActivity(decision, command);
    case "grant-points":
      return decideGrant(decision, command);
    case "claw-back-points":
      return decideClawBack(decision, command);
    case "confirm":
      return decideConfirmation(decision, command);
    case "settle":
      return undefined;
    case "extend-expiry":
    case "reinstate-points":
      return decideExpiryMove(decision, command);
    case "redeem":
    case "reserve":
      return decideRedemption(decision, command);
    case "commit":
    case "release":
      return decideReservation(decision, command);
    case "use-voucher":
    case "void-voucher":
      return decideVoucher(decision, command);
    case "return-order":
      return decideReturn(decision, command);
    case "award-tier":
    case "match-tier":
    case "invite-to-tier":
      return decideTier(decision, command);
    case "invite-to-club":
    case "join-club":
    case "leave-club":
      return decideClub(decision, command);
    case "add-person":
    case "remove-person":
      return decideHouseholdPerson(decision, command);
    default:
      return unknownKind(command);
  }
}

/** A command may come from outside, unchecked. */
function unknownKind({ kind }: { readonly kind: unknown }): LoyaltyRefusal {
  return { code: "invalid-field", field: "kind", mustBe: "a kind of command", got: String(kind) };
}
