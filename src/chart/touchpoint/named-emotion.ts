import type { LabelledChartOptions } from "../frame/theme.js";
import { decimalText, labelText, signedText } from "../frame/wording.js";
import type { EmotionChartCurve, EmotionChartPoint } from "./emotion-chart-curve.js";
import type { EmotionScale } from "./emotion-plot.js";

/** A point with its name and part. @internal */
export interface NamedEmotion extends EmotionChartPoint {
  readonly index: number;
  readonly label: string;
  readonly sentence: string;
  readonly isPeak: boolean;
  readonly isEnd: boolean;
}

/** The points with their names, and which of them are peak and end. @internal */
export function namedPoints(
  { points }: EmotionChartCurve,
  { scale, options }: { readonly scale: EmotionScale; readonly options: LabelledChartOptions },
): NamedEmotion[] {
  const known = points.flatMap(({ emotion }) => (emotion === undefined ? [] : [emotion]));
  const farthest = Math.max(0, ...known.map((emotion) => Math.abs(emotion - scale.neutral)));
  const saysPeak = points.some(({ isPeak }) => isPeak === true);
  const saysEnd = points.some(({ isEnd }) => isEnd === true);
  const last = points.findLastIndex(({ emotion }) => emotion !== undefined);
  return points.map((point, index): NamedEmotion => {
    const { emotion = scale.neutral, isPeak = false, isEnd = false } = point;
    const distance = Math.abs(emotion - scale.neutral);
    const label = labelText(point.touchpoint, options.labels);
    return {
      ...{ ...point, index, label, sentence: pointText(point, { index, label, scale }) },
      // What lies on the neutral line is no peak, although it ties with all the others there.
      isPeak: distance > 0 && (saysPeak ? isPeak : distance === farthest),
      isEnd: saysEnd ? isEnd : index === last,
    };
  });
}

/** An emotion in figures, with its sign where neutral is 0. @internal */
export function emotionText(emotion: number, { neutral }: EmotionScale): string {
  return neutral === 0 ? signedText(emotion, 2) : decimalText(emotion, 2);
}

function pointText(
  { emotion, interval, planned, obstacle }: EmotionChartPoint,
  {
    index,
    label,
    scale,
  }: { readonly index: number; readonly label: string; readonly scale: EmotionScale },
): string {
  const sure =
    interval === undefined
      ? ""
      : ` (${emotionText(interval.lower, scale)} to ${emotionText(interval.upper, scale)})`;
  return [
    `${index + 1}. ${label} ${emotion === undefined ? "unknown" : emotionText(emotion, scale)}${sure}`,
    ...(planned === undefined ? [] : [`planned ${emotionText(planned, scale)}`]),
    ...(obstacle === undefined ? [] : [`obstacle: ${obstacle}`]),
  ].join(", ");
}
