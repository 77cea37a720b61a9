import { describe, expect, test } from "vitest";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import {
  at,
  enrol,
  grant,
  isBalanced,
  ledgerOf,
  lotsOf,
  optionsOf,
  order,
  programmeOf,
} from "../transfer/ledgers.js";

const outcome = (state: LoyaltyState, command: LoyaltyCommand, programme = programmeOf()) => {
  const decided = decideLoyalty(state, command, optionsOf(programme));
  return decided.ok ? decided.value : decided.error;
};

describe("LOY-3: points given by hand", () => {
  const ann = ledgerOf([enrol("ann")]);

  test("LOY-3: a grant lasts as the kind says, or through the day named, inclusive in the programme's zone", () => {
    const state = ledgerOf([
      enrol("ann"),
      grant("ann", { amount: 50 }),
      grant("ann", { amount: 30, through: "2026-01-02" }),
      grant("ann", { amount: 20, kind: "idle", through: "2026-03-01" }),
    ]);
    const [usual, today, named] = lotsOf(state);
    expect(usual).toMatchObject({
      original: 50,
      expiresAt: at("2027-01-03", "00:00"),
      activeFrom: at("2026-01-02"),
      value: { points: 100, amount: 50, currency: "NZD" },
      source: { kind: "grant", id: "grant-ann-beans-2026-01-02-50-" },
    });
    expect(today?.expiresAt).toBe(at("2026-01-03", "00:00"));
    expect(named?.expiresAt).toBe(at("2026-03-02", "00:00"));
    expect(named).not.toHaveProperty("lapsesWhenInactive");
    const lastMoment = { asOf: at("2026-01-02", "23:59") };
    expect(walletBalance(state, "beans", lastMoment).active).toBe(80);
    expect(walletBalance(state, "beans", { asOf: at("2026-01-03", "00:00") }).active).toBe(50);
  });

  test("LOY-3: a partner gives only kinds it issues, and its name stays with the lot", () => {
    const given = ledgerOf([
      enrol("ann"),
      grant("ann", { amount: 7, kind: "miles", partner: "airline" }),
    ]);
    expect(lotsOf(given)[0]?.source).toEqual({ kind: "partner", id: "airline" });
    expect(outcome(ann, grant("ann", { amount: 7, partner: "airline" }))).toEqual({
      code: "not-offered",
      what: "beans of airline",
    });
    expect(outcome(ann, grant("ann", { amount: 7, partner: "hotel" }))).toEqual({
      code: "unknown",
      what: "partner",
      id: "hotel",
    });
  });

  test("LOY-3: what is no whole number, of no kind, ends before it begins or passes 2^53 is refused with the field", () => {
    for (const amount of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      expect(outcome(ann, grant("ann", { amount }))).toMatchObject({
        code: "invalid-field",
        field: "points.amount",
        got: String(amount),
      });
    }
    expect(outcome(ann, grant("ann", { amount: 1, kind: "stars" }))).toEqual({
      code: "unknown",
      what: "kind",
      id: "stars",
    });
    expect(outcome(ann, grant("ann", { amount: 1, through: "2026-01-01" }))).toEqual({
      code: "invalid-field",
      field: "through",
      mustBe: "2026-01-02 or later",
      got: "2026-01-01",
    });
    const rich = ledgerOf([enrol("ann"), grant("ann", { amount: Number.MAX_SAFE_INTEGER })]);
    expect(outcome(rich, grant("ann", { amount: 1 }))).toEqual({
      code: "too-many-points",
      kind: "beans",
    });
  });

  test("LOY-3: a grant by hand neither keeps idle points alive nor is lost in a lapse that is over", () => {
    const first = grant("ann", { amount: 10, kind: "idle" });
    const second = grant("ann", { amount: 5, kind: "idle", day: "2026-06-20" });
    const third = grant("ann", { amount: 3, kind: "idle", day: "2026-09-01" });
    const running = ledgerOf([enrol("ann"), first, second]);
    // The member joined on 1 January: six months later, all is gone.
    expect(walletBalance(running, "idle", { asOf: at("2026-06-30") }).active).toBe(15);
    expect(walletBalance(running, "idle", { asOf: at("2026-07-05") }).active).toBe(0);
    const lapsed = ledgerOf([third], { from: running });
    expect(walletBalance(lapsed, "idle", { asOf: at("2026-09-02") })).toMatchObject({
      active: 3,
      expired: 15,
    });
    const partnered = programmeOf({ partners: [{ id: "airline", issues: ["idle"], accepts: [] }] });
    const active = ledgerOf(
      [
        enrol("ann"),
        first,
        grant("ann", { amount: 5, kind: "idle", day: "2026-06-20", partner: "airline" }),
      ],
      { programme: partnered },
    );
    expect(walletBalance(active, "idle", { asOf: at("2026-12-01") }).active).toBe(15);
  });

  test("LOY-3: what is given pays first what is owed", () => {
    const owing = ledgerOf([
      enrol("ann"),
      {
        kind: "claw-back-points",
        key: "back",
        member: "ann",
        occurredAt: at("2026-01-02"),
        points: { kind: "beans", amount: 30 },
        why: "error",
      },
      grant("ann", { amount: 50 }),
    ]);
    expect(walletBalance(owing, "beans", { asOf: at("2026-01-03") })).toMatchObject({
      active: 20,
      deficit: 0,
    });
    expect(isBalanced(owing)).toBe(true);
  });
});

describe("LOY-3: points taken back by hand", () => {
  const back = (amount: number, kind = "beans"): LoyaltyCommand => ({
    kind: "claw-back-points",
    key: "back",
    member: "ann",
    occurredAt: at("2026-01-05"),
    points: { kind, amount },
    why: "error",
  });
  const ann = ledgerOf([enrol("ann"), grant("ann", { amount: 20 })]);

  test("LOY-3: what is there is taken, what is missing is owed and recorded", () => {
    expect(outcome(ann, back(20))).toEqual([
      expect.objectContaining({ kind: "points-clawed-back", wanted: 20, why: "error" }),
    ]);
    expect(ledgerOf([back(20)], { from: ann }).wallets["beans"]?.totals).toMatchObject({
      open: 0,
      "clawed-back": 20,
      deficit: 0,
    });
    const [event] = outcome(ann, back(25)) as [object];
    expect(event).toMatchObject({ wanted: 25, reversal: { owed: { beans: 5 }, letGo: {} } });
    expect(outcome(ann, back(20))).not.toHaveProperty([0, "reversal"]);
    expect(isBalanced(ledgerOf([back(25)], { from: ann }))).toBe(true);
  });

  test("LOY-3: under the policy of a clamp what is missing is let go, which is recorded", () => {
    const programme = programmeOf({
      returns: { shortfall: "clamp", expired: { kind: "forfeit" } },
    });
    const [event] = outcome(ann, back(25), programme) as [object];
    expect(event).toMatchObject({ wanted: 25, reversal: { owed: {}, letGo: { beans: 5 } } });
    const state = ledgerOf([back(25)], { from: ann, programme });
    expect(walletBalance(state, "beans", { asOf: at("2026-01-06") })).toMatchObject({
      active: 0,
      deficit: 0,
      clawedBack: 20,
    });
  });

  test("LOY-3: points of no kind or number are refused", () => {
    expect(outcome(ann, back(0))).toMatchObject({ code: "invalid-field", field: "points.amount" });
    expect(outcome(ann, back(5, "stars"))).toMatchObject({ code: "unknown", id: "stars" });
  });
});

describe("LOY-2: points that await a confirmation", () => {
  const confirm = (said: object = {}): LoyaltyCommand => ({
    kind: "confirm",
    key: "out",
    member: "ann",
    occurredAt: at("2026-01-12", "09:00"),
    action: "checkout",
    of: "A",
    ...said,
  });
  const ann = ledgerOf([
    enrol("ann"),
    order("ann", { id: "A", amount: 4000 }),
    order("ann", { id: "B", amount: 900 }),
    grant("ann", { amount: 3, kind: "stay", key: "gift" }),
  ]);

  test("LOY-2: they are active from the moment of the confirmation, those of the order only", () => {
    expect(walletBalance(ann, "stay", { asOf: at("2026-05-01") })).toMatchObject({
      pending: 52,
      active: 0,
    });
    const state = ledgerOf([confirm()], { from: ann });
    const { pending, active } = walletBalance(state, "stay", { asOf: at("2026-01-12", "09:00") });
    expect([pending, active]).toEqual([12, 40]);
    expect(lotsOf(state)[0]).toMatchObject({ activeFrom: at("2026-01-12", "09:00") });
    expect(lotsOf(state)[0]).not.toHaveProperty("awaiting");
    const given = ledgerOf([confirm({ key: "gift-out", of: "gift" })], { from: state });
    expect(walletBalance(given, "stay", { asOf: at("2026-01-12", "09:00") }).active).toBe(43);
  });

  test("LOY-2: where nothing awaits it, it is unknown: another action, another order, confirmed before, dated back", () => {
    const unknown = { code: "unknown", what: "points awaiting checkout", id: "A" };
    expect(outcome(ann, confirm({ action: "delivery" }))).toEqual({
      ...unknown,
      what: "points awaiting delivery",
    });
    expect(outcome(ann, confirm({ of: "C" }))).toEqual({ ...unknown, id: "C" });
    const twice = ledgerOf([confirm()], { from: ann });
    expect(outcome(twice, confirm({ key: "again" }))).toEqual(unknown);
    expect(outcome(ann, confirm({ occurredAt: at("2026-01-09") }))).toEqual(unknown);
  });
});
