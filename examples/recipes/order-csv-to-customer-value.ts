/**
 * From a shop's order export to what each customer is worth: segment, whether they are still a customer, orders to be
 * expected within a year, lifetime  `npx tsx examples/recipes/order-csv-to-customer-ts orders.csv
 * 2025-12-31` reads your file up to that day; without arguments it makes one of a million orders. The table is written
 * beside it.
 */
import { createReadStream, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify/sync";
import { addMilliseconds, endOfDay, plainDate, timeZone } from "goodwill/shared";
import {
  customerOutlooks,
  DEFAULT_RFM_SEGMENTS,
  fitBgNbd,
  fitGammaGamma,
  purchaseCells,
  purchaseRowSifter,
  purchaseSummaryCombine,
  rfmScores,
  rfmValuesCombine,
  spendHistories,
} from "goodwill/value";
import { writeOrderExport } from "./order-export.js";
import { isOrder, orderRow, type OrderLine } from "./order-row.js";

const zone = timeZone("America/New_York");
const currency = "USD";
const terms = {
  marginShare: 0.4,
  discount: { rate: 0.01, period: 365 / 84 },
  horizon: { periods: 36 },
};

/** The table, and every order that could not be read, with its reasons. */
export async function main({ file, through }: { readonly file: string; readonly through: string }) {
  const observedUntil = plainDate(through);
  const asOf = addMilliseconds(endOfDay(observedUntil, zone), -1);
  const sift = purchaseRowSifter({ currency, asOf, zone });
  const summaries = purchaseSummaryCombine({ zone, currency, observedUntil });
  const rfm = rfmValuesCombine({ zone, currency, asOf: observedUntil });
  const [bought, scored] = [summaries.createAccumulator(), rfm.createAccumulator()];
  const rejected: string[] = [];
  let lines = 0;
  const take = (batch: readonly OrderLine[]): void => {
    const sifted = sift(batch.filter(isOrder).map((line) => orderRow(line, currency)));
    for (const row of sifted.accepted) {
      summaries.addInput(bought, row);
      rfm.addInput(scored, row);
    }
    for (const { row, issues } of sifted.rejected) {
      const why = issues.map(({ path, message }) => `${path} ${message}`).join("; ");
      rejected.push(`${(row as { readonly id: string }).id}: ${why}`);
    }
    lines += batch.length;
    process.stderr.write(`\r${lines.toLocaleString("en-US")} lines read`);
  };
  let batch: OrderLine[] = [];
  for await (const line of createReadStream(file).pipe(parse({ columns: true, bom: true }))) {
    if (batch.push(line as OrderLine) < 20_000) continue;
    take(batch);
    batch = [];
  }
  take(batch);
  const { customers } = summaries.extractOutput(bought);
  const model = fitBgNbd(purchaseCells(customers));
  const spendModel = fitGammaGamma(spendHistories(customers).rows);
  const options = { model, spendModel, within: 365 / 7, lifetime: terms };
  const { outlooks } = customerOutlooks(customers, options);
  const { values } = rfm.extractOutput(scored);
  const scores = rfmScores(values, { segments: DEFAULT_RFM_SEGMENTS }).customers;
  const segmentOf = new Map(scores.map(({ customer, segment }) => [customer, segment]));
  const table = customers.map(({ customer, transactions, last }, i) => {
    const { aliveProbability, expectedPurchases, lifetimeValue } = outlooks[i]!;
    return {
      ...{ customer, segment: segmentOf.get(customer), orders: transactions, last },
      alive: aliveProbability.toFixed(3),
      nextYear: expectedPurchases.toFixed(2),
      lifetimeValue: lifetimeValue && (lifetimeValue / 100).toFixed(2),
    };
  });
  return { table, rejected, lines, model, spendModel };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [given, through = "2025-12-31"] = process.argv.slice(2);
  const file = given ?? join(mkdtempSync(join(tmpdir(), "orders-")), "orders.csv");
  if (given === undefined) await writeOrderExport(file, 1_000_000);
  const { table, rejected, model } = await main({ file, through });
  writeFileSync(`${file}.customers.csv`, stringify([...table], { header: true }));
  for (const text of rejected) console.log(text);
  // A model without a maximum still forecasts, but its parameters mean little.
  console.log(model.diagnostic);
  console.log(`${String(table.length)} customers in ${file}.customers.csv`);
}
