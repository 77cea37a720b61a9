/** Points as a command names them. */
export interface PointsNamed {
  /** The kind of points. */
  readonly kind: string;
  /** How many, an integer of at least 1. */
  readonly amount: number;
}
