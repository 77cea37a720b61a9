import { seededRandom } from "goodwill/shared";
import {
  expectedPurchases,
  fitBgNbd,
  fitMbgNbd,
  type BgNbdModel,
  type PurchaseCell,
  type PurchaseHistory,
} from "goodwill/value";
import { simulateBuyers } from "../../test/value/buying/simulated-buyers.js";
import type { BenchmarkCase } from "./cases.js";

const MODEL: BgNbdModel = {
  kind: "bg-nbd",
  parameters: { r: 0.267, alpha: 5.99, a: 0.484, b: 2.11 },
};

/** Customers of the model, their times rounded like those of a log: to days, in weeks, or to half weeks. */
function madeCustomers(
  customers: number,
  {
    weeks,
    perWeek,
    comingWeeks = 12,
  }: { readonly weeks: number; readonly perWeek: number; readonly comingWeeks?: number },
): PurchaseHistory[] {
  const rounded = (time: number): number => Math.round(time * perWeek) / perWeek;
  const age = Array.from({ length: comingWeeks * perWeek }, (_, i) => rounded(weeks - i / perWeek));
  return simulateBuyers(MODEL, { customers, age, random: seededRandom(1) }).map(
    ({ frequency, recency, age: observed }) => ({
      frequency,
      recency: rounded(recency),
      age: observed,
    }),
  );
}

/** A million made customers, each of whom stands for 10, gathered on a grid of half weeks. */
function madeCells(customers: number): PurchaseCell[] {
  const cells = new Map<string, PurchaseCell>();
  for (const row of madeCustomers(customers / 10, { weeks: 156, perWeek: 2, comingWeeks: 40 })) {
    const key = `${String(row.frequency)} ${String(row.recency)} ${String(row.age)}`;
    cells.set(key, { ...row, count: (cells.get(key)?.count ?? 0) + 10 });
  }
  return [...cells.values()];
}

/** The textbook's series for 2F1, term by term, as it stands in spreadsheets. */
function plainExpectedPurchases(
  { frequency, recency, age }: PurchaseHistory,
  within: number,
): number {
  const { r, alpha, a, b } = MODEL.parameters;
  const z = within / (alpha + age + within);
  let term = 1;
  let series = 1;
  for (let n = 1; Math.abs(term) > 1e-14 * series; n += 1) {
    term *=
      (((r + frequency + n - 1) * (b + frequency + n - 1)) / ((a + b + frequency + n - 2) * n)) * z;
    series += term;
  }
  const power = ((alpha + age) / (alpha + age + within)) ** (r + frequency);
  const made = ((a + b + frequency - 1) / (a - 1)) * (1 - power * series);
  const odds =
    frequency > 0
      ? (a / (b + frequency - 1)) * ((alpha + age) / (alpha + recency)) ** (r + frequency)
      : 0;
  return made / (1 + odds);
}

/** Benchmarks of fits and predictions of BG/NBD and MBG/NBD; `short` shrinks those that take long. */
export function valueBuyingCases(short: boolean): Record<string, () => BenchmarkCase> {
  const unit = "customers";
  const many = short ? 1000 : 100_000;
  return {
    "value: BG/NBD fit, 2,357 customers": () => {
      const rows = madeCustomers(2357, { weeks: 39, perWeek: 7 });
      return { run: () => fitBgNbd(rows), items: rows.length, unit, aim: "< 15 ms" };
    },
    "value: BG/NBD fit, 23,570 customers with gathering": () => {
      const rows = madeCustomers(23_570, { weeks: 78, perWeek: 7 });
      return { run: () => fitBgNbd(rows), items: rows.length, unit, aim: "< 40 ms" };
    },
    "value: MBG/NBD fit, 23,570 customers with gathering": () => {
      const rows = madeCustomers(23_570, { weeks: 78, perWeek: 7 });
      return { run: () => fitMbgNbd(rows), items: rows.length, unit };
    },
    "value: BG/NBD fit, 10,000,000 customers in 200,000 cells": () => {
      const cells = madeCells(short ? 20_000 : 10_000_000);
      return { run: () => fitBgNbd(cells), items: short ? 20_000 : 10_000_000, unit, aim: "< 1 s" };
    },
    "value: expected purchases under BG/NBD, one by one": () => {
      const rows = madeCustomers(many, { weeks: 78, perWeek: 7 });
      return {
        run: () =>
          rows.reduce((sum, row) => sum + expectedPurchases(MODEL, row, { within: 39 }), 0),
        baseline: () => rows.reduce((sum, row) => sum + plainExpectedPurchases(row, 39), 0),
        ...{ items: rows.length, unit: "predictions", aim: "3,000,000/s" },
      };
    },
  };
}
