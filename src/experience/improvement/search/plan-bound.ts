// How good a half-decided plan can still become: when even a generous answer does not reach what other plans attain
// already, the search drops it (`isHopeless`, with the proof).

import type { ChoiceProblem, Option } from "./choice-problem.js";
import type { Prospect } from "./partial-plan.js";

/** A plan that can be had: what it costs and is worth, in grid steps. @internal */
export interface Attained {
  /** Cost in steps of the cost grid. */
  readonly cost: number;
  /** Value in value steps. */
  readonly value: number;
}

/** What one undecided candidate could do for one factor, at the part of its cost that this factor bears. */
interface Piece {
  /** The factor. */
  readonly factor: number;
  /** Points it adds, in the unit of the factor's cap. */
  readonly points: number;
  /** Worth of a point. */
  readonly weight: number;
  /** Part of the candidate's cost. */
  readonly cost: number;
}

/** What completions are measured against. @internal */
export interface Bar {
  /** The choice. */
  readonly problem: ChoiceProblem;
  /** What the undecided candidates that a state does not block could do: most value for the cost first. */
  readonly piecesUnder: (blocked: bigint) => readonly Piece[];
  /** What is attained already, rising in cost and value. */
  readonly attained: readonly Attained[];
  /** The most that may be spent, in cost steps. */
  readonly budget: number;
}

function piecesOf({ credits }: ChoiceProblem, undecided: readonly Option[]): Piece[] {
  const pieces = undecided.flatMap(({ cost, points }) => {
    const gains = credits.map(({ divisor }, f) => Math.max(0, points[f]! / divisor));
    const worth = gains.map((gain, f) => gain * credits[f]!.weight);
    const total = worth.reduce((sum, value) => sum + value, 0);
    return worth.flatMap((value, factor) => {
      if (value === 0) return [];
      const weight = credits[factor]!.weight;
      return [{ factor, points: gains[factor]!, weight, cost: (cost * value) / total }];
    });
  });
  return pieces.sort((a, b) => b.points * b.weight * a.cost - a.points * a.weight * b.cost);
}

/** The pieces for each set of blocked candidates; few sets occur, so each is worked out once. @internal */
export function piecesByBlocked(
  problem: ChoiceProblem,
  undecided: readonly Option[],
): Bar["piecesUnder"] {
  const known = new Map<bigint, readonly Piece[]>();
  return (blocked) => {
    const pieces =
      known.get(blocked) ??
      piecesOf(
        problem,
        undecided.filter(({ bit }) => (bit & blocked) === 0n),
      );
    known.set(blocked, pieces);
    return pieces;
  };
}

/** The front of some attained plans: rising in cost and in value. @internal */
export function attainedFront(plans: readonly Attained[]): Attained[] {
  const front: Attained[] = [];
  for (const { cost, value } of [...plans].sort((a, b) => a.cost - b.cost || b.value - a.value)) {
    if (front.length === 0 || value > front.at(-1)!.value) front.push({ cost, value });
  }
  return front;
}

/** A function that says, for rising amounts, the most value a prospect can reach by spending so much more. */
function reachOf(prospect: Prospect, { problem, piecesUnder }: Bar): (spend: number) => number {
  const room = problem.credits.map(({ cap, divisor }, f) =>
    Math.max(0, cap - prospect.points[f]! / divisor),
  );
  const pieces = piecesUnder(prospect.blocked);
  let spent = 0;
  let reached = prospect.value;
  let next = 0;
  /** The share of the piece `next` that is taken already. */
  let taken = 0;
  return (spend) => {
    for (; next < pieces.length; next += 1, taken = 0) {
      const { factor, points, weight, cost } = pieces[next]!;
      const open = Math.min(1 - taken, room[factor]! / points);
      if (open <= 0) continue;
      const share = cost * open <= spend - spent ? open : Math.max(0, spend - spent) / cost;
      spent += cost * share;
      reached += weight * points * share;
      room[factor]! -= points * share;
      taken += share;
      if (share < open) return reached;
    }
    return reached;
  };
}

/**
 * Whether no completion of a prospect can come onto the front of what is already attained.
 *
 * The undecided candidates are relaxed: each may be done in part, without its harm, without exclusions among them,
 * and factor by factor at a share of its cost. What remains is solved exactly by taking the pieces by value for
 * cost until the room under each cap is used, so it is worth at least as much as any true completion of the same
 * cost. Between two points of the front it is enough to look at the far end, because a completion only gains by
 * spending more; at a point itself a completion of the same cost must be strictly worse, because among equals the
 * tie-break decides. The ceiling is compared without tolerance: it is summed term by term like the value of a plan,
 * and rounding never turns a lesser term into a greater sum. @internal
 */
export function isHopeless(prospect: Prospect, bar: Bar): boolean {
  const { problem, attained, budget } = bar;
  const reach = reachOf(prospect, bar);
  for (let j = 0; j < attained.length; j += 1) {
    const { cost, value } = attained[j]!;
    const end = attained[j + 1]?.cost ?? budget;
    if (end < prospect.cost) continue;
    const below = value - problem.step + problem.boundTolerance;
    if (prospect.cost <= cost && prospect.ceiling >= value && reach(cost - prospect.cost) > below) {
      return false;
    }
    const most = value + problem.boundTolerance;
    if (prospect.ceiling > value && reach(end - prospect.cost) > most) return false;
  }
  return true;
}
