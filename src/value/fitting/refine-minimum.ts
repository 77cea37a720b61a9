import type { Minimum } from "../../shared/optimisation/minimise.js";
import { symmetricEigen, type SymmetricMatrix } from "../../shared/statistics/symmetric.js";
import type { MeanLoss } from "./mean-loss.js";

/** Where the last steps of a search led. @internal */
export interface Refined {
  /** The point; its steps include those of the search before. */
  readonly minimum: Minimum;
  /** Which variables stand at a bound and are pushed against it. */
  readonly held: readonly boolean[];
}

const MOST_STEPS = 60;

/** Along no axis of the curvature does a step go farther: a factor of e. */
const LONGEST_STEP = 1;

/** A derivative of the mean log-likelihood below this is 0 for the digits of a double. */
const NO_SLOPE = 1e-12;

/** Steps below this leave a parameter as it is to ten digits. */
const ARRIVED = 1e-10;

/** A step below this settles a parameter to six digits. */
const SETTLED = 1e-7;

const BESIDE_BOUND = 1e-9;

/** Steps below this change the curvature so little that it need not be found anew. */
const SAME_CURVATURE = 1e-3;

/**
 * Newton's method from where a search ended, which squares the small error that is left.
 *
 * Beside a maximum its steps soon vanish. On a slope that never ends, where each factor of e in a parameter brings a
 * fixed share of what was left to gain, its steps stay as long as they are: the point goes on until the bound, or until
 * nothing is to be gained in the digits of a double. This is how the one is told from the other.
 *
 * @remarks Steps by the absolute value of the curvature along each of its axes, so that a saddle is left: Dauphin et
 * al. (2014, Advances in Neural Information Processing Systems 27:2933).
 * @internal
 */
export function refineMinimum(
  { objective, steering }: MeanLoss,
  from: Minimum,
  { lower, upper }: { readonly lower: Float64Array; readonly upper: Float64Array },
): Refined {
  let minimum: Minimum = { ...from, converged: false };
  let held = heldAt(minimum, { lower, upper });
  let hessian: SymmetricMatrix | undefined;
  let { iterations } = from;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    hessian ??= steering(minimum.at, minimum.gradient);
    const direction = directionOf(minimum.gradient, { hessian, held });
    if (direction === undefined) break;
    const length = largest(direction);
    if (length < SETTLED) minimum = { ...minimum, converged: true };
    if (length < ARRIVED) break;
    const room = roomBefore(minimum.at, { direction, lower, upper });
    const next = shorten(minimum, (share) => {
      const at = minimum.at.map((value, i) => {
        const moved = value + share * room * direction[i]!;
        // What comes so near to a bound stands at it, for good if it is pushed on.
        if (moved < lower[i]! + BESIDE_BOUND) return lower[i]!;
        return moved > upper[i]! - BESIDE_BOUND ? upper[i]! : moved;
      });
      const gradient = new Float64Array(at.length);
      const value = objective(at, gradient);
      return { at, gradient, value, iterations, converged: false };
    });
    if (next === undefined) break;
    iterations += 1;
    const moved = largest(next.at.map((value, i) => value - minimum.at[i]!));
    minimum = next;
    held = heldAt(minimum, { lower, upper });
    if (moved > SAME_CURVATURE) hessian = undefined;
  }
  return { minimum: { ...minimum, iterations }, held };
}

/** The share of a step that leads to the first bound in its way: the others must not go on alone. */
function roomBefore(
  at: Float64Array,
  {
    direction,
    lower,
    upper,
  }: {
    readonly direction: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  },
): number {
  let room = 1;
  for (let i = 0; i < at.length; i += 1) {
    const bound = direction[i]! < 0 ? lower[i]! : upper[i]!;
    if (Math.abs(direction[i]!) * room > Math.abs(bound - at[i]!)) {
      room = (bound - at[i]!) / direction[i]!;
    }
  }
  return room;
}

/** The first of a few shorter and shorter steps that does not lose. */
function shorten(from: Minimum, tried: (share: number) => Minimum): Minimum | undefined {
  const rounding = 1e-14 * Math.abs(from.value);
  for (let share = 1; share > 0.01; share /= 2) {
    const next = tried(share);
    if (!next.gradient.every(Number.isFinite)) continue;
    if (next.value < from.value - rounding) return next;
    // Within rounding the value says nothing, and the slope decides.
    if (next.value <= from.value + rounding && largest(next.gradient) < largest(from.gradient)) {
      return next;
    }
  }
  return undefined;
}

function directionOf(
  gradient: Float64Array,
  { hessian, held }: { readonly hessian: SymmetricMatrix; readonly held: readonly boolean[] },
): Float64Array | undefined {
  if (!hessian.every((row) => row.every(Number.isFinite))) return undefined;
  const free = gradient.map((entry, i) => (held[i] ? 0 : entry));
  const { values, vectors } = symmetricEigen(
    hessian.map((row, i) => row.map((entry, j) => (i !== j && (held[i] || held[j]) ? 0 : entry))),
  );
  const direction = new Float64Array(gradient.length);
  values.forEach((value, k) => {
    const slope = vectors[k]!.reduce((sum, entry, i) => sum + entry * free[i]!, 0);
    if (Math.abs(slope) < NO_SLOPE) return;
    const length = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope / Math.abs(value)));
    vectors[k]!.forEach((entry, i) => (direction[i]! -= length * entry));
  });
  return direction;
}

function heldAt(
  { at, gradient }: Minimum,
  { lower, upper }: { readonly lower: Float64Array; readonly upper: Float64Array },
): boolean[] {
  return Array.from(
    at,
    (value, i) =>
      (value <= lower[i]! && gradient[i]! >= 0) || (value >= upper[i]! && gradient[i]! <= 0),
  );
}

function largest(entries: Float64Array): number {
  let most = 0;
  for (const entry of entries) most = Math.max(most, Math.abs(entry));
  return most;
}
