import type { CareInstrument } from "./care-instrument.js";

/** How often an instrument may be used, from days to years. */
export interface CareTimingRange {
  /** At least so many days lie from one use to the next; whole, at least 1. */
  readonly leastDays: number;
  /** At most so many; not below `leastDays`. */
  readonly mostDays: number;
}

/** From when on a programme of care is to be looked at. */
export interface CareProgrammePolicy {
  /** How often each instrument may be used. */
  readonly timing: Readonly<Record<CareInstrument, CareTimingRange>>;
  /** The programme is looked at in stretches of so many days; whole, at least 1. */
  readonly stretchDays: number;
  /** The strongest stretch has at most so many times the mean intensity; at least 1. */
  readonly peakToMean: number;
}

/**
 * Ranges from a week to five years, stretches of a quarter, no stretch above twice the mean.
 *
 * @remarks A policy of ours. That timing goes from days to years is CARE-9, that consistency matters more than peaks
 * CARE-1; neither names a number.
 */
export const DEFAULT_CARE_PROGRAMME_POLICY: CareProgrammePolicy = {
  timing: {
    quality: { leastDays: 7, mostDays: 1826 },
    design: { leastDays: 91, mostDays: 1826 },
    warranty: { leastDays: 91, mostDays: 1826 },
    "service-line": { leastDays: 1, mostDays: 366 },
    discount: { leastDays: 7, mostDays: 366 },
    "price-matching": { leastDays: 1, mostDays: 366 },
    cashback: { leastDays: 7, mostDays: 366 },
    bundle: { leastDays: 7, mostDays: 366 },
    "key-account-management": { leastDays: 7, mostDays: 92 },
    "partner-evaluation": { leastDays: 30, mostDays: 366 },
    "direct-mail": { leastDays: 28, mostDays: 366 },
    telemarketing: { leastDays: 28, mostDays: 366 },
    email: { leastDays: 7, mostDays: 92 },
    event: { leastDays: 28, mostDays: 731 },
    club: { leastDays: 7, mostDays: 366 },
    card: { leastDays: 1, mostDays: 366 },
  },
  stretchDays: 91,
  peakToMean: 2,
};
