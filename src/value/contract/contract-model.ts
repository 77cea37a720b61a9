/** The parameters of the shifted beta-geometric model, all above 0. */
export interface ShiftedBetaGeometricParameters {
  /** First shape of the chance to leave at a renewal: its mean is alpha / (alpha + beta). */
  readonly alpha: number;
  /** Second shape of the chance to leave at a renewal; the smaller both, the more customers differ. */
  readonly beta: number;
}

/**
 * Shifted beta-geometric (sBG): each customer leaves with the same chance at every renewal, and this chance differs
 * from customer to customer.
 *
 * The retention rate of a cohort rises with every renewal although no customer changes: those likely to leave are gone
 * first. Plain JSON; the parameters may come from a fit, a paper or another tool.
 */
export interface ShiftedBetaGeometricModel {
  /** Which model. */
  readonly kind: "shifted-beta-geometric";
  /** Its parameters. */
  readonly parameters: ShiftedBetaGeometricParameters;
}

/** The parameters of the beta-discrete-Weibull model, all above 0. */
export interface BetaDiscreteWeibullParameters extends ShiftedBetaGeometricParameters {
  /**
   * How the chance of one customer to leave changes with time: it falls below 1, is steady at 1 (which is the shifted
   * beta-geometric model), and rises above 1.
   */
  readonly c: number;
}

/**
 * Beta-discrete-Weibull (BdW): as the shifted beta-geometric model, but the chance of a customer to leave may itself
 * fall or rise from renewal to renewal.
 *
 * Plain JSON; the parameters may come from a fit, a paper or another tool.
 */
export interface BetaDiscreteWeibullModel {
  /** Which model. */
  readonly kind: "beta-discrete-weibull";
  /** Its parameters. */
  readonly parameters: BetaDiscreteWeibullParameters;
}

/** A model of how long customers under contract stay, whose leaving is seen. */
export type ContractModel = ShiftedBetaGeometricModel | BetaDiscreteWeibullModel;
