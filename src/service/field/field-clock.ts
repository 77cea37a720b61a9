// What time it is after a drive or before a job, for somebody who has breaks.

/** A span in which nothing goes on, half-open, in milliseconds. @internal */
export interface BlockedTime {
  /** Its beginning. */
  readonly from: number;
  /** Its end. */
  readonly until: number;
}

interface Clock {
  readonly blocked: readonly BlockedTime[];
}

/** When a drive ends that may begin at a moment; it stops for breaks. A drive of no length ends at once. @internal */
export function driveFrom({ blocked }: Clock, at: number, lasts: number): number {
  let now = at;
  let left = lasts;
  for (const { from, until } of blocked) {
    if (left === 0 || until <= now) continue;
    if (now + left <= from) break;
    if (now < from) left -= from - now;
    now = until;
  }
  return now + left;
}

/** When a job begins that is reached at a moment: not before its window, and so that no break is in it. @internal */
export function beginAfter(
  { blocked }: Clock,
  at: number,
  { opens, lasts }: { readonly opens: number; readonly lasts: number },
): number {
  let begins = at > opens ? at : opens;
  for (const { from, until } of blocked) {
    if (begins < until && begins + lasts > from) begins = until;
  }
  return begins;
}
