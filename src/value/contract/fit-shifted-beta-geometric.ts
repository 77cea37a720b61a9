import { maximiseLikelihood } from "../fitting/maximise-likelihood.js";
import type { FitOptions, FitReport } from "../fitting/model-fit.js";
import type { ContractCohort } from "./contract-cohort.js";
import { shiftedBetaGeometricLogLikelihood } from "./contract-likelihood.js";
import type {
  ShiftedBetaGeometricModel,
  ShiftedBetaGeometricParameters,
} from "./contract-model.js";
import { renewalCounts } from "./renewal-counts.js";

/** A shifted beta-geometric model and what its fit says; its cells are the renewals seen. */
export interface ShiftedBetaGeometricFit
  extends ShiftedBetaGeometricModel, FitReport<ShiftedBetaGeometricParameters> {}

/** Customers who differ, customers more alike, and many who leave at once. */
const STARTS = [
  [1, 3],
  [5, 20],
  [0.3, 0.3],
];

/**
 * Which shifted beta-geometric (sBG) model describes how customers under contract leave?
 *
 * For contracts and subscriptions, where it is seen when a customer leaves. Each customer leaves with the same chance
 * at every renewal; the retention rate of the cohort rises all the same, as those likely to leave go first. Cohorts of
 * different lengths are fitted as one. Where the likelihood has no maximum at finite parameters (nobody leaves, all
 * leave at once, customers all alike), the diagnostic says so; predictions can be made all the same.
 *
 * @remarks Fader and Hardie (2007, Journal of Interactive Marketing 21:76). Parameters agree with 30-digit arithmetic
 * to 1e-10.
 * @param cohorts - Customers left after each renewal; at least one cohort.
 * @param options - A penalty; none by default.
 * @returns The model with log-likelihood, standard errors, and the diagnostic.
 * @throws RangeError when there is no cohort, a cohort has fewer than two numbers, grows, or starts with 0, or the
 * penalty is below 0.
 * @example
 * ```ts
 * import { fitShiftedBetaGeometric } from "goodwill/value";
 *
 * const fit = fitShiftedBetaGeometric([{ remaining: [1000, 869, 743, 653, 593, 551, 517, 491] }]);
 * fit.diagnostic; // => { code: "interior-maximum" }
 * fit.parameters.alpha.toFixed(3); // => "0.668"
 * fit.parameters.beta.toFixed(3); // => "3.806"
 * ```
 */
export function fitShiftedBetaGeometric(
  cohorts: Iterable<ContractCohort>,
  options: FitOptions = {},
): ShiftedBetaGeometricFit {
  const counts = renewalCounts(cohorts, "fit sBG");
  const { customers, renewals } = counts;
  const { at, logLikelihood, standardErrors, ...found } = maximiseLikelihood(
    {
      ...{ model: "sBG", names: ["alpha", "beta"], starts: STARTS, customers },
      logLikelihood: shiftedBetaGeometricLogLikelihood(counts),
    },
    options,
  );
  return {
    kind: "shifted-beta-geometric",
    parameters: named(at),
    logLikelihood,
    ...(standardErrors && { standardErrors: named(standardErrors) }),
    ...found,
    customers,
    cells: renewals,
  };
}

function named(at: readonly number[]): ShiftedBetaGeometricParameters {
  const [alpha, beta] = at as readonly [number, number];
  return { alpha, beta };
}
