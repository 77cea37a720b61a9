import { hypergeometricFrom1 } from "../../../shared/numerics/hypergeometric.js";
import { integrateStretch } from "./stretch-integrals.js";

/**
 * Two events that a customer waits for, each at a rate of their own: leaving and buying.
 *
 * @internal
 */
export interface LeavingRace {
  /** Shape of the rates of leaving, above 0. */
  readonly leaveShape: number;
  /** Scale of the rates of leaving, above 0. */
  readonly leaveScale: number;
  /** Shape of the rates of buying, above 0. */
  readonly buyShape: number;
  /** Scale of the rates of buying, above 0. */
  readonly buyScale: number;
}

/** With scales farther apart than this, the continued fraction would take longer than the quadrature. */
const FAR_APART = 0.01;

/** Whether the two scales are close enough for {@link leavesFirstEver}. @internal */
export function hasCloseScales({ leaveScale, buyScale }: LeavingRace): boolean {
  return leaveScale > FAR_APART * buyScale && buyScale > FAR_APART * leaveScale;
}

/**
 * How probable is it that a customer leaves before buying? The complement is the same with leaving and buying
 * exchanged.
 *
 * @remarks The integral of Schmittlein, Morrison and Colombo (1987, Management Science 33:1, equations 20 to 22), with
 * the hypergeometric function in the form F(1, b; c; z) by NIST DLMF 15.8.1.
 * @internal
 */
export function leavesFirstEver(race: LeavingRace): number {
  const { leaveShape: s, leaveScale: b, buyShape: n, buyScale: a } = race;
  const c = n + s + 1;
  if (a >= b) return (s / (n + s)) * hypergeometricFrom1(n, { c, z: (a - b) / a });
  return ((s * a) / ((n + s) * b)) * hypergeometricFrom1(s + 1, { c, z: (b - a) / b });
}

/**
 * How probable is it that a customer leaves before buying, and within a time?
 *
 * @remarks Where neither event is likely within the time, the difference of two probabilities would lose digits: then
 * by quadrature, as where the scales are far apart.
 * @internal
 */
export function leavesFirstWithin(race: LeavingRace, within: number): number {
  const { leaveShape: s, leaveScale: b, buyShape: n, buyScale: a } = race;
  if (within === 0) return 0;
  const fall = n * Math.log1p(within / a) + s * Math.log1p(within / b);
  if (fall < 1 || !hasCloseScales(race)) {
    const sums = new Float64Array(5);
    integrateStretch(sums, {
      a,
      b,
      n,
      q: s + 1,
      length: within,
      fall: fall + Math.log1p(within / b),
    });
    return (s / b) * sums[0]!;
  }
  const later = { leaveShape: s, leaveScale: b + within, buyShape: n, buyScale: a + within };
  return leavesFirstEver(race) - Math.exp(-fall) * leavesFirstEver(later);
}
