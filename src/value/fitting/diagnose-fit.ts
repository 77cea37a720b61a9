import type { Minimum } from "../../shared/optimisation/minimise.js";
import { symmetricEigen, type SymmetricMatrix } from "../../shared/statistics/symmetric.js";
import type { FitDiagnostic, RunawayParameter } from "./model-fit.js";
import type { Refined } from "./refine-minimum.js";

/** A mean log-likelihood that changes by less over a factor of e in a parameter does not know that parameter. */
const LEAST_CURVATURE = 1e-8;

/** A step of Newton's method of this length or more, where the search ended, says that it had not arrived. */
const LONG_STEP = 0.1;

/** A parameter beyond 1e4 or below 1e-4, in mean ages or spends, is on its way to a limit if it still moves. */
const FAR = Math.log(1e4);

/** Is the end of a search a maximum, and if not, which parameters run off? @internal */
export function diagnoseFit(
  { minimum, held }: Refined,
  { hessian, names }: { readonly hessian: SymmetricMatrix; readonly names: readonly string[] },
): FitDiagnostic {
  const { at, converged, gradient } = minimum;
  const axes = axesOf(minimum, hessian);
  const flat = axes.filter(({ curvature }) => !(curvature > LEAST_CURVATURE));
  if (converged && flat.length === 0 && !held.includes(true)) return { code: "interior-maximum" };
  const moving = axes.filter(({ curvature, slope }) => !(slope < LONG_STEP * curvature));
  const isFar = at.some((value) => Math.abs(value) > FAR);
  const ridges = flat.length > 0 ? flat : isFar ? moving : [];
  const runaways = alongRidge(ridges, names);
  for (const [i, parameter] of names.entries()) {
    if (!held[i] || runaways.some((one) => one.parameter === parameter)) continue;
    runaways.push({ parameter, towards: at[i]! < 0 ? "zero" : "infinity" });
  }
  if (runaways.length > 0) return { code: "no-interior-maximum", runaways };
  return {
    code: "not-converged",
    gradient: gradient.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0),
  };
}

/** A direction in which the curvature acts alone, pointing to where the likelihood rises. */
interface Axis {
  readonly direction: readonly number[];
  readonly curvature: number;
  /** How fast the likelihood rises; at least 0. */
  readonly slope: number;
}

function axesOf({ at, gradient }: Minimum, hessian: SymmetricMatrix): Axis[] {
  const { values, vectors } = symmetricEigen(hessian);
  return vectors.map((vector, k) => {
    const slope = dot(vector, gradient);
    const sense = slope === 0 ? dot(vector, at) : -slope;
    return {
      direction: sense < 0 ? vector.map((entry) => -entry) : vector,
      curvature: values[k]!,
      slope: Math.abs(slope),
    };
  });
}

/** Which parameters move along the steepest of these directions. */
function alongRidge(ridges: readonly Axis[], names: readonly string[]): RunawayParameter[] {
  if (ridges.length === 0) return [];
  const { direction } = ridges.reduce((best, axis) => (axis.slope > best.slope ? axis : best));
  const least = 0.3 * Math.max(...direction.map(Math.abs));
  return names.flatMap((parameter, i): RunawayParameter[] => {
    if (Math.abs(direction[i]!) < least) return [];
    return [{ parameter, towards: direction[i]! < 0 ? "zero" : "infinity" }];
  });
}

function dot(a: readonly number[], b: Float64Array): number {
  return a.reduce((sum, entry, i) => sum + entry * b[i]!, 0);
}
