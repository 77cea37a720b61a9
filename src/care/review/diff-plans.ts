import type { CustomerId } from "../../customer/record/customer.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { compareText } from "../../shared/text-order.js";
import type { CareAction } from "../plan/care-action.js";
import type { CareLeftOut, CarePlan } from "../plan/care-plan.js";
import type {
  ActionChange,
  ActionFieldChange,
  CustomerBalance,
  LeftOutChange,
  PlanBalance,
  PlanDifference,
} from "./plan-difference.js";

/** Sums of one plan, for one customer or all. */
interface Sums {
  actions: number;
  cost: number;
  effect: number;
}

/**
 * What changes when a plan is made again: with another rule, consent or holiday?
 *
 * Actions are the same by their id, whose first part, the id of the plan, may differ; occasions by customer and key.
 * Two equal plans have no difference. The difference the other way round has what was added as removed, and each
 * balance with the other sign.
 *
 * @param before - The plan as it was.
 * @param after - The plan as it is.
 * @returns What was added, removed, and changed field by field; what is left out otherwise; and by how much number,
 * cost and effect changed, in total and by customer.
 * @throws RangeError when the plans are in two currencies, or two actions of a plan have the same id.
 * @example
 * ```ts
 * import { diffPlans, type CarePlan } from "goodwill/care";
 * import { instant, money, plainDate } from "goodwill/shared";
 *
 * const nothing: CarePlan = {
 *   id: "spring",
 *   asOf: instant("2026-02-13T09:00:00Z"),
 *   period: { start: plainDate("2026-03-01"), end: plainDate("2026-06-01") },
 *   actions: [],
 *   leftOut: [],
 *   diagnostics: [],
 *   cost: money(0, "CNY"),
 *   uses: [],
 *   optimality: { exact: true, effect: 0, effectAtMost: 0 },
 * };
 * diffPlans(nothing, nothing).total; // => { actions: 0, cost: { amount: 0, currency: "CNY" }, effect: 0 }
 * ```
 */
export function diffPlans(before: CarePlan, after: CarePlan): PlanDifference {
  const { currency } = before.cost;
  if (currency !== after.cost.currency) {
    throw new RangeError(
      `Cannot compare plans: both must be in ${currency}, got ${after.cost.currency}`,
    );
  }
  const [earlier, later] = [actionsByKey(before), actionsByKey(after)];
  const changed: ActionChange[] = [];
  for (const [key, action] of earlier) {
    const other = later.get(key);
    const fields = other === undefined ? [] : fieldChanges(action, other);
    if (other !== undefined && fields.length > 0)
      changed.push({ before: action, after: other, fields });
  }
  return {
    added: [...later].flatMap(([key, action]) => (earlier.has(key) ? [] : [action])),
    removed: [...earlier].flatMap(([key, action]) => (later.has(key) ? [] : [action])),
    changed: changed.sort(byCustomerAndId),
    leftOut: leftOutChanges(before, after),
    total: balanceOf(sumsOf(before.actions), { later: sumsOf(after.actions), currency }),
    customers: customerBalances(before, after),
  };
}

/** The actions of a plan by their ids, less the id of the plan they begin with. */
function actionsByKey({ id: plan, actions }: CarePlan): Map<string, CareAction> {
  const byKey = new Map<string, CareAction>();
  for (const action of actions) {
    const key = action.id.startsWith(plan) ? action.id.slice(plan.length) : action.id;
    if (byKey.has(key)) {
      throw new RangeError(
        `Cannot compare plans: each action must have an id of its own, got ${JSON.stringify(action.id)} twice`,
      );
    }
    byKey.set(key, action);
  }
  return byKey;
}

function fieldChanges(before: CareAction, after: CareAction): ActionFieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof CareAction>;
  // The ids are the same but for the plan's.
  names.delete("id");
  return [...names].sort(compareText).flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    if (isSame(was, is)) return [];
    return [
      { field, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) },
    ];
  });
}

/** Whether two values of plain data are the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [as, bs] = [Object.entries(a), Object.entries(b)];
  if (as.length !== bs.length || Array.isArray(a) !== Array.isArray(b)) return false;
  return as.every(
    ([key, value]) => Object.hasOwn(b, key) && isSame(value, (b as Record<string, unknown>)[key]),
  );
}

function byCustomerAndId(a: ActionChange, b: ActionChange): number {
  return (
    compareText(a.before.customer, b.before.customer) || compareText(keyOfChange(a), keyOfChange(b))
  );
}

/** The same text whichever of both plans comes first. */
function keyOfChange({ before, after }: ActionChange): string {
  return before.id < after.id ? before.id : after.id;
}

function leftOutChanges(before: CarePlan, after: CarePlan): LeftOutChange[] {
  const [earlier, later] = [leftOutByKey(before.leftOut), leftOutByKey(after.leftOut)];
  const changes: LeftOutChange[] = [];
  for (const [key, one] of new Map([...later, ...earlier])) {
    const [was, is] = [earlier.get(key)?.reasons, later.get(key)?.reasons];
    if (isSame(was, is)) continue;
    changes.push({
      ...{ customer: one.customer, occasion: one.occasion, key: one.key },
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    });
  }
  return changes.sort((a, b) => compareText(a.customer, b.customer) || compareText(a.key, b.key));
}

function leftOutByKey(leftOut: readonly CareLeftOut[]): Map<string, CareLeftOut> {
  return new Map(leftOut.map((one) => [JSON.stringify([one.customer, one.key]), one]));
}

function noSums(): Sums {
  return { actions: 0, cost: 0, effect: 0 };
}

function addAction(sums: Sums, { cost, effect }: CareAction): Sums {
  sums.actions += 1;
  sums.cost += cost.amount;
  sums.effect += effect;
  return sums;
}

function sumsOf(actions: readonly CareAction[]): Sums {
  return actions.reduce(addAction, noSums());
}

function balanceOf(
  before: Sums,
  { later, currency }: { readonly later: Sums; readonly currency: CurrencyCode },
): PlanBalance {
  return {
    actions: later.actions - before.actions,
    cost: { amount: later.cost - before.cost, currency },
    effect: later.effect - before.effect,
  };
}

function customerBalances(before: CarePlan, after: CarePlan): CustomerBalance[] {
  const { currency } = before.cost;
  const [earlier, later] = [sumsByCustomer(before.actions), sumsByCustomer(after.actions)];
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .sort(compareText)
    .flatMap((customer) => {
      const sums = { later: later.get(customer) ?? noSums(), currency };
      const balance = balanceOf(earlier.get(customer) ?? noSums(), sums);
      const isBalanced = balance.actions === 0 && balance.cost.amount === 0 && balance.effect === 0;
      return isBalanced ? [] : [{ customer, ...balance }];
    });
}

function sumsByCustomer(actions: readonly CareAction[]): Map<CustomerId, Sums> {
  const byCustomer = new Map<CustomerId, Sums>();
  for (const action of actions)
    byCustomer.set(action.customer, addAction(byCustomer.get(action.customer) ?? noSums(), action));
  return byCustomer;
}
