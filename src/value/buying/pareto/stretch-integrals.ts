import { GAUSS_12, GAUSS_4 } from "../../../shared/numerics/gauss-legendre.js";

/**
 * A stretch of time after a moment, and how the weight of leaving falls over it: as (1 + v/a)^-n (1 + v/b)^-q, v the
 * time since the moment.
 *
 * @internal
 */
export interface LeavingStretch {
  /** Scale of the rates of buying at the moment, above 0. */
  readonly a: number;
  /** Scale of the rates of leaving at the moment, above 0. */
  readonly b: number;
  /** Shape of the rates of buying, above 0. */
  readonly n: number;
  /** Shape of the rates of leaving and 1 more. */
  readonly q: number;
  /** How long it is, above 0. */
  readonly length: number;
  /** By how much the logarithm of the weight falls. */
  readonly fall: number;
}

/** Within these bounds four nodes have an error below 1e-15. */
const SHORT_FALL = 0.19;
const SHORT_WIDTH = 0.055;

/** Within these bounds twelve nodes have an error below 1e-15. */
const PANEL_FALL = 8;
const PANEL_WIDTH = 2;

/**
 * Integrals over a stretch, written to five sums: of the weight, and of the weight times log(1 + v/a), log(1 + v/b),
 * v / (a + v) and v / (b + v). All terms are positive.
 *
 * @internal
 */
export function integrateStretch(sums: Float64Array, stretch: LeavingStretch): void {
  const { a, b, length, fall } = stretch;
  if (fall < SHORT_FALL && length < SHORT_WIDTH * Math.min(a, b)) integrateShort(sums, stretch);
  else integrateLong(sums, stretch);
}

function integrateShort(sums: Float64Array, { a, b, n, q, length }: LeavingStretch): void {
  const { nodes, weights } = GAUSS_4;
  let [plain, logA, logB, shareA, shareB] = [0, 0, 0, 0, 0];
  for (let i = 0; i < 4; i += 1) {
    const passed = length * nodes[i]!;
    const byA = shortLog(passed / (2 * a + passed));
    const byB = shortLog(passed / (2 * b + passed));
    const weight = weights[i]! * length * Math.exp(-n * byA - q * byB);
    plain += weight;
    logA += weight * byA;
    logB += weight * byB;
    shareA += (weight * passed) / (a + passed);
    shareB += (weight * passed) / (b + passed);
  }
  sums[0] = plain;
  sums[1] = logA;
  sums[2] = logB;
  sums[3] = shareA;
  sums[4] = shareB;
}

/** The logarithm of (1 + z) / (1 - z) for z up to 0.03, by its series: many times faster than `Math.log1p`. */
function shortLog(z: number): number {
  const square = z * z;
  return 2 * z * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))));
}

/** In y = log(1 + v/m), m the smaller scale: there the weight is smooth on a scale of 1, however the scales differ. */
function integrateLong(sums: Float64Array, { a, b, n, q, length }: LeavingStretch): void {
  const { nodes, weights } = GAUSS_12;
  const near = Math.min(a, b);
  const shape = { ratio: near / Math.max(a, b), nearShape: a < b ? n : q, farShape: a < b ? q : n };
  const end = Math.log1p(length / near);
  sums.fill(0);
  for (let y = 0; y < end;) {
    const step = Math.min(end - y, panelWidth(y, shape));
    let last = 0;
    for (let i = 0; i < 12; i += 1) {
      const passed = near * Math.expm1(y + step * nodes[i]!);
      const byA = Math.log1p(passed / a);
      const byB = Math.log1p(passed / b);
      last = (near + passed) * Math.exp(-n * byA - q * byB);
      const weight = weights[i]! * step * last;
      sums[0]! += weight;
      sums[1]! += weight * byA;
      sums[2]! += weight * byB;
      sums[3]! += (weight * passed) / (a + passed);
      sums[4]! += (weight * passed) / (b + passed);
    }
    y += step;
    // The integrand rises at most once and then falls: what is left is nothing.
    if (last * (end - y) < 1e-18 * sums[0]!) break;
  }
}

/** How steeply the integrand falls in y: its exponents, and by how much the scales differ. */
interface PanelShape {
  /** The smaller scale by the larger. */
  readonly ratio: number;
  /** Exponent that belongs to the smaller scale. */
  readonly nearShape: number;
  /** Exponent that belongs to the larger scale. */
  readonly farShape: number;
}

/** The width within which the integrand falls by at most e^8: the fall is steepest at the end of the panel. */
function panelWidth(y: number, shape: PanelShape): number {
  const first = Math.min(PANEL_WIDTH, PANEL_FALL / steepness(y, shape));
  return Math.min(first, PANEL_FALL / steepness(y + first, shape));
}

function steepness(y: number, { ratio, nearShape, farShape }: PanelShape): number {
  const grown = ratio * Math.exp(y);
  return Math.abs(1 - nearShape) + (farShape * grown) / (1 - ratio + grown);
}
