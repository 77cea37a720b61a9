import fc from "fast-check";
import { instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { lotEnd } from "../../../src/loyalty/ledger/lot-phase.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { decideTransfer } from "../../../src/loyalty/transfer/decide-transfer.js";
import type { TransferPoints } from "../../../src/loyalty/transfer/decide-transfer.js";
import {
  after,
  at,
  balanceOf,
  enrol,
  grant,
  isBalanced,
  ledgerOf,
  lotsOf,
  optionsOf,
  programmeOf,
} from "./ledgers.js";

const pass = (amount: number, said: Partial<TransferPoints> = {}): TransferPoints => ({
  kind: "transfer-points",
  as: "transfer",
  key: "pass",
  member: "ann",
  to: "bob",
  points: { kind: "beans", amount },
  occurredAt: at("2026-02-01"),
  ...said,
});
interface Pair {
  readonly from: LoyaltyState;
  readonly to: LoyaltyState;
}
const decide = (pair: Pair, command: TransferPoints, programme = programmeOf()) =>
  decideTransfer(pair, command, optionsOf(programme, command.key));
const refusalOf = (pair: Pair, command: TransferPoints, programme = programmeOf()) => {
  const decided = decide(pair, command, programme);
  return decided.ok ? "taken in" : decided.error;
};
const done = (pair: Pair, command: TransferPoints, programme = programmeOf()): Pair => {
  const decided = decide(pair, command, programme);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return { from: after(pair.from, decided.value.from), to: after(pair.to, decided.value.to) };
};

const ann = ledgerOf([
  enrol("ann"),
  grant("ann", { amount: 80, through: "2026-12-31" }),
  grant("ann", { amount: 40, through: "2026-06-30", day: "2026-01-03" }),
  grant("ann", { amount: 30, kind: "idle" }),
  grant("ann", { amount: 9, kind: "later", day: "2026-01-25" }),
]);
const bob = ledgerOf([enrol("bob")]);
const both = { from: ann, to: bob };

describe("LOY-3: points passed on", () => {
  test("LOY-3: they leave in burn order and keep activation, expiry, value and priority", () => {
    const { from, to } = done(both, pass(50));
    expect(lotsOf(to)).toMatchObject([
      {
        original: 40,
        activeFrom: at("2026-01-03"),
        expiresAt: instant("2026-06-30T12:00:00Z"),
        earnedAt: at("2026-02-01"),
        value: { points: 100, amount: 50 },
        priority: 0,
        source: {
          kind: "transfer",
          id: "ann",
          origin: {
            kind: "grant",
            id: "grant-ann-beans-2026-01-03-40-2026-06-30",
            earnedAt: at("2026-01-03"),
          },
        },
      },
      { original: 10, expiresAt: at("2027-01-01", "00:00") },
    ]);
    expect(balanceOf(from)).toBe(70);
    expect(balanceOf(to)).toBe(50);
    expect([isBalanced(from), isBalanced(to)]).toEqual([true, true]);
    expect(from.wallets["beans"]?.totals.transferred).toBe(50);
  });

  test("LOY-3: what came from one member and goes on to a third still says what it came from at first", () => {
    const { to } = done(both, pass(40));
    const third = ledgerOf([enrol("cid")]);
    const next = pass(40, { key: "on", member: "bob", to: "cid", occurredAt: at("2026-02-02") });
    expect(lotsOf(done({ from: to, to: third }, next).to)[0]?.source).toEqual({
      kind: "transfer",
      id: "bob",
      origin: {
        kind: "grant",
        id: "grant-ann-beans-2026-01-03-40-2026-06-30",
        earnedAt: at("2026-01-03"),
      },
    });
  });

  test("LOY-3: points that lapse by inactivity keep the moment they would have lapsed at", () => {
    const { to } = done(both, pass(30, { points: { kind: "idle", amount: 30 } }));
    const [lot] = lotsOf(to);
    expect(lot?.expiresAt).toBe(ann.wallets["idle"]?.lapsesAt);
    expect(lot).not.toHaveProperty("lapsesWhenInactive");
  });

  test("LOY-3: the same key gives no events, another payload is refused, and so is a command one ledger misses", () => {
    const passed = done(both, pass(50));
    expect(decide(passed, pass(50))).toEqual({ ok: true, value: { from: [], to: [] } });
    expect(refusalOf(passed, pass(51))).toEqual({ code: "key-reused", key: "pass" });
    const half = { code: "not-possible-now", what: "transfer-points", state: "in-one-ledger-only" };
    expect(refusalOf({ from: passed.from, to: bob }, pass(50))).toEqual(half);
    expect(refusalOf({ from: ann, to: passed.to }, pass(50))).toEqual(half);
  });

  test("LOY-3: events of both ledgers have ids of their own, and both versions are checked", () => {
    const decided = decide(both, pass(50));
    const events = decided.ok ? [...decided.value.from, ...decided.value.to] : [];
    expect(events.map(({ id, kind, member }) => [id, kind, member])).toEqual([
      ["pass-0", "points-transferred", "ann"],
      ["pass-1", "points-granted", "bob"],
    ]);
    for (const [from, to] of [
      [ann.sequence - 1, bob.sequence],
      [ann.sequence, bob.sequence + 1],
    ] as const) {
      const options = { ...optionsOf(programmeOf()), expectedSequences: { from, to } };
      const refused = decideTransfer(both, pass(50), options);
      expect(refused.ok ? "taken in" : refused.error.code).toBe("stale-version");
    }
    const expectedSequences = { from: ann.sequence, to: bob.sequence };
    const options = { ...optionsOf(programmeOf()), expectedSequences };
    expect(decideTransfer(both, pass(50), options).ok).toBe(true);
  });

  test("LOY-3: only active points of a kind that may be passed on, at least the minimum, to somebody else", () => {
    expect(refusalOf(both, pass(100, { occurredAt: at("2026-01-02") }))).toEqual({
      code: "insufficient-points",
      needed: 100,
      available: 80,
    });
    expect(refusalOf(both, pass(4))).toEqual({ code: "below-minimum", minimum: 5, points: 4 });
    expect(refusalOf(both, pass(5))).toBe("taken in");
    expect(refusalOf(both, pass(9, { points: { kind: "later", amount: 9 } }))).toEqual({
      code: "not-offered",
      what: "transfer of later",
    });
    const pending = programmeOf({ transfer: { kinds: ["later"] } });
    expect(
      refusalOf(both, pass(9, { points: { kind: "later", amount: 9 } }), pending),
    ).toMatchObject({ code: "insufficient-points", available: 0 });
    const gone = ledgerOf([enrol("ann"), grant("ann", { amount: 80, through: "2026-01-31" })]);
    expect(refusalOf({ from: gone, to: bob }, pass(5))).toMatchObject({ available: 0 });
    expect(refusalOf({ from: ann, to: ann }, pass(5, { to: "ann" }))).toMatchObject({
      code: "invalid-field",
      field: "to",
    });
    expect(refusalOf(both, pass(0.5))).toMatchObject({ field: "points.amount" });
    const { transfer, ...without } = programmeOf();
    expect(transfer?.minimumPoints).toBe(5);
    expect(refusalOf(both, pass(5), without as LoyaltyProgramme)).toEqual({
      code: "not-offered",
      what: "transfer",
    });
  });

  test("LOY-3: both accounts must be open and the right ones", () => {
    const paused = ledgerOf(
      [{ kind: "pause", key: "p", member: "bob", why: "away", occurredAt: at("2026-01-20") }],
      { from: bob },
    );
    expect(refusalOf({ from: ann, to: paused }, pass(5))).toEqual({
      code: "account-not-active",
      status: "paused",
    });
    expect(refusalOf(both, pass(5, { to: "cid" }))).toMatchObject({ code: "other-member" });
    expect(refusalOf({ from: bob, to: ann }, pass(5))).toMatchObject({ code: "other-member" });
  });

  test("LOY-3: what comes in pays first what the other owes, and who owes passes nothing on", () => {
    const owing = ledgerOf(
      [
        {
          kind: "claw-back-points",
          key: "b",
          member: "bob",
          occurredAt: at("2026-01-12"),
          points: { kind: "beans", amount: 15 },
          why: "error",
        },
      ],
      { from: bob },
    );
    const { to } = done({ from: ann, to: owing }, pass(50));
    expect(balanceOf(to)).toBe(35);
    expect(to.wallets["beans"]?.totals).toMatchObject({ open: 35, deficit: 0 });
  });

  test("LOY-3: the month of the limit is one of the programme's clock", () => {
    const first = done(both, pass(60, { occurredAt: at("2026-01-31", "23:59") }));
    const atOnce = pass(41, { key: "two", occurredAt: at("2026-01-31", "23:59") });
    expect(refusalOf(first, atOnce)).toEqual({
      code: "limit-reached",
      limit: "monthly-points",
      atMost: 100,
      would: 101,
    });
    expect(refusalOf(first, { ...atOnce, points: { kind: "beans", amount: 40 } })).toBe("taken in");
    // A minute later it is February in Auckland, and still January in UTC.
    expect(refusalOf(first, { ...atOnce, occurredAt: at("2026-02-01", "00:00") })).toBe("taken in");
  });
});

describe("LOY-3: points paid into a household's account", () => {
  const home = ledgerOf([
    enrol("home", { holder: "household" }),
    { kind: "add-person", key: "in", member: "home", person: "ann", occurredAt: at("2026-01-05") },
  ]);
  const pay = (amount: number, said: Partial<TransferPoints> = {}) =>
    pass(amount, { as: "household", to: "home", ...said });

  test("LOY-3: a person of the household pays in within its own limit", () => {
    const paid = done({ from: ann, to: home }, pay(60));
    expect(balanceOf(paid.to)).toBe(60);
    expect(refusalOf(paid, pay(1, { key: "two" }))).toEqual({
      code: "limit-reached",
      limit: "monthly-points",
      atMost: 60,
      would: 61,
    });
    // The limit of gifts is another one.
    expect(refusalOf({ from: paid.from, to: bob }, pass(60, { key: "gift" }))).toBe("taken in");
  });

  test("LOY-3: nobody else does, and no gift goes round the household's rules", () => {
    const carl = ledgerOf([enrol("carl"), grant("carl", { amount: 50 })]);
    expect(refusalOf({ from: carl, to: home }, pay(5, { member: "carl" }))).toEqual({
      code: "unknown",
      what: "person",
      id: "carl",
    });
    expect(refusalOf({ from: ann, to: home }, pass(5, { to: "home" }))).toEqual({
      code: "not-possible-now",
      what: "transfer to an account",
      state: "household",
    });
    expect(refusalOf(both, pass(5, { as: "household" }))).toMatchObject({ state: "member" });
    expect(
      refusalOf({ from: ann, to: home }, pay(5, { points: { kind: "idle", amount: 5 } })),
    ).toEqual({ code: "not-offered", what: "household of idle" });
  });
});

describe("LOY-3: whatever is passed on", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });

  test("LOY-3: the monthly limit holds under any split, and points are conserved", () => {
    fc.assert(
      fc.property(amounts, (parts) => {
        let pair: Pair = both;
        for (const [index, amount] of parts.entries()) {
          const decided = decide(pair, pass(amount, { key: `k${index}` }));
          if (!decided.ok) continue;
          pair = {
            from: after(pair.from, decided.value.from),
            to: after(pair.to, decided.value.to),
          };
        }
        const given = parts.reduce(
          (sum, part) => (part >= 5 && sum + part <= 100 ? sum + part : sum),
          0,
        );
        expect(balanceOf(pair.to)).toBe(given);
        expect(balanceOf(pair.from) + balanceOf(pair.to)).toBe(120);
        expect([isBalanced(pair.from), isBalanced(pair.to)]).toEqual([true, true]);
      }),
    );
  });

  test("LOY-3: no point lasts longer than it would have: at no moment do both hold more together", () => {
    const days = fc.array(
      fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 1, max: 28 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    const kind = fc.constantFrom("beans", "idle");
    fc.assert(
      fc.property(days, kind, fc.integer({ min: 5, max: 100 }), (lots, of, amount) => {
        const giver = ledgerOf([
          enrol("ann"),
          ...lots.map(([points, day], index) =>
            grant("ann", {
              amount: points,
              kind: of,
              key: `g${index}`,
              ...(index % 2 === 0 && { through: `2026-03-${String(day).padStart(2, "0")}` }),
            }),
          ),
        ]);
        const decided = decide(
          { from: giver, to: bob },
          pass(amount, { points: { kind: of, amount } }),
        );
        if (!decided.ok) return;
        const from = after(giver, decided.value.from);
        const to = after(bob, decided.value.to);
        const lasting = (state: LoyaltyState, moment: string) =>
          lotsOf(state).reduce((sum, lot) => {
            const end = lotEnd(lot, state.wallets[of]?.lapsesAt);
            return end === undefined || end > moment ? sum + lot.open : sum;
          }, 0);
        for (const state of [giver, to]) {
          for (const lot of lotsOf(state)) {
            const moment = lotEnd(lot, state.wallets[of]?.lapsesAt) ?? "9";
            // Without its last letter the text sorts just before the moment itself.
            for (const one of [moment, moment.slice(0, -1)]) {
              expect(lasting(from, one) + lasting(to, one)).toBe(lasting(giver, one));
            }
          }
        }
        expect([isBalanced(from), isBalanced(to)]).toEqual([true, true]);
      }),
    );
  });
});
