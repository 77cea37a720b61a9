import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";
import { dayOfWeekSchema } from "../../shared/time/schema.js";

const name = z.string().min(1);
const names = z.array(name);
const minutes = z.int().min(1);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM, 00:00 to 23:59");
const clocks = z.array(clock);
const whole = z.int().min(0);
const weight = z.number().min(0);
const period = z
  .strictObject({ start: instantSchema, end: instantSchema })
  .refine(({ start, end }) => start <= end, { path: ["end"], message: "must not precede start" });

/** A break of a shift: `ShiftBreak`. */
export const shiftBreakSchema = z
  .strictObject({
    minutes,
    fromMinutes: whole,
    untilMinutes: whole.exactOptional(),
    stepMinutes: minutes.exactOptional(),
    isPaid: z.boolean(),
  })
  .refine(({ fromMinutes, untilMinutes = fromMinutes }) => fromMinutes <= untilMinutes, {
    path: ["untilMinutes"],
    message: "must not be before fromMinutes",
  });

/** A kind of shift: `ShiftPattern`. */
export const shiftPatternSchema = z
  .strictObject({
    id: name,
    minutes: minutes.max(1440),
    starts: z.union([
      clocks,
      z.strictObject({
        1: clocks.exactOptional(),
        2: clocks.exactOptional(),
        3: clocks.exactOptional(),
        4: clocks.exactOptional(),
        5: clocks.exactOptional(),
        6: clocks.exactOptional(),
        7: clocks.exactOptional(),
      }),
    ]),
    breaks: z.array(shiftBreakSchema).exactOptional(),
    cost: weight.exactOptional(),
    skills: names.exactOptional(),
    languages: names.exactOptional(),
    isUnpopular: z.boolean().exactOptional(),
  })
  .refine(
    ({ minutes: length, breaks = [] }) =>
      breaks.every((one) => (one.untilMinutes ?? one.fromMinutes) + one.minutes <= length),
    { path: ["breaks"], message: "must end within the shift" },
  );

/** A shift at its time: `PlannedShift`. */
export const plannedShiftSchema = z
  .strictObject({
    id: name,
    pattern: name,
    start: instantSchema,
    minutes: minutes.max(1440),
    breaks: z.array(z.strictObject({ start: instantSchema, minutes, isPaid: z.boolean() })),
    paidMinutes: weight,
    agents: whole,
    skills: names.exactOptional(),
    languages: names.exactOptional(),
    isUnpopular: z.boolean().exactOptional(),
  })
  .refine(({ paidMinutes, minutes: length }) => paidMinutes <= length, {
    path: ["paidMinutes"],
    message: "must not exceed minutes",
  });

/** An agent who can be given shifts: `RosterAgent`. */
export const rosterAgentSchema = z.strictObject({
  id: name,
  skills: names.exactOptional(),
  languages: names.exactOptional(),
  available: z.array(period).exactOptional(),
  contract: z
    .strictObject({ minMinutes: weight.exactOptional(), maxMinutes: weight.exactOptional() })
    .refine(({ minMinutes = 0, maxMinutes = Infinity }) => minMinutes <= maxMinutes, {
      path: ["maxMinutes"],
      message: "must not be below minMinutes",
    })
    .exactOptional(),
  wishes: z
    .array(
      z.strictObject({
        kind: z.enum(["preferred", "unwanted"]),
        pattern: name.exactOptional(),
        weekday: dayOfWeekSchema.exactOptional(),
        period: period.exactOptional(),
      }),
    )
    .exactOptional(),
  unpopularBefore: whole.exactOptional(),
  held: z
    .array(z.strictObject({ start: instantSchema, minutes, paidMinutes: weight.exactOptional() }))
    .exactOptional(),
});

/** What every roster keeps to: `RosterRules`. */
export const rosterRulesSchema = z.strictObject({
  leastRestMinutes: weight,
  mostDaysInARow: z.int().min(1),
  mostShiftsADay: z.int().min(1),
  mostMinutesAWeek: weight,
  unpopularWeekdays: z.array(dayOfWeekSchema).exactOptional(),
  weightOfHourMissing: weight,
  weightOfWish: weight,
  weightOfUnpopular: weight,
});
