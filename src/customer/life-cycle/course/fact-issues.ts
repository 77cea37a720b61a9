import type { RowIssue } from "../../../shared/rows.js";
import { purchaseIssues } from "../../record/purchase-issues.js";
import type { Purchase } from "../../record/purchase.js";
import type { LifecycleRow } from "../facts.js";
import { FACT_LISTS, rowShapeIssues } from "./fact-shape.js";

/** What keeps the facts of a customer from being read, with the path of each fault; for a row of any form. */
export function lifecycleIssues(row: LifecycleRow): readonly RowIssue[] {
  const issues = rowShapeIssues(row);
  return issues.length > 0 ? issues : lifecycleIssuesAcross(row);
}

/** What is wrong with a row across its facts, each of which is in form. */
export function lifecycleIssuesAcross({ customer, facts }: LifecycleRow): readonly RowIssue[] {
  const issues: RowIssue[] = [];
  for (const list of FACT_LISTS) {
    const ids = new Set<string>();
    for (const [index, fact] of (facts[list] ?? []).entries()) {
      const path = `facts.${list}.${String(index)}`;
      if (fact.customer !== customer.id) {
        const message = `is of customer "${fact.customer}", not of "${customer.id}"`;
        issues.push({ path: `${path}.customer`, message });
      }
      // Of a purchase given twice the first counts, and the other is handed back.
      if (ids.has(fact.id) && list !== "purchases")
        issues.push({ path: `${path}.id`, message: `"${fact.id}" is given twice` });
      ids.add(fact.id);
    }
  }
  for (const [index, purchase] of (facts.purchases ?? []).entries()) {
    for (const { path, message } of purchaseIssues(purchase)) {
      issues.push({ path: `facts.purchases.${String(index)}.${path}`, message });
    }
  }
  for (const [index, { at, withdrawnAt }] of (facts.terminations ?? []).entries()) {
    if (withdrawnAt === undefined || withdrawnAt >= at) continue;
    const message = `lies before the notice: ${withdrawnAt} and ${at}`;
    issues.push({ path: `facts.terminations.${String(index)}.withdrawnAt`, message });
  }
  return [...issues, ...sumIssues(facts.purchases ?? [])];
}

/** What was bought, or given back, in one currency must have a sum. */
function sumIssues(purchases: readonly Purchase[]): readonly RowIssue[] {
  const sums = new Map<string, number>();
  for (const { total, returnOf } of purchases) {
    const side = `${total.currency} ${returnOf === undefined ? "bought" : "given back"}`;
    sums.set(side, (sums.get(side) ?? 0) + total.amount);
  }
  return [...sums]
    .filter(([, sum]) => !Number.isSafeInteger(sum))
    .map(([side, sum]) => {
      const message = `the sum of ${side} is beyond 2^53 - 1: ${String(Math.abs(sum))}`;
      return { path: "facts.purchases", message };
    });
}

/** Throws on the first fault. */
export function requireLifecycleFacts(row: LifecycleRow): void {
  const [first] = lifecycleIssues(row);
  if (first === undefined) return;
  throw new RangeError(`Cannot read the life cycle: ${first.path}: ${first.message}`);
}
