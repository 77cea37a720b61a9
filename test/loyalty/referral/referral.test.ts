import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { decideReferral } from "../../../src/loyalty/referral/decide-referral.js";
import { mergeLedgers } from "../../../src/loyalty/transfer/merge-ledgers.js";
import type { ReferralCommand } from "../../../src/loyalty/referral/referral-command.js";
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
  order,
  programmeOf,
} from "../transfer/ledgers.js";

interface Pair {
  readonly referrer: LoyaltyState;
  readonly friend: LoyaltyState;
}
const PROGRAMME = programmeOf({
  referral: {
    kind: "beans",
    referrerPoints: 100,
    friendPoints: 50,
    orderAtLeast: 1000,
    withinDays: 30,
    monthlyFriends: 2,
  },
});
const shared = { referrer: "ann", friend: "bob" } as const;
const register = (said: object = {}): ReferralCommand => ({
  kind: "register-referral",
  key: "register",
  chain: [],
  occurredAt: at("2026-01-05"),
  ...shared,
  ...said,
});
const judge = (
  kind: "qualify-referral" | "reverse-referral",
  said: object = {},
): ReferralCommand => ({
  kind,
  key: kind,
  order: "A",
  occurredAt: at(kind === "qualify-referral" ? "2026-01-20" : "2026-02-01"),
  ...shared,
  ...said,
});
const refund = (said: object = {}): LoyaltyCommand => ({
  kind: "return-order",
  key: "refund",
  member: "bob",
  order: "A",
  return: "A-1",
  occurredAt: at("2026-01-25"),
  ...said,
});
const decide = (pair: Pair, command: ReferralCommand, programme = PROGRAMME) =>
  decideReferral(pair, command, optionsOf(programme, command.key));
const refusalOf = (...given: Parameters<typeof decide>) => {
  const decided = decide(...given);
  return decided.ok ? "taken in" : decided.error;
};
const done = (pair: Pair, command: ReferralCommand, programme = PROGRAMME): Pair => {
  const decided = decide(pair, command, programme);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  const { referrer, friend } = decided.value;
  return { referrer: after(pair.referrer, referrer), friend: after(pair.friend, friend) };
};
const buys = (pair: Pair, ...commands: readonly LoyaltyCommand[]): Pair => ({
  ...pair,
  friend: ledgerOf(commands, { from: pair.friend, programme: PROGRAMME }),
});
const pointsOf = ({ referrer, friend }: Pair) => [balanceOf(referrer), balanceOf(friend)];

const ann = ledgerOf([enrol("ann")], { programme: PROGRAMME });
const bob = ledgerOf([enrol("bob")], { programme: PROGRAMME });
const strangers = { referrer: ann, friend: bob };
const pending = done(strangers, register());
const bought = buys(pending, order("bob", { id: "A", amount: 2500 }));
const rewarded = done(bought, judge("qualify-referral"));

describe("LOY-5: a recommendation is rewarded on both sides", () => {
  test("R1: it pends until the friend's first paid purchase, and is reversed on its refund", () => {
    expect(pointsOf(pending)).toEqual([0, 0]);
    expect(refusalOf(pending, judge("qualify-referral"))).toEqual({
      code: "unknown",
      what: "order",
      id: "A",
    });
    expect(pointsOf(rewarded)).toEqual([100, 50]);
    expect(lotsOf(rewarded.referrer)[0]?.source).toEqual({ kind: "referral", id: "bob" });
    expect(refusalOf(rewarded, judge("reverse-referral"))).toEqual({
      code: "not-possible-now",
      what: "order A",
      state: "still-paid",
    });
    const refunded = buys(rewarded, refund());
    const reversed = done(refunded, judge("reverse-referral"));
    expect(pointsOf(reversed)).toEqual([0, 0]);
    expect([isBalanced(reversed.referrer), isBalanced(reversed.friend)]).toEqual([true, true]);
    expect(refusalOf(reversed, judge("reverse-referral", { key: "again" }))).toEqual({
      code: "not-possible-now",
      what: "referral",
      state: "reversed",
    });
    expect(refusalOf(reversed, judge("qualify-referral", { key: "again" }))).toMatchObject({
      state: "reversed",
    });
  });

  test("R1: self-referral is refused", () => {
    expect(refusalOf({ referrer: ann, friend: ann }, register({ friend: "ann" }))).toEqual({
      code: "self-referral",
    });
  });

  test("R1: a loop a->b->a is refused, whether the chain or only one of the ledgers shows it", () => {
    const back = { referrer: "bob", friend: "ann", key: "back" };
    const loop = { code: "referral-loop", chain: ["ann", "bob", "ann"] };
    const turned = { referrer: pending.friend, friend: pending.referrer };
    expect(refusalOf(turned, register({ ...back, chain: ["ann"] }))).toEqual(loop);
    expect(refusalOf(turned, register(back))).toEqual(loop);
    expect(refusalOf({ ...turned, friend: ann }, register(back))).toEqual(loop);
    expect(refusalOf({ ...turned, referrer: bob }, register(back))).toEqual(loop);
    const said = ledgerOf([enrol("bob", { referredBy: "ann" })], { programme: PROGRAMME });
    expect(refusalOf({ referrer: said, friend: ann }, register(back))).toEqual(loop);
  });

  test("R1: longer loops are refused, and so is a chain that hides who recommended the referrer", () => {
    const chain = ["cid", "dan", "bob", "eve"];
    expect(refusalOf(strangers, register({ chain }))).toEqual({
      code: "referral-loop",
      chain: ["bob", "ann", "cid", "dan", "bob"],
    });
    expect(refusalOf(strangers, register({ chain: ["cid", "dan"] }))).toBe("taken in");
    const came = ledgerOf([enrol("ann", { referredBy: "cid" })], { programme: PROGRAMME });
    expect(refusalOf({ referrer: came, friend: bob }, register())).toEqual({
      code: "invalid-field",
      field: "chain",
      mustBe: "beginning with cid, who recommended the referrer",
      got: "",
    });
    expect(refusalOf({ referrer: came, friend: bob }, register({ chain: ["cid"] }))).toBe(
      "taken in",
    );
  });

  test("LOY-5: a friend has one referrer and has not ordered before", () => {
    const cid = ledgerOf([enrol("cid")], { programme: PROGRAMME });
    const second = register({ referrer: "cid", key: "second" });
    expect(refusalOf({ referrer: cid, friend: pending.friend }, second)).toEqual({
      code: "already-there",
      what: "referrer",
      id: "ann",
    });
    const named = ledgerOf([enrol("bob", { referredBy: "ann" })], { programme: PROGRAMME });
    expect(refusalOf({ referrer: cid, friend: named }, second)).toMatchObject({ id: "ann" });
    expect(refusalOf({ referrer: ann, friend: named }, register())).toBe("taken in");
    expect(refusalOf(pending, register({ key: "again" }))).toMatchObject({ code: "already-there" });
    const customer = buys(strangers, order("bob", { id: "A", amount: 1, day: "2026-01-02" }));
    const ordered = { code: "not-possible-now", what: "friend", state: "ordered-before" };
    expect(refusalOf(customer, register())).toEqual(ordered);
    const returned = buys(customer, refund({ occurredAt: at("2026-01-03") }));
    expect(refusalOf(returned, register())).toEqual(ordered);
  });

  test("LOY-5: the order is the first one paid and not given back, by money, and worth enough", () => {
    const small = buys(pending, order("bob", { id: "A", amount: 999 }));
    expect(refusalOf(small, judge("qualify-referral"))).toEqual({
      code: "order-too-small",
      atLeast: 1000,
      paid: 999,
    });
    expect(
      refusalOf(buys(pending, order("bob", { id: "A", amount: 1000 })), judge("qualify-referral")),
    ).toBe("taken in");
    const two = buys(bought, order("bob", { id: "B", amount: 5000, day: "2026-01-11" }));
    expect(refusalOf(two, judge("qualify-referral", { order: "B" }))).toEqual({
      code: "not-possible-now",
      what: "order B",
      state: "not-the-first-paid",
    });
    const returned = buys(two, refund({ occurredAt: at("2026-01-12") }));
    expect(refusalOf(returned, judge("qualify-referral", { order: "B" }))).toBe("taken in");
    expect(refusalOf(returned, judge("qualify-referral"))).toEqual({
      code: "not-possible-now",
      what: "order A",
      state: "not-paid",
    });
    const lines = [{ line: "1", quantity: 0, amount: { amount: 1501, currency: "NZD" } }];
    const reduced = buys(bought, refund({ lines, occurredAt: at("2026-01-12") }));
    expect(refusalOf(reduced, judge("qualify-referral"))).toMatchObject({ paid: 999 });
  });

  test("LOY-5: what was paid by points is not paid", () => {
    const rich = buys(pending, grant("bob", { amount: 5000, day: "2026-01-09" }));
    const redeem = (points: number): LoyaltyCommand => ({
      kind: "redeem",
      key: "redeem",
      member: "bob",
      redemption: "R",
      occurredAt: at("2026-01-10", "11:00"),
      request: { use: "payment", order: "A", payable: { amount: 2500, currency: "NZD" }, points },
    });
    const paying = (points: number) =>
      buys(rich, redeem(points), order("bob", { id: "A", amount: 2500 }));
    // Two of these points are worth 1 minor unit.
    expect(refusalOf(paying(5000), judge("qualify-referral"))).toMatchObject({ state: "not-paid" });
    expect(refusalOf(paying(3002), judge("qualify-referral"))).toMatchObject({ paid: 999 });
    expect(refusalOf(paying(3000), judge("qualify-referral"))).toBe("taken in");
  });

  test("LOY-5: the order has to come within the days after enrolment, through the last of them", () => {
    const on = (day: string) =>
      refusalOf(
        buys(pending, order("bob", { id: "A", amount: 2500, day })),
        judge("qualify-referral", { occurredAt: at("2026-02-10") }),
      );
    expect(on("2026-01-31")).toBe("taken in");
    expect(on("2026-02-01")).toEqual({ code: "too-late", what: "referral", until: "2026-01-31" });
  });

  test("LOY-5: a member is rewarded for so many friends a month on the programme's clock; a reversal frees a place", () => {
    const rewardFor = (
      referrer: LoyaltyState,
      friend: string,
      occurredAt = at("2026-01-31", "23:59"),
    ) => {
      const said = { friend, occurredAt };
      const own = ledgerOf([enrol(friend)], { programme: PROGRAMME });
      const registered = done({ referrer, friend: own }, register({ ...said, key: `r-${friend}` }));
      const ordered = order(friend, { id: "A", amount: 2500 });
      const there = {
        ...registered,
        friend: ledgerOf([ordered], { from: registered.friend, programme: PROGRAMME }),
      };
      return { there, command: judge("qualify-referral", { ...said, key: `q-${friend}` }) };
    };
    const first = rewardFor(ann, "bob");
    const one = done(first.there, first.command);
    const second = rewardFor(one.referrer, "cid");
    const two = done(second.there, second.command);
    const third = rewardFor(two.referrer, "dan");
    expect(refusalOf(third.there, third.command)).toEqual({
      code: "limit-reached",
      limit: "monthly-friends",
      atMost: 2,
      would: 3,
    });
    // A minute later it is February in Auckland, and still January in UTC.
    const next = { ...third.command, occurredAt: at("2026-02-01", "00:00") };
    expect(refusalOf(third.there, next)).toBe("taken in");
    const refunded = ledgerOf([refund({ occurredAt: at("2026-01-31", "23:59") })], {
      from: one.friend,
      programme: PROGRAMME,
    });
    const late = { occurredAt: at("2026-01-31", "23:59") };
    const reversed = done(
      { referrer: third.there.referrer, friend: refunded },
      judge("reverse-referral", late),
    );
    expect(refusalOf({ ...third.there, referrer: reversed.referrer }, third.command)).toBe(
      "taken in",
    );
  });

  test("LOY-5: a reward that is spent is owed, or let go by the return policy, and recorded", () => {
    const spend: LoyaltyCommand = {
      kind: "redeem",
      key: "spend",
      member: "bob",
      redemption: "S",
      occurredAt: at("2026-01-22"),
      request: { use: "cashback", points: 30 },
    };
    const refunded = buys(rewarded, spend, refund());
    const owed = decide(refunded, judge("reverse-referral"));
    expect(owed.ok && owed.value.friend.at(-1)).toMatchObject({
      status: "reversed",
      reversal: { owed: { beans: 30 }, letGo: {} },
    });
    expect(pointsOf(done(refunded, judge("reverse-referral")))).toEqual([0, -30]);
    const clamp = programmeOf({
      ...PROGRAMME,
      returns: { shortfall: "clamp", expired: { kind: "forfeit" } },
    });
    const letGo = decide(refunded, judge("reverse-referral"), clamp);
    expect(letGo.ok && letGo.value.friend.at(-1)).toMatchObject({
      reversal: { owed: {}, letGo: { beans: 30 } },
    });
    expect(pointsOf(done(refunded, judge("reverse-referral"), clamp))).toEqual([0, 0]);
  });

  test("LOY-5: what was given is taken back, whatever the programme gives by then, or if it gives nothing", () => {
    const refunded = buys(rewarded, refund());
    const { referral, ...rest } = PROGRAMME;
    const dearer = programmeOf({ ...rest, referral: { ...referral!, referrerPoints: 900 } });
    for (const programme of [dearer, rest as LoyaltyProgramme]) {
      expect(pointsOf(done(refunded, judge("reverse-referral"), programme))).toEqual([0, 0]);
    }
    expect(refusalOf(rewarded, judge("reverse-referral", { order: "B" }))).toEqual({
      code: "unknown",
      what: "rewarded order",
      id: "B",
    });
    expect(refusalOf(strangers, register(), rest as LoyaltyProgramme)).toEqual({
      code: "not-offered",
      what: "referral",
    });
    expect(refusalOf(bought, judge("qualify-referral"), rest as LoyaltyProgramme)).toMatchObject({
      code: "not-offered",
    });
  });

  test("LOY-5: a reward is not dated before its order, and not taken back before it was given", () => {
    const early = judge("qualify-referral", { occurredAt: at("2026-01-10", "11:59") });
    expect(refusalOf(bought, early)).toEqual({
      code: "not-possible-now",
      what: "order A",
      state: "not-yet-placed",
    });
    expect(refusalOf(bought, { ...early, occurredAt: at("2026-01-10") })).toBe("taken in");
    const given = at("2026-01-20");
    const refunded = buys(rewarded, refund({ occurredAt: at("2026-01-12") }));
    expect(
      refusalOf(refunded, judge("reverse-referral", { occurredAt: at("2026-01-19") })),
    ).toEqual({
      code: "not-possible-now",
      what: "referral",
      state: "not-yet-rewarded",
    });
    const reversed = done(refunded, judge("reverse-referral", { occurredAt: given }));
    expect(pointsOf(reversed)).toEqual([0, 0]);
  });

  test("LOY-5: what came back to a reward only later is not taken from it before", () => {
    const spend: LoyaltyCommand = {
      kind: "redeem",
      key: "spend",
      member: "bob",
      redemption: "S",
      occurredAt: at("2026-01-22"),
      request: {
        use: "payment",
        order: "B",
        payable: { amount: 900, currency: "NZD" },
        points: 50,
      },
    };
    const given = [
      order("bob", { id: "B", amount: 900, day: "2026-01-23" }),
      refund(),
      refund({ order: "B", return: "B-1", key: "b", occurredAt: at("2026-01-29") }),
    ];
    const refunded = buys(rewarded, spend, ...given);
    expect(pointsOf(refunded)).toEqual([100, 50]);
    const early = done(refunded, judge("reverse-referral", { occurredAt: at("2026-01-28") }));
    const { open, deficit } = early.friend.wallets["beans"]!.totals;
    expect([open, deficit]).toEqual([50, -50]);
    expect(pointsOf(done(refunded, judge("reverse-referral")))).toEqual([0, 0]);
  });

  test("LOY-5: a recommendation goes on after either account was merged into another", () => {
    const merged = (
      state: LoyaltyState,
      { into, day = "2026-01-15" }: { into: string; day?: string },
    ): LoyaltyState => {
      const to = ledgerOf([enrol(into)], { programme: PROGRAMME });
      const { member } = state.account!;
      const occurredAt = at(day);
      const decided = mergeLedgers(
        { from: state, to },
        { kind: "merge-ledgers", key: `merge-${member}`, member, to: into, occurredAt },
        optionsOf(PROGRAMME, `merge-${member}`),
      );
      if (!decided.ok) throw new Error(JSON.stringify(decided.error));
      return after(to, decided.value.to);
    };
    const moved = {
      referrer: merged(bought.referrer, { into: "anna" }),
      friend: merged(bought.friend, { into: "bobby" }),
    };
    const names = { referrer: "anna", friend: "bobby" };
    const both = done(moved, judge("qualify-referral", names));
    expect(pointsOf(both)).toEqual([100, 50]);
    const before = { ...names, occurredAt: at("2026-01-14") };
    const merging = { code: "not-possible-now", what: "referral", state: "merged-later" };
    expect(refusalOf(moved, judge("qualify-referral", before))).toEqual(merging);
    const half = { ...bought, referrer: moved.referrer };
    expect(refusalOf(half, judge("qualify-referral", { ...before, friend: "bob" }))).toEqual(
      merging,
    );
    const later = {
      referrer: merged(rewarded.referrer, { into: "anna", day: "2026-01-21" }),
      friend: merged(rewarded.friend, { into: "bobby", day: "2026-01-21" }),
    };
    for (const pair of [both, later]) {
      const back = refund({ member: "bobby" });
      const reversed = done(buys(pair, back), judge("reverse-referral", names));
      expect(pointsOf(reversed)).toEqual([0, 0]);
      expect([isBalanced(reversed.referrer), isBalanced(reversed.friend)]).toEqual([true, true]);
    }
  });

  test("LOY-5: paused and closed accounts are neither registered nor rewarded, on either side", () => {
    const status = (member: string, kind: "pause" | "close"): LoyaltyCommand => ({
      kind,
      key: kind,
      member,
      why: "asked",
      occurredAt: at("2026-01-03"),
    });
    for (const kind of ["pause", "close"] as const) {
      const refused = {
        code: "account-not-active",
        status: kind === "pause" ? "paused" : "closed",
      };
      const referrer = ledgerOf([status("ann", kind)], { from: ann, programme: PROGRAMME });
      const friend = ledgerOf([status("bob", kind)], { from: bob, programme: PROGRAMME });
      expect(refusalOf({ referrer, friend: bob }, register())).toEqual(refused);
      expect(refusalOf({ referrer: ann, friend }, register())).toEqual(refused);
      const later = { ...status("ann", kind), occurredAt: at("2026-01-15") } as LoyaltyCommand;
      const away = ledgerOf([later], { from: bought.referrer, programme: PROGRAMME });
      expect(refusalOf({ ...bought, referrer: away }, judge("qualify-referral"))).toEqual(refused);
    }
    const home = ledgerOf([enrol("ann", { holder: "household" })], { programme: PROGRAMME });
    expect(refusalOf({ referrer: home, friend: bob }, register())).toMatchObject({
      state: "household",
    });
  });

  test("LOY-5: the same key gives no events; one side alone is refused; what one side does not know is unknown", () => {
    expect(decide(rewarded, judge("qualify-referral"))).toEqual({
      ok: true,
      value: { referrer: [], friend: [] },
    });
    expect(refusalOf({ ...rewarded, friend: bought.friend }, judge("qualify-referral"))).toEqual({
      code: "not-possible-now",
      what: "qualify-referral",
      state: "in-one-ledger-only",
    });
    expect(refusalOf({ ...bought, referrer: ann }, judge("qualify-referral"))).toEqual({
      code: "unknown",
      what: "referral",
      id: "bob",
    });
    expect(refusalOf({ ...rewarded }, judge("qualify-referral", { key: "again" }))).toMatchObject({
      state: "rewarded",
    });
    const expectedSequences = { referrer: ann.sequence, friend: bob.sequence + 1 };
    const stale = decideReferral(strangers, register(), {
      ...optionsOf(PROGRAMME),
      expectedSequences,
    });
    expect(stale.ok ? "taken in" : stale.error).toMatchObject({ code: "stale-version" });
  });

  test("LOY-5: whatever the order, both sides are rewarded or neither, and a refund takes back what was given", () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.nat({ max: 3 }), (paid, chosen) => {
        const orders = paid.map((amount, index) =>
          order("bob", { id: `O${index}`, amount, day: `2026-01-1${index}` }),
        );
        const there = buys(pending, ...orders);
        const said = { order: `O${chosen % paid.length}` };
        const isFirst = paid.findIndex((amount) => amount > 0) === chosen % paid.length;
        const isEnough = paid[chosen % paid.length]! >= 1000;
        const decided = decide(there, judge("qualify-referral", said));
        expect(decided.ok).toBe(isFirst && isEnough);
        if (!decided.ok) return;
        const both = done(there, judge("qualify-referral", said));
        expect(pointsOf(both)).toEqual([100, 50]);
        const back = done(buys(both, refund(said)), judge("reverse-referral", said));
        expect(pointsOf(back)).toEqual([0, 0]);
        expect([isBalanced(back.referrer), isBalanced(back.friend)]).toEqual([true, true]);
      }),
    );
  });
});
