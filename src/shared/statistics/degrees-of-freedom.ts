/** Throws a RangeError unless the degrees of freedom are positive; they need not be whole. @internal */
export function requireDegreesOfFreedom(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`Degrees of freedom must be positive, got ${String(degreesOfFreedom)}`);
  }
}
