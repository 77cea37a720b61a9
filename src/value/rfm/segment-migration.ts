import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interval, LevelOptions } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { compareText } from "../../shared/text-order.js";

/** A customer and its segment, or class, on one day. */
export interface SegmentMember {
  /** The host's id of the customer. */
  readonly customer: string;
  /** The segment; undefined when none was found. The key is required, so that rows of another kind do not pass. */
  readonly segment: string | undefined;
}

/** How many went from one segment to another, or stayed. */
export interface SegmentMove {
  /** Segment on the first day. */
  readonly from: string;
  /** Segment on the second day. */
  readonly to: string;
  /** How many customers. */
  readonly count: number;
  /** Of those who were in `from` on the first day, 0 to 1. */
  readonly share: number;
  /** The interval of the share, after Wilson. */
  readonly interval: Interval;
}

/** What became of one segment. */
export interface SegmentBalance {
  /** The segment. */
  readonly segment: string;
  /** Customers on the first day: stayed + left for another + went. */
  readonly opening: number;
  /** Customers on the second day: stayed + joined from another + came. */
  readonly closing: number;
  /** In the segment on both days. */
  readonly stayed: number;
  /** In another segment on the second day. */
  readonly left: number;
  /** In another segment on the first day. */
  readonly joined: number;
  /** Customers of the second day who were not there on the first. */
  readonly came: number;
  /** Customers of the first day who were not there on the second. */
  readonly went: number;
  /** Of the opening, 0 to 1: who stayed; absent when the opening is 0. */
  readonly stayedShare?: number;
  /** Of the opening, 0 to 1: who went; absent when the opening is 0. */
  readonly wentShare?: number;
}

/** How customers moved between segments from one day to another. */
export interface SegmentMigration {
  /** The segments, in the order of rows and columns. */
  readonly segments: readonly string[];
  /** Customers by segment on the first day (row) and on the second (column), of those who were there on both. */
  readonly matrix: readonly (readonly number[])[];
  /** The moves that occurred, by row, then column. */
  readonly moves: readonly SegmentMove[];
  /** What became of each segment, in the order of `segments`. */
  readonly balances: readonly SegmentBalance[];
  /** Customers there on both days: the sum of the matrix. */
  readonly remained: number;
  /** Customers only there on the second day. */
  readonly came: number;
  /** Customers only there on the first day. */
  readonly went: number;
}

/** In which order segments stand, and how sure intervals shall be. */
export interface SegmentMigrationOptions extends LevelOptions {
  /** Order of the segments; those not named follow in alphabetical order. Alphabetical when absent. */
  readonly order?: readonly string[];
  /** What customers without a segment are called; `unassigned` when absent. */
  readonly unassigned?: string;
}

/**
 * How did customers move between segments, or classes, from one day to another (VAL-3)?
 *
 * Rows of {@link rfmScores} are taken as they are; of {@link portfolioClasses} the class is named the segment first, as
 * in the example. Customers of one day only are counted as come or gone. Shares are of the customers of a segment on
 * the first day, those who went included.
 *
 * @param before - The customers and their segments on the first day, each customer once.
 * @param after - The same on the second day.
 * @param options - The order of the segments, and the level of the intervals.
 * @returns The matrix, the moves with shares, and the balance of each segment.
 * @throws RangeError when a customer is given twice for a day, a segment bears the name of the unassigned while some
 * have none, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { portfolioClasses, segmentMigration } from "goodwill/value";
 *
 * const before = [
 *   { customer: "a", segment: "Champions" },
 *   { customer: "b", segment: "Champions" },
 *   { customer: "c", segment: "At Risk" },
 * ];
 * const after = [
 *   { customer: "a", segment: "Champions" },
 *   { customer: "b", segment: "At Risk" },
 *   { customer: "d", segment: "At Risk" },
 * ];
 * const { segments, matrix, came, went } = segmentMigration(before, after, { order: ["Champions"] });
 * segments; // => ["Champions", "At Risk"]
 * matrix; // => [[1, 1], [0, 0]]
 * [came, went]; // => [1, 1]
 *
 * const classesOf = (revenues: Record<string, number>) => {
 *   const rows = Object.entries(revenues).map(([customer, revenue]) => ({ customer, figures: { revenue } }));
 *   const portfolio = portfolioClasses(rows, { criteria: [{ name: "revenue", weight: 1 }] });
 *   return portfolio.customers.map(({ customer, class: segment }) => ({ customer, segment }));
 * };
 * const { moves } = segmentMigration(classesOf({ a: 900, b: 80, c: 20 }), classesOf({ a: 90, b: 880, c: 30 }));
 * moves.map(({ from, to, count }) => `${from} to ${to}: ${count}`); // => ["A to B: 1", "B to A: 1", "C to C: 1"]
 * ```
 */
export function segmentMigration(
  before: Iterable<SegmentMember>,
  after: Iterable<SegmentMember>,
  options: SegmentMigrationOptions = {},
): SegmentMigration {
  const { order = [], unassigned = "unassigned" } = options;
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "compare segments on two days");
  const first = membersOf(before, "before");
  const second = membersOf(after, "after");
  const given = new Set([...first.values(), ...second.values()]);
  if (given.has(undefined) && given.has(unassigned)) {
    throw new RangeError(
      `Cannot compare segments: a segment is called "${unassigned}" as are customers without one`,
    );
  }
  const segments = inOrder(new Set([...given].map((name) => name ?? unassigned)), order);
  const places = new Map(segments.map((segment, place) => [segment, place]));
  const matrix = segments.map(() => segments.map(() => 0));
  const came = segments.map(() => 0);
  const went = segments.map(() => 0);
  for (const [customer, segment] of first) {
    const row = places.get(segment ?? unassigned)!;
    if (!second.has(customer)) went[row]! += 1;
    else matrix[row]![places.get(second.get(customer) ?? unassigned)!]! += 1;
  }
  for (const [customer, segment] of second) {
    if (!first.has(customer)) came[places.get(segment ?? unassigned)!]! += 1;
  }
  const balances = segments.map((_, place) => balanceOf(place, { segments, matrix, came, went }));
  const moves = balances.flatMap(({ segment: from, opening: n }, row) =>
    segments.flatMap((to, column) => {
      const count = matrix[row]![column]!;
      if (count === 0) return [];
      return [
        { from, to, count, share: count / n, interval: wilsonInterval({ count, n }, { level }) },
      ];
    }),
  );
  const remained = sum(matrix.map(sum));
  return { segments, matrix, moves, balances, remained, came: sum(came), went: sum(went) };
}

function balanceOf(
  place: number,
  counts: {
    readonly segments: readonly string[];
    readonly matrix: readonly (readonly number[])[];
    readonly came: readonly number[];
    readonly went: readonly number[];
  },
): SegmentBalance {
  const { segments, matrix } = counts;
  const [came, went] = [counts.came[place]!, counts.went[place]!];
  const stayed = matrix[place]![place]!;
  const left = sum(matrix[place]!) - stayed;
  const joined = sum(matrix.map((row) => row[place]!)) - stayed;
  const opening = stayed + left + went;
  return {
    segment: segments[place]!,
    opening,
    closing: stayed + joined + came,
    ...{ stayed, left, joined, came, went },
    ...(opening > 0 && { stayedShare: stayed / opening, wentShare: went / opening }),
  };
}

function membersOf(members: Iterable<SegmentMember>, day: string): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { customer, segment } of members) {
    if (found.has(customer)) {
      throw new RangeError(`Cannot compare segments: ${customer} is given twice ${day}`);
    }
    found.set(customer, segment);
  }
  return found;
}

function inOrder(occurring: ReadonlySet<string>, order: readonly string[]): string[] {
  const ordered = [...new Set(order)].filter((name) => occurring.has(name));
  const others = [...occurring].filter((name) => !ordered.includes(name));
  return [...ordered, ...others.sort(compareText)];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
