import { addDays } from "../../shared/time/date-arithmetic.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { Decision } from "../decision/decision.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyEventBase } from "../ledger/event-base.js";
import { lotEnd } from "../ledger/lot-phase.js";
import type { PointsLot } from "../ledger/lot.js";
import type { PointsMovement } from "../ledger/movement.js";
import type { EndMove } from "./extension.js";

/**
 * Why nothing can be brought back: the kind has no window, nothing of a lot named has expired, or it is too long ago.
 */
export function reinstatementFault(
  decision: Decision,
  { kind, lots, isNamed, asOf }: EndMove,
): LoyaltyRefusal | undefined {
  const { zone } = decision.options.programme;
  const days = windowDays(decision, kind);
  if (days === undefined) return { code: "not-offered", what: `reinstatement of ${kind}` };
  if (!isNamed) return undefined;
  const today = plainDateAt(asOf, zone);
  for (const lot of lots) {
    const expired = expiryDay(decision, lot);
    if (expired === undefined || expired > today) {
      return { code: "not-possible-now", what: `lot ${lot.id}`, state: "not-expired" };
    }
    const until = addDays(expired, days);
    if (until < today) return { code: "too-late", what: `reinstatement of ${kind}`, until };
  }
  return undefined;
}

/** What comes back of expired points: all of each lot within reach; what the member owes is paid by it. */
export function reinstatedPoints(
  decision: Decision,
  { kind, lots, asOf, end }: EndMove,
): Pick<LoyaltyEventBase, "moved" | "movements"> {
  const { state, options } = decision;
  const today = plainDateAt(asOf, options.programme.zone);
  const first = addDays(today, 0 - windowDays(decision, kind)!);
  const reached = lots.filter((lot) => {
    const expired = expiryDay(decision, lot);
    return expired !== undefined && expired >= first && expired <= today;
  });
  if (reached.length === 0) return {};
  let owed = 0 - (state.wallets[kind]?.totals.deficit ?? 0);
  const movements = reached.flatMap(({ id: lot, expired: points }): PointsMovement[] => {
    const back = { kind, lot, from: "expired", to: "open", points } as const;
    const paid = Math.min(owed, points);
    if (paid <= 0) return [back];
    owed -= paid;
    return [back, { kind, lot, from: "open", to: "deficit", points: paid }];
  });
  return { moved: reached.map(({ id }) => ({ lot: id, expiresAt: end })), movements };
}

function windowDays({ options }: Decision, kind: string): number | undefined {
  return options.programme.kinds.find(({ id }) => id === kind)?.reinstatementDays;
}

/** The day on which points of a lot were gone, the first on which they could not be spent; undefined where none are. */
function expiryDay({ state, options }: Decision, lot: PointsLot): PlainDate | undefined {
  const end = lotEnd(lot, state.wallets[lot.kind]?.lapsesAt);
  if (lot.expired === 0 || end === undefined) return undefined;
  return plainDateAt(end, options.programme.zone);
}
