import { seededRandom } from "goodwill/shared";
import { selectCare } from "../../src/care/selection/select-care.js";
import type {
  SelectionCustomer,
  SelectionOption,
  SelectionUse,
} from "../../src/care/selection/selection-problem.js";
import type { BenchmarkCase } from "./cases.js";

const OCCASIONS = 12;
const CLASSES = 3;
const TEAMS = 10;
const OWNERS = 200;
const WEEKS = 52;

/** Costs in minor units, and effects, of a message, a card, a gift, and a visit, by class. */
const COSTS = [10, 300, 10_000, 5000];
const EFFECTS = [1, 1.5, 6, 8];

/** Own limits: gifts a year, gifts in number, contacts a year, then contacts by month. */
const FIRST_MONTH = 3;

/** Shared limits: the plan, classes, teams, then visits by owner and week. */
const FIRST_TEAM = 1 + CLASSES;
const FIRST_VISIT = FIRST_TEAM + TEAMS;

function option(
  kind: number,
  { day, at, random }: { readonly day: number; readonly at: number; readonly random: () => number },
): SelectionOption {
  const cls = at % CLASSES;
  const cost = COSTS[kind]! * (3 - cls);
  const own: SelectionUse[] = [
    { resource: 2, amount: 1 },
    { resource: FIRST_MONTH + (Math.floor(day / 31) % 12), amount: 1 },
  ];
  if (kind === 2) own.push({ resource: 0, amount: cost }, { resource: 1, amount: 1 });
  const shared: SelectionUse[] = [
    { resource: 0, amount: cost },
    { resource: 1 + cls, amount: cost },
    { resource: FIRST_TEAM + (at % TEAMS), amount: cost },
  ];
  if (kind === 3) {
    const week = Math.floor(day / 7) % WEEKS;
    shared.push({ resource: FIRST_VISIT + (at % OWNERS) * WEEKS + week, amount: 1 });
  }
  // Half of the customers have effects of their own, such as a chance of leaving brings about.
  const effect = EFFECTS[kind]! * (3 - cls) * (at % 2 === 0 ? 1 : 0.5 + random());
  return { effect, day, own, shared };
}

/** A year of one customer: ten occasions with up to three kinds of care and two visits in any of thirteen weeks. */
function customer(at: number, random: () => number): SelectionCustomer {
  const slots = Array.from({ length: OCCASIONS }, (_, i) => {
    if (i % 6 === 5) {
      const first = (i - 5) * 30;
      return Array.from({ length: 13 }, (_, week) =>
        option(3, { day: first + week * 7, at, random: () => 0.5 }),
      );
    }
    const day = i < 8 ? i * 30 + 4 : Math.floor(random() * 365);
    const kinds = i % 3 === 0 ? [2, 1, 0] : i % 3 === 1 ? [1, 0] : [0];
    return kinds.map((kind) => option(kind, { day, at, random }));
  });
  const months = new Array<number>(12).fill(3);
  return { slots, own: [40_000, 2, 12, ...months], spacingDays: 2 };
}

function* customers(count: number): Generator<SelectionCustomer> {
  const random = seededRandom(6);
  for (let at = 0; at < count; at += 1) yield customer(at, random);
}

function limits(count: number): number[] {
  const perCustomer = 12_000;
  return [
    perCustomer * count,
    ...new Array<number>(CLASSES).fill((perCustomer * count) / 2.5),
    ...new Array<number>(TEAMS).fill((perCustomer * count) / 8),
    ...new Array<number>(OWNERS * WEEKS).fill(Math.ceil((count / OWNERS / WEEKS) * 1.5)),
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
  return {
    [`selection of care for ${text} customers x 12 occasions`]: () => ({
      run: () => selectCare(customers(count), { shared }),
      baseline: () => countOf(customers(count)),
      items: count,
      unit: "customers",
      aim: "a year's plan for 100,000 customers x 12 occasions under 10 s",
    }),
  };
}
