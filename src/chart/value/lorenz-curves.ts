import { requireCurves } from "./curve-looks.js";
import { requireFigure } from "./required-figures.js";

/** A share of the customers with the share of the value they hold. */
interface CurvePoint {
  readonly customerShare: number;
  readonly valueShare: number;
}

/** A curve, perhaps with its Gini index. */
interface PointsOfCurve {
  readonly points: readonly CurvePoint[];
  readonly gini?: number | undefined;
}

const TASK = "a Lorenz curve";

/** The curves that are meant, with shares that can be drawn: points alone are one curve. @internal */
export function lorenzCurvesOf<Curve extends PointsOfCurve>(
  given: readonly CurvePoint[] | readonly Curve[],
): readonly (Curve | PointsOfCurve)[] {
  const curves = isListOf(given, isPoint) && given.length > 0 ? [{ points: given }] : given;
  if (!isListOf(curves, isCurve)) {
    throw new TypeError(
      `Cannot draw ${TASK}: it needs a list of points { customerShare, valueShare } or of curves { points }, ` +
        `got ${shapeOf(given)}`,
    );
  }
  requireCurves(curves.length, TASK);
  curves.forEach(requireCurve);
  return curves;
}

function isListOf<One>(
  given: unknown,
  isOne: (one: unknown) => one is One,
): given is readonly One[] {
  return Array.isArray(given) && given.every(isOne);
}

function isPoint(one: unknown): one is CurvePoint {
  return isRecord(one) && "customerShare" in one && "valueShare" in one;
}

function isCurve(one: unknown): one is PointsOfCurve {
  return isRecord(one) && isListOf(one["points"], isPoint);
}

function isRecord(one: unknown): one is Readonly<Record<string, unknown>> {
  return typeof one === "object" && one !== null;
}

/** What was given instead, in few words. */
function shapeOf(given: unknown): string {
  if (Array.isArray(given)) {
    return `a list with ${shapeOf(given.find((one) => !isCurve(one)))}`;
  }
  return isRecord(given) ? `{ ${Object.keys(given).join(", ")} }` : String(given);
}

function requireCurve({ points, gini }: PointsOfCurve, curve: number): void {
  const share = (value: number, name: string): void => {
    requireFigure(value, {
      task: TASK,
      name: `curves[${String(curve)}].${name}`,
      least: 0,
      most: 1,
    });
  };
  if (gini !== undefined) share(gini, "gini");
  points.forEach(({ customerShare, valueShare }, index) => {
    const name = `points[${String(index)}]`;
    share(customerShare, `${name}.customerShare`);
    share(valueShare, `${name}.valueShare`);
    const before = points[index - 1]?.customerShare ?? 0;
    if (customerShare >= before) return;
    throw new RangeError(
      `Cannot draw ${TASK}: curves[${String(curve)}].${name}.customerShare must not fall, got ${String(customerShare)} after ${String(before)}`,
    );
  });
}
