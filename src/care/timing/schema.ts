import * as z from "zod";
import { contactChannelSchema } from "../../customer/record/schema.js";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM, 00:00 to 23:59");
const channels = z.array(contactChannelSchema).min(1);

/** What becomes of an action whose window ends while it is quiet: `QuietHoursOutcome`. */
export const quietHoursOutcomeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("drop") }),
  z.strictObject({ kind: z.literal("defer"), minutes: z.int().min(1) }),
  z.strictObject({ kind: z.literal("convert"), channels }),
]);

/** When nobody is contacted: `QuietHours`. */
export const quietHoursSchema = z.strictObject({
  from: clockTime,
  until: clockTime,
  channels: channels.exactOptional(),
  whenTooLate: quietHoursOutcomeSchema.exactOptional(),
});
