// Cutting the interactions of one customer into journeys. Internal: not part of the package's surface.

import type { CustomerId } from "../../customer/record/customer.js";
import { epochMilliseconds, type Instant } from "../../shared/time/instant.js";
import type { Interaction } from "../interaction.js";
import type { Journey, JourneyStep } from "./journey.js";
import type { JourneyOptions } from "./journey-options.js";
import { DEFAULT_SESSION_POLICY } from "./session-policy.js";
import { stepMaker } from "./step-of-interaction.js";

/** How journeys are cut, prepared once. @internal */
export interface JourneyCut {
  readonly gapMilliseconds: number;
  readonly endAtOutcome: boolean;
  readonly asOf: Instant | undefined;
  readonly asOfMilliseconds: number | undefined;
  isSuccess(outcome: string): boolean;
  stepOf(interaction: Interaction): JourneyStep;
}

/** A journey that goes on. @internal */
export interface JourneySession {
  readonly customer: CustomerId;
  /** Steps whose place is settled. */
  steps: JourneyStep[];
  outcome: string | undefined;
  /** The latest time seen. */
  at: Instant;
  milliseconds: number;
  /** Interactions at that time; their order is known once a later one comes. */
  latest: Interaction[];
  /** Their ids, once there are many. */
  latestIds: Set<string> | undefined;
}

/** Checks the options and prepares them. @internal */
export function journeyCut(options: JourneyOptions): JourneyCut {
  const { policy = DEFAULT_SESSION_POLICY, outcomes = [], asOf } = options;
  const { gapMinutes, endAtOutcome } = policy;
  if (!(gapMinutes > 0 && Number.isFinite(gapMinutes))) {
    throw new RangeError(
      `Cannot cut journeys: gapMinutes must be above 0, got ${String(gapMinutes)}`,
    );
  }
  const successes = new Set(outcomes);
  return {
    gapMilliseconds: gapMinutes * 60_000,
    endAtOutcome,
    asOf,
    asOfMilliseconds: asOf && epochMilliseconds(asOf),
    isSuccess: (outcome) => successes.has(outcome),
    stepOf: stepMaker(options),
  };
}

/** A journey that begins with an interaction. @internal */
export function beginSession(interaction: Interaction): JourneySession {
  const { customer, at } = interaction;
  const milliseconds = epochMilliseconds(at);
  return {
    customer,
    steps: [],
    outcome: undefined,
    at,
    milliseconds,
    latest: [interaction],
    latestIds: undefined,
  };
}

/** So many ids are looked through faster than a set of them is made. */
const FEW = 16;

/** Whether an interaction of the latest time has this id already. @internal */
export function isRepeated(session: JourneySession, { id, at }: Interaction): boolean {
  if (at !== session.at) return false;
  const { latest } = session;
  if (latest.length < FEW) return latest.some((one) => one.id === id);
  session.latestIds ??= new Set(latest.map((one) => one.id));
  return session.latestIds.has(id);
}

/** Takes in the next interaction of the customer, not before the latest; journeys that end go to `ended`. @internal */
export function extendSession(
  session: JourneySession,
  interaction: Interaction,
  { cut, ended }: { readonly cut: JourneyCut; readonly ended: Journey[] },
): void {
  if (interaction.at === session.at) {
    session.latest.push(interaction);
    session.latestIds?.add(interaction.id);
    return;
  }
  settle(session, cut, ended);
  const milliseconds = epochMilliseconds(interaction.at);
  if (milliseconds - session.milliseconds >= cut.gapMilliseconds) ended.push(close(session, cut));
  session.at = interaction.at;
  session.milliseconds = milliseconds;
  session.latest = [interaction];
  session.latestIds = undefined;
}

/** Ends the journey. @internal */
export function endSession(
  session: JourneySession,
  { cut, ended }: { readonly cut: JourneyCut; readonly ended: Journey[] },
): void {
  settle(session, cut, ended);
  ended.push(close(session, cut));
}

/** Puts the interactions of the latest time in their order: by id, because nothing else tells it. */
function settle(session: JourneySession, cut: JourneyCut, ended: Journey[]): void {
  const { latest } = session;
  if (latest.length > 1) latest.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const interaction of latest) {
    if (cut.endAtOutcome && session.outcome !== undefined) ended.push(close(session, cut));
    session.steps.push(cut.stepOf(interaction));
    const { outcome } = interaction;
    if (outcome !== undefined && cut.isSuccess(outcome)) session.outcome = outcome;
  }
}

function close(session: JourneySession, cut: JourneyCut): Journey {
  const { customer, steps, outcome, milliseconds } = session;
  const isOver =
    cut.asOfMilliseconds === undefined ||
    cut.asOfMilliseconds - milliseconds >= cut.gapMilliseconds ||
    (cut.endAtOutcome && outcome !== undefined);
  session.steps = [];
  session.outcome = undefined;
  return {
    customer,
    steps,
    ...(outcome !== undefined && { outcome }),
    ...(!isOver && { open: true }),
  };
}
