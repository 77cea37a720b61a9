import { upperGammaShare } from "../../shared/statistics/gamma.js";
import { inverseBlockedShare, queueLengths, queueSums } from "./erlang-sums.js";
import { NOBODY, type ArrivingWork } from "./patient-queue.js";
import type { WaitingFigures } from "./waiting-figures.js";

/** A queue whose contacts give up. @internal */
export interface ImpatientWork extends ArrivingWork {
  /** How long a contact waits on average before it gives up, in seconds; at least 0. */
  readonly patienceSeconds: number;
}

/**
 * Erlang A.
 *
 * @remarks Mandelbaum and Zeltyn (2005). Everything is divided by the chance that all agents are busy and nobody waits,
 * so that the sums are positive and nothing overflows.
 * @internal
 */
export function impatientQueue(agents: number, work: ImpatientWork): WaitingFigures {
  const { loadErlangs, handleSeconds, patienceSeconds } = work;
  if (loadErlangs === 0) return NOBODY;
  if (agents === 0) return nobodyAnswers(work);
  const served = (agents * patienceSeconds) / handleSeconds;
  const arriving = (loadErlangs * patienceSeconds) / handleSeconds;
  const loadPerAgent = loadErlangs / agents;
  const { lengths, waiting } = queueSums(served, arriving);
  const endless = lengths === Infinity;
  const states = inverseBlockedShare(agents, loadErlangs) - 1 + lengths;
  const waitingShare = endless ? 1 : lengths / states;
  const abandonedShare = endless ? 1 - 1 / loadPerAgent : waiting / states;
  const inTime = answeredInTime({ work, served, arriving, lengths });
  const answered = between0And1(inTime / loadPerAgent);
  return {
    loadErlangs,
    waitingShare,
    serviceLevelShare: between0And1(1 - waitingShare + waitingShare * answered),
    averageWaitSeconds: abandonedShare * patienceSeconds,
    occupancyShare: Math.min(1, loadPerAgent * (1 - abandonedShare)),
    abandonedShare,
    meanQueue: (abandonedShare * patienceSeconds * loadErlangs) / handleSeconds,
  };
}

/** With no agent all wait until they give up. */
function nobodyAnswers(work: ImpatientWork): WaitingFigures {
  const { loadErlangs, handleSeconds, patienceSeconds } = work;
  return {
    loadErlangs,
    waitingShare: 1,
    serviceLevelShare: 0,
    averageWaitSeconds: patienceSeconds,
    occupancyShare: 0,
    abandonedShare: 1,
    meanQueue: (loadErlangs * patienceSeconds) / handleSeconds,
  };
}

interface QueueAtThreshold {
  readonly work: ImpatientWork;
  readonly served: number;
  readonly arriving: number;
  readonly lengths: number;
}

/**
 * Of those who wait, how many are answered within the threshold, times the load per agent.
 *
 * The wait offered to a contact has a density proportional to exp(y (1 - e^-t) - x t), t in patiences; who is answered
 * has the patience for it. Integrated by parts: what is offered within the threshold, less what the boundary takes.
 */
function answeredInTime({ work, served, arriving, lengths }: QueueAtThreshold): number {
  const { thresholdSeconds, patienceSeconds } = work;
  if (thresholdSeconds === 0 || patienceSeconds === 0) return 0;
  const threshold = thresholdSeconds / patienceSeconds;
  const stillArriving = arriving * Math.exp(-threshold);
  const after = queueLengths(served, stillArriving);
  if (lengths === Infinity) {
    const soon = upperGammaShare(served, stillArriving);
    return soon + (1 - soon) / after;
  }
  const density = Math.exp(-arriving * Math.expm1(-threshold) - served * threshold);
  return 1 - (density * after) / lengths + (density - 1) / lengths;
}

function between0And1(share: number): number {
  return Math.min(1, Math.max(0, share));
}
