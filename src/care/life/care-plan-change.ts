// What a difference is and does to the actions of a plan. Internal: not part of the package's surface.

import { addMoney, sumMoney } from "../../shared/money/arithmetic.js";
import type { Money } from "../../shared/money/money.js";
import { orderedEntries, orderedValue } from "../../shared/ordered-map.js";
import type { OrderedMap } from "../../shared/ordered-map.js";
import { copyOfMap, dropEntry, putEntry } from "../../shared/ordered-map-change.js";
import type { CareAction } from "../plan/care-action.js";
import { isOpen } from "./open-action.js";
import type { CarePlanChange } from "./care-plan-command.js";
import type { CarePlanObstacle } from "./care-plan-refusal.js";
import type { CarePlanState, TrackedCareAction } from "./care-plan-state.js";
import type { CarePlanGap } from "./care-plan-gap.js";

/** The actions as a map, each as it was planned. */
export function trackedActions(actions: readonly CareAction[]): OrderedMap<TrackedCareAction> {
  let map: OrderedMap<TrackedCareAction> = [];
  for (const action of actions) map = putEntry(map, action.id, { action });
  return map;
}

/** The actions after the difference; what has come to its end since it was asked for stays as it is. */
export function changedActions(
  actions: OrderedMap<TrackedCareAction>,
  { add = [], remove = [], alter = [] }: CarePlanChange,
): OrderedMap<TrackedCareAction> {
  const stillOpen = (id: string): boolean => {
    const tracked = orderedValue(actions, id);
    return tracked !== undefined && isOpen(tracked.action.state);
  };
  let map = copyOfMap(actions);
  for (const id of remove) if (stillOpen(id)) map = dropEntry(map, id);
  for (const action of alter) if (stillOpen(action.id)) map = putEntry(map, action.id, { action });
  for (const action of add) map = putEntry(map, action.id, { action });
  return map;
}

/** What the actions cost: what was spent on those done, what is planned for those still open. */
export function committedCost(actions: OrderedMap<TrackedCareAction>, none: Money): Money {
  const costs: Money[] = [];
  for (const [, { action, spent }] of orderedEntries(actions)) {
    if (spent !== undefined) costs.push(spent);
    else if (isOpen(action.state)) costs.push(action.cost);
  }
  return sumMoney(costs, none.currency);
}

/** New costs, or the rise of the budget where that is more: what counts against the limit. */
export function changeAmount(
  { actions, content }: Required<Pick<CarePlanState, "actions" | "content">>,
  { add = [], alter = [], budget = content.budget }: CarePlanChange,
): Money {
  const { currency } = content.budget;
  let costs = sumMoney(
    add.map(({ cost }) => cost),
    currency,
  );
  for (const { id, cost } of alter) {
    const before = orderedValue(actions, id)?.action.cost.amount ?? 0;
    const rise = Math.max(0, cost.amount - before);
    costs = addMoney(costs, { amount: rise, currency });
  }
  const rise = budget.amount - content.budget.amount;
  return rise > costs.amount ? { amount: rise, currency } : costs;
}

/** The actions a difference that waits would remove or alter: they rest. */
export function restsFor({ pending }: CarePlanState, action: string): boolean {
  if (pending === undefined) return false;
  const { remove = [], alter = [] } = pending.change;
  return remove.includes(action) || alter.some(({ id }) => id === action);
}

/** What stands against a difference. */
export function changeObstacle(
  { actions, content, pending }: CarePlanState,
  change: CarePlanChange,
): CarePlanObstacle | undefined {
  // Every phase that allows a difference has content.
  if (content === undefined) return undefined;
  if (pending !== undefined) return { code: "change-pending", by: pending.by, since: pending.at };
  const { add = [], remove = [], alter = [], budget = content.budget, brief } = change;
  const isNothing = add.length + remove.length + alter.length === 0;
  if (isNothing && change.budget === undefined && brief === undefined) {
    return { code: "nothing-changed" };
  }
  const named = new Set<string>();
  for (const id of [...add.map((one) => one.id), ...remove, ...alter.map((one) => one.id)]) {
    if (named.has(id)) return { code: "other-action", action: id };
    named.add(id);
  }
  const exists = add.find(({ id }) => orderedValue(actions, id) !== undefined);
  if (exists !== undefined) return { code: "action-exists", action: exists.id };
  for (const id of [...remove, ...alter.map((one) => one.id)]) {
    const tracked = orderedValue(actions, id);
    if (tracked === undefined) return { code: "unknown-action", action: id };
    const { state } = tracked.action;
    if (!isOpen(state)) return { code: "not-allowed-for-action", action: id, state, may: [] };
  }
  const other = alter.find((after) => {
    const before = orderedValue(actions, after.id)?.action;
    return before?.customer !== after.customer || before.kind !== after.kind;
  });
  if (other !== undefined) return { code: "other-action", action: other.id };
  const { currency } = content.budget;
  const foreign = [budget, ...[...add, ...alter].map(({ cost }) => cost)].find(
    (money) => money.currency !== currency,
  );
  if (foreign !== undefined) {
    return { code: "other-currency", currency: foreign.currency, expected: currency };
  }
  const tracked = new Set((brief ?? content.brief).trackedCustomers);
  const gaps: CarePlanGap[] = [];
  for (const customer of new Set(add.map((one) => one.customer))) {
    if (!tracked.has(customer)) gaps.push({ code: "customer-not-tracked", customer });
  }
  const cost = committedCost(changedActions(actions, change), budget);
  if (cost.amount > budget.amount) gaps.push({ code: "above-budget", cost, budget });
  return gaps.length > 0 ? { code: "not-complete", gaps } : undefined;
}
