import {
  addPoints,
  comparePoints,
  exactQuotient,
  fractionalPart,
  roundedPoints,
} from "../earning/exact-points.js";
import type { ExactPoints } from "../earning/exact-points.js";
import type { EarningRecord } from "../ledger/earning-record.js";
import type { OrderRecord } from "../ledger/loyalty-state.js";
import { lineShare } from "./returned-share.js";
import type { ReturnedSums } from "./returned-share.js";

/** Points by line and kind. */
export type PointsByLine = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What of a line's points should be taken back by now, and what was. */
interface LineReversal {
  readonly line: string;
  readonly exact: ExactPoints;
  readonly before: number;
}

/**
 * The earned points a return takes back, by line and kind, in proportion to what has come back of each line.
 *
 * What all returns so far should have taken is counted exactly over all lines and rounded down; what they took already
 * is subtracted. So parts sum to the whole whatever the order they come in, and never exceed it. The points go to the
 * lines by the largest remainder, never above what a line earned.
 */
export function earnedReversal(order: OrderRecord, sums: ReturnedSums): PointsByLine {
  const reversed: Record<string, Record<string, number>> = {};
  for (const kind of kindsOf(order.earning)) {
    const lines = order.lines.map((line): LineReversal => {
      const { back, of } = lineShare(line, sums);
      const earned = BigInt(earnedByLine(order.earning, kind, line.id));
      const before = order.returned?.[line.id]?.earned[kind] ?? 0;
      return { line: line.id, exact: exactQuotient(earned * back, of), before };
    });
    for (const [line, points] of distributed(lines)) {
      reversed[line] = { ...reversed[line], [kind]: points };
    }
  }
  return reversed;
}

/** The kinds of points an order earned, in the order its rules first gave them. */
export function kindsOf({ rules }: EarningRecord): readonly string[] {
  return [...new Set(rules.filter(({ granted }) => granted > 0).map(({ kind }) => kind))];
}

function earnedByLine({ rules }: EarningRecord, kind: string, line: string): number {
  return rules
    .filter((rule) => rule.kind === kind)
    .reduce((sum, { lines }) => sum + (lines?.[line] ?? 0), 0);
}

/**
 * What is still to be taken in whole points, given to the lines that fall short most: whole points, then remainders.
 */
function distributed(lines: readonly LineReversal[]): [line: string, points: number][] {
  let left = wholeRest(lines);
  const short = lines
    .filter(({ exact, before }) => comparePoints(exact, before) > 0)
    .sort((a, b) => comparePoints(addPoints(b.exact, a.before), addPoints(a.exact, b.before)));
  const taken = new Map<string, number>();
  const take = (line: string, points: number): void => {
    if (points <= 0) return;
    taken.set(line, (taken.get(line) ?? 0) + points);
    left -= points;
  };
  for (const { line, exact, before } of short) take(line, Math.min(left, whole(exact) - before));
  const byRemainder = short
    .map(({ line, exact }) => ({ line, remainder: fractionalPart(exact) }))
    .filter(({ remainder }) => comparePoints(remainder, 0) > 0)
    .sort((a, b) => comparePoints(b.remainder, a.remainder));
  for (const { line } of byRemainder) take(line, Math.min(left, 1));
  return [...taken];
}

function wholeRest(lines: readonly LineReversal[]): number {
  let exact: ExactPoints = 0;
  let before = 0;
  for (const line of lines) {
    exact = addPoints(exact, line.exact);
    before += line.before;
  }
  return whole(exact) - before;
}

/** What was granted is a safe integer, and so is a part of it. */
function whole(points: ExactPoints): number {
  return roundedPoints(points, "floor")!;
}
