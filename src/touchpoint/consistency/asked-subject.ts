/** How often customers asked about a subject at a touchpoint: the inbound contacts with that topic. */
export interface AskedSubject {
  /** The touchpoint, by id. */
  readonly touchpoint: string;
  /** What they asked about. */
  readonly subject: string;
  /** How often, a whole number of at least 0. */
  readonly asks: number;
}
