import type { Reason } from "../../shared/reason.js";
import { requireBins, requireSegments } from "./segment-check.js";
import { segmentOf } from "./segment-definition.js";
import type { RfmCell, SegmentDefinition } from "./segment-definition.js";

/** Two segments that claim the same cells. */
export interface SegmentOverlap {
  /** The one defined first, which gets the cells that no definition before it takes. */
  readonly first: string;
  /** The one defined later. */
  readonly second: string;
  /** The cells both claim, by recency, frequency, amount. */
  readonly cells: readonly RfmCell[];
}

/** A segment that no customer can ever be in. */
export interface UnreachableSegment {
  /** Its name. */
  readonly name: string;
  /** How many cells it claims; 0 when its scores lie above the number of scores. */
  readonly claimed: number;
  /** The segments that take its cells before it, in the order of the definitions. */
  readonly takenBy: readonly string[];
}

/** How many cells a segment claims and how many it gets. */
export interface SegmentReach {
  /** Its name. */
  readonly name: string;
  /** Cells within its ranges. */
  readonly claimed: number;
  /** Cells that no definition before it takes. */
  readonly taken: number;
}

/** What is wrong with a set of segment definitions. */
export interface SegmentLint {
  /** Pairs that claim the same cells, in the order of the definitions. */
  readonly overlaps: readonly SegmentOverlap[];
  /** Cells nobody claims, by recency, frequency, amount: customers there have no segment. */
  readonly gaps: readonly RfmCell[];
  /** Segments no customer can be in, in the order of the definitions. */
  readonly unreachable: readonly UnreachableSegment[];
  /** What each segment claims and gets; with the gaps, the cells taken add up to all cells. */
  readonly reach: readonly SegmentReach[];
  /** The same as reasons; empty when the definitions cover every cell once. */
  readonly reasons: readonly Reason[];
}

/** How many scores there are. */
export interface LintSegmentsOptions {
  /** Number of scores of each measure, 2 to 10; 5 when absent. */
  readonly bins?: number;
}

/**
 * Do these segment definitions overlap, leave customers out, or contain a segment that nobody can be in?
 *
 * Every cell of the cube of scores is tried. Overlaps are no fault by themselves, since the first definition that
 * holds wins, but then the order matters.
 *
 * @param definitions - The segments, in the order they are tried.
 * @param options - How many scores there are.
 * @returns Overlaps, gaps and unreachable segments, with reasons.
 * @throws RangeError when bins is not 2 to 10, a name is blank or given twice, or a range is not one.
 * @example
 * ```ts
 * import { DEFAULT_RFM_SEGMENTS, lintSegments } from "goodwill/value";
 *
 * const all = { from: 1, to: 5 };
 * const { overlaps, gaps, unreachable } = lintSegments([
 *   { name: "Frequent", recency: all, frequency: { from: 4, to: 5 }, monetary: all },
 *   { name: "Champions", recency: { from: 5, to: 5 }, frequency: { from: 5, to: 5 }, monetary: all },
 * ]);
 * overlaps.map(({ first, second, cells }) => [first, second, cells.length]); // => [["Frequent", "Champions", 5]]
 * gaps.length; // => 75
 * unreachable; // => [{ name: "Champions", claimed: 5, takenBy: ["Frequent"] }]
 * lintSegments(DEFAULT_RFM_SEGMENTS).reasons; // => []
 * ```
 */
export function lintSegments(
  definitions: readonly SegmentDefinition[],
  options: LintSegmentsOptions = {},
): SegmentLint {
  const { bins = 5 } = options;
  requireBins("lint segments", bins);
  requireSegments("lint segments", definitions);
  const cells = cellsOf(bins);
  const claims = definitions.map((one) =>
    cells.filter((cell) => segmentOf(cell, [one]) !== undefined),
  );
  const winners = new Map(cells.map((cell) => [cell, segmentOf(cell, definitions)]));
  const overlaps = definitions.flatMap(({ name: first }, i) => {
    const claimed = new Set(claims[i]);
    return definitions.slice(i + 1).flatMap(({ name: second }, j) => {
      const both = claims[i + 1 + j]!.filter((cell) => claimed.has(cell));
      return both.length === 0 ? [] : [{ first, second, cells: both }];
    });
  });
  const gaps = cells.filter((cell) => winners.get(cell) === undefined);
  const reach = definitions.map(({ name }, i) => ({
    name,
    claimed: claims[i]!.length,
    taken: claims[i]!.filter((cell) => winners.get(cell) === name).length,
  }));
  const unreachable = reach.flatMap(({ name, claimed, taken }, i) => {
    if (taken > 0) return [];
    const takers = new Set(claims[i]!.map((cell) => winners.get(cell)));
    const takenBy = definitions.map((one) => one.name).filter((other) => takers.has(other));
    return [{ name, claimed, takenBy }];
  });
  const reasons = reasonsOf({ overlaps, gaps, unreachable }, { bins });
  return { overlaps, gaps, unreachable, reach, reasons };
}

function cellsOf(bins: number): RfmCell[] {
  const scores = Array.from({ length: bins }, (_, i) => i + 1);
  return scores.flatMap((recencyScore) =>
    scores.flatMap((frequencyScore) =>
      scores.map((monetaryScore) => ({ recencyScore, frequencyScore, monetaryScore })),
    ),
  );
}

function reasonsOf(
  found: Pick<SegmentLint, "overlaps" | "gaps" | "unreachable">,
  { bins }: { readonly bins: number },
): Reason[] {
  const reasons: Reason[] = found.overlaps.map(({ first, second, cells }) => ({
    code: "segments-overlap",
    params: { first, second, cells: cells.length },
  }));
  const [gap] = found.gaps;
  if (gap !== undefined) {
    const { recencyScore: recency, frequencyScore: frequency, monetaryScore: monetary } = gap;
    reasons.push({
      code: "segments-leave-gaps",
      params: { cells: found.gaps.length, recency, frequency, monetary },
    });
  }
  for (const { name, claimed, takenBy } of found.unreachable) {
    reasons.push(
      claimed === 0
        ? { code: "segment-above-scores", params: { segment: name, bins } }
        : { code: "segment-unreachable", params: { segment: name, takenBy: takenBy.join(", ") } },
    );
  }
  return reasons;
}
