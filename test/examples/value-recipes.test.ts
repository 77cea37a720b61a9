import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_RFM_SEGMENTS } from "goodwill/value";
import { afterAll, describe, expect, test } from "vitest";
import { main as customerValue } from "../../examples/recipes/order-csv-to-customer-value.js";
import { writeOrderExport } from "../../examples/recipes/order-export.js";
import { main as cellsInDuckDb } from "../../examples/recipes/value-cells-in-duckdb.js";

const SEGMENTS = DEFAULT_RFM_SEGMENTS.map(({ name }) => name);

const folder = mkdtempSync(join(tmpdir(), "value-recipes-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of the given orders: name, e-mail, status, currency, total, created at, refunded. */
function orderFile(orders: readonly (readonly string[])[]): string {
  const file = join(folder, "few.csv");
  const head = "Name,Email,Financial Status,Currency,Total,Created at,Refunded Amount";
  writeFileSync(file, [head, ...orders.map((order) => order.join(","))].join("\n"));
  return file;
}

describe("the recipes of customer value", () => {
  test.each([
    ["order-csv-to-customer-value", 100],
    ["value-cells-in-duckdb", 95],
  ])("%s is short", (name, most) => {
    const file = new URL(`../../examples/recipes/${name}.ts`, import.meta.url);
    expect(readFileSync(file, "utf8").trimEnd().split("\n").length).toBeLessThan(most);
  });

  test("an order export: who bought how often and last when, and what cannot be read", async () => {
    const at = (day: string, hour = "12:00:00"): string => `2025-${day} ${hour} -0500`;
    const orders = [
      ["#1", "Ann@example.com", "paid", "USD", "30.00", at("01-05"), ""],
      // A second line item has no total.
      ["#1", "Ann@example.com", "", "", "", at("01-05"), ""],
      ["#2", "ann@example.com", "paid", "USD", "50.00", at("02-10"), "0.00"],
      ["#3", "ann@example.com", "partially_refunded", "USD", "40.00", at("03-10"), "10.00"],
      // Neither kept nor paid.
      ["#4", "ann@example.com", "refunded", "USD", "90.00", at("04-10"), "90.00"],
      ["#5", "ann@example.com", "pending", "USD", "90.00", at("05-10"), ""],
      ["#6", "bo@example.com", "paid", "USD", "20.00", at("06-01"), ""],
      ["#7", "bo@example.com", "paid", "USD", "25.00", at("07-01"), ""],
      ["#8", "bo@example.com", "paid", "CAD", "25.00", at("08-01"), ""],
      ["#9", "bo@example.com", "paid", "USD", "abc", at("08-01"), ""],
      ["#10", "bo@example.com", "paid", "USD", "5.00", at("08-01"), "6.00"],
      ["#11", "bo@example.com", "paid", "USD", "5.00", "soon", ""],
      ["#7", "bo@example.com", "paid", "USD", "25.00", at("07-01"), ""],
      ["#12", "bo@example.com", "paid", "USD", "25.00", at("12-31", "23:59:59"), ""],
      ["#13", "bo@example.com", "paid", "USD", "25.00", "2026-01-01 00:00:00 -0500", ""],
      ["#14", "", "paid", "USD", "25.00", at("07-01"), ""],
      ["#15", "cy@example.com", "paid", "USD", "12.00", at("11-01"), ""],
    ];
    const { table, rejected, lines } = await customerValue({
      ...{ file: orderFile(orders), through: "2025-12-31" },
    });
    expect(lines).toBe(orders.length);
    expect(table.map(({ customer, orders: count, last }) => [customer, count, last])).toEqual([
      ["ann@example.com", 3, "2025-03-10"],
      ["bo@example.com", 3, "2025-12-31"],
      ["cy@example.com", 1, "2025-11-01"],
    ]);
    expect(rejected.map((text) => text.split(":")[0])).toEqual([
      "#8",
      "#9",
      "#10",
      "#11",
      "#7",
      "#13",
      "#14",
    ]);
    expect(rejected[0]).toBe("#8: total.currency must be USD, got CAD");
    expect(rejected[2]).toBe(
      "#10: total.amount the total of a purchase must not be below 0, got -100",
    );
    expect(rejected[5]).toMatch(/^#13: at lies in the future/);
  });

  test("four thousand made-up orders: every line is accounted for, every customer has figures that hold", async () => {
    const file = join(folder, "orders.csv");
    await writeOrderExport(file, 4000);
    const { table, rejected, lines, model, spendModel } = await customerValue({
      ...{ file, through: "2025-12-31" },
    });
    expect(lines).toBe(5000);
    // Five kinds of broken orders in each thousand; one pending and one refunded order are no purchases.
    expect(rejected).toHaveLength(20);
    const orders = table.reduce((sum, one) => sum + one.orders, 0);
    const kept = 4000 - 20 - 8;
    expect(orders).toBe(kept);
    expect(model.diagnostic.code).toBe("interior-maximum");
    expect(spendModel.diagnostic.code).toBe("interior-maximum");
    for (const { alive, nextYear, lifetimeValue, segment } of table) {
      expect(Number(alive)).toBeGreaterThanOrEqual(0);
      expect(Number(alive)).toBeLessThanOrEqual(1);
      expect(Number(nextYear)).toBeGreaterThanOrEqual(0);
      expect(Number(lifetimeValue)).toBeGreaterThanOrEqual(0);
      expect(SEGMENTS).toContain(segment);
    }
  });

  test("cells counted by DuckDB are those counted in TypeScript, to the last digit, and so is the fit", async () => {
    const { inSql, ofRows, fits } = await cellsInDuckDb(3000);
    expect(inSql.length).toBeGreaterThan(500);
    expect(inSql).toEqual(ofRows);
    expect(fits[0]).toEqual(fits[1]);
    expect(fits[0].customers).toBe(inSql.reduce((sum, { count }) => sum + count, 0));
  });
});
