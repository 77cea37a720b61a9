import { WEEK_MINUTES } from "./week-clock.js";
import type { WeekSpan } from "./week-span.js";

// Sets of minutes of the week. Internal: not part of the package's surface.

/** Spans in order, without overlap; those that touch become one. */
export function joinSpans(spans: readonly WeekSpan[]): readonly WeekSpan[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The minutes of all spans together; the spans are joined. */
export function totalMinutes(spans: readonly WeekSpan[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The same spans on a clock that is ahead by these minutes; what leaves the week comes in at its other end. */
export function shiftSpans(spans: readonly WeekSpan[], minutes: number): readonly WeekSpan[] {
  return joinSpans(
    spans.flatMap(({ start, end }) => {
      const first = modulo(start + minutes);
      const length = end - start;
      return first + length <= WEEK_MINUTES
        ? [{ start: first, end: first + length }]
        : [
            { start: first, end: WEEK_MINUTES },
            { start: 0, end: first + length - WEEK_MINUTES },
          ];
    }),
  );
}

/** What of the first is not in the second; both are joined. */
export function spansWithout(
  spans: readonly WeekSpan[],
  taken: readonly WeekSpan[],
): readonly WeekSpan[] {
  const left: WeekSpan[] = [];
  let next = 0;
  for (const { start, end } of spans) {
    let from = start;
    while (next < taken.length && (taken[next] as WeekSpan).end <= from) next += 1;
    for (let i = next; i < taken.length && (taken[i] as WeekSpan).start < end; i += 1) {
      const hole = taken[i] as WeekSpan;
      if (hole.start > from) left.push({ start: from, end: hole.start });
      from = Math.max(from, hole.end);
    }
    if (from < end) left.push({ start: from, end });
  }
  return left;
}

function modulo(minute: number): number {
  const rest = minute % WEEK_MINUTES;
  return rest < 0 ? rest + WEEK_MINUTES : rest;
}
