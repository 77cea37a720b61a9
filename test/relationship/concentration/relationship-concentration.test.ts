import fc from "fast-check";
import { customerId } from "goodwill/customer";
import {
  DEFAULT_CONCENTRATION_POLICY,
  RELATIONSHIP_SENTENCES,
  relationshipConcentration,
  type CustomerTies,
  type EmployeeTie,
} from "goodwill/relationship";
import { explain, money } from "goodwill/shared";
import { describe, expect, it } from "vitest";

const row = (
  id: string,
  amount: number,
  ties: readonly EmployeeTie[],
  currency: "EUR" | "JPY" = "EUR",
): CustomerTies => ({
  customer: customerId(id),
  value: money(amount, currency),
  ties,
});
const by = (...names: string[]): EmployeeTie[] => names.map((employee) => ({ employee }));

describe("CUS-9: how much of the value hangs on one employee", () => {
  // Shares, index and effective number worked out by hand: 0.55, 0.25 and 0.1 of 0.9 tied.
  it("CUS-9: shares, index, effective number, value at risk, single ties", () => {
    const { currencies, rejected } = relationshipConcentration([
      row("C-1", 4000, by("wang")),
      row("C-2", 3000, by("wang", "li")),
      row("C-3", 1000, [{ employee: "li" }]),
      row("C-4", 1000, [{ employee: "zhao", team: "south" }]),
      row("C-5", 1000, []),
    ]);
    expect(rejected).toEqual([]);
    const [euro] = currencies;
    expect(euro?.employees).toEqual([
      {
        name: "wang",
        customers: 2,
        value: money(5500, "EUR"),
        share: 0.55,
        atRisk: money(4000, "EUR"),
        atRiskShare: 0.4,
        atRiskCustomers: ["C-1"],
      },
      {
        name: "li",
        customers: 2,
        value: money(2500, "EUR"),
        share: 0.25,
        atRisk: money(1000, "EUR"),
        atRiskShare: 0.1,
        atRiskCustomers: ["C-3"],
      },
      {
        name: "zhao",
        customers: 1,
        value: money(1000, "EUR"),
        share: 0.1,
        atRisk: money(1000, "EUR"),
        atRiskShare: 0.1,
        atRiskCustomers: ["C-4"],
      },
    ]);
    // (55^2 + 25^2 + 10^2) / 90^2 = 3750 / 8100.
    expect(euro?.herfindahlIndex).toBeCloseTo(3750 / 8100, 14);
    expect(euro?.effectiveEmployees).toBeCloseTo(2.16, 14);
    expect(euro?.topShare).toBe(0.55);
    expect(euro?.singleTieCustomers).toEqual(["C-1", "C-3", "C-4"]);
    expect(euro?.singleTieValue).toEqual(money(6000, "EUR"));
    expect([euro?.untiedCustomers, euro?.untiedValue]).toEqual([["C-5"], money(1000, "EUR")]);
    expect(explain(euro!.trace, RELATIONSHIP_SENTENCES).split("\n")).toEqual([
      "10000 minor units of EUR in all:",
      "  5500 tied to wang.",
      "  2500 tied to li.",
      "  1000 tied to zhao.",
      "  1000 tied to nobody.",
    ]);
    expect(euro?.warnings.map((reason) => explain(reason, RELATIONSHIP_SENTENCES))).toEqual([
      "EUR: ties are highly concentrated: index 0.462963, above 0.18, as of 2.16 equal employees.",
      "EUR: a share of 0.55 hangs on wang, above 0.3.",
      "EUR: 1 customers, a share of 0.4, are tied to wang alone, above 0.2.",
      "EUR: 3 customers, a share of 0.6, have a single tie, above 0.5.",
    ]);
  });

  it("CUS-9: n employees with equal parts are n effective ones", () => {
    for (const n of [1, 2, 5, 40]) {
      const rows = Array.from({ length: n }, (_, index) => row(`C-${index}`, 700, by(`e${index}`)));
      const [euro] = relationshipConcentration(rows).currencies;
      expect(euro?.herfindahlIndex).toBeCloseTo(1 / n, 12);
      expect(euro?.effectiveEmployees).toBeCloseTo(n, 9);
    }
  });

  it("CUS-9: weights split the tie, and teams stand for their people", () => {
    const north = (employee: string, weight = 1): EmployeeTie => ({
      employee,
      team: "north",
      weight,
    });
    const { currencies } = relationshipConcentration([
      row("C-1", 1000, [north("wang", 3), north("li")]),
      row("C-2", 1000, [north("li"), { employee: "zhao", team: "south" }]),
      row("C-3", 100, [north("li"), { employee: "chen" }]),
    ]);
    const [euro] = currencies;
    expect(euro?.employees.map(({ name, value }) => [name, value.amount])).toEqual([
      ["li", 800],
      ["wang", 750],
      ["zhao", 500],
      ["chen", 50],
    ]);
    expect(
      euro?.teams.map(({ name, value, atRiskCustomers }) => [name, value.amount, atRiskCustomers]),
    ).toEqual([
      ["north", 1550, ["C-1"]],
      ["south", 500, []],
    ]);
    expect(euro?.employees.every(({ atRisk }) => atRisk.amount === 0)).toBe(true);
  });

  it("CUS-9: currencies stand side by side; a bound is exceeded only by more", () => {
    const rows = [row("C-1", 100, by("wang")), row("C-1", 5, by("li", "wang", "zhao"), "JPY")];
    const { currencies } = relationshipConcentration(rows);
    expect(currencies.map(({ currency, total }) => [currency, total.amount])).toEqual([
      ["EUR", 100],
      ["JPY", 5],
    ]);
    // 5 yen among three: the odd ones go to those whose names come first.
    expect(currencies[1]?.employees.map(({ name, value }) => [name, value.amount])).toEqual([
      ["li", 2],
      ["wang", 2],
      ["zhao", 1],
    ]);
    const one = [row("C-1", 100, by("wang"))];
    const policy = { herfindahlIndex: 1, topShare: 1, atRiskShare: 1, singleTieShare: 1 };
    expect(relationshipConcentration(one, { policy }).currencies[0]?.warnings).toEqual([]);
  });

  it("CUS-9: of nothing, or of value tied to nobody, nothing is said", () => {
    expect(relationshipConcentration([])).toEqual({ currencies: [], rejected: [] });
    for (const rows of [[row("C-1", 0, by("wang"))], [row("C-1", 500, [])]]) {
      const [euro] = relationshipConcentration(rows).currencies;
      expect(euro).not.toHaveProperty("herfindahlIndex");
      expect(euro).not.toHaveProperty("topShare");
      expect(euro?.warnings).toEqual([]);
    }
  });

  it("a bad row is handed back with its reasons; the others count", () => {
    const bad = [
      row("C-1", -5, by("wang")),
      row("C-2", 5, by("wang", "wang")),
      row("C-3", 5, [{ employee: " " }]),
      row("C-4", 5, [{ employee: "li", weight: 0 }]),
      row("C-5", 5, by("li")),
      row("C-5", 6, by("li")),
      { ...row("C-6", 5, []), value: { amount: 0.5, currency: "EUR" as const } },
    ];
    const { currencies, rejected } = relationshipConcentration(bad);
    expect(currencies[0]?.total.amount).toBe(5);
    expect(
      rejected.map(({ index, issues }) => [index, issues[0]?.path, issues[0]?.message]),
    ).toEqual([
      [0, "value.amount", "must be a whole number of minor units of at least 0, got -5"],
      [1, "ties.1.employee", '"wang" is named twice'],
      [2, "ties.0.employee", "must not be blank"],
      [3, "ties.0.weight", "must be above 0, got 0"],
      [5, "customer", '"C-5" is given twice in EUR'],
      [6, "value.amount", "must be a whole number of minor units of at least 0, got 0.5"],
    ]);
    const policy = { ...DEFAULT_CONCENTRATION_POLICY, topShare: 30 };
    expect(() => relationshipConcentration([], { policy })).toThrow(
      "topShare must lie between 0 and 1, got 30",
    );
  });

  it("a row of any form is handed back with its reason; the others count", () => {
    const good = row("C-1", 5, by("wang"));
    const untold = { customer: good.customer, value: good.value };
    const bad: readonly (readonly [unknown, string])[] = [
      [untold, "ties"],
      [{ ...good, value: { amount: 5, currency: "xx" } }, "value.currency"],
      [{ ...good, value: undefined }, "value"],
      [{ ...good, customer: "" }, "customer"],
      [{ ...good, ties: [null] }, "ties.0"],
      [{ ...good, ties: [{}] }, "ties.0.employee"],
      [{ ...good, ties: [{ employee: "li", team: "" }] }, "ties.0.team"],
      [{ ...good, ties: [{ employee: "li", weight: "1" }] }, "ties.0.weight"],
      [null, ""],
      [undefined, ""],
    ];
    const rows = [...bad.map(([one]) => one), good] as CustomerTies[];
    const { currencies, rejected } = relationshipConcentration(rows);
    expect(currencies.map(({ total }) => total)).toEqual([money(5, "EUR")]);
    expect(rejected.map(({ index, issues }) => [index, issues.map(({ path }) => path)])).toEqual(
      bad.map(([, path], index) => [index, [path]]),
    );
  });

  it("CUS-9: nothing is lost, the index lies in its bounds, and order is nothing", () => {
    const anyTies = fc.uniqueArray(
      fc.record({
        employee: fc.constantFrom("a", "b", "c", "d"),
        team: fc.constantFrom("north", "south"),
        weight: fc.constantFrom(0.1, 1, 2, 7),
      }),
      { selector: ({ employee }) => employee, maxLength: 4 },
    );
    const rows = fc
      .array(fc.tuple(fc.nat({ max: 10_007 }), anyTies), { maxLength: 12 })
      .map((list) => list.map(([amount, ties], index) => row(`C-${index}`, amount, ties)));
    fc.assert(
      fc.property(rows, (list) => {
        const result = relationshipConcentration(list);
        const turned = list.map((one) => ({ ...one, ties: one.ties.toReversed() })).toReversed();
        expect(relationshipConcentration(turned)).toEqual(result);
        for (const one of result.currencies) {
          const parts = (one.trace.parts ?? []).reduce((sum, { value }) => sum + value, 0);
          expect(parts).toBe(one.trace.value);
          expect(parts).toBe(list.reduce((sum, { value }) => sum + value.amount, 0));
          const held = one.employees.reduce((sum, { value }) => sum + value.amount, 0);
          const atRisk = one.employees.reduce((sum, { atRisk: risk }) => sum + risk.amount, 0);
          expect(held + one.untiedValue.amount).toBe(one.total.amount);
          expect(atRisk).toBe(one.singleTieValue.amount);
          expect(one.teams.reduce((sum, { value }) => sum + value.amount, 0)).toBe(held);
          if (one.herfindahlIndex === undefined) continue;
          const holders = one.employees.filter(({ value }) => value.amount > 0).length;
          expect(one.herfindahlIndex).toBeGreaterThanOrEqual(1 / holders - 1e-12);
          expect(one.herfindahlIndex).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});
