import { orderedEntries } from "../../shared/ordered-map.js";
import type { Instant } from "../../shared/time/instant.js";
import type { AllowanceState } from "./allowance-state.js";

/** The open reservations whose time is over at a moment, the first to fall back first. */
export function timedOutReservations(state: AllowanceState, asOf: Instant): readonly string[] {
  const found: string[] = [];
  for (const [name, id] of orderedEntries(state.open)) {
    if (name.slice(0, asOf.length) > asOf) break;
    found.push(id);
  }
  return found;
}
