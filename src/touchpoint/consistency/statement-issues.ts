import { isCurrencyCode } from "../../shared/money/currency.js";
import type { RowIssue } from "../../shared/rows.js";
import { isInstant } from "../../shared/time/instant.js";
import { foundText, hasFields } from "../catalogue/found-text.js";
import { hoursIssue } from "../catalogue/touchpoint-issues.js";
import type { StatementValue, TouchpointStatement } from "./statement.js";

// What is wrong with a statement. Internal: not part of the package's surface.

const TEXTS = ["subject", "aspect", "touchpoint"] as const;
const OPTIONAL_TEXTS = ["channel", "language", "audience", "region", "source", "evidence"] as const;

/** What is wrong with a statement; empty when it can be compared. */
export function statementIssues(row: TouchpointStatement): readonly RowIssue[] {
  if (!hasFields(row)) {
    return [{ path: "", message: `must be a statement, got ${foundText(row)}` }];
  }
  const issues: RowIssue[] = [];
  const issue = (path: string, message: string): void => void issues.push({ path, message });
  for (const path of [...TEXTS, ...OPTIONAL_TEXTS]) {
    const text = row[path];
    const optional = text === undefined && !(TEXTS as readonly string[]).includes(path);
    if (!optional && (typeof text !== "string" || text === "")) {
      issue(path, `must be a text that is not empty, got ${foundText(text)}`);
    }
  }
  const { at, until, count, basis } = row;
  if (!isInstant(at)) issue("at", `must be a canonical instant, got ${foundText(at)}`);
  if (until !== undefined && !(isInstant(until) && (!isInstant(at) || at < until))) {
    issue("until", `must be an instant after ${foundText(at)}, got ${foundText(until)}`);
  }
  if (basis !== undefined && basis !== "said" && basis !== "delivered") {
    issue("basis", `must be said or delivered, got ${foundText(basis)}`);
  }
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 1)) {
    issue("count", `must be a whole number of at least 1, got ${foundText(count)}`);
  }
  const message = valueIssue(row.value);
  if (message !== undefined) issue("value", message);
  return issues;
}

function valueIssue(value: StatementValue): string | undefined {
  switch (value?.kind) {
    case "money":
      return Number.isSafeInteger(value.money?.amount) && isCurrencyCode(value.money.currency)
        ? undefined
        : "must be a whole number of minor units of a known currency";
    case "quantity":
      return Number.isFinite(value.amount) && isText(value.unit)
        ? undefined
        : `must be a finite number with its unit, got ${foundText(value.amount)}`;
    case "range":
      return Number.isFinite(value.min) &&
        Number.isFinite(value.max) &&
        value.min <= value.max &&
        isText(value.unit)
        ? undefined
        : `must run from a lower to an upper end with its unit, got ${foundText(value.min)} to ${foundText(value.max)}`;
    case "hours":
      return hoursIssue(value.hours);
    case "category":
      return isText(value.category) ? undefined : "must name a category";
    default:
      return `must be money, a quantity, a range, hours or a category, got ${foundText(value)}`;
  }
}

function isText(text: unknown): boolean {
  return typeof text === "string" && text !== "";
}
