/** How often each whole number of days occurred, by the number as text: an exact median of any number of values. */
export type DayCounts = Record<string, number>;

/** The counts of both. */
export function sumCounts(a: DayCounts, b: DayCounts): DayCounts {
  const sum = { ...a };
  for (const [days, count] of Object.entries(b)) sum[days] = (sum[days] ?? 0) + count;
  return sum;
}

/** The median of the days counted, halfway between the middle two where they are two; `undefined` of none. */
export function medianDays(counts: DayCounts): number | undefined {
  const sorted = Object.entries(counts)
    .map(([days, count]) => ({ days: Number(days), count }))
    .sort((a, b) => a.days - b.days);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return undefined;
  const at = (position: number): number => {
    let before = 0;
    for (const { days, count } of sorted) {
      before += count;
      if (position < before) return days;
    }
    return 0;
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}
