/** A term this much smaller than the sum no longer changes it. */
const NEGLIGIBLE = 1e-17;
/** From this logarithm on a sum is taken for infinite: well before the numbers end. */
const HIGHEST_LOG = 600;

/**
 * The reciprocal of Erlang B's blocked share for a whole number of agents.
 *
 * @remarks 1 / B = 1 + n/a + n(n-1)/a^2 + ... + n!/a^n: all terms are positive, so that no digit is lost, and about
 * 9 roots of the agents matter. Infinite where blocking is below the smallest number there is.
 * @internal
 */
export function inverseBlockedShare(agents: number, load: number): number {
  const perErlang = 1 / load;
  let term = 1;
  let sum = 1;
  for (let left = agents; left > 0; left -= 1) {
    term *= left * perErlang;
    sum += term;
    if (term < sum * NEGLIGIBLE || sum === Infinity) return sum;
  }
  return sum;
}

/** The sums over the places of a queue that is left by the impatient. @internal */
export interface QueueSums {
  /** How often the queue has any length, by how often all are busy and none waits; infinite where beyond numbers. */
  readonly lengths: number;
  /** The mean of the length, by the same and by the arrivals within one patience. */
  readonly waiting: number;
}

/**
 * The sums of Erlang A: 1 + y/(x+1) + y^2/((x+1)(x+2)) + ..., and the same weighted by the place in the queue.
 *
 * @remarks Palm's function A(x, y) (1957) as in Mandelbaum and Zeltyn (2005, eq. 3). All terms are positive.
 * @param served - x: the contacts all agents complete within one patience, at least 0.
 * @param arriving - y: the contacts that arrive within one patience, at least 0.
 * @internal
 */
export function queueSums(served: number, arriving: number): QueueSums {
  if (logOfHighestTerm(served, arriving) > HIGHEST_LOG)
    return { lengths: Infinity, waiting: Infinity };
  let term = 1 / (served + 1);
  let sum = term;
  let weighted = term;
  for (let place = 2; place * term >= weighted * NEGLIGIBLE; place += 1) {
    term *= arriving / (served + place);
    sum += term;
    weighted += place * term;
  }
  return { lengths: 1 + arriving * sum, waiting: weighted };
}

/** The first of the two sums alone. @internal */
export function queueLengths(served: number, arriving: number): number {
  if (logOfHighestTerm(served, arriving) > HIGHEST_LOG) return Infinity;
  let term = 1;
  let sum = 1;
  for (let place = 1; term >= sum * NEGLIGIBLE; place += 1) {
    term *= arriving / (served + place);
    sum += term;
  }
  return sum;
}

/** About: the terms rise while fewer are served than arrive. */
function logOfHighestTerm(served: number, arriving: number): number {
  if (arriving <= served) return 0;
  return arriving - served - (served > 0 ? served * Math.log(arriving / served) : 0);
}
