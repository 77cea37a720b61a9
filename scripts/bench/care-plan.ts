import { careByCustomer, DEFAULT_CARE_POLICY, planCare } from "goodwill/care";
import type { CareOptions, CareRelationship } from "goodwill/care";
import type { ContactChannel, CustomerId } from "goodwill/customer";
import type { OccasionRule } from "goodwill/relationship";
import { instant, period, plainDate, timeZone } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC"].map(timeZone);
const GRANTED = instant("2025-01-01T00:00:00Z");

function feast(id: string, month: number, day: number): OccasionRule {
  return { id, timing: { kind: "fixed", month, day }, mood: "cheerful" };
}

/** Nine feasts, a birthday, an anniversary and a trip: twelve occasions a year. */
const OCCASIONS: readonly OccasionRule[] = [
  feast("spring-festival", 2, 17),
  feast("womens-day", 3, 8),
  feast("mothers-day", 5, 10),
  feast("dragon-boat", 6, 19),
  feast("mid-autumn", 9, 25),
  feast("national-day", 10, 1),
  feast("thanksgiving", 11, 26),
  feast("christmas", 12, 25),
  feast("year-end", 12, 31),
  { id: "birthday", timing: { kind: "birthday", leapDay: "mar1" }, mood: "cheerful", priority: 5 },
  { id: "yearly-trip", timing: { kind: "once-in", span: "year" }, mood: "cheerful" },
  {
    id: "relationship-anniversary",
    timing: { kind: "relationship-anniversary", leapDay: "mar1" },
    mood: "cheerful",
  },
];

/** Occasions that the default policy leaves to the firm. */
const OTHERS = ["womens-day", "mothers-day", "relationship-anniversary"];

function relationship(index: number): CareRelationship {
  const channels: readonly ContactChannel[] = ["sms", "post", "phone"];
  return {
    customer: {
      id: `C-${String(index)}` as CustomerId,
      kind: "person",
      name: `Customer ${String(index)}`,
      timeZone: ZONES[index % ZONES.length]!,
      since: plainDate(`2020-0${String(1 + (index % 9))}-1${String(index % 10)}`),
      birthday: {
        calendar: "gregorian",
        month: 1 + (index % 12),
        day: 1 + (index % 28),
        year: 1980,
      },
      contactPoints: channels.map((channel) => ({
        id: channel,
        channel,
        address: `at ${channel}`,
      })),
      consents: channels.slice(index % 3 === 0 ? 1 : 0).map((channel) => ({
        purpose: "care",
        channel,
        state: "granted",
        at: GRANTED,
        evidence: "form 3",
      })),
    },
    valueClass: index % 20 === 0 ? "A" : index % 5 === 0 ? "B" : "C",
  };
}

function optionsOf(): CareOptions {
  return {
    plan: "2026",
    asOf: instant("2026-01-01T00:00:00Z"),
    period: period(plainDate("2026-01-01"), plainDate("2027-01-01")),
    occasions: OCCASIONS,
    policy: {
      ...DEFAULT_CARE_POLICY,
      rules: DEFAULT_CARE_POLICY.rules.map((rule) =>
        rule.occasions !== "any" && rule.occasions.includes("mid-autumn")
          ? { ...rule, occasions: [...rule.occasions, ...OTHERS] }
          : rule,
      ),
    },
  };
}

/** The plan that everybody writes first: the first rule of the class, no consent, no caps, no budget, no reasons. */
function plainLoop(relationships: readonly CareRelationship[]): number {
  const planned: object[] = [];
  for (const { customer, valueClass = "none" } of relationships) {
    for (const { id } of OCCASIONS) {
      const rule = DEFAULT_CARE_POLICY.rules.find(
        ({ occasions, classes }) =>
          occasions.includes(id) && (classes === "any" || classes.includes(valueClass)),
      );
      if (rule !== undefined)
        planned.push({ customer: customer.id, occasion: id, kind: rule.kind });
    }
  }
  return planned.length;
}

/** A year's plan, whole and customer by customer. */
export function carePlanCases(short: boolean): Record<string, () => BenchmarkCase> {
  const customers = short ? 2000 : 100_000;
  const budget = {
    plan: { amount: customers * 100_00, currency: "CNY" },
    perClass: { A: { amount: customers * 15_00, currency: "CNY" } },
  } as const;
  const items = customers * OCCASIONS.length;
  return {
    "care: a year's plan under caps and budget": () => {
      const relationships = Array.from({ length: customers }, (_, index) => relationship(index));
      return {
        run: () => planCare(relationships, { ...optionsOf(), budget }).actions.length,
        baseline: () => plainLoop(relationships),
        items,
        unit: "occasions",
        aim: "100,000 customers x 12 occasions in 10 s and 1 GB",
      };
    },
    "care: a year's plan, customer by customer": () => ({
      run: () => {
        let count = 0;
        for (const { actions } of careByCustomer(stream(customers), optionsOf()))
          count += actions.length;
        return count;
      },
      items,
      unit: "occasions",
    }),
  };
}

function* stream(customers: number): Generator<CareRelationship> {
  for (let index = 0; index < customers; index += 1) yield relationship(index);
}
