import * as z from "zod";
import { plainDateSchema } from "../schema.js";

const name = z.string().min(1);
/** Accepts a `DayOfWeek`: 1 is Monday, 7 is Sunday. */
export const dayOfWeekSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

const coverage = z
  .strictObject({ start: plainDateSchema, end: plainDateSchema })
  .refine(({ start, end }) => start <= end, { path: ["end"], message: "must not precede start" });

/** The days a business works: `BusinessDayCalendar`. */
export const businessDayCalendarSchema = z
  .strictObject({
    workdays: z.array(dayOfWeekSchema).min(1),
    holidays: z.array(plainDateSchema),
    makeUpWorkdays: z.array(plainDateSchema),
    coverage: coverage.exactOptional(),
  })
  .refine(
    ({ holidays, makeUpWorkdays }) => makeUpWorkdays.every((date) => !holidays.includes(date)),
    { path: ["makeUpWorkdays"], message: "must not name a holiday" },
  );

/** Holidays and make-up workdays as announced: `HolidayList`. */
export const holidayListSchema = z
  .strictObject({
    days: z.array(
      z.strictObject({
        holiday: name,
        date: plainDateSchema,
        kind: z.enum(["statutory", "observance"]),
        name: name.exactOptional(),
        active: z.boolean().exactOptional(),
      }),
    ),
    makeUpWorkdays: z.array(plainDateSchema),
    coverage,
    workdays: z.array(dayOfWeekSchema).min(1).exactOptional(),
  })
  .refine(
    ({ days, makeUpWorkdays }) =>
      days.every(
        ({ date, kind, active }) =>
          kind !== "statutory" || active === false || !makeUpWorkdays.includes(date),
      ),
    { path: ["makeUpWorkdays"], message: "must not name a holiday" },
  );
