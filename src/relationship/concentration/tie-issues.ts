import { isCurrencyCode } from "../../shared/money/currency.js";
import type { RowIssue } from "../../shared/rows.js";
import type { CustomerTies } from "./customer-tie.js";

type Unread = Readonly<Record<string, unknown>>;

/** What keeps a customer from being counted; for a row of any form. */
export function tieIssues(row: CustomerTies): readonly RowIssue[] {
  const given: unknown = row;
  if (!isUnread(given)) return [{ path: "", message: "must be a customer with ties" }];
  const { customer, value, ties } = given;
  const issues: RowIssue[] = [];
  if (isBlank(customer)) issues.push({ path: "customer", message: "must not be blank" });
  addValueIssues(issues, value);
  if (!Array.isArray(ties)) return [...issues, { path: "ties", message: "must be a list" }];
  const seen = new Set<unknown>();
  for (const [index, tie] of (ties as readonly unknown[]).entries()) {
    const path = `ties.${String(index)}`;
    if (isUnread(tie)) addTieIssues(issues, { tie, path, seen });
    else issues.push({ path, message: "must be a tie" });
  }
  return issues;
}

function addValueIssues(issues: RowIssue[], value: unknown): void {
  if (!isUnread(value)) {
    issues.push({ path: "value", message: "must be an amount of money" });
    return;
  }
  const { amount, currency } = value;
  if (!Number.isSafeInteger(amount) || (amount as number) < 0) {
    const message = `must be a whole number of minor units of at least 0, got ${String(amount)}`;
    issues.push({ path: "value.amount", message });
  }
  if (!isCurrencyCode(currency)) {
    const message = `must be an ISO 4217 code, got ${JSON.stringify(currency)}`;
    issues.push({ path: "value.currency", message });
  }
}

function addTieIssues(
  issues: RowIssue[],
  { tie, path, seen }: { readonly tie: Unread; readonly path: string; readonly seen: Set<unknown> },
): void {
  const { employee, team, weight = 1 } = tie;
  if (isBlank(employee)) issues.push({ path: `${path}.employee`, message: "must not be blank" });
  else if (seen.has(employee)) {
    issues.push({ path: `${path}.employee`, message: `"${String(employee)}" is named twice` });
  }
  seen.add(employee);
  if (team !== undefined && isBlank(team)) {
    issues.push({ path: `${path}.team`, message: "must not be blank" });
  }
  if (typeof weight === "number" && Number.isFinite(weight) && weight > 0) return;
  issues.push({ path: `${path}.weight`, message: `must be above 0, got ${String(weight)}` });
}

function isUnread(value: unknown): value is Unread {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  return typeof value !== "string" || value.trim() === "";
}
