// Every way to give the seats, as far as it can still be better than the best so far.

import type { RosterDesk } from "./roster-desk.js";
import { canSit, deskPenalty, emptyAt, seat, seatPenalty, unseat } from "./roster-desk.js";

/** A roster as its holders by seat. @internal */
export interface SeatChoice {
  /** By seat: the agents who have it. */
  readonly holders: readonly (readonly number[])[];
  /** The seats left empty. */
  readonly unfilled: number;
  /** What it weighs. */
  readonly penalty: number;
}

/** The roster as it stands. @internal */
export function choiceAt(desk: RosterDesk, weeks: readonly number[]): SeatChoice {
  return {
    holders: desk.holders.map((who) => [...who]),
    unfilled: desk.seats.reduce((sum, _, s) => sum + emptyAt(desk, s), 0),
    penalty: deskPenalty(desk, weeks),
  };
}

const LESS = 1e-9;

/**
 * The best roster from an empty desk on, or the one given where none is better; `isDone` where every one was looked
 * at within so many steps. The desk is empty again in the end.
 * @internal
 */
export function exactSeats(
  desk: RosterDesk,
  {
    best: first,
    weeks,
    steps,
  }: { readonly best: SeatChoice; readonly weeks: readonly number[]; readonly steps: number },
): { readonly best: SeatChoice; readonly isDone: boolean } {
  const { seats, agents, rules } = desk;
  // What the seats from a place on can take off the penalty at most.
  const relief = new Float64Array(seats.length + 1);
  for (let s = seats.length - 1; s >= 0; s -= 1) {
    const wishes = desk.wishes.filter((row, a) => desk.fits[a]![s] === 1 && row[s] === 1).length;
    const one = seats[s]!;
    relief[s] =
      relief[s + 1]! +
      rules.weightOfWish * Math.min(one.agents, wishes) +
      (rules.weightOfHourMissing * one.agents * one.paid) / 60;
  }
  let best = first;
  let left = steps;
  visit(0, { from: 0, missing: 0, penalty: deskPenalty(desk, weeks) });
  return { best, isDone: left > 0 };

  function visit(
    s: number,
    {
      from,
      missing,
      penalty,
    }: { readonly from: number; readonly missing: number; readonly penalty: number },
  ): void {
    left -= 1;
    if (left <= 0 || missing > best.unfilled) return;
    if (s === seats.length) {
      if (missing < best.unfilled || penalty < best.penalty - LESS) best = choiceAt(desk, weeks);
      return;
    }
    const rest = relief[s]!;
    if (missing === best.unfilled && penalty - rest >= best.penalty - LESS) return;
    if (emptyAt(desk, s) === 0) {
      visit(s + 1, { from: 0, missing, penalty });
      return;
    }
    for (let a = from; a < agents.length; a += 1) {
      left -= 1;
      if (!canSit(desk, a, s)) continue;
      const more = seatPenalty(desk, a, s);
      seat(desk, a, s);
      visit(s, { from: a + 1, missing, penalty: penalty + more });
      unseat(desk, a, s);
    }
    visit(s + 1, { from: 0, missing: missing + emptyAt(desk, s), penalty });
  }
}
