// A roster as it is told: who works what and why, what is left empty and why, whose contract is missed.

import type { Reason } from "../../shared/reason.js";
import { bookObstacles, paidInWeek } from "./agent-book.js";
import type {
  AgentRoster,
  AgentWeek,
  AssignedShift,
  ContractFinding,
  UnfilledShift,
} from "./roster.js";
import type { RosterDesk } from "./roster-desk.js";
import { emptyAt } from "./roster-desk.js";
import type { RosterSeat } from "./roster-seat.js";
import { dateOfDay } from "./roster-seat.js";
import { availableTime, fitObstacles } from "./shift-fit.js";

/** By what stands against an agent: how a shift left empty tells it of all. */
const STOPPED: Readonly<Record<string, string>> = {
  "roster-skill-missing": "roster-stopped-by-skill",
  "roster-language-missing": "roster-stopped-by-language",
  "roster-not-available": "roster-stopped-by-availability",
  "roster-overlap": "roster-stopped-by-overlap",
  "roster-too-little-rest": "roster-stopped-by-rest",
  "roster-shifts-that-day": "roster-stopped-by-day",
  "roster-week-full": "roster-stopped-by-week",
  "roster-days-in-a-row": "roster-stopped-by-row",
};

function assigned(desk: RosterDesk, a: number, one: RosterSeat): AssignedShift {
  const { fits, wishes, unpopular, agents } = desk;
  const { shift, place } = one;
  const fitting = fits.reduce((sum, row) => sum + row[place]!, 0);
  const reasons: Reason[] = [
    { code: "roster-fits", params: { agent: agents[a]!.id, fitting, needed: one.agents } },
  ];
  if (wishes[a]![place] === 1) {
    reasons.push({ code: "roster-wish-met", params: { pattern: shift.pattern } });
  } else if (wishes[a]![place] === -1) {
    reasons.push({ code: "roster-wish-not-met", params: { pattern: shift.pattern } });
  }
  if (one.isUnpopular) {
    const params = { before: agents[a]!.unpopularBefore ?? 0, now: unpopular[a]! };
    reasons.push({ code: "roster-unpopular-turn", params });
  }
  return { shift: { ...shift, agents: 1 }, reasons };
}

function weekOf(desk: RosterDesk, a: number, week: number): AgentWeek {
  const paidMinutes = paidInWeek(desk.books[a]!, week);
  return {
    week: dateOfDay(week),
    paidMinutes,
    underMinutes: Math.max(0, desk.weekAtLeast[a]! - paidMinutes),
    overMinutes: Math.max(0, paidMinutes - desk.books[a]!.weekAtMost),
  };
}

/** The shifts of every agent. @internal */
export function agentRosters(desk: RosterDesk, weeks: readonly number[]): readonly AgentRoster[] {
  const { agents, books, unpopular, wishes } = desk;
  return agents.map(({ id }, a) => {
    const given = books[a]!.times.flatMap((time) => ("place" in time ? [time as RosterSeat] : []));
    const withWish = (wish: number): number =>
      given.filter(({ place }) => wishes[a]![place] === wish).length;
    return {
      agent: id,
      shifts: given.map((one) => assigned(desk, a, one)),
      weeks: weeks.map((week) => weekOf(desk, a, week)),
      unpopular: unpopular[a]!,
      preferred: withWish(1),
      unwanted: withWish(-1),
    };
  });
}

/** The agents who work less or more than their contract says. @internal */
export function contractFindings(
  rosters: readonly AgentRoster[],
  desk: RosterDesk,
): readonly ContractFinding[] {
  return rosters.flatMap(({ agent, weeks }, a) =>
    weeks.flatMap(({ week, paidMinutes, underMinutes, overMinutes }): ContractFinding[] => {
      const params = { agent, week, minutes: paidMinutes };
      if (underMinutes > 0) {
        const least = desk.weekAtLeast[a]!;
        return [{ code: "roster-under-contract", params: { ...params, least }, agent, week }];
      }
      if (overMinutes === 0) return [];
      const most = desk.books[a]!.weekAtMost;
      return [{ code: "roster-over-contract", params: { ...params, most }, agent, week }];
    }),
  );
}

/** Every rule that stands against agents at a seat, by how many it stops; what stops most comes first. */
function stoppedBy(desk: RosterDesk, s: number): readonly Reason[] {
  const { agents, books, seats, holders } = desk;
  const one = seats[s]!;
  const stopped = new Map<
    string,
    { readonly code: string; readonly what: string; count: number }
  >();
  agents.forEach((agent, a) => {
    if (holders[s]!.includes(a)) return;
    const scene = { shift: one.shift, time: one, available: availableTime(agent) };
    for (const { code, params } of [
      ...fitObstacles(agent, scene),
      ...bookObstacles(books[a]!, one),
    ]) {
      const what = String(params["skill"] ?? params["language"] ?? "");
      const key = `${code} ${what}`;
      const entry = stopped.get(key) ?? { code: STOPPED[code]!, what, count: 0 };
      entry.count += 1;
      stopped.set(key, entry);
    }
  });
  const reasons = [...stopped.values()]
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(({ code, what, count }): Reason => {
      const params = { agents: count, of: agents.length };
      return { code, params: what === "" ? params : { ...params, what } };
    });
  const given = holders[s]!.length;
  // With as few agents as that nothing else need stand against anyone.
  return given === agents.length
    ? [{ code: "roster-everyone-has-it", params: { agents: given, needed: one.agents } }]
    : reasons;
}

/** The shifts for which agents are missing. @internal */
export function unfilledShifts(desk: RosterDesk): readonly UnfilledShift[] {
  return desk.seats.flatMap(({ shift }, s): UnfilledShift[] => {
    const missing = emptyAt(desk, s);
    return missing === 0
      ? []
      : [{ shift: { ...shift, agents: missing }, reasons: stoppedBy(desk, s) }];
  });
}
