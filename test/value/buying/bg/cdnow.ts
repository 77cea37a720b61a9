import { readFileSync } from "node:fs";
import type { PurchaseHistory } from "goodwill/value";
import { sharedData } from "../../../shared-data.js";

/** The four cuts of the CDNOW data on which the models are fitted. */
export const CDNOW_CUTS = [
  "cdnow_sample_39w",
  "cdnow_sample_78w",
  "cdnow_master_39w",
  "cdnow_master_78w",
] as const;
/** One of them. */
export type CdnowCut = (typeof CDNOW_CUTS)[number];

/** The histories of a cut, in weeks; `undefined` where the data set is absent. */
export function cdnowHistories(cut: CdnowCut): PurchaseHistory[] | undefined {
  switch (cut) {
    // The published weeks have two decimals.
    case "cdnow_sample_39w":
      return rows("cdnow_sample_summary_39w.csv")?.map(([, x, last, age]) => ({
        frequency: Number(x),
        recency: Number(last),
        age: Number(age),
      }));
    case "cdnow_sample_78w":
      return ofPurchases(rows("cdnow_sample_transactions.csv"), { date: 2, end: "1998-06-30" });
    case "cdnow_master_39w":
      return ofPurchases(rows("cdnow_master_transactions.csv"), { date: 1, end: "1997-09-30" });
    case "cdnow_master_78w":
      return rows("cdnow_master_summary_78w.csv")?.map(([, x, last, age]) => ({
        frequency: Number(x),
        recency: Number(last) / 7,
        age: Number(age) / 7,
      }));
  }
}

function rows(name: string): string[][] | undefined {
  const file = sharedData(`data/value/data/${name}`);
  if (file === undefined) return undefined;
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => line.split(","));
}

/** Purchases of one day are one; the first day is not counted. */
function ofPurchases(
  lines: readonly (readonly string[])[] | undefined,
  { date, end }: { readonly date: number; readonly end: string },
): PurchaseHistory[] | undefined {
  const dayOf = (text: string): number => Date.parse(text) / 86_400_000;
  const last = dayOf(end);
  const days = new Map<string, Set<number>>();
  for (const line of lines ?? []) {
    const day = dayOf(line[date]!);
    if (day > last) continue;
    const seen = days.get(line[0]!) ?? new Set();
    days.set(line[0]!, seen.add(day));
  }
  if (lines === undefined) return undefined;
  return [...days.values()].map((seen) => {
    const first = Math.min(...seen);
    const recency = (Math.max(...seen) - first) / 7;
    return { frequency: seen.size - 1, recency, age: (last - first) / 7 };
  });
}
