import { inverseBlockedShare } from "./erlang-sums.js";
import type { WaitingFigures } from "./waiting-figures.js";

/** A queue in which contacts arrive at random. @internal */
export interface ArrivingWork {
  /** The work that arrives, in erlangs; at least 0. */
  readonly loadErlangs: number;
  /** How long a contact keeps an agent busy, in seconds; above 0. */
  readonly handleSeconds: number;
  /** Within how many seconds a contact shall be answered; at least 0. */
  readonly thresholdSeconds: number;
}

/** Agents that exceed the load by less than this part of it do so by an error of rounding only. */
const ROUNDING = 1e-12;

/** Erlang C, or nothing where the agents do not exceed the load. @internal */
export function patientQueue(agents: number, work: ArrivingWork): WaitingFigures | undefined {
  const { loadErlangs, handleSeconds, thresholdSeconds } = work;
  if (loadErlangs === 0) return NOBODY;
  const spare = agents - loadErlangs;
  if (spare <= loadErlangs * ROUNDING) return undefined;
  const waitingShare = agents / (loadErlangs + spare * inverseBlockedShare(agents, loadErlangs));
  const late = waitingShare * Math.exp((-spare * thresholdSeconds) / handleSeconds);
  return {
    loadErlangs,
    waitingShare,
    serviceLevelShare: 1 - late,
    averageWaitSeconds: (waitingShare * handleSeconds) / spare,
    occupancyShare: loadErlangs / agents,
    abandonedShare: 0,
    meanQueue: (waitingShare * loadErlangs) / spare,
  };
}

/** The figures where no contact arrives. @internal */
export const NOBODY: WaitingFigures = {
  loadErlangs: 0,
  waitingShare: 0,
  serviceLevelShare: 1,
  averageWaitSeconds: 0,
  occupancyShare: 0,
  abandonedShare: 0,
  meanQueue: 0,
};
