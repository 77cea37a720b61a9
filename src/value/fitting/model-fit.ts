/** How a fit is made. */
export interface FitOptions {
  /**
   * Weight of the squared logarithms of the parameters, added to the mean negative log-likelihood of a customer; 0 by
   * default. A little of it (0.001 to 0.1) keeps parameters finite where the data alone do not. Time is measured in
   * mean ages and money in mean spends for it, so that the unit does not matter.
   */
  readonly penalty?: number;
}

/** A parameter without a best finite value: the likelihood rises as long as it goes on. */
export interface RunawayParameter {
  /** Its name, as in the parameters of the model. */
  readonly parameter: string;
  /** Where it goes. */
  readonly towards: "zero" | "infinity";
}

/** The likelihood has its maximum at these parameters. */
export interface InteriorMaximum {
  /** What was found. */
  readonly code: "interior-maximum";
}

/**
 * The likelihood has no maximum at finite parameters: the data fit a simpler model, such as customers who are all alike
 * or who never leave. The parameters are those at which the search ended; predictions hold, standard errors do not
 * exist.
 */
export interface NoInteriorMaximum {
  /** What was found. */
  readonly code: "no-interior-maximum";
  /** The parameters that run off; never empty. */
  readonly runaways: readonly RunawayParameter[];
}

/** The search ended before the maximum: too flat or too rugged a likelihood for the digits of a double. */
export interface NotConverged {
  /** What was found. */
  readonly code: "not-converged";
  /** Largest derivative of the mean log-likelihood by the logarithm of a parameter; 0 at a maximum. */
  readonly gradient: number;
}

/** What a fit found out about the maximum of the likelihood. */
export type FitDiagnostic = InteriorMaximum | NoInteriorMaximum | NotConverged;

/** What every fit says beside the model itself. */
export interface FitReport<Parameters> {
  /** Natural logarithm of the likelihood of the data, the penalty not counted. */
  readonly logLikelihood: number;
  /**
   * Standard error of each parameter, from the curvature of the likelihood at its maximum; absent where there is no
   * interior maximum.
   */
  readonly standardErrors?: Parameters;
  /** Steps of the search that gave the result. */
  readonly iterations: number;
  /** Customers in the data, the sum of the counts. */
  readonly customers: number;
  /** Different histories among them. */
  readonly cells: number;
  /** Whether the parameters are a maximum of the likelihood. */
  readonly diagnostic: FitDiagnostic;
}
