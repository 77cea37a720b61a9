import { orderedValue } from "../../shared/ordered-map.js";
import { record } from "../decision/decision.js";
import type { Decision } from "../decision/decision.js";
import type { RecordOrder } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { RecordedLine } from "../ledger/earning-event.js";
import { isReturnedWhole } from "../ledger/returned-whole.js";
import { invalidOrderField } from "./earning-fields.js";
import { amountPaidByPoints, normalisedOrder } from "./order-amounts.js";
import { earningEffects, ratedOccasion } from "./rated-occasion.js";

/**
 * Records a paid order with what it earns; refused where a field is out of range, or the order is there already. One
 * that was given back in whole can be recorded again, from its last return on.
 */
export function decideOrder(decision: Decision, command: RecordOrder): LoyaltyRefusal | undefined {
  const { order, occurredAt: at } = command;
  const broken = invalidOrderField(order);
  if (broken !== undefined) return broken;
  const { state, options } = decision;
  const known = orderedValue(state.orders, order.id);
  if (known !== undefined && !(isReturnedWhole(known) && known.returnedAt! <= at)) {
    return { code: "already-there", what: "order", id: order.id };
  }
  const normalised = normalisedOrder(order, options.programme);
  if (!normalised.ok) return normalised.error;
  const { lines, rate } = normalised.value;
  const { channel, segments, facts, visits, nights } = order;
  const rated = ratedOccasion(decision, {
    trigger: "order",
    at,
    lines,
    paidByPoints: amountPaidByPoints(state, order.id),
    ...(channel !== undefined && { channel }),
    ...(segments !== undefined && { segments }),
    ...(facts !== undefined && { facts }),
    ...(visits !== undefined && { visits }),
    ...(nights !== undefined && { nights }),
  });
  if (!rated.ok) return rated.error;
  record(decision, {
    kind: "order-recorded",
    order: order.id,
    lines: lines.map(({ id, product, quantity, amount }, index): RecordedLine => {
      const spend = rated.value.spendByLine[index]!;
      const line = { id, product, quantity, amount };
      return spend === amount ? line : { ...line, spend };
    }),
    ...(rate !== undefined && { rate }),
    earning: rated.value.record,
    ...earningEffects(decision, rated.value, { kind: "order", id: order.id }),
  });
  return undefined;
}
