import {
  customerId,
  normalizePhone,
  type Consent,
  type ContactPoint,
  type CustomerFields,
  type CustomerRecord,
  type LifecycleInteraction,
  type PartialDate,
  type Purchase,
  type SatisfactionSignal,
} from "goodwill/customer";
import { instant, plainDate, timeZone } from "goodwill/shared";
import { companyTable, type Cells } from "../company-table.js";

/** The system of record of the simulated company. */
export const MASTER_SOURCE = "crm";

/** What the company's departments know of its customers: one record of the master file each, and those of two more. */
export function companyRecords(): readonly CustomerRecord[] {
  const said = new Map<string, Consent[]>();
  for (const row of companyTable("consents.csv")) {
    const customer = cell(row, "customer");
    const known = said.get(customer);
    if (known === undefined) said.set(customer, [consentOf(row)]);
    else known.push(consentOf(row));
  }
  const masters = companyTable("customers.csv").map((row) => ({
    source: MASTER_SOURCE,
    recordId: cell(row, "id"),
    at: instant("2025-12-31T00:00:00Z"),
    fields: {
      ...fieldsOf(row),
      language: cell(row, "language"),
      timeZone: timeZone(cell(row, "time_zone")),
      since: plainDate(cell(row, "since")),
      ...(row["owner"] !== undefined && { owner: row["owner"] }),
      consents: said.get(cell(row, "id")) ?? [],
    },
  }));
  const others = companyTable("customer_records.csv").map((row) => ({
    source: cell(row, "source"),
    recordId: cell(row, "record_id"),
    at: instant(cell(row, "at")),
    fields: fieldsOf(row),
  }));
  return [...masters, ...others];
}

/** Whose record each record of the other departments is in truth, by its id; only a simulated company knows. */
export function companyTruth(): ReadonlyMap<string, string> {
  return new Map(
    companyTable("customer_records.csv").map((row) => [
      cell(row, "record_id"),
      cell(row, "customer"),
    ]),
  );
}

/** What was bought and given back: the lines of one purchase stand in one file, a row each. */
export function companyPurchases(): readonly Purchase[] {
  const rows = new Map<string, Cells[]>();
  for (const row of companyTable("purchases.csv")) {
    const id = cell(row, "id");
    const known = rows.get(id);
    if (known === undefined) rows.set(id, [row]);
    else known.push(row);
  }
  return [...rows].map(([id, lines]) => purchaseOf(id, lines));
}

/** How customers felt after a contact, by the answers to the question for satisfaction, 1 to 5. */
export function companySignals(): readonly SatisfactionSignal[] {
  return companyTable("answers.csv")
    .filter((row) => row["question"] === "csat")
    .map((row, index) => {
      const score = Number(cell(row, "score"));
      return {
        id: `A${String(index + 1)}`,
        customer: customerId(cell(row, "respondent")),
        at: instant(cell(row, "at")),
        state: score === 5 ? "delighted" : score === 4 ? "satisfied" : "dissatisfied",
        score,
      };
    });
}

/** Where customer and firm met, apart from the website. */
export function companyContacts(): readonly LifecycleInteraction[] {
  return companyTable("interactions.csv").map((row) => ({
    id: cell(row, "id"),
    customer: customerId(cell(row, "customer")),
    at: instant(cell(row, "at")),
    direction: cell(row, "direction") as LifecycleInteraction["direction"],
    kind: cell(row, "kind"),
  }));
}

function purchaseOf(id: string, rows: readonly Cells[]): Purchase {
  const [first = {}] = rows;
  const lines = rows.map((row) => ({
    product: cell(row, "product"),
    category: cell(row, "category"),
    quantity: Number(cell(row, "quantity")),
    amount: { amount: Number(cell(row, "amount_minor")), currency: "CNY" as const },
  }));
  return {
    id,
    customer: customerId(cell(first, "customer")),
    at: instant(cell(first, "at")),
    lines,
    total: { amount: lines.reduce((sum, { amount }) => sum + amount.amount, 0), currency: "CNY" },
    channel: cell(first, "channel"),
    touchpoint: cell(first, "touchpoint"),
    ...(first["return_of"] !== undefined && { returnOf: first["return_of"] }),
  };
}

function fieldsOf(row: Cells): CustomerFields {
  return {
    kind: cell(row, "kind") as "person" | "organisation",
    name: cell(row, "name"),
    contactPoints: [...pointOf("email", row["email"]), ...pointOf("phone", row["phone"])],
    ...(row["birthday"] !== undefined && { birthday: birthdayOf(row["birthday"]) }),
  };
}

function pointOf(channel: "email" | "phone", text: string | undefined): ContactPoint[] {
  if (text === undefined) return [];
  if (channel === "email") return [{ id: "email", channel, address: text }];
  const number = normalizePhone(text);
  return number.ok ? [{ id: "phone", channel, address: number.value }] : [];
}

/** `1974-08-19`, or `chinese:08-15` for a day of the Chinese calendar whose year is not known. */
function birthdayOf(text: string): PartialDate {
  const isChinese = text.startsWith("chinese:");
  const numbers = text.replace("chinese:", "").split("-").map(Number);
  const [day = 0, month = 0, year] = numbers.toReversed();
  return {
    calendar: isChinese ? "chinese" : "gregorian",
    month,
    day,
    ...(year !== undefined && { year }),
  };
}

function consentOf(row: Cells): Consent {
  return {
    purpose: cell(row, "purpose"),
    channel: cell(row, "channel") as "email" | "sms",
    state: cell(row, "state") as Consent["state"],
    at: instant(cell(row, "at")),
    evidence: cell(row, "evidence"),
    source: cell(row, "source"),
  };
}

function cell(row: Cells, column: string): string {
  const found = row[column];
  if (found === undefined)
    throw new Error(`the company's file has no ${column} in ${JSON.stringify(row)}`);
  return found;
}
