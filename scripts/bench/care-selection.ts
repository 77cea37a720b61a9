import { seededRandom } from "goodwill/shared";
import { selectCare } from "../../src/care/selection/select-care.js";
import type {
  SelectionCustomer,
  SelectionOption,
  SelectionUse,
} from "../../src/care/selection/selection-problem.js";
import type { BenchmarkCase } from "./cases.js";

/** The days of the year that all customers have in common; three more are each one's own. */
const COMMON_DAYS = [47, 66, 129, 169, 267, 273, 329, 358, 364];
const OWN_DAYS = 3;

/** Effect and cost in minor units of what an occasion may be answered with, by class of customers. */
const MEANS: readonly (readonly (readonly [effect: number, cost: number])[])[] = [
  [
    [15, 50_000],
    [2, 500],
    [1, 10],
  ],
  [
    [6, 10_000],
    [2, 500],
    [1, 10],
  ],
  [
    [2, 500],
    [1, 10],
  ],
];
const VISIT_COST = 5000;

const OWNERS = 50;
const WEEKS = 53;
const WEEKS_OF_QUARTER = 13;

/** Shared limits: the plan, the classes, then visits by owner and week. */
const FIRST_VISIT = 1 + MEANS.length;

/** A year of one customer: at most one contact a day and two a week; the better ones are to be visited in a quarter. */
function customer(
  at: number,
  { random, hasVisits }: { readonly random: () => number; readonly hasVisits: boolean },
): SelectionCustomer {
  const cls = at % 20 === 0 ? 0 : at % 5 === 0 ? 1 : 2;
  const own: number[] = [];
  const places = new Map<number, number>();
  const contact = (first: number, cap: number): SelectionUse => {
    const key = first * 3 + cap;
    const resource = places.get(key) ?? own.push(cap) - 1;
    places.set(key, resource);
    return { resource, amount: 1 };
  };
  const option = (effect: number, cost: number, day: number): SelectionOption => ({
    effect,
    own: [contact(day, 1), contact(Math.floor(day / 7) * 7, 2)],
    shared: [
      { resource: 0, amount: cost },
      { resource: 1 + cls, amount: cost },
    ],
  });
  const visit = (week: number): SelectionOption => {
    const { shared, ...rest } = option(8 * (2 - cls), VISIT_COST, week * 7);
    const resource = FIRST_VISIT + (at % OWNERS) * WEEKS + week;
    return { ...rest, shared: [...shared, { resource, amount: 1 }] };
  };
  const days = [...COMMON_DAYS];
  for (let i = 0; i < OWN_DAYS; i += 1) days.push(Math.floor(random() * 365));
  const slots = days.map((day) => MEANS[cls]!.map(([effect, cost]) => option(effect, cost, day)));
  if (hasVisits && cls < 2) {
    const first = Math.floor(random() * 4) * WEEKS_OF_QUARTER;
    slots[slots.length - 1] = Array.from({ length: WEEKS_OF_QUARTER }, (_, i) => visit(first + i));
  }
  return { slots, own };
}

function* customers(count: number, hasVisits: boolean): Generator<SelectionCustomer> {
  const random = seededRandom(6);
  for (let at = 0; at < count; at += 1) yield customer(at, { random, hasVisits });
}

/** Budgets that are short, and time for about half of the visits. */
function limits(count: number): number[] {
  const visits = Math.max(1, Math.round((count * 0.2 * 0.5) / OWNERS / WEEKS));
  return [
    10_000 * count,
    6000 * count,
    5000 * count,
    5000 * count,
    ...new Array<number>(OWNERS * WEEKS).fill(visits),
  ];
}

/** Only makes the customers: what is left of the time is the library's. */
function countOf(rows: Iterable<unknown>): number {
  let count = 0;
  for (const row of rows) count += row === undefined ? 0 : 1;
  return count;
}

/** The benchmarks of the selection of care by name; `short` shrinks those that take long, for a quick look. */
export function careSelectionCases(short: boolean): Record<string, () => BenchmarkCase> {
  const count = short ? 2000 : 100_000;
  const text = count.toLocaleString("en-US");
  const shared = limits(count);
  const caseOf = (hasVisits: boolean) => (): BenchmarkCase => ({
    run: () => selectCare(customers(count, hasVisits), { shared }),
    baseline: () => countOf(customers(count, hasVisits)),
    items: count,
    unit: "customers",
    aim: "a year's plan for 100,000 customers x 12 occasions under 10 s",
  });
  return {
    [`selection of care for ${text} customers x 12 occasions`]: caseOf(false),
    [`selection of care for ${text} customers x 12 occasions, visits scarce`]: caseOf(true),
  };
}
