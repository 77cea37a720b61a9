import { hessianOf } from "../../shared/optimisation/hessian.js";
import type { Objective } from "../../shared/optimisation/minimise.js";
import type { SymmetricMatrix } from "../../shared/statistics/symmetric.js";
import type { LikelihoodTask } from "./likelihood-task.js";

/** The penalised mean negative log-likelihood of a customer, by the logarithms of the parameters. @internal */
export interface MeanLoss {
  /** The loss; writes its gradient. */
  readonly objective: Objective;
  /** Second derivatives to six digits or more: enough to step by. */
  readonly steering: (at: Float64Array, gradient: Float64Array) => SymmetricMatrix;
  /** Second derivatives to nine digits or more: enough to report. */
  readonly curvature: (at: Float64Array, gradient: Float64Array) => SymmetricMatrix;
  /** The part of the loss that is penalty. */
  readonly penaltyAt: (at: Float64Array) => number;
}

/** The loss whose minimum is the maximum of the likelihood. @internal */
export function meanLoss<Name extends string>(
  task: LikelihoodTask<Name>,
  penalty: number,
): MeanLoss {
  const { customers, logLikelihood, curvature } = task;
  const parameters = new Float64Array(task.names.length);
  const penaltyAt = (at: Float64Array): number =>
    penalty === 0 ? 0 : penalty * at.reduce((sum, entry) => sum + entry * entry, 0);
  const objective: Objective = (at, gradient) => {
    for (let i = 0; i < at.length; i += 1) parameters[i] = Math.exp(at[i]!);
    const loss = -logLikelihood(parameters, gradient) / customers;
    for (let i = 0; i < at.length; i += 1) {
      gradient[i] = (-gradient[i]! * parameters[i]!) / customers + 2 * penalty * at[i]!;
    }
    return loss + penaltyAt(at);
  };
  if (curvature === undefined) {
    return {
      ...{ objective, penaltyAt },
      steering: (at, gradient) => hessianOf(objective, at, { gradient }),
      curvature: (at) => hessianOf(objective, at),
    };
  }
  // By the logarithm of a parameter: the second derivative times its square, and the first times itself.
  const exact = (at: Float64Array, gradient: Float64Array): SymmetricMatrix => {
    const values = at.map(Math.exp);
    const own = gradient.map((entry, i) => entry - 2 * penalty * at[i]! + 2 * penalty);
    return curvature(values).map((row, i) =>
      row.map(
        (entry, j) => (-entry * values[i]! * values[j]!) / customers + (i === j ? own[i]! : 0),
      ),
    );
  };
  return { objective, penaltyAt, steering: exact, curvature: exact };
}
