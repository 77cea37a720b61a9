import type { FieldProblem } from "./field-problem.js";
import type { SearchState } from "./search-state.js";
import { takeBoth } from "./search-state.js";

/** Two jobs of two routes change places, wherever that helps. @internal */
export function exchange(problem: FieldProblem, state: SearchState): boolean {
  const { routes } = state;
  let helped = false;
  for (let a = 0; a < routes.length; a += 1) {
    for (let b = a + 1; b < routes.length; b += 1) {
      for (let i = 0; i < routes[a]!.length; i += 1) {
        for (let j = 0; j < routes[b]!.length; j += 1) {
          const [one, other] = [routes[a]![i]!, routes[b]![j]!];
          if (!problem.able[a]![other]! || !problem.able[b]![one]!) continue;
          const saved =
            savedBy(problem, state, { who: a, at: i, number: other }) +
            savedBy(problem, state, { who: b, at: j, number: one });
          if (saved <= 0) continue;
          const changed = [routes[a]!.with(i, other), routes[b]!.with(j, one)] as const;
          if (takeBoth(problem, state, { a, b, routes: changed })) helped = true;
        }
      }
    }
  }
  return helped;
}

/** How much less is driven with another job in a place of a route, whether it can be done or not. */
function savedBy(
  { jobs, technicians, travel }: FieldProblem,
  { routes }: SearchState,
  { who, at, number }: { readonly who: number; readonly at: number; readonly number: number },
): number {
  const { start, end } = technicians[who]!;
  const route = routes[who]!;
  const before = at === 0 ? start : jobs[route[at - 1]!]!.place;
  const after = at === route.length - 1 ? end : jobs[route[at + 1]!]!.place;
  const by = (place: number): number =>
    wayOf(travel, before, place) + (after < 0 ? 0 : wayOf(travel, place, after));
  return by(jobs[route[at]!]!.place) - by(jobs[number]!.place);
}

/** Two routes change their ends (2-opt*), wherever that helps. @internal */
export function exchangeEnds(problem: FieldProblem, state: SearchState): boolean {
  let helped = false;
  for (let a = 0; a < state.routes.length; a += 1) {
    for (let b = a + 1; b < state.routes.length; b += 1) {
      if (exchangeEndsOf(problem, state, { a, b })) helped = true;
    }
  }
  return helped;
}

function exchangeEndsOf(
  problem: FieldProblem,
  state: SearchState,
  { a, b }: { readonly a: number; readonly b: number },
): boolean {
  const [first, second] = [state.routes[a]!, state.routes[b]!];
  const [ofA, ofB] = [routeEnds(problem, a, first), routeEnds(problem, b, second)];
  const now = state.travelMs[a]! + state.travelMs[b]!;
  for (let i = 0; i <= first.length; i += 1) {
    for (let j = 0; j <= second.length; j += 1) {
      const joined = joinedTravel(problem, [ofA, i], [ofB, j]);
      if (joined + joinedTravel(problem, [ofB, j], [ofA, i]) >= now) continue;
      const changed = [
        [...first.slice(0, i), ...second.slice(j)],
        [...second.slice(0, j), ...first.slice(i)],
      ] as const;
      if (takeBoth(problem, state, { a, b, routes: changed })) return true;
    }
  }
  return false;
}

/** A route from place to place, with the drives up to each stop. */
interface RouteEnds {
  /** The place of each stop, after that where the day begins. */
  readonly places: readonly number[];
  /** The drives up to each of these places. */
  readonly driven: readonly number[];
  /** Where the day ends; -1 for wherever the last job is. */
  readonly end: number;
}

function routeEnds(
  { jobs, technicians, travel }: FieldProblem,
  who: number,
  route: readonly number[],
): RouteEnds {
  const { start, end } = technicians[who]!;
  const places = [start, ...route.map((number) => jobs[number]!.place)];
  const driven = [0];
  for (let i = 1; i < places.length; i += 1) {
    driven.push(driven[i - 1]! + wayOf(travel, places[i - 1]!, places[i]!));
  }
  return { places, driven, end };
}

/** The drives of the first stops of one route and the last ones of another, whether it can be done or not. */
function joinedTravel(
  { travel }: FieldProblem,
  [head, i]: readonly [RouteEnds, number],
  [tail, j]: readonly [RouteEnds, number],
): number {
  const stops = tail.places.length - 1;
  if (i === 0 && j === stops) return 0;
  const from = head.places[i]!;
  const last = j < stops ? tail.places[stops]! : from;
  const joint =
    j < stops
      ? wayOf(travel, from, tail.places[j + 1]!) + tail.driven[stops]! - tail.driven[j + 1]!
      : 0;
  return head.driven[i]! + joint + (head.end < 0 ? 0 : wayOf(travel, last, head.end));
}

function wayOf({ direct, ids }: FieldProblem["travel"], from: number, to: number): number {
  return direct[from * ids.length + to]!;
}
