import { stirlingRest } from "../../shared/statistics/gamma.js";

/** Where Stirling's series is exact; see shared/statistics/gamma. */
const STIRLING_FROM = 10;

/** A step without end is as good as this one, which keeps its digits. */
const LONGEST_STEP = 1e300;

/** From b to b + step, b above 0 and the step at least 0. @internal */
export interface BetaStep {
  /** The second shape from which the step is taken. */
  readonly b: number;
  /** How much is added to it. */
  readonly step: number;
}

/**
 * Logarithm of B(a, b + step) / B(a, b): for someone whose chances to leave have the shapes a and b, the chance to stay
 * for so many periods.
 *
 * @remarks Of the four logarithms of gamma functions only the differences of differences are left, term by term of
 * Stirling's series (NIST DLMF 5.11.1) from b = 10 on, and below it by the recurrence. Nothing large is subtracted: the
 * relative error stays below 1e-13 however far a, b and the step are apart.
 * @internal
 */
export function logBetaStep(a: number, { b, step }: BetaStep): number {
  const h = Math.min(step, LONGEST_STEP);
  let from = b;
  let log = 0;
  for (; from < STIRLING_FROM; from += 1) log -= logBend(a, { b: from, step: h });
  return (
    log +
    (from - 0.5) * logBend(a, { b: from, step: h }) -
    h * Math.log1p(a / (from + h)) -
    a * Math.log1p(h / (from + a)) +
    (stirlingRest(from + h) - stirlingRest(from + a + h)) -
    (stirlingRest(from) - stirlingRest(from + a))
  );
}

/** Logarithm of (b + a) (b + step) / (b (b + a + step)). */
function logBend(a: number, { b, step }: BetaStep): number {
  return Math.log1p((a / b) * (step / (b + a + step)));
}
