/**
 * Logarithm of a ratio of gamma functions with its derivatives, for all lengths at once: log Γ(from + n) - log Γ(from)
 * is the sum of log(from + i) over i below n, so that no gamma function is needed and nothing cancels.
 *
 * @internal
 */
export interface RisingSums {
  /** Sums of log(from + i) over i below each length. */
  readonly logs: Float64Array;
  /** Sums of 1 / (from + i) over i below each length: the first derivative. */
  readonly inverses: Float64Array;
  /** Sums of 1 / (from + i) squared: the second derivative, its sign changed. */
  readonly squares: Float64Array;
}

/** Makes room for the sums of the given ascending lengths. @internal */
export function createRisingSums(lengths: Float64Array): RisingSums {
  const make = (): Float64Array => new Float64Array(lengths.length);
  return { logs: make(), inverses: make(), squares: make() };
}

/** Fills in the sums from a value above 0 on. @internal */
export function fillRisingSums(
  { logs, inverses, squares }: RisingSums,
  { lengths, from }: { readonly lengths: Float64Array; readonly from: number },
): void {
  let log = 0;
  let inverse = 0;
  let square = 0;
  let i = 0;
  for (let k = 0; k < lengths.length; k += 1) {
    // Few factors at a time are multiplied before the one logarithm: a product of eight cannot overflow here.
    for (const end = lengths[k]!; i < end;) {
      if (i >= FAR && end - i > FAR) {
        const [first, last] = [from + i, from + end];
        log += logsFrom(last) - logsFrom(first);
        inverse += inversesFrom(last) - inversesFrom(first);
        square += squaresFrom(last) - squaresFrom(first);
        i = end;
        break;
      }
      let product = 1;
      for (let stop = Math.min(end, i + 8); i < stop; i += 1) {
        const share = 1 / (from + i);
        product *= from + i;
        inverse += share;
        square += share * share;
      }
      log += Math.log(product);
    }
    logs[k] = log;
    inverses[k] = inverse;
    squares[k] = square;
  }
}

/** From here on the first terms of Euler and Maclaurin's formula give sums over long stretches to the last digit. */
const FAR = 512;

function logsFrom(y: number): number {
  return (y - 0.5) * Math.log(y) - y + 1 / (12 * y) - 1 / (360 * y ** 3);
}

function inversesFrom(y: number): number {
  return Math.log(y) - 1 / (2 * y) - 1 / (12 * y * y);
}

function squaresFrom(y: number): number {
  return -1 / y - 1 / (2 * y * y) - 1 / (6 * y ** 3);
}
