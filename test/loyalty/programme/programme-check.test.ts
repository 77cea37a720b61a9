import { describe, expect, test } from "vitest";
import type { LoyaltyProgrammeDefinition } from "../../../src/loyalty/programme/programme-definition.js";
import { loyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { plainDate } from "../../../src/shared/time/plain-date.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";

const asks = { all: [{ metric: "points", atLeast: 500 }] } as const;

/** A programme that says everything there is to say. */
const WHOLE: LoyaltyProgrammeDefinition = {
  id: "beans",
  version: 1,
  zone: timeZone("Europe/London"),
  currency: "GBP",
  kinds: [
    {
      id: "beans",
      purpose: "redeemable",
      burnPriority: -1,
      activation: { kind: "after-days", days: 14 },
      expiry: { kind: "rolling", count: 12, unit: "months", through: "month" },
      expiryByTier: { gold: { kind: "yearly", month: 12, day: 31, minimumDays: 0 } },
      value: { points: 100, amount: 50, currency: "GBP" },
      reinstatementDays: 10,
    },
    { id: "status", purpose: "qualifying" },
  ],
  earning: [
    {
      id: "coffee",
      kind: "beans",
      trigger: "order",
      award: { form: "per-amount", points: 1, per: 100, blocks: "proportional" },
      lines: { products: ["espresso"] },
      when: {
        weekdays: [1],
        hours: [{ from: "22:00", to: "24:00" }],
        tiers: ["gold"],
        clubs: ["roasters"],
        birthdayWithinDays: 0,
        streak: { orders: 3, withinDays: 7 },
        any: [{ not: { orderAtLeast: 500 } }],
      },
      from: plainDate("2026-03-01"),
      through: plainDate("2026-03-01"),
      caps: [{ per: "day", points: 100 }],
      campaign: "spring",
      activation: { kind: "on-confirmation", action: "delivery" },
    },
    {
      id: "double",
      kind: "beans",
      trigger: "order",
      award: { form: "multiplier", factor: { numerator: 2, denominator: 1 } },
    },
  ],
  earningPolicy: {
    paidByPoints: "earns",
    multipliers: "highest",
    rounding: "half-up",
    caps: [{ kind: "beans", per: "month", times: 5 }],
    campaigns: [{ id: "spring", caps: [{ per: "ever", points: 1000 }] }],
  },
  redemption: {
    kinds: ["beans"],
    payment: { points: 100, amount: 500 },
    minimumPoints: 0,
    orderShare: { numerator: 1, denominator: 2 },
    reservationMinutes: 30,
  },
  rewards: [
    { id: "mug", form: "product", cost: 100, unitsPerClaim: 2, fromTier: "gold" },
    { id: "five", form: "voucher", cost: 100, amount: 500, validDays: 30 },
  ],
  returns: { shortfall: "clamp", expired: { kind: "grace", days: 30 } },
  tiers: {
    tiers: [
      { id: "blue" },
      { id: "gold", reach: asks, keep: { any: [{ metric: "points", atLeast: 400 }] } },
    ],
    qualifyingKind: "status",
    period: { kind: "calendar-year", startMonth: 4 },
    upgrade: "next-period",
    keepThrough: "next-period",
    graceMonths: 0,
    landing: "one-tier-down",
    rollover: "excess",
    crossing: "split",
  },
  clubs: [{ id: "roasters", fromTier: "blue", months: 12, benefits: [{ id: "tasting" }] }],
  transfer: { kinds: ["beans"], minimumPoints: 1, monthlyPoints: 500 },
  household: { members: 2, kinds: ["beans"] },
  partners: [{ id: "bakery", issues: ["beans", "status"], accepts: ["beans"] }],
  referral: { kind: "beans", referrerPoints: 100, friendPoints: 50, withinDays: 90 },
  leapDay: "mar1",
};

/** The programme with one place changed, such as `earning.0.award.per`. */
function changed(path: string, value: unknown): LoyaltyProgrammeDefinition {
  const copy = structuredClone(WHOLE) as unknown as Record<string, unknown>;
  const names = path.split(".");
  const last = names.pop()!;
  let place = copy;
  for (const name of names) place = place[name] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return copy as unknown as LoyaltyProgrammeDefinition;
}

describe("checking the rules of a programme", () => {
  test("LOY-2: rules that say everything rightly are taken, and are not changed", () => {
    expect(loyaltyProgramme(WHOLE)).toEqual(WHOLE);
  });

  test.each<[string, unknown, string]>([
    ["id", " ", 'id must be a text that is not blank, got " "'],
    ["version", 0, "version must be an integer of at least 1, got 0"],
    ["zone", "Mars/Base", 'zone must be a time zone, got "Mars/Base"'],
    ["currency", "gbp", 'currency must be a currency, got "gbp"'],
    ["leapDay", "feb29", 'leapDay must be one of feb28, mar1, got "feb29"'],
    ["kinds", [], "kinds must be a list of at least one, got []"],
    ["kinds.1.id", "beans", 'kinds[1].id must be used only once, got "beans"'],
    [
      "kinds.0.purpose",
      "gift",
      'kinds[0].purpose must be one of redeemable, promotional, qualifying, partner, got "gift"',
    ],
    [
      "kinds.0.burnPriority",
      1.5,
      "kinds[0].burnPriority must be an integer from -99999 to 99999, got 1.5",
    ],
    [
      "kinds.0.burnPriority",
      100_000,
      "kinds[0].burnPriority must be an integer from -99999 to 99999, got 100000",
    ],
    [
      "kinds.0.activation.days",
      0,
      "kinds[0].activation.days must be an integer of at least 1, got 0",
    ],
    [
      "kinds.0.expiry.count",
      Number.NaN,
      "kinds[0].expiry.count must be an integer of at least 1, got NaN",
    ],
    [
      "kinds.0.expiry.unit",
      "weeks",
      'kinds[0].expiry.unit must be one of days, months, got "weeks"',
    ],
    [
      "kinds.0.expiry.through",
      "era",
      'kinds[0].expiry.through must be one of day, week, month, quarter, year, got "era"',
    ],
    [
      "kinds.0.expiry.kind",
      "soon",
      'kinds[0].expiry.kind must be one of never, rolling, yearly, inactivity, got "soon"',
    ],
    [
      "kinds.0.expiryByTier",
      { iron: { kind: "never" } },
      'kinds[0].expiryByTier must be by tiers of the programme, got "iron"',
    ],
    [
      "kinds.0.expiryByTier.gold.month",
      13,
      "kinds[0].expiryByTier.gold.month must be an integer from 1 to 12, got 13",
    ],
    [
      "kinds.0.expiryByTier.gold.day",
      32,
      "kinds[0].expiryByTier.gold.day must be an integer from 1 to 31, got 32",
    ],
    [
      "kinds.0.expiryByTier.gold.minimumDays",
      -1,
      "kinds[0].expiryByTier.gold.minimumDays must be an integer of at least 0, got -1",
    ],
    ["kinds.0.value.points", 0, "kinds[0].value.points must be an integer of at least 1, got 0"],
    [
      "kinds.0.value.amount",
      0.5,
      "kinds[0].value.amount must be an integer of at least 1, got 0.5",
    ],
    ["kinds.0.value.currency", "?", 'kinds[0].value.currency must be a currency, got "?"'],
    [
      "kinds.0.reinstatementDays",
      0,
      "kinds[0].reinstatementDays must be an integer of at least 1, got 0",
    ],
    ["earning.1.id", "coffee", 'earning[1].id must be used only once, got "coffee"'],
    ["earning.0.kind", "tea", 'earning[0].kind must be a kind of the programme, got "tea"'],
    ["earning.0.trigger", "", 'earning[0].trigger must be a text that is not blank, got ""'],
    [
      "earning.0.award.form",
      "gift",
      'earning[0].award.form must be one of per-amount, per-unit, fixed, multiplier, got "gift"',
    ],
    ["earning.0.award.per", 0, "earning[0].award.per must be an integer of at least 1, got 0"],
    [
      "earning.0.award.per",
      "100",
      'earning[0].award.per must be an integer of at least 1, got "100"',
    ],
    [
      "earning.0.award.points",
      2 ** 53,
      "earning[0].award.points must be an integer of at least 1, got 9007199254740992",
    ],
    [
      "earning.0.award.blocks",
      "half",
      'earning[0].award.blocks must be one of full, proportional, got "half"',
    ],
    [
      "earning.1.award.factor.numerator",
      0,
      "earning[1].award.factor.numerator must be an integer of at least 1, got 0",
    ],
    [
      "earning.1.award.factor.denominator",
      0,
      "earning[1].award.factor.denominator must be an integer of at least 1, got 0",
    ],
    [
      "earning.1.stacking",
      "exclusive",
      'earning[1].stacking must be stackable for a multiplier, got "exclusive"',
    ],
    [
      "earning.0.stacking",
      "alone",
      'earning[0].stacking must be one of stackable, exclusive, got "alone"',
    ],
    [
      "earning.0.lines.products",
      [],
      "earning[0].lines.products must be a list of at least one, got []",
    ],
    [
      "earning.0.through",
      "2026-02-28",
      'earning[0].through must be a day from 2026-03-01 on, got "2026-02-28"',
    ],
    ["earning.0.from", "March", 'earning[0].from must be a day, got "March"'],
    [
      "earning.0.priority",
      Number.POSITIVE_INFINITY,
      "earning[0].priority must be an integer, got Infinity",
    ],
    [
      "earning.0.burnPriority",
      0.1,
      "earning[0].burnPriority must be an integer from -99999 to 99999, got 0.1",
    ],
    [
      "earning.0.campaign",
      "autumn",
      'earning[0].campaign must be a campaign of the programme, got "autumn"',
    ],
    [
      "earning.0.caps.0.per",
      "hour",
      'earning[0].caps[0].per must be one of order, day, week, month, year, ever, got "hour"',
    ],
    [
      "earning.0.caps.0.points",
      0,
      "earning[0].caps[0].points must be an integer of at least 1, got 0",
    ],
    [
      "earning.0.caps.0.points",
      undefined,
      'earning[0].caps[0] must be a cap of points or times, got {"per":"day"}',
    ],
    [
      "earning.0.activation.action",
      "",
      'earning[0].activation.action must be a text that is not blank, got ""',
    ],
    [
      "earning.0.expiry",
      { kind: "inactivity", count: 0, unit: "days" },
      "earning[0].expiry.count must be an integer of at least 1, got 0",
    ],
    [
      "earning.0.expiry",
      { kind: "inactivity", count: 1, unit: "days" },
      'earning[0].expiry.kind must be never, rolling or yearly, got "inactivity"',
    ],
    [
      "earning.0.when.weekdays.0",
      8,
      "earning[0].when.weekdays[0] must be an integer from 1 to 7, got 8",
    ],
    [
      "earning.0.when.channels",
      [],
      "earning[0].when.channels must be a list of at least one, got []",
    ],
    [
      "earning.0.when.hours.0.from",
      "24:00",
      'earning[0].when.hours[0].from must be a time from 00:00 to 23:59, got "24:00"',
    ],
    [
      "earning.0.when.hours.0.to",
      "2:00",
      'earning[0].when.hours[0].to must be a time from 00:00 to 24:00, got "2:00"',
    ],
    [
      "earning.0.when.hours.0.to",
      "22:00",
      'earning[0].when.hours[0].to must be another time than from, got "22:00"',
    ],
    [
      "earning.0.when.tiers.0",
      "iron",
      'earning[0].when.tiers[0] must be a tier of the programme, got "iron"',
    ],
    [
      "earning.0.when.clubs.0",
      "golf",
      'earning[0].when.clubs[0] must be a club of the programme, got "golf"',
    ],
    [
      "earning.0.when.birthdayWithinDays",
      -1,
      "earning[0].when.birthdayWithinDays must be an integer of at least 0, got -1",
    ],
    [
      "earning.0.when.anniversaryWithinDays",
      1.5,
      "earning[0].when.anniversaryWithinDays must be an integer of at least 0, got 1.5",
    ],
    [
      "earning.0.when.streak.orders",
      0,
      "earning[0].when.streak.orders must be an integer of at least 1, got 0",
    ],
    [
      "earning.0.when.streak.withinDays",
      0,
      "earning[0].when.streak.withinDays must be an integer of at least 1, got 0",
    ],
    [
      "earning.0.when.any.0.not.orderAtLeast",
      -5,
      "earning[0].when.any[0].not.orderAtLeast must be an integer of at least 0, got -5",
    ],
    [
      "earningPolicy.paidByPoints",
      "yes",
      'earningPolicy.paidByPoints must be one of earns, does-not-earn, got "yes"',
    ],
    [
      "earningPolicy.multipliers",
      "sum",
      'earningPolicy.multipliers must be one of add, multiply, highest, got "sum"',
    ],
    [
      "earningPolicy.rounding",
      "up",
      'earningPolicy.rounding must be one of floor, half-up, ceiling, got "up"',
    ],
    [
      "earningPolicy.caps.0.kind",
      "tea",
      'earningPolicy.caps[0].kind must be a kind of the programme, got "tea"',
    ],
    [
      "earningPolicy.caps.0.times",
      0,
      "earningPolicy.caps[0].times must be an integer of at least 1, got 0",
    ],
    [
      "earningPolicy.campaigns.0.caps.0.points",
      0,
      "earningPolicy.campaigns[0].caps[0].points must be an integer of at least 1, got 0",
    ],
    ["redemption.kinds", [], "redemption.kinds must be a list of at least one, got []"],
    [
      "redemption.kinds",
      ["beans", "beans"],
      'redemption.kinds[1] must be named only once, got "beans"',
    ],
    ["redemption.kinds.0", "tea", 'redemption.kinds[0] must be a kind of the programme, got "tea"'],
    [
      "redemption.kinds.0",
      "status",
      'redemption.kinds[0] must be a kind that does more than count towards a tier, got "status"',
    ],
    [
      "redemption.payment.points",
      0,
      "redemption.payment.points must be an integer of at least 1, got 0",
    ],
    [
      "redemption.payment.amount",
      0,
      "redemption.payment.amount must be an integer of at least 1, got 0",
    ],
    [
      "redemption.minimumPoints",
      -1,
      "redemption.minimumPoints must be an integer of at least 0, got -1",
    ],
    ["redemption.orderShare.numerator", 3, 'redemption.orderShare must be at most 1, got "3/2"'],
    [
      "redemption.reservationMinutes",
      0,
      "redemption.reservationMinutes must be an integer of at least 1, got 0",
    ],
    ["rewards.1.id", "mug", 'rewards[1].id must be used only once, got "mug"'],
    ["rewards.0.cost", 0, "rewards[0].cost must be an integer of at least 1, got 0"],
    [
      "rewards.0.unitsPerClaim",
      0,
      "rewards[0].unitsPerClaim must be an integer of at least 1, got 0",
    ],
    ["rewards.0.memberLimit", 0, "rewards[0].memberLimit must be an integer of at least 1, got 0"],
    [
      "rewards.0.fromTier",
      "iron",
      'rewards[0].fromTier must be a tier of the programme, got "iron"',
    ],
    ["rewards.0.form", "gift", 'rewards[0].form must be one of product, voucher, got "gift"'],
    ["rewards.1.amount", 0, "rewards[1].amount must be an integer of at least 1, got 0"],
    ["rewards.1.validDays", 0, "rewards[1].validDays must be an integer of at least 1, got 0"],
    ["returns.shortfall", "none", 'returns.shortfall must be one of deficit, clamp, got "none"'],
    [
      "returns.expired.kind",
      "keep",
      'returns.expired.kind must be one of forfeit, grace, got "keep"',
    ],
    ["returns.expired.days", 0, "returns.expired.days must be an integer of at least 1, got 0"],
    [
      "tiers.tiers",
      [{ id: "blue" }, { id: "gold" }, { id: "blue" }],
      'tiers.tiers[2].id must be used only once, got "blue"',
    ],
    [
      "tiers.tiers.0.reach",
      asks,
      `tiers.tiers[0].reach must be absent for the lowest tier, got ${JSON.stringify(asks)}`,
    ],
    [
      "tiers.tiers.0.keep",
      asks,
      `tiers.tiers[0].keep must be absent for the lowest tier, got ${JSON.stringify(asks)}`,
    ],
    [
      "tiers.tiers.1.reach.all",
      [],
      "tiers.tiers[1].reach.all must be a list of at least one, got []",
    ],
    [
      "tiers.tiers.1.reach.all.0.metric",
      "miles",
      'tiers.tiers[1].reach.all[0].metric must be one of spend, points, visits, nights, got "miles"',
    ],
    [
      "tiers.tiers.1.keep.any.0.atLeast",
      0,
      "tiers.tiers[1].keep.any[0].atLeast must be an integer of at least 1, got 0",
    ],
    [
      "tiers.tiers.1.benefits",
      [{ id: "a" }, { id: "a" }],
      'tiers.tiers[1].benefits[1].id must be used only once, got "a"',
    ],
    [
      "tiers.qualifyingKind",
      undefined,
      "tiers.qualifyingKind must be named where a tier asks for points, got undefined",
    ],
    [
      "tiers.qualifyingKind",
      "miles",
      'tiers.qualifyingKind must be a kind of the programme, got "miles"',
    ],
    [
      "tiers.period.kind",
      "week",
      'tiers.period.kind must be one of calendar-year, anniversary-year, rolling, lifetime, got "week"',
    ],
    [
      "tiers.period.startMonth",
      13,
      "tiers.period.startMonth must be an integer from 1 to 12, got 13",
    ],
    [
      "tiers.period",
      { kind: "rolling", months: 0 },
      "tiers.period.months must be an integer of at least 1, got 0",
    ],
    [
      "tiers.period",
      { kind: "lifetime" },
      'tiers.upgrade must be at-once for lifetime, got "next-period"',
    ],
    ["tiers.upgrade", "later", 'tiers.upgrade must be one of at-once, next-period, got "later"'],
    [
      "tiers.keepThrough",
      "ever",
      'tiers.keepThrough must be one of this-period, next-period, got "ever"',
    ],
    ["tiers.graceMonths", -1, "tiers.graceMonths must be an integer of at least 0, got -1"],
    [
      "tiers.landing",
      "hard",
      'tiers.landing must be one of one-tier-down, qualified-tier, got "hard"',
    ],
    ["tiers.rollover", "all", 'tiers.rollover must be one of excess, got "all"'],
    ["tiers.crossing", "both", 'tiers.crossing must be one of before, after, split, got "both"'],
    ["clubs.0.fromTier", "iron", 'clubs[0].fromTier must be a tier of the programme, got "iron"'],
    ["clubs.0.months", 0, "clubs[0].months must be an integer of at least 1, got 0"],
    [
      "clubs.0.benefits.0.id",
      "",
      'clubs[0].benefits[0].id must be a text that is not blank, got ""',
    ],
    [
      "transfer.kinds.0",
      "status",
      'transfer.kinds[0] must be a kind that does more than count towards a tier, got "status"',
    ],
    ["transfer.minimumPoints", 0, "transfer.minimumPoints must be an integer of at least 1, got 0"],
    ["transfer.monthlyPoints", 0, "transfer.monthlyPoints must be an integer of at least 1, got 0"],
    ["household.members", 1, "household.members must be an integer of at least 2, got 1"],
    ["household.kinds.0", "tea", 'household.kinds[0] must be a kind of the programme, got "tea"'],
    [
      "household.monthlyPoints",
      0,
      "household.monthlyPoints must be an integer of at least 1, got 0",
    ],
    [
      "partners.0.issues.0",
      "tea",
      'partners[0].issues[0] must be a kind of the programme, got "tea"',
    ],
    [
      "partners.0.accepts.0",
      "tea",
      'partners[0].accepts[0] must be a kind of the programme, got "tea"',
    ],
    ["referral.kind", "tea", 'referral.kind must be a kind of the programme, got "tea"'],
    [
      "referral.referrerPoints",
      0,
      "referral.referrerPoints must be an integer of at least 1, got 0",
    ],
    ["referral.friendPoints", 0, "referral.friendPoints must be an integer of at least 1, got 0"],
    ["referral.orderAtLeast", 0, "referral.orderAtLeast must be an integer of at least 1, got 0"],
    ["referral.withinDays", 0, "referral.withinDays must be an integer of at least 1, got 0"],
    [
      "referral.monthlyFriends",
      0,
      "referral.monthlyFriends must be an integer of at least 1, got 0",
    ],
  ])("LOY-2: %s of %j is refused, and the message names the place", (path, value, says) => {
    expect(() => loyaltyProgramme(changed(path, value))).toThrow(
      new RangeError(`Cannot use a programme: ${says}`),
    );
  });

  test("LOY-3: a rolling window has no next period to carry anything into", () => {
    const { tiers } = WHOLE;
    const period = { kind: "rolling", months: 12 } as const;
    const rolling = { ...WHOLE, tiers: { ...tiers!, upgrade: "at-once", period } } as const;
    expect(() => loyaltyProgramme(rolling)).toThrow(
      new RangeError(
        'Cannot use a programme: tiers.rollover must be absent for rolling, got "excess"',
      ),
    );
  });
});
