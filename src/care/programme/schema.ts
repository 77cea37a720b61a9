import * as z from "zod";
import { plainDateSchema } from "../../shared/schema.js";
import { CARE_INSTRUMENTS } from "./care-instrument.js";
import type { CareInstrument } from "./care-instrument.js";

const name = z.string().regex(/\S/, "must not be blank");
const wholeDays = z.int().min(1);

const days = z
  .strictObject({ start: plainDateSchema, end: plainDateSchema })
  .refine(({ start, end }) => start <= end, {
    path: ["end"],
    message: "must not lie before start",
  });

const instrument = z.enum(
  Object.fromEntries(CARE_INSTRUMENTS.map((facts) => [facts.instrument, facts.instrument])) as {
    readonly [Instrument in CareInstrument]: Instrument;
  },
);

/** One instrument as a programme uses it: `CareInstrumentUse`. */
export const careInstrumentUseSchema = z.strictObject({
  id: name,
  instrument,
  retention: z.enum(["satisfaction", "contract"]),
  channels: z.array(name),
  intensity: z.number().positive(),
  everyDays: wholeDays.exactOptional(),
  period: days.exactOptional(),
  segments: z.array(name).exactOptional(),
  cooperation: z.boolean().exactOptional(),
  partners: z.array(name).exactOptional(),
});

/**
 * The choices of a programme of care: `CareProgramme`. What does not hold together, such as an instrument without a
 * channel, is left to `lintCareProgramme`.
 */
export const careProgrammeSchema = z.strictObject({
  id: name,
  segments: z.array(name),
  period: days,
  instruments: z.array(careInstrumentUseSchema),
  partners: z.array(z.strictObject({ id: name, part: name.exactOptional() })).exactOptional(),
});

const timingRange = z
  .strictObject({ leastDays: wholeDays, mostDays: wholeDays })
  .refine(({ leastDays, mostDays }) => leastDays <= mostDays, {
    path: ["mostDays"],
    message: "must not be below leastDays",
  });

/** From when on a programme is to be looked at: `CareProgrammePolicy`. */
export const careProgrammePolicySchema = z.strictObject({
  timing: z.record(instrument, timingRange),
  stretchDays: wholeDays,
  peakToMean: z.number().min(1),
});
