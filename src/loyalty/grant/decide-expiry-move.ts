import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { startAfter } from "../decision/lapses.js";
import type { MoveExpiry } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { extendedEnds, extensionFault } from "./extension.js";
import { reinstatedPoints, reinstatementFault } from "./reinstatement.js";

/**
 * Moves the end of points later, or brings expired ones back (LOY-3).
 *
 * Extension reaches points that still last and have an end; those that last longer already stay as they are. Points
 * that lapse by inactivity are moved all together, unless lots are named, which get an end of their own. Reinstatement
 * reaches points that expired within the kind's window. A lot that is named and cannot be moved is a refusal.
 */
export function decideExpiryMove(
  decision: Decision,
  command: MoveExpiry,
): LoyaltyRefusal | undefined {
  const { state, options } = decision;
  const fault = moveFault(decision, command);
  if (fault !== undefined) return fault;
  const lots = chosenLots(state, command);
  const judged = { kind: command.pointKind, lots, isNamed: command.lots !== undefined } as const;
  const move = {
    ...judged,
    asOf: command.occurredAt,
    end: startAfter(command.through, options.programme.zone),
  };
  const isExtension = command.kind === "extend-expiry";
  const refusal = isExtension ? extensionFault(decision, move) : reinstatementFault(decision, move);
  if (refusal !== undefined) return refusal;
  const change = isExtension ? extendedEnds(decision, move) : reinstatedPoints(decision, move);
  if (Object.keys(change).length === 0) {
    const what = `points of ${command.pointKind}`;
    const state = isExtension ? "nothing-to-extend" : "nothing-to-reinstate";
    return { code: "not-possible-now", what, state };
  }
  const by = isExtension ? "extension" : "reinstatement";
  record(decision, { kind: "expiry-moved", by, why: command.why, ...change });
  return undefined;
}

function moveFault(
  { state, options }: Decision,
  { pointKind, through, occurredAt, lots = [] }: MoveExpiry,
): LoyaltyRefusal | undefined {
  const { kinds, zone } = options.programme;
  if (!kinds.some(({ id }) => id === pointKind)) {
    return { code: "unknown", what: "kind", id: pointKind };
  }
  const today = plainDateAt(occurredAt, zone);
  if (through < today) {
    return { code: "invalid-field", field: "through", mustBe: `${today} or later`, got: through };
  }
  const missing = lots.find((id) => {
    const lot = orderedValue(state.lots, id);
    return lot?.kind !== pointKind || lot.earnedAt > occurredAt;
  });
  return missing === undefined ? undefined : { code: "unknown", what: "lot", id: missing };
}

function chosenLots(
  { lots }: LoyaltyState,
  { pointKind, lots: named, occurredAt }: MoveExpiry,
): readonly PointsLot[] {
  if (named !== undefined) return [...new Set(named)].map((id) => orderedValue(lots, id)!);
  return [...orderedEntries(lots)]
    .map(([, lot]) => lot)
    .filter(({ kind, earnedAt }) => kind === pointKind && earnedAt <= occurredAt);
}
