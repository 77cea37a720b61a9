// Moves shifts between agents as long as the roster weighs less, without leaving a seat empty.

import type { RosterDesk } from "./roster-desk.js";
import { canSit, seat, seatPenalty, unseat } from "./roster-desk.js";

const LESS = 1e-9;

/** Hands a shift to someone else where that weighs less. */
function handOver(desk: RosterDesk, s: number, from: number): boolean {
  unseat(desk, from, s);
  let least = seatPenalty(desk, from, s) - LESS;
  let to = from;
  for (let a = 0; a < desk.agents.length; a += 1) {
    if (a === from || desk.fits[a]![s] === 0) continue;
    const penalty = seatPenalty(desk, a, s);
    if (penalty >= least || !canSit(desk, a, s)) continue;
    [least, to] = [penalty, a];
  }
  seat(desk, to, s);
  return to !== from;
}

/** Swaps a shift for one of someone else where both together weigh less. */
function swap(desk: RosterDesk, s: number, from: number): boolean {
  const { seats, holders, fits } = desk;
  for (let t = 0; t < seats.length; t += 1) {
    if (t === s || fits[from]![t] === 0) continue;
    for (const other of [...holders[t]!]) {
      if (other === from || fits[other]![s] === 0) continue;
      if (isWorthIt(desk, { s, from, t, other }) && swapWith(desk, { s, from, t, other }))
        return true;
    }
  }
  return false;
}

interface Exchange {
  readonly s: number;
  readonly from: number;
  readonly t: number;
  readonly other: number;
}

/** Whether a swap can weigh less: told from wishes and unpopular shifts alone where hours stay as they are. */
function isWorthIt(desk: RosterDesk, { s, from, t, other }: Exchange): boolean {
  const { seats, rules, wishes, unpopular } = desk;
  const [one, two] = [seats[s]!, seats[t]!];
  if (one.paid !== two.paid || one.week !== two.week) return true;
  const met = wishes[from]![t]! + wishes[other]![s]! - wishes[from]![s]! - wishes[other]![t]!;
  const shifted = Number(one.isUnpopular) - Number(two.isUnpopular);
  const spread = shifted * (unpopular[other]! - unpopular[from]!) + Math.abs(shifted);
  return rules.weightOfUnpopular * 2 * spread - rules.weightOfWish * met < -LESS;
}

function swapWith(desk: RosterDesk, { s, from, t, other }: Exchange): boolean {
  unseat(desk, from, s);
  const gainS = seatPenalty(desk, from, s);
  unseat(desk, other, t);
  const before = gainS + seatPenalty(desk, other, t);
  if (canSit(desk, from, t) && canSit(desk, other, s)) {
    const first = seatPenalty(desk, from, t);
    seat(desk, from, t);
    const after = first + seatPenalty(desk, other, s);
    if (after < before - LESS) {
      seat(desk, other, s);
      return true;
    }
    unseat(desk, from, t);
  }
  seat(desk, other, t);
  seat(desk, from, s);
  return false;
}

/** Makes the roster weigh less, shift by shift, within so many comparisons. @internal */
export function improveSeats(desk: RosterDesk, steps: number): void {
  const { seats, holders, agents, wishes } = desk;
  const isWishing = wishes.map((row) => row.includes(1));
  let left = steps;
  for (let isBetter = true; isBetter && left > 0;) {
    isBetter = false;
    for (let s = 0; s < seats.length; s += 1) {
      for (const from of [...holders[s]!]) {
        left -= agents.length;
        if (left <= 0) return;
        if (handOver(desk, s, from)) {
          isBetter = true;
          continue;
        }
        // A swap is sought only for what weighs: what is not wanted, unpopular, or less than what is wished for.
        const hasCause = wishes[from]![s]! < 0 || seats[s]!.isUnpopular || isWishing[from]!;
        if (!hasCause) continue;
        left -= seats.length * 8;
        if (swap(desk, s, from)) isBetter = true;
      }
    }
  }
}
