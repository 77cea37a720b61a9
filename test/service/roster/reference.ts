// The same questions asked of a solver of integer programs, and by trying everything.

import type { PlannedShift, RequiredInterval, RosterAgent } from "goodwill/service";
import { shiftObstacles } from "goodwill/service";
import highs from "highs";
import { UTC } from "./samples.js";

/** A way to work, by the intervals it covers. */
export interface Way {
  readonly covers: readonly number[];
  readonly day?: number;
}

export interface Question {
  readonly required: readonly RequiredInterval[];
  readonly ways: readonly Way[];
  readonly weight?: number;
  readonly seats?: number;
  readonly perDay?: number;
}

interface Solver {
  readonly solve: (
    text: string,
    options: { readonly mip_rel_gap: number },
  ) => { readonly Status: string; readonly ObjectiveValue: number };
}

// The package's types describe a default export that Node's modules do not see.
const solver = await (highs as unknown as () => Promise<Solver>)();

/** The least penalty, by HiGHS. */
export function leastPenalty({ required, ways, weight, seats, perDay }: Question): number {
  const minutes = (covers: readonly number[]): number =>
    covers.reduce((sum, t) => sum + required[t]!.minutes, 0);
  const soft = weight !== undefined;
  const goal = [
    ...ways.map(({ covers }, j) => `${minutes(covers)} x${j}`),
    ...(soft ? required.map((one, t) => `${(1 + weight) * one.minutes} u${t}`) : []),
  ];
  const rows: string[] = [];
  required.forEach(({ agents }, t) => {
    const sum = ways.flatMap(({ covers }, j) => (covers.includes(t) ? [`x${j}`] : []));
    const all = [...sum, ...(soft ? [`u${t}`] : [])].join(" + ");
    if (agents > 0) rows.push(`r${t}: ${all} >= ${agents}`);
    if (seats !== undefined && sum.length > 0) rows.push(`s${t}: ${sum.join(" + ")} <= ${seats}`);
  });
  for (const day of perDay === undefined ? [] : new Set(ways.map((way) => way.day))) {
    const sum = ways.flatMap((way, j) => (way.day === day ? [`x${j}`] : []));
    rows.push(`d${String(day)}: ${sum.join(" + ")} <= ${perDay!}`);
  }
  const text = [
    `Minimize\n obj: ${goal.join(" + ")}`,
    `Subject To\n ${rows.join("\n ")}`,
    `General\n ${ways.map((_, j) => `x${j}`).join(" ")}`,
    "End",
  ].join("\n");
  const { Status, ObjectiveValue } = solver.solve(text, { mip_rel_gap: 0 });
  if (Status !== "Optimal") return Infinity;
  return ObjectiveValue - required.reduce((sum, one) => sum + one.agents * one.minutes, 0);
}

/** The fewest places that stay empty, by trying every roster. */
export function fewestEmpty(
  shifts: readonly PlannedShift[],
  agents: readonly RosterAgent[],
): number {
  const places = shifts.flatMap((one) => Array.from({ length: one.agents }, () => one));
  const given = agents.map((): PlannedShift[] => []);
  let fewest = places.length;
  const visit = (at: number, empty: number): void => {
    if (empty >= fewest) return;
    const place = places[at];
    if (place === undefined) {
      fewest = empty;
      return;
    }
    agents.forEach((agent, a) => {
      if (shiftObstacles(place, { agent, given: given[a]!, zone: UTC }).length > 0) return;
      given[a]!.push(place);
      visit(at + 1, empty);
      given[a]!.pop();
    });
    visit(at + 1, empty + 1);
  };
  visit(0, 0);
  return fewest;
}
