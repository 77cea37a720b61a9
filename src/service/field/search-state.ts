import type { FieldProblem } from "./field-problem.js";
import { routeTravel } from "./route-schedule.js";

/** Routes that are being made better. @internal */
export interface SearchState {
  /** By technician, the numbers of the jobs in their order. */
  readonly routes: number[][];
  /** By technician, the drives in milliseconds. */
  readonly travelMs: number[];
  /** The jobs nobody has. */
  readonly left: Set<number>;
}

/** The state of routes. @internal */
export function searchState(
  problem: FieldProblem,
  routes: readonly (readonly number[])[],
): SearchState {
  const left = new Set(problem.jobs.keys());
  for (const route of routes) for (const number of route) left.delete(number);
  return {
    routes: routes.map((route) => [...route]),
    travelMs: routes.map((route, who) => routeTravel(problem, who, route)),
    left,
  };
}

/** Takes two routes instead of those there are, where they are possible and shorter together. @internal */
export function takeBoth(
  problem: FieldProblem,
  state: SearchState,
  {
    a,
    b,
    routes: [first, second],
  }: {
    readonly a: number;
    readonly b: number;
    readonly routes: readonly [readonly number[], readonly number[]];
  },
): boolean {
  const now = state.travelMs[a]! + state.travelMs[b]!;
  const one = routeTravel(problem, a, first);
  if (one < 0 || one >= now) return false;
  const other = routeTravel(problem, b, second);
  if (other < 0 || one + other >= now) return false;
  setRoute(state, { who: a, route: first, travelMs: one });
  setRoute(state, { who: b, route: second, travelMs: other });
  return true;
}

/** Gives a technician another route. @internal */
export function setRoute(
  state: SearchState,
  {
    who,
    route,
    travelMs,
  }: { readonly who: number; readonly route: readonly number[]; readonly travelMs: number },
): void {
  state.routes[who] = [...route];
  state.travelMs[who] = travelMs;
}
