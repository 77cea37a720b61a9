import { leastAssignment } from "../../shared/optimisation/least-assignment.js";
import type { FieldArcs } from "./field-arcs.js";
import type { FieldProblem } from "./field-problem.js";

/** How often the price of priority is changed. */
const ROUNDS = 14;

/**
 * No plan that serves at least this much priority drives less than this, in milliseconds.
 *
 * A relaxation: every job served is left and reached once, every technician leaves and comes home at most once, and
 * each job is followed by one that can follow it; that these ways hang together is not asked for (an assignment
 * problem). Where not everything is served, jobs are left out at a price for their priority (Lagrange); every price
 * gives a bound, and the largest found is taken.
 *
 * @internal
 */
export function travelBound(
  { jobs }: FieldProblem,
  { numbers, between, out, back }: FieldArcs,
  { priority }: { readonly priority: number },
): number {
  const people = out.length;
  const size = people + numbers.length;
  const priorities = numbers.map((number) => jobs[number]!.priority);
  const spare = priorities.reduce((sum, one) => sum + one, 0) - priority;
  const ways = new Float64Array(size * size).fill(Infinity);
  for (let who = 0; who < people; who += 1) {
    ways[who * size + who] = 0;
    for (let j = 0; j < numbers.length; j += 1) {
      ways[who * size + people + j] = out[who]![j]!;
      ways[(people + j) * size + who] = back[who]![j]!;
    }
  }
  for (let i = 0; i < numbers.length; i += 1) ways.set(between[i]!, (people + i) * size + people);
  const task = { rows: size, columns: size, costs: ways };
  if (spare === 0) return leastAssignment(task).cost;
  let [low, high, best] = [0, 1, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const price = round === 0 ? firstPrice() : Math.round((low + high) / 2);
    for (let j = 0; j < numbers.length; j += 1) {
      ways[(people + j) * size + people + j] = price * priorities[j]!;
    }
    const { cost, columnOf } = leastAssignment(task);
    best = Math.max(best, cost - price * spare);
    let skipped = 0;
    for (let j = 0; j < numbers.length; j += 1) {
      if (columnOf[people + j] === people + j) skipped += priorities[j]!;
    }
    if (skipped === spare) break;
    if (skipped > spare) low = price;
    else high = price;
  }
  return best;

  /** A guess; leaving out a job saves two ways at most. */
  function firstPrice(): number {
    const longest = Math.max(0, ...ways.filter((way) => Number.isFinite(way)));
    high = 2 * longest + 1;
    return Math.ceil(longest / 4);
  }
}
