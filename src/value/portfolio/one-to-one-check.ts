import type { OneToOneFigures, OneToOnePolicy } from "./one-to-one-figures.js";

/** What is larger is no exact number of minor units. */
const MOST = Number.MAX_SAFE_INTEGER;

/** Throws unless figures are numbers, potential and cost at least 0. @internal */
export function requireOneToOneFigures(figures: OneToOneFigures): void {
  const { presentValue, potential, costToServe } = figures;
  if (!(Math.abs(presentValue) <= MOST)) {
    throw cannot(`presentValue must be a number within 2^53 - 1, got ${String(presentValue)}`);
  }
  for (const [name, value] of Object.entries({ potential, costToServe })) {
    if (value >= 0 && value <= MOST) continue;
    throw cannot(`${name} must be a number of at least 0, at most 2^53 - 1, got ${String(value)}`);
  }
}

/** Throws unless both bounds are above 0. @internal */
export function requireOneToOnePolicy({ highValue, highPotential }: OneToOnePolicy): void {
  for (const [name, value] of Object.entries({ highValue, highPotential })) {
    if (Number.isFinite(value) && value > 0) continue;
    throw cannot(`${name} must be above 0, got ${String(value)}`);
  }
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot class a customer: ${why}`);
}
