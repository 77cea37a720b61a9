import { addDays, aggregate, plainDate, seededRandom, timeZone } from "goodwill/shared";
import {
  purchaseCellsCombine,
  purchaseSummaries,
  type PurchaseColumns,
  type PurchaseHistory,
  type PurchaseRow,
  type PurchaseSummaryOptions,
} from "goodwill/value";
import type { BenchmarkCase } from "./cases.js";

const FIRST = plainDate("1997-01-01");
const DAYS = 546;
const OPTIONS: PurchaseSummaryOptions = {
  ...{ zone: timeZone("UTC"), currency: "USD" },
  observedUntil: addDays(FIRST, DAYS - 1),
};

/** A log in the order of customers, three purchases each on average, as the CDNOW log has them. */
function simulatedLog(rows: number): PurchaseColumns {
  const random = seededRandom(1997);
  const customers: string[] = [];
  const customer = new Uint32Array(rows);
  const day = new Int32Array(rows);
  const amount = new Int32Array(rows);
  const start = Date.parse(FIRST) / 86_400_000;
  for (let n = 0; n < rows;) {
    const pace = -60 * Math.log(1 - random());
    const leaves = random();
    let at = Math.floor(84 * random());
    customers.push(String(customers.length + 1).padStart(7, "0"));
    do {
      customer[n] = customers.length - 1;
      day[n] = start + at;
      amount[n] = 500 + Math.floor(6000 * random());
      n += 1;
      at += Math.ceil(-pace * Math.log(1 - random()));
    } while (n < rows && at < DAYS && random() > 0.6 * leaves);
  }
  return { customers, customer, day, amount, currency: "USD" };
}

/** The same as row objects, each with texts of its own, as they come from a file. */
function rowsOf({ customers, customer, day, amount }: PurchaseColumns): PurchaseRow[] {
  const start = Date.parse(FIRST) / 86_400_000;
  return Array.from(customer, (code, i): PurchaseRow => {
    const id = Buffer.from(customers[code]!).toString("latin1");
    const total = { amount: amount[i]!, currency: "USD" } as const;
    return { customer: id, date: addDays(FIRST, day[i]! - start), total };
  });
}

/** What one would write by hand: a map of maps, then a loop over both. */
function plainLoop(rows: readonly PurchaseRow[]): unknown[] {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, total, ...row } of rows) {
    let days = byCustomer.get(customer);
    if (days === undefined) byCustomer.set(customer, (days = new Map<number, number>()));
    const day = Date.parse("date" in row ? row.date : row.at) / 86_400_000;
    days.set(day, (days.get(day) ?? 0) + total.amount);
  }
  const end = Date.parse(OPTIONS.observedUntil) / 86_400_000;
  return Array.from(byCustomer, ([customer, days]) => {
    const [first = 0, ...repeats] = [...days.keys()].sort((a, b) => a - b);
    const spend = repeats.reduce((sum, day) => sum + days.get(day)!, 0);
    const recency = ((repeats.at(-1) ?? first) - first) / 7;
    return { customer, frequency: repeats.length, recency, age: (end - first) / 7, spend };
  });
}

function plainColumns({ customers, customer, day, amount }: PurchaseColumns): unknown[] {
  const first = new Float64Array(customers.length).fill(Infinity);
  const last = new Float64Array(customers.length);
  const days = customers.map(() => new Map<number, number>());
  for (let i = 0; i < customer.length; i += 1) {
    const code = customer[i]!;
    first[code] = Math.min(first[code]!, day[i]!);
    last[code] = Math.max(last[code]!, day[i]!);
    days[code]!.set(day[i]!, (days[code]!.get(day[i]!) ?? 0) + amount[i]!);
  }
  return customers.map((id, code) => {
    let spend = 0;
    for (const [at, paid] of days[code]!) if (at > first[code]!) spend += paid;
    const recency = (last[code]! - first[code]!) / 7;
    return { customer: id, frequency: days[code]!.size - 1, recency, spend };
  });
}

function rowsCase(count: number, aim?: string): BenchmarkCase {
  const rows = rowsOf(simulatedLog(count));
  return {
    ...{ run: () => purchaseSummaries(rows, OPTIONS), baseline: () => plainLoop(rows) },
    ...{ items: count, unit: "purchases", ...(aim !== undefined && { aim }) },
  };
}

function columnsCase(count: number): BenchmarkCase {
  const block = simulatedLog(count);
  return {
    ...{ run: () => purchaseSummaries([block], OPTIONS), baseline: () => plainColumns(block) },
    ...{ items: count, unit: "purchases" },
  };
}

/** So many customers of two years on a grid of half weeks, made as they are counted. */
function* halfWeekHistories(customers: number): Generator<PurchaseHistory> {
  const random = seededRandom(104);
  for (let i = 0; i < customers; i += 1) {
    const age = 156 + (i % 52);
    const frequency = Math.floor(-4 * Math.log(1 - random()) * random());
    const recency = frequency === 0 ? 0 : Math.max(frequency, Math.floor(age * random() ** 0.5));
    yield { frequency, recency: Math.min(recency, age) / 2, age: age / 2 };
  }
}

function cellsCase(customers: number): BenchmarkCase {
  return {
    run: () => aggregate(halfWeekHistories(customers), purchaseCellsCombine()),
    baseline: () => {
      const cells = new Map<string, number>();
      for (const { frequency, recency, age } of halfWeekHistories(customers)) {
        const key = `${String(frequency)} ${String(recency)} ${String(age)}`;
        cells.set(key, (cells.get(key) ?? 0) + 1);
      }
      return cells;
    },
    ...{ items: customers, unit: "customers", aim: "about 200,000 cells" },
  };
}

/** The benchmarks of purchase summaries by name; `short` shrinks those that take long. */
export function valuePurchaseCases(short: boolean): Record<string, () => BenchmarkCase> {
  const rows = short ? 50_000 : 1_000_000;
  const customers = short ? 100_000 : 10_000_000;
  const text = (count: number): string => count.toLocaleString("en-US");
  return {
    "purchase summaries of 69,659 row objects": () => rowsCase(69_659, "under 15 ms"),
    [`purchase summaries of ${text(rows)} row objects`]: () => rowsCase(rows),
    [`purchase summaries of ${text(rows)} rows in columns`]: () => columnsCase(rows),
    [`purchase cells of ${text(customers)} customers`]: () => cellsCase(customers),
  };
}
