import * as z from "zod";
import { plainDateSchema } from "../schema.js";

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** The days a business works: `BusinessDayCalendar`. */
export const businessDayCalendarSchema = z
  .strictObject({
    workdays: z.array(weekday).min(1),
    holidays: z.array(plainDateSchema),
    makeUpWorkdays: z.array(plainDateSchema),
    coverage: z
      .strictObject({ start: plainDateSchema, end: plainDateSchema })
      .refine(({ start, end }) => start <= end, {
        path: ["end"],
        message: "must not precede start",
      })
      .exactOptional(),
  })
  .refine(
    ({ holidays, makeUpWorkdays }) => makeUpWorkdays.every((date) => !holidays.includes(date)),
    { path: ["makeUpWorkdays"], message: "must not name a holiday" },
  );
