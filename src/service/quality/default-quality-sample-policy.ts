import type { QualitySamplePolicy } from "./quality-sample.js";

/**
 * Five customers of each agent and month, with five substitutes; contacts from 20 seconds on; the month in three parts,
 * the day from midnight, noon and 17:00.
 *
 * @remarks SRV-6 gives the five. The other numbers are house rules, with no source.
 */
export const DEFAULT_QUALITY_SAMPLE_POLICY: QualitySamplePolicy = {
  customers: 5,
  substitutes: 5,
  leastSeconds: 20,
  monthParts: 3,
  dayPartsFrom: [0, 12, 17],
};
