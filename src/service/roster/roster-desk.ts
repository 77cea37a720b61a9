// A roster in the making: who holds what, what is missing, and what it weighs.

import type { TimeZone } from "../../shared/time/time-zone.js";
import type { AgentBook } from "./agent-book.js";
import { enter, mayEnter, paidInWeek, strike } from "./agent-book.js";
import type { RosterAgent } from "./roster-agent.js";
import type { RosterRules } from "./roster-rules.js";
import type { RosterSeat } from "./roster-seat.js";
import { workTime } from "./roster-seat.js";
import { availableTime, fitObstacles, wishOf } from "./shift-fit.js";

/** A roster in the making. @internal */
export interface RosterDesk {
  /** The agents, by id. */
  readonly agents: readonly RosterAgent[];
  /** The seats. */
  readonly seats: readonly RosterSeat[];
  /** The rules. */
  readonly rules: RosterRules;
  /** By agent: what is held. */
  readonly books: readonly AgentBook[];
  /** By agent, then by seat: 1 where the agent fits it and may take it with what was held before. */
  readonly fits: readonly Uint8Array[];
  /** By agent, then by seat: 1 where it is wished for, -1 where it is not wanted. */
  readonly wishes: readonly Int8Array[];
  /** By seat: the agents who have it. */
  readonly holders: readonly number[][];
  /** By agent: the unpopular shifts so far. */
  readonly unpopular: Float64Array;
  /** By agent: the least paid minutes of a week. */
  readonly weekAtLeast: Float64Array;
}

/** A roster nobody was given a shift of. @internal */
export function rosterDesk(
  agents: readonly RosterAgent[],
  {
    seats,
    rules,
    zone,
  }: {
    readonly seats: readonly RosterSeat[];
    readonly rules: RosterRules;
    readonly zone: TimeZone;
  },
): RosterDesk {
  const books = agents.map(({ contract = {}, held = [] }): AgentBook => {
    const weekAtMost = contract.maxMinutes ?? rules.mostMinutesAWeek;
    const book = { times: [], rules, weekAtMost };
    for (const shift of held) enter(book, workTime(shift, zone));
    return book;
  });
  const availables = agents.map(availableTime);
  return {
    agents,
    seats,
    rules,
    books,
    fits: agents.map((agent, a) =>
      Uint8Array.from(seats, (seat) => {
        const scene = { shift: seat.shift, time: seat, available: availables[a] };
        return fitObstacles(agent, scene).length === 0 && mayEnter(books[a]!, seat) ? 1 : 0;
      }),
    ),
    wishes: agents.map((agent) =>
      Int8Array.from(seats, (seat) => wishOf(agent, { shift: seat.shift, time: seat })),
    ),
    holders: seats.map(() => []),
    unpopular: Float64Array.from(agents, ({ unpopularBefore = 0 }) => unpopularBefore),
    weekAtLeast: Float64Array.from(agents, ({ contract = {} }) => contract.minMinutes ?? 0),
  };
}

/** Whether an agent can be given a seat now. @internal */
export function canSit({ fits, books, seats, holders }: RosterDesk, a: number, s: number): boolean {
  return fits[a]![s] === 1 && !holders[s]!.includes(a) && mayEnter(books[a]!, seats[s]!);
}

/** Gives an agent a seat. @internal */
export function seat(desk: RosterDesk, a: number, s: number): void {
  const one = desk.seats[s]!;
  enter(desk.books[a]!, one);
  desk.holders[s]!.push(a);
  if (one.isUnpopular) desk.unpopular[a]! += 1;
}

/** Takes a seat away from an agent. @internal */
export function unseat(desk: RosterDesk, a: number, s: number): void {
  const one = desk.seats[s]!;
  strike(desk.books[a]!, one);
  const holders = desk.holders[s]!;
  holders.splice(holders.indexOf(a), 1);
  if (one.isUnpopular) desk.unpopular[a]! -= 1;
}

/** What an agent's seat adds to the penalty when given now, below 0 where it makes the roster better. @internal */
export function seatPenalty(desk: RosterDesk, a: number, s: number): number {
  const { rules, seats, unpopular, wishes } = desk;
  const { isUnpopular, week, paid } = seats[s]!;
  const missing = Math.max(0, desk.weekAtLeast[a]! - paidInWeek(desk.books[a]!, week));
  return (
    -rules.weightOfWish * wishes[a]![s]! +
    (isUnpopular ? rules.weightOfUnpopular * (2 * unpopular[a]! + 1) : 0) -
    (rules.weightOfHourMissing * Math.min(missing, paid)) / 60
  );
}

/** What all that is missing, wished for, and unpopular weighs. @internal */
export function deskPenalty(desk: RosterDesk, weeks: readonly number[]): number {
  const { rules, books, unpopular, wishes, holders } = desk;
  let penalty = 0;
  books.forEach((book, a) => {
    penalty += rules.weightOfUnpopular * unpopular[a]! ** 2;
    for (const week of weeks) {
      const missing = Math.max(0, desk.weekAtLeast[a]! - paidInWeek(book, week));
      penalty += (rules.weightOfHourMissing * missing) / 60;
    }
  });
  holders.forEach((who, s) => {
    for (const a of who) penalty -= rules.weightOfWish * wishes[a]![s]!;
  });
  return penalty;
}

/** How many agents are missing at a seat. @internal */
export function emptyAt({ seats, holders }: RosterDesk, s: number): number {
  return seats[s]!.agents - holders[s]!.length;
}
