import { money, plainDate, seededRandom, timeZone, type PlainDate } from "goodwill/shared";
import {
  DEFAULT_RFM_SEGMENTS,
  giniIndex,
  portfolioClasses,
  rfmScores,
  rfmValues,
  type PurchaseColumns,
  type PurchaseRow,
  type RfmValues,
} from "goodwill/value";
import type { BenchmarkCase } from "./cases.js";

/** 2024-01-01, in days since 1970-01-01. */
const FIRST_DAY = 19_723;
const DAYS = 730;
const OPTIONS = {
  asOf: plainDate("2025-12-31"),
  zone: timeZone("UTC"),
  currency: "EUR",
  returns: "lower-spend",
} as const;

function dates(): PlainDate[] {
  return Array.from({ length: DAYS }, (_, i) =>
    plainDate(new Date((FIRST_DAY + i) * 86_400_000).toISOString().slice(0, 10)),
  );
}

function customerIds(customers: number): string[] {
  return Array.from({ length: customers }, (_, i) => `C-${String(i).padStart(7, "0")}`);
}

/**
 * A purchase in the order of time, every hundredth a return; the rows are never all in memory. Everyone buys once before
 * anyone buys at random, so that there are as many customers whatever the number of rows.
 */
function* purchaseRows(rows: number, ids: readonly string[]): Generator<PurchaseRow> {
  const random = seededRandom(1);
  const days = dates();
  for (let i = 0; i < rows; i += 1) {
    const code = buyerOf(i, { customers: ids.length, drawn: random() });
    const customer = ids[code]!;
    const date = days[Math.floor((i / rows) * DAYS)]!;
    const amount = 100 + Math.floor(random() * 10_000);
    if (i % 100 === 99) yield { customer, date, total: money(-amount, "EUR"), returnOf: "x" };
    else yield { customer, date, total: money(amount, "EUR") };
  }
}

/** Customers one after the other, but not in the order of their ids: 7,919 is a prime. */
function buyerOf(
  row: number,
  { customers, drawn }: { readonly customers: number; readonly drawn: number },
): number {
  return row < customers ? (row * 7919) % customers : Math.floor(drawn * customers);
}

/** The same in blocks of a hundred thousand rows. */
function* purchaseBlocks(rows: number, ids: readonly string[]): Generator<PurchaseColumns> {
  const random = seededRandom(1);
  const size = 100_000;
  for (let from = 0; from < rows; from += size) {
    const length = Math.min(size, rows - from);
    const block = {
      customers: ids,
      customer: new Int32Array(length),
      day: new Int32Array(length),
      amount: new Int32Array(length),
      isReturn: new Uint8Array(length),
      currency: "EUR" as const,
    };
    for (let i = 0; i < length; i += 1) {
      const isReturn = i % 100 === 99;
      block.customer[i] = buyerOf(from + i, { customers: ids.length, drawn: random() });
      block.day[i] = FIRST_DAY + Math.floor(((from + i) / rows) * DAYS);
      const amount = 100 + Math.floor(random() * 10_000);
      block.amount[i] = isReturn ? -amount : amount;
      block.isReturn[i] = Number(isReturn);
    }
    yield block;
  }
}

function streamed(rows: number, customers: number): BenchmarkCase {
  const ids = customerIds(customers);
  return {
    run: () => rfmValues(purchaseRows(rows, ids), OPTIONS),
    baseline: () => countOf(purchaseRows(rows, ids)),
    items: rows,
    unit: "purchases",
    aim: "10,000,000 under 5 s, making them excluded; memory as with a tenth",
  };
}

function inColumns(rows: number, customers: number): BenchmarkCase {
  const ids = customerIds(customers);
  return {
    run: () => rfmValues(purchaseBlocks(rows, ids), OPTIONS),
    baseline: () => countOf(purchaseBlocks(rows, ids)),
    items: rows,
    unit: "purchases",
    aim: "10,000,000 under 5 s, making them excluded; memory as with a tenth",
  };
}

function values(customers: number): RfmValues[] {
  const random = seededRandom(2);
  return customerIds(customers).map((customer) => ({
    customer,
    recencyDays: Math.floor(random() * DAYS),
    transactions: 1 + Math.floor(-4 * Math.log(1 - random())),
    amount: 100 + Math.floor(-20_000 * Math.log(1 - random())),
  }));
}

/** The benchmarks of segments by name; `short` shrinks those that take long, for a quick look. */
export function valueRfmCases(short: boolean): Record<string, () => BenchmarkCase> {
  const customers = short ? 10_000 : 1_000_000;
  const [text, tenth, all] = [customers, customers, 10 * customers].map((n) =>
    n.toLocaleString("en-US"),
  ) as [string, string, string];
  return {
    [`RFM of ${all} purchases by ${text} customers, streamed rows`]: () =>
      streamed(10 * customers, customers),
    [`RFM of ${tenth} purchases by ${text} customers, streamed rows`]: () =>
      streamed(customers, customers),
    [`RFM of ${all} purchases by ${text} customers, columns`]: () =>
      inColumns(10 * customers, customers),
    [`RFM of ${tenth} purchases by ${text} customers, columns`]: () =>
      inColumns(customers, customers),
    [`RFM scores and segments of ${text} customers`]: () => {
      const given = values(customers);
      return {
        run: () => rfmScores(given, { segments: DEFAULT_RFM_SEGMENTS }),
        items: customers,
        unit: "customers",
      };
    },
    [`Gini index of ${text} customers`]: () => {
      const amounts = Float64Array.from(values(customers), ({ amount }) => amount);
      return { run: () => giniIndex(amounts), items: customers, unit: "customers" };
    },
    "portfolio classes of 23,570 customers": () => {
      const given = values(23_570).map(({ customer, amount, transactions }) => ({
        customer,
        figures: { revenue: amount, length: transactions },
      }));
      return { run: () => portfolioClasses(given), items: 23_570, unit: "customers" };
    },
  };
}

/** Only makes the rows: what is left of the time is the library's. */
function countOf(rows: Iterable<unknown>): number {
  let count = 0;
  for (const row of rows) count += row === undefined ? 0 : 1;
  return count;
}
