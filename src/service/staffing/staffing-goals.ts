import type { StaffingLimit } from "./agents-needed.js";
import { impatientQueue } from "./impatient-queue.js";
import { patientQueue } from "./patient-queue.js";
import type { StaffingPolicy } from "./staffing-policy.js";
import type { WaitingFigures } from "./waiting-figures.js";

/** A share may miss its limit by an error of rounding: 1.1 times 3 erlangs by 10 agents are 0.33. */
const ROUNDING = 1e-12;

/** A load and what has to be reached for it. @internal */
export interface StaffedLoad {
  /** The work that arrives, in erlangs; at least 0. */
  readonly loadErlangs: number;
  /** How long a contact keeps an agent busy, in seconds; above 0. */
  readonly handleSeconds: number;
  /** The goals. */
  readonly policy: StaffingPolicy;
}

/** The figures at a number of agents; nothing where the queue would grow without end. @internal */
export function figuresAt(
  agents: number,
  { loadErlangs, handleSeconds, policy }: StaffedLoad,
): WaitingFigures | undefined {
  const { serviceLevel, patienceSeconds, contactsAtOnce = 1 } = policy;
  const thresholdSeconds = serviceLevel?.thresholdSeconds ?? 0;
  const work = { loadErlangs, handleSeconds, thresholdSeconds };
  const places = agents * contactsAtOnce;
  return patienceSeconds === undefined
    ? patientQueue(places, work)
    : impatientQueue(places, { ...work, patienceSeconds });
}

/** The goals that figures do not reach. @internal */
export function missedGoals(
  figures: WaitingFigures | undefined,
  policy: StaffingPolicy,
): readonly StaffingLimit[] {
  if (figures === undefined) return ["steady-state"];
  const { serviceLevel, maximumWaitSeconds: wait = Infinity } = policy;
  const { maximumOccupancyShare: occupancy = 1, maximumAbandonedShare: abandoned = 1 } = policy;
  const missed: StaffingLimit[] = [];
  if (serviceLevel !== undefined && figures.serviceLevelShare < serviceLevel.share)
    missed.push("service-level");
  if (figures.averageWaitSeconds > wait) missed.push("wait");
  if (figures.occupancyShare > occupancy + ROUNDING) missed.push("occupancy");
  if (figures.abandonedShare > abandoned) missed.push("abandonment");
  return missed;
}
