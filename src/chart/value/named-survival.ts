import { amountText, percentText } from "../frame/wording.js";
import type { SurvivalChartCurve } from "./survival-chart-curve.js";

/** A curve that begins with all, and its median. @internal */
export interface NamedSurvival extends SurvivalChartCurve {
  readonly name: string;
  readonly half: number | undefined;
  readonly sentence: string;
}

/** Up to this share half have left; sums of shares miss it by little. */
const HALF = 0.5 + 1e-9;

/** A curve with its name, its median and what is said of it. @internal */
export function namedSurvival(
  curve: SurvivalChartCurve,
  { index, timeUnit }: { readonly index: number; readonly timeUnit: string | undefined },
): NamedSurvival {
  const { label, median } = curve;
  const all = { time: 0, survival: 1, lower: 1, upper: 1 };
  const points = curve.points[0]!.time > 0 ? [all, ...curve.points] : curve.points;
  const half = median ?? points.find(({ survival }) => survival <= HALF)?.time;
  const { time, survival } = points.at(-1)!;
  const end = `${percentText(survival)} left at ${timeText(time, timeUnit)}`;
  const words =
    half === undefined
      ? `never down to half, ${end}`
      : `half are left at ${timeText(half, timeUnit)}, ${end}`;
  return {
    ...{ ...curve, points, half, name: label ?? `group ${String(index + 1)}` },
    sentence: label === undefined ? words : `${label}: ${words}`,
  };
}

/** A time with its unit. @internal */
export function timeText(time: number, unit: string | undefined): string {
  return unit === undefined ? `time ${amountText(time)}` : `${amountText(time)} ${unit}`;
}
