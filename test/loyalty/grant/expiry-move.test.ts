import fc from "fast-check";
import { addDays, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import {
  at,
  balanceOf,
  enrol,
  grant,
  isBalanced,
  ledgerOf,
  lotsOf,
  optionsOf,
  programmeOf,
} from "../transfer/ledgers.js";

const move = (kind: "extend-expiry" | "reinstate-points", said: object = {}): LoyaltyCommand => ({
  kind,
  key: "move",
  member: "ann",
  occurredAt: at("2026-01-15"),
  pointKind: "beans",
  through: plainDate("2026-03-31"),
  why: "goodwill",
  ...said,
});
const refusalOf = (state: LoyaltyState, command: LoyaltyCommand, programme = programmeOf()) => {
  const decided = decideLoyalty(state, command, optionsOf(programme));
  return decided.ok ? "taken in" : decided.error;
};
const endsOf = (state: LoyaltyState) => lotsOf(state).map(({ expiresAt }) => expiresAt);

describe("LOY-3: the end of points moved later", () => {
  const ann = ledgerOf([
    enrol("ann"),
    grant("ann", { amount: 10, through: "2026-01-12" }),
    grant("ann", { amount: 20, through: "2026-02-01" }),
    grant("ann", { amount: 30, through: "2026-12-31" }),
    grant("ann", { amount: 5, kind: "miles" }),
  ]);
  const [over, soon, late, endless] = lotsOf(ann).map(({ id }) => id);

  test("LOY-3: an extension reaches what lasts and ends sooner; nothing ends earlier than before", () => {
    const state = ledgerOf([move("extend-expiry")], { from: ann });
    expect(endsOf(state)).toEqual([
      at("2026-01-13", "00:00"),
      at("2026-04-01", "00:00"),
      at("2027-01-01", "00:00"),
      undefined,
    ]);
    expect(balanceOf(state, "beans", at("2026-03-31", "23:59"))).toBe(50);
    expect(balanceOf(state, "beans", at("2026-04-01", "00:00"))).toBe(30);
  });

  test("LOY-3: a lot that is named and cannot be extended is refused with the reason", () => {
    expect(refusalOf(ann, move("extend-expiry", { lots: [soon] }))).toBe("taken in");
    const expired = { code: "not-possible-now", what: `lot ${over!}`, state: "expired" };
    expect(refusalOf(ann, move("extend-expiry", { lots: [soon, over] }))).toEqual(expired);
    expect(refusalOf(ann, move("extend-expiry", { lots: [late] }))).toEqual({
      code: "invalid-field",
      field: "through",
      mustBe: "2026-12-31 or later",
      got: "2026-03-31",
    });
    expect(
      refusalOf(ann, move("extend-expiry", { lots: [endless], pointKind: "miles" })),
    ).toMatchObject({ state: "without-end" });
    for (const lots of [["9"], [endless]]) {
      expect(refusalOf(ann, move("extend-expiry", { lots }))).toMatchObject({ code: "unknown" });
    }
    const back = { kind: "claw-back-points", key: "b", member: "ann", why: "error" } as const;
    const spent = ledgerOf(
      [{ ...back, occurredAt: at("2026-01-14"), points: { kind: "beans", amount: 20 } }],
      { from: ann },
    );
    expect(refusalOf(spent, move("extend-expiry", { lots: [soon] }))).toMatchObject({
      state: "empty",
    });
  });

  test("LOY-3: where nothing moves, in the past, or of no kind, it is refused", () => {
    const nothing = {
      code: "not-possible-now",
      what: "points of beans",
      state: "nothing-to-extend",
    };
    const moved = ledgerOf([move("extend-expiry")], { from: ann });
    expect(refusalOf(moved, move("extend-expiry", { key: "again" }))).toEqual(nothing);
    expect(refusalOf(moved, move("extend-expiry", { key: "again", lots: [soon] }))).toEqual(
      nothing,
    );
    expect(
      refusalOf(ann, move("extend-expiry", { through: plainDate("2026-01-14") })),
    ).toMatchObject({ code: "invalid-field", mustBe: "2026-01-15 or later" });
    expect(refusalOf(ann, move("extend-expiry", { pointKind: "stars" }))).toMatchObject({
      code: "unknown",
      what: "kind",
    });
  });

  test("LOY-3: points that lapse by inactivity are moved together, and one that is named gets an end of its own", () => {
    const idle = ledgerOf([
      enrol("ann"),
      grant("ann", { amount: 10, kind: "idle" }),
      grant("ann", { amount: 20, kind: "idle", day: "2026-01-03" }),
    ]);
    const to = { pointKind: "idle", through: plainDate("2026-12-31") };
    const together = ledgerOf([move("extend-expiry", to)], { from: idle });
    expect(together.wallets["idle"]?.lapsesAt).toBe(at("2027-01-01", "00:00"));
    expect(endsOf(together)).toEqual([undefined, undefined]);
    expect(balanceOf(together, "idle", at("2026-12-31", "23:59"))).toBe(30);
    const [first] = lotsOf(idle);
    const one = ledgerOf([move("extend-expiry", { ...to, lots: [first!.id] })], { from: idle });
    expect(endsOf(one)).toEqual([at("2027-01-01", "00:00"), undefined]);
    expect(balanceOf(one, "idle", at("2026-12-31", "23:59"))).toBe(10);
  });
});

describe("LOY-3: expired points brought back", () => {
  /** One lot for each day, which it can still be spent on: it is gone the day after. */
  const dailyLots = (...days: readonly string[]) =>
    ledgerOf([
      enrol("ann"),
      ...days.map((through, index) => grant("ann", { amount: 10 + index, through })),
    ]);

  test("L13: a window of 10 days seen on 2026-01-15 reaches points expired on or after 2026-01-05", () => {
    const ann = dailyLots("2026-01-03", "2026-01-04", "2026-01-14", "2026-01-15");
    const [tooOld, first, last, running] = lotsOf(ann).map(({ id }) => id);
    const state = ledgerOf([move("reinstate-points")], { from: ann });
    expect(lotsOf(state).map(({ open, expired }) => [open, expired])).toEqual([
      [0, 10],
      [11, 0],
      [12, 0],
      [13, 0],
    ]);
    expect(balanceOf(state, "beans", at("2026-01-16"))).toBe(23);
    expect(balanceOf(state, "beans", at("2026-03-31", "23:59"))).toBe(23);
    expect(balanceOf(state, "beans", at("2026-04-01", "00:00"))).toBe(0);
    expect(isBalanced(state)).toBe(true);
    expect(refusalOf(ann, move("reinstate-points", { lots: [first, last] }))).toBe("taken in");
    expect(refusalOf(ann, move("reinstate-points", { lots: [tooOld] }))).toEqual({
      code: "too-late",
      what: "reinstatement of beans",
      until: "2026-01-14",
    });
    expect(refusalOf(ann, move("reinstate-points", { lots: [running] }))).toEqual({
      code: "not-possible-now",
      what: `lot ${running!}`,
      state: "not-expired",
    });
  });

  test("L13: the days are those of the programme's clock: late on the 14th in UTC it is the 15th there", () => {
    const ann = dailyLots("2026-01-03");
    const early = move("reinstate-points", { occurredAt: at("2026-01-14", "23:59") });
    expect(refusalOf(ann, early)).toBe("taken in");
    expect(
      refusalOf(ann, move("reinstate-points", { occurredAt: at("2026-01-15", "00:00") })),
    ).toEqual({
      code: "not-possible-now",
      what: "points of beans",
      state: "nothing-to-reinstate",
    });
  });

  test("LOY-3: a kind without a window has nothing to bring back", () => {
    const given = ledgerOf([
      enrol("ann"),
      grant("ann", { amount: 10, kind: "later", through: "2026-01-10" }),
    ]);
    expect(refusalOf(given, move("reinstate-points", { pointKind: "later" }))).toEqual({
      code: "not-offered",
      what: "reinstatement of later",
    });
  });

  test("LOY-3: what comes back pays first what is owed", () => {
    const ann = ledgerOf(
      [
        {
          kind: "claw-back-points",
          key: "b",
          member: "ann",
          occurredAt: at("2026-01-12"),
          points: { kind: "beans", amount: 4 },
          why: "error",
        },
        move("reinstate-points"),
      ],
      { from: dailyLots("2026-01-10") },
    );
    expect(walletBalance(ann, "beans", { asOf: at("2026-01-16") })).toMatchObject({
      active: 6,
      deficit: 0,
    });
    expect(isBalanced(ann)).toBe(true);
  });

  test("LOY-3: whatever is moved, no lot ends earlier and points are neither made nor lost", () => {
    const days = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
    const kind = fc.constantFrom("extend-expiry" as const, "reinstate-points" as const);
    fc.assert(
      fc.property(days, kind, fc.integer({ min: 14, max: 60 }), (lasts, what, later) => {
        const day = (count: number) => addDays(plainDate("2026-01-02"), count);
        const before = dailyLots(...lasts.map(day));
        const command = move(what, { through: day(later) });
        const decided = decideLoyalty(before, command, optionsOf(programmeOf()));
        if (!decided.ok) {
          expect(decided.error.code).toBe("not-possible-now");
          return;
        }
        const state = ledgerOf([command], { from: before });
        expect(isBalanced(state)).toBe(true);
        for (const [index, { expiresAt, original }] of lotsOf(state).entries()) {
          expect(expiresAt! >= lotsOf(before)[index]!.expiresAt!).toBe(true);
          expect(original).toBe(lotsOf(before)[index]!.original);
        }
      }),
    );
  });
});
