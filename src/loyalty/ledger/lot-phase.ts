import type { Instant } from "../../shared/time/instant.js";
import type { LotTerms } from "./lot.js";

/**
 * Whether points of a lot could be spent at a moment, were there any: `pending` before it, `expired` after.
 *
 * @param lot - The terms of the lot.
 * @param asOf - The moment.
 * @param lapsesAt - When points of the kind lapse by inactivity; absent where they do not.
 * @returns Its phase; `expired` goes before `pending`.
 */
export function lotPhase(
  lot: LotTerms,
  asOf: Instant,
  lapsesAt: Instant | undefined,
): "pending" | "active" | "expired" {
  const end = lotEnd(lot, lapsesAt);
  if (end !== undefined && end <= asOf) return "expired";
  return lot.activeFrom === undefined || lot.activeFrom > asOf ? "pending" : "active";
}

/** The first moment at which the points of a lot are gone; undefined where they last for ever. */
export function lotEnd(lot: LotTerms, lapsesAt: Instant | undefined): Instant | undefined {
  return lot.lapsesWhenInactive === true ? lapsesAt : lot.expiresAt;
}
