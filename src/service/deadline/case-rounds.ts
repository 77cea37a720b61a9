// The clocks a case starts and stops, before any target is known. Internal: not part of the package's surface.

import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { ServiceCaseEvent, ServiceCase } from "./service-case.js";
import type { ServicePause } from "./service-pause.js";
import type { SlaClockKind, SlaPolicy } from "./sla-policy.js";

/** One clock from start to stop; `resolved` are the times it stood still because the case was resolved. */
export interface ClockRound {
  readonly start: Instant;
  readonly stop?: Instant | undefined;
  readonly resolved: readonly ServicePause[];
}

/** A wait for somebody. */
export interface CaseWait extends ServicePause {
  readonly waitingFor: string;
}

/** Throws where events are not in the order of time, or the case is not opened once and first. */
export function requireCaseEvents(task: string, { id, events }: ServiceCase): void {
  for (const [i, { kind, at, waitingFor }] of events.entries()) {
    const before = events[i - 1];
    const fail = (what: string): RangeError =>
      new RangeError(`Cannot ${task} ${id}: ${what}, got ${kind} at ${String(at)} at index ${i}`);
    if (!isInstant(at)) throw fail("at must be an instant");
    if ((kind === "opened") !== (i === 0)) throw fail("it must be opened first and once");
    if (before !== undefined && at < before.at) {
      throw fail(`events must be in the order of time, none before ${before.at}`);
    }
    if (kind === "waiting" && (waitingFor ?? "") === "") throw fail("waitingFor must be given");
  }
  if (events.length > 0) return;
  throw new RangeError(`Cannot ${task} ${id}: it must have been opened, got no events`);
}

/** The waits in order; the customer's message ends the wait for the customer. */
export function caseWaits(events: readonly ServiceCaseEvent[]): readonly CaseWait[] {
  const waits: CaseWait[] = [];
  let current: CaseWait | undefined;
  for (const { kind, at, waitingFor = "" } of events) {
    const isOver =
      kind === "waiting" ||
      kind === "resumed" ||
      kind === "resolved" ||
      (kind === "customer-wrote" && current?.waitingFor === "customer");
    if (!isOver) continue;
    if (current !== undefined) waits.push({ ...current, end: at });
    current = kind === "waiting" ? { waitingFor, start: at } : undefined;
  }
  return current === undefined ? waits : [...waits, current];
}

interface OpenRound {
  start: Instant;
  stop: Instant | undefined;
  resolved: ServicePause[];
}

/** The clocks by kind, in order. */
export function caseRounds(
  events: readonly ServiceCaseEvent[],
  onReopening: NonNullable<SlaPolicy["onReopening"]>,
): Readonly<Record<SlaClockKind, readonly ClockRound[]>> {
  const rounds: Record<SlaClockKind, OpenRound[]> = {
    acknowledgement: [],
    "first-response": [],
    "next-response": [],
    update: [],
    resolution: [],
  };
  let resolvedAt: Instant | undefined;
  const isRunning = (kind: SlaClockKind): boolean => {
    const last = rounds[kind].at(-1);
    return last !== undefined && last.stop === undefined;
  };
  const begin = (kind: SlaClockKind, at: Instant): void => {
    if (!isRunning(kind)) rounds[kind].push({ start: at, stop: undefined, resolved: [] });
  };
  const stop = (kind: SlaClockKind, at: Instant): void => {
    const last = rounds[kind].at(-1);
    if (last !== undefined) last.stop ??= at;
  };
  const informed = (at: Instant): void => {
    stop("acknowledgement", at);
    if (resolvedAt !== undefined) return;
    stop("update", at);
    begin("update", at);
  };
  const reopen = (at: Instant): void => {
    if (resolvedAt === undefined) return;
    const resolution = rounds.resolution.at(-1);
    if (onReopening === "restart" || resolution === undefined) begin("resolution", at);
    else {
      resolution.stop = undefined;
      resolution.resolved.push({ start: resolvedAt, end: at });
    }
    resolvedAt = undefined;
    begin("next-response", at);
    begin("update", at);
  };
  for (const { kind, at } of events) {
    switch (kind) {
      case "opened":
        for (const one of ["acknowledgement", "first-response", "update", "resolution"] as const) {
          begin(one, at);
        }
        break;
      case "customer-wrote":
        if (resolvedAt === undefined && !isRunning("first-response")) begin("next-response", at);
        break;
      case "acknowledged":
        stop("acknowledgement", at);
        break;
      case "informed":
        informed(at);
        break;
      case "answered":
        stop("first-response", at);
        stop("next-response", at);
        informed(at);
        break;
      case "resolved":
        if (resolvedAt !== undefined) break;
        resolvedAt = at;
        for (const one of Object.keys(rounds) as SlaClockKind[]) stop(one, at);
        break;
      case "reopened":
        reopen(at);
        break;
      case "waiting":
      case "resumed":
        break;
    }
  }
  return rounds;
}
