/** The function to be minimised: returns its value and writes its gradient. @internal */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/** Where and how a function is minimised. @internal */
export interface MinimiseOptions {
  /** Where to begin, within the bounds. */
  readonly start: ArrayLike<number>;
  /** The least value of each variable. */
  readonly lower: ArrayLike<number>;
  /** The greatest value of each variable. */
  readonly upper: ArrayLike<number>;
  /** The search ends when no free entry of the gradient exceeds this. */
  readonly gradientTolerance: number;
  /** The search ends after so many steps. */
  readonly maximumIterations: number;
}

/** The end of a search. @internal */
export interface Minimum {
  /** The variables. */
  readonly at: Float64Array;
  /** The function there. */
  readonly value: number;
  /** The gradient there. */
  readonly gradient: Float64Array;
  /** Steps taken. */
  readonly iterations: number;
  /** Whether no free entry of the gradient exceeds the tolerance. */
  readonly converged: boolean;
}

interface Point {
  readonly at: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Armijo's and Wolfe's constants; Nocedal and Wright, section 3.1. */
const ENOUGH_DECREASE = 1e-4;
const ENOUGH_CURVATURE = 0.9;

/** No variable moves farther in one step: the variables are logarithms, where 2 is a factor of 7. */
const LONGEST_STEP = 2;

/**
 * Minimises a smooth function of a few variables within bounds, by its gradient.
 *
 * A value that is not finite counts as infinitely bad. Variables at a bound that the gradient pushes outwards stay
 * there; the others are moved.
 *
 * @remarks BFGS with a line search for the weak Wolfe conditions by doubling and halving: Nocedal and Wright (2006,
 * Numerical Optimization, 2nd edition, algorithm 6.1 and section 16.7 for the bounds); Lewis and Overton (2013,
 * Mathematical Programming 141:135) for the line search.
 * @internal
 */
export function minimise(objective: Objective, options: MinimiseOptions): Minimum {
  const { start, lower, upper, gradientTolerance, maximumIterations } = options;
  const size = start.length;
  let point = evaluate(objective, Float64Array.from(start));
  let inverse = identity(size);
  let iterations = 0;
  let restarted = true;
  let held = heldAtBounds(point, { lower, upper });
  for (;;) {
    if (largestFree(point.gradient, held) <= gradientTolerance) {
      return { ...point, iterations, converged: true };
    }
    if (iterations >= maximumIterations) return { ...point, iterations, converged: false };
    const direction = descent(point.gradient, { inverse, held });
    const next = lineSearch(objective, point, direction, { lower, upper });
    if (next === undefined) {
      // The curvature learned may mislead: try once along the plain gradient, then there is nothing left to gain.
      if (restarted) return { ...point, iterations, converged: false };
      inverse = identity(size);
      restarted = true;
      continue;
    }
    iterations += 1;
    const heldNext = heldAtBounds(next, { lower, upper });
    const learned = updateInverse(inverse, {
      step: difference(next.at, point.at),
      turn: difference(next.gradient, point.gradient),
      first: restarted,
    });
    restarted = !learned;
    point = next;
    if (heldNext.some((isHeld, i) => isHeld !== held[i])) {
      inverse = identity(size);
      restarted = true;
    }
    held = heldNext;
  }
}

function evaluate(objective: Objective, at: Float64Array): Point {
  const gradient = new Float64Array(at.length);
  const value = objective(at, gradient);
  const usable = Number.isFinite(value) && gradient.every(Number.isFinite);
  return { at, value: usable ? value : Infinity, gradient };
}

type Bounds = Pick<MinimiseOptions, "lower" | "upper">;

function heldAtBounds({ at, gradient }: Point, { lower, upper }: Bounds): boolean[] {
  return Array.from(
    at,
    (value, i) =>
      (value <= lower[i]! && gradient[i]! > 0) || (value >= upper[i]! && gradient[i]! < 0),
  );
}

function largestFree(gradient: Float64Array, held: readonly boolean[]): number {
  return gradient.reduce((most, entry, i) => (held[i] ? most : Math.max(most, Math.abs(entry))), 0);
}

function descent(
  gradient: Float64Array,
  { inverse, held }: { readonly inverse: readonly Float64Array[]; readonly held: boolean[] },
): Float64Array {
  const size = gradient.length;
  const direction = new Float64Array(size);
  let slope = 0;
  for (let i = 0; i < size; i += 1) {
    if (held[i]) continue;
    for (let j = 0; j < size; j += 1) {
      if (!held[j]) direction[i]! -= inverse[i]![j]! * gradient[j]!;
    }
    slope += direction[i]! * gradient[i]!;
  }
  if (slope < 0) return direction;
  return gradient.map((entry, i) => (held[i] ? 0 : -entry));
}

/** Doubles and halves the step until the value falls enough and the slope has flattened enough. */
function lineSearch(
  objective: Objective,
  from: Point,
  direction: Float64Array,
  { lower, upper }: Bounds,
): Point | undefined {
  const slope = dot(from.gradient, direction);
  const farthest = direction.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  let step = Math.min(1, LONGEST_STEP / farthest);
  let shortest = 0;
  let longest = LONGEST_STEP / farthest;
  let isTooLong = false;
  let best: Point | undefined;
  for (let trial = 0; trial < 40; trial += 1) {
    const at = from.at.map((value, i) =>
      Math.min(upper[i]!, Math.max(lower[i]!, value + step * direction[i]!)),
    );
    const point = evaluate(objective, at);
    if (!(point.value <= from.value + ENOUGH_DECREASE * step * slope)) {
      longest = step;
      isTooLong = true;
    } else if (dot(point.gradient, direction) < ENOUGH_CURVATURE * slope) {
      best = point;
      if (step >= longest) return best;
      shortest = step;
    } else return point;
    const next = isTooLong ? (shortest + longest) / 2 : 2 * step;
    if (best !== undefined && longest - shortest < 1e-3 * longest) return best;
    step = Math.min(next, longest);
  }
  return best;
}

/** The BFGS update, left out where the curvature is not positive. Returns whether anything was learned. */
function updateInverse(
  inverse: readonly Float64Array[],
  {
    step,
    turn,
    first,
  }: { readonly step: Float64Array; readonly turn: Float64Array; readonly first: boolean },
): boolean {
  const curvature = dot(step, turn);
  if (!(curvature > 1e-12 * Math.sqrt(dot(step, step) * dot(turn, turn)))) return false;
  const size = step.length;
  if (first) {
    const scale = curvature / dot(turn, turn);
    for (let i = 0; i < size; i += 1) inverse[i]!.fill(0)[i] = scale;
  }
  const turned = inverse.map((row) => dot(row, turn));
  const quadratic = dot(turned, turn);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      inverse[i]![j]! +=
        ((1 + quadratic / curvature) * step[i]! * step[j]! -
          turned[i]! * step[j]! -
          step[i]! * turned[j]!) /
        curvature;
    }
  }
  return true;
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size);
    row[i] = 1;
    return row;
  });
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
