import { orderedValue } from "../../shared/ordered-map.js";
import type { OrderRecorded } from "./earning-event.js";
import type { LedgerDraft } from "./ledger-draft.js";
import type { OrderRecord, ReturnedSoFar } from "./loyalty-state.js";
import type { OrderReturned } from "./return-event.js";
import { isReturnedWhole } from "./returned-whole.js";

/** Keeps an order as it was recorded. */
export function recordOrder({ state, put }: LedgerDraft, event: OrderRecorded): void {
  const { order, occurredAt: at, lines, rate, earning, lots, capUses, qualifying } = event;
  const record: OrderRecord = {
    order,
    at,
    lines,
    ...(rate !== undefined && { rate }),
    earning,
    lots: (lots ?? []).map(({ id }) => id),
    capUses: capUses ?? [],
    qualifying: qualifying ?? [],
  };
  state.orders = put(state.orders, order, record);
  state.orderTimes = put(state.orderTimes, `${at}|${order}`, order);
  state.orderCount += 1;
}

/** Counts what came back of an order. */
export function recordReturn({ state, put, drop }: LedgerDraft, event: OrderReturned): void {
  const found = orderedValue(state.orders, event.order);
  if (found === undefined) {
    throw new RangeError(
      `Cannot evolve a ledger: there is no order ${JSON.stringify(event.order)}`,
    );
  }
  const returned: Record<string, ReturnedSoFar> = { ...found.returned };
  for (const { line, quantity, amount, stated, earned } of event.lines) {
    const before = returned[line];
    const sums = { ...before?.earned };
    for (const [kind, points] of Object.entries(earned)) sums[kind] = (sums[kind] ?? 0) + points;
    returned[line] = {
      quantity: (before?.quantity ?? 0) + quantity,
      amount: (before?.amount ?? 0) + amount,
      earned: sums,
      ...((before?.stated ?? stated) !== undefined && {
        stated: (before?.stated ?? 0) + (stated ?? 0),
      }),
    };
  }
  const { occurredAt: at } = event;
  const record: OrderRecord = {
    ...found,
    returned,
    returns: [...(found.returns ?? []), event.return].sort(),
    returnedAt: found.returnedAt !== undefined && found.returnedAt > at ? found.returnedAt : at,
  };
  state.orders = put(state.orders, event.order, record);
  if (!isReturnedWhole(record) || isReturnedWhole(found)) return;
  state.orderTimes = drop(state.orderTimes, `${found.at}|${event.order}`);
  state.orderCount -= 1;
}
