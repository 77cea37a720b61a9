/** What a customer is worth and costs, all in minor units of one currency and for one span of time. */
export interface OneToOneFigures {
  /** What the customer brings now, before the cost to serve it. */
  readonly presentValue: number;
  /** What it could bring beyond that, at least 0: business it gives to others, or does not do yet. */
  readonly potential: number;
  /** What serving it costs, at least 0. */
  readonly costToServe: number;
}

/** From when on a value is high. */
export interface OneToOnePolicy {
  /** Present value less cost to serve from which a customer is valuable, in minor units, above 0. */
  readonly highValue: number;
  /** Potential from which a customer is growable, in minor units, above 0. */
  readonly highPotential: number;
}
