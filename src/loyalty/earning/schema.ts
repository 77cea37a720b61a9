import * as z from "zod";
import { plainDateSchema } from "../../shared/schema.js";
import type { EarningCondition } from "../programme/earning-condition.js";

const name = z.string().regex(/\S/, "must not be blank");
const names = z.array(name).min(1);
const atLeast0 = z.int().nonnegative();
const atLeast1 = z.int().min(1);
const ratio = z.strictObject({ numerator: atLeast1, denominator: atLeast1 });

// when points begin and end

/** From when on points can be spent: `ActivationRule`. */
export const activationRuleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("at-once") }),
  z.strictObject({ kind: z.literal("after-days"), days: atLeast1 }),
  z.strictObject({ kind: z.literal("on-confirmation"), action: name }),
]);

const lifetime = {
  count: atLeast1,
  unit: z.enum(["days", "months"]),
  through: z.enum(["day", "week", "month", "quarter", "year"]).exactOptional(),
};

/** Until when points last: `ExpiryRule`. */
export const expiryRuleSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("never") }),
  z.strictObject({ kind: z.literal("rolling"), ...lifetime }),
  z.strictObject({
    kind: z.literal("yearly"),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    minimumDays: atLeast0.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("inactivity"), ...lifetime }),
]);

// earning rules

const burnPriority = z.int().min(-99_999).max(99_999);
const start = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;
const end = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u;

/** Hours of a day: `HourWindow`. */
export const hourWindowSchema = z
  .strictObject({
    from: z.string().regex(start, "must be a time from 00:00 to 23:59"),
    to: z.string().regex(end, "must be a time from 00:00 to 24:00"),
  })
  .refine(({ from, to }) => from !== to, { path: ["to"], message: "must be another time" });

const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

/** What must hold for a rule to apply: `EarningCondition`. */
export const earningConditionSchema: z.ZodType<EarningCondition, EarningCondition> = z.strictObject(
  {
    channels: names.exactOptional(),
    weekdays: z.array(weekday).min(1).exactOptional(),
    hours: z.array(hourWindowSchema).min(1).exactOptional(),
    segments: names.exactOptional(),
    tiers: names.exactOptional(),
    clubs: names.exactOptional(),
    birthdayWithinDays: atLeast0.exactOptional(),
    anniversaryWithinDays: atLeast0.exactOptional(),
    firstPurchase: z.literal(true).exactOptional(),
    streak: z.strictObject({ orders: atLeast1, withinDays: atLeast1 }).exactOptional(),
    orderAtLeast: atLeast0.exactOptional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
    get all() {
      return z.array(earningConditionSchema).min(1).exactOptional();
    },
    get any() {
      return z.array(earningConditionSchema).min(1).exactOptional();
    },
    get not() {
      return earningConditionSchema.exactOptional();
    },
  },
);

/** How many points a rule gives: `EarningAward`. */
export const earningAwardSchema = z.discriminatedUnion("form", [
  z.strictObject({
    form: z.literal("per-amount"),
    points: atLeast1,
    per: atLeast1,
    blocks: z.enum(["full", "proportional"]).exactOptional(),
  }),
  z.strictObject({ form: z.literal("per-unit"), points: atLeast1 }),
  z.strictObject({ form: z.literal("fixed"), points: atLeast1 }),
  z.strictObject({ form: z.literal("multiplier"), factor: ratio }),
]);

const cap = {
  per: z.enum(["order", "day", "week", "month", "year", "ever"]),
  points: atLeast1.exactOptional(),
  times: atLeast1.exactOptional(),
};

function saysHowMuch({ points, times }: { points?: number; times?: number }): boolean {
  return points !== undefined || times !== undefined;
}

const HOW_MUCH = "must say points or times";

/** The most that may be granted in a span of time: `EarningCap`. */
export const earningCapSchema = z.strictObject(cap).refine(saysHowMuch, HOW_MUCH);

/** When and how a member earns points: `EarningRule`. */
export const earningRuleSchema = z
  .strictObject({
    id: name,
    kind: name,
    trigger: name,
    award: earningAwardSchema,
    lines: z
      .strictObject({
        products: names.exactOptional(),
        categories: names.exactOptional(),
        exceptProducts: names.exactOptional(),
        exceptCategories: names.exactOptional(),
      })
      .exactOptional(),
    when: earningConditionSchema.exactOptional(),
    from: plainDateSchema.exactOptional(),
    through: plainDateSchema.exactOptional(),
    stacking: z.enum(["stackable", "exclusive"]).exactOptional(),
    priority: z.int().exactOptional(),
    group: name.exactOptional(),
    caps: z.array(earningCapSchema).exactOptional(),
    campaign: name.exactOptional(),
    budget: name.exactOptional(),
    disabled: z.literal(true).exactOptional(),
    activation: activationRuleSchema.exactOptional(),
    expiry: expiryRuleSchema.exactOptional(),
    burnPriority: burnPriority.exactOptional(),
  })
  .refine(({ from, through }) => from === undefined || through === undefined || from <= through, {
    path: ["through"],
    message: "must not precede from",
  });

/** How several rules make one number: `EarningPolicy`. */
export const earningPolicySchema = z.strictObject({
  paidByPoints: z.enum(["earns", "does-not-earn"]),
  multipliers: z.enum(["add", "multiply", "highest"]),
  rounding: z.enum(["floor", "half-up", "ceiling"]),
  caps: z
    .array(z.strictObject({ ...cap, kind: name }).refine(saysHowMuch, HOW_MUCH))
    .exactOptional(),
  campaigns: z.array(z.strictObject({ id: name, caps: z.array(earningCapSchema) })).exactOptional(),
  liabilityBudgets: z.array(name).exactOptional(),
});

// what was earned

/** What an order or activity earned: `EarningRecord`. */
export const earningRecordSchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      rule: name,
      kind: name,
      campaign: name.exactOptional(),
      basis: atLeast0,
      exact: z.string().regex(/^\d+(?:\/\d+)?$/u, "must be a fraction, like 19/2"),
      wanted: atLeast0,
      granted: atLeast0,
      heldBack: z
        .array(
          z.strictObject({
            by: z.enum(["rule-cap", "campaign-cap", "member-cap", "budget"]),
            of: z.string(),
            points: atLeast1,
          }),
        )
        .exactOptional(),
      lines: z.record(z.string(), atLeast0).exactOptional(),
    }),
  ),
  notApplied: z
    .array(z.strictObject({ rule: name, why: name, by: name.exactOptional() }))
    .exactOptional(),
  tiers: z.array(name).exactOptional(),
  budgets: z.record(z.string(), atLeast0).exactOptional(),
});
