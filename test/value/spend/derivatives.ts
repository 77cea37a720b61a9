import { expect } from "vitest";
import type { Objective } from "../../../src/shared/optimisation/minimise.js";

/** Expects the derivatives a likelihood writes to be those of its values. */
export function expectDerivatives(objective: Objective, at: readonly number[]): void {
  const gradient = new Float64Array(at.length);
  objective(Float64Array.from(at), gradient);
  const scratch = new Float64Array(at.length);
  at.forEach((value, i) => {
    const step = 1e-3 * value;
    // Four points: the error falls with the fourth power of the step.
    const moved = (steps: number): number => {
      const there = Float64Array.from(at, (own, k) => (k === i ? own + steps * step : own));
      return objective(there, scratch);
    };
    const slope = (8 * (moved(1) - moved(-1)) - (moved(2) - moved(-2))) / (12 * step);
    const error = Math.abs(gradient[i]! - slope);
    expect(error, `derivative ${String(i)} at ${at.join(", ")}`).toBeLessThan(
      1e-6 * (1 + Math.abs(slope)),
    );
  });
}
