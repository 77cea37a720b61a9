import fc from "fast-check";
import { orderedEntries, orderedValue } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { CARE_ACTION_STEPS } from "../../../src/care/life/care-action-steps.js";
import type { CarePlanCommand } from "../../../src/care/life/care-plan-command.js";
import { carePlanGaps } from "../../../src/care/life/care-plan-gap.js";
import type { CarePlanState } from "../../../src/care/life/care-plan-state.js";
import { CARE_PLAN_COMMANDS, NO_CARE_PLAN } from "../../../src/care/life/care-plan-state.js";
import { carePlanView } from "../../../src/care/life/care-plan-view.js";
import { decideCarePlan } from "../../../src/care/life/decide-care-plan.js";
import { evolveCarePlan, replayCarePlan } from "../../../src/care/life/evolve-care-plan.js";
import {
  accepted,
  action,
  ACTIONS,
  BRIEF,
  C2,
  cny,
  command,
  march,
  POLICY,
  STORY,
} from "./plan-story.js";

/** The state after the first so many commands of the story. */
const after = (count: number) => accepted(STORY.slice(0, count)).state;
const refusalOf = (state: CarePlanState, one: CarePlanCommand) => {
  const decided = decideCarePlan(state, one, { policy: POLICY });
  return decided.ok ? decided.value : decided.error;
};
const codeOf = (state: CarePlanState, one: CarePlanCommand) => {
  const decided = decideCarePlan(state, one, { policy: POLICY });
  return decided.ok ? "ok" : decided.error.code;
};
const stateOf = (state: CarePlanState, id: string) => orderedValue(state.actions, id)?.action.state;

const RUNNING = after(4);
const DUE = after(5);
const change = (part: object, by = "li", key = "d1") =>
  command(key, march(8), { kind: "change", change: part, by });
const approveChange = (by: string) => command("d2", march(9), { kind: "approve-change", by });

describe("CARE-2: a plan of care, step by step", () => {
  it("CARE-2: runs from the draft to the close", () => {
    expect(STORY.map((_, index) => after(index + 1).phase)).toEqual([
      "draft",
      "submitted",
      "approved",
      ...Array.from({ length: 7 }, () => "running"),
      "reviewed",
      "closed",
    ]);
    const view = carePlanView(after(12), { asOf: march(24) });
    expect(view).toEqual({
      phase: "closed",
      allowed: [],
      counts: { planned: 0, due: 0, done: 2, blocked: 1, expired: 0, cancelled: 0 },
      budget: cny(300),
      spent: cny(110),
      committed: cny(110),
      toDo: [],
      overdue: [],
      doneLate: [],
      withFeedback: 1,
    });
  });

  it("CARE-2: what may not follow is refused with what may", () => {
    for (let count = 0; count <= STORY.length; count += 1) {
      const state = after(count);
      const allowed = CARE_PLAN_COMMANDS[state.phase];
      for (const one of STORY) {
        if (allowed.includes(one.kind)) continue;
        const refusal = refusalOf(state, { ...one, key: "new", at: march(31) });
        expect(refusal).toEqual({
          code: "not-allowed-now",
          command: one.kind,
          phase: state.phase,
          allowed,
        });
      }
    }
  });

  it("CARE-2: what a plan lacks is named at submission", () => {
    const holes = {
      goals: [" "],
      keyPersons: [],
      trackedCustomers: [],
      scope: [],
      activities: [{ name: "", team: "north", aim: "", work: [] }],
    };
    const document = { brief: holes, actions: [action("A-1")], budget: cny(99) };
    const gaps = [
      { code: "part-missing", part: "goals" },
      { code: "part-missing", part: "keyPersons" },
      { code: "part-missing", part: "trackedCustomers" },
      { code: "part-missing", part: "scope" },
      { code: "activity-incomplete", activity: "1", missing: ["name", "aim", "work"] },
      { code: "customer-not-tracked", customer: "C-1" },
      { code: "above-budget", cost: cny(100), budget: cny(99) },
    ];
    expect(carePlanGaps(document)).toEqual(gaps);
    const draft = command("k1", march(1), { kind: "draft", plan: "p", ...document });
    const { state } = accepted([draft]);
    const submit = command("k2", march(2), { kind: "submit" });
    expect(refusalOf(state, submit)).toEqual({
      code: "not-complete",
      gaps,
      allowed: ["revise", "submit"],
    });
    const whole = { kind: "revise", brief: BRIEF, actions: ACTIONS, budget: cny(300) } as const;
    expect(
      codeOf(accepted([command("k2", march(2), whole)], state).state, { ...submit, key: "k3" }),
    ).toBe("ok");
    const mixed = {
      ...document,
      actions: [action("A-1", { cost: { amount: 1, currency: "EUR" } })],
    };
    expect(carePlanGaps({ ...mixed, brief: BRIEF })).toEqual([
      { code: "other-currency", action: "A-1", currency: "EUR" },
    ]);
    expect(carePlanGaps({ brief: BRIEF, actions: [], budget: cny(0) })).toEqual([
      { code: "no-actions" },
    ]);
  });

  it("CARE-2: nobody approves their own plan: not the author, nor who submitted or revised it", () => {
    const submitted = after(2);
    for (const by of ["li", "zhao"]) {
      expect(refusalOf(submitted, command("n", march(3), { kind: "approve", by }))).toMatchObject({
        code: "own-plan",
        by,
        authors: ["li", "zhao"],
        may: ["wu", "boss"],
      });
    }
    const { state } = accepted(
      [
        command("n1", march(3), { kind: "return", why: "too dear", by: "wu" }),
        command("n2", march(4), { kind: "revise", budget: cny(310), by: "wu" }),
        command("n3", march(5), { kind: "submit" }),
      ],
      submitted,
    );
    expect(codeOf(state, command("n4", march(6), { kind: "approve", by: "wu" }))).toBe("own-plan");
    expect(codeOf(state, command("n4", march(6), { kind: "approve", by: "boss" }))).toBe("ok");
  });

  it("CARE-2: the limit must cover the budget; the refusal says who may", () => {
    const submitted = after(2);
    const by = (who: string) => command("n", march(3), { kind: "approve", by: who });
    expect(refusalOf(submitted, by("chen"))).toEqual({
      code: "above-limit",
      by: "chen",
      amount: cny(300),
      limit: cny(250),
      may: ["wu", "boss"],
      allowed: ["approve", "return"],
    });
    expect(refusalOf(submitted, by("nobody"))).not.toHaveProperty("limit");
    expect(codeOf(submitted, by("wu"))).toBe("ok");
    const { state } = accepted([{ ...STORY[0]!, budget: cny(1001) } as CarePlanCommand, STORY[1]!]);
    expect(codeOf(state, by("wu"))).toBe("above-limit");
    expect(codeOf(state, by("boss"))).toBe("ok");
  });

  it("CARE-2: a limit covers an amount that just reaches it, of a plan and of a difference", () => {
    const { state } = accepted([{ ...STORY[0]!, budget: cny(1000) } as CarePlanCommand, STORY[1]!]);
    const approve = command("n", march(3), { kind: "approve", by: "wu" });
    expect(codeOf(state, approve)).toBe("ok");
    const added = action("A-4", { cost: cny(250) });
    const { state: waiting } = accepted([change({ add: [added], budget: cny(550) })], DUE);
    expect(codeOf(waiting, approveChange("chen"))).toBe("ok");
  });

  it("CARE-2: who asked for a difference does not approve it, though without a hand in the plan before", () => {
    const { state } = accepted([change({ add: [action("A-4")], budget: cny(400) }, "boss")], DUE);
    expect(refusalOf(state, approveChange("boss"))).toMatchObject({
      code: "own-plan",
      authors: ["li", "zhao", "boss"],
      may: ["chen", "wu"],
    });
    expect(codeOf(state, approveChange("wu"))).toBe("ok");
  });

  it("CARE-2: a change after approval waits; only the difference counts against the limit", () => {
    const added = action("A-4", { cost: cny(150) });
    const { state } = accepted([change({ add: [added], budget: cny(450) })], DUE);
    expect(state.pending?.amount).toEqual(cny(150));
    expect(stateOf(state, "A-4")).toBeUndefined();
    expect(codeOf(state, change({ remove: ["A-3"] }, "zhao", "d9"))).toBe("change-pending");
    expect(codeOf(state, approveChange("li"))).toBe("own-plan");
    // Chen, whose limit is below the plan's budget, may approve the difference.
    const decided = accepted([approveChange("chen")], state).state;
    expect([stateOf(decided, "A-4"), decided.content?.budget, decided.pending]).toEqual([
      "planned",
      cny(450),
      undefined,
    ]);
    expect(decided.approvals.map(({ of, by, amount }) => [of, by, amount.amount])).toEqual([
      ["plan", "wu", 300],
      ["change", "chen", 150],
    ]);
  });

  it("CARE-2: what a difference saves frees nothing for what it adds", () => {
    const added = action("A-4", { cost: cny(251), customer: C2 });
    const dear = { add: [added], remove: ["A-3"], budget: cny(351) };
    const { state } = accepted([change(dear)], DUE);
    expect(state.pending?.amount).toEqual(cny(251));
    expect(codeOf(state, approveChange("chen"))).toBe("above-limit");
    const altered = [
      action("A-1", { cost: cny(80) }),
      action("A-3", { cost: cny(220), customer: C2 }),
    ];
    expect(accepted([change({ alter: altered })], RUNNING).state.pending?.amount).toEqual(cny(20));
    expect(accepted([change({ budget: cny(500) })], RUNNING).state.pending?.amount).toEqual(
      cny(200),
    );
    expect(accepted([change({ remove: ["A-3"] })], RUNNING).state.pending?.amount).toEqual(cny(0));
  });

  it("CARE-2: while a difference waits, actions it leaves alone go on, and those it touches rest", () => {
    const { state } = accepted([change({ remove: ["A-1"] })], DUE);
    const done = command("n1", march(9), { kind: "action-done", action: "A-1" });
    expect(codeOf(state, done)).toBe("action-rests");
    expect(codeOf(state, command("n2", march(9), { kind: "action-due", action: "A-3" }))).toBe(
      "ok",
    );
    const returned = command("n3", march(9), { kind: "return-change", why: "no", by: "wu" });
    const again = accepted([returned], state).state;
    expect([again.pending, again.returns.at(-1)?.of]).toEqual([undefined, "change"]);
    expect(codeOf(again, { ...done, key: "n4" })).toBe("ok");
    // What has come to its end meanwhile stays as it is.
    const cancel = command("n5", march(9), { kind: "cancel-action", action: "A-1", why: "moved" });
    const { state: ended } = accepted([cancel, approveChange("wu")], state);
    expect(stateOf(ended, "A-1")).toBe("cancelled");
    const { state: gone } = accepted([approveChange("wu")], state);
    expect(stateOf(gone, "A-1")).toBeUndefined();
  });

  it("CARE-2: a difference that makes no sense is refused by name", () => {
    const eur = { amount: 1, currency: "EUR" } as const;
    const cases: readonly (readonly [object, string])[] = [
      [{}, "nothing-changed"],
      [{ add: [action("A-1")] }, "action-exists"],
      [{ remove: ["A-9"] }, "unknown-action"],
      [{ remove: ["A-1"], alter: [action("A-1")] }, "other-action"],
      [{ alter: [action("A-1", { customer: C2 })] }, "other-action"],
      [{ alter: [action("A-1", { kind: "cake" })] }, "other-action"],
      [{ budget: eur }, "other-currency"],
      [{ budget: cny(299) }, "not-complete"],
      [{ add: [action("A-4", { customer: "C-9" as never, cost: cny(0) })] }, "not-complete"],
    ];
    for (const [part, code] of cases)
      expect([part, codeOf(RUNNING, change(part))]).toEqual([part, code]);
    const done = after(9);
    const late = { ...change({ remove: ["A-3"] }), at: march(11) };
    expect(codeOf(done, late)).toBe("not-allowed-for-action");
    expect(codeOf(RUNNING, approveChange("wu"))).toBe("no-change-pending");
  });

  it("CARE-2: a reviewed plan is adjusted by an approved difference, and runs on", () => {
    const reviewed = after(11);
    const add = { kind: "change", change: { add: [action("A-4")] } } as const;
    const { state } = accepted(
      [
        command("n1", march(24), add),
        command("n2", march(25), { kind: "approve-change", by: "wu" }),
      ],
      reviewed,
    );
    expect([state.phase, stateOf(state, "A-4")]).toEqual(["running", "planned"]);
  });

  it("CARE-2: is closed only when no action is open and no difference waits", () => {
    const review = command("n1", march(11), { kind: "review", summary: "so far" });
    const { state } = accepted([review], after(8));
    const close = command("n2", march(12), { kind: "close" });
    expect(refusalOf(state, close)).toMatchObject({
      code: "actions-open",
      count: 1,
      first: ["A-3"],
    });
    const { state: waiting } = accepted(
      [command("n3", march(24), { kind: "change", change: { budget: cny(400) } })],
      after(11),
    );
    expect(codeOf(waiting, command("n4", march(25), { kind: "close" }))).toBe("change-pending");
  });
});

describe("CARE-2: the actions of a plan", () => {
  it("CARE-6: an end is for good; what may not follow is refused with what may", () => {
    const { state } = accepted(
      [
        command("n1", march(9), { kind: "cancel-action", action: "A-3", why: "moved away" }),
        command("n2", march(9), {
          kind: "expire-action",
          action: "A-2",
          reasons: [{ code: "care-window-over", params: {} }],
        }),
      ],
      after(6),
    );
    for (const [id, end] of [
      ["A-1", "done"],
      ["A-2", "expired"],
      ["A-3", "cancelled"],
    ] as const) {
      const due = command("n3", march(10), { kind: "action-due", action: id });
      expect(refusalOf(state, due)).toMatchObject({
        code: "not-allowed-for-action",
        action: id,
        state: end,
        may: [],
      });
    }
    expect(
      refusalOf(RUNNING, command("n", march(9), { kind: "action-done", action: "A-1" })),
    ).toMatchObject({
      code: "not-allowed-for-action",
      may: ["due", "blocked", "expired", "cancelled"],
    });
  });

  it("CARE-6: nothing is done before its moment, nor before the action it goes with", () => {
    const due = command("n1", march(8, 8), { kind: "action-due", action: "A-1" });
    expect(refusalOf(RUNNING, due)).toMatchObject({ code: "too-early", from: march(8, 9) });
    expect(codeOf(RUNNING, { ...due, at: march(8, 9) })).toBe("ok");
    const early = {
      kind: "expire-action",
      action: "A-1",
      reasons: [{ code: "x", params: {} }],
    } as const;
    expect(codeOf(RUNNING, command("n2", march(8, 8), early))).toBe("too-early");
    const { state } = accepted(
      [command("n3", march(9), { kind: "action-due", action: "A-2" })],
      DUE,
    );
    expect(
      refusalOf(state, command("n4", march(9), { kind: "action-done", action: "A-2" })),
    ).toMatchObject({ code: "before-leading-action", follows: "A-1" });
    expect(codeOf(DUE, command("n5", march(8, 9), { kind: "action-done", action: "A-1" }))).toBe(
      "before-last-event",
    );
    expect(codeOf(DUE, command("n6", march(9), { kind: "action-due", action: "A-9" }))).toBe(
      "unknown-action",
    );
  });

  it("CARE-2: feedback and true costs flow back to the plan, above the budget, too", () => {
    const told = (part: object, key = "n1") =>
      command(key, march(13), { kind: "record-feedback", feedback: { action: "A-1", ...part } });
    expect(codeOf(DUE, told({ responded: true }))).toBe("action-open");
    expect(codeOf(DUE, told({ action: "A-9" }))).toBe("unknown-action");
    expect(codeOf(after(6), told({ cost: { amount: 1, currency: "EUR" } }))).toBe("other-currency");
    const { state } = accepted(
      [told({ cost: cny(400) }), told({ satisfaction: 4 }, "n2")],
      after(6),
    );
    const tracked = orderedValue(state.actions, "A-1");
    expect([tracked?.spent, tracked?.feedback?.length]).toEqual([cny(400), 2]);
    expect(carePlanView(state, { asOf: march(14) })).toMatchObject({
      spent: cny(400),
      committed: cny(600),
      withFeedback: 1,
    });
    const paid = command("n3", march(9), { kind: "action-done", action: "A-1", cost: cny(90) });
    expect(orderedValue(accepted([paid], DUE).state.actions, "A-1")?.spent).toEqual(cny(90));
  });

  it("CARE-2: the view tells what is to do, what is overdue and what was done late", () => {
    const at = (state: CarePlanState, day: number) => {
      const { toDo, overdue, doneLate } = carePlanView(state, { asOf: march(day) });
      return [toDo, overdue, doneLate];
    };
    expect(at(DUE, 7)).toEqual([[], [], []]);
    expect(at(DUE, 8)).toEqual([["A-1", "A-3"], [], []]);
    expect(at(DUE, 21)).toEqual([[], ["A-1", "A-2", "A-3"], []]);
    const late = command("n1", march(21), { kind: "action-done", action: "A-1" });
    expect(at(accepted([late], DUE).state, 22)).toEqual([[], ["A-2", "A-3"], ["A-1"]]);
  });
});

describe("CARE-2: commands and events", () => {
  it("CARE-2: a plan as of a moment holds what was done up to it, that moment included", () => {
    const { events } = accepted(STORY);
    const phaseAt = (at: ReturnType<typeof march>) => replayCarePlan(events, { asOf: at }).phase;
    expect([phaseAt(march(2, 9)), phaseAt(march(2)), phaseAt(march(3))]).toEqual([
      "draft",
      "submitted",
      "approved",
    ]);
  });

  it("CARE-2: a command applied already gives no event; its key for anything else is refused", () => {
    const closed = after(STORY.length);
    for (const one of STORY) expect(refusalOf(closed, one)).toEqual([]);
    expect(refusalOf(after(5), { ...STORY[4]!, action: "A-3" } as CarePlanCommand)).toMatchObject({
      code: "key-reused",
      appliedTo: "action-due",
      action: "A-1",
    });
    expect(codeOf(after(5), command("k4", march(9), { kind: "action-due", action: "A-3" }))).toBe(
      "key-reused",
    );
  });

  it("CARE-2: the plan's steps follow all that was done; actions are told of in any order", () => {
    const { state } = accepted(
      [STORY[4]!, command("n0", march(12), { kind: "action-due", action: "A-3" })],
      RUNNING,
    );
    expect(codeOf(state, STORY[5]!)).toBe("ok");
    expect(
      refusalOf(state, command("n1", march(11), { kind: "review", summary: "s" })),
    ).toMatchObject({
      code: "before-last-event",
      lastAt: march(12),
    });
  });

  it("CARE-2: broken commands, policies and events are exceptions", () => {
    const decide = (one: object) => () =>
      decideCarePlan(NO_CARE_PLAN, { ...STORY[0]!, ...one }, { policy: POLICY });
    expect(decide({ key: " " })).toThrow('key of "draft" must not be blank');
    expect(decide({ by: undefined })).toThrow('by of "draft"');
    expect(decide({ at: "soon" })).toThrow(RangeError);
    expect(decide({ actions: [action("A-1"), action("A-1")] })).toThrow("action A-1 stands twice");
    expect(decide({ actions: [action("A-1", { state: "due" })] })).toThrow(
      "must be planned, got due",
    );
    expect(decide({ budget: cny(-1) })).toThrow("budget must be an amount of at least 0, got -1");
    expect(decide({ kind: "block-action", action: "A-1", reasons: [] })).toThrow("reasons of");
    const policy = { approvers: [{ approver: "chen", upTo: cny(-5) }] };
    expect(() => decideCarePlan(NO_CARE_PLAN, STORY[0]!, { policy })).toThrow("upTo of chen");
    expect(() => replayCarePlan(accepted(STORY).events.slice(1))).toThrow('begins with "draft"');
    const stray = { ...command("n", march(9), { kind: "action-due", action: "A-9" }) };
    expect(() => evolveCarePlan(RUNNING, stray as never)).toThrow("got A-9");
  });

  it("CARE-2: whatever is asked for, ends are kept, nobody approves their own, and a replay is the state", () => {
    const who = fc.constantFrom("li", "zhao", "wu", "chen", "boss");
    const id = fc.constantFrom("A-1", "A-2", "A-3", "A-4");
    const reasons = [{ code: "x", params: {} }];
    const asked = fc.oneof(
      fc.constantFrom(
        { kind: "submit" },
        { kind: "approve" },
        { kind: "approve" },
        { kind: "return", why: "w" },
        { kind: "start" },
        { kind: "approve-change" },
        { kind: "approve-change" },
        { kind: "return-change", why: "w" },
        { kind: "review", summary: "s" },
        { kind: "close" },
        { kind: "revise", budget: cny(320) },
      ),
      id.map((one) => ({ kind: "action-due", action: one })),
      id.map((one) => ({ kind: "action-done", action: one })),
      id.map((one) => ({ kind: "block-action", action: one, reasons })),
      id.map((one) => ({ kind: "expire-action", action: one, reasons })),
      id.map((one) => ({ kind: "cancel-action", action: one, why: "w" })),
      id.map((one) => ({ kind: "record-feedback", feedback: { action: one, cost: cny(7) } })),
      id.map((one) => ({ kind: "change", change: { remove: [one], budget: cny(350) } })),
      fc.constant({ kind: "change", change: { add: [action("A-4")], budget: cny(400) } }),
    );
    const step = fc.record({ asked, by: who, day: fc.integer({ min: 8, max: 12 }) });
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 4), fc.array(step, { maxLength: 25 }), (begun, steps) => {
        const begin = accepted(STORY.slice(0, begun));
        const events = [...begin.events];
        let state = begin.state;
        steps.forEach(({ asked: part, by, day }, place) => {
          const one = { key: `p${String(place)}`, at: march(day), by, ...part } as CarePlanCommand;
          const decided = decideCarePlan(state, one, { policy: POLICY });
          if (!decided.ok) return;
          const before = state;
          for (const event of decided.value) {
            events.push(event);
            state = evolveCarePlan(state, event);
          }
          if (one.kind === "approve" || one.kind === "approve-change") {
            expect(before.authors).not.toContain(by);
          }
          for (const [key, { action: was }] of orderedEntries(before.actions)) {
            if (CARE_ACTION_STEPS[was.state].length > 0) continue;
            expect(stateOf(state, key)).toBe(was.state);
          }
        });
        expect(replayCarePlan(events)).toEqual(state);
        expect(replayCarePlan([...events, ...events])).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });
});
