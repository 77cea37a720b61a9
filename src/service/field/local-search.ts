import type { FieldProblem } from "./field-problem.js";
import { bestInsertion } from "./best-insertion.js";
import { exchange, exchangeEnds } from "./route-exchange.js";
import { routeTravel } from "./route-schedule.js";
import type { SearchState } from "./search-state.js";
import { setRoute } from "./search-state.js";

/**
 * Makes the routes better, move by move, until none helps: a job left over comes in, or instead of one that counts less
 * or is further away; a job goes to another place; two jobs change places; a stretch of a route is turned round
 * (2-opt); two routes change their ends (2-opt*). Each move is taken as soon as it is found, and what follows is looked
 * at in the routes as they are then.
 *
 * @internal
 */
export function improveLocally(problem: FieldProblem, state: SearchState): void {
  const moves = [addLeft, replaceServed, relocate, exchange, reverseStretch, exchangeEnds];
  for (let i = 0; i < moves.length;) {
    i = moves[i]!(problem, state) ? 0 : i + 1;
  }
}

function addLeft(problem: FieldProblem, state: SearchState): boolean {
  const order = [...state.left].sort(
    (a, b) => problem.jobs[b]!.priority - problem.jobs[a]!.priority || a - b,
  );
  for (const number of order) {
    const best = bestPlace(problem, state, { number });
    if (best === undefined) continue;
    state.routes[best.who]!.splice(best.place, 0, number);
    state.travelMs[best.who]! += best.addedMs;
    state.left.delete(number);
    return true;
  }
  return false;
}

/** Where a job fits best, on any route but that left out. */
function bestPlace(
  problem: FieldProblem,
  { routes }: SearchState,
  { number, except = -1 }: { readonly number: number; readonly except?: number },
): { readonly who: number; readonly place: number; readonly addedMs: number } | undefined {
  let best;
  for (let who = 0; who < routes.length; who += 1) {
    if (who === except) continue;
    const found = bestInsertion(problem, { who, route: routes[who]!, number });
    if (found !== undefined && found.addedMs < (best?.addedMs ?? Infinity))
      best = { who, ...found };
  }
  return best;
}

function replaceServed(problem: FieldProblem, state: SearchState): boolean {
  const { jobs } = problem;
  for (const number of [...state.left].sort((a, b) => a - b)) {
    for (const [who, route] of state.routes.entries()) {
      if (!problem.able[who]![number]!) continue;
      for (let at = 0; at < route.length; at += 1) {
        const other = route[at]!;
        const gain = jobs[number]!.priority - jobs[other]!.priority;
        if (gain < 0) continue;
        const without = route.toSpliced(at, 1);
        const found = bestInsertion(problem, { who, route: without, number });
        if (found === undefined) continue;
        const changed = without.toSpliced(found.place, 0, number);
        const travelMs = routeTravel(problem, who, changed);
        if (gain === 0 && travelMs >= state.travelMs[who]!) continue;
        setRoute(state, { who, route: changed, travelMs });
        state.left.delete(number);
        state.left.add(other);
        return true;
      }
    }
  }
  return false;
}

function relocate(problem: FieldProblem, state: SearchState): boolean {
  let helped = false;
  for (let who = 0; who < state.routes.length; who += 1) {
    for (let at = 0; at < state.routes[who]!.length; at += 1) {
      if (relocateOne(problem, state, { who, at })) helped = true;
    }
  }
  return helped;
}

function relocateOne(
  problem: FieldProblem,
  state: SearchState,
  { who, at }: { readonly who: number; readonly at: number },
): boolean {
  const route = state.routes[who]!;
  const number = route[at]!;
  const without = route.toSpliced(at, 1);
  const travelMs = routeTravel(problem, who, without);
  if (travelMs < 0) return false;
  const saved = state.travelMs[who]! - travelMs;
  const same = bestInsertion(problem, { who, route: without, number });
  const other = saved > 0 ? bestPlace(problem, state, { number, except: who }) : undefined;
  if (
    other !== undefined &&
    other.addedMs < saved &&
    other.addedMs <= (same?.addedMs ?? Infinity)
  ) {
    setRoute(state, { who, route: without, travelMs });
    state.routes[other.who]!.splice(other.place, 0, number);
    state.travelMs[other.who]! += other.addedMs;
    return true;
  }
  if (same === undefined || same.addedMs >= saved) return false;
  const changed = without.toSpliced(same.place, 0, number);
  setRoute(state, { who, route: changed, travelMs: travelMs + same.addedMs });
  return true;
}

function reverseStretch(problem: FieldProblem, state: SearchState): boolean {
  for (const [who, route] of state.routes.entries()) {
    for (let from = 0; from < route.length - 1; from += 1) {
      for (let to = from + 2; to <= route.length; to += 1) {
        const turned = route.slice(from, to).reverse();
        const changed = [...route.slice(0, from), ...turned, ...route.slice(to)];
        const travelMs = routeTravel(problem, who, changed);
        if (travelMs < 0 || travelMs >= state.travelMs[who]!) continue;
        setRoute(state, { who, route: changed, travelMs });
        return true;
      }
    }
  }
  return false;
}
