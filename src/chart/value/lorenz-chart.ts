import { canvasChart } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import { SENTENCE } from "../frame/row-marks.js";
import type { ChartLayer, PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { decimalText, listText, percentText } from "../frame/wording.js";
import { curveLegend, curveLine, curveLooks, type CurveLook } from "./curve-looks.js";
import {
  curvePlane,
  pathBoxes,
  PERCENT_DOMAIN,
  spotNames,
  thinned,
  type CurvePlane,
} from "./curve-plane.js";
import { lorenzCurvesOf } from "./lorenz-curves.js";

/** A share of the customers with the share of the value they hold: a point of a Lorenz curve. */
export interface LorenzChartPoint {
  /** Share of the customers, 0 to 1, growing from point to point. */
  readonly customerShare: number;
  /** Share of the value these hold, 0 to 1. */
  readonly valueShare: number;
}

/** How the value is spread over the customers. */
export interface LorenzChartCurve {
  /** What to call it, such as a year; needed to tell several apart. */
  readonly label?: string;
  /** The curve, with the smallest or with the largest customers first. */
  readonly points: readonly LorenzChartPoint[];
  /** The Gini index, 0 for all alike to 1; that of the points where absent. */
  readonly gini?: number | undefined;
}

interface NamedCurve extends LorenzChartCurve {
  readonly name: string;
  readonly gini: number;
  /** What the largest fifth holds. */
  readonly topShare: number;
  /** Where that is marked: the customers counted up to there. */
  readonly mark: number;
}

/** The part of the customers whose share is marked. */
const TOP = 0.2;

/**
 * How much of the value do the best customers hold?
 *
 * Percent of the customers against percent of the value they hold, beside the straight line of equality; the point of
 * the largest 20 percent is marked, the Gini index stands in the title. Curves with the smallest customers first hang
 * below the line, those with the largest first lie above it; both are read in the same way.
 *
 * @param curves - The points of one curve, or a list of curves with names and Gini indices, at most 9.
 * @param options - Theme, title and width.
 * @returns The specification; without curves, or for curves without points, one that says so.
 * @throws TypeError when what is given is neither points nor curves; RangeError when a share or a Gini index is not
 * between 0 and 1, the share of customers falls from one point to the next, there are more than 9 curves, or the width
 * is below 280 pixels.
 * @example
 * ```ts
 * import { lorenzChart } from "goodwill/chart";
 *
 * const points = [
 *   { customerShare: 0, valueShare: 0 },
 *   { customerShare: 0.8, valueShare: 0.2 },
 *   { customerShare: 1, valueShare: 1 },
 * ];
 * const chart = lorenzChart(points, { width: 800 });
 * chart.title.text; // => ["The largest 20% of customers hold 80% of the value (Gini 0.600)"]
 * lorenzChart([{ label: "2026", points, gini: 0.6 }], { width: 800 }).title; // => chart.title
 * ```
 */
export function lorenzChart(
  curves: readonly LorenzChartPoint[] | readonly LorenzChartCurve[],
  options: ChartOptions = {},
): PlotSpecification {
  const given = lorenzCurvesOf(curves);
  const named = given.filter(({ points }) => points.length > 0).map(namedCurve);
  if (named.length === 0) {
    return canvasChart(
      {
        ...{ title: "No value is known", subtitle: "", legend: [] },
        description: "Share of customers against the value they hold: no value is known.",
        ...{ tones: {}, drawing: { height: 1, layers: [] } },
      },
      options,
    );
  }
  const looks = curveLooks(named.length, options);
  const sentences = named.map(sentenceOf);
  return curvePlane(
    {
      title: titleText(named),
      subtitle:
        "The farther from the straight line, the more unequal. Marked: the largest 20% of customers.",
      description: `Share of customers against the share of the value they hold: ${sentences.join("; ")}.`,
      legend: [
        ...(named.length > 1
          ? curveLegend(
              named.map(({ name, gini }) => `${name} (Gini ${decimalText(gini, 3)})`),
              looks,
            )
          : []),
        { label: "all alike", shape: "stroke", color: paletteOf(options).quiet, dash: [4, 4] },
      ],
      xTitle: "percent of customers",
      yTitle: "percent of the value",
      ...{ xDomain: PERCENT_DOMAIN, yDomain: PERCENT_DOMAIN },
      layers: (plane) => lorenzLayers(named, { looks, plane }),
    },
    options,
  );
}

/** A curve from nothing to all, with what the largest hold. */
function namedCurve(curve: LorenzChartCurve, index: number): NamedCurve {
  const ends = [
    { customerShare: 0, valueShare: 0 },
    { customerShare: 1, valueShare: 1 },
  ] as const;
  const points = [
    ...((curve.points[0]?.customerShare ?? 0) > 0 ? ends.slice(0, 1) : []),
    ...curve.points,
    ...((curve.points.at(-1)?.customerShare ?? 1) < 1 ? ends.slice(1) : []),
  ];
  const above = points.reduce((sum, point) => sum + point.valueShare - point.customerShare, 0);
  const mark = above > 0 ? TOP : 1 - TOP;
  const held = valueAt(points, mark);
  const topShare = above > 0 ? held : 1 - held;
  return {
    ...{ ...curve, points, mark, topShare, gini: curve.gini ?? giniOf(points) },
    name: curve.label ?? `curve ${String(index + 1)}`,
  };
}

/** Twice the area between curve and line of equality. */
function giniOf(points: readonly LorenzChartPoint[]): number {
  const area = points.slice(1).reduce((sum, { customerShare, valueShare }, index) => {
    const before = points[index]!;
    return sum + (customerShare - before.customerShare) * (valueShare + before.valueShare);
  }, 0);
  return Math.abs(1 - area);
}

/** The value at a share of the customers, straight between two points. */
function valueAt(points: readonly LorenzChartPoint[], share: number): number {
  const next = points.findIndex(({ customerShare }) => customerShare >= share);
  const [before, after] = [points[next - 1], points[next] ?? points.at(-1)!];
  if (before === undefined || after.customerShare === before.customerShare) return after.valueShare;
  const part = (share - before.customerShare) / (after.customerShare - before.customerShare);
  return before.valueShare + part * (after.valueShare - before.valueShare);
}

function titleText(curves: readonly NamedCurve[]): string {
  const [first] = curves;
  if (curves.length === 1 && first !== undefined)
    return `The largest 20% of customers hold ${percentText(first.topShare)} of the value (Gini ${decimalText(first.gini, 3)})`;
  const parts = curves.map(({ name, gini }) => `${name} ${decimalText(gini, 3)}`);
  return `Gini index: ${listText(parts)}`;
}

function sentenceOf({ label, name, topShare, gini }: NamedCurve): string {
  const words = `the largest 20% of customers hold ${percentText(topShare)}, Gini ${decimalText(gini, 3)}`;
  return label === undefined ? words : `${name}: ${words}`;
}

function lorenzLayers(
  curves: readonly NamedCurve[],
  { looks, plane }: { readonly looks: readonly CurveLook[]; readonly plane: CurvePlane },
): ChartLayer[] {
  const { palette, spot } = plane;
  const [x, y] = [plane.x("customers"), plane.y("value")];
  const spotOf = ({ customerShare, valueShare }: LorenzChartPoint) =>
    spot(100 * customerShare, 100 * valueShare);
  const lines = curves.map(({ points }) => thinned(points, spotOf));
  const marks = curves.map(({ mark, topShare }) => ({
    customerShare: mark,
    valueShare: mark === TOP ? topShare : 1 - topShare,
  }));
  const datum = ({ customerShare, valueShare }: LorenzChartPoint) => ({
    customers: 100 * customerShare,
    value: 100 * valueShare,
  });
  return [
    curveLine(
      [
        { customers: 0, value: 0 },
        { customers: 100, value: 100 },
      ],
      { look: { color: palette.quiet, dash: [4, 4] }, strokeWidth: 1.5, x, y },
    ),
    ...lines.map((line, index) => curveLine(line.map(datum), { look: looks[index]!, x, y })),
    ...marks.map((mark, index): ChartLayer => {
      const { color, shape } = looks[index]!;
      return {
        data: { values: [{ ...datum(mark), sentence: sentenceOf(curves[index]!) }] },
        mark: { type: "point", aria: true, shape, size: 110, filled: true, opacity: 1, color },
        encoding: { x, y, ...SENTENCE },
      };
    }),
    ...spotNames(
      marks.map((mark, index) => {
        const held = percentText(curves[index]!.topShare);
        return { ...spotOf(mark), text: curves.length === 1 ? `top 20%: ${held}` : held };
      }),
      {
        plane,
        taken: [
          [
            { customerShare: 0, valueShare: 0 },
            { customerShare: 1, valueShare: 1 },
          ],
          ...lines,
        ].flatMap((line) => pathBoxes(line.map(spotOf))),
      },
    ),
  ];
}
