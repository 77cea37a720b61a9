/**
 * The exact decomposition as one would write it from the definition: R² of every subset by a Cholesky factorisation of its own, kept in a table
 * of 2^p, then the weighted differences. What the library's walk is checked against and measured against.
 */
export function lmgBySubsets(correlations: readonly (readonly number[])[]): number[] {
  const p = correlations.length - 1;
  const weights = [1 / p];
  for (let k = 1; k < p; k += 1) weights.push((weights[k - 1]! * k) / (p - k));
  const explained = new Float64Array(2 ** p);
  for (let set = 1; set < 2 ** p; set += 1) {
    explained[set] = rSquaredOf(
      correlations,
      Array.from({ length: p }, (_, i) => i).filter((i) => (set >> i) & 1),
    );
  }
  return Array.from({ length: p }, (_, i) => {
    let share = 0;
    for (let set = 0; set < 2 ** p; set += 1) {
      if ((set >> i) & 1) continue;
      share += weights[countOf(set)]! * (explained[set | (1 << i)]! - explained[set]!);
    }
    return share;
  });
}

/** The average over all orders in which drivers can join, order by order. */
export function lmgByOrders(correlations: readonly (readonly number[])[]): number[] {
  const p = correlations.length - 1;
  const shares = Array.from({ length: p }, () => 0);
  let orders = 0;
  function extend(order: readonly number[]): void {
    if (order.length === p) {
      orders += 1;
      order.forEach((driver, place) => {
        const before = rSquaredOf(correlations, order.slice(0, place));
        shares[driver]! += rSquaredOf(correlations, order.slice(0, place + 1)) - before;
      });
      return;
    }
    for (let i = 0; i < p; i += 1) if (!order.includes(i)) extend([...order, i]);
  }
  extend([]);
  return shares.map((share) => share / orders);
}

/** R² of the regression on the given drivers: the squared length of L⁻¹r, with LLᵀ their correlations. */
export function rSquaredOf(
  correlations: readonly (readonly number[])[],
  drivers: readonly number[],
): number {
  const outcome = correlations.length - 1;
  const lower = drivers.map(() => new Float64Array(drivers.length));
  const solved = new Float64Array(drivers.length);
  let rSquared = 0;
  for (const [i, driver] of drivers.entries()) {
    const row = lower[i]!;
    for (let j = 0; j <= i; j += 1) {
      let rest = correlations[driver]![drivers[j]!]!;
      for (let k = 0; k < j; k += 1) rest -= row[k]! * lower[j]![k]!;
      row[j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
    let rest = correlations[driver]![outcome]!;
    for (let k = 0; k < i; k += 1) rest -= row[k]! * solved[k]!;
    solved[i] = rest / row[i]!;
    rSquared += solved[i] ** 2;
  }
  return rSquared;
}

function countOf(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** A correlation matrix of `drivers` correlated columns and an outcome, the same at every call. */
export function sampleCorrelations(drivers: number): number[][] {
  let state = 1;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const rows = Array.from({ length: 300 }, () => {
    const common = next();
    const row = Array.from({ length: drivers }, () => next() + 0.7 * common);
    return [...row, row.reduce((total, value, i) => total + value * (i % 4), 0) / drivers + next()];
  });
  const means = rows[0]!.map(
    (_, i) => rows.reduce((total, row) => total + row[i]!, 0) / rows.length,
  );
  const products = means.map((a, i) =>
    means.map((b, j) => rows.reduce((total, row) => total + (row[i]! - a) * (row[j]! - b), 0)),
  );
  return products.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / Math.sqrt(products[i]![i]! * products[j]![j]!))),
  );
}
