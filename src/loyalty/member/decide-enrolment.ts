import { isPlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { EnrolMember } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { recordStanding } from "../tier/record-standing.js";
import { blankField } from "./blank-field.js";

/**
 * Opens an account: a person's, or a household's where the programme has those. It begins at the lowest tier, with the
 * card named, if any. An account is opened once; a birthday lies on the day of enrolment or before it, and nobody
 * recommends themself.
 */
export function decideEnrolment(
  decision: Decision,
  command: EnrolMember,
): LoyaltyRefusal | undefined {
  const { state, options } = decision;
  const { programme } = options;
  const { member, holder = "member", birthday, card, referredBy, occurredAt: at } = command;
  if (state.account !== undefined) return { code: "already-there", what: "member", id: member };
  if (holder === "household" && programme.household === undefined) {
    return { code: "not-offered", what: "household" };
  }
  const blank = blankField({ card, referredBy });
  if (blank !== undefined) return blank;
  if (referredBy === member) return { code: "self-referral" };
  const day = plainDateAt(at, programme.zone);
  if (birthday !== undefined && (!isPlainDate(birthday) || birthday > day)) {
    const got = String(birthday);
    return { code: "invalid-field", field: "birthday", mustBe: `a day up to ${day}`, got };
  }
  record(decision, {
    kind: "member-enrolled",
    holder,
    day,
    ...(birthday !== undefined && { birthday }),
    ...(referredBy !== undefined && { referredBy }),
  });
  const lowest = programme.tiers?.tiers[0];
  if (lowest !== undefined) {
    recordStanding(decision, { at, standing: { tier: lowest.id, since: at, by: "enrolment" } });
  }
  if (card !== undefined) record(decision, { kind: "card-changed", card, status: "active" });
  return undefined;
}
