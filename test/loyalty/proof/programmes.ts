import fc from "fast-check";
import type { ExpiryRule } from "../../../src/loyalty/programme/expiry-rule.js";
import type { PointKind } from "../../../src/loyalty/programme/point-kind.js";
import { loyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import type { LoyaltyProgramme } from "../../../src/loyalty/programme/programme.js";
import { timeZone } from "../../../src/shared/time/time-zone.js";

const through = fc.constantFrom("day", "week", "month", "quarter", "year");

/** Until when points last, mostly not for long, so that a history of some weeks meets their end. */
const expiry: fc.Arbitrary<ExpiryRule> = fc.oneof(
  fc.constant({ kind: "never" } as const),
  fc.record({
    kind: fc.constant("rolling" as const),
    count: fc.integer({ min: 1, max: 40 }),
    unit: fc.constant("days" as const),
    through,
  }),
  fc.record({
    kind: fc.constant("rolling" as const),
    count: fc.integer({ min: 1, max: 3 }),
    unit: fc.constant("months" as const),
    through,
  }),
  fc.record({
    kind: fc.constant("yearly" as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    minimumDays: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({
    kind: fc.constant("inactivity" as const),
    count: fc.integer({ min: 1, max: 40 }),
    unit: fc.constant("days" as const),
    through,
  }),
);

const activation = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: "at-once" } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("after-days" as const),
      days: fc.integer({ min: 1, max: 10 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "on-confirmation", action: "delivery" } as const) },
);

const kind = fc.record({
  expiry,
  activation,
  burnPriority: fc.integer({ min: -1, max: 1 }),
  reinstatementDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined, freq: 4 }),
});

/**
 * Programmes of two kinds of points that pay together: points by orders, and promotional points by reviews. Each small
 * number of the programme is drawn.
 */
export const programmes: fc.Arbitrary<LoyaltyProgramme> = fc
  .record({
    zone: fc.constantFrom("Etc/UTC", "Asia/Shanghai", "America/New_York"),
    points: kind,
    promo: kind,
    per: fc.constantFrom(50, 100, 300),
    paidByPoints: fc.constantFrom("earns" as const, "does-not-earn" as const),
    block: fc.constantFrom(1, 1, 5),
    worth: fc.constantFrom(1, 10),
    minimumPoints: fc.constantFrom(0, 0, 7),
    orderShare: fc.constantFrom({ numerator: 1, denominator: 1 }, { numerator: 1, denominator: 2 }),
    shortfall: fc.constantFrom("deficit" as const, "clamp" as const),
    expired: fc.constantFrom({ kind: "forfeit" } as const, { kind: "grace", days: 5 } as const),
  })
  .map((drawn) =>
    loyaltyProgramme({
      id: "drawn",
      version: 1,
      zone: timeZone(drawn.zone),
      currency: "GBP",
      kinds: [
        kindFrom({ id: "points", purpose: "redeemable" }, drawn.points),
        kindFrom({ id: "promo", purpose: "promotional" }, drawn.promo),
      ],
      earning: [
        {
          id: "order",
          kind: "points",
          trigger: "order",
          award: { form: "per-amount", points: 1, per: drawn.per },
        },
        { id: "review", kind: "promo", trigger: "review", award: { form: "fixed", points: 15 } },
      ],
      earningPolicy: {
        paidByPoints: drawn.paidByPoints,
        multipliers: "add",
        rounding: "floor",
      },
      redemption: {
        kinds: ["points", "promo"],
        payment: { points: drawn.block, amount: drawn.worth },
        minimumPoints: drawn.minimumPoints,
        orderShare: drawn.orderShare,
        reservationMinutes: 30,
      },
      returns: { shortfall: drawn.shortfall, expired: drawn.expired },
    }),
  );

function kindFrom(
  named: Pick<PointKind, "id" | "purpose">,
  { reinstatementDays, ...drawn }: typeof kind extends fc.Arbitrary<infer Drawn> ? Drawn : never,
): PointKind {
  return { ...named, ...drawn, ...(reinstatementDays !== undefined && { reinstatementDays }) };
}
