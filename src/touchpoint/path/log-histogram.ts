import type { LogHistogram } from "./step-time-accumulator.js";

/** The histogram of one duration, in whole units of at least 0. */
export function logHistogramOf(value: number, relativeError: number): LogHistogram {
  const histogram = { count: 0, sum: 0, min: value, max: value, zeros: 0, ranges: {} };
  addToHistogram(histogram, value, relativeError);
  return histogram;
}

/** Takes in one duration. */
export function addToHistogram(
  histogram: LogHistogram,
  value: number,
  relativeError: number,
): void {
  histogram.count += 1;
  histogram.sum += value;
  if (value < histogram.min) histogram.min = value;
  if (value > histogram.max) histogram.max = value;
  if (value === 0) {
    histogram.zeros += 1;
    return;
  }
  const range = Math.ceil(Math.log(value) / Math.log(growthOf(relativeError)));
  histogram.ranges[range] = (histogram.ranges[range] ?? 0) + 1;
}

/** The histogram of the durations of both; changes neither. */
export function mergeHistograms(a: LogHistogram | undefined, b: LogHistogram): LogHistogram {
  const ranges = { ...b.ranges };
  for (const [range, count] of Object.entries(a?.ranges ?? {})) {
    ranges[Number(range)] = (ranges[Number(range)] ?? 0) + count;
  }
  return {
    count: b.count + (a?.count ?? 0),
    sum: b.sum + (a?.sum ?? 0),
    min: Math.min(b.min, a?.min ?? b.min),
    max: Math.max(b.max, a?.max ?? b.max),
    zeros: b.zeros + (a?.zeros ?? 0),
    ranges,
  };
}

/** The durations at the given ranks shares of the way from the least to the greatest, within the relative error. */
export function histogramQuantiles(
  histogram: LogHistogram,
  { shares, relativeError }: { readonly shares: readonly number[]; readonly relativeError: number },
): number[] {
  const growth = growthOf(relativeError);
  const ranges = Object.entries(histogram.ranges)
    .map(([range, count]) => ({ range: Number(range), count }))
    .sort((a, b) => a.range - b.range);
  return shares.map((share) => {
    const rank = Math.floor(share * (histogram.count - 1));
    let passed = histogram.zeros;
    if (rank < passed) return 0;
    for (const { range, count } of ranges) {
      passed += count;
      if (rank < passed) {
        const middle = (2 * growth ** range) / (growth + 1);
        return Math.min(Math.max(middle, histogram.min), histogram.max);
      }
    }
    return histogram.max;
  });
}

function growthOf(relativeError: number): number {
  return (1 + relativeError) / (1 - relativeError);
}
