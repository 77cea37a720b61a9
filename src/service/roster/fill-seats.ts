// Fills seats in turn, each with whom it weighs least; then makes room by passing shifts on.

import { paidInWeek } from "./agent-book.js";
import type { RosterDesk } from "./roster-desk.js";
import type { RosterSeat } from "./roster-seat.js";
import { canSit, emptyAt, seat, seatPenalty, unseat } from "./roster-desk.js";

/** Day by day, the seats that fewest agents fit first. */
function fillingOrder({ seats, fits }: RosterDesk): number[] {
  const fitting = seats.map((_, s) => fits.reduce((sum, row) => sum + row[s]!, 0));
  return seats
    .map((_, s) => s)
    .sort((a, b) => seats[a]!.day - seats[b]!.day || fitting[a]! - fitting[b]! || a - b);
}

/** Fills as many seats as agents can take one after the other. @internal */
export function fillInTurn(desk: RosterDesk): void {
  const { seats, books, agents, fits } = desk;
  const choices = fits.map((row) => row.reduce((sum, fit) => sum + fit, 0));
  for (const s of fillingOrder(desk)) {
    const { week } = seats[s]!;
    const candidates = agents
      .map((_, a) => a)
      .filter((a) => canSit(desk, a, s))
      .map((a) => {
        const share = paidInWeek(books[a]!, week) / Math.max(1, books[a]!.weekAtMost);
        return { a, penalty: seatPenalty(desk, a, s), share };
      })
      .sort(
        (x, y) =>
          x.penalty - y.penalty ||
          // Then whose week is emptiest, then who could do least else.
          x.share - y.share ||
          choices[x.a]! - choices[y.a]! ||
          x.a - y.a,
      );
    for (const { a } of candidates.slice(0, emptyAt(desk, s))) seat(desk, a, s);
  }
}

interface Passing {
  readonly desk: RosterDesk;
  /** The seats on the way, which are not passed on again. */
  readonly trail: Set<number>;
  /** How many comparisons are left. */
  steps: number;
}

/** Gives the seat to someone, who may pass a shift on to someone else, and so on, so many times. */
function pass(passing: Passing, s: number, depth: number): boolean {
  const { desk, trail } = passing;
  const { agents, books, fits, holders } = desk;
  for (let a = 0; a < agents.length; a += 1) {
    passing.steps -= 1;
    if (!canSit(desk, a, s)) continue;
    seat(desk, a, s);
    return true;
  }
  if (depth === 0) return false;
  trail.add(s);
  for (let a = 0; a < agents.length && passing.steps > 0; a += 1) {
    if (fits[a]![s] === 0 || holders[s]!.includes(a)) continue;
    for (const time of [...books[a]!.times]) {
      // What was held before is no seat and stays.
      if (!("place" in time)) continue;
      const other = (time as RosterSeat).place;
      if (trail.has(other)) continue;
      unseat(desk, a, other);
      if (canSit(desk, a, s)) {
        seat(desk, a, s);
        if (pass(passing, other, depth - 1)) {
          trail.delete(s);
          return true;
        }
        unseat(desk, a, s);
      }
      seat(desk, a, other);
    }
  }
  trail.delete(s);
  return false;
}

/**
 * Fills seats left empty by passing shifts on, until no more than `enough` are empty or so many steps are done.
 * @internal
 */
export function fillByPassing(
  desk: RosterDesk,
  { enough, steps }: { readonly enough: number; readonly steps: number },
): void {
  let empty = desk.seats.reduce((sum, _, s) => sum + emptyAt(desk, s), 0);
  const passing: Passing = { desk, trail: new Set(), steps };
  for (const depth of [1, 2]) {
    for (let s = 0; s < desk.seats.length; s += 1) {
      while (empty > enough && emptyAt(desk, s) > 0 && passing.steps > 0) {
        if (!pass(passing, s, depth)) break;
        empty -= 1;
      }
    }
  }
}
