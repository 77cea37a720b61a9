import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";

/** The contacts counted in one interval: `ContactCount`. */
export const contactCountSchema = z.strictObject({
  start: instantSchema,
  contacts: z.number().min(0),
});

/** How contacts are forecast: `ForecastPolicy`. */
export const forecastPolicySchema = z.strictObject({
  minimumWeeks: z.int().min(2),
  heldOutWeeks: z.int().min(1),
  halfLifeWeeks: z.number().gt(0),
  trendDeviations: z.number().min(0),
  trendDamping: z.number().min(0).max(1),
  outlierDeviations: z.number().gt(0),
  outliers: z.enum(["leave-out", "keep"]),
  level: z.number().gt(0).lt(1),
});
