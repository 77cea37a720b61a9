import { instant, money, plainDate } from "goodwill/shared";
import { customerId } from "goodwill/customer";
import type { CareAction } from "../../../src/care/plan/care-action.js";
import type { CarePlan } from "../../../src/care/plan/care-plan.js";
import type { CareOutcome } from "../../../src/care/review/care-outcome.js";

export function actionOf(id: string, changes: Partial<CareAction> = {}): CareAction {
  return {
    id: `autumn/${id}`,
    customer: customerId("ann"),
    occasion: "mid-autumn",
    occasionKeys: ["mid-autumn/2026-09-25"],
    rule: "card-c",
    kind: "card",
    channel: "post",
    contactPoint: "home",
    purpose: "greetings",
    due: plainDate("2026-09-25"),
    at: instant("2026-09-25T01:00:00Z"),
    notAfter: instant("2026-09-26T01:00:00Z"),
    cost: money(500, "CNY"),
    effect: 0.02,
    cheerful: true,
    why: [{ code: "care-rule", params: { rule: "card-c" } }],
    state: "planned",
    ...changes,
  };
}

export function planOf(changes: Partial<CarePlan> = {}): CarePlan {
  return {
    id: "autumn",
    asOf: instant("2026-09-01T00:00:00Z"),
    period: { start: plainDate("2026-09-01"), end: plainDate("2026-10-01") },
    actions: [],
    leftOut: [],
    diagnostics: [],
    cost: money(0, "CNY"),
    uses: [],
    optimality: { exact: true, effect: 0, effectAtMost: 0 },
    ...changes,
  };
}

/** Rows of as many customers, of whom so many responded; each action costs 5.00. */
export function rowsOf(
  group: CareOutcome["group"],
  {
    customers,
    responded,
    rule = "card-c",
    cost = 500,
  }: {
    readonly customers: number;
    readonly responded: number;
    readonly rule?: string;
    readonly cost?: number;
  },
): CareOutcome[] {
  return Array.from({ length: customers }, (_, index) => ({
    customer: customerId(`${rule}-${group}-${String(index)}`),
    group,
    items: [
      {
        ...{ occasion: "mid-autumn", rule, kind: "card", responded: index < responded },
        ...(group === "treated" && { state: "done", cost: money(cost, "CNY") }),
      },
    ],
  }));
}
