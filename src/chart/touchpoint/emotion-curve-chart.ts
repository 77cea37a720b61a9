import { canvasChart, paletteTones, textMark, type CanvasLayer } from "../frame/canvas.js";
import { paletteOf, type LegendEntry } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { decimalText, listText } from "../frame/wording.js";
import type { EmotionChartCurve } from "./emotion-chart-curve.js";
import { curveLayers } from "./emotion-marks.js";
import { emotionPlot, STEP_NAME, type EmotionPlot, type EmotionScale } from "./emotion-plot.js";
import { emotionText, namedPoints, type NamedEmotion } from "./named-emotion.js";

/** How to draw an emotion curve. */
export interface EmotionCurveChartOptions extends LabelledChartOptions {
  /** The ends of the scale; -1 and 1 when absent. */
  readonly scale?: {
    /** The worst. */
    readonly min: number;
    /** The best. */
    readonly max: number;
  };
}

const DEFAULT_SCALE = { min: -1, max: 1 };

/** More peaks than this are counted, not named. */
const MOST_PEAKS = 2;

/**
 * How did the journey feel, step by step, where was its peak, and how did it end?
 *
 * The emotion at every step, from left to right where the names have room and from top to bottom where not; the neutral
 * line; the peak (farthest from neutral) as a diamond and the end as a square, both named; what was planned as a dashed
 * line; steps with an obstacle under a triangle. Where an emotion is unknown, the line has a gap.
 *
 * @remarks That peak and end are what is remembered: Kahneman, Fredrickson, Schreiber and Redelmeier (1993),
 * Psychological Science 4:401.
 * @param curve - The result of `emotionCurve`, or means by planned step with their intervals.
 * @param options - Theme, title, width, names of the touchpoints, and the ends of the scale.
 * @returns The specification; without steps one that says so.
 * @throws RangeError when the width is below 280 pixels, the scale has no length, or an emotion lies outside of it.
 * @example
 * ```ts
 * import { emotionCurveChart } from "goodwill/chart";
 * import { emotionCurve } from "goodwill/touchpoint";
 *
 * const steps = [
 *   { touchpoint: "search", emotion: 0.2 },
 *   { touchpoint: "queue", emotion: -0.8 },
 *   { touchpoint: "unboxing", emotion: 0.6 },
 * ];
 * const chart = emotionCurveChart(emotionCurve({ steps }));
 * chart.title.text; // => ["The low point is queue, and the journey ends well"]
 * chart.title.subtitle; // => ["Peak and end together \u22120.10; mean 0.00."]
 * ```
 */
export function emotionCurveChart(
  curve: EmotionChartCurve,
  options: EmotionCurveChartOptions = {},
): PlotSpecification {
  const scale = scaleOf(curve, options);
  requireOnScale(curve, scale);
  const points = namedPoints(curve, { scale, options });
  const plot = emotionPlot(
    points.map(({ label }) => label),
    { scale, hasObstacle: points.some(({ obstacle }) => obstacle !== undefined), options },
  );
  const words = storyText(points, { curve, scale });
  return canvasChart(
    {
      title: titleText(points, scale),
      subtitle: words,
      description:
        points.length === 0
          ? "Emotion over the steps of a journey: no step is given."
          : `Emotion over the steps of a journey, ${decimalText(scale.min, 0)} bad to ${decimalText(scale.max, 0)} good: ${points.map(({ sentence }) => sentence).join("; ")}. ${titleText(points, scale)}. ${words}`.trimEnd(),
      legend: legendOf(points, options),
      tones: paletteTones(options, ["paper", "ink", "quiet", "line", "good", "bad", "neutral"]),
      drawing: {
        height: points.length === 0 ? 1 : plot.height,
        layers:
          points.length === 0
            ? []
            : [...groundLayers(plot, scale), ...curveLayers(points, { plot, scale })],
      },
    },
    options,
  );
}

function scaleOf(
  { remembered }: EmotionChartCurve,
  { scale: { min, max } = DEFAULT_SCALE }: EmotionCurveChartOptions,
): EmotionScale {
  if (!(Number.isFinite(min) && Number.isFinite(max) && min < max)) {
    throw new RangeError(
      `Cannot draw an emotion curve: the scale must run from less to more, got ${String(min)} to ${String(max)}`,
    );
  }
  const neutral = remembered?.neutral ?? 0.5 * (min + max);
  return { min, max, neutral: Math.min(max, Math.max(min, neutral)) };
}

function requireOnScale({ points }: EmotionChartCurve, { min, max }: EmotionScale): void {
  for (const { touchpoint, emotion = min, planned = min } of points) {
    for (const value of [emotion, planned]) {
      if (value >= min && value <= max) continue;
      throw new RangeError(
        `Cannot draw an emotion curve: an emotion must lie on the scale from ${min} to ${max}, got ${String(value)} at "${touchpoint}"`,
      );
    }
  }
}

function titleText(points: readonly NamedEmotion[], { neutral }: EmotionScale): string {
  if (points.length === 0) return "No step is given";
  const peaks = points.filter(({ isPeak }) => isPeak);
  const end = points.find(({ isEnd }) => isEnd);
  if (end === undefined) return "No emotion is known";
  const { emotion: last = neutral } = end;
  const ends = last > neutral ? "ends well" : last < neutral ? "ends badly" : "ends neutrally";
  const [first] = peaks;
  if (first === undefined) return "No step stands out from neutral";
  const sides = new Set(peaks.map(({ emotion = neutral }) => emotion > neutral));
  const kind = sides.size > 1 ? "peak" : sides.has(true) ? "high point" : "low point";
  if (peaks.length > MOST_PEAKS)
    return `${peaks.length} steps are equally far from neutral, and the journey ${ends}`;
  if (peaks.length > 1)
    return `The ${kind}s are ${listText(peaks.map(({ label }) => label))}, and the journey ${ends}`;
  return first.isEnd
    ? `The ${kind} and the end is ${first.label}`
    : `The ${kind} is ${first.label}, and the journey ${ends}`;
}

function storyText(
  points: readonly NamedEmotion[],
  { curve, scale }: { readonly curve: EmotionChartCurve; readonly scale: EmotionScale },
): string {
  const { remembered } = curve;
  const planned = points.filter((point) => point.planned !== undefined);
  const worse = planned.filter(
    ({ emotion, planned: plan = scale.min }) => emotion !== undefined && emotion < plan,
  );
  const unknown = points.filter(({ emotion }) => emotion === undefined);
  return [
    ...(remembered === undefined
      ? []
      : [
          `Peak and end together ${emotionText(remembered.remembered, scale)}; mean ${emotionText(remembered.mean, scale)}.`,
        ]),
    ...(planned.length === 0
      ? []
      : [`${worse.length} of ${planned.length} planned steps feel worse than planned.`]),
    ...(unknown.length === 0
      ? []
      : [`The emotion is unknown at ${unknown.length} of ${points.length} steps.`]),
  ].join(" ");
}

function legendOf(
  points: readonly NamedEmotion[],
  options: EmotionCurveChartOptions,
): LegendEntry[] {
  const { ink, paper, quiet, bad } = paletteOf(options);
  const has = (holds: (point: NamedEmotion) => boolean, entry: LegendEntry): LegendEntry[] =>
    points.some(holds) ? [entry] : [];
  return [
    ...has(({ emotion }) => emotion !== undefined, { label: "felt", shape: "circle", color: ink }),
    ...has(({ planned }) => planned !== undefined, {
      ...{ label: "planned", shape: "circle", color: quiet, fill: paper },
    }),
    ...has(({ isPeak }) => isPeak, { label: "peak", shape: "diamond", color: ink }),
    ...has(({ isEnd }) => isEnd, { label: "end", shape: "square", color: ink }),
    ...has(({ obstacle }) => obstacle !== undefined, {
      ...{ label: "obstacle", shape: "triangle-up", color: bad },
    }),
  ];
}

/** The lines of the scale and its names, and the names of the steps. */
function groundLayers(plot: EmotionPlot, { min, max, neutral }: EmotionScale): CanvasLayer[] {
  const level = (emotion: number, tone: string) => {
    const [from, to] = plot.level(emotion);
    return { x: from.x, y: from.y, x2: to.x, y2: to.y, tone };
  };
  return [
    {
      mark: { type: "rule", aria: false, strokeWidth: 1 },
      values: [level(min, "line"), level(max, "line"), level(neutral, "quiet")],
    },
    ...plot.scale.map(({ align, ...name }) => ({
      mark: textMark(STEP_NAME.fontSize, { align }),
      values: [{ ...name, tone: "quiet" }],
    })),
    {
      mark: textMark(STEP_NAME.fontSize, {
        align: plot.isUpright ? "right" : "center",
        lineHeight: STEP_NAME.lineHeight,
      }),
      values: plot.names.map((name) => ({ ...name, tone: "ink" })),
    },
  ];
}
