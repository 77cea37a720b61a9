import type { ValueHorizon } from "./value-horizon.js";

/** Throws unless a rate is a share from 0 to 1. @internal */
export function requireRateOfShare(
  value: number,
  { name, task }: { readonly name: string; readonly task: string },
): void {
  if (value >= 0 && value <= 1) return;
  throw new RangeError(`Cannot ${task}: the ${name} must be from 0 to 1, got ${String(value)}`);
}

/** Throws unless a number is finite and not below a bound. @internal */
export function requireAtLeast(
  value: number,
  { least, name, task }: { readonly least: number; readonly name: string; readonly task: string },
): void {
  if (value >= least && value < Infinity) return;
  throw new RangeError(
    `Cannot ${task}: the ${name} must be a number of at least ${String(least)}, got ${String(value)}`,
  );
}

/** Throws unless a horizon is infinite or a whole number of periods. @internal */
export function requireHorizon(horizon: ValueHorizon, task: string): void {
  if (horizon === "infinite") return;
  const { periods } = horizon;
  if (Number.isSafeInteger(periods) && periods >= 1) return;
  throw new RangeError(
    `Cannot ${task}: the horizon must be infinite or a whole number of periods of at least 1, got ${String(periods)}`,
  );
}
