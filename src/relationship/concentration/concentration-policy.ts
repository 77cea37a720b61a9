/** From when on the concentration of relationships is a warning; every bound is exceeded only by more. */
export interface ConcentrationPolicy {
  /** The Herfindahl-Hirschman index, 0 to 1, above which the ties are highly concentrated. */
  readonly herfindahlIndex: number;
  /** The share of the value above which it hangs too much on one member of staff. */
  readonly topShare: number;
  /** The share of the value above which too much is lost if one member of staff leaves. */
  readonly atRiskShare: number;
  /** The share of the value above which too much hangs on customers with a single tie. */
  readonly singleTieShare: number;
}

/**
 * An index above 0.18, or one member of staff above 30 percent; above 20 percent at risk with one, or above half of the
 * value with a single tie.
 *
 * @remarks The first two by analogy with markets: U.S. Department of Justice and Federal Trade Commission (2023, Merger
 * Guidelines, guideline 1) call a market with an index above 1,800 of 10,000 highly concentrated and look at shares
 * above 30 percent. The last two have no source; put in what the firm can bear to lose.
 */
export const DEFAULT_CONCENTRATION_POLICY: ConcentrationPolicy = {
  herfindahlIndex: 0.18,
  topShare: 0.3,
  atRiskShare: 0.2,
  singleTieShare: 0.5,
};
