import {
  DEFAULT_LEVEL,
  requireLevel,
  type Interval,
  type LevelOptions,
} from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";

/** One stage of a funnel. */
export interface FunnelStage {
  /** The stage's name. */
  readonly stage: string;
  /** How many got so far. */
  readonly count: number;
  /** Share of those of the stage before; absent at the first stage, and where nobody was there before. */
  readonly stepShare?: number;
  /** Wilson interval of the step share; absent with it. */
  readonly stepInterval?: Interval;
  /** Share of those of the first stage; absent where nobody began. */
  readonly overallShare?: number;
  /** How many of the stage before did not get so far; 0 at the first stage. */
  readonly dropped: number;
}

/** How many reached a stage. */
export interface StageCount {
  /** The stage's name. */
  readonly stage: string;
  /** How many, a whole number of at least 0 and at most that of the stage before. */
  readonly count: number;
}

/**
 * How many go on from stage to stage, and how many are lost (TP-9)?
 *
 * @param counts - How many reached each stage, in order.
 * @param options - The confidence level of the intervals.
 * @returns Each stage with its share of the stage before, its Wilson interval, its share of the first, and the loss.
 * @throws RangeError when a count is not a whole number of at least 0 or exceeds that of the stage before, or the
 * level is not above 0 and below 1.
 * @example
 * ```ts
 * import { funnelOfCounts } from "goodwill/touchpoint";
 *
 * const counts = [{ stage: "visit", count: 12000 }, { stage: "basket", count: 5400 }];
 * const [, basket] = funnelOfCounts(counts);
 * [basket?.stepShare, basket?.dropped, basket?.stepInterval?.lower.toFixed(3)]; // => [0.45, 6600, "0.441"]
 * ```
 */
export function funnelOfCounts(
  counts: readonly StageCount[],
  options: LevelOptions = {},
): readonly FunnelStage[] {
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "draw up a funnel");
  const first = counts[0]?.count ?? 0;
  return counts.map(({ stage, count }, position) => {
    const before = counts[position - 1]?.count ?? count;
    if (!Number.isSafeInteger(count) || count < 0 || count > before) {
      throw new RangeError(
        `Cannot draw up a funnel: the count of stage "${stage}" must be a whole number of at least 0${position > 0 ? ` and at most ${String(before)}` : ""}, got ${String(count)}`,
      );
    }
    const hasStep = position > 0 && before > 0;
    return {
      stage,
      count,
      ...(hasStep && {
        stepShare: count / before,
        stepInterval: wilsonInterval({ count, n: before }, { level }),
      }),
      ...(first > 0 && { overallShare: count / first }),
      dropped: before - count,
    };
  });
}
