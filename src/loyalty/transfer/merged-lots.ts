import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import { record } from "../decision/decision.js";
import { issueLots } from "../decision/issue-lots.js";
import { openLots } from "../ledger/burn.js";
import type { QualifyingEntry } from "../ledger/event-base.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { PointsMovement } from "../ledger/movement.js";
import type { PairDecision } from "./decide-pair.js";
import { arriving, LOTS_PER_EVENT, monthAt } from "./pass-on.js";

/** A lot of a ledger that is closed, as it goes to the other. */
export interface LotTakenOver {
  /** The lot. */
  readonly lot: PointsLot;
  /** The kind of points. */
  readonly kind: string;
  /** How many it is issued with there: its original where an order or the like refers to it, else what is open. */
  readonly points: number;
}

/** What leaves a ledger that is closed beside its lots. */
export interface LeavingBeside {
  /** Debts. */
  readonly debts: readonly PointsMovement[];
  /** What counted towards a tier, below 0. */
  readonly qualifying: readonly QualifyingEntry[];
}

/** All lots that hold points, and those an order, a redemption or a recommendation refers to, with their history. */
export function lotsTakenOver(closing: LoyaltyState): readonly LotTakenOver[] {
  const referred = lotsReferredTo(closing);
  const open = [...openLots(closing, Object.keys(closing.wallets))].map(({ id }) => id);
  return [...new Set([...open, ...referred])].sort().map((id) => {
    const lot = orderedValue(closing.lots, id)!;
    return { lot, kind: lot.kind, points: referred.has(id) ? lot.original : lot.open };
  });
}

function lotsReferredTo({ orders, redemptions, referrals }: LoyaltyState): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, { lots }] of orderedEntries(orders)) for (const id of lots) ids.add(id);
  for (const [, { lots }] of orderedEntries(referrals)) for (const id of lots) ids.add(id);
  for (const [, { allocations }] of orderedEntries(redemptions)) {
    for (const { lot } of allocations) ids.add(lot);
  }
  return ids;
}

/**
 * Lots go from one ledger to the other; what of them is spent or expired goes with them, so that a return finds it.
 * Gives the ids of the new lots by those of the old ones.
 */
export function moveLots(
  { from, to }: PairDecision,
  lots: readonly LotTakenOver[],
  { debts, qualifying }: LeavingBeside,
): ReadonlyMap<string, string> {
  const closing = from.state;
  record(from, {
    kind: "points-transferred",
    to: to.command.member,
    as: "merge",
    points: lots.reduce((sum, { lot }) => sum + lot.open, 0),
    month: monthAt(from.command.occurredAt, from.options.programme),
    movements: [...lots.flatMap(leavingMovements), ...debts],
    ...(qualifying.length > 0 && { qualifying }),
  });
  const ids = new Map<string, string>();
  for (let first = 0; first < lots.length; first += LOTS_PER_EVENT) {
    const some = lots.slice(first, first + LOTS_PER_EVENT);
    // Only what is open can pay what the other owes.
    const requests = some.map(({ lot }) =>
      arriving({ ...from, state: closing }, { lot, points: lot.open, as: "merge" }),
    );
    const { lots: issued = [], movements = [] } = issueLots(to, requests);
    const whole = issued.map((lot, index) => ({ ...lot, original: some[index]!.points }));
    const history = some.flatMap((one, index) => historyOf(one, whole[index]!.id));
    some.forEach(({ lot }, index) => ids.set(lot.id, whole[index]!.id));
    record(to, {
      kind: "points-granted",
      why: "merge",
      lots: whole,
      ...(history.length + movements.length > 0 && { movements: [...history, ...movements] }),
    });
  }
  return ids;
}

function leavingMovements({ lot, kind, points }: LotTakenOver): readonly PointsMovement[] {
  const places =
    points === lot.open ? (["open"] as const) : (["open", "redeemed", "expired"] as const);
  return places.flatMap((place): PointsMovement[] =>
    lot[place] === 0
      ? []
      : [{ kind, lot: lot.id, from: place, to: "transferred", points: lot[place] }],
  );
}

/** What is not open any more leaves the new lot as it comes; of that, what is spent or expired is kept apart. */
function historyOf({ lot, kind, points }: LotTakenOver, id: string): readonly PointsMovement[] {
  const gone = points - lot.open;
  if (gone === 0) return [];
  const movements: PointsMovement[] = [
    { kind, lot: id, from: "open", to: "transferred", points: gone },
  ];
  for (const place of ["redeemed", "expired"] as const) {
    if (lot[place] === 0) continue;
    movements.push({ kind, lot: id, from: "transferred", to: place, points: lot[place] });
  }
  return movements;
}
