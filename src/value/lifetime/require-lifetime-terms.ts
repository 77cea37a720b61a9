import { requireAtLeast, requireHorizon } from "../economics/economics-check.js";
import type { LifetimeValueTerms } from "./lifetime-terms.js";

const TASK = "value a lifetime";

/** Throws unless margin, discount and horizon can be reckoned with. @internal */
export function requireLifetimeTerms({ marginShare, discount, horizon }: LifetimeValueTerms): void {
  const { rate, period } = discount;
  if (!(marginShare >= -1e6 && marginShare <= 1)) {
    throw cannot(`the margin must be a share of -1e6 to 1, got ${String(marginShare)}`);
  }
  requireAtLeast(rate, { least: 0, name: "rate of discount", task: TASK });
  if (!(period > 0 && period < Infinity)) {
    throw cannot(`the period of discount must be a number above 0, got ${String(period)}`);
  }
  requireHorizon(horizon, TASK);
  if (horizon === "infinite" && rate === 0) {
    throw cannot("without an end the rate of discount must be above 0, got 0");
  }
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot ${TASK}: ${why}`);
}
