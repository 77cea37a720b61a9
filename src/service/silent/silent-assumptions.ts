/** A figure that is not known exactly: its lowest, most likely and highest. */
export interface AssumedRange {
  /** What it is at least. */
  readonly low: number;
  /** What is taken where one figure is asked for. */
  readonly expected: number;
  /** What it is at most. */
  readonly high: number;
}

/** How many others hear of it: a share of the customers, and how many people each of them tells. */
export interface TellingGroup {
  /** Of the dissatisfied, 0 to 1; the shares of all groups add up to 1. */
  readonly share: number;
  /** How many people each tells, at least 0. */
  readonly people: AssumedRange;
}

/** What is assumed about customers who are dissatisfied and do not say so. */
export interface SilentAssumptions {
  /** Of the dissatisfied, the share that does not complain: at least 0, below 1. */
  readonly silentShare: AssumedRange;
  /** Of those who keep silent, the share that never comes back, 0 to 1. */
  readonly neverReturnShare: AssumedRange;
  /** How many people the dissatisfied tell. */
  readonly telling: readonly TellingGroup[];
  /** Of the customers lost, the share lost to unprofessional management or a bad attitude, 0 to 1. */
  readonly attitudeShare: number;
  /** How many people a satisfied customer tells, at least 0. */
  readonly satisfiedTell: number;
}

const SILENT_TELLING: readonly TellingGroup[] = [
  { share: 0.8, people: { low: 8, expected: 9, high: 10 } },
  { share: 0.2, people: { low: 20, expected: 20, high: 20 } },
];

/**
 * What is assumed of any complaints: 70 to 95 percent of the dissatisfied do not complain.
 *
 * @remarks SRV-3, whose source are figures handed down in the literature on customer satisfaction since the studies
 * of TARP for the US Office of Consumer Affairs (1979 to 1986): 70 to 95 percent do not complain; 91 percent of those
 * who leave silently never return; 80 percent tell 8 to 10 people, 20 percent tell 20; 83 percent of departures are due
 * to unprofessional management or a bad attitude; a satisfied customer tells 3. The middle of a range, 82.5 percent and
 * 9 people, is this library's. They are of other firms and other times: ask your own customers, and hand over what you
 * find.
 */
export const DEFAULT_SILENT_ASSUMPTIONS: SilentAssumptions = {
  silentShare: { low: 0.7, expected: 0.825, high: 0.95 },
  neverReturnShare: { low: 0.91, expected: 0.91, high: 0.91 },
  telling: SILENT_TELLING,
  attitudeShare: 0.83,
  satisfiedTell: 3,
};

/**
 * What is assumed of complaints about service: 96 percent of those dissatisfied with it leave silently.
 *
 * @remarks SRV-3, as {@link DEFAULT_SILENT_ASSUMPTIONS} in everything else.
 */
export const SERVICE_SILENT_ASSUMPTIONS: SilentAssumptions = {
  ...DEFAULT_SILENT_ASSUMPTIONS,
  silentShare: { low: 0.96, expected: 0.96, high: 0.96 },
};
