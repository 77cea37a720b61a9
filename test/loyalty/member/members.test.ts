import { describe, expect, test } from "vitest";
import type { Decision } from "../../../src/loyalty/decision/decision.js";
import type {
  ChangeCard,
  ChangeHousehold,
  ChangeMemberStatus,
  EnrolMember,
} from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../../../src/loyalty/decision/loyalty-refusal.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { decideCard } from "../../../src/loyalty/member/decide-card.js";
import { decideEnrolment } from "../../../src/loyalty/member/decide-enrolment.js";
import { decideHouseholdPerson } from "../../../src/loyalty/member/decide-household-person.js";
import { decideStatus } from "../../../src/loyalty/member/decide-status.js";
import { instant } from "../../../src/shared/time/instant.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";
import { decisionAt, enrolledAt, tiered, without } from "../tier/tier-story.js";

const AT = "2026-03-01T20:00:00Z";
const base = { key: "k", member: "ann", occurredAt: instant(AT) } as const;
const programme = tiered(
  {},
  { zone: timeZone("Asia/Shanghai"), household: { members: 2, kinds: ["points"] } },
);

function decided<Command>(
  handler: (decision: Decision, command: Command) => LoyaltyRefusal | undefined,
  command: Command,
  ledger: LoyaltyState = enrolledAt(programme, AT),
): { readonly refusal: LoyaltyRefusal | undefined; readonly state: LoyaltyState } {
  const decision = decisionAt(ledger, programme, AT);
  return { refusal: handler(decision, command), state: decision.state };
}

function enrol(said: Partial<EnrolMember>) {
  return decided(decideEnrolment, { ...base, kind: "enrol", ...said }, NO_LOYALTY);
}

function card(said: Omit<ChangeCard, keyof typeof base>, ledger?: LoyaltyState) {
  return decided(decideCard, { ...base, ...said }, ledger);
}

function status(kind: ChangeMemberStatus["kind"], ledger?: LoyaltyState) {
  return decided(decideStatus, { ...base, kind, why: "asked" }, ledger);
}

function person(kind: ChangeHousehold["kind"], name: string, ledger: LoyaltyState) {
  return decided(decideHouseholdPerson, { ...base, kind, person: name }, ledger);
}

describe("enrolment", () => {
  test("LOY-3: an account begins at the lowest tier, on the day of the programme's clock", () => {
    const { state } = enrol({ card: "c-1", birthday: plainDate("2026-03-02"), referredBy: "bob" });
    expect(state.account).toEqual({
      member: "ann",
      holder: "member",
      status: "active",
      statusAt: "2026-03-01T20:00:00.000Z",
      enrolledOn: "2026-03-02",
      enrolledAt: "2026-03-01T20:00:00.000Z",
      birthday: "2026-03-02",
      referredBy: "bob",
      cards: { "c-1": "active" },
    });
    expect(state.tier).toEqual({
      tier: "bronze",
      since: "2026-03-01T20:00:00.000Z",
      by: "enrolment",
    });
  });

  test("LOY-3: nobody enrols twice, recommends themself, or is born after it", () => {
    const again = decided(decideEnrolment, { ...base, kind: "enrol" });
    expect(again.refusal).toEqual({ code: "already-there", what: "member", id: "ann" });
    expect(enrol({ referredBy: "ann" }).refusal).toEqual({ code: "self-referral" });
    expect(enrol({ birthday: plainDate("2026-03-03") }).refusal).toMatchObject({
      field: "birthday",
    });
    expect(enrol({ card: " " }).refusal).toMatchObject({ code: "invalid-field", field: "card" });
    const decision = decisionAt(NO_LOYALTY, tiered(), AT);
    expect(decideEnrolment(decision, { ...base, kind: "enrol", holder: "household" })).toEqual({
      code: "not-offered",
      what: "household",
    });
  });
});

describe("pausing, resuming, closing", () => {
  test("LOY-3: only what is active is paused, only what is paused resumed, closed is for good", () => {
    expect(status("resume").refusal).toMatchObject({ code: "not-possible-now", state: "active" });
    const paused = status("pause").state;
    expect(paused.account?.status).toBe("paused");
    expect(status("pause", paused).refusal).toMatchObject({ state: "paused" });
    expect(status("resume", paused).state.account?.status).toBe("active");
    const closed = status("close", paused).state;
    for (const kind of ["pause", "resume", "close"] as const) {
      expect(status(kind, closed).refusal).toEqual({
        code: "account-not-active",
        status: "closed",
      });
    }
    expect(decided(decideStatus, { ...base, kind: "pause", why: "" }).refusal).toMatchObject({
      field: "why",
    });
    expect(status("pause", NO_LOYALTY).refusal).toEqual({ code: "not-enrolled" });
  });
});

describe("cards", () => {
  test("LOY-3: a number used once is never issued again, not even a blocked one", () => {
    const issued = card({ kind: "issue-card", card: "c-1" }).state;
    const again = { code: "already-there", what: "card", id: "c-1" };
    expect(card({ kind: "issue-card", card: "c-1" }, issued).refusal).toEqual(again);
    const blocked = card({ kind: "block-card", card: "c-1", why: "lost" }, issued).state;
    expect(blocked.account?.cards).toEqual({ "c-1": "blocked" });
    expect(card({ kind: "issue-card", card: "c-1" }, blocked).refusal).toEqual(again);
    expect(card({ kind: "block-card", card: "c-1", why: "lost" }, blocked).refusal).toEqual({
      code: "not-possible-now",
      what: "card",
      state: "blocked",
    });
  });

  test("LOY-3: a card in place of another blocks it, and says why", () => {
    const issued = card({ kind: "issue-card", card: "c-1" }).state;
    const replace = { kind: "replace-card", card: "c-2", replaces: "c-1", why: "worn" } as const;
    expect(card(replace, issued).state.account?.cards).toEqual({
      "c-1": "blocked",
      "c-2": "active",
    });
    expect(card(without(replace, "why"), issued).refusal).toMatchObject({ field: "why" });
    expect(card(without(replace, "replaces"), issued).refusal).toMatchObject({ field: "replaces" });
    expect(card({ ...replace, replaces: "c-9" }, issued).refusal).toEqual({
      code: "unknown",
      what: "card",
      id: "c-9",
    });
    expect(card({ ...replace, card: "c-1" }, issued).refusal).toMatchObject({
      code: "already-there",
    });
    expect(card({ kind: "issue-card", card: "" }).refusal).toMatchObject({ field: "card" });
    expect(card({ kind: "issue-card", card: "c-1" }, NO_LOYALTY).refusal).toEqual({
      code: "not-enrolled",
    });
    // A name every object has is a number like any other.
    expect(card({ kind: "issue-card", card: "constructor" }, issued).refusal).toBeUndefined();
  });
});

describe("households", () => {
  const household = enrol({ holder: "household" }).state;

  test("LOY-3: as many persons as the programme says, each once, none the household itself", () => {
    const one = person("add-person", "bob", household).state;
    expect(person("add-person", "bob", one).refusal).toMatchObject({ code: "already-there" });
    const two = person("add-person", "cid", one).state;
    expect(two.account?.persons).toEqual(["bob", "cid"]);
    expect(person("add-person", "dan", two).refusal).toEqual({
      code: "limit-reached",
      limit: "household-members",
      atMost: 2,
      would: 3,
    });
    const left = person("remove-person", "bob", two).state;
    expect(left.account?.persons).toEqual(["cid"]);
    expect(person("remove-person", "bob", left).refusal).toMatchObject({ code: "unknown" });
    expect(person("add-person", "ann", household).refusal).toMatchObject({ field: "person" });
    expect(person("add-person", "", household).refusal).toMatchObject({ field: "person" });
  });

  test("LOY-3: a person's account takes nobody in, nor does a programme without households", () => {
    expect(person("add-person", "bob", enrolledAt(programme, AT)).refusal).toEqual({
      code: "not-possible-now",
      what: "account",
      state: "member",
    });
    const decision = decisionAt(household, tiered(), AT);
    const command = { ...base, kind: "add-person", person: "bob" } as const;
    expect(decideHouseholdPerson(decision, command)).toEqual({
      code: "not-offered",
      what: "household",
    });
    expect(person("add-person", "bob", NO_LOYALTY).refusal).toEqual({ code: "not-enrolled" });
  });
});
