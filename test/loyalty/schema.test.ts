import fc from "fast-check";
import {
  decideLoyalty,
  decideReferral,
  decideTransfer,
  mergeLedgers,
  DEFAULT_EARNING_POLICY,
  DEFAULT_RETURN_POLICY,
  evolveLoyalty,
  loyaltyProgramme,
  NO_LOYALTY,
  type LoyaltyCommand,
  type LoyaltyEvent,
  type LoyaltyEventKind,
  type LoyaltyProgrammeDefinition,
  type LoyaltyState,
} from "goodwill/loyalty";
import { instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import {
  earningCapSchema,
  earningRuleSchema,
  hourWindowSchema,
  loyaltyCommandSchema,
  loyaltyEventSchema,
  loyaltyProgrammeDefinitionSchema,
  pointKindSchema,
} from "../../src/loyalty/schema.js";
import type * as schemas from "../../src/loyalty/schema.js";
import type * as loyalty from "../../src/loyalty/index.js";
import { programmes } from "./proof/programmes.js";
import { beginning, commandOf, enrolment, histories } from "./proof/steps.js";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

type Parsed<Name extends keyof typeof schemas> = Writable<z.infer<(typeof schemas)[Name]>>;

const half = { numerator: 1, denominator: 2 };
const rolling = { kind: "rolling", count: 12, unit: "months", through: "month" } as const;

/** A programme that says something in every field. */
const DEFINITION: LoyaltyProgrammeDefinition = {
  id: "all",
  version: 3,
  zone: timeZone("Europe/London"),
  currency: "GBP",
  kinds: [
    {
      id: "points",
      purpose: "redeemable",
      burnPriority: -1,
      activation: { kind: "at-once" },
      expiry: rolling,
      expiryByTier: { gold: { kind: "never" } },
      value: { points: 100, amount: 50, currency: "GBP" },
      reinstatementDays: 30,
    },
    {
      id: "promo",
      purpose: "promotional",
      activation: { kind: "on-confirmation", action: "delivery" },
      expiry: { kind: "inactivity", count: 90, unit: "days" },
    },
    {
      id: "status",
      purpose: "qualifying",
      activation: { kind: "after-days", days: 2 },
      expiry: { kind: "yearly", month: 2, day: 31, minimumDays: 30 },
    },
  ],
  earning: [
    {
      id: "base",
      kind: "points",
      trigger: "order",
      award: { form: "per-amount", points: 1, per: 100, blocks: "proportional" },
      lines: {
        products: ["a", "b"],
        categories: ["c"],
        exceptProducts: ["x"],
        exceptCategories: ["y"],
      },
      from: plainDate("2026-01-01"),
      through: plainDate("2030-01-01"),
      stacking: "stackable",
      priority: 5,
      group: "g",
      caps: [{ per: "month", points: 5_000, times: 50 }],
      campaign: "spring",
      budget: "pot",
      activation: { kind: "at-once" },
      expiry: rolling,
      burnPriority: 99_999,
    },
    {
      id: "twice",
      kind: "points",
      trigger: "order",
      award: { form: "multiplier", factor: { numerator: 2, denominator: 1 } },
      when: {
        channels: ["web"],
        weekdays: [1, 7],
        hours: [{ from: "22:00", to: "24:00" }],
        segments: ["s"],
        tiers: ["gold"],
        clubs: ["friends"],
        birthdayWithinDays: 0,
        anniversaryWithinDays: 3,
        firstPurchase: true,
        streak: { orders: 2, withinDays: 7 },
        orderAtLeast: 1,
        facts: { a: "b", c: 1, d: true },
        all: [{ not: { any: [{ channels: ["shop"] }, { weekdays: [6] }] } }],
      },
      disabled: true,
    },
    {
      id: "review",
      kind: "promo",
      trigger: "review",
      award: { form: "fixed", points: 25 },
    },
    { id: "stay", kind: "status", trigger: "stay", award: { form: "per-unit", points: 10 } },
  ],
  earningPolicy: {
    ...DEFAULT_EARNING_POLICY,
    caps: [{ per: "day", points: 9_000, kind: "points" }],
    campaigns: [{ id: "spring", caps: [{ per: "ever", times: 99 }] }],
  },
  redemption: {
    kinds: ["points", "promo"],
    payment: { points: 1, amount: 1 },
    minimumPoints: 5,
    orderShare: half,
    reservationMinutes: 30,
  },
  rewards: [
    { id: "mug", form: "product", cost: 10, unitsPerClaim: 2, memberLimit: 5, stock: "mugs" },
    { id: "card", form: "voucher", cost: 20, amount: 500, validDays: 30, fromTier: "blue" },
  ],
  returns: { ...DEFAULT_RETURN_POLICY, expired: { kind: "forfeit" } },
  tiers: {
    tiers: [
      { id: "blue", benefits: [{ id: "wifi" }] },
      {
        id: "gold",
        reach: { any: [{ metric: "nights", atLeast: 2 }] },
        keep: { all: [{ metric: "points", atLeast: 2 }] },
        benefits: [{ id: "late", name: "Late checkout" }],
      },
      { id: "black" },
    ],
    qualifyingKind: "status",
    period: { kind: "calendar-year", startMonth: 1 },
    upgrade: "at-once",
    keepThrough: "this-period",
    graceMonths: 1,
    landing: "qualified-tier",
    rollover: "excess",
    crossing: "split",
  },
  clubs: [
    {
      id: "friends",
      invitationOnly: true,
      fromTier: "blue",
      months: 12,
      benefits: [{ id: "tea" }],
    },
  ],
  transfer: { kinds: ["points"], minimumPoints: 1, monthlyPoints: 1_000 },
  household: { members: 2, kinds: ["points"], monthlyPoints: 1_000 },
  partners: [{ id: "bank", issues: ["points"], accepts: ["points"] }],
  referral: {
    kind: "points",
    referrerPoints: 50,
    friendPoints: 25,
    orderAtLeast: 100,
    withinDays: 60,
    monthlyFriends: 5,
  },
  leapDay: "mar1",
};

const programme = loyaltyProgramme(DEFINITION);
const left = { pot: 10_000, mugs: 10 };
const day = (date: string) => instant(`${date}T12:00:00Z`);
const money = (amount: number) => ({ amount, currency: "GBP" }) as const;

type Said = LoyaltyCommand extends infer Command
  ? Command extends LoyaltyCommand
    ? Omit<Command, "key" | "member" | "occurredAt">
    : never
  : never;

const line = { id: "1", product: "a", category: "c", quantity: 2, amount: money(30_000) };
const order = { id: "o-1", lines: [line], channel: "web", nights: 3, visits: 1, segments: ["s"] };
const dollars = { amount: 20_000, currency: "USD" } as const;
const voucher = { use: "reward", reward: "card", voucher: "v-1", recipient: "tom" } as const;
const payment = { use: "payment", order: "o-2", payable: money(1_000), points: 20 } as const;

/** Commands of every kind, each taken in: by the day of their month in 2026. */
const COMMANDS: readonly (readonly [date: string, said: Said])[] = [
  [
    "2026-01-01",
    { kind: "enrol", birthday: plainDate("1990-02-28"), card: "c-1", holder: "member" },
  ],
  ["2026-01-02", { kind: "replace-card", card: "c-2", replaces: "c-1", why: "lost" }],
  ["2026-01-02", { kind: "issue-card", card: "c-3" }],
  ["2026-01-02", { kind: "block-card", card: "c-3", why: "found" }],
  ["2026-01-03", { kind: "record-order", order: { ...order, facts: { a: "b", c: 1, d: true } } }],
  [
    "2026-01-04",
    {
      kind: "record-order",
      order: {
        id: "o-usd",
        lines: [{ ...line, amount: dollars, earns: true }],
        rate: { numerator: 4, denominator: 5 },
      },
    },
  ],
  ["2026-01-04", { kind: "record-activity", activity: "r-1", trigger: "review", quantity: 1 }],
  ["2026-01-05", { kind: "record-activity", activity: "s-1", trigger: "stay", nights: 1 }],
  ["2026-01-05", { kind: "confirm", action: "delivery", of: "r-1" }],
  ["2026-01-06", { kind: "redeem", redemption: "p-1", request: voucher }],
  ["2026-01-06", { kind: "use-voucher", voucher: "v-1", amount: money(100), order: "o-x" }],
  ["2026-01-06", { kind: "void-voucher", voucher: "v-1", why: "stolen" }],
  [
    "2026-01-06",
    { kind: "redeem", redemption: "p-2", request: { use: "reward", reward: "mug", quantity: 3 } },
  ],
  ["2026-01-06", { kind: "redeem", redemption: "p-3", request: { use: "cashback", points: 10 } }],
  [
    "2026-01-06",
    {
      kind: "redeem",
      redemption: "p-4",
      request: { use: "partner", partner: "bank", kind: "points", points: 5 },
    },
  ],
  ["2026-01-07", { kind: "reserve", redemption: "p-5", request: payment }],
  ["2026-01-07", { kind: "commit", redemption: "p-5" }],
  ["2026-01-07", { kind: "record-order", order: { ...order, id: "o-2" } }],
  ["2026-01-07", { kind: "reserve", redemption: "p-6", request: { ...payment, order: "o-3" } }],
  ["2026-01-07", { kind: "release", redemption: "p-6" }],
  ["2026-01-07", { kind: "reserve", redemption: "p-7", request: { ...payment, order: "o-4" } }],
  [
    "2026-01-08",
    { kind: "return-order", order: "o-2", return: "b-1", lines: [{ line: "1", quantity: 1 }] },
  ],
  [
    "2026-01-08",
    {
      kind: "return-order",
      order: "o-usd",
      return: "b-2",
      lines: [{ line: "1", quantity: 0, amount: { ...dollars, amount: 50 } }],
    },
  ],
  ["2026-01-08", { kind: "return-order", order: "o-2", return: "b-3" }],
  [
    "2026-01-09",
    {
      kind: "grant-points",
      points: { kind: "points", amount: 40 },
      why: "sorry",
      through: plainDate("2026-02-01"),
    },
  ],
  [
    "2026-01-09",
    { kind: "grant-points", points: { kind: "points", amount: 60 }, why: "card", partner: "bank" },
  ],
  [
    "2026-01-10",
    { kind: "extend-expiry", pointKind: "points", through: plainDate("2028-01-31"), why: "kind" },
  ],
  ["2026-01-11", { kind: "invite-to-club", club: "friends" }],
  ["2026-01-11", { kind: "join-club", club: "friends" }],
  ["2026-01-11", { kind: "leave-club", club: "friends" }],
  [
    "2026-01-12",
    { kind: "award-tier", tier: "black", through: plainDate("2026-06-30"), why: "birthday" },
  ],
  ["2026-01-12", { kind: "pause", why: "asked" }],
  ["2026-01-13", { kind: "resume", why: "asked" }],
  [
    "2026-01-14",
    { kind: "claw-back-points", points: { kind: "points", amount: 90_000 }, why: "fraud" },
  ],
  ["2028-03-01", { kind: "settle" }],
  ["2028-03-01", { kind: "close", why: "asked" }],
];

interface Ledger {
  readonly events: readonly LoyaltyEvent[];
  readonly state: LoyaltyState;
}

const EMPTY: Ledger = { events: [], state: NO_LOYALTY };

function taken(ledger: Ledger, events: readonly LoyaltyEvent[]): Ledger {
  return {
    events: [...ledger.events, ...events],
    state: events.reduce(evolveLoyalty, ledger.state),
  };
}

function commandsOf(member: string, told: typeof COMMANDS): LoyaltyCommand[] {
  return told.map(([date, said], index) => {
    const head = {
      key: `${member}-${String(index)}`,
      member,
      occurredAt: day(date),
      cause: "test",
    };
    return { ...head, ...said };
  });
}

function ledgerOf(commands: readonly LoyaltyCommand[], begun: Ledger = EMPTY): Ledger {
  return commands.reduce((ledger, command) => {
    const ids = (index: number) => `${command.key}#${String(index)}`;
    const now = command.occurredAt;
    const decided = decideLoyalty(ledger.state, command, { now, programme, ids, left });
    if (!decided.ok)
      throw new Error(`${command.key} ${command.kind}: ${JSON.stringify(decided.error)}`);
    return taken(ledger, decided.value);
  }, begun);
}

/** What takes two ledgers: a household joined and paid into, and a recommendation made, rewarded and taken back. */
function eventsOfTwo(): readonly LoyaltyEvent[] {
  const household = [
    ["2026-01-01", { kind: "enrol", holder: "household" }],
    ["2026-01-02", { kind: "add-person", person: "cat" }],
  ] as const;
  let home = ledgerOf(commandsOf("home", household));
  let cat = ledgerOf(commandsOf("cat", [["2026-01-01", { kind: "enrol" }]]));
  let dan = ledgerOf(commandsOf("dan", [["2026-01-02", { kind: "enrol", referredBy: "cat" }]]));
  const ids = (index: number) => `two#${String(index)}`;
  const pair = { referrer: "cat", friend: "dan" };
  const refer = (command: loyalty.ReferralCommand) => {
    const options = { now: command.occurredAt, programme, ids };
    const decided = decideReferral({ referrer: cat.state, friend: dan.state }, command, options);
    if (!decided.ok) throw new Error(decided.error.code);
    cat = taken(cat, decided.value.referrer);
    dan = taken(dan, decided.value.friend);
  };
  refer({
    ...pair,
    kind: "register-referral",
    key: "r-1",
    chain: [],
    occurredAt: day("2026-01-02"),
  });
  const bought: Said = { kind: "record-order", order: { ...order, id: "d-1" } };
  dan = ledgerOf(
    commandsOf("dan-1", [["2026-01-03", bought]]).map((one) => ({ ...one, member: "dan" })),
    dan,
  );
  refer({
    ...pair,
    kind: "qualify-referral",
    key: "r-2",
    order: "d-1",
    occurredAt: day("2026-01-04"),
  });
  const options = { now: day("2026-01-05"), programme, ids };
  const points = { kind: "points", amount: 30 };
  const paid = { kind: "transfer-points", as: "household", to: "home", points } as const;
  const sent = { ...paid, key: "t-1", member: "cat", occurredAt: options.now };
  const decided = decideTransfer({ from: cat.state, to: home.state }, sent, options);
  if (!decided.ok) throw new Error(decided.error.code);
  cat = taken(cat, decided.value.from);
  home = taken(home, decided.value.to);
  home = ledgerOf(
    commandsOf("home-1", [["2026-01-05", { kind: "remove-person", person: "cat" }]]).map((one) => ({
      ...one,
      member: "home",
    })),
    home,
  );
  const back: Said = { kind: "return-order", order: "d-1", return: "d-b" };
  dan = ledgerOf(
    commandsOf("dan-2", [["2026-01-06", back]]).map((one) => ({ ...one, member: "dan" })),
    dan,
  );
  refer({
    ...pair,
    kind: "reverse-referral",
    key: "r-3",
    order: "d-1",
    occurredAt: day("2026-01-07"),
  });
  const merge = { kind: "merge-ledgers", key: "m-1", member: "dan", to: "cat" } as const;
  const merged = mergeLedgers(
    { from: dan.state, to: cat.state },
    { ...merge, occurredAt: day("2026-01-08") },
    { ...options, now: day("2026-01-08") },
  );
  if (!merged.ok) throw new Error(merged.error.code);
  cat = taken(cat, merged.value.to);
  return [...home.events, ...cat.events, ...dan.events];
}

/** Events as a store gives them back. */
function stored<Fact>(facts: readonly Fact[]): Fact[] {
  return JSON.parse(JSON.stringify(facts)) as Fact[];
}

describe("the schemas of the room", () => {
  test("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<Parsed<"activationRuleSchema">>().toEqualTypeOf<
      Writable<loyalty.ActivationRule>
    >();
    expectTypeOf<Parsed<"expiryRuleSchema">>().toEqualTypeOf<Writable<loyalty.ExpiryRule>>();
    expectTypeOf<Parsed<"pointValueSchema">>().toEqualTypeOf<Writable<loyalty.PointValue>>();
    expectTypeOf<Parsed<"pointKindSchema">>().toEqualTypeOf<Writable<loyalty.PointKind>>();
    expectTypeOf<Parsed<"hourWindowSchema">>().toEqualTypeOf<Writable<loyalty.HourWindow>>();
    expectTypeOf<Parsed<"earningConditionSchema">>().toEqualTypeOf<
      Writable<loyalty.EarningCondition>
    >();
    expectTypeOf<Parsed<"earningAwardSchema">>().toEqualTypeOf<Writable<loyalty.EarningAward>>();
    expectTypeOf<Parsed<"earningCapSchema">>().toEqualTypeOf<Writable<loyalty.EarningCap>>();
    expectTypeOf<Parsed<"earningRuleSchema">>().toEqualTypeOf<Writable<loyalty.EarningRule>>();
    expectTypeOf<Parsed<"earningPolicySchema">>().toExtend<loyalty.EarningPolicy>();
    expectTypeOf<Writable<loyalty.EarningPolicy>>().toExtend<Parsed<"earningPolicySchema">>();
    expectTypeOf<Parsed<"redemptionPolicySchema">>().toEqualTypeOf<
      Writable<loyalty.RedemptionPolicy>
    >();
    expectTypeOf<Parsed<"rewardSchema">>().toExtend<loyalty.Reward>();
    expectTypeOf<Writable<loyalty.Reward>>().toExtend<Parsed<"rewardSchema">>();
    expectTypeOf<Parsed<"returnPolicySchema">>().toEqualTypeOf<Writable<loyalty.ReturnPolicy>>();
    expectTypeOf<Parsed<"tierQualificationSchema">>().toEqualTypeOf<
      Writable<loyalty.TierQualification>
    >();
    expectTypeOf<Parsed<"tierPolicySchema">>().toEqualTypeOf<Writable<loyalty.TierPolicy>>();
    expectTypeOf<Parsed<"clubDefinitionSchema">>().toEqualTypeOf<
      Writable<loyalty.ClubDefinition>
    >();
    expectTypeOf<Parsed<"loyaltyProgrammeDefinitionSchema">>().toEqualTypeOf<
      Writable<loyalty.LoyaltyProgrammeDefinition>
    >();
  });

  test("agree with the interfaces of commands and events, field by field", () => {
    expectTypeOf<Parsed<"loyaltyOrderSchema">>().toEqualTypeOf<Writable<loyalty.LoyaltyOrder>>();
    expectTypeOf<Parsed<"redemptionRequestSchema">>().toEqualTypeOf<
      Writable<loyalty.RedemptionRequest>
    >();
    expectTypeOf<Parsed<"loyaltyCommandSchema">>().toEqualTypeOf<Writable<LoyaltyCommand>>();
    expectTypeOf<Parsed<"pointsMovementSchema">>().toEqualTypeOf<
      Writable<loyalty.PointsMovement>
    >();
    expectTypeOf<Parsed<"issuedLotSchema">>().toEqualTypeOf<Writable<loyalty.IssuedLot>>();
    expectTypeOf<Parsed<"qualifyingEntrySchema">>().toEqualTypeOf<
      Writable<loyalty.QualifyingEntry>
    >();
    expectTypeOf<Parsed<"tierStandingSchema">>().toEqualTypeOf<Writable<loyalty.TierStanding>>();
    expectTypeOf<Parsed<"earningRecordSchema">>().toEqualTypeOf<Writable<loyalty.EarningRecord>>();
    expectTypeOf<Parsed<"recordedRedemptionSchema">>().toEqualTypeOf<
      Writable<loyalty.RecordedRedemption>
    >();
    expectTypeOf<Parsed<"returnedLineSchema">>().toEqualTypeOf<Writable<loyalty.ReturnedLine>>();
    expectTypeOf<Parsed<"returnReversalSchema">>().toEqualTypeOf<
      Writable<loyalty.ReturnReversal>
    >();
    expectTypeOf<Parsed<"loyaltyEventSchema">>().toEqualTypeOf<Writable<LoyaltyEvent>>();
  });

  test("a programme that says something in every field parses to itself", () => {
    expect(loyaltyProgrammeDefinitionSchema.parse(DEFINITION)).toEqual(DEFINITION);
    expect(loyaltyProgrammeDefinitionSchema.parse(stored([DEFINITION])[0])).toEqual(DEFINITION);
  });

  test("commands of every kind that are taken in, and all events they become, parse to themselves", () => {
    const commands = commandsOf("ann", COMMANDS);
    const { events } = ledgerOf(commands);
    const all = [...events, ...eventsOfTwo()];
    const kinds: Record<LoyaltyEventKind, true> = {
      "member-enrolled": true,
      "member-status-changed": true,
      "card-changed": true,
      "order-recorded": true,
      "activity-recorded": true,
      "points-granted": true,
      "points-clawed-back": true,
      "points-activated": true,
      "points-expired": true,
      "expiry-moved": true,
      "points-redeemed": true,
      "points-reserved": true,
      "reservation-ended": true,
      "voucher-changed": true,
      "order-returned": true,
      "tier-changed": true,
      "club-changed": true,
      "points-transferred": true,
      "household-changed": true,
      "records-taken-over": true,
      "referral-changed": true,
    };
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual(Object.keys(kinds).sort());
    for (const command of commands) expect(loyaltyCommandSchema.parse(command)).toEqual(command);
    for (const event of all) expect(loyaltyEventSchema.parse(event)).toEqual(event);
    for (const [index, event] of stored(all).entries()) {
      expect(loyaltyEventSchema.parse(event)).toEqual(all[index]);
    }
  });

  test("every drawn programme, its commands and the events of a drawn history parse to themselves", () => {
    fc.assert(
      fc.property(programmes, histories, (drawn, steps) => {
        expect(loyaltyProgrammeDefinitionSchema.parse(drawn)).toEqual(drawn);
        const told = beginning();
        let ledger = EMPTY;
        for (const command of [enrolment(), ...steps.map((step) => commandOf(told, step))]) {
          const ids = (index: number) => `e-${String(ledger.events.length + index)}`;
          const options = { now: told.now, programme: drawn, ids };
          const decided = decideLoyalty(ledger.state, command, options);
          if (!decided.ok) continue;
          expect(loyaltyCommandSchema.parse(command)).toEqual(command);
          ledger = taken(ledger, decided.value);
        }
        for (const event of stored(ledger.events)) {
          expect(loyaltyEventSchema.parse(event)).toEqual(event);
        }
      }),
    );
  });

  const enrolled = ledgerOf(commandsOf("ann", COMMANDS.slice(0, 1))).events[0]!;
  const command = commandsOf("ann", COMMANDS.slice(0, 1))[0]!;
  test.each([
    [loyaltyEventSchema, { ...enrolled, version: 2 }, "bring older events up"],
    [loyaltyEventSchema, { ...enrolled, kind: "member-joined" }, "Invalid"],
    [loyaltyEventSchema, { ...enrolled, note: "x" }, "Unrecognized"],
    [loyaltyEventSchema, { ...enrolled, sequence: 0 }, ">=1"],
    [loyaltyEventSchema, { ...enrolled, occurredAt: day("2026-01-02") }, "must not precede"],
    [loyaltyEventSchema, { ...enrolled, birthday: undefined }, "must be a day"],
    [loyaltyCommandSchema, { ...command, key: " " }, "must not be blank"],
    [loyaltyCommandSchema, { ...command, kind: "settle" }, "Unrecognized"],
    [loyaltyCommandSchema, { ...command, occurredAt: "today" }, "must be an instant"],
    [loyaltyProgrammeDefinitionSchema, { ...DEFINITION, zone: "Mars" }, "IANA"],
    [loyaltyProgrammeDefinitionSchema, { ...DEFINITION, currency: "XXX" }, "ISO 4217"],
    [loyaltyProgrammeDefinitionSchema, { ...DEFINITION, kinds: [] }, ">=1"],
    [
      loyaltyProgrammeDefinitionSchema,
      {
        ...DEFINITION,
        redemption: { ...DEFINITION.redemption, orderShare: { numerator: 2, denominator: 1 } },
      },
      "must be at most 1",
    ],
    [earningCapSchema, { per: "day" }, "must say points or times"],
    [hourWindowSchema, { from: "24:00", to: "01:00" }, "00:00 to 23:59"],
    [hourWindowSchema, { from: "01:00", to: "01:00" }, "must be another time"],
    [pointKindSchema, { id: "p", purpose: "redeemable", burnPriority: 100_000 }, "<=99999"],
    [
      earningRuleSchema,
      { ...DEFINITION.earning[0], from: plainDate("2031-01-01") },
      "must not precede from",
    ],
  ] as const)("case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });
});
