import type { Objective } from "../../shared/optimisation/minimise.js";
import type { SymmetricMatrix } from "../../shared/statistics/symmetric.js";

/** A likelihood to be maximised. @internal */
export interface LikelihoodTask<Name extends string> {
  /** The model's name, for messages: `BG/NBD` gives "Cannot fit BG/NBD: ...". */
  readonly model: string;
  /** Names of the parameters, all above 0. */
  readonly names: readonly Name[];
  /** Fixed values from which the search begins, in the order of preference. */
  readonly starts: readonly (readonly number[])[];
  /**
   * The log-likelihood at the given parameters (not their logarithms); writes its derivatives by the parameters.
   */
  readonly logLikelihood: Objective;
  /** Its second derivatives by the parameters; without them, differences of the first serve. */
  readonly curvature?: (at: Float64Array) => SymmetricMatrix;
  /** Customers, by which the likelihood is divided for the search. */
  readonly customers: number;
}
