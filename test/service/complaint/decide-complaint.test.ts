import {
  COMPLAINT_COMMANDS,
  COMPLAINT_PHASES,
  decideComplaint,
  evolveComplaint,
  NO_COMPLAINT,
  replayComplaint,
} from "goodwill/service";
import type { ComplaintCase, ComplaintEvent } from "goodwill/service";
import { money } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ACKNOWLEDGE,
  after,
  ANSWER,
  ASSESS,
  AUTHORITY,
  CLOSE,
  command,
  complaint,
  DUPLICATE,
  INVESTIGATE,
  RECEIVE,
  refund,
  refusalOf,
  REOPEN,
  told,
  WITHDRAW,
} from "./story.js";
import type { Step } from "./story.js";

const STEPS: readonly Step[] = [
  RECEIVE,
  ACKNOWLEDGE,
  ASSESS,
  INVESTIGATE,
  ANSWER,
  CLOSE,
  REOPEN,
  WITHDRAW,
  DUPLICATE,
  { kind: "assign", owner: "bo" },
  { kind: "hand-off", to: "an", why: "knows sofas" },
  { kind: "escalate", to: "li", level: 2, why: "stuck" },
  { kind: "find-cause", cause: "carrier" },
  { kind: "approve", remedies: [refund(100)] },
  { kind: "inform-customer", text: "on its way" },
  { kind: "hear-from-customer", text: "where is it?" },
  { kind: "wait-for-customer", what: "address" },
  { kind: "stop-waiting" },
  { kind: "promise", promise: "P-1", what: "call" },
  { kind: "settle-promise", promise: "P-1", outcome: "kept" },
  { kind: "link", to: "K-7", why: "same truck" },
  { kind: "note", text: "angry" },
];

/** A way into each phase. */
const WAYS: Readonly<Record<string, readonly Step[]>> = {
  received: [RECEIVE],
  acknowledged: [RECEIVE, ACKNOWLEDGE],
  assessed: [RECEIVE, ACKNOWLEDGE, ASSESS],
  investigating: [RECEIVE, ACKNOWLEDGE, ASSESS, INVESTIGATE],
  answered: [RECEIVE, ACKNOWLEDGE, ASSESS, INVESTIGATE, ANSWER],
  closed: [RECEIVE, ACKNOWLEDGE, ASSESS, INVESTIGATE, ANSWER, CLOSE],
  reopened: [RECEIVE, ANSWER, CLOSE, REOPEN],
  withdrawn: [RECEIVE, WITHDRAW],
  duplicate: [RECEIVE, DUPLICATE],
};

describe("the life of a complaint", () => {
  test("SRV-1: it is received, acknowledged, assessed, investigated, answered, closed and reopened", () => {
    const state = told([RECEIVE, ACKNOWLEDGE, ASSESS, INVESTIGATE, ANSWER, CLOSE, REOPEN]);
    expect(state.phases.map(({ phase }) => phase)).toEqual([
      "received",
      "acknowledged",
      "assessed",
      "investigating",
      "answered",
      "closed",
      "reopened",
    ]);
    expect(state.phases[3]?.at).toBe(after(180));
    expect(state.applied.map(({ id }) => id)).toEqual([
      "E-0",
      "E-1",
      "E-2",
      "E-3",
      "E-4",
      "E-5",
      "E-6",
    ]);
  });

  test("SRV-1: each phase allows what it lists, and what is refused says what may follow", () => {
    for (const phase of COMPLAINT_PHASES) {
      const state = told(WAYS[phase]!);
      expect(state.phase).toBe(phase);
      for (const step of STEPS) {
        const refusal = refusalOf(state, step);
        const follows = COMPLAINT_COMMANDS[phase].includes(step.kind);
        expect([phase, step.kind, refusal?.code === "not-allowed-now"]).toEqual([
          phase,
          step.kind,
          !follows,
        ]);
        if (follows) continue;
        expect(refusal?.allowed).not.toContain(step.kind);
        expect(refusal?.allowed.length).toBeGreaterThan(0);
      }
    }
    expect(refusalOf(NO_COMPLAINT, CLOSE)).toEqual({
      code: "not-allowed-now",
      command: "close",
      allowed: ["receive"],
    });
  });

  test("SRV-1: what is allowed is what is done: every allowed command of the right kind is taken", () => {
    for (const phase of COMPLAINT_PHASES) {
      const state = told(WAYS[phase]!);
      const { allowed } = refusalOf(state, RECEIVE)!;
      for (const step of STEPS.filter(({ kind }) => allowed.includes(kind))) {
        expect([step.kind, refusalOf(state, step)]).toEqual([step.kind, undefined]);
      }
    }
  });

  test("SRV-2: who can settle it answers at once", () => {
    expect(told([RECEIVE, ANSWER, CLOSE]).phase).toBe("closed");
  });

  test("SRV-1: judging it again while it is looked into takes no step back", () => {
    const state = told([
      RECEIVE,
      ACKNOWLEDGE,
      ASSESS,
      INVESTIGATE,
      { kind: "assess", severity: "critical", safety: true },
    ]);
    expect([state.phase, state.record?.severity, state.record?.safety]).toEqual([
      "investigating",
      "critical",
      true,
    ]);
    expect(state.phases).toHaveLength(4);
  });

  test("SRV-1: a duplicate says of what, is none any more once reopened, and never of itself", () => {
    const state = told([RECEIVE, DUPLICATE]);
    expect(state.duplicateOf).toBe("K-0");
    expect(told([RECEIVE, DUPLICATE, REOPEN]).duplicateOf).toBeUndefined();
    expect(refusalOf(told([RECEIVE]), { kind: "mark-duplicate", of: "K-1" })?.code).toBe(
      "same-complaint",
    );
    expect(refusalOf(told([RECEIVE]), { kind: "link", to: "K-1", why: "x" })?.code).toBe(
      "same-complaint",
    );
    const linked = told([RECEIVE, { kind: "link", to: "K-7", why: "same truck" }]);
    expect(linked.links).toEqual([{ to: "K-7", why: "same truck" }]);
    expect(refusalOf(linked, { kind: "link", to: "K-7", why: "again" })?.code).toBe(
      "linked-already",
    );
  });

  test("SRV-1: nothing is done before what was done last; the same moment is in order", () => {
    const state = told([RECEIVE, ACKNOWLEDGE]);
    expect(refusalOf(state, ANSWER, { minutes: 59 })).toMatchObject({
      code: "before-last-event",
      at: after(59),
      lastAt: after(60),
      lastId: "E-1",
    });
    expect(refusalOf(state, ANSWER, { minutes: 60 })).toBeUndefined();
    const early = command(ANSWER, { id: "E-9", minutes: 59 });
    expect(() => evolveComplaint(state, early)).toThrow(RangeError);
  });

  test("SRV-1: the same id twice does nothing, for another kind it is refused", () => {
    const state = told([RECEIVE, ACKNOWLEDGE]);
    const again = decideComplaint(state, command(ACKNOWLEDGE, { id: "E-1", minutes: 90 }));
    expect(again).toEqual({ ok: true, value: [] });
    const other = decideComplaint(state, command(ANSWER, { id: "E-1", minutes: 90 }));
    expect(other).toMatchObject({
      ok: false,
      error: { code: "id-reused", appliedTo: "acknowledge" },
    });
    expect(evolveComplaint(state, command(ACKNOWLEDGE, { id: "E-1", minutes: 60 }))).toBe(state);
  });

  test("SRV-1: broken commands are errors, not refusals", () => {
    const bad =
      (step: Step, id = "E-1"): (() => unknown) =>
      () =>
        decideComplaint(told([RECEIVE]), command(step, { id, minutes: 60 }));
    expect(bad({ kind: "note", text: " " })).toThrow(RangeError);
    expect(bad({ kind: "note", text: "x" }, "")).toThrow(RangeError);
    expect(bad({ kind: "escalate", to: "li", level: 1.5, why: "x" })).toThrow(RangeError);
    expect(bad({ kind: "answer", finding: "upheld", remedies: [refund(-1)] })).toThrow(RangeError);
    expect(bad({ kind: "approve", remedies: [] })).toThrow(RangeError);
    expect(bad({ kind: "promise", promise: "P", what: "x", due: after(59) })).toThrow(RangeError);
    const other = { kind: "receive", record: complaint({ id: "K-2" }) } as const;
    expect(() => decideComplaint(NO_COMPLAINT, command(other, { id: "E-0", minutes: 0 }))).toThrow(
      RangeError,
    );
    const late = { ...command(RECEIVE, { id: "E-0", minutes: 1 }), at: after(2) };
    expect(() => decideComplaint(NO_COMPLAINT, late)).toThrow(/record's at/);
    const stranger = { ...command(ACKNOWLEDGE, { id: "E-1", minutes: 60 }), complaint: "K-2" };
    expect(() => decideComplaint(told([RECEIVE]), stranger)).toThrow(/about "K-1"/);
    expect(() => evolveComplaint(told([RECEIVE]), stranger)).toThrow(/those of "K-1"/);
    const wrong = { ...RECEIVE, record: complaint({ id: "K-2" }) } as typeof RECEIVE;
    expect(() => evolveComplaint(NO_COMPLAINT, command(wrong, { id: "E-1", minutes: 0 }))).toThrow(
      'the record received must be that of "K-1", got "K-2"',
    );
    expect(() => replayComplaint([command(CLOSE, { id: "E-1", minutes: 0 })])).toThrow(
      /begins with "receive"/,
    );
    const policy = { maxHandOffs: -1 };
    expect(() => refusalOf(NO_COMPLAINT, RECEIVE, { policy, minutes: 0 })).toThrow(RangeError);
  });

  test.each([
    [{ receivedBy: " " }, 'receivedBy must not be blank, got " "'],
    [{ channel: "" }, 'channel must not be blank, got ""'],
    [{ subject: undefined as unknown as string }, "subject must not be blank, got undefined"],
    [{ severity: "awful" as "low" }, 'severity must be a grade, got "awful"'],
    [{ impact: "awful" as "low" }, 'impact must be a grade, got "awful"'],
    [{ amount: { amount: -1, currency: "EUR" as const } }, "amount must be at least 0, got -1"],
  ])("SRV-1: a record with %j is refused", (part, message) => {
    const broken: Step = { kind: "receive", record: complaint(part) };
    expect(() => decideComplaint(NO_COMPLAINT, command(broken, { id: "E-0", minutes: 0 }))).toThrow(
      message,
    );
  });

  test("SRV-1: a grade that is none is refused when it is judged, too", () => {
    const step: Step = { kind: "assess", severity: "low", complexity: "hard" as "high" };
    expect(() => refusalOf(told([RECEIVE, ACKNOWLEDGE]), step)).toThrow(
      'complexity must be a grade, got "hard"',
    );
  });

  test("SRV-1: whatever is tried, replaying what was accepted, also twice over, gives the same case", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.integer({ min: -30, max: 90 })), {
          maxLength: 25,
        }),
        (tries) => {
          let state: ComplaintCase = NO_COMPLAINT;
          const events: ComplaintEvent[] = [];
          let minutes = 0;
          for (const [place, [step, later]] of tries.entries()) {
            minutes += later;
            const id = `E-${place}`;
            const at = state === NO_COMPLAINT ? 0 : minutes;
            const decided = decideComplaint(state, command(step, { id, minutes: at }));
            if (!decided.ok) {
              expect(decided.error.allowed.length).toBeGreaterThan(0);
              continue;
            }
            events.push(...decided.value);
            state = decided.value.reduce(evolveComplaint, state);
          }
          expect(replayComplaint(events)).toEqual(state);
          expect(replayComplaint([...events, ...events])).toEqual(state);
          const counted = events.filter(({ kind }) => kind === "hand-off");
          expect(counted.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("who answers for a complaint", () => {
  const HAND_OFF: Step = { kind: "hand-off", to: "an", why: "knows sofas" };
  const UP: Step = { kind: "escalate", to: "li", level: 2, why: "stuck" };

  test("SRV-2: who received it answers for it until it is assigned, which is no hand-off", () => {
    expect(told([RECEIVE]).owner).toBe("mei");
    const state = told([RECEIVE, { kind: "assign", owner: "bo" }]);
    expect([state.owner, state.handOffs]).toEqual(["bo", 0]);
    expect(refusalOf(state, { kind: "assign", owner: "an" })).toMatchObject({
      code: "assigned-already",
      owner: "bo",
    });
  });

  test("SRV-2: it is not passed round: beyond the limit it only goes up", () => {
    const state = told([RECEIVE, HAND_OFF]);
    expect([state.owner, state.handOffs]).toEqual(["an", 1]);
    const refusal = refusalOf(state, { kind: "hand-off", to: "bo", why: "no time" });
    expect(refusal).toMatchObject({ code: "hand-off-limit", handOffs: 1, limit: 1 });
    expect(refusal?.allowed).not.toContain("hand-off");
    expect(refusal?.allowed).toContain("escalate");
    const up = told([RECEIVE, HAND_OFF, UP]);
    expect([up.owner, up.level, up.escalations]).toEqual(["li", 2, 1]);
    expect(refusalOf(up, { kind: "hand-off", to: "bo", why: "back down" })?.code).toBe(
      "hand-off-limit",
    );
    const more = { policy: { maxHandOffs: 2 } };
    expect(refusalOf(state, { kind: "hand-off", to: "bo", why: "no time" }, more)).toBeUndefined();
  });

  test("SRV-2: an escalation goes up and to somebody else", () => {
    const state = told([RECEIVE, UP]);
    expect(refusalOf(state, { kind: "escalate", to: "wang", level: 2, why: "x" })).toMatchObject({
      code: "not-upward",
      level: 2,
      to: 2,
    });
    expect(refusalOf(state, { kind: "escalate", to: "li", level: 3, why: "x" })?.code).toBe(
      "same-owner",
    );
    expect(refusalOf(state, { kind: "escalate", to: "wang", level: 3, why: "x" })).toBeUndefined();
  });

  test("SRV-2: with levels known, it goes to people of the level named", () => {
    const state = told([RECEIVE]);
    const rules = { authority: AUTHORITY };
    expect(refusalOf(state, { kind: "hand-off", to: "li", why: "x" }, rules)).toMatchObject({
      code: "wrong-level",
      level: 2,
      expected: 1,
    });
    expect(refusalOf(state, { ...UP, to: "toString" }, rules)).toMatchObject({
      code: "wrong-level",
      level: 0,
    });
    expect(refusalOf(state, UP, rules)).toBeUndefined();
  });
});

describe("what is granted", () => {
  const rules = { authority: AUTHORITY };
  const grant = (amount: number): Step => ({
    kind: "answer",
    finding: "upheld",
    remedies: [refund(amount)],
  });

  test("SRV-2: the front line grants within its authority, the limit included", () => {
    expect(refusalOf(told([RECEIVE]), grant(5000), rules)).toBeUndefined();
    expect(refusalOf(told([RECEIVE]), grant(5001), rules)).toMatchObject({
      code: "beyond-authority",
      by: "mei",
      authority: { decision: "escalate", level: 2, name: "manager" },
    });
    expect(refusalOf(told([RECEIVE]), grant(5001), { ...rules, by: "li" })).toBeUndefined();
    expect(refusalOf(told([RECEIVE]), ANSWER, { ...rules, by: "stranger" })?.code).toBe(
      "beyond-authority",
    );
  });

  test("SRV-2: an amount is not split over two answers", () => {
    const state = told([RECEIVE, grant(3000), REOPEN], rules);
    expect(state.granted).toEqual([refund(3000)]);
    expect(refusalOf(state, grant(2000), rules)).toBeUndefined();
    expect(refusalOf(state, grant(2001), rules)?.code).toBe("beyond-authority");
  });

  test("SRV-2: nobody approves the own beyond authority, another one with the authority does", () => {
    const approve: Step = { kind: "approve", remedies: [refund(20_000)] };
    expect(refusalOf(told([RECEIVE]), approve, rules)?.code).toBe("beyond-authority");
    const approved = evolveComplaint(
      told([RECEIVE]),
      command(approve, { id: "A", minutes: 1, by: "li" }),
    );
    expect(refusalOf(approved, grant(20_000), rules)).toBeUndefined();
    expect(refusalOf(approved, grant(20_001), rules)?.code).toBe("beyond-authority");
    const twice: Step = {
      kind: "answer",
      finding: "upheld",
      remedies: [refund(20_000), refund(1)],
    };
    expect(refusalOf(approved, twice, rules)?.code).toBe("beyond-authority");
    const yen = [{ kind: "refund", amount: money(100, "JPY") }];
    expect(refusalOf(approved, { ...ANSWER, remedies: yen } as Step, rules)?.code).toBe(
      "beyond-authority",
    );
    const own = evolveComplaint(told([RECEIVE]), command(approve, { id: "A", minutes: 1 }));
    expect(refusalOf(own, grant(20_000), rules)?.code).toBe("beyond-authority");
    const used = evolveComplaint(approved, command(grant(20_000), { id: "B", minutes: 2 }));
    expect(used.approvals).toEqual([]);
  });

  test("SRV-2: a case at risk of safety is answered from its level on", () => {
    const risky = told([{ kind: "receive", record: complaint({ safety: true }) }]);
    expect(refusalOf(risky, ANSWER, rules)).toMatchObject({
      authority: { level: 2, reasons: [{ code: "complaint-safety-first" }] },
    });
    expect(refusalOf(risky, ANSWER, { ...rules, by: "li" })).toBeUndefined();
  });

  test("SRV-2: earlier complaints count", () => {
    expect(refusalOf(told([RECEIVE]), ANSWER, { ...rules, earlier: 1 })).toBeUndefined();
    expect(refusalOf(told([RECEIVE]), ANSWER, { ...rules, earlier: 2 })?.code).toBe(
      "beyond-authority",
    );
  });
});

describe("promises and waiting", () => {
  const PROMISE: Step = { kind: "promise", promise: "P-1", what: "call", due: after(9000) };

  test("SRV-2: it is not closed while something promised is open", () => {
    const state = told([RECEIVE, PROMISE, ANSWER]);
    const refusal = refusalOf(state, CLOSE);
    expect(refusal).toMatchObject({ code: "promises-open", open: ["P-1"] });
    expect(refusal?.allowed).not.toContain("close");
    const kept: Step = { kind: "settle-promise", promise: "P-1", outcome: "kept" };
    expect(told([RECEIVE, PROMISE, ANSWER, kept, CLOSE]).promises).toEqual([
      {
        id: "P-1",
        what: "call",
        at: after(60),
        due: after(9000),
        settledAt: after(180),
        outcome: "kept",
      },
    ]);
    expect(refusalOf(state, PROMISE)?.code).toBe("promised-already");
    expect(refusalOf(state, { ...kept, promise: "P-2" })).toMatchObject({
      code: "no-open-promise",
      open: ["P-1"],
    });
  });

  test("SRV-4: waiting ends when the customer is heard, we answer, or we stop", () => {
    const wait: Step = { kind: "wait-for-customer", what: "address" };
    const state = told([RECEIVE, wait]);
    expect(state.waiting).toEqual({ since: after(60), what: "address" });
    expect(refusalOf(state, wait)).toMatchObject({ code: "waiting-already", since: after(60) });
    expect(refusalOf(told([RECEIVE]), { kind: "stop-waiting" })?.code).toBe("not-waiting");
    const ends: readonly Step[] = [
      { kind: "hear-from-customer", text: "here" },
      { kind: "stop-waiting" },
      ANSWER,
      WITHDRAW,
      DUPLICATE,
    ];
    for (const end of ends) expect(told([RECEIVE, wait, end]).waiting).toBeUndefined();
    // Who is not content with the answer has been heard.
    expect(told([RECEIVE, ANSWER, wait, REOPEN]).waiting).toBeUndefined();
  });
});
