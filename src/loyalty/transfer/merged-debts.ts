import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import { openLots } from "../ledger/burn.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { PointsMovement } from "../ledger/movement.js";

/** Points owed of a kind. */
export interface PointsDebt {
  /** The kind of points. */
  readonly kind: string;
  /** How many, at least 1. */
  readonly points: number;
}

/** What a member owes, by kind. */
export function debtsOf({ wallets }: LoyaltyState): readonly PointsDebt[] {
  return Object.entries(wallets).flatMap(([kind, { totals }]) =>
    totals.deficit < 0 ? [{ kind, points: 0 - totals.deficit }] : [],
  );
}

/** The movements by which a ledger is rid of its debts. */
export function leavingDebts(debts: readonly PointsDebt[]): readonly PointsMovement[] {
  return debts.map(({ kind, points }) => ({ kind, from: "transferred", to: "deficit", points }));
}

/** A ledger takes over debts and pays them with its open points, in burn order. */
export function takeOverDebts(decision: Decision, debts: readonly PointsDebt[]): void {
  if (debts.length === 0) return;
  const movements = debts.flatMap((debt): PointsMovement[] => [
    { kind: debt.kind, from: "deficit", to: "transferred", points: debt.points },
    ...paymentsOf(decision, debt),
  ]);
  record(decision, { kind: "points-granted", why: "merge", movements });
}

function paymentsOf({ state, command }: Decision, { kind, points }: PointsDebt): PointsMovement[] {
  const payments: PointsMovement[] = [];
  let left = points;
  for (const { id, open, earnedAt } of openLots(state, [kind])) {
    const paid = Math.min(left, open);
    if (paid === 0) break;
    if (earnedAt > command.occurredAt) continue;
    payments.push({ kind, lot: id, from: "open", to: "deficit", points: paid });
    left -= paid;
  }
  return payments;
}
