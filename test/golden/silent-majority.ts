// SRV-3, the shares handed down by the studies of TARP for the US Office of Consumer Affairs (1979 to 1986).

/** Of the dissatisfied, those who do not complain: from, to. */
export const SILENT = [0.7, 0.95] as const;

/** Of those dissatisfied with service, those who leave silently. */
export const SERVICE_SILENT = 0.96;

/** Of those who leave silently, the ones who never return. */
export const NEVER_RETURN = 0.91;

/** How many people a customer tells: of the dissatisfied a share, from, to. */
export const TELLING = {
  dissatisfied: [
    [0.8, 8, 10],
    [0.2, 20, 20],
  ],
  satisfied: 3,
} as const;

/** Departures due to unprofessional management or a bad attitude. */
export const DEPARTURES_DUE_TO_ATTITUDE = 0.83;

/** Who buys again after a problem, by what became of it. */
export const RETENTION_AFTER_PROBLEM = {
  minor: { silent: 0.37, unresolved: 0.46, resolved: 0.7, "resolved-quickly": 0.95 },
  major: { silent: 0.09, unresolved: 0.19, resolved: 0.54, "resolved-quickly": 0.82 },
} as const;
