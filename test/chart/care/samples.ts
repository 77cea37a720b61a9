import { addDays, money, plainDate, seededRandom } from "goodwill/shared";
import { customerId } from "goodwill/customer";
import type { CareUse } from "../../../src/care/plan/care-plan.js";
import type { CareOutcome } from "../../../src/care/review/care-outcome.js";
import type { PlanReview } from "../../../src/care/review/plan-review.js";
import { reviewPlan } from "../../../src/care/review/review-plan.js";
import type { CareCalendarPlan } from "../../../src/chart/care/care-calendar-chart.js";

const START = plainDate("2026-03-02");

const KINDS = ["card", "gift", "event-invitation"] as const;

/** A plan of so many weeks with up to so many actions a day, the last weeks provisional. */
export function calendarOf(weeks: number, most: number): CareCalendarPlan {
  const random = seededRandom(5);
  const end = addDays(START, 7 * weeks);
  const actions = Array.from({ length: 7 * weeks }, (_, day) => {
    const due = addDays(START, day);
    return Array.from({ length: Math.floor((most + 1) * random() ** 3) }, (__, index) => ({
      ...{ due, kind: KINDS[index % 3]!, state: "planned" as const },
      ...(day > 6 * weeks && { provisional: true }),
    }));
  }).flat();
  return { period: { start: START, end }, actions };
}

export const BUDGETS: readonly CareUse[] = [
  { limit: "plan", kind: "plan", used: 4_512_300, available: 5_000_000 },
  { limit: "class A", kind: "class", of: "A", used: 2_400_000, available: 2_400_000 },
  { limit: "class B", kind: "class", of: "B", used: 1_600_050, available: 2_000_000 },
  { limit: "class C", kind: "class", of: "C", used: 512_250 },
  { limit: "team North", kind: "team", of: "North", used: 0, available: 300_000 },
  { limit: "visit ann 2026-03-02", kind: "visit", of: "ann", week: START, used: 1, available: 5 },
];

/** Visits and calls of so many owners over so many weeks. */
export function capacitiesOf(owners: number, weeks: number): CareUse[] {
  const random = seededRandom(9);
  return Array.from({ length: owners }, (_, owner) =>
    (["visit", "call"] as const).flatMap((kind) =>
      Array.from({ length: weeks }, (__, index): CareUse => {
        const week = addDays(START, 7 * index);
        const of = `owner ${String(owner + 1)}`;
        const available = kind === "visit" ? 5 : 20;
        const used = Math.floor((available + 1) * random());
        return { limit: `${kind} ${of} ${week}`, kind, of, week, used, available };
      }),
    ),
  ).flat();
}

function rowsOf(
  rule: string,
  { treated, control }: { readonly treated: number; readonly control: number },
): CareOutcome[] {
  return (["treated", "control"] as const).flatMap((group) =>
    Array.from({ length: 1000 }, (_, index): CareOutcome => {
      const responded = index < (group === "treated" ? treated : control);
      const item = { occasion: "mid-autumn", rule, responded };
      return {
        ...{ customer: customerId(`${rule}-${group}-${String(index)}`), group },
        items: [group === "treated" ? { ...item, state: "done", cost: money(500, "CNY") } : item],
      };
    }),
  );
}

export const REVIEW: PlanReview = reviewPlan(
  [
    ...rowsOf("moon_cakes_A", { treated: 90, control: 30 }),
    ...rowsOf("cards_C", { treated: 28, control: 25 }),
    ...rowsOf("calls", { treated: 8, control: 30 }),
    { ...rowsOf("trip", { treated: 0, control: 0 })[0]!, customer: customerId("alone") },
  ],
  { currency: "CNY" },
);

export const NO_REVIEW: PlanReview = reviewPlan([], { currency: "CNY" });
