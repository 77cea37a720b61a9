import { orderedValue } from "../../shared/ordered-map.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { ConfirmAction } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import { openLots } from "../ledger/burn.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";

/** Makes active what awaits an action of an order or activity, from the moment of the command on. */
export function decideConfirmation(
  decision: Decision,
  { action, of, occurredAt }: ConfirmAction,
): LoyaltyRefusal | undefined {
  const activated = lotsOf(decision.state, of)
    .filter(({ awaiting, open }) => awaiting === action && open > 0)
    .filter(({ earnedAt }) => earnedAt <= occurredAt)
    .map(({ id }) => id)
    .sort();
  if (activated.length === 0) return { code: "unknown", what: `points awaiting ${action}`, id: of };
  record(decision, { kind: "points-activated", of, activated });
  return undefined;
}

/** The lots an order or activity gave; those of an order may have left the ledger and come back as others. */
function lotsOf(state: LoyaltyState, of: string): readonly PointsLot[] {
  const order = orderedValue(state.orders, of);
  const open = [...openLots(state, Object.keys(state.wallets))];
  if (order === undefined) return open.filter(({ source }) => (source.origin ?? source).id === of);
  return open.filter(({ id, source: { origin } }) => {
    return order.lots.includes(id) || (origin?.kind === "order" && origin.id === of);
  });
}
