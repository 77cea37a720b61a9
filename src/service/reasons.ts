import type { Sentences } from "../shared/reason.js";
import { COMPLAINT_REASONS } from "./complaint/reasons.js";
import { FIELD_REASONS } from "./field/reasons.js";
import { FORECAST_REASONS } from "./forecast/reasons.js";
import { GUARANTEE_REASONS } from "./guarantee/reasons.js";
import { QUALITY_REASONS } from "./quality/reasons.js";
import { RECOVERY_REASONS } from "./recovery/reasons.js";
import { ROSTER_REASONS } from "./roster/reasons.js";
import { ROUTING_REASONS } from "./routing/reasons.js";
import { SCORECARD_REASONS } from "./scorecard/reasons.js";
import { SILENT_REASONS } from "./silent/reasons.js";
import { STAFFING_REASONS } from "./staffing/reasons.js";

/**
 * English sentences for every reason code of this room, with the reason's parameters in braces.
 *
 * Hand it to `explain` of `goodwill/shared`; for another language hand over a table with the same codes.
 */
export const SERVICE_SENTENCES: Sentences = {
  ...COMPLAINT_REASONS,
  ...SILENT_REASONS,
  ...GUARANTEE_REASONS,
  ...RECOVERY_REASONS,
  ...QUALITY_REASONS,
  ...SCORECARD_REASONS,
  ...FORECAST_REASONS,
  ...STAFFING_REASONS,
  ...ROSTER_REASONS,
  ...ROUTING_REASONS,
  ...FIELD_REASONS,
};
