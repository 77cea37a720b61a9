import { compareText } from "../../shared/text-order.js";
import { aggregate, requireSameConfiguration } from "../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { plainDate } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { lotAtMoment, vintageOf, vintageStart } from "./points-vintage.js";
import type { VintageLot, VintageOptions } from "./vintage-lot.js";

/** How to estimate which share of points is redeemed. */
export interface RedemptionEstimateOptions extends VintageOptions {
  /** A vintage is mature when at most this share of its points is outstanding, 0 to 1; 0 when absent. */
  readonly outstandingShare?: number;
  /** Confidence level of the intervals, above 0 and below 1; 0.95 when absent. */
  readonly level?: number;
}

/** Which share of points was redeemed. */
export interface ObservedRedemption {
  /** Points issued for good: without those taken back, passed on, or used to pay a debt. */
  readonly issued: number;
  /** Points of them redeemed. */
  readonly redeemed: number;
  /** Redeemed over issued, 0 to 1. */
  readonly share: number;
  /** The interval of that share. */
  readonly interval: Interval;
  /** As many lots of equal size would tell as much: what the interval rests on, at least 1. */
  readonly effectiveLots: number;
}

/** One vintage and what was redeemed of it. */
export interface VintageRedemption extends ObservedRedemption {
  /** The first day of the month, quarter or year the points were earned in. */
  readonly vintage: PlainDate;
  /** Points that can still be redeemed. */
  readonly outstanding: number;
  /** Whether it is over and little enough is outstanding to tell what share is redeemed in the end. */
  readonly isMature: boolean;
}

/** Which share of points is redeemed, by history. */
export interface RedemptionEstimate {
  /** The vintages with points issued, in the order of time. */
  readonly vintages: readonly VintageRedemption[];
  /** The mature vintages together: what to expect of points issued; absent while none is mature. */
  readonly mature?: ObservedRedemption;
}

/** Points by vintage that can be stored, sent and merged. */
export interface RedemptionHistory extends ConfiguredAccumulator {
  /** By vintage: issued, sum of the squares of what each lot issued, redeemed, outstanding. */
  readonly vintages: Record<string, [number, number, number, number]>;
}

const TASK = "estimate redemption";

/**
 * Which share of points will be redeemed, judged by those whose time is over, as an aggregation?
 *
 * The same as {@link estimateRedemption}, for the lots of many members: on a stream, or in parts that are merged.
 *
 * @param options - The moment, zone and length of a vintage, when a vintage is mature, and the confidence level.
 * @returns The aggregation; rows are lots.
 * @throws RangeError where a share or the level is out of its range; in `addInput` where a number of a lot is no
 * integer of at least 0.
 * @example
 * ```ts
 * import { estimateRedemptionCombine } from "goodwill/loyalty";
 * import { aggregate, instant, timeZone } from "goodwill/shared";
 *
 * const asOf = instant("2026-03-01T00:00:00Z");
 * const estimate = estimateRedemptionCombine({ asOf, zone: timeZone("Europe/Berlin"), by: "year" });
 * aggregate([], estimate).vintages; // => []
 * ```
 */
export function estimateRedemptionCombine(
  options: RedemptionEstimateOptions,
): Aggregation<VintageLot, RedemptionHistory, RedemptionEstimate> {
  const { asOf, zone, by, outstandingShare = 0, level = DEFAULT_LEVEL } = options;
  requireLevel(level, TASK);
  if (!(outstandingShare >= 0 && outstandingShare <= 1)) {
    throw new RangeError(
      `Cannot ${TASK}: outstandingShare must lie between 0 and 1, got ${String(outstandingShare)}`,
    );
  }
  const today = plainDateAt(asOf, zone);
  const createAccumulator = (): RedemptionHistory => ({
    version: 1,
    configuration: JSON.stringify([asOf, zone, by]),
    vintages: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, lot) => {
      const { issued, redeemed, outstanding } = lotAtMoment(lot, asOf, TASK);
      if (lot.earnedAt > asOf) return accumulator;
      const vintage = vintageStart(lot.earnedAt, options);
      addTo(accumulator, vintage, [issued, issued * issued, redeemed, outstanding]);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("redemption", [merged, a, b]);
      for (const part of [a, b]) {
        for (const [vintage, sums] of Object.entries(part.vintages)) addTo(merged, vintage, sums);
      }
      return merged;
    },
    extractOutput: ({ vintages: sums }) => {
      const rows = Object.entries(sums)
        .filter(([, [issued]]) => issued > 0)
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([text, [issued, squares, redeemed, outstanding]]) => {
          const vintage = plainDate(text);
          const isOver = vintageOf(vintage, by).end <= today;
          const isMature = isOver && outstanding <= outstandingShare * issued;
          return { vintage, issued, squares, redeemed, outstanding, isMature };
        });
      const mature = rows.filter(({ isMature }) => isMature);
      const total = (field: "issued" | "squares" | "redeemed"): number =>
        mature.reduce((sum, row) => sum + row[field], 0);
      const all = {
        ...{ issued: total("issued"), squares: total("squares"), redeemed: total("redeemed") },
      };
      return {
        vintages: rows.map(({ vintage, outstanding, isMature, ...row }) => ({
          ...{ vintage, outstanding, isMature },
          ...observed(row, level),
        })),
        ...(mature.length > 0 && { mature: observed(all, level) }),
      };
    },
  };
}

/**
 * Which share of points will be redeemed, judged by those whose time is over?
 *
 * A vintage is mature once its period is over and no more than the declared share of its points is outstanding. The
 * mature ones together say what share of points issued is redeemed in the end: the `expectedShare` of
 * {@link standAlonePointsPrice} and the `of-issued` share of {@link pointsLiability}. Points that were taken back,
 * passed on or used to pay a debt are not counted as issued. Give all lots, also those that are used up.
 *
 * @remarks The points of a lot are redeemed or lost together, so they are not independent answers: the interval of
 * Wilson (1927, JASA 22:209) counts lots, as many of equal size as weigh the same (Kish, 1965, "Survey Sampling",
 * 11.7), not points. Lots of the same member still go together; where members have many, it is a little too narrow.
 * @param lots - Lots of one or many members.
 * @param options - The moment, zone and length of a vintage, when a vintage is mature, and the confidence level.
 * @returns The vintages with their observed shares, and the mature ones together.
 * @throws RangeError where a share or the level is out of its range, or a number of a lot is no integer of at least 0.
 * @example
 * ```ts
 * import { estimateRedemption } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const gone = { open: 0, reserved: 0, clawedBack: 0, transferred: 0, settledDebt: 0 };
 * const lots = [0, 100, 100, 100].map((redeemed) => ({
 *   ...{ earnedAt: instant("2024-02-13T09:30:00Z"), original: 100, redeemed, ...gone },
 * }));
 * const asOf = instant("2026-03-01T00:00:00Z");
 * const { mature } = estimateRedemption(lots, { asOf, zone: timeZone("Europe/Berlin"), by: "year" });
 * [mature?.share, mature?.effectiveLots]; // => [0.75, 4]
 * ```
 */
export function estimateRedemption(
  lots: Iterable<VintageLot>,
  options: RedemptionEstimateOptions,
): RedemptionEstimate {
  return aggregate(lots, estimateRedemptionCombine(options));
}

function addTo(
  { vintages }: RedemptionHistory,
  vintage: string,
  more: readonly [number, number, number, number],
): void {
  const sums = (vintages[vintage] ??= [0, 0, 0, 0]);
  more.forEach((value, index) => (sums[index] = sums[index]! + value));
}

function observed(
  {
    issued,
    squares,
    redeemed,
  }: { readonly issued: number; readonly squares: number; readonly redeemed: number },
  level: number,
): ObservedRedemption {
  const share = redeemed / issued;
  const effectiveLots = Math.max(1, (issued * issued) / squares);
  const n = Math.round(effectiveLots);
  const interval = wilsonInterval({ count: Math.round(share * n), n }, { level });
  return { issued, redeemed, share, interval, effectiveLots };
}
