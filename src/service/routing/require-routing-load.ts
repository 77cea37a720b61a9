import {
  requireRoutingLanguages,
  requireRoutingOnce,
  routingBreach,
} from "./require-routing-agents.js";
import type { RoutingDemand, RoutingTeam } from "./routing-load.js";

const TASK = "check the load";

/** Throws unless the load can be checked. @internal */
export function requireRoutingLoad(
  demands: readonly RoutingDemand[],
  { teams, occupancy }: { readonly teams: readonly RoutingTeam[]; readonly occupancy: number },
): void {
  if (!(occupancy > 0 && occupancy <= 1)) {
    throw routingBreach(TASK, "maximumOccupancyShare must be above 0 and at most 1", occupancy);
  }
  requireRoutingOnce(
    TASK,
    "ids of kinds of contacts",
    demands.map(({ id }) => id),
  );
  requireRoutingOnce(
    TASK,
    "ids of teams",
    teams.map(({ id }) => id),
  );
  for (const { id, contactsHourly, handleSeconds, language, skills = [] } of demands) {
    requireAmount(`contactsHourly of ${id}`, contactsHourly);
    requireAmount(`handleSeconds of ${id}`, handleSeconds);
    requireRoutingOnce(TASK, `skills of ${id}`, skills);
    if (language !== undefined) requireRoutingLanguages(TASK, `language of ${id}`, [language]);
  }
  for (const { id, agents, skills, languages } of teams) {
    requireAmount(`agents of team ${id}`, agents);
    requireRoutingOnce(TASK, `skills of team ${id}`, skills);
    requireRoutingLanguages(TASK, `languages of team ${id}`, languages);
  }
}

function requireAmount(name: string, value: number): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw routingBreach(TASK, `${name} must be finite and at least 0`, value);
}
