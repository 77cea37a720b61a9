import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { allocateBurn } from "../ledger/burn.js";
import type { LotAllocation } from "../ledger/loyalty-state.js";

/** Which points are to be taken. */
export interface BurnWish {
  /** The kinds of points, burned together. */
  readonly kinds: readonly string[];
  /** How many. */
  readonly points: number;
}

/** The points that are taken. */
export interface BurnTaken {
  /** How many. */
  readonly points: number;
  /** From which lots, in burn order. */
  readonly allocations: readonly LotAllocation[];
}

/** The lots so many points are taken from; refused where there are fewer. */
export function burnQuote(
  { state, command }: Decision,
  { kinds, points }: BurnWish,
): Result<BurnTaken, LoyaltyRefusal> {
  const allocations = allocateBurn(state, { kinds, points, asOf: command.occurredAt });
  const available = allocations.reduce((sum, one) => sum + one.points, 0);
  if (available < points) {
    return { ok: false, error: { code: "insufficient-points", needed: points, available } };
  }
  return ok({ points, allocations });
}

/** The first so many points of a list. */
export function firstPoints(
  allocations: readonly LotAllocation[],
  points: number,
): readonly LotAllocation[] {
  const taken: LotAllocation[] = [];
  let left = points;
  for (const one of allocations) {
    if (left === 0) break;
    const part = Math.min(left, one.points);
    taken.push(part === one.points ? one : { ...one, points: part });
    left -= part;
  }
  return taken;
}
