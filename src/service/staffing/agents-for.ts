import type { AgentsNeeded } from "./agents-needed.js";
import { leastAgents } from "./least-agents.js";
import { figuresAt, missedGoals, type StaffedLoad } from "./staffing-goals.js";
import type { WaitingFigures } from "./waiting-figures.js";

/** Agents after shrinkage may miss a whole number by an error of rounding: 21 by 0.7 are 30. */
const ROUNDING = 1e-9;

/**
 * The least agents that reach every goal.
 *
 * @param staffed - The load and the goals.
 * @param guess - Where the search begins, a whole number of at least 0. It decides on speed only.
 * @internal
 */
export function agentsFor(staffed: StaffedLoad, guess: number): AgentsNeeded {
  const { policy } = staffed;
  const { minimumAgents = 0, shrinkageShare = 0, serviceLevel } = policy;
  const known = new Map<number, WaitingFigures | undefined>();
  const figuresOf = (agents: number): WaitingFigures | undefined => {
    if (!known.has(agents)) known.set(agents, figuresAt(agents, staffed));
    return known.get(agents);
  };
  const isEnough = (agents: number) => missedGoals(figuresOf(agents), policy).length === 0;
  const agents = leastAgents(isEnough, { least: minimumAgents, guess });
  const figures = figuresOf(agents);
  if (figures === undefined)
    throw new Error("Cannot compute required agents: enough agents cannot be too few");
  const oneFewer = agents > 0 ? figuresOf(agents - 1) : undefined;
  const short = agents > 0 ? missedGoals(oneFewer, policy) : [];
  return {
    agents,
    scheduledAgents: Math.max(0, Math.ceil(agents / (1 - shrinkageShare) - ROUNDING)),
    figures,
    ...(serviceLevel !== undefined && {
      serviceLevelMargin: figures.serviceLevelShare - serviceLevel.share,
    }),
    binding: agents > 0 && short.length === 0 ? ["minimum"] : short,
    ...(oneFewer !== undefined && { oneFewer }),
  };
}
