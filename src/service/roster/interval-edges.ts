// Intervals that follow each other, as the moments at which they begin and end.

import { brokenContract } from "../../shared/broken-contract.js";
import { epochMilliseconds, instantFromEpochMilliseconds } from "../../shared/time/instant.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import type { RequiredInterval } from "../staffing/service-interval.js";
import type { IntervalGaps } from "./interval-gaps.js";
import type { PlannedBreak } from "./planned-shift.js";
import type { ShiftSpan } from "./shift-span.js";

/** Intervals with the first of them and the first after them. @internal */
export interface IntervalBlock {
  /** The place of the first interval. */
  readonly from: number;
  /** The place of the first interval after it. */
  readonly until: number;
}

/** Intervals without a gap, and the moments between which they lie: one more than intervals. @internal */
export interface ClosedIntervals {
  readonly required: readonly RequiredInterval[];
  readonly edges: Float64Array;
}

/** The intervals with those that close their gaps, where told to; throws unless they make sense. @internal */
export function closedIntervals(
  given: readonly RequiredInterval[],
  { task, gaps = "refuse" }: { readonly task: string; readonly gaps?: IntervalGaps | undefined },
): ClosedIntervals {
  if (given.length === 0) throw new RangeError(`Cannot ${task}: there must be an interval`);
  if (gaps !== "refuse" && gaps !== "closed") {
    throw brokenContract(task, 'gaps must be "refuse" or "closed"', gaps);
  }
  const required: RequiredInterval[] = [];
  const edges: number[] = [];
  let end: number | undefined;
  given.forEach((interval, i) => {
    const { start, minutes, agents } = interval;
    const at = `intervals[${i}]`;
    requireInstant(task, { [`${at}.start`]: start });
    if (!(Number.isInteger(minutes) && minutes > 0)) {
      throw brokenContract(task, `${at}.minutes must be a whole number above 0`, minutes);
    }
    if (!(Number.isInteger(agents) && agents >= 0)) {
      throw brokenContract(task, `${at}.agents must be a whole number of at least 0`, agents);
    }
    const from = epochMilliseconds(start);
    if (end !== undefined && from < end) {
      throw brokenContract(task, `${at} must not overlap the one before`, start);
    }
    if (end !== undefined && from > end) {
      if (gaps === "refuse") {
        const remedy = 'closed hours need 0 agents, or the option gaps: "closed"';
        throw brokenContract(
          task,
          `${at} must not leave a gap after the one before (${remedy})`,
          start,
        );
      }
      const closed = (from - end) / 60_000;
      if (!Number.isInteger(closed)) {
        throw brokenContract(task, `${at} must begin whole minutes after the one before`, start);
      }
      edges.push(end);
      required.push({ start: instantFromEpochMilliseconds(end), minutes: closed, agents: 0 });
    }
    end = from + minutes * 60_000;
    edges.push(from);
    required.push(interval);
  });
  return { required, edges: Float64Array.from([...edges, end!]) };
}

/** The place of the first edge that is not before this moment. */
function firstEdgeFrom(edges: Float64Array, at: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The intervals that lie wholly in a shift and outside its breaks, as blocks of neighbours. @internal */
export function workedBlocks(
  { start, minutes, breaks }: ShiftSpan & { readonly breaks: readonly PlannedBreak[] },
  edges: Float64Array,
): IntervalBlock[] {
  const blocks: IntervalBlock[] = [];
  let from = epochMilliseconds(start);
  const end = from + minutes * 60_000;
  const add = (until: number): void => {
    const first = firstEdgeFrom(edges, from);
    const beyond = firstEdgeFrom(edges, until);
    // The edge before the first one after `until` is the end of the last interval that lies within.
    const last = edges[beyond] === until ? beyond : beyond - 1;
    if (last <= first) return;
    const before = blocks.at(-1);
    if (before?.until === first) blocks[blocks.length - 1] = { from: before.from, until: last };
    else blocks.push({ from: first, until: last });
  };
  for (const pause of breaks) {
    const at = epochMilliseconds(pause.start);
    add(at);
    from = at + pause.minutes * 60_000;
  }
  add(end);
  return blocks;
}
