/**
 * Counting where the data are: the database makes histories of purchases and cells of histories, and only the cells are
 * read and fitted. `npx tsx examples/recipes/value-cells-in-duckdb.ts` does it in DuckDB, summarises the same rows in
 * TypeScript as well, and compares.
 */
import { pathToFileURL } from "node:url";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { plainDate, timeZone } from "goodwill/shared";
import {
  fitBgNbd,
  purchaseCells,
  purchaseSummaries,
  type BgNbdFit,
  type PurchaseCell,
  type PurchaseRow,
} from "goodwill/value";

const THROUGH = plainDate("2025-12-28");

/** Half weeks since Monday, 29 December 1969: Monday to Wednesday, Thursday to Sunday. Times are in weeks. */
const CELLS = `
  CREATE MACRO half_week(day) AS
    2 * ((day - DATE '1969-12-29') // 7) + CASE WHEN isodow(day) > 3 THEN 1 ELSE 0 END;
  CREATE VIEW histories AS
    SELECT customer, count(DISTINCT half_week(day)) - 1 AS frequency,
      (max(half_week(day)) - min(half_week(day))) / 2 AS recency,
      (half_week(DATE '${THROUGH}') - min(half_week(day))) / 2 AS age
    FROM purchases WHERE day <= DATE '${THROUGH}' GROUP BY customer;
  CREATE VIEW cells AS
    SELECT frequency::DOUBLE AS frequency, recency, age, count(*)::DOUBLE AS count
    FROM histories GROUP BY ALL ORDER BY frequency, recency, age`;

/** Purchases of so many customers over two years; who they are and when they leave is hashed from their number. */
const PURCHASES = (customers: number): string => `
  CREATE MACRO chance(a, b) AS (hash(a, b) % 1000003 + 1) / 1000004.0;
  CREATE TABLE purchases AS
    SELECT 'c' || who AS customer, 100 + (hash(who, n) % 9900)::INTEGER AS cents,
      DATE '2024-01-01' + (365 * chance(who, -1))::INTEGER
        + (n * -90 * ln(chance(who, -2)) * (0.5 + chance(who, n)))::INTEGER AS day
    FROM range(${String(customers)}) customers(who), range(60) purchases(n)
    WHERE n <= ln(chance(who, -3)) / ln(1 - 0.9 * chance(who, -4)) AND cents > 0`;

/** The cells as the database counts them. */
async function cellsInSql(connection: DuckDBConnection): Promise<PurchaseCell[]> {
  await connection.run(CELLS);
  const reader = await connection.runAndReadAll("SELECT * FROM cells");
  return reader.getRowObjectsJS() as unknown as PurchaseCell[];
}

/** The cells from the rows themselves. */
async function cellsOfRows(connection: DuckDBConnection): Promise<readonly PurchaseCell[]> {
  const sql = "SELECT customer, strftime(day, '%Y-%m-%d') AS date, cents FROM purchases";
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const purchases = rows.map(({ customer, date, cents }): PurchaseRow => {
    const total = { amount: cents as number, currency: "EUR" } as const;
    return { customer: customer as string, date: plainDate(date as string), total };
  });
  const { customers } = purchaseSummaries(purchases, {
    // Dates are days already: no zone can change them.
    ...{ zone: timeZone("UTC"), currency: "EUR", observedUntil: THROUGH },
    ...{ mergeWithin: "half-week", unit: "week" },
  });
  return purchaseCells(customers);
}

/** Both ways. */
export async function main(customers = 20_000): Promise<{
  readonly inSql: readonly PurchaseCell[];
  readonly ofRows: readonly PurchaseCell[];
  readonly fits: readonly [BgNbdFit, BgNbdFit];
}> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(PURCHASES(customers));
  const inSql = await cellsInSql(connection);
  const ofRows = await cellsOfRows(connection);
  connection.closeSync();
  return { inSql, ofRows, fits: [fitBgNbd(inSql), fitBgNbd(ofRows)] };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { inSql, ofRows, fits } = await main();
  console.log(`${String(inSql.length)} cells in SQL, ${String(ofRows.length)} in TypeScript`);
  console.log(fits.map(({ parameters, diagnostic }) => ({ ...parameters, ...diagnostic })));
}
