import type { Instant } from "../../shared/time/instant.js";
import type { TouchpointStage } from "../catalogue/touchpoint.js";
import { rememberedScore, type RememberedScore, type TimedScore } from "./remembered-score.js";
import type { Journey, JourneyStep, PlannedJourney, PlannedStep } from "../journey/journey.js";

/** One point of an emotion curve. */
export interface EmotionPoint {
  /** Position of the step, from 0. */
  readonly index: number;
  /** The touchpoint. */
  readonly touchpoint: string;
  /** When; absent in a plan. */
  readonly at?: Instant;
  /** Before, during or after the purchase; absent when unknown. */
  readonly stage?: TouchpointStage;
  /** What the customer did; absent when unknown. */
  readonly action?: string;
  /** How it felt: -1 bad, 0 neutral, 1 good; absent when unknown, and the curve has a gap there. */
  readonly emotion?: number;
  /** Whether it is a peak: no step is farther from neutral. */
  readonly isPeak: boolean;
  /** Whether it is the end: the last step whose emotion is known. */
  readonly isEnd: boolean;
}

/** How a journey felt, step by step, and what of it is remembered. */
export interface EmotionCurve {
  /** One point a step, in order. */
  readonly points: readonly EmotionPoint[];
  /**
   * Peak, end and means of the steps whose emotion is known; its positions count those only. Absent when none is.
   */
  readonly remembered?: RememberedScore;
}

/**
 * How did the journey feel, step by step, where was its peak, and how did it end?
 *
 * Steps whose emotion is unknown stay on the curve without a value and are never read as neutral. All steps farthest
 * from neutral are peaks, where several tie. A mean over time is given where the times of the steps with an emotion are
 * all different; a plan has no times.
 *
 * @param journey - A journey, or a plan, for the curve as it shall be.
 * @returns The points for a chart, and the remembered score.
 * @throws RangeError when an emotion lies outside -1 to 1, or the steps are not in the order of time.
 * @example
 * ```ts
 * import { emotionCurve } from "goodwill/touchpoint";
 *
 * const steps = [
 *   { touchpoint: "door", emotion: 0.2 },
 *   { touchpoint: "till", emotion: -0.6 },
 * ];
 * const { points, remembered } = emotionCurve({ steps });
 * points.map(({ isPeak, isEnd }) => [isPeak, isEnd]); // => [[false, false], [true, true]]
 * remembered?.remembered; // => -0.6
 * ```
 */
export function emotionCurve(
  journey: Pick<Journey, "steps"> | Pick<PlannedJourney, "steps">,
): EmotionCurve {
  const steps: readonly (JourneyStep | PlannedStep)[] = journey.steps;
  const felt: Felt[] = [];
  for (const [index, step] of steps.entries()) {
    const at = timeOf(step);
    requireStep(step, { index, before: timeOf(steps[index - 1]) });
    if (step.emotion === undefined) continue;
    felt.push({ index, score: step.emotion, at });
  }
  const remembered = rememberedScore(withTimes(felt) ?? felt.map(({ score }) => score), {
    neutral: 0,
  });
  const peaks = new Set(remembered?.peaks.map(({ index }) => felt[index]?.index));
  const end = felt.at(-1)?.index;
  return {
    points: steps.map((step, index) => pointOf(step, { index, peaks, end })),
    ...(remembered !== undefined && { remembered }),
  };
}

interface Felt {
  readonly index: number;
  readonly score: number;
  readonly at: Instant | undefined;
}

function timeOf(step: JourneyStep | PlannedStep | undefined): Instant | undefined {
  return step !== undefined && "at" in step ? step.at : undefined;
}

function requireStep(
  step: JourneyStep | PlannedStep,
  { index, before }: { readonly index: number; readonly before: Instant | undefined },
): void {
  const { emotion } = step;
  if (emotion !== undefined && !(emotion >= -1 && emotion <= 1)) {
    throw new RangeError(
      `Cannot draw an emotion curve: an emotion must lie on -1..1, got ${String(emotion)} at step ${index}`,
    );
  }
  const at = timeOf(step);
  if (at !== undefined && before !== undefined && at < before) {
    throw new RangeError(
      `Cannot draw an emotion curve: a step must not lie before ${before}, got ${at} at step ${index}`,
    );
  }
}

/** The scores with their times, where every step has one of its own. */
function withTimes(felt: readonly Felt[]): TimedScore[] | undefined {
  const timed: TimedScore[] = [];
  for (const { score, at } of felt) {
    if (at === undefined || at === timed.at(-1)?.at) return undefined;
    timed.push({ score, at });
  }
  return timed;
}

function pointOf(
  step: JourneyStep | PlannedStep,
  {
    index,
    peaks,
    end,
  }: {
    readonly index: number;
    readonly peaks: ReadonlySet<number | undefined>;
    readonly end: number | undefined;
  },
): EmotionPoint {
  const at = timeOf(step);
  return {
    index,
    touchpoint: step.touchpoint,
    ...(at !== undefined && { at }),
    ...(step.stage !== undefined && { stage: step.stage }),
    ...(step.action !== undefined && { action: step.action }),
    ...(step.emotion !== undefined && { emotion: step.emotion }),
    isPeak: peaks.has(index),
    isEnd: index === end,
  };
}
