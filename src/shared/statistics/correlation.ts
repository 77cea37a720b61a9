/** Two figures of one case. @internal */
export interface CorrelationRow {
  /** One figure. */
  readonly x: number;
  /** The other. */
  readonly y: number;
  /** How many cases the row stands for, above 0. */
  readonly weight: number;
}

/**
 * Pearson's correlation, -1 to 1; `undefined` where one of the figures is the same in all rows.
 *
 * @remarks One pass with updated means (West 1979, Communications of the ACM 22:532): no digits are lost where the
 * spread is small, and equal figures have exactly none.
 * @internal
 */
export function pearsonCorrelation(rows: Iterable<CorrelationRow>): number | undefined {
  let [total, meanX, meanY] = [0, 0, 0];
  let [squaresX, squaresY, products] = [0, 0, 0];
  for (const { x, y, weight } of rows) {
    total += weight;
    const share = weight / total;
    const fromX = x - meanX;
    const fromY = y - meanY;
    meanX += fromX * share;
    meanY += fromY * share;
    squaresX += weight * fromX * (x - meanX);
    squaresY += weight * fromY * (y - meanY);
    products += weight * fromX * (y - meanY);
  }
  if (squaresX === 0 || squaresY === 0) return undefined;
  const correlation = products / Math.sqrt(squaresX) / Math.sqrt(squaresY);
  return Math.max(-1, Math.min(1, correlation));
}
