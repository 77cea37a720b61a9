import { brokenContract } from "../../shared/broken-contract.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import type { FieldJob } from "./field-job.js";
import type { FieldTechnician } from "./field-technician.js";
import type { FieldTravel } from "./field-travel.js";

const MOST_PRIORITY = 1_000_000;

/** Throws unless the jobs, technicians and travel times make sense together. @internal */
export function requireField(
  jobs: readonly FieldJob[],
  {
    technicians,
    travel,
  }: { readonly technicians: readonly FieldTechnician[]; readonly travel: FieldTravel },
): void {
  requireTravel(travel);
  const places = new Set(travel.places);
  requireIds("job", jobs);
  requireIds("technician", technicians);
  for (const { id, place, window, durationMinutes, parts, priority = 1 } of jobs) {
    if (!places.has(place)) throw broken(`the place of job ${id} must be one of travel`, place);
    requirePeriod(`the window of job ${id}`, window);
    requireMinutes(`durationMinutes of job ${id}`, durationMinutes);
    requireParts(`parts of job ${id}`, parts);
    if (!(Number.isInteger(priority) && priority >= 1 && priority <= MOST_PRIORITY)) {
      throw broken(`the priority of job ${id} must be whole, from 1 to ${MOST_PRIORITY}`, priority);
    }
  }
  for (const one of technicians) {
    const { id, parts, start, end, working, breaks = [], overtimeMinutes = 0 } = one;
    for (const place of end === undefined ? [start] : [start, end]) {
      if (!places.has(place)) {
        throw broken(`the places of technician ${id} must be some of travel`, place);
      }
    }
    if (working.length === 0) throw broken(`technician ${id} must have a working time`, working);
    for (const span of working) requirePeriod(`a working time of technician ${id}`, span);
    for (const span of breaks) requirePeriod(`a break of technician ${id}`, span);
    const ordered = working.toSorted((a, b) => (a.start < b.start ? -1 : 1));
    const overlapping = ordered.find((span, i) => i > 0 && span.start < ordered[i - 1]!.end);
    if (overlapping !== undefined) {
      throw broken(`working times of technician ${id} must not overlap`, overlapping);
    }
    requireMinutes(`overtimeMinutes of technician ${id}`, overtimeMinutes);
    requireParts(`parts of technician ${id}`, parts);
  }
}

function requireTravel({ places, minutes }: FieldTravel): void {
  if (new Set(places).size < places.length) {
    throw broken("travel.places must stand once each", places);
  }
  const count = places.length;
  if (minutes.length !== count || minutes.some((row) => row.length !== count)) {
    const got = `${minutes.length} x ${[...new Set(minutes.map((row) => row.length))].join("/")}`;
    throw broken(`travel.minutes must be square, ${count} x ${count} for its places`, got);
  }
  for (const [from, row] of minutes.entries()) {
    for (const [to, value] of row.entries()) {
      requireMinutes(`travel.minutes from ${places[from]!} to ${places[to]!}`, value);
    }
  }
}

function requireIds(what: string, all: readonly { readonly id: string }[]): void {
  const ids = new Set<string>();
  for (const { id } of all) {
    if (typeof id !== "string" || id === "") throw broken(`the id of a ${what} must be a text`, id);
    if (ids.has(id)) throw broken(`each ${what} must stand once`, id);
    ids.add(id);
  }
}

function requirePeriod(name: string, { start, end }: Period<Instant>): void {
  if (isInstant(start) && isInstant(end) && start < end) return;
  throw broken(`${name} must be two instants, the end after the start`, { start, end });
}

function requireMinutes(name: string, minutes: number): void {
  if (minutes >= 0 && minutes <= 1_000_000) return;
  throw broken(`${name} must be from 0 to 1000000`, minutes);
}

function requireParts(name: string, parts: Readonly<Record<string, number>> = {}): void {
  for (const [part, count] of Object.entries(parts)) {
    if (Number.isSafeInteger(count) && count >= 0) continue;
    throw broken(`${name} must be whole numbers of at least 0, for ${part}`, count);
  }
}

function broken(rule: string, got: unknown): RangeError {
  return brokenContract("assign jobs", rule, got);
}
