import type { RowIssue } from "../../shared/rows.js";
import type { Profile } from "./profile.js";

/** What is wrong with a profile across its parts: purchases of another customer, and purchases given twice. */
export function profileIssues({ customer, purchases = [] }: Profile): readonly RowIssue[] {
  const issues: RowIssue[] = [];
  const seen = new Set<string>();
  for (const [index, { id, customer: buyer }] of purchases.entries()) {
    const path = `purchases.${String(index)}`;
    if (buyer !== customer.id) {
      const message = `must be of customer "${customer.id}", got "${buyer}"`;
      issues.push({ path: `${path}.customer`, message });
    }
    if (seen.has(id)) issues.push({ path: `${path}.id`, message: `"${id}" is given twice` });
    seen.add(id);
  }
  return issues;
}
