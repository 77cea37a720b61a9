import {
  complaintView,
  countedComplaint,
  NO_COMPLAINT,
  replayComplaint,
  serviceCaseOfComplaint,
  settledComplaint,
} from "goodwill/service";
import type { RelationshipComplaint } from "goodwill/relationship";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { SettledComplaint } from "goodwill/service";
import {
  ACKNOWLEDGE,
  after,
  ANSWER,
  ASSESS,
  CLOSE,
  DUPLICATE,
  events,
  INVESTIGATE,
  RECEIVE,
  REOPEN,
  told,
  WITHDRAW,
} from "./story.js";

const HOUR = 3_600_000;

describe("a complaint at a moment", () => {
  test("SRV-1: it says who owns it, since when, how long in which phase, and what may be done", () => {
    const state = told([RECEIVE, ACKNOWLEDGE, ANSWER, CLOSE, REOPEN, ANSWER]);
    const view = complaintView(state, { asOf: after(420) });
    expect(view).toMatchObject({
      phase: "answered",
      since: after(300),
      owner: "mei",
      level: 1,
      handOffs: 0,
      handOffsLeft: 1,
      escalations: 0,
      reopened: 1,
      openMilliseconds: 6 * HOUR,
    });
    expect(view.phaseTimes).toEqual([
      { phase: "received", milliseconds: HOUR },
      { phase: "acknowledged", milliseconds: HOUR },
      { phase: "answered", milliseconds: 3 * HOUR },
      { phase: "closed", milliseconds: HOUR },
      { phase: "reopened", milliseconds: HOUR },
    ]);
    expect(view.allowed).toContain("close");
    expect(view.allowed).not.toContain("stop-waiting");
  });

  test("SRV-2: it counts hand-offs, escalations and what is promised; the moment due is late", () => {
    const state = told([
      RECEIVE,
      { kind: "hand-off", to: "an", why: "x" },
      { kind: "escalate", to: "li", level: 2, why: "x" },
      { kind: "promise", promise: "P-1", what: "call", due: after(600) },
      { kind: "promise", promise: "P-2", what: "letter" },
      { kind: "wait-for-customer", what: "photo" },
    ]);
    const view = complaintView(state, { asOf: after(599) });
    expect([view.owner, view.level, view.handOffs, view.handOffsLeft, view.escalations]).toEqual([
      "li",
      2,
      1,
      0,
      1,
    ]);
    expect(view.promised.map(({ id }) => id)).toEqual(["P-1", "P-2"]);
    expect(view.overdue).toEqual([]);
    expect(view.waiting).toEqual({ since: after(300), what: "photo" });
    expect(complaintView(state, { asOf: after(600) }).overdue.map(({ id }) => id)).toEqual(["P-1"]);
  });

  test("SRV-1: it is looked at as it was, and never before what was done last", () => {
    const told = events("K-1", [
      [0, RECEIVE],
      [60, ACKNOWLEDGE],
      [120, ANSWER],
    ]);
    const state = replayComplaint(told, { asOf: after(60) });
    expect(complaintView(state, { asOf: after(90) }).phase).toBe("acknowledged");
    expect(() => complaintView(replayComplaint(told), { asOf: after(90) })).toThrow(RangeError);
    expect(complaintView(NO_COMPLAINT, { asOf: after(0) })).toMatchObject({
      phaseTimes: [],
      openMilliseconds: 0,
    });
  });
});

describe("a complaint as other rooms take it", () => {
  test("CUS-7: the assessment of a relationship takes it: settled while ended, open once reopened", () => {
    expectTypeOf<SettledComplaint>().toExtend<RelationshipComplaint>();
    const settledAt = (steps: Parameters<typeof told>[0]): string | undefined =>
      settledComplaint(told(steps))?.settledAt;
    expect(settledComplaint(told([RECEIVE, ACKNOWLEDGE, ASSESS]))).toEqual({
      id: "K-1",
      at: after(0),
      subject: "Sofa not delivered",
      severity: "high",
    });
    expect(settledAt([RECEIVE, ANSWER])).toBeUndefined();
    expect(settledAt([RECEIVE, ANSWER, CLOSE])).toBe(after(120));
    expect(settledAt([RECEIVE, WITHDRAW])).toBe(after(60));
    expect(settledAt([RECEIVE, DUPLICATE])).toBe(after(60));
    expect(settledAt([RECEIVE, ANSWER, CLOSE, REOPEN])).toBeUndefined();
    expect(settledAt([RECEIVE, ANSWER, CLOSE, { kind: "note", text: "x" }])).toBe(after(120));
  });

  test("SRV-1: it counts with the cause found out and what it is a duplicate of", () => {
    const state = told([RECEIVE, { kind: "find-cause", cause: "carrier" }, DUPLICATE]);
    expect(countedComplaint(state)).toEqual({
      id: "K-1",
      customer: "C-1",
      at: after(0),
      kind: "late-delivery",
      cause: "carrier",
      duplicateOf: "K-0",
    });
  });

  test("SRV-4: the clocks see its events: an answer ends the wait, a reopening before the close is a message", () => {
    const seen = serviceCaseOfComplaint(
      events("K-1", [
        [0, RECEIVE],
        [5, { kind: "note", text: "x" }],
        [10, ACKNOWLEDGE],
        [20, { kind: "wait-for-customer", what: "photo" }],
        [30, { kind: "hear-from-customer", text: "here" }],
        [40, ASSESS],
        [50, INVESTIGATE],
        [60, { kind: "wait-for-customer", what: "photo" }],
        [70, ANSWER],
        [80, REOPEN],
        [90, { kind: "inform-customer", text: "soon" }],
        [100, ANSWER],
        [110, CLOSE],
        [120, REOPEN],
        [130, WITHDRAW],
      ]),
    );
    expect([seen?.id, seen?.priority]).toEqual(["K-1", "high"]);
    expect(seen?.events.map(({ kind, at, waitingFor = "" }) => [kind, at, waitingFor])).toEqual([
      ["opened", after(0), ""],
      ["acknowledged", after(10), ""],
      ["waiting", after(20), "customer"],
      ["customer-wrote", after(30), ""],
      ["waiting", after(60), "customer"],
      ["resumed", after(70), ""],
      ["answered", after(70), ""],
      ["customer-wrote", after(80), ""],
      ["informed", after(90), ""],
      ["answered", after(100), ""],
      ["resolved", after(110), ""],
      ["reopened", after(120), ""],
      ["resolved", after(130), ""],
    ]);
  });
});
