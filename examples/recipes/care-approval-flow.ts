/**
 * The life of a plan of care: drafted, returned, put right, approved by somebody whose limit covers it, changed after
 * the approval, the difference approved, run, reviewed, closed. Commands are decided, events are kept, the state is
 * their fold. `npx tsx examples/recipes/care-approval-flow.ts` prints each step and what was refused.
 */
import { pathToFileURL } from "node:url";
import {
  carePlanView,
  decideCarePlan,
  evolveCarePlan,
  NO_CARE_PLAN,
  type CareAction,
  type CareApprovalPolicy,
  type CarePlanBrief,
  type CarePlanCommand,
  type CarePlanEvent,
  type CarePlanState,
} from "goodwill/care";
import { customerId } from "goodwill/customer";
import { addMilliseconds, instant, plainDate, type Money } from "goodwill/shared";

const yuan = (amount: number): Money => ({ amount: amount * 100, currency: "CNY" });

/** Team leaders approve up to 1,000 yuan, the manager what is above. */
const POLICY: CareApprovalPolicy = {
  approvers: [{ approver: "team-leader", upTo: yuan(1_000) }, { approver: "manager" }],
};

const BRIEF: CarePlanBrief = {
  goals: ["Nine in ten key customers stay"],
  keyPersons: [{ person: "ann", role: "answers for the plan" }],
  trackedCustomers: [customerId("C-1"), customerId("C-2"), customerId("C-3")],
  scope: ["Moon cakes for the Mid-Autumn Festival"],
  activities: [
    {
      ...{ name: "Moon cakes", team: "east", aim: "Thank key customers in person" },
      work: [{ who: "ann", does: "carries them there" }],
    },
  ],
};

const gift = (customer: string, cost: Money = yuan(300)): CareAction => ({
  ...{ id: `autumn/${customer}/gift`, customer: customerId(customer), occasion: "mid-autumn" },
  ...{
    occasionKeys: ["mid-autumn/2026-09-25"],
    rule: "moon-cakes",
    kind: "gift",
    channel: "visit",
  },
  ...{ contactPoint: "door", purpose: "care", owner: "ann", due: plainDate("2026-09-22"), cost },
  ...{ at: instant("2026-09-22T01:00:00Z"), notAfter: instant("2026-09-25T16:00:00Z"), effect: 8 },
  ...{ cheerful: true, why: [], state: "planned" },
});

/** A command without what every command says: its key, its moment. */
type Step<Command = CarePlanCommand> = Command extends CarePlanCommand
  ? Omit<Command, "key" | "at">
  : never;

/** What is done on which day; what is refused is tried by the wrong person or too early. */
const STEPS: readonly (readonly [day: string, step: Step])[] = [
  [
    "2026-09-01",
    {
      ...{ kind: "draft", by: "ann", plan: "autumn", brief: { ...BRIEF, goals: [] } },
      ...{ actions: [gift("C-1"), gift("C-2")], budget: yuan(800) },
    },
  ],
  ["2026-09-01", { kind: "submit", by: "ann" }],
  ["2026-09-02", { kind: "revise", by: "ann", brief: BRIEF }],
  ["2026-09-02", { kind: "submit", by: "ann" }],
  ["2026-09-03", { kind: "return", by: "team-leader", why: "C-3 is a key customer, too" }],
  [
    "2026-09-04",
    {
      ...{ kind: "revise", by: "ann", budget: yuan(1_200) },
      actions: [gift("C-1"), gift("C-2"), gift("C-3")],
    },
  ],
  ["2026-09-04", { kind: "submit", by: "ann" }],
  ["2026-09-05", { kind: "approve", by: "ann" }],
  ["2026-09-05", { kind: "approve", by: "team-leader" }],
  ["2026-09-07", { kind: "approve", by: "manager" }],
  ["2026-09-08", { kind: "start", by: "ann" }],
  // A dearer gift for one customer: its difference is small enough for the team leader.
  ["2026-09-10", { kind: "change", by: "ann", change: { alter: [gift("C-3", yuan(500))] } }],
  ["2026-09-22", { kind: "action-due", by: "nightly-job", action: "autumn/C-1/gift" }],
  ["2026-09-22", { kind: "action-due", by: "nightly-job", action: "autumn/C-3/gift" }],
  ["2026-09-22", { kind: "action-done", by: "ann", action: "autumn/C-1/gift" }],
  ["2026-09-22", { kind: "approve-change", by: "team-leader" }],
  ["2026-09-22", { kind: "action-due", by: "nightly-job", action: "autumn/C-3/gift" }],
  ["2026-09-22", { kind: "action-done", by: "ann", action: "autumn/C-3/gift" }],
  [
    "2026-09-23",
    {
      ...{ kind: "block-action", by: "nightly-job", action: "autumn/C-2/gift" },
      reasons: [{ code: "care-not-permitted", params: { purpose: "care", channel: "visit" } }],
    },
  ],
  [
    "2026-09-24",
    {
      ...{ kind: "record-feedback", by: "ann" },
      feedback: { action: "autumn/C-1/gift", responded: true, satisfaction: 9 },
    },
  ],
  ["2026-09-30", { kind: "close", by: "manager" }],
  ["2026-09-30", { kind: "review", by: "manager", summary: "Ask for consent to visits earlier" }],
  ["2026-09-30", { kind: "close", by: "manager" }],
];

/** Decides the steps one after the other; the events to keep, and a line each for the reader. */
export function run(steps: typeof STEPS): {
  readonly state: CarePlanState;
  readonly events: readonly CarePlanEvent[];
  readonly lines: readonly string[];
} {
  let state = NO_CARE_PLAN;
  const events: CarePlanEvent[] = [];
  const lines: string[] = [];
  for (const [i, [day, step]] of steps.entries()) {
    const at = addMilliseconds(instant(`${day}T02:00:00Z`), i * 60_000);
    const command = { ...step, key: `autumn-${String(i + 1)}`, at };
    const decided = decideCarePlan(state, command, { policy: POLICY });
    const head = `${day} ${step.by}: ${step.kind}`;
    if (!decided.ok) {
      const { code } = decided.error;
      const told = Object.entries(decided.error).filter(
        ([name]) => name !== "code" && name !== "allowed",
      );
      const facts = Object.fromEntries(told) as Readonly<Record<string, unknown>>;
      lines.push(`${head} is refused, ${code} ${JSON.stringify(facts)}`);
      continue;
    }
    for (const event of decided.value) {
      events.push(event);
      state = evolveCarePlan(state, event);
    }
    const { phase, committed, pending } = carePlanView(state, { asOf: at });
    const money = `${String((committed?.amount ?? 0) / 100)} yuan committed`;
    lines.push(`${head}: ${phase}, ${money}${pending === undefined ? "" : ", a change waits"}`);
  }
  return { state, events, lines };
}

export function main(): string {
  return run(STEPS).lines.join("\n");
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(main());
}
