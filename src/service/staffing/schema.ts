import * as z from "zod";
import { instantSchema } from "../../shared/schema.js";

const share = z.number().gt(0).lt(1);
const seconds = z.number().min(0);

/** How soon how many contacts shall be answered: `ServiceLevel`. */
export const serviceLevelSchema = z.strictObject({ share, thresholdSeconds: seconds });

/** What staffing has to reach: `StaffingPolicy`. */
export const staffingPolicySchema = z
  .strictObject({
    serviceLevel: serviceLevelSchema.exactOptional(),
    maximumWaitSeconds: z.number().gt(0).exactOptional(),
    maximumOccupancyShare: z.number().gt(0).max(1).exactOptional(),
    maximumAbandonedShare: share.exactOptional(),
    patienceSeconds: seconds.exactOptional(),
    shrinkageShare: z.number().min(0).lt(1).exactOptional(),
    minimumAgents: z.int().min(0).exactOptional(),
    contactsAtOnce: z.int().min(1).exactOptional(),
  })
  .refine(
    (policy) =>
      policy.serviceLevel !== undefined ||
      policy.maximumWaitSeconds !== undefined ||
      policy.maximumOccupancyShare !== undefined ||
      policy.maximumAbandonedShare !== undefined,
    "must name a service level, a wait, an occupancy or an abandoned share",
  )
  .refine(
    (policy) => policy.maximumAbandonedShare === undefined || policy.patienceSeconds !== undefined,
    { message: "is needed to limit the abandoned share", path: ["patienceSeconds"] },
  );

/** The contacts of one interval: `ContactInterval`. */
export const contactIntervalSchema = z.strictObject({
  start: instantSchema,
  minutes: z.number().gt(0),
  contacts: z.number().min(0),
});

/** The agents one interval needs: `RequiredInterval`. */
export const requiredIntervalSchema = z.strictObject({
  start: instantSchema,
  minutes: z.number().gt(0),
  agents: z.int().min(0),
});
