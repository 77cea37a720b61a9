import { seededRandom } from "../../shared/random.js";
import { bestInsertion } from "./best-insertion.js";
import type { Insertion } from "./best-insertion.js";
import type { FieldProblem } from "./field-problem.js";
import type { FieldSolution } from "./field-solution.js";
import { fieldSolution, isBetterSolution } from "./field-solution.js";
import { improveLocally } from "./local-search.js";
import type { InsertionOrder } from "./regret-insertion.js";
import { insertByRegret } from "./regret-insertion.js";
import { routeTravel } from "./route-schedule.js";
import { searchState } from "./search-state.js";

const ORDERS: readonly InsertionOrder[] = ["priority", "density", "regret"];

/** How many jobs are taken out at once, on average. */
const MEAN_OUT = 12;

/** How often a good place is passed over, so that the search does not go in circles. */
const SKIP_SHARE = 0.01;

/** The fixed beginning of the sequence by which the search varies. */
const SEQUENCE = 1;

/**
 * A good plan: the best of three built by insertion, made better by local search, then by taking out jobs near to each
 * other and putting them in anew (Shaw 1998; in the manner of Christiaens and Vanden Berghe 2020). Plans a little worse
 * are gone on with, ever less so; the best one is kept. The sequence by which it varies is fixed: the same jobs give
 * the same plan.
 *
 * @internal
 */
export function searchField(
  problem: FieldProblem,
  { rounds }: { readonly rounds: number },
): FieldSolution {
  const { jobs, technicians } = problem;
  let best = fieldSolution(
    problem,
    technicians.map(() => []),
  );
  if (jobs.length === 0 || technicians.length === 0) return best;
  for (const order of ORDERS) {
    const routes: number[][] = technicians.map(() => []);
    insertByRegret(problem, routes, { numbers: [...jobs.keys()], order });
    const found = improved(problem, routes);
    if (isBetterSolution(found, best)) best = found;
  }
  const random = seededRandom(SEQUENCE);
  const near = jobs.map((_, number) => nearest(problem, number));
  // A priority is worth so much travel that a plan without it is seldom gone on with.
  const worth = (3 * best.travelMs) / Math.max(1, best.priority);
  const costOf = ({ priority, travelMs }: FieldSolution): number => travelMs - worth * priority;
  let current = best;
  for (let round = 0; round < rounds; round += 1) {
    const seed = Math.floor(random() * jobs.length);
    const count = 1 + Math.floor(random() * 2 * MEAN_OUT);
    const out = new Set(near[seed]!.filter(() => random() < 0.8).slice(0, count));
    const routes = current.routes.map((route) => route.filter((number) => !out.has(number)));
    // Where a detour is the shortest way, a route can be too long without its detour.
    if (routes.some((route, who) => routeTravel(problem, who, route) < 0)) continue;
    insertInTurn(problem, routes, { random });
    const found = fieldSolution(problem, routes);
    const leeway = (worth / 2) * (1 - round / rounds);
    if (costOf(found) < costOf(current) - leeway * Math.log(1 - random())) current = found;
    if (isBetterSolution(found, best)) best = found;
  }
  return improved(problem, best.routes);
}

/** Puts in all jobs left, one after the other, each where it fits best; the routes are changed. */
function insertInTurn(
  problem: FieldProblem,
  routes: number[][],
  { random }: { readonly random: () => number },
): void {
  const { jobs } = problem;
  const left = [...searchState(problem, routes).left];
  const way = random();
  const mixed = left.map((number) => {
    const { priority, closes, opens, lasts } = jobs[number]!;
    const noise = random();
    if (way < 0.5) return { number, key: -priority + noise };
    if (way < 0.7) return { number, key: closes - opens };
    return { number, key: way < 0.85 ? lasts / priority : noise };
  });
  mixed.sort((a, b) => a.key - b.key || a.number - b.number);
  const skips = (): boolean => random() < SKIP_SHARE;
  for (const { number } of mixed) {
    let best: (Insertion & { readonly who: number }) | undefined;
    for (let who = 0; who < routes.length; who += 1) {
      const found = bestInsertion(problem, { who, route: routes[who]!, number, skips });
      if (found !== undefined && found.addedMs < (best?.addedMs ?? Infinity)) {
        best = { ...found, who };
      }
    }
    if (best !== undefined) routes[best.who]!.splice(best.place, 0, number);
  }
}

function improved(problem: FieldProblem, routes: readonly (readonly number[])[]): FieldSolution {
  const state = searchState(problem, routes);
  improveLocally(problem, state);
  return fieldSolution(problem, state.routes);
}

/** All jobs, the nearest to one in place and time first. */
function nearest({ jobs, travel }: FieldProblem, number: number): readonly number[] {
  const places = travel.ids.length;
  const { place, opens } = jobs[number]!;
  const distance = jobs.map((other) => {
    const there = travel.direct[place * places + other.place]!;
    const back = travel.direct[other.place * places + place]!;
    return there + back + Math.abs(other.opens - opens) / 4;
  });
  return [...jobs.keys()].sort((a, b) => distance[a]! - distance[b]! || a - b);
}
