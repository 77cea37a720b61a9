// The time of a clock, cut into stretches of one kind. Internal: not part of the package's surface.

import { instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { OpenStretch } from "./open-stretches.js";
import type { PausedStretch } from "./pause-union.js";
import type { SlaInterval, SlaIntervalKind } from "./sla-interval.js";

/** What is cut: windows lie within start and end, in order; so do pauses, save that they may reach beyond. */
export interface LedgerRequest {
  readonly start: Instant;
  readonly end: Instant;
  /** The same moments in epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly open: readonly OpenStretch[];
  readonly pauses: readonly PausedStretch[];
}

/** The stretches in order, together exactly the time from start to end, and the milliseconds of each kind. */
export interface LedgerCut {
  readonly intervals: readonly SlaInterval[];
  readonly counted: number;
  readonly paused: number;
  readonly closed: number;
}

/** Cuts the time of a clock at every opening and closing, and at every pause within the hours. */
export function cutLedger({ start, end, from, until, open, pauses }: LedgerRequest): LedgerCut {
  const intervals: SlaInterval[] = [];
  const sums = { counted: 0, paused: 0, closed: 0 };
  let text = start;
  let at = from;
  const add = (kind: SlaIntervalKind, to: number): void => {
    if (to <= at) return;
    const next = to === until ? end : instantFromEpochMilliseconds(to);
    intervals.push({ kind, start: text, end: next, milliseconds: to - at });
    sums[kind] += to - at;
    text = next;
    at = to;
  };
  let first = 0;
  for (const window of open) {
    add("closed", window.start);
    while (first < pauses.length && (pauses[first] as PausedStretch).end <= at) first += 1;
    for (let i = first; i < pauses.length; i += 1) {
      const pause = pauses[i] as PausedStretch;
      if (pause.start >= window.end) break;
      add("counted", pause.start);
      add("paused", Math.min(pause.end, window.end));
    }
    add("counted", window.end);
  }
  add("closed", until);
  return { intervals, ...sums };
}
