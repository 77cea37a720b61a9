/** A fraction of whole numbers, in lowest terms. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function rational(top: bigint, bottom = 1n): Rational {
  const divisor = greatestDivisor(top < 0n ? -top : top, bottom);
  return { top: top / divisor, bottom: bottom / divisor };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small > 0n) [large, small] = [small, large % small];
  return large;
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.top * b.top, a.bottom * b.bottom);
}

export function negative(a: Rational): Rational {
  return { top: -a.top, bottom: a.bottom };
}

export function inverse(a: Rational): Rational {
  return a.top < 0n ? rational(-a.bottom, -a.top) : rational(a.bottom, a.top);
}

/** The nearest number, but for the last digit. */
export function toNumber({ top, bottom }: Rational): number {
  if (top === 0n) return 0;
  const sign = top < 0n ? -1 : 1;
  const size = top < 0n ? -top : top;
  // 80 significant bits before the division into numbers.
  const shift = BigInt(Math.max(0, 80 - (bits(size) - bits(bottom))));
  return sign * Number((size << shift) / bottom) * 2 ** -Number(shift);
}

function bits(whole: bigint): number {
  return whole.toString(2).length;
}

/** The solution of a square system of equations, exactly: Gauss and Jordan, with rows exchanged where needed. */
export function solveExactly(
  matrix: readonly (readonly Rational[])[],
  right: readonly Rational[],
): Rational[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  rows.forEach((_, column) => {
    const pivot = rows.findIndex((row, at) => at >= column && row[column]!.top !== 0n);
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const scale = inverse(rows[column][column]!);
    rows[column] = rows[column].map((entry) => times(entry, scale));
    rows.forEach((row, at) => {
      const factor = row[column]!;
      if (at === column || factor.top === 0n) return;
      rows[at] = row.map((entry, to) => plus(entry, negative(times(factor, rows[column]![to]!))));
    });
  });
  return rows.map((row) => row.at(-1)!);
}
