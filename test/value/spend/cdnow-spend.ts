import type { SpendHistory } from "goodwill/value";
import { readFileSync } from "node:fs";
import { sharedData } from "../../shared-data.js";

/** Days of a cut: the end of the observation, from which on purchases do not count. */
const ENDS: Readonly<Record<string, string>> = { "39w": "1997-09-30", "78w": "1998-06-30" };

/**
 * Spend of the CDNOW customers with repeat purchases, for a cut such as `cdnow_sample_39w`; absent without the data.
 */
export function cdnowSpend(cut: string): SpendHistory[] | undefined {
  const [, part, weeks] = cut.split("_") as [string, string, string];
  const isPublished = cut === "cdnow_sample_39w";
  const file = sharedData(
    `data/value/data/${isPublished ? "cdnow_sample_summary_39w" : `cdnow_${part}_transactions`}.csv`,
  );
  if (file === undefined) return undefined;
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const columns = lines[0]!.split(",");
  const rows = lines.slice(1).map((line) => {
    const cells = line.split(",");
    return (name: string): string => cells[columns.indexOf(name)]!;
  });
  const histories = isPublished
    ? rows.map((row) => ({
        frequency: Number(row("x")),
        meanSpend: Number(row("mean_repeat_spend")),
      }))
    : repeatSpend(rows, { id: columns[0]!, end: ENDS[weeks]! });
  return histories.filter(({ frequency, meanSpend }) => frequency > 0 && meanSpend > 0);
}

/** The days of purchase after the first one, those of a day counted as one. */
function repeatSpend(
  rows: readonly ((name: string) => string)[],
  { id, end }: { readonly id: string; readonly end: string },
): SpendHistory[] {
  const days = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const date = row("date");
    if (date > end) continue;
    const customer = days.get(row(id)) ?? new Map<string, number>();
    days.set(row(id), customer.set(date, (customer.get(date) ?? 0) + Number(row("amount"))));
  }
  return Array.from(days.values(), (customer) => {
    const first = [...customer.keys()].reduce((a, b) => (a < b ? a : b));
    let spend = 0;
    for (const [date, amount] of customer) if (date !== first) spend += amount;
    const frequency = customer.size - 1;
    return { frequency, meanSpend: frequency === 0 ? 0 : spend / frequency };
  });
}
