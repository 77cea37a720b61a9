import { isCurrencyCode } from "../../../shared/money/currency.js";
import type { RowIssue } from "../../../shared/rows.js";
import { isInstant } from "../../../shared/time/instant.js";
import { isPlainDate } from "../../../shared/time/plain-date.js";

/** Something with fields, of which nothing is known yet. */
export type Unread = Readonly<Record<string, unknown>>;

/** The lists of facts of a customer. */
export const FACT_LISTS = [
  "purchases",
  "interactions",
  "referrals",
  "signals",
  "terminations",
] as const;

/** Before this year a moment has no day in the zones behind UTC. */
const FIRST_YEAR = "0001";

/** What a field must be; `undefined` when it is. */
type Demand = (value: unknown) => string | undefined;

const aName: Demand = (value) =>
  typeof value === "string" && value.trim() !== "" ? undefined : "must be a text that is not blank";
const aMoment: Demand = (value) =>
  isInstant(value) && value >= FIRST_YEAR ? undefined : "must be an instant";
const aDay: Demand = (value) =>
  isPlainDate(value) && value >= FIRST_YEAR ? undefined : "must be a day that exists";
const aNumber: Demand = (value) =>
  typeof value === "number" && Number.isFinite(value) ? undefined : "must be a number";
const anAmount: Demand = (value) =>
  Number.isSafeInteger(value) ? undefined : "must be a whole number of minor units";
const aCurrency: Demand = (value) =>
  isCurrencyCode(value) ? undefined : "must be an ISO 4217 code";

function oneOf(...values: readonly string[]): Demand {
  return (value) =>
    values.some((one) => one === value) ? undefined : `must be one of ${values.join(", ")}`;
}

function orAbsent(demand: Demand): Demand {
  return (value) => (value === undefined ? undefined : demand(value));
}

const FACT = { id: aName, customer: aName, at: aMoment };

const DEMANDS: Readonly<Record<(typeof FACT_LISTS)[number], Readonly<Record<string, Demand>>>> = {
  purchases: { ...FACT, returnOf: orAbsent(aName) },
  interactions: { ...FACT, direction: oneOf("inbound", "outbound"), kind: aName },
  referrals: FACT,
  signals: { ...FACT, state: oneOf("dissatisfied", "satisfied", "delighted") },
  terminations: {
    ...FACT,
    kind: oneOf("told-us", "contract-ended"),
    lastDay: orAbsent(aDay),
    withdrawnAt: orAbsent(aMoment),
  },
};

/** Whether fields can be asked for. */
export function isUnread(value: unknown): value is Unread {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is wrong with the form of a row: fields missing, of the wrong type, or dates that do not exist. */
export function rowShapeIssues(row: unknown): readonly RowIssue[] {
  if (!isUnread(row)) return [{ path: "", message: "must be a customer with facts" }];
  const { customer, facts } = row;
  const issues: RowIssue[] = [];
  if (isUnread(customer)) {
    addIssues(issues, { of: customer, path: "customer", demands: CUSTOMER });
  } else issues.push({ path: "customer", message: "must be a customer" });
  if (!isUnread(facts)) return [...issues, { path: "facts", message: "must be the facts" }];
  for (const list of FACT_LISTS) {
    const given = facts[list];
    if (given === undefined) continue;
    const path = `facts.${list}`;
    if (!Array.isArray(given)) {
      issues.push({ path, message: "must be a list" });
      continue;
    }
    for (const [index, fact] of (given as readonly unknown[]).entries()) {
      const at = `${path}.${String(index)}`;
      if (!isUnread(fact)) issues.push({ path: at, message: "must be a fact" });
      else {
        addIssues(issues, { of: fact, path: at, demands: DEMANDS[list] });
        if (list === "purchases") addPurchaseIssues(issues, fact, at);
      }
    }
  }
  return issues;
}

const CUSTOMER = { id: aName, since: orAbsent(aDay) };
const MONEY = { amount: anAmount, currency: aCurrency };

function addIssues(
  issues: RowIssue[],
  {
    of,
    path,
    demands,
  }: {
    readonly of: Unread;
    readonly path: string;
    readonly demands: Readonly<Record<string, Demand>>;
  },
): void {
  for (const [field, demand] of Object.entries(demands)) {
    const message = demand(of[field]);
    if (message !== undefined) issues.push({ path: `${path}.${field}`, message });
  }
}

function addPurchaseIssues(issues: RowIssue[], { lines, total }: Unread, path: string): void {
  addMoneyIssues(issues, total, `${path}.total`);
  if (!Array.isArray(lines) || lines.length === 0) {
    issues.push({ path: `${path}.lines`, message: "must be a list of at least one line" });
    return;
  }
  for (const [index, line] of (lines as readonly unknown[]).entries()) {
    const at = `${path}.lines.${String(index)}`;
    if (!isUnread(line)) issues.push({ path: at, message: "must be a line" });
    else {
      addIssues(issues, { of: line, path: at, demands: LINE });
      addMoneyIssues(issues, line["amount"], `${at}.amount`);
    }
  }
}

const LINE = { product: aName, quantity: aNumber };

function addMoneyIssues(issues: RowIssue[], money: unknown, path: string): void {
  if (isUnread(money)) addIssues(issues, { of: money, path, demands: MONEY });
  else issues.push({ path, message: "must be an amount of money" });
}
