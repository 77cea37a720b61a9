/**
 * Remission times of leukaemia patients in weeks under 6-mercaptopurine and placebo; + marks those still in remission
 * when last seen. Freireich et al. (1963, Blood 21:699).
 */
export const REMISSION_TREATED =
  "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

export const REMISSION_PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

/** Kleinbaum and Klein (2012, Survival Analysis, 3rd edition, chapter 2): time, at risk, events, survival. */
export const TREATED_TABLE: readonly (readonly [number, number, number, string])[] = [
  [6, 21, 3, "0.8571"],
  [7, 17, 1, "0.8067"],
  [10, 15, 1, "0.7529"],
  [13, 12, 1, "0.6902"],
  [16, 11, 1, "0.6275"],
  [22, 7, 1, "0.5378"],
  [23, 6, 1, "0.4482"],
];

/** The same chapter: log-rank statistic, observed and expected events, treated first. */
export const REMISSION_LOG_RANK = {
  chiSquare: "16.793",
  observed: [9, 21],
  expected: ["19.25", "10.75"],
} as const;

/** Median remission in weeks with its 95 percent interval as survfit of R prints it; undefined where it prints NA. */
export const REMISSION_MEDIANS = {
  treated: { time: 23, lower: 16, level: 0.95 },
  placebo: { time: 8, lower: 4, upper: 12, level: 0.95 },
} as const;

/**
 * Results on other people's data, from R 4.2.2 survival 3.5-3: the data set lung of that package (228 patients), days.
 */
export const LUNG = {
  n: 228,
  events: 165,
  median: { time: 310, lower: 285, upper: 363, level: 0.95 },
  mean365: 263.221866482007,
  mean365Error: 7.79885908631446,
  logRankOfSex: 10.3267419548856,
} as const;
