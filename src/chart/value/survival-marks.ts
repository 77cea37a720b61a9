import { SENTENCE } from "../frame/row-marks.js";
import type { ChartDatum, ChartLayer } from "../frame/specification.js";
import { amountText } from "../frame/wording.js";
import { curveLine, type CurveLook } from "./curve-looks.js";
import { pathBoxes, spotNames, stepPath, thinned, type CurvePlane } from "./curve-plane.js";
import type { NamedSurvival } from "./named-survival.js";
import type { SurvivalChartPoint } from "./survival-chart-curve.js";

const BAND_OPACITY = 0.16;

/** Half the height of a censoring mark, in percent. */
const CENSOR_HALF = 1.6;

/** Censoring marks nearer than this are one, in pixels. */
const CENSOR_PITCH = 4;

/** Draws bands, curves, censoring marks and medians, from the ground up. @internal */
export function survivalLayers(
  curves: readonly NamedSurvival[],
  {
    looks,
    plane,
    isCrowded,
  }: {
    readonly looks: readonly CurveLook[];
    readonly plane: CurvePlane;
    /** Whether there are too many curves for bands and texts. */
    readonly isCrowded: boolean;
  },
): ChartLayer[] {
  const [x, y] = [plane.x("time"), plane.y("left")];
  const spotOf = ({ time, survival }: SurvivalChartPoint) => plane.spot(time, 100 * survival);
  const lines = curves.map(({ points }) => thinned(points, spotOf));
  const each = (draw: (index: number) => ChartLayer | undefined): ChartLayer[] =>
    curves.flatMap((_, index) => draw(index) ?? []);
  return [
    ...(isCrowded ? [] : each((index) => bandLayer(lines[index]!, { look: looks[index]!, plane }))),
    ...halfLayers(curves, plane),
    ...lines.map((line, index) =>
      curveLine(
        line.map(({ time, survival }) => ({ time, left: 100 * survival })),
        { look: looks[index]!, interpolate: "step-after", x, y },
      ),
    ),
    ...each((index) => censorLayer(curves[index]!, { look: looks[index]!, plane })),
    ...each((index) => medianLayer(curves[index]!, { look: looks[index]!, plane })),
    ...(isCrowded ? [] : nameLayers(curves, { lines, plane })),
  ];
}

function bandLayer(
  points: readonly SurvivalChartPoint[],
  { look: { color }, plane }: { readonly look: CurveLook; readonly plane: CurvePlane },
): ChartLayer | undefined {
  const values = points.flatMap(({ time, lower, upper }): ChartDatum[] =>
    lower === undefined || upper === undefined
      ? []
      : [{ time, lower: 100 * lower, upper: 100 * upper, band: "band" }],
  );
  if (values.every((row) => row["lower"] === row["upper"])) return undefined;
  return {
    data: { values },
    mark: { type: "area", aria: false, color, opacity: BAND_OPACITY, interpolate: "step-after" },
    encoding: {
      ...{ x: plane.x("time"), y: plane.y("lower"), y2: { field: "upper" } },
      detail: { field: "band", type: "nominal" },
    },
  };
}

/** The height at which half are left, as far as the last median, and down from each median. */
function halfLayers(curves: readonly NamedSurvival[], plane: CurvePlane): ChartLayer[] {
  const halves = curves.flatMap(({ half }) => half ?? []);
  if (halves.length === 0) return [];
  const { quiet: color } = plane.palette;
  const mark = { type: "rule", aria: false, color, strokeWidth: 1 } as const;
  return [
    {
      data: { values: [{ time: 0, end: Math.max(...halves), left: 50 }] },
      mark: { ...mark, strokeDash: [4, 4] },
      encoding: { x: plane.x("time"), x2: { field: "end" }, y: plane.y("left") },
    },
    {
      data: { values: halves.map((time) => ({ time, left: 0, top: 50 })) },
      mark: { ...mark, strokeDash: [4, 4] },
      encoding: { x: plane.x("time"), y: plane.y("left"), y2: { field: "top" } },
    },
  ];
}

function censorLayer(
  { points }: NamedSurvival,
  { look: { color }, plane }: { readonly look: CurveLook; readonly plane: CurvePlane },
): ChartLayer | undefined {
  let last = -Infinity;
  const values = points.flatMap(({ time, survival, censored = 0 }): ChartDatum[] => {
    const here = plane.spot(time, 100 * survival).x;
    if (censored === 0 || here - last < CENSOR_PITCH) return [];
    last = here;
    return [{ time, left: 100 * survival - CENSOR_HALF, top: 100 * survival + CENSOR_HALF }];
  });
  if (values.length === 0) return undefined;
  return {
    data: { values },
    mark: { type: "rule", aria: false, color, strokeWidth: 1 },
    encoding: { x: plane.x("time"), y: plane.y("left"), y2: { field: "top" } },
  };
}

/** The median, or the end where more than half are left. */
function medianLayer(
  { points, half, sentence }: NamedSurvival,
  { look: { color, shape }, plane }: { readonly look: CurveLook; readonly plane: CurvePlane },
): ChartLayer {
  const { time, survival } = points.at(-1)!;
  const at = half === undefined ? { time, left: 100 * survival } : { time: half, left: 50 };
  return {
    data: { values: [{ ...at, sentence }] },
    mark: { type: "point", aria: true, shape, size: 90, filled: true, opacity: 1, color },
    encoding: { x: plane.x("time"), y: plane.y("left"), ...SENTENCE },
  };
}

function nameLayers(
  curves: readonly NamedSurvival[],
  {
    lines,
    plane,
  }: {
    readonly lines: readonly (readonly SurvivalChartPoint[])[];
    readonly plane: CurvePlane;
  },
): ChartLayer[] {
  const names = curves.flatMap(({ half }) =>
    half === undefined ? [] : [{ ...plane.spot(half, 50), text: amountText(half) }],
  );
  const paths = lines.map((line) =>
    stepPath(line.map(({ time, survival }) => plane.spot(time, 100 * survival))),
  );
  const half = names.map(({ x, y }) => [
    { x: 0, y },
    { x, y },
    { x, y: plane.height },
  ]);
  return spotNames(names, { plane, taken: [...paths, ...half].flatMap(pathBoxes) });
}
