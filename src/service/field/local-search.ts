import type { FieldProblem } from "./field-problem.js";
import { bestInsertion } from "./best-insertion.js";
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

function exchange(problem: FieldProblem, state: SearchState): boolean {
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

function exchangeEnds(problem: FieldProblem, state: SearchState): boolean {
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

/** Takes two routes instead of those there are, where they are possible and shorter together. */
function takeBoth(
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

function setRoute(
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
