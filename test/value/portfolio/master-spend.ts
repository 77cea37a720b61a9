import { readFileSync } from "node:fs";
import { sharedData } from "../../shared-data.js";

/** Cents spent by customer in the CDNOW master log; `undefined` where the data are absent. */
export function masterSpend(): ReadonlyMap<string, number> | undefined {
  const path = sharedData("data/value/data/cdnow_master_transactions.csv");
  if (path === undefined) return undefined;
  const cents = new Map<string, number>();
  for (const line of readFileSync(path, "utf8").trim().split(/\r?\n/).slice(1)) {
    const [customer = "", , , amount = ""] = line.split(",");
    cents.set(customer, (cents.get(customer) ?? 0) + Math.round(Number(amount) * 100));
  }
  return cents;
}
