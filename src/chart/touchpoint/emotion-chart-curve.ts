import type { Interval } from "../../shared/statistics/interval.js";
import type { RememberedScore } from "../../touchpoint/moment/remembered-score.js";

/** One step of a journey as it felt; a point of the room touchpoint's `EmotionCurve` is one. */
export interface EmotionChartPoint {
  /** The touchpoint. */
  readonly touchpoint: string;
  /** How it felt, or the mean of several journeys; absent when unknown. */
  readonly emotion?: number;
  /** How sure the mean is; absent where it is no mean. */
  readonly interval?: Pick<Interval, "lower" | "upper">;
  /** How it shall feel; absent when it is not planned. */
  readonly planned?: number;
  /** What stood in the way; absent when nothing. */
  readonly obstacle?: string;
  /** Whether it is a peak; where no point says so, the chart finds it itself. */
  readonly isPeak?: boolean;
  /** Whether it is the end; where no point says so, the last known emotion is. */
  readonly isEnd?: boolean;
}

/** A journey as it felt; the result of `emotionCurve` is one. */
export interface EmotionChartCurve {
  /** The steps in order. */
  readonly points: readonly EmotionChartPoint[];
  /** What is remembered of it; absent when it is not known. */
  readonly remembered?: RememberedScore;
}
