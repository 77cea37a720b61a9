import { readFileSync } from "node:fs";
import { plainDate } from "goodwill/shared";
import type { HoldoutRow, PurchaseRow } from "goodwill/value";

/** The customers of the CDNOW sample with their distinct purchase days from 1 October 1997 on. */
export function cdnowHoldout(summary: string, log: string): HoldoutRow[] {
  const days = new Map<string, Set<string>>();
  for (const { customer, date } of cdnowPurchases(log)) {
    if (date <= "1997-09-30") continue;
    days.set(customer, (days.get(customer) ?? new Set<string>()).add(date));
  }
  return linesOf(summary).map((line) => {
    const [id, frequency, recency, age] = line.split(",").map(Number);
    const after = days.get(String(id))?.size ?? 0;
    return {
      frequency: frequency!,
      recency: recency!,
      age: age!,
      holdout: { frequency: after, length: 39 },
    };
  });
}

/** The purchases of the sample. */
export function cdnowPurchases(log: string): Extract<PurchaseRow, { readonly date: unknown }>[] {
  return linesOf(log).map((line) => {
    const [, customer, date, , amount] = line.split(",");
    return {
      customer: String(Number(customer)),
      date: plainDate(date!),
      total: { amount: Math.round(100 * Number(amount)), currency: "USD" },
    };
  });
}

function linesOf(path: string): string[] {
  return readFileSync(path, "utf8").trim().split(/\r?\n/).slice(1);
}
