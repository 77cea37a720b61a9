import { symmetricEigen, type SymmetricMatrix } from "../../shared/statistics/symmetric.js";

/**
 * Splits R² among drivers by Johnson's relative weights: through uncorrelated stand-ins that lie as close to the
 * drivers as possible.
 *
 * With R = QDQᵀ the drivers' correlations, Λ = QD^½Qᵀ relates drivers and stand-ins, and Λ⁻¹r are the outcome's
 * correlations with the stand-ins. A driver's share is the sum over the stand-ins of (its correlation with the
 * stand-in x the outcome's)².
 *
 * @remarks Johnson (2000, Multivariate Behavioral Research 35:1); the same as Genizi (1993, Statistica Sinica
 * 3:407). Close to the exact shares in practice, and the work grows with the third power of the drivers instead of
 * doubling with each.
 * @param correlations - Correlations of the drivers and, last, the outcome; the drivers' part is positive definite.
 * @returns R² shares, one a driver; they sum to R².
 * @internal
 */
export function relativeWeights(correlations: SymmetricMatrix): Float64Array {
  const drivers = correlations.slice(0, -1).map((row) => row.slice(0, -1));
  const withOutcome = correlations.at(-1)!.slice(0, -1);
  const { values, vectors } = symmetricEigen(drivers);
  const root = values.map((value) => Math.sqrt(value));
  const standIn = applySpectrum(
    vectors,
    root.map((value) => 1 / value),
    withOutcome,
  );
  const squares = standIn.map((correlation) => correlation * correlation);
  const shares = new Float64Array(drivers.length);
  for (let i = 0; i < drivers.length; i += 1) {
    for (let j = 0; j < drivers.length; j += 1) {
      let loading = 0;
      for (let k = 0; k < root.length; k += 1)
        loading += vectors[k]![i]! * root[k]! * vectors[k]![j]!;
      shares[i]! += loading * loading * squares[j]!;
    }
  }
  return shares;
}

/** QFQᵀx, with F the diagonal matrix of the factors. */
function applySpectrum(
  vectors: readonly (readonly number[])[],
  factors: readonly number[],
  x: readonly number[],
): number[] {
  const result = x.map(() => 0);
  for (const [k, vector] of vectors.entries()) {
    const along = factors[k]! * vector.reduce((sum, value, i) => sum + value * x[i]!, 0);
    for (let i = 0; i < x.length; i += 1) result[i]! += along * vector[i]!;
  }
  return result;
}
