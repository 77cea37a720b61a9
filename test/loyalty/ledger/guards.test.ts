import { describe, expect, test } from "vitest";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { instant } from "../../../src/shared/time/instant.js";
import { ENROL, MEMBER, order, send, simpleProgramme, tell } from "../ledger-story.js";
import type { Told } from "../ledger-story.js";

const plain = simpleProgramme();
const NOW = instant("2026-03-01T12:00:00Z");

function decide(
  state: LoyaltyState,
  command: Partial<LoyaltyCommand>,
  expectedSequence?: number,
): ReturnType<typeof decideLoyalty> {
  const base = { key: "k-new", member: MEMBER, occurredAt: NOW };
  return decideLoyalty(state, { ...base, ...command } as LoyaltyCommand, {
    now: NOW,
    programme: plain,
    ids: (index) => `n-${String(index)}`,
    ...(expectedSequence !== undefined && { expectedSequence }),
  });
}

function grant(amount: number, key: string): Told {
  const at = "2026-01-02T12:00:00.000Z";
  return { kind: "grant-points", at, key, points: { kind: "points", amount }, why: "test" };
}

describe("LOY-3: a key is taken in once (edge case 18)", () => {
  const { state } = tell(plain, [ENROL, grant(10, "k-grant")]);
  const same = {
    kind: "grant-points",
    key: "k-grant",
    occurredAt: instant("2026-01-02T12:00:00Z"),
    points: { kind: "points", amount: 10 },
    why: "test",
  } as const;

  test("LOY-3: the same payload again gives no events, whatever order its fields stand in", () => {
    expect(decide(state, same)).toEqual({ ok: true, value: [] });
    const { why, points, ...rest } = same;
    const turned = { why, ...rest, points: { amount: points.amount, kind: points.kind } } as const;
    expect(decide(state, turned)).toEqual({ ok: true, value: [] });
    expect(decide(state, { ...same, cause: "sent again" })).toEqual({ ok: true, value: [] });
  });

  test("LOY-3: also by a host whose sequence is stale, and after the account was closed", () => {
    expect(decide(state, same, 1)).toEqual({ ok: true, value: [] });
    const closed = tell(plain, [
      ENROL,
      grant(10, "k-grant"),
      { kind: "close", at: "2026-02-01T12:00:00.000Z", why: "asked" },
    ]);
    expect(decide(closed.state, same)).toEqual({ ok: true, value: [] });
  });

  test.each([
    ["amount", { ...same, points: { kind: "points", amount: 11 } }],
    ["moment", { ...same, occurredAt: instant("2026-01-02T12:00:01Z") }],
    ["reason", { ...same, why: "other" }],
    ["command", { kind: "settle", key: "k-grant" }],
    ["member", { ...same, member: "bob" }],
  ] as const)("LOY-3: another %s under the same key is refused", (_, command) => {
    expect(decide(state, command)).toEqual({
      ok: false,
      error: { code: "key-reused", key: "k-grant" },
    });
  });

  test("LOY-3: a command that was refused leaves its key free", () => {
    const redeem = (points: number): Partial<LoyaltyCommand> => ({
      kind: "redeem",
      key: "k-redeem",
      redemption: "r-1",
      request: { use: "cashback", points },
    });
    expect(decide(state, redeem(11)).ok).toBe(false);
    expect(decide(state, redeem(10)).ok).toBe(true);
  });

  test("LOY-3: all events of a command carry its key and say the same of it", () => {
    const programme = simpleProgramme({
      kinds: [
        {
          id: "points",
          purpose: "redeemable",
          expiry: { kind: "rolling", count: 1, unit: "days" },
        },
      ],
    });
    const { events } = tell(programme, [
      ENROL,
      grant(10, "k-grant"),
      {
        kind: "record-order",
        key: "k-order",
        at: "2026-02-01T12:00:00.000Z",
        order: order("o-1", 500),
      },
    ]);
    const own = events.slice(2);
    expect(own.map(({ kind }) => kind)).toEqual(["points-expired", "order-recorded"]);
    expect(own.map(({ key }) => key)).toEqual(["k-order", "k-order"]);
    expect(new Set(own.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(own.map(({ sequence }) => sequence)).toEqual([3, 4]);
  });
});

describe("LOY-3: what no ledger takes in", () => {
  const { state } = tell(plain, [ENROL, grant(10, "k-grant")]);

  test("LOY-3: a command of a host that has not read the last events", () => {
    expect(decide(state, { kind: "settle" }, 1)).toEqual({
      ok: false,
      error: { code: "stale-version", expected: 1, actual: 2 },
    });
    expect(decide(state, { kind: "settle" }, 2).ok).toBe(true);
    expect(decide({ ...state, sequence: 0 }, { kind: "settle" }, 0).ok).toBe(true);
  });

  test("LOY-3: what lies in the future, to the millisecond", () => {
    const occurredAt = instant("2026-03-01T12:00:00.001Z");
    expect(decide(state, { kind: "settle", occurredAt })).toEqual({
      ok: false,
      error: { code: "in-the-future", occurredAt, now: NOW },
    });
  });

  test("LOY-3: another member's command", () => {
    expect(decide(state, { kind: "settle", member: "bob" })).toEqual({
      ok: false,
      error: { code: "other-member", expected: MEMBER, got: "bob" },
    });
  });

  test("LOY-3: anything before the enrolment, and a second one", () => {
    const { state: empty } = tell(plain, []);
    for (const kind of ["settle", "pause", "resume", "close"] as const) {
      expect(decide(empty, { kind, why: "test" })).toEqual({
        ok: false,
        error: { code: "not-enrolled" },
      });
    }
    expect(decide(state, { kind: "enrol" })).toEqual({
      ok: false,
      error: { code: "already-there", what: "member", id: MEMBER },
    });
  });

  test.each(["record-order", "grant-points", "claw-back-points", "redeem", "reserve"] as const)(
    "LOY-3: a %s without what it has to carry, and a kind nobody knows, name the field",
    (kind) => {
      expect(decide(state, { kind })).toMatchObject({ error: { code: "invalid-field" } });
      expect(decide(state, { kind: "record-ordr" as never })).toEqual({
        ok: false,
        error: {
          code: "invalid-field",
          field: "kind",
          mustBe: "a kind of command",
          got: "record-ordr",
        },
      });
    },
  );

  test("LOY-3: a now that is no moment is a broken contract, not a refusal", () => {
    const settle = { kind: "settle", key: "k-now", member: MEMBER, occurredAt: NOW } as const;
    const options = { now: "x" as never, programme: plain, ids: String };
    expect(() => decideLoyalty(state, settle, options)).toThrow(
      new RangeError("Cannot decide: now must be an instant, got x"),
    );
  });

  test.each([
    ["key", { key: " " }, "a text that is not blank"],
    ["member", { member: "" }, "a text that is not blank"],
    ["occurredAt", { occurredAt: "2026-02-30" as never }, "an instant"],
  ])("LOY-3: a %s that is none", (field, broken, mustBe) => {
    const got = Object.values(broken)[0];
    expect(decide(state, { kind: "settle", ...broken })).toEqual({
      ok: false,
      error: { code: "invalid-field", field, mustBe, got },
    });
  });

  test.each([1.5, -1, 0, NaN, Infinity, 2 ** 53])(
    "LOY-3: points of %s, with the field (edge case 13)",
    (amount) => {
      const points = { kind: "points", amount };
      for (const kind of ["grant-points", "claw-back-points"] as const) {
        const error = { code: "invalid-field", field: "points.amount", got: String(amount) };
        expect(decide(state, { kind, points, why: "test" })).toMatchObject({ ok: false, error });
      }
      const error = { code: "invalid-field", field: "request.points", got: String(amount) };
      const request = { use: "cashback", points: amount } as const;
      const redeem = { kind: "redeem", redemption: "r-1", request } as const;
      expect(decide(state, redeem)).toMatchObject({ ok: false, error });
    },
  );

  test("LOY-3: points whose sum would pass 2^53 - 1", () => {
    const most = 2 ** 53 - 1;
    const issue = (amount: number): Partial<LoyaltyCommand> => ({
      kind: "grant-points",
      points: { kind: "points", amount },
      why: "test",
    });
    expect(decide(state, issue(most - 10)).ok).toBe(true);
    expect(decide(state, issue(most - 9))).toEqual({
      ok: false,
      error: { code: "too-many-points", kind: "points" },
    });
  });
});

describe("LOY-2: paused and closed accounts", () => {
  const begun = [ENROL, grant(10, "k-grant")] as const;
  const pause: Told = { kind: "pause", at: "2026-01-03T12:00:00.000Z", why: "away" };
  const close: Told = { kind: "close", at: "2026-01-03T12:00:00.000Z", why: "asked" };
  const redeem: Told = {
    kind: "redeem",
    at: "2026-01-04T12:00:00.000Z",
    redemption: "r-1",
    request: { use: "cashback", points: 5 },
  };

  test.each([
    ["paused", pause],
    ["closed", close],
  ] as const)("LOY-2: a %s account neither earns nor spends", (status, change) => {
    const story = tell(plain, [...begun, change]);
    const refused = { code: "account-not-active", status };
    expect(send(story, redeem, plain)).toEqual(refused);
    const earn: Told = { kind: "record-order", at: redeem.at, order: order("o-1", 500) };
    expect(send(story, earn, plain)).toEqual(refused);
  });

  test("LOY-2: what was begun before is ended: orders go back, reservations are given up, all is settled", () => {
    const reserve = { ...redeem, kind: "reserve", at: "2026-01-03T12:00:00.000Z" } as const;
    const earn: Told = { kind: "record-order", at: reserve.at, order: order("o-1", 500) };
    const story = tell(plain, [...begun, earn, reserve, pause]);
    const ended = tell(
      plain,
      [
        { kind: "release", at: "2026-01-03T12:10:00.000Z", redemption: "r-1" },
        { kind: "return-order", at: "2026-01-04T12:00:00.000Z", order: "o-1", return: "b-1" },
        { kind: "settle", at: "2026-01-05T12:00:00.000Z" },
      ],
      story,
    );
    expect(ended.state.wallets["points"]!.totals).toMatchObject({ open: 10, reserved: 0 });
  });

  test("LOY-2: a paused account goes on once it is resumed, a closed one does not", () => {
    const resume: Told = { kind: "resume", at: "2026-01-04T12:00:00.000Z", why: "back" };
    const again = tell(plain, [...begun, pause, resume, redeem]);
    expect(again.state.wallets["points"]!.totals.redeemed).toBe(5);
    expect(send(tell(plain, [...begun, close]), resume, plain)).toEqual({
      code: "account-not-active",
      status: "closed",
    });
  });
});
