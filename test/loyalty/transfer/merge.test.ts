import fc from "fast-check";
import { plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { decideLoyalty } from "../../../src/loyalty/decide-loyalty.js";
import type { LoyaltyCommand } from "../../../src/loyalty/decision/loyalty-command.js";
import { auditLedger } from "../../../src/loyalty/insight/audit-ledger.js";
import { lotEnd } from "../../../src/loyalty/ledger/lot-phase.js";
import type { LoyaltyEvent } from "../../../src/loyalty/ledger/loyalty-event.js";
import { NO_LOYALTY } from "../../../src/loyalty/ledger/loyalty-state.js";
import type { LoyaltyState } from "../../../src/loyalty/ledger/loyalty-state.js";
import { replayLoyalty } from "../../../src/loyalty/ledger/replay-loyalty.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { loyaltyEventSchema } from "../../../src/loyalty/schema.js";
import { decideTransfer } from "../../../src/loyalty/transfer/decide-transfer.js";
import { mergeLedgers } from "../../../src/loyalty/transfer/merge-ledgers.js";
import type { MergeLedgers } from "../../../src/loyalty/transfer/merge-ledgers.js";
import { splitLedger } from "../../../src/loyalty/transfer/split-ledger.js";
import type { SplitLedger } from "../../../src/loyalty/transfer/split-ledger.js";
import { walletBalance } from "../../../src/loyalty/view/wallet-balance.js";
import { orderedEntries } from "../../../src/shared/ordered-map.js";
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
} from "./ledgers.js";

interface Pair {
  readonly from: LoyaltyState;
  readonly to: LoyaltyState;
}
const merge = (said: Partial<MergeLedgers> = {}): MergeLedgers => ({
  kind: "merge-ledgers",
  key: "merge",
  member: "ann",
  to: "anna",
  occurredAt: at("2026-02-01"),
  ...said,
});
const decide = (pair: Pair, command = merge(), programme = programmeOf()) =>
  mergeLedgers(pair, command, optionsOf(programme, command.key));
const refusalOf = (...given: Parameters<typeof decide>) => {
  const decided = decide(...given);
  return decided.ok ? "taken in" : decided.error;
};
const merged = (...given: Parameters<typeof decide>): Pair => {
  const decided = decide(...given);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  const [{ from, to }] = given;
  return { from: after(from, decided.value.from), to: after(to, decided.value.to) };
};
const owe = (member: string, amount: number): LoyaltyCommand => ({
  kind: "claw-back-points",
  key: `owe-${member}`,
  member,
  occurredAt: at("2026-01-20"),
  points: { kind: "beans", amount },
  why: "error",
});

describe("LOY-3: two accounts of one person become one", () => {
  test("L10: a merge of two members with 50 and 100 points has 150, and each lot keeps its expiry", () => {
    const ann = ledgerOf([enrol("ann"), grant("ann", { amount: 50, through: "2026-03-31" })]);
    const anna = ledgerOf([enrol("anna"), grant("anna", { amount: 100, through: "2026-12-31" })]);
    const { from, to } = merged({ from: ann, to: anna });
    expect(balanceOf(to)).toBe(150);
    expect(lotsOf(to).map(({ open, expiresAt }) => [open, expiresAt])).toEqual([
      [100, at("2027-01-01", "00:00")],
      [50, at("2026-04-01", "00:00")],
    ]);
    expect(lotsOf(to)[1]?.source).toMatchObject({
      kind: "merge",
      id: "ann",
      origin: { kind: "grant" },
    });
    expect(balanceOf(to, "beans", at("2026-04-01", "00:00"))).toBe(100);
    expect(balanceOf(from)).toBe(0);
    expect(from.account?.status).toBe("closed");
    expect(decide({ from, to })).toEqual({ ok: true, value: { from: [], to: [] } });
    expect([isBalanced(from), isBalanced(to)]).toEqual([true, true]);
  });

  test("LOY-3: pending points move, too, and what they await is confirmed for the order they came from", () => {
    const ann = ledgerOf([
      enrol("ann"),
      order("ann", { id: "A", amount: 4000 }),
      grant("ann", { amount: 7, kind: "later", day: "2026-01-25" }),
    ]);
    const { to } = merged({ from: ann, to: ledgerOf([enrol("anna")]) });
    expect(lotsOf(to)).toMatchObject([
      { kind: "stay", open: 40, awaiting: "checkout" },
      { kind: "later", open: 7, activeFrom: at("2026-02-08", "00:00") },
    ]);
    const confirm = {
      kind: "confirm",
      key: "out",
      member: "anna",
      action: "checkout",
      of: "A",
    } as const;
    const confirmed = ledgerOf([{ ...confirm, occurredAt: at("2026-02-02") }], { from: to });
    expect(walletBalance(confirmed, "stay", { asOf: at("2026-02-02") }).active).toBe(40);
    expect(walletBalance(to, "later", { asOf: at("2026-02-07", "23:59") }).active).toBe(0);
  });

  test("LOY-3: a debt moves and is paid at once as far as there are points, whichever side owes", () => {
    const rich = (member: string) => ledgerOf([enrol(member), grant(member, { amount: 100 })]);
    const poor = (member: string) => ledgerOf([enrol(member), owe(member, 30)]);
    for (const pair of [
      { from: poor("ann"), to: rich("anna") },
      { from: rich("ann"), to: poor("anna") },
    ]) {
      const { from, to } = merged(pair);
      expect(to.wallets["beans"]?.totals).toMatchObject({ open: 70, deficit: 0 });
      expect(from.wallets["beans"]?.totals).toMatchObject({ open: 0, deficit: 0 });
      expect([isBalanced(from), isBalanced(to)]).toEqual([true, true]);
    }
    const { to } = merged({ from: poor("ann"), to: poor("anna") });
    expect(balanceOf(to)).toBe(-60);
    expect(
      balanceOf(ledgerOf([grant("anna", { amount: 75, day: "2026-02-02" })], { from: to })),
    ).toBe(15);
  });

  test("LOY-3: what counts towards a tier, caps, cards, clubs and vouchers move; the higher tier remains", () => {
    const programme = programmeOf({
      tiers: {
        tiers: [
          { id: "base" },
          { id: "silver", reach: { all: [{ metric: "spend", atLeast: 10000 }] } },
          { id: "gold", reach: { all: [{ metric: "spend", atLeast: 20000 }] } },
        ],
        period: { kind: "calendar-year" },
        upgrade: "at-once",
        keepThrough: "next-period",
        landing: "one-tier-down",
        crossing: "before",
      },
      clubs: [{ id: "roasters", months: 12 }],
      earning: [
        {
          id: "stays",
          kind: "stay",
          trigger: "order",
          award: { form: "per-amount", points: 1, per: 100 },
          caps: [{ per: "month", points: 150 }],
        },
      ],
      rewards: [{ id: "ten", cost: 10, form: "voucher", amount: 1000, validDays: 60 }],
    });
    const shared = { member: "ann", occurredAt: at("2026-01-12") } as const;
    const ann = ledgerOf(
      [
        enrol("ann", { card: "111" }),
        grant("ann", { amount: 10 }),
        { ...shared, kind: "join-club", key: "club", club: "roasters" },
        {
          ...shared,
          kind: "redeem",
          key: "v",
          redemption: "R",
          request: { use: "reward", reward: "ten", voucher: "V" },
        },
        {
          ...shared,
          kind: "use-voucher",
          key: "u",
          voucher: "V",
          order: "Z",
          amount: { amount: 300, currency: "NZD" },
        },
        order("ann", { id: "A", amount: 12000, day: "2026-01-14" }),
      ],
      { programme },
    );
    const anna = ledgerOf([enrol("anna"), order("anna", { id: "B", amount: 9000 })], { programme });
    const { from, to } = merged({ from: ann, to: anna }, merge(), programme);
    expect(to.tier?.tier).toBe("gold");
    const spend = (state: LoyaltyState) =>
      [...orderedEntries(state.qualifying)].map(([day, { spend: sum }]) => [day, sum]);
    expect(spend(to)).toEqual([
      ["2026-01-10", 9000],
      ["2026-01-14", 12000],
    ]);
    expect(spend(from)).toEqual([["2026-01-14", 0]]);
    expect([from.account?.cards, to.account?.cards]).toEqual([
      { "111": "blocked" },
      { "111": "active" },
    ]);
    expect(to.clubs["roasters"]).toMatchObject({
      status: "member",
      until: ann.clubs["roasters"]?.until,
    });
    const [[, voucher]] = [...orderedEntries(to.vouchers)] as [[string, object]];
    expect(voucher).toMatchObject({ voucher: "V", amount: 1000, left: 700 });
    expect([...orderedEntries(from.vouchers)][0]?.[1]).toMatchObject({ left: 0, voided: true });
    // 120 and 90 points were earned this month, past the cap of 150: the person is given no more.
    const more = ledgerOf(
      [order("anna", { id: "C", amount: 5000, day: "2026-01-31" })].map((command) => ({
        ...command,
        occurredAt: at("2026-02-01"),
      })),
      { from: to, programme },
    );
    expect(lotsOf(more).at(-1)?.original).toBe(50);
    const late = { ...order("anna", { id: "D", amount: 5000 }), occurredAt: at("2026-01-31") };
    expect(lotsOf(ledgerOf([late as LoyaltyCommand], { from: to, programme }))).toHaveLength(
      lotsOf(to).length,
    );
    const equal = ledgerOf([enrol("anna")], { programme });
    expect(merged({ from: ann, to: equal }, merge(), programme).to.tier?.tier).toBe("silver");
    expect(
      merged({ from: equal, to: ann }, merge({ member: "anna", to: "ann" }), programme).to.tier
        ?.tier,
    ).toBe("silver");
    const inMay = merge({ occurredAt: at("2026-05-01") });
    expect(merged({ from: ann, to: equal }, inMay, programme).to.vouchers).toEqual([]);
    const award = (member: string, tier: string, through: string): LoyaltyState => {
      const shown = { key: "award", member, occurredAt: at("2026-01-20") } as const;
      const given = {
        ...shown,
        kind: "award-tier",
        tier,
        through: plainDate(through),
        why: "guest",
      } as const;
      return ledgerOf([enrol(member), given], { programme });
    };
    const tierOf = (from: LoyaltyState, into: LoyaltyState) =>
      merged({ from, to: into }, merge(), programme).to.tier;
    const [short, long] = ["2026-06-30", "2026-09-30"] as const;
    const ends = tierOf(award("ann", "gold", short), equal);
    expect(ends).toMatchObject({ tier: "gold", by: "award" });
    // The lower tier that lasts longer is kept beneath the higher one, on whichever side it was.
    const beneath = award("ann", "silver", long).tier;
    const kept = { ...ends, beneath };
    expect(tierOf(award("ann", "silver", long), award("anna", "gold", short))).toEqual(kept);
    expect(tierOf(award("ann", "gold", short), award("anna", "silver", long))).toEqual(kept);
    const longer = tierOf(award("ann", "gold", long), equal);
    expect(longer?.heldUntil).not.toBe(ends?.heldUntil);
    expect(tierOf(award("ann", "gold", long), award("anna", "gold", short))).toEqual(longer);
    expect(tierOf(award("ann", "gold", short), award("anna", "gold", long))).toEqual(longer);
    const twice = ledgerOf(
      [
        grant("anna", { amount: 10 }),
        {
          ...shared,
          member: "anna",
          kind: "redeem",
          key: "v2",
          redemption: "R2",
          request: { use: "reward", reward: "ten", voucher: "V" },
        },
      ],
      { from: equal, programme },
    );
    expect(refusalOf({ from: ann, to: twice }, merge(), programme)).toEqual({
      code: "already-there",
      what: "voucher",
      id: "V",
    });
  });

  test("LOY-3: reservations are ended first, a household is not merged, and no merge is dated back", () => {
    const anna = ledgerOf([enrol("anna")]);
    const holding = ledgerOf([
      enrol("ann"),
      grant("ann", { amount: 50 }),
      {
        kind: "reserve",
        key: "r",
        member: "ann",
        redemption: "R",
        request: { use: "payment", order: "A", payable: { amount: 10, currency: "NZD" } },
        occurredAt: at("2026-02-01", "11:45"),
      },
    ]);
    const refused = { code: "not-possible-now", what: "merge" };
    expect(refusalOf({ from: holding, to: anna })).toEqual({
      ...refused,
      state: "open-reservations",
    });
    // Half an hour later it has fallen back by itself.
    const later = merge({ occurredAt: at("2026-02-01", "12:15") });
    expect(balanceOf(merged({ from: holding, to: anna }, later).to)).toBe(50);
    expect(refusalOf({ from: holding, to: anna }, merge({ occurredAt: at("2026-01-20") }))).toEqual(
      {
        ...refused,
        state: "later-events",
      },
    );
    const home = ledgerOf([enrol("anna", { holder: "household" })]);
    expect(refusalOf({ from: holding, to: home })).toEqual({ ...refused, state: "household" });
  });

  test("LOY-3: more lots than one event numbers keep their order", () => {
    const many = Array.from({ length: 1003 }, (_, index) =>
      grant("ann", { amount: 1 + (index % 7), key: `g${index}`, through: "2026-12-31" }),
    );
    const ann = ledgerOf([enrol("ann"), ...many]);
    const { to } = merged({ from: ann, to: ledgerOf([enrol("anna")]) });
    expect(lotsOf(to).map(({ original }) => original)).toEqual(lotsOf(ann).map(({ open }) => open));
  });
});

describe("LOY-3: after a merge, records go on in the account that remains", () => {
  const programme = programmeOf({
    earning: [
      {
        id: "all",
        kind: "beans",
        trigger: "order",
        award: { form: "per-amount", points: 1, per: 100 },
      },
    ],
    tiers: {
      tiers: [
        { id: "base" },
        { id: "silver", reach: { all: [{ metric: "spend", atLeast: 10000 }] } },
      ],
      period: { kind: "calendar-year" },
      upgrade: "at-once",
      keepThrough: "next-period",
      landing: "one-tier-down",
      crossing: "before",
    },
    rewards: [
      { id: "cap", cost: 10, form: "product", memberLimit: 1 },
      { id: "ten", cost: 10, form: "voucher", amount: 1000, validDays: 60 },
    ],
  });
  const shared = { member: "ann", occurredAt: at("2026-01-12") } as const;
  const redeem = (redemption: string, request: object, said: object = {}): LoyaltyCommand =>
    ({
      ...shared,
      kind: "redeem",
      key: `redeem-${redemption}`,
      redemption,
      request,
      ...said,
    }) as LoyaltyCommand;
  const COMMANDS = [
    enrol("ann"),
    order("ann", { id: "A", amount: 12000 }),
    redeem("R", {
      use: "payment",
      order: "B",
      payable: { amount: 5000, currency: "NZD" },
      points: 40,
    }),
    order("ann", { id: "B", amount: 5000, day: "2026-01-13" }),
    redeem("C", { use: "reward", reward: "cap" }),
  ];
  const back = (said: object = {}): LoyaltyCommand => ({
    kind: "return-order",
    key: "back",
    member: "anna",
    order: "A",
    return: "A-1",
    occurredAt: at("2026-02-10"),
    ...said,
  });
  const ann = ledgerOf(COMMANDS, { programme });
  const anna = ledgerOf([enrol("anna")], { programme });
  const both = merged({ from: ann, to: anna }, merge(), programme);
  const outcome = (state: LoyaltyState, command: LoyaltyCommand) => {
    const decided = decideLoyalty(state, command, optionsOf(programme, command.key));
    return decided.ok ? "taken in" : decided.error;
  };

  test("LOY-3: a return takes points and tier from the account that remains, as it would have from the other", () => {
    expect([ann.tier?.tier, both.to.tier?.tier]).toEqual(["silver", "silver"]);
    for (const id of ["A", "B"]) {
      const alone = ledgerOf([back({ member: "ann", order: id })], { from: ann, programme });
      const state = ledgerOf([back({ order: id })], { from: both.to, programme });
      expect(balanceOf(state)).toBe(balanceOf(alone));
      expect(state.tier?.tier).toBe(alone.tier?.tier);
      expect(isBalanced(state)).toBe(true);
    }
    const state = ledgerOf([back(), back({ key: "b", order: "B", return: "B-1" })], {
      from: both.to,
      programme,
    });
    expect(balanceOf(state)).toBe(-10);
    expect([...orderedEntries(state.orderTimes)]).toEqual([]);
    expect(state.orderCount).toBe(0);
  });

  test("LOY-3: the account that is closed refuses a return and names the account that remains", () => {
    expect(outcome(both.from, back({ member: "ann" }))).toEqual({
      code: "not-possible-now",
      what: "return",
      state: "merged into anna",
    });
    const early = { occurredAt: at("2026-01-31") };
    expect(outcome(both.to, back(early))).toEqual({
      code: "not-possible-now",
      what: "return",
      state: "merged-later",
    });
    const closed = ledgerOf(
      [{ ...shared, kind: "close", key: "close", why: "asked", occurredAt: at("2026-02-01") }],
      { from: ann, programme },
    );
    expect(outcome(closed, back({ member: "ann" }))).toBe("taken in");
  });

  test("LOY-3: no order, redemption or claim counts twice, and the first purchase stays the first", () => {
    const again = { code: "already-there", what: "order", id: "A" };
    for (const day of ["2026-01-11", "2026-02-02"]) {
      expect(outcome(both.to, order("anna", { id: "A", amount: 1, day }))).toEqual(again);
    }
    expect(both.to.orderCount).toBe(2);
    const later = { member: "anna", occurredAt: at("2026-02-02") };
    expect(outcome(both.to, redeem("R", { use: "cashback", points: 5 }, later))).toMatchObject({
      code: "already-there",
    });
    expect(outcome(both.to, redeem("D", { use: "reward", reward: "cap" }, later))).toMatchObject({
      code: "limit-reached",
      limit: "member-claims",
    });
  });

  test("LOY-3: where both hold an order of the same id, that of the account that remains counts", () => {
    const own = ledgerOf([enrol("anna"), order("anna", { id: "A", amount: 700 })], { programme });
    const { to } = merged({ from: ann, to: own }, merge(), programme);
    expect(balanceOf(to)).toBe(balanceOf(ann) + 7);
    expect(to.orderCount).toBe(2);
    const state = ledgerOf([back()], { from: to, programme });
    expect(balanceOf(state)).toBe(balanceOf(ann));
    expect(isBalanced(state)).toBe(true);
  });

  test("LOY-3: a voucher that was used in part or whole comes over with its uses", () => {
    const use = (amount: number): LoyaltyState =>
      ledgerOf(
        [
          redeem("V", { use: "reward", reward: "ten", voucher: "V", order: "A" }),
          {
            ...shared,
            kind: "use-voucher",
            key: "u",
            voucher: "V",
            order: "Z",
            amount: { amount, currency: "NZD" },
          },
        ],
        { from: ann, programme },
      );
    for (const used of [300, 1000]) {
      const { to } = merged({ from: use(used), to: anna }, merge(), programme);
      expect(
        [...orderedEntries(to.vouchers)].map(([, { left, amount }]) => [left, amount]),
      ).toEqual([[1000 - used, 1000]]);
    }
  });

  test("LOY-3: what was passed on counts against the month, and records come over a second merge", () => {
    const gave = decideTransfer(
      { from: ann, to: ledgerOf([enrol("cid")], { programme }) },
      {
        kind: "transfer-points",
        as: "transfer",
        key: "gift",
        member: "ann",
        to: "cid",
        points: { kind: "beans", amount: 7 },
        occurredAt: at("2026-01-15"),
      },
      optionsOf(programme),
    );
    if (!gave.ok) throw new Error(gave.error.code);
    const one = merged({ from: after(ann, gave.value.from), to: anna }, merge(), programme);
    expect(one.to.passedOn).toEqual({ "transfer:2026-01": 7 });
    const next = merge({ member: "anna", to: "anne", key: "next", occurredAt: at("2026-02-05") });
    const two = merged(
      { from: one.to, to: ledgerOf([enrol("anne")], { programme }) },
      next,
      programme,
    );
    expect(two.to.account?.mergedFrom).toEqual(["ann", "anna"]);
    expect(two.to.passedOn).toEqual({ "transfer:2026-01": 7 });
    const alone = ledgerOf([back({ member: "ann" })], {
      from: after(ann, gave.value.from),
      programme,
    });
    const state = ledgerOf([back({ member: "anne" })], { from: two.to, programme });
    expect(balanceOf(state)).toBe(balanceOf(alone));
    expect(outcome(two.to, back({ member: "anne", occurredAt: at("2026-02-04") }))).toMatchObject({
      state: "merged-later",
    });
  });

  test("LOY-3: an audit of both ledgers finds nothing, whatever was spent, owed, expired or given back", () => {
    const spent = fc.integer({ min: 2, max: 110 });
    const whole = fc.integer({ min: 10, max: 200 });
    fc.assert(
      fc.property(spent, fc.boolean(), whole, fc.boolean(), (points, isBack, taken, isLate) => {
        const commands: LoyaltyCommand[] = [
          enrol("ann"),
          order("ann", { id: "A", amount: 12000 }),
          redeem("R", {
            use: "payment",
            order: "B",
            payable: { amount: 9000, currency: "NZD" },
            points,
          }),
          order("ann", { id: "B", amount: 9000, day: "2026-01-13" }),
          { ...owe("ann", taken), occurredAt: at("2026-01-20") },
          ...(isBack ? [back({ member: "ann", order: "B", occurredAt: at("2026-01-21") })] : []),
        ];
        const from = eventsOf(commands);
        const to = eventsOf([enrol("anna"), order("anna", { id: "C", amount: 500 })]);
        const pair = { from: after(NO_LOYALTY, from), to: after(NO_LOYALTY, to) };
        // A year later all of it has expired.
        const command = merge({ occurredAt: at(isLate ? "2027-06-01" : "2026-02-01") });
        const decided = decide(pair, command, programme);
        if (!decided.ok) throw new Error(JSON.stringify(decided.error));
        const all = [...to, ...decided.value.to];
        const remaining = after(NO_LOYALTY, all);
        const returned = decideLoyalty(
          remaining,
          back({ key: "last", occurredAt: at("2027-06-02") }),
          optionsOf(programme, "last"),
        );
        if (!returned.ok) throw new Error(JSON.stringify(returned.error));
        const ledgers = [
          [...from, ...decided.value.from],
          [...all, ...returned.value],
        ];
        for (const events of ledgers) {
          expect(auditLedger(events)).toEqual([]);
          expect(isBalanced(after(NO_LOYALTY, events))).toBe(true);
          expect(replayLoyalty(events.toReversed())).toEqual(after(NO_LOYALTY, events));
          for (const event of events) expect(loyaltyEventSchema.parse(event)).toEqual(event);
        }
      }),
    );
  });

  const eventsOf = (commands: readonly LoyaltyCommand[]): readonly LoyaltyEvent[] => {
    const events: LoyaltyEvent[] = [];
    for (const command of commands) {
      const decided = decideLoyalty(
        after(NO_LOYALTY, events),
        command,
        optionsOf(programme, command.key),
      );
      if (!decided.ok) throw new Error(`${command.kind}: ${JSON.stringify(decided.error)}`);
      events.push(...decided.value);
    }
    return events;
  };
});

describe("LOY-3: part of a ledger goes to another", () => {
  const part = (said: SplitLedger["part"], more: Partial<SplitLedger> = {}): SplitLedger => ({
    kind: "split-ledger",
    key: "split",
    member: "home",
    to: "ann",
    part: said,
    occurredAt: at("2026-02-01"),
    ...more,
  });
  const home = ledgerOf([
    enrol("home", { holder: "household" }),
    grant("home", { amount: 50, through: "2026-06-30" }),
    grant("home", { amount: 20, kind: "later", day: "2026-01-25" }),
  ]);
  const ann = ledgerOf([enrol("ann")]);
  const [beans, later] = lotsOf(home).map(({ id }) => id) as [string, string];
  const split = (command: SplitLedger, pair: Pair = { from: home, to: ann }) =>
    splitLedger(pair, command, optionsOf(programmeOf(), command.key));

  test("LOY-3: named lots go in whole or in part, pending ones too, and keep their terms", () => {
    const decided = split(part({ lots: [{ lot: later }, { lot: beans, points: 15 }] }));
    if (!decided.ok) throw new Error(decided.error.code);
    const from = after(home, decided.value.from);
    const to = after(ann, decided.value.to);
    const [pending, active] = lotsOf(to);
    const terms = ({
      kind,
      activeFrom,
      expiresAt,
      priority,
    }: object & Record<string, unknown>) => ({
      kind,
      activeFrom,
      expiresAt,
      priority,
    });
    expect([pending!.open, active!.open]).toEqual([20, 15]);
    expect(terms({ ...pending })).toEqual(terms({ ...lotsOf(home)[1] }));
    expect(terms({ ...active })).toEqual(terms({ ...lotsOf(home)[0] }));
    expect([balanceOf(from), balanceOf(from, "later")]).toEqual([35, 0]);
    expect([isBalanced(from), isBalanced(to)]).toEqual([true, true]);
  });

  test("LOY-3: a merge is undone by the lots that came by it", () => {
    const anna = ledgerOf([enrol("anna"), grant("anna", { amount: 9 })]);
    const one = ledgerOf([enrol("ann"), grant("ann", { amount: 50 })]);
    const { to } = merged({ from: one, to: anna });
    const lots = lotsOf(to).filter(({ source }) => source.kind === "merge" && source.id === "ann");
    const command = part(
      { lots: lots.map(({ id: lot }) => ({ lot })) },
      { member: "anna", to: "ann2" },
    );
    const undone = split(command, { from: to, to: ledgerOf([enrol("ann2")]) });
    if (!undone.ok) throw new Error(undone.error.code);
    expect(balanceOf(after(to, undone.value.from))).toBe(9);
    expect(balanceOf(after(ledgerOf([enrol("ann2")]), undone.value.to))).toBe(50);
  });

  test("LOY-2: pending points that were split off and merged back are confirmed for their order", () => {
    const one = ledgerOf([enrol("home"), order("home", { id: "A", amount: 4000 })]);
    const [lot] = lotsOf(one);
    const away = split(part({ lots: [{ lot: lot!.id }] }), { from: one, to: ann });
    if (!away.ok) throw new Error(away.error.code);
    const pair = { from: after(ann, away.value.to), to: after(one, away.value.from) };
    const { to } = merged(pair, merge({ to: "home", occurredAt: at("2026-02-02") }));
    const confirm = {
      kind: "confirm",
      key: "out",
      member: "home",
      action: "checkout",
      of: "A",
    } as const;
    const confirmed = ledgerOf([{ ...confirm, occurredAt: at("2026-02-03") }], { from: to });
    expect(walletBalance(confirmed, "stay", { asOf: at("2026-02-03") }).active).toBe(40);
  });

  test("LOY-3: points of a kind go in burn order; what is not there is refused with the numbers", () => {
    const given = split(part({ points: { kind: "beans", amount: 30 } }));
    expect(given.ok && balanceOf(after(ann, given.value.to))).toBe(30);
    const error = (command: SplitLedger) => {
      const decided = split(command);
      return decided.ok ? "taken in" : decided.error;
    };
    expect(error(part({ points: { kind: "beans", amount: 51 } }))).toEqual({
      code: "insufficient-points",
      needed: 51,
      available: 50,
    });
    expect(error(part({ points: { kind: "stars", amount: 1 } }))).toMatchObject({
      code: "unknown",
    });
    expect(error(part({ lots: [] }))).toMatchObject({ code: "invalid-field", field: "part.lots" });
    expect(error(part({ lots: [{ lot: "9" }] }))).toEqual({
      code: "unknown",
      what: "lot",
      id: "9",
    });
    expect(error(part({ lots: [{ lot: beans, points: 51 }] }))).toEqual({
      code: "more-than-left",
      what: `lot ${beans}`,
      left: 50,
      asked: 51,
    });
    expect(error(part({ lots: [{ lot: beans, points: 0 }] }))).toMatchObject({
      field: "part.lots[0].points",
    });
    expect(error(part({ lots: [{ lot: beans }, { lot: beans }] }))).toMatchObject({
      code: "already-there",
    });
    expect(error(part({ lots: [{ lot: later }] }, { occurredAt: at("2026-01-20") }))).toMatchObject(
      {
        code: "unknown",
      },
    );
  });
});

describe("LOY-3: whatever is merged", () => {
  const amount = fc.integer({ min: 1, max: 90 });
  const day = fc.integer({ min: 3, max: 28 }).map((one) => String(one).padStart(2, "0"));
  const move = fc.oneof(
    fc.record({ what: fc.constant("give" as const), amount, day }),
    fc.record({ what: fc.constant("idle" as const), amount, day }),
    fc.record({ what: fc.constant("take" as const), amount, day }),
  );
  const history = fc.array(move, { maxLength: 8 });

  const ledger = (
    member: string,
    moves: readonly { what: string; amount: number; day: string }[],
  ) =>
    ledgerOf([
      enrol(member),
      ...moves
        .toSorted((a, b) => (a.day < b.day ? -1 : 1))
        .map((one, index): LoyaltyCommand => {
          const shared = { amount: one.amount, day: `2026-01-${one.day}`, key: `k${index}` };
          if (one.what === "give")
            return grant(member, { ...shared, through: `2026-03-${one.day}` });
          if (one.what === "idle") return grant(member, { ...shared, kind: "idle" });
          return { ...owe(member, one.amount), key: `k${index}`, occurredAt: at(shared.day) };
        }),
    ]);

  test("LOY-3: balances add up, debts net, and no point lasts longer", () => {
    fc.assert(
      fc.property(history, history, (one, other) => {
        const pair = { from: ledger("ann", one), to: ledger("anna", other) };
        const { from, to } = merged(pair);
        expect([isBalanced(from), isBalanced(to)]).toEqual([true, true]);
        for (const kind of ["beans", "idle"]) {
          const before = balanceOf(pair.from, kind) + balanceOf(pair.to, kind);
          expect(balanceOf(to, kind)).toBe(before);
          expect(balanceOf(from, kind)).toBe(0);
          const total = to.wallets[kind]?.totals;
          // Nobody holds points and owes at the same time.
          expect(Math.min(total?.open ?? 0, 0 - (total?.deficit ?? 0))).toBe(0);
          const latest = (state: LoyaltyState) =>
            lotsOf(state)
              .filter((lot) => lot.kind === kind && lot.original > lot.clawedBack)
              .map((lot) => lotEnd(lot, state.wallets[kind]?.lapsesAt) ?? "~")
              .sort()
              .at(-1) ?? "";
          const ends = [latest(pair.from), latest(pair.to)].sort();
          expect(latest(to) <= ends[1]!).toBe(true);
        }
      }),
    );
  });

  test("LOY-3: a replay of what both ledgers took in gives the same states", () => {
    fc.assert(
      fc.property(history, history, (one, other) => {
        const pair = { from: ledger("ann", one), to: ledger("anna", other) };
        const decided = decide(pair);
        if (!decided.ok) throw new Error(decided.error.code);
        const { from, to } = decided.value;
        expect(replayLoyalty(from.toReversed(), pair.from)).toEqual(after(pair.from, from));
        expect(replayLoyalty(to.toReversed(), pair.to)).toEqual(after(pair.to, to));
      }),
    );
  });
});

test("LOY-3: an account that was merged takes in nothing more", () => {
  const programme: LoyaltyProgramme = programmeOf();
  const ann = ledgerOf([enrol("ann"), grant("ann", { amount: 50 })]);
  const { from } = merged({ from: ann, to: ledgerOf([enrol("anna")]) }, merge(), programme);
  expect(() => ledgerOf([grant("ann", { amount: 5, day: "2026-02-02" })], { from })).toThrow(
    "account-not-active",
  );
});
