// Half-decided plans, and when one of them makes another superfluous (`dominates`, with the proof): the heart of why
// the search is exact.

import type { ChoiceProblem, Option } from "./choice-problem.js";
import { creditValue } from "./choice-problem.js";

/** A set of candidates chosen so far. @internal */
export interface PartialPlan {
  /** Its cost, in steps of the cost grid. */
  readonly cost: number;
  /** Its points on each factor, in steps of the point grid. */
  readonly points: readonly number[];
  /** The candidates chosen. */
  readonly chosen: bigint;
  /** How many candidates are chosen. */
  readonly count: number;
  /** The undecided candidates that can no longer be chosen. */
  readonly blocked: bigint;
}

/**
 * A partial plan with what it is worth if the undecided candidates do nothing, their worst and their best.
 * @internal
 */
export interface Prospect extends PartialPlan {
  /** Value if nothing more were chosen. */
  readonly value: number;
  /** Value after all gain still possible and no harm: no completion is worth more. */
  readonly ceiling: number;
  /** Worth of each open factor after all harm still possible. */
  readonly worst: readonly number[];
  /** Worth of each open factor after all gain still possible. */
  readonly best: readonly number[];
  /** Worth of the factors that no undecided candidate affects. */
  readonly settled: number;
}

/** By how much the undecided candidates can still move a factor, in point steps. @internal */
export interface Outlook {
  /** Points they could take away together. */
  readonly harm: number;
  /** Points they could add together. */
  readonly gain: number;
}

/** What the undecided candidates can do to each factor. @internal */
export function outlooksOf(undecided: readonly Option[], problem: ChoiceProblem): Outlook[] {
  return problem.factors.map((_, f) => ({
    harm: undecided.reduce((sum, { points }) => sum + Math.max(0, -points[f]!), 0),
    gain: undecided.reduce((sum, { points }) => sum + Math.max(0, points[f]!), 0),
  }));
}

/** Looks from a partial plan to what may come. @internal */
export function prospectOf(
  plan: PartialPlan,
  { credits }: ChoiceProblem,
  outlooks: readonly Outlook[],
): Prospect {
  const worst: number[] = [];
  const best: number[] = [];
  let settled = 0;
  let value = 0;
  let ceiling = 0;
  for (let f = 0; f < outlooks.length; f += 1) {
    const { harm, gain } = outlooks[f]!;
    const points = plan.points[f]!;
    const now = creditValue(credits[f]!, points);
    const most = creditValue(credits[f]!, points + gain);
    value += now;
    ceiling += most;
    if (harm === 0 && gain === 0) {
      settled += now;
    } else {
      worst.push(creditValue(credits[f]!, points - harm));
      best.push(most);
    }
  }
  return { ...plan, value, ceiling, worst, best, settled };
}

/** Among plans of equal cost and value: the one with fewer candidates, then the one with earlier candidates. */
function isPreferred(a: PartialPlan, b: PartialPlan): boolean {
  return a.count < b.count || (a.count === b.count && a.chosen > b.chosen);
}

/**
 * Whether every completion of `b` is beaten by the same completion of `a`, which costs no more.
 *
 * Why this is right. Let C be what is chosen later and x its points on a factor; `harm` and `gain` bound x from
 * below and above. The lead of a over b on the factor is d(x) = credit(pa + x) - credit(pb + x). Credit is concave
 * (weight times the lesser of points and cap), so d is monotone in x: it never rises where pa >= pb and never falls
 * where pa <= pb. Its least value over the range is therefore at one of the two ends, whatever the signs of the
 * effects, and the sum over factors of the lesser end bounds the lead of a + C over b + C from below. Caps shared
 * by several candidates, candidates that affect several factors, and harm are all covered, because only the sums of
 * points enter. If that bound is not negative, a costs no more, and a blocks nothing that b leaves free, then C can
 * follow a whenever it can follow b, at no more cost and no less value. Where cost and bound are both equal the
 * tie-break decides; it does not depend on C, since a + C and b + C first differ where a and b do. "Better for
 * every C" is transitive, so what is dropped stays beaten by a state that is kept.
 * @internal
 */
export function dominates(a: Prospect, b: Prospect): boolean {
  // The lead at no gain and no harm, and at all gain, are above the bound: most pairs are told apart by these alone.
  if (a.value < b.value || a.ceiling < b.ceiling) return false;
  let lead = a.settled - b.settled;
  for (let f = 0; f < a.worst.length; f += 1) {
    lead += Math.min(a.worst[f]! - b.worst[f]!, a.best[f]! - b.best[f]!);
  }
  if (lead < 0 || (a.blocked & ~b.blocked) !== 0n) return false;
  return a.cost < b.cost || lead > 0 || isPreferred(a, b);
}

function compareProspects(a: Prospect, b: Prospect): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.value !== b.value) return b.value - a.value;
  return isPreferred(a, b) ? -1 : 1;
}

/** The prospects that no other dominates, by cost. @internal */
export function nondominated(prospects: readonly Prospect[]): Prospect[] {
  const kept: Prospect[] = [];
  let lastDominator: Prospect | undefined;
  for (const prospect of [...prospects].sort(compareProspects)) {
    if (lastDominator !== undefined && dominates(lastDominator, prospect)) continue;
    let dominator: Prospect | undefined;
    // From the dearest down: those near in cost hold the most value.
    for (let k = kept.length - 1; k >= 0 && dominator === undefined; k -= 1) {
      if (dominates(kept[k]!, prospect)) dominator = kept[k];
    }
    if (dominator === undefined) kept.push(prospect);
    else lastDominator = dominator;
  }
  return kept;
}
