import type { DistinctValues, HistoryCells } from "../history-cells.js";

/**
 * The moments between which customers may have left, by frequency: each last purchase and each end of observation.
 *
 * Customers of one frequency share their integrals over the time of leaving; from moment to moment each stretch of time
 * is integrated once, however many customers fell silent in it.
 *
 * @internal
 */
export interface DepartureMoments {
  /** All different times, ascending. */
  readonly times: Float64Array;
  /** Position among the times, by moment; ascending within a frequency. */
  readonly timeOf: Int32Array;
  /** Where the moments of each frequency begin, and at last where all end. */
  readonly starts: Int32Array;
  /** The moment of the last purchase, by cell. */
  readonly last: Int32Array;
  /** The moment at which the observation ends, by cell. */
  readonly end: Int32Array;
}

/** Gathers the moments of cells that are in the order of their frequencies. @internal */
export function departureMoments({
  frequency,
  recency,
  age,
  count,
}: HistoryCells): DepartureMoments {
  const times = Float64Array.from(new Set([...recency.values, ...age.values])).sort();
  const recencyTime = positionsIn(times, recency);
  const ageTime = positionsIn(times, age);
  const cells = count.length;
  const starts = new Int32Array(frequency.values.length + 1);
  const timeOf = new Int32Array(2 * cells);
  const last = new Int32Array(cells);
  const end = new Int32Array(cells);
  const momentOf = new Int32Array(times.length).fill(-1);
  let moments = 0;
  for (let from = 0; from < cells;) {
    const k = frequency.of[from]!;
    let to = from;
    const first = moments;
    for (; to < cells && frequency.of[to] === k; to += 1) {
      for (const time of [recencyTime[recency.of[to]!]!, ageTime[age.of[to]!]!]) {
        // Moments found for an earlier frequency lie before the first of this.
        if (momentOf[time]! >= first) continue;
        momentOf[time] = moments;
        timeOf[moments] = time;
        moments += 1;
      }
    }
    timeOf.subarray(first, moments).sort();
    for (let i = first; i < moments; i += 1) momentOf[timeOf[i]!] = i;
    for (; from < to; from += 1) {
      last[from] = momentOf[recencyTime[recency.of[from]!]!]!;
      end[from] = momentOf[ageTime[age.of[from]!]!]!;
    }
    starts[k + 1] = moments;
  }
  return { times, timeOf: timeOf.slice(0, moments), starts, last, end };
}

function positionsIn(times: Float64Array, { values }: DistinctValues): Int32Array {
  const positions = new Int32Array(values.length);
  let at = 0;
  values.forEach((value, i) => {
    while (times[at]! < value) at += 1;
    positions[i] = at;
  });
  return positions;
}
