import * as z from "zod";
import { plainDateSchema } from "../../shared/schema.js";
import { dayOfWeekSchema } from "../../shared/time/schema.js";
import { daysInMonth } from "../../shared/time/civil.js";
import { SOLAR_TERMS } from "../../shared/time/lunar-calendar.js";

const name = z.string().min(1);
const month = z.int().min(1).max(12);
const count = z.int().min(1);
const leapDay = z.enum(["feb28", "mar1"]);
const skip = z.enum(["omit", "backward", "forward"]);
const offset = { offsetDays: z.int().exactOptional() };
const everyYears = { everyYears: count.exactOptional() };

const solarTerm = z.enum(SOLAR_TERMS);

/** What kind of fact gives rise to an occasion: `OccasionEventKind`. */
export const occasionEventKindSchema = z.enum([
  "purchase",
  "delivery",
  "service",
  "complaint-resolved",
  "warranty-end",
  "contract-end",
  "activity",
  "life-moment",
  "weather",
]);

/** Something that happened, or will happen, to a customer: `OccasionEvent`. */
export const occasionEventSchema = z.strictObject({
  id: name,
  kind: occasionEventKindSchema,
  date: plainDateSchema,
  about: name.exactOptional(),
});

const event = { event: occasionEventKindSchema, about: name.exactOptional() };

/** On which days an occasion falls: `OccasionTiming`. */
export const occasionTimingSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("fixed"),
      month,
      day: z.int().min(1).max(31),
      leapDay: leapDay.exactOptional(),
    })
    .refine((fixed) => fixed.day <= daysInMonth(2000, fixed.month), {
      path: ["day"],
      message: "must be a day of the month",
    })
    .refine((fixed) => fixed.month !== 2 || fixed.day !== 29 || fixed.leapDay !== undefined, {
      path: ["leapDay"],
      message: "must be given for 29 February",
    }),
  z.strictObject({ kind: z.literal("dates"), dates: z.array(plainDateSchema) }),
  z.strictObject({
    kind: z.literal("nth-weekday"),
    month,
    weekday: dayOfWeekSchema,
    nth: z
      .int()
      .min(-5)
      .max(5)
      .refine((nth) => nth !== 0, "must not be 0"),
    ...offset,
  }),
  z.strictObject({
    kind: z.literal("easter"),
    tradition: z.enum(["western", "orthodox"]).exactOptional(),
    ...offset,
  }),
  z.strictObject({
    kind: z.literal("lunar"),
    month,
    day: z.int().min(1).max(30),
    skip: skip.exactOptional(),
    ...offset,
  }),
  z.strictObject({ kind: z.literal("solar-term"), term: solarTerm, ...offset }),
  z.strictObject({
    kind: z.literal("season"),
    season: z.enum(["spring", "summer", "autumn", "winter"]),
    hemisphere: z.enum(["north", "south"]).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("weekend"),
    weekday: dayOfWeekSchema.exactOptional(),
    everyWeeks: count.exactOptional(),
  }),
  z.strictObject({ kind: z.literal("statutory-holiday"), holiday: name.exactOptional() }),
  z.strictObject({
    kind: z.literal("birthday"),
    leapDay,
    skip: skip.exactOptional(),
    ...everyYears,
  }),
  z.strictObject({ kind: z.literal("relationship-anniversary"), leapDay, ...everyYears }),
  z.strictObject({ kind: z.literal("event-anniversary"), ...event, leapDay, ...everyYears }),
  z.strictObject({
    kind: z.literal("once-in"),
    span: z.enum(["month", "quarter", "half-year", "year"]),
  }),
  z.strictObject({ kind: z.literal("after-event"), ...event, days: z.int() }),
  z.strictObject({
    kind: z.literal("inactivity"),
    days: count,
    signs: z.array(occasionEventKindSchema).exactOptional(),
  }),
]);

/** An occasion for care: `OccasionRule`. That ids are unique in a list is not known here. */
export const occasionRuleSchema = z.strictObject({
  id: z
    .string()
    .refine(
      (id) => id !== "" && id.trim() === id && !id.includes("/"),
      "must be a text without blanks at its ends or slashes",
    ),
  name: name.exactOptional(),
  timing: occasionTimingSchema,
  mood: z.enum(["cheerful", "plain", "solemn"]),
  priority: z.number().exactOptional(),
  lastsDays: z.int().nonnegative().exactOptional(),
  only: z.enum(["person", "organisation"]).exactOptional(),
});
