import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyEventBase } from "../ledger/event-base.js";
import { lotEnd } from "../ledger/lot-phase.js";
import type { PointsLot } from "../ledger/lot.js";

/** Lots whose end is to be moved. */
export interface EndMove {
  /** The kind of points. */
  readonly kind: string;
  /** The lots: those named, or all of the kind. */
  readonly lots: readonly PointsLot[];
  /** Whether the lots were named one by one: each then has to be movable. */
  readonly isNamed: boolean;
  /** When. */
  readonly asOf: Instant;
  /** The first moment at which the points are to be gone. */
  readonly end: Instant;
}

/** Why a lot named cannot be extended: nothing is left of it, it has no end or is over, or it lasts longer already. */
export function extensionFault(
  { state, options }: Decision,
  { kind, lots, isNamed, asOf, end }: EndMove,
): LoyaltyRefusal | undefined {
  if (!isNamed) return undefined;
  for (const lot of lots) {
    const before = lotEnd(lot, state.wallets[kind]?.lapsesAt);
    const what = `lot ${lot.id}`;
    if (before === undefined) return { code: "not-possible-now", what, state: "without-end" };
    if (before <= asOf) return { code: "not-possible-now", what, state: "expired" };
    if (!isHeld(lot)) return { code: "not-possible-now", what, state: "empty" };
    if (before > end) {
      const { zone } = options.programme;
      const [last, got] = [before, end].map((at) => addDays(plainDateAt(at, zone), -1));
      const mustBe = `${last!} or later`;
      return { code: "invalid-field", field: "through", mustBe, got: got! };
    }
  }
  return undefined;
}

/** What moves: the end of each lot that has one before the new one, and where none are named the lapse of the kind. */
export function extendedEnds(
  { state }: Decision,
  { kind, lots, isNamed, asOf, end }: EndMove,
): Pick<LoyaltyEventBase, "moved" | "lapses"> {
  const lapsesAt = state.wallets[kind]?.lapsesAt;
  const ending = lots.filter((lot) => {
    const before = lotEnd(lot, lapsesAt);
    return isHeld(lot) && before !== undefined && before > asOf && before < end;
  });
  const alone = ending.filter((lot) => isNamed || lot.lapsesWhenInactive !== true);
  const moved = alone.map(({ id }) => ({ lot: id, expiresAt: end }));
  return {
    ...(moved.length > 0 && { moved }),
    ...(alone.length < ending.length && { lapses: [{ kind, at: end }] }),
  };
}

/** What is set aside may fall back into its lot, so its end moves, too. */
function isHeld({ open, reserved }: PointsLot): boolean {
  return open + reserved > 0;
}
