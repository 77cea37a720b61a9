import type { AssumedRange, SilentAssumptions } from "./silent-assumptions.js";

const TASK = "estimate hidden dissatisfaction";

/** Throws where the assumptions cannot be meant. @internal */
export function requireSilentAssumptions(assumptions: SilentAssumptions): void {
  const { silentShare, neverReturnShare, telling, attitudeShare, satisfiedTell } = assumptions;
  requireRange("silentShare", silentShare, 1);
  if (silentShare.high >= 1) {
    // Where nobody complained there would be no complaint to reckon from.
    throw new RangeError(`Cannot ${TASK}: silentShare must be below 1, got ${silentShare.high}`);
  }
  requireRange("neverReturnShare", neverReturnShare, 1);
  for (const { share, people } of telling) {
    requireWithin("a telling share", share, 1);
    requireRange("people told", people, Infinity);
  }
  const sum = telling.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    throw new RangeError(`Cannot ${TASK}: the telling shares must add up to 1, got ${sum}`);
  }
  requireWithin("attitudeShare", attitudeShare, 1);
  requireWithin("satisfiedTell", satisfiedTell, Infinity);
}

function requireRange(name: string, { low, expected, high }: AssumedRange, most: number): void {
  for (const value of [low, expected, high]) requireWithin(name, value, most);
  if (low <= expected && expected <= high) return;
  throw new RangeError(
    `Cannot ${TASK}: ${name} must rise from low to high, got ${low}, ${expected}, ${high}`,
  );
}

function requireWithin(name: string, value: number, most: number): void {
  if (Number.isFinite(value) && value >= 0 && value <= most) return;
  const range = most === Infinity ? "at least 0" : `from 0 to ${most}`;
  throw new RangeError(`Cannot ${TASK}: ${name} must be ${range}, got ${value}`);
}
