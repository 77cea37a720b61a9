import { readFileSync } from "node:fs";
import { plainDate, timeZone } from "goodwill/shared";
import type { PurchaseRow } from "goodwill/value";

/** The options of the published cuts: weeks that are days / 7. */
export const CDNOW = { zone: timeZone("UTC"), currency: "USD" } as const;

/** Rows of a CSV file as objects by column. */
export function csvRows(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, column) => [name, cells[column]!]));
  });
}

/** Purchases of a CDNOW log, amounts in cents. */
export function cdnowPurchases(file: string, id: string): PurchaseRow[] {
  return csvRows(file).map((row) => ({
    customer: row[id]!,
    date: plainDate(row["date"]!),
    total: { amount: Math.round(100 * Number(row["amount"])), currency: "USD" },
  }));
}
