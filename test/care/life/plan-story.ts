import { customerId } from "goodwill/customer";
import type { Instant, Money } from "goodwill/shared";
import { instant, plainDate } from "goodwill/shared";
import type { CareApprovalPolicy } from "../../../src/care/life/care-approval.js";
import type { CarePlanBrief } from "../../../src/care/life/care-plan-brief.js";
import type { CarePlanCommand } from "../../../src/care/life/care-plan-command.js";
import type { CarePlanEvent } from "../../../src/care/life/care-plan-event.js";
import type { CarePlanState } from "../../../src/care/life/care-plan-state.js";
import { NO_CARE_PLAN } from "../../../src/care/life/care-plan-state.js";
import { decideCarePlan } from "../../../src/care/life/decide-care-plan.js";
import { evolveCarePlan } from "../../../src/care/life/evolve-care-plan.js";
import type { CareAction } from "../../../src/care/plan/care-action.js";

export const cny = (amount: number): Money => ({ amount, currency: "CNY" });

/** Ten o'clock in Shanghai on a day of March 2026, or later that day. */
export function march(day: number, hour = 10): Instant {
  const [date, time] = [String(day).padStart(2, "0"), String(hour).padStart(2, "0")];
  return instant(`2026-03-${date}T${time}:00:00+08:00`);
}

export const [C1, C2] = [customerId("C-1"), customerId("C-2")];

/** An action that may be done from 8 to 20 March. */
export function action(id: string, part: Partial<CareAction> = {}): CareAction {
  return {
    id,
    customer: C1,
    occasion: "womens-day",
    occasionKeys: ["womens-day 2026"],
    rule: "gift",
    kind: "gift",
    channel: "post",
    contactPoint: "a1",
    purpose: "greetings",
    due: plainDate("2026-03-08"),
    at: march(8, 9),
    notAfter: march(21, 0),
    cost: cny(100),
    effect: 1,
    cheerful: true,
    why: [{ code: "care-rule", params: { rule: "gift", classes: "A", kind: "gift" } }],
    state: "planned",
    ...part,
  };
}

export const BRIEF: CarePlanBrief = {
  goals: ["keep every key customer"],
  keyPersons: [
    { person: "Lin Mei", role: "decides", customer: C1 },
    { person: "li", role: "answers for the plan" },
  ],
  trackedCustomers: [C1, C2],
  scope: ["gifts"],
  activities: [
    { name: "gifts", team: "north", aim: "thanks", work: [{ who: "zhao", does: "delivers" }] },
  ],
};

export const POLICY: CareApprovalPolicy = {
  approvers: [
    { approver: "chen", upTo: cny(250) },
    { approver: "wu", upTo: cny(1000) },
    { approver: "li" },
    { approver: "boss" },
    { approver: "chen", upTo: { amount: 9000, currency: "EUR" } },
  ],
};

type WithoutBase<C> = C extends unknown ? Omit<C, "key" | "at" | "by"> : never;

/** A command by li, unless said otherwise. */
export function command(
  key: string,
  at: Instant,
  said: WithoutBase<CarePlanCommand> & { readonly by?: string },
): CarePlanCommand {
  return { key, at, by: "li", ...said };
}

/** Decides one command after another; throws where one is refused. */
export function accepted(
  commands: readonly CarePlanCommand[],
  from: CarePlanState = NO_CARE_PLAN,
): { readonly state: CarePlanState; readonly events: readonly CarePlanEvent[] } {
  let state = from;
  const events: CarePlanEvent[] = [];
  for (const one of commands) {
    const decided = decideCarePlan(state, one, { policy: POLICY });
    if (!decided.ok) throw new Error(`${one.kind}: ${JSON.stringify(decided.error)}`);
    for (const event of decided.value) {
      events.push(event);
      state = evolveCarePlan(state, event);
    }
  }
  return { state, events };
}

const form = action("A-2", {
  kind: "feedback-form",
  cost: cny(0),
  follows: "A-1",
  cheerful: false,
  at: march(9),
});

export const ACTIONS = [action("A-1"), form, action("A-3", { customer: C2, cost: cny(200) })];

/** A plan from its draft to its close. */
export const STORY: readonly CarePlanCommand[] = [
  command("k1", march(1), {
    kind: "draft",
    plan: "spring",
    brief: BRIEF,
    actions: ACTIONS,
    budget: cny(300),
  }),
  command("k2", march(2), { kind: "submit", by: "zhao" }),
  command("k3", march(3), { kind: "approve", by: "wu" }),
  command("k4", march(4), { kind: "start" }),
  command("k5", march(8), { kind: "action-due", action: "A-1", by: "job" }),
  command("k6", march(9), { kind: "action-done", action: "A-1", by: "zhao" }),
  command("k7", march(9), { kind: "action-due", action: "A-2", by: "job" }),
  command("k8", march(10), { kind: "action-done", action: "A-2", by: "zhao" }),
  command("k9", march(10), {
    kind: "block-action",
    action: "A-3",
    by: "job",
    reasons: [{ code: "care-not-permitted", params: { purpose: "greetings", channel: "post" } }],
  }),
  command("k10", march(12), {
    kind: "record-feedback",
    feedback: { action: "A-1", responded: true, satisfaction: 5, cost: cny(110) },
  }),
  command("k11", march(22), { kind: "review", summary: "one in two was glad" }),
  command("k12", march(23), { kind: "close" }),
];
