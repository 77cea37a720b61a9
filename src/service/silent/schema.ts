import * as z from "zod";

const share = z.number().min(0).max(1);
const people = z.number().nonnegative();
const risesToHigh = {
  path: ["expected"],
  message: "must lie between low and high",
};

/** A share that is not known exactly: `AssumedRange` of shares. */
export const assumedRangeSchema = z
  .strictObject({ low: share, expected: share, high: share })
  .refine(({ low, expected, high }) => low <= expected && expected <= high, risesToHigh);

/** What is assumed about customers who do not complain: `SilentAssumptions`. */
export const silentAssumptionsSchema = z.strictObject({
  silentShare: assumedRangeSchema.refine(({ high }) => high < 1, {
    path: ["high"],
    message: "must be below 1",
  }),
  neverReturnShare: assumedRangeSchema,
  telling: z
    .array(
      z.strictObject({
        share,
        people: z
          .strictObject({ low: people, expected: people, high: people })
          .refine(({ low, expected, high }) => low <= expected && expected <= high, risesToHigh),
      }),
    )
    .refine(
      (groups) => Math.abs(groups.reduce((sum, one) => sum + one.share, 0) - 1) <= 1e-9,
      "shares must add up to 1",
    ),
  attitudeShare: share,
  satisfiedTell: people,
});

const byHandling = z.strictObject({
  silent: share,
  unresolved: share,
  resolved: share,
  "resolved-quickly": share,
});

/** The share of customers who buy again after a problem: `RetentionAfterProblem`. */
export const retentionAfterProblemSchema = z.strictObject({ minor: byHandling, major: byHandling });
