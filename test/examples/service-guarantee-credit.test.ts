import { instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import {
  creditRun,
  DELIVERIES,
  main,
  RULES,
  type StoredClaim,
} from "../../examples/recipes/service-guarantee-credit.js";

const run = (time: string, stored: readonly StoredClaim[] = [], ids?: readonly string[]) =>
  creditRun(
    DELIVERIES.filter(({ id }) => ids?.includes(id) ?? true),
    { rules: RULES, stored, asOf: instant(`${time}:00+08:00`) },
  );

describe("the recipe of credits for late deliveries", () => {
  test("SRV-4: late beyond the grace is credited, in the hours of the warehouse, within the cap of the year", () => {
    const { claims } = run("2026-02-25T23:00");
    expect(claims.map(({ key, amount }) => [key, amount.amount])).toEqual([
      ["two-days/D-1", 0],
      ["two-days/D-2", 0],
      ["two-days/D-3", 2000],
      // Two steps late is CNY 50, of which the year's 60 leave 40.
      ["two-days/D-4", 4000],
    ]);
    expect(claims[2]?.why[0]).toBe("It is 31 minutes late (business time), more than 30.");
    expect(claims[3]?.why.at(-1)).toContain("the cap of the period leaves 40.00 CNY");
  });

  test("a second run decides nothing twice, and tells what it waits for", () => {
    const { claims } = run("2026-02-25T23:00");
    const again = run("2026-02-26T23:00", claims);
    expect(again.claims).toEqual([]);
    expect(again.log).toEqual([
      "D-5: under way.",
      "D-6: the holidays of 2025-12-31 are not known.",
    ]);
  });

  test("what a cap left without credit stays so when the year is over", () => {
    const [full] = run("2026-02-25T23:00", [], ["D-4"]).claims;
    const used = { ...full!, key: "two-days/D-0", amount: { ...full!.amount, amount: 6000 } };
    const { claims } = run("2026-02-25T23:00", [used], ["D-3"]);
    expect(claims.map(({ amount }) => amount.amount)).toEqual([0]);
    expect(run("2027-06-01T23:00", [used, ...claims], ["D-3"]).claims).toEqual([]);
    // Without the stored decision the cap would be free again.
    const free = run("2027-06-01T23:00", [used], ["D-3"]).claims;
    expect(free.map(({ amount }) => amount.amount)).toEqual([2000]);
  });

  test("what was not delivered at the time of the run is under way", () => {
    expect(run("2026-02-24T12:00", [], ["D-3"]).log).toEqual(["D-3: under way."]);
  });

  test("it prints two nights", () => {
    const lines = main().split("\n");
    expect(lines.filter((line) => line.endsWith("decided"))).toEqual([
      "2026-02-25T23:00: 4 decided",
      "2026-02-26T23:00: 0 decided",
    ]);
    expect(lines.slice(-2)).toEqual([
      "two-days/D-3: lin is credited CNY 20.",
      "two-days/D-4: lin is credited CNY 40.",
    ]);
  });
});
