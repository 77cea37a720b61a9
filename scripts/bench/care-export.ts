import { careCalendarText, careMailCsv, careMailRows, type CareAction } from "goodwill/care";
import { customerId } from "goodwill/customer";
import { addDays, instant, money, plainDate } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const asOf = instant("2026-01-01T00:00:00Z");
const at = instant("2026-03-02T01:00:00Z");
const notAfter = instant("2026-03-03T16:00:00Z");
const sentences = { "care-rule": "Rule {rule} asks for it, as the customer is of class {class}." };
const FIRST = plainDate("2026-01-01");

/** Twelve actions a customer, and the names of all, every other one in Chinese. */
function actionsOf(count: number): readonly CareAction[] {
  const due = Array.from({ length: 360 }, (_, day) => addDays(FIRST, day));
  return Array.from({ length: count }, (_, index): CareAction => {
    const customer = customerId(`C-${String(Math.floor(index / 12))}`);
    const occasion = `occasion-${String(index % 12)}`;
    return {
      id: `${customer}/${occasion}/2026`,
      customer,
      occasion,
      occasionKeys: [`${occasion}/2026`],
      rule: "greeting",
      kind: "card",
      channel: "post",
      contactPoint: "home",
      purpose: "greetings",
      owner: "ann",
      due: due[(index * 30) % 360]!,
      at,
      notAfter,
      cost: money(500, "CNY"),
      effect: 1,
      cheerful: true,
      why: [{ code: "care-rule", params: { rule: "greeting", class: "A" } }],
      state: "planned",
    };
  });
}

/** The benchmarks of exporting a plan by name; `short` shrinks those that take long. */
export function careExportCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 12_000 : 120_000;
  const text = many.toLocaleString("en-US");
  return {
    [`careCalendarText, ${text} actions, every other name in Chinese, with reasons`]: () => {
      const actions = actionsOf(many);
      const names = Object.fromEntries(
        actions.map(({ customer }, index) => [customer, index % 24 < 12 ? "林美女士" : "Lin Mei"]),
      );
      const options = { domain: "care.example.com", names, sentences };
      return {
        run: () => careCalendarText({ asOf, actions }, options).length,
        baseline: () => JSON.stringify(actions).length,
        items: many,
        unit: "events",
      };
    },
    [`careMailRows and careMailCsv, ${text} actions`]: () => {
      const actions = actionsOf(many);
      return {
        run: () => careMailCsv(careMailRows(actions), { readBy: "spreadsheet" }).length,
        baseline: () => JSON.stringify(actions).length,
        items: many,
        unit: "rows",
      };
    },
  };
}
