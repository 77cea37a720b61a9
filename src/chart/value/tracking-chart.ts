import type { PlainDate } from "../../shared/time/plain-date.js";
import { canvasChart } from "../frame/canvas.js";
import { roundDomain } from "../frame/domain.js";
import { paletteOf } from "../frame/frame.js";
import { SENTENCE } from "../frame/row-marks.js";
import type { ChartLayer, PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { amountText, decimalText, signedText, textWidth } from "../frame/wording.js";
import { curveLine } from "./curve-looks.js";
import { curvePlane, thinned, type CurvePlane } from "./curve-plane.js";
import { requireFigure } from "./required-figures.js";
import { timeBefore } from "./tracking-time.js";

/** What had come and what was expected up to a time. */
export interface TrackingChartPoint {
  /** The time, of at least 0, growing from point to point. */
  readonly time: number;
  /** What had come up to then, of at least 0, never falling. */
  readonly actual: number;
  /** What was expected up to then, of at least 0, never falling. */
  readonly expected: number;
  /** The last day counted; needed where the start of the holdout is given as a day. */
  readonly date?: PlainDate;
}

/** How to draw what came against what was expected. */
export interface TrackingChartOptions extends ChartOptions {
  /**
   * From when on the model had not seen the data: a time, or, where the points bear dates, the first day of the
   * holdout; not marked when absent.
   */
  readonly holdoutStart?: number | PlainDate;
  /** What times are counted in, such as `weeks`; not named when absent. */
  readonly timeUnit?: string;
  /** What is counted; `purchases` when absent. */
  readonly measure?: string;
}

const TASK = "a tracking plot";

/** Space between a text and what it stands beside, in pixels. */
const CLEAR = 5;

const HOLDOUT = "holdout";

/**
 * Does what came follow what was expected, also where the model had not seen it?
 *
 * The sums of what came as a full line, of what was expected as a dashed one, over time; an upright line where the
 * holdout begins: for a day, at the end of the day before, as a point counts its own day to the end. The title
 * compares both after that line, or over all times where there is none.
 *
 * @param points - Both sums, in the order of time.
 * @param options - Start of the holdout, unit of time, what is counted, theme, title and width.
 * @returns The specification; without points one that says so.
 * @throws RangeError when a figure is negative, times do not grow, a sum falls, the holdout does not begin between the
 * first and the last time, it is given as a day while a point has no date or dates do not grow, or the width is below
 * 280 pixels.
 * @example
 * ```ts
 * import { trackingChart } from "goodwill/chart";
 *
 * const points = [
 *   { time: 0, actual: 0, expected: 0 },
 *   { time: 39, actual: 500, expected: 510 },
 *   { time: 78, actual: 900, expected: 870 },
 * ];
 * const chart = trackingChart(points, { holdoutStart: 39, timeUnit: "weeks", width: 800 });
 * chart.title.text; // => ["In the holdout 400 purchases came, 360 were expected (\u221210.0%)"]
 * ```
 */
export function trackingChart(
  points: readonly TrackingChartPoint[],
  options: TrackingChartOptions = {},
): PlotSpecification {
  const { timeUnit, measure = "purchases" } = options;
  requirePoints(points);
  const holdoutStart = startOf(points, options);
  const last = points.at(-1);
  if (last === undefined) {
    return canvasChart(
      {
        ...{ title: "Nothing was tracked", subtitle: "", legend: [] },
        description: `Sum of ${measure} that came against those expected: nothing was tracked.`,
        ...{ tones: {}, drawing: { height: 1, layers: [] } },
      },
      options,
    );
  }
  const { ink, bad } = paletteOf(options);
  const unit = timeUnit === undefined ? "" : ` ${timeUnit}`;
  const start = holdoutStart === undefined ? undefined : sumsAt(points, holdoutStart);
  const title = titleText(last, { start, measure });
  const whole = comparison(last, measure);
  return curvePlane(
    {
      title,
      subtitle:
        start === undefined
          ? `Sums up to ${timeUnit === undefined ? `time ` : ``}${amountText(last.time)}${unit}.`
          : `Over all ${amountText(last.time)}${unit} ${whole}.`,
      description: `Sum of ${measure} that came against those expected, over ${amountText(last.time)}${unit}: ${whole}. ${start === undefined ? "" : `The holdout begins at ${amountText(start.time)}${unit}. `}${title}.`,
      legend: [
        { label: "came", shape: "stroke", color: ink },
        { label: "expected", shape: "stroke", color: bad, dash: [6, 3] },
      ],
      xTitle: timeUnit === undefined ? "time" : `time (${timeUnit})`,
      yTitle: `sum of ${measure}`,
      xDomain: roundDomain([0, last.time]),
      yDomain: roundDomain([0, last.actual, last.expected]),
      layers: (plane) => trackingLayers(points, { start, plane, measure }),
    },
    options,
  );
}

function requirePoints(points: readonly TrackingChartPoint[]): void {
  points.forEach((point, index) => {
    const before = points[index - 1];
    for (const field of ["time", "actual", "expected"] as const) {
      const name = `points[${String(index)}].${field}`;
      requireFigure(point[field], { task: TASK, name, least: before?.[field] ?? 0 });
      if (field === "time" && point.time === before?.time)
        throw new RangeError(
          `Cannot draw ${TASK}: ${name} must grow, got ${String(point.time)} twice`,
        );
    }
  });
}

/** The time at which the holdout begins; none without points. */
function startOf(
  points: readonly TrackingChartPoint[],
  { holdoutStart }: TrackingChartOptions,
): number | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (holdoutStart === undefined || first === undefined || last === undefined) return undefined;
  if (typeof holdoutStart !== "number")
    return timeBefore(points, { day: holdoutStart, task: TASK });
  const ends = { least: first.time, most: last.time };
  requireFigure(holdoutStart, { task: TASK, name: "holdoutStart", ...ends });
  return holdoutStart;
}

/** Both sums at a time, straight between two points. */
function sumsAt(points: readonly TrackingChartPoint[], time: number): TrackingChartPoint {
  const next = points.findIndex((point) => point.time >= time);
  const [before, after] = [points[next - 1], points[next] ?? points.at(-1)!];
  if (before === undefined) return { ...after, time };
  const share = (time - before.time) / (after.time - before.time);
  const between = (field: "actual" | "expected"): number =>
    before[field] + share * (after[field] - before[field]);
  return { time, actual: between("actual"), expected: between("expected") };
}

function comparison(
  { actual, expected }: Pick<TrackingChartPoint, "actual" | "expected">,
  measure: string,
): string {
  const share = actual > 0 ? ` (${signedText(100 * (expected / actual - 1), 1)}%)` : "";
  return `${sumText(actual)} ${measure} came, ${sumText(expected)} were expected${share}`;
}

function titleText(
  last: TrackingChartPoint,
  { start, measure }: { readonly start: TrackingChartPoint | undefined; readonly measure: string },
): string {
  if (start === undefined) return comparison(last, measure);
  const after = {
    actual: last.actual - start.actual,
    expected: last.expected - start.expected,
  };
  return `In the holdout ${comparison(after, measure)}`;
}

/** Sums below ten keep a decimal: an expected number is seldom whole. */
function sumText(value: number): string {
  return amountText(Number(value.toFixed(value < 10 ? 1 : 0)));
}

function trackingLayers(
  points: readonly TrackingChartPoint[],
  {
    start,
    plane,
    measure,
  }: {
    readonly start: TrackingChartPoint | undefined;
    readonly plane: CurvePlane;
    readonly measure: string;
  },
): ChartLayer[] {
  const { palette, spot } = plane;
  const [x, y] = [plane.x("time"), plane.y("sum")];
  const sums = (field: "actual" | "expected") =>
    thinned(points, (point) => spot(point.time, point[field])).map((point) => ({
      ...{ time: point.time, sum: point[field] },
    }));
  const last = points.at(-1)!;
  const sentence = `${decimalText(last.time, 0)}: ${comparison(last, measure)}`;
  return [
    ...(start === undefined ? [] : holdoutLayers(start, plane)),
    curveLine(sums("actual"), { look: { color: palette.ink }, x, y }),
    curveLine(sums("expected"), { look: { color: palette.bad, dash: [6, 3] }, x, y }),
    ...(["actual", "expected"] as const).map((field): ChartLayer => ({
      data: { values: [{ time: last.time, sum: last[field], sentence }] },
      mark: {
        ...{ type: "point", aria: true, size: 60, filled: true, opacity: 1 },
        ...(field === "actual"
          ? { shape: "circle", color: palette.ink }
          : { shape: "diamond", color: palette.bad }),
      },
      encoding: { x, y, ...SENTENCE },
    })),
  ];
}

/** The line where the holdout begins, and its name where the curves are low: at the bottom, where it has room. */
function holdoutLayers(
  { time }: TrackingChartPoint,
  { palette, plotWidth, height, x, spot }: CurvePlane,
): ChartLayer[] {
  const at = spot(time, 0).x;
  const isRoomRight = plotWidth - at > textWidth(HOLDOUT, 11) + CLEAR;
  return [
    {
      data: { values: [{ time }] },
      mark: {
        ...{ type: "rule", aria: false, color: palette.quiet, strokeWidth: 1.5 },
        strokeDash: [2, 3],
      },
      encoding: { x: x("time") },
    },
    {
      data: { values: [{ name: HOLDOUT }] },
      mark: {
        ...{ type: "text", aria: false, baseline: "middle", color: palette.quiet, fontSize: 11 },
        align: isRoomRight ? "left" : "right",
      },
      encoding: {
        x: { value: isRoomRight ? at + CLEAR : at - CLEAR },
        y: { value: height - 12 },
        text: { field: "name", type: "nominal" },
      },
    },
  ];
}
