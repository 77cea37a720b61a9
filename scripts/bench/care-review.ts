import {
  reviewPlan,
  splitByControlGroup,
  type CareOutcome,
  type CareOutcomeItem,
} from "goodwill/care";
import { customerId, type CustomerId } from "goodwill/customer";
import { money, seededRandom } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const OCCASIONS = 12;

function customers(count: number): CustomerId[] {
  return Array.from({ length: count }, (_, i) => customerId(`C-${String(i).padStart(7, "0")}`));
}

/** Customers with twelve actions each, one in ten held out. */
function outcomes(count: number): CareOutcome[] {
  const random = seededRandom(1);
  return customers(count).map((customer, index) => {
    const group = index % 10 === 0 ? "control" : "treated";
    const items = Array.from({ length: OCCASIONS }, (_, occasion): CareOutcomeItem => {
      const name = `occasion-${String(occasion)}`;
      const item = { occasion: name, rule: `rule-${name}`, responded: random() < 0.03 };
      return group === "control" ? item : { ...item, state: "done", cost: money(500, "CNY") };
    });
    return { customer, group, valueClass: "ABC"[index % 3]!, items };
  });
}

/** The benchmarks of reviews by name; `short` shrinks those that take long, for a quick look. */
export function careReviewCases(short: boolean): Record<string, () => BenchmarkCase> {
  const count = short ? 2000 : 100_000;
  const text = count.toLocaleString("en-US");
  return {
    [`control group of ${text} customers`]: () => {
      const given = customers(count);
      return {
        run: () => splitByControlGroup(given, { campaign: "spring 2026", share: 0.1 }),
        items: count,
        unit: "customers",
      };
    },
    [`review of ${text} customers with ${String(OCCASIONS)} actions`]: () => {
      const given = outcomes(count);
      return {
        run: () => reviewPlan(given, { currency: "CNY" }),
        items: count * OCCASIONS,
        unit: "actions",
      };
    },
  };
}
