// When and on what an earning rule can apply. Internal: not part of the package's surface.

import { addDays, dayOfWeek, daysBetween } from "../../shared/time/date-arithmetic.js";
import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";
import type { EarningCondition } from "../programme/earning-condition.js";
import type { EarningRule, LineChoice } from "../programme/earning-rule.js";
import { neverHolds } from "./condition-logic.js";

/** All that a rule asks, the days of the week within its window included. */
export function conditionOfRule({ when = {}, from, through }: EarningRule): EarningCondition {
  if (from === undefined || through === undefined) return when;
  const days = daysBetween(from, through);
  if (days < 0 || days >= 6) return when;
  const weekdays: DayOfWeek[] = [];
  for (let day = 0; day <= days; day += 1) weekdays.push(dayOfWeek(addDays(from, day)));
  return { all: [when, { weekdays }] };
}

/** Whether a rule's window holds no day. */
export function isWindowEmpty({ from, through }: EarningRule): boolean {
  return from !== undefined && through !== undefined && through < from;
}

/** Whether a rule asks for an order, and is set off by something else. */
export function needsOrder({ trigger, award, lines, when = {} }: EarningRule): boolean {
  if (trigger === "order") return false;
  return award.form === "per-amount" || lines !== undefined || asksForOrder(when);
}

function asksForOrder({ firstPurchase, orderAtLeast, all = [] }: EarningCondition): boolean {
  return firstPurchase === true || orderAtLeast !== undefined || all.some(asksForOrder);
}

/** Whether the lines a rule chooses are those it leaves out. */
export function areLinesEmpty({ lines = {} }: EarningRule): boolean {
  const { products, categories, exceptProducts = [], exceptCategories = [] } = lines;
  return (
    products?.every((one) => exceptProducts.includes(one)) === true ||
    categories?.every((one) => exceptCategories.includes(one)) === true
  );
}

/** Whether a rule may give something: switched on, and asking nothing impossible by itself. */
export function mayApply(rule: EarningRule): boolean {
  return (
    rule.disabled !== true &&
    !isWindowEmpty(rule) &&
    !needsOrder(rule) &&
    !areLinesEmpty(rule) &&
    !neverHolds(conditionOfRule(rule))
  );
}

/** Whether the window of one rule holds all days of another's. */
export function coversWindow(outer: EarningRule, inner: EarningRule): boolean {
  const startsBefore =
    outer.from === undefined || (inner.from !== undefined && outer.from <= inner.from);
  const endsAfter =
    outer.through === undefined || (inner.through !== undefined && outer.through >= inner.through);
  return startsBefore && endsAfter;
}

/** Whether one rule counts every line another counts. */
export function coversLines(outer: EarningRule, inner: EarningRule): boolean {
  if (outer.lines === undefined) return true;
  const own: LineChoice = inner.lines ?? {};
  const { products, categories, exceptProducts = [], exceptCategories = [] } = outer.lines;
  const isWithin = (list: readonly string[] | undefined, all: readonly string[] | undefined) =>
    all === undefined || list?.every((one) => all.includes(one)) === true;
  const isLeftOut = (
    one: string,
    list: readonly string[] | undefined,
    except: readonly string[] | undefined,
  ) => except?.includes(one) === true || list?.includes(one) === false;
  return (
    isWithin(own.products, products) &&
    isWithin(own.categories, categories) &&
    exceptProducts.every((one) => isLeftOut(one, own.products, own.exceptProducts)) &&
    exceptCategories.every((one) => isLeftOut(one, own.categories, own.exceptCategories))
  );
}
