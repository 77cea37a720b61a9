import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { compareText } from "../../shared/text-order.js";
import type { ServiceClock } from "./service-clock.js";
import type { SlaClockKind } from "./sla-policy.js";

/** How many clocks were met, of how many. */
export interface SlaAttainmentFigures {
  /** How many were stopped in time. */
  readonly met: number;
  /** How many were not: their deadline passed, stopped or not. */
  readonly missed: number;
  /** How many of those missed are not stopped yet. */
  readonly missedOpen: number;
  /** How many more are neither stopped nor late: whether they will be met is not known, so they are not counted. */
  readonly open: number;
  /** Of how many the share is: those met and those missed. */
  readonly n: number;
  /** The share met, 0 to 1; absent where `n` is 0. */
  readonly share?: number;
  /** Its interval, after Wilson; absent where `n` is 0. */
  readonly interval?: Interval;
}

/** How many clocks of one priority were met. */
export interface PriorityAttainment extends SlaAttainmentFigures {
  /** The priority, such as a severity; absent for clocks that have none. */
  readonly priority?: string;
}

/** How many clocks of one kind were met. */
export interface SlaAttainment extends SlaAttainmentFigures {
  /** The kind of clock. */
  readonly clock: SlaClockKind;
  /** The same by priority, in the order of their names, clocks without one last. */
  readonly priorities: readonly PriorityAttainment[];
}

const TASK = "tell how many clocks were met";

const KINDS = Object.keys({
  acknowledgement: 0,
  "first-response": 0,
  "next-response": 0,
  update: 0,
  resolution: 0,
} satisfies Readonly<Record<SlaClockKind, number>>) as readonly SlaClockKind[];

/**
 * Which share of the clocks was met, by kind of clock and by priority (SRV-4)?
 *
 * A clock stopped by its deadline is met; one whose deadline has passed is missed, stopped or not. One that still runs
 * or is paused, and is not late, is told apart: counted as met it would flatter, left to be counted when it is stopped
 * it would hide the late ones.
 *
 * @param clocks - The clocks of many cases, as `serviceClocks` gives them for one moment.
 * @param options - The level of the intervals.
 * @returns One row for each kind there is, in the order of a case's life; none for no clocks.
 * @throws RangeError where the same clock of a case stands twice, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { serviceClocks, slaAttainment } from "goodwill/service";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const calendars = { desk: { zone: timeZone("UTC"), hours: "always" as const } };
 * const opened = { kind: "opened" as const, at: instant("2026-06-01T08:00:00Z") };
 * const answered = { kind: "answered" as const, at: instant("2026-06-01T09:00:00Z") };
 * const asOf = instant("2026-06-01T17:00:00Z");
 * const cases = [{ id: "C-1", events: [opened, answered] }, { id: "C-2", events: [opened] }];
 * const clocks = cases.flatMap((one) => {
 *   const run = serviceClocks(one, { calendars, asOf });
 *   return run.ok ? run.value : [];
 * });
 * const first = slaAttainment(clocks).find(({ clock }) => clock === "first-response");
 * [first?.met, first?.missedOpen, first?.share]; // => [1, 1, 0.5]
 * ```
 */
export function slaAttainment(
  clocks: readonly ServiceClock[],
  { level = DEFAULT_LEVEL }: LevelOptions = {},
): readonly SlaAttainment[] {
  requireLevel(level, TASK);
  requireDistinct(clocks);
  return KINDS.flatMap((kind): SlaAttainment[] => {
    const own = clocks.filter(({ clock }) => clock === kind);
    if (own.length === 0) return [];
    return [{ clock: kind, ...figuresOf(own, level), priorities: byPriority(own, level) }];
  });
}

function byPriority(clocks: readonly ServiceClock[], level: number): readonly PriorityAttainment[] {
  const named = new Set(clocks.flatMap(({ priority }) => priority ?? []));
  const none = clocks.filter(({ priority }) => priority === undefined);
  return [
    ...[...named].sort(compareText).map((priority) => {
      const own = clocks.filter((clock) => clock.priority === priority);
      return { priority, ...figuresOf(own, level) };
    }),
    ...(none.length === 0 ? [] : [figuresOf(none, level)]),
  ];
}

function figuresOf(clocks: readonly ServiceClock[], level: number): SlaAttainmentFigures {
  const met = clocks.filter(({ state }) => state === "met").length;
  const late = clocks.filter(({ state }) => state === "breached");
  const n = met + late.length;
  const figures = {
    met,
    missed: late.length,
    missedOpen: late.filter(({ stop }) => stop === undefined).length,
    open: clocks.length - n,
    n,
  };
  if (n === 0) return figures;
  return { ...figures, share: met / n, interval: wilsonInterval({ count: met, n }, { level }) };
}

function requireDistinct(clocks: readonly ServiceClock[]): void {
  const seen = new Set<string>();
  for (const { case: ofCase, clock, round } of clocks) {
    const id = JSON.stringify([ofCase, clock, round]);
    if (seen.has(id)) {
      throw new RangeError(
        `Cannot ${TASK}: each clock must stand once, got two of ${clock} ${String(round)} of case ${ofCase}`,
      );
    }
    seen.add(id);
  }
}
