import { canvasChart } from "../frame/canvas.js";
import { roundDomain } from "../frame/domain.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { amountText, listText, percentText } from "../frame/wording.js";
import { curveLegend, curveLooks, requireCurves } from "./curve-looks.js";
import { curvePlane, PERCENT_DOMAIN } from "./curve-plane.js";
import { namedSurvival, timeText, type NamedSurvival } from "./named-survival.js";
import { requireFigure } from "./required-figures.js";
import type { SurvivalChartCurve } from "./survival-chart-curve.js";
import { survivalLayers } from "./survival-marks.js";

/** How to draw how groups hold out. */
export interface SurvivalChartOptions extends ChartOptions {
  /** What times are counted in, such as `weeks`; not named when absent. */
  readonly timeUnit?: string;
}

const TASK = "a survival curve";

/** More bands lie on one another and say nothing. */
const MOST_BANDS = 4;

/** More groups are not named one by one in the title. */
const MOST_NAMED = 3;

/**
 * How many are still left after some time, and when is it half?
 *
 * A step curve a group: the percent that is left from each time on, its interval as a band, a short upright line where
 * somebody was lost from sight without having left, and the median marked at half height. Of more than 4 groups the
 * bands are left out.
 *
 * @param curves - One curve or several, at most 9, as `survivalCurve` gives them.
 * @param options - Unit of time, theme, title and width.
 * @returns The specification; without curves, or for curves without points, one that says so.
 * @throws RangeError when a share is not between 0 and 1, a time or a count is negative, times do not grow, shares
 * grow, there are more than 9 curves, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { survivalChart } from "goodwill/chart";
 *
 * const points = [
 *   { time: 3, survival: 0.8 },
 *   { time: 7, survival: 0.5, censored: 2 },
 *   { time: 12, survival: 0.3 },
 * ];
 * const chart = survivalChart([{ points }], { timeUnit: "weeks" });
 * chart.title.text; // => ["Half are left at 7 weeks"]
 * ```
 */
export function survivalChart(
  curves: readonly SurvivalChartCurve[],
  options: SurvivalChartOptions = {},
): PlotSpecification {
  requireCurves(curves.length, TASK);
  curves.forEach(requireCurve);
  const { timeUnit } = options;
  const filled = curves.filter(({ points }) => points.length > 0);
  const named = filled.map((curve, index) => namedSurvival(curve, { index, timeUnit }));
  if (named.length === 0) {
    return canvasChart(
      {
        ...{ title: "Nobody was watched", subtitle: "", legend: [] },
        description: "Share that is left over time: nobody was watched.",
        ...{ tones: {}, drawing: { height: 1, layers: [] } },
      },
      options,
    );
  }
  const looks = curveLooks(named.length, options);
  const xDomain = roundDomain([0, ...named.map(({ points }) => points.at(-1)!.time)]);
  const { quiet } = paletteOf(options);
  return curvePlane(
    {
      title: titleText(named, timeUnit),
      subtitle: storyText(named),
      description: `Share that is left over time: ${named.map(({ sentence }) => sentence).join("; ")}.`,
      legend: [
        ...(named.length > 1
          ? curveLegend(
              named.map(({ name }) => name),
              looks,
            )
          : []),
        ...(named.some(({ half }) => half !== undefined)
          ? [{ label: "half are left", shape: "stroke" as const, color: quiet, dash: [4, 4] }]
          : []),
      ],
      xTitle: timeUnit === undefined ? "time" : `time (${timeUnit})`,
      yTitle: "percent still left",
      ...{ xDomain, yDomain: PERCENT_DOMAIN },
      layers: (plane) =>
        survivalLayers(named, { looks, plane, isCrowded: named.length > MOST_BANDS }),
    },
    options,
  );
}

function requireCurve({ points, median }: SurvivalChartCurve, curve: number): void {
  const at = `curves[${String(curve)}]`;
  if (median !== undefined) requireFigure(median, { task: TASK, name: `${at}.median`, least: 0 });
  points.forEach((point, index) => {
    const name = `${at}.points[${String(index)}]`;
    for (const field of ["survival", "lower", "upper"] as const) {
      const share = { task: TASK, name: `${name}.${field}`, least: 0, most: 1 };
      if (point[field] !== undefined) requireFigure(point[field], share);
    }
    requireFigure(point.time, { task: TASK, name: `${name}.time`, least: 0 });
    requireFigure(point.censored ?? 0, { task: TASK, name: `${name}.censored`, least: 0 });
    const before = points[index - 1];
    if (before === undefined) return;
    if (point.time <= before.time) {
      throw new RangeError(
        `Cannot draw ${TASK}: ${name}.time must grow, got ${String(point.time)} after ${String(before.time)}`,
      );
    }
    requireFigure(point.survival, {
      ...{ task: TASK, name: `${name}.survival`, least: 0, most: before.survival },
    });
  });
}

function titleText(curves: readonly NamedSurvival[], timeUnit: string | undefined): string {
  const [first] = curves;
  if (curves.length === 1 && first !== undefined) {
    const { half, points } = first;
    const { time, survival } = points.at(-1)!;
    return half === undefined
      ? `More than half are left: ${percentText(survival)} at ${timeText(time, timeUnit)}`
      : `Half are left at ${timeText(half, timeUnit)}`;
  }
  const reached = curves
    .flatMap(({ name, half }) => (half === undefined ? [] : [{ name, half }]))
    .toSorted((one, other) => one.half - other.half);
  const open = curves.filter(({ half }) => half === undefined).map(({ name }) => name);
  return [
    ...(reached.length > 0 ? [`Half are left: ${mediansText(reached, timeUnit)}`] : []),
    ...(open.length > MOST_NAMED
      ? [`Never down to half: ${amountText(open.length)} groups`]
      : open.length > 0
        ? [`Never down to half: ${listText(open)}`]
        : []),
  ].join(". ");
}

/** Each median, or the first and the last of many. */
function mediansText(
  medians: readonly { readonly name: string; readonly half: number }[],
  timeUnit: string | undefined,
): string {
  const texts = medians.map(({ name, half }) => `${name} at ${timeText(half, timeUnit)}`);
  return medians.length <= MOST_NAMED
    ? listText(texts)
    : `first ${texts[0]!}, last ${texts.at(-1)!}`;
}

function storyText(curves: readonly NamedSurvival[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const level = curves.find((curve) => curve.level !== undefined)?.level;
  const words = level === undefined ? "" : `${amountText(100 * level)}% `;
  const hasBands = points.some(({ lower, upper }) => (lower ?? 1) < (upper ?? 1));
  const bands = [
    ...(curves.length <= MOST_BANDS ? [`Bands: ${words}intervals.`] : []),
    ...(curves.length > MOST_BANDS ? ["Intervals are not drawn."] : []),
  ];
  return [
    ...(hasBands ? bands : []),
    ...(points.some(({ censored = 0 }) => censored > 0)
      ? ["Short upright lines: lost from sight before leaving."]
      : []),
  ].join(" ");
}
