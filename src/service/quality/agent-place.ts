import type { Interval } from "../../shared/statistics/interval.js";
import { compareText } from "../../shared/text-order.js";
import type { AgentTally, RankedAgent } from "./agent-ranking.js";
import { betaQuantile } from "./beta-binomial.js";
import type { BetaPrior } from "./beta-binomial.js";

/** What places are worked out with. @internal */
export interface PlaceTerms {
  /** The confidence level. */
  readonly level: number;
  /** What agents have in common; `undefined` where they do not differ, or nothing is known. */
  readonly prior: BetaPrior | undefined;
  /** Where the share of all lies, for agents that do not differ. */
  readonly common: Interval;
  /** The mean of all. */
  readonly mean: number;
}

interface Standing {
  readonly tally: AgentTally;
  readonly shrunkShare: number;
  readonly interval: Interval;
  readonly joint: Interval;
}

/** The agents in order, with their ranks and groups. @internal */
export function placedAgents(
  tallies: readonly AgentTally[],
  terms: PlaceTerms,
): readonly RankedAgent[] {
  const standings = standingsOf(tallies, terms);
  const lowers = standings.map(({ joint }) => joint.lower).sort((a, b) => a - b);
  const uppers = standings.map(({ joint }) => joint.upper).sort((a, b) => a - b);
  const groups = groupsOf(standings);
  return standings.map(({ tally, shrunkShare, interval, joint }, place) => ({
    agent: tally.agent,
    n: tally.n,
    passed: tally.passed,
    ...(tally.n > 0 && { passShare: tally.passed / tally.n }),
    shrunkShare,
    interval,
    // Better for sure are those whose lower end is above this upper end.
    rankFrom: 1 + lowers.length - countUpTo(lowers, joint.upper),
    rankThrough: uppers.length - countBelow(uppers, joint.lower),
    group: groups[place]!,
  }));
}

function standingsOf(
  tallies: readonly AgentTally[],
  { level, prior, mean, common }: PlaceTerms,
): readonly Standing[] {
  const jointLevel = level ** (1 / Math.max(1, tallies.length));
  const known = new Map<string, Omit<Standing, "tally">>();
  const standingOf = (n: number, passed: number): Omit<Standing, "tally"> => {
    if (prior === undefined) {
      // Nothing sets agents apart: the same interval for all lets each have any rank.
      return { shrunkShare: mean, interval: common, joint: common };
    }
    const a = prior.mean * prior.weight + passed;
    const b = (1 - prior.mean) * prior.weight + (n - passed);
    const between = (own: number): Interval => ({
      lower: betaQuantile((1 - own) / 2, a, b),
      upper: betaQuantile((1 + own) / 2, a, b),
      level: own,
    });
    return { shrunkShare: a / (a + b), interval: between(level), joint: between(jointLevel) };
  };
  return tallies
    .map((tally) => {
      const key = `${String(tally.n)} ${String(tally.passed)}`;
      const found = known.get(key) ?? standingOf(tally.n, tally.passed);
      known.set(key, found);
      return { tally, ...found };
    })
    .sort(
      (x, y) =>
        y.shrunkShare - x.shrunkShare ||
        y.tally.n - x.tally.n ||
        compareText(x.tally.agent, y.tally.agent),
    );
}

/** A group ends where everybody so far is above everybody to come. */
function groupsOf(standings: readonly Standing[]): readonly number[] {
  const highestToCome: number[] = Array.from({ length: standings.length + 1 }, () => -1);
  for (let place = standings.length - 1; place >= 0; place -= 1) {
    highestToCome[place] = Math.max(highestToCome[place + 1]!, standings[place]!.joint.upper);
  }
  let group = 1;
  let lowest = Number.POSITIVE_INFINITY;
  return standings.map(({ joint }, place) => {
    if (place > 0 && lowest > highestToCome[place]!) {
      group += 1;
      lowest = Number.POSITIVE_INFINITY;
    }
    lowest = Math.min(lowest, joint.lower);
    return group;
  });
}

function countUpTo(sortedValues: readonly number[], bound: number): number {
  const found = sortedValues.findIndex((value) => value > bound);
  return found === -1 ? sortedValues.length : found;
}

function countBelow(sortedValues: readonly number[], bound: number): number {
  const found = sortedValues.findIndex((value) => value >= bound);
  return found === -1 ? sortedValues.length : found;
}
