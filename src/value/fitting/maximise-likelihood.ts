import { minimise, type Minimum } from "../../shared/optimisation/minimise.js";
import { sweepMatrix, type SymmetricMatrix } from "../../shared/statistics/symmetric.js";
import { diagnoseFit } from "./diagnose-fit.js";
import type { LikelihoodTask } from "./likelihood-task.js";
import { meanLoss, type MeanLoss } from "./mean-loss.js";
import type { FitDiagnostic, FitOptions } from "./model-fit.js";
import { refineMinimum, type Refined } from "./refine-minimum.js";

/** The parameters found, and what is to be said of them. @internal */
export interface LikelihoodMaximum {
  /** The parameters, in the order of the names. */
  readonly at: readonly number[];
  /** The log-likelihood there, without penalty. */
  readonly logLikelihood: number;
  /** Standard errors in the same order; absent where there is no interior maximum. */
  readonly standardErrors?: readonly number[];
  /** Steps of the search that gave the result. */
  readonly iterations: number;
  /** Whether it is a maximum. */
  readonly diagnostic: FitDiagnostic;
}

/** The search leaves no parameter outside these bounds, in units of the mean age or spend. */
const LEAST = 1e-7;
const MOST = 1e7;

/** The search hands over to Newton's method at derivatives of the mean log-likelihood below this. */
const NEAR = 1e-4;

const MAXIMUM_ITERATIONS = 500;

/**
 * Maximises a likelihood over positive parameters, from several fixed starts.
 *
 * The search runs in logarithms, first from the start with the best likelihood. Only where that ends without an
 * interior maximum, or at an odd one, do the other starts get their turn, and the best end counts.
 *
 * @internal
 */
export function maximiseLikelihood<Name extends string>(
  task: LikelihoodTask<Name>,
  { penalty = 0 }: FitOptions,
): LikelihoodMaximum {
  if (!(Number.isFinite(penalty) && penalty >= 0)) {
    throw new RangeError(
      `Cannot fit ${task.model}: the penalty must be a number of at least 0, got ${String(penalty)}`,
    );
  }
  const loss = meanLoss(task, penalty);
  const scratch = new Float64Array(task.names.length);
  const starts = task.starts
    .map((start) => Float64Array.from(start, Math.log))
    .map((start) => ({ start, value: loss.objective(start, scratch) }))
    .toSorted((a, b) => a.value - b.value);
  let best: Candidate | undefined;
  for (const { start } of starts) {
    const found = search(loss, start, task.names);
    if (best === undefined || isBetter(found, best)) best = found;
    if (best.diagnostic.code === "interior-maximum" && isOrdinary(best.minimum)) break;
  }
  return report(task, { loss, ...best! });
}

interface Candidate extends Refined {
  readonly hessian: SymmetricMatrix;
  readonly diagnostic: FitDiagnostic;
}

/** Where a parameter is as small or large as this, there may be a better maximum, or a rise without end, elsewhere. */
function isOrdinary({ at }: Minimum): boolean {
  return at.every((entry) => Math.abs(entry) < Math.log(100));
}

/** Lower by more than rounding; or the same, and a maximum where the other is none. */
function isBetter(a: Candidate, b: Candidate): boolean {
  const rounding = 1e-12 * Math.abs(b.minimum.value);
  if (a.minimum.value < b.minimum.value - rounding) return true;
  const isMaximum = a.diagnostic.code === "interior-maximum";
  return isMaximum && a.minimum.value <= b.minimum.value + rounding;
}

function search(loss: MeanLoss, start: Float64Array, names: readonly string[]): Candidate {
  const bounds = {
    lower: start.map(() => Math.log(LEAST)),
    upper: start.map(() => Math.log(MOST)),
  };
  const options = { ...bounds, gradientTolerance: NEAR, maximumIterations: MAXIMUM_ITERATIONS };
  const found = minimise(loss.objective, { start, ...options });
  const refined = refineMinimum(loss, found, bounds);
  const hessian = loss.curvature(refined.minimum.at, refined.minimum.gradient);
  return { ...refined, hessian, diagnostic: diagnoseFit(refined, { hessian, names }) };
}

function report<Name extends string>(
  { customers }: LikelihoodTask<Name>,
  { loss, minimum, hessian, diagnostic }: Candidate & { readonly loss: MeanLoss },
): LikelihoodMaximum {
  const at = Array.from(minimum.at, Math.exp);
  const logLikelihood = -(minimum.value - loss.penaltyAt(minimum.at)) * customers;
  const { iterations } = minimum;
  const found = { at, logLikelihood, iterations, diagnostic };
  const covariance = diagnostic.code === "interior-maximum" ? inverseOf(hessian) : undefined;
  if (covariance === undefined) return found;
  // At a maximum the curvature by a logarithm is the curvature by the parameter times its square.
  const standardErrors = at.map(
    (parameter, i) => parameter * Math.sqrt(covariance[i]![i]! / customers),
  );
  return { ...found, standardErrors };
}

/** The inverse of a positive definite matrix; `undefined` for any other. */
function inverseOf(matrix: SymmetricMatrix): SymmetricMatrix | undefined {
  const positions = matrix.map((_, i) => i);
  const { matrix: swept, dependent } = sweepMatrix(matrix, { positions, tolerance: 1e-13 });
  if (dependent.length > 0) return undefined;
  return swept.map((row) => row.map((entry) => -entry));
}
