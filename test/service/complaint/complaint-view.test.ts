import {
  complaintView,
  countedComplaint,
  NO_COMPLAINT,
  replayComplaint,
  serviceCaseOfComplaint,
  serviceClocks,
  settledComplaint,
} from "goodwill/service";
import type { RelationshipComplaint } from "goodwill/relationship";
import { timeZone } from "goodwill/shared";
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
import type { Step } from "./story.js";

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
      ["waiting", after(70), "customer"],
      ["customer-wrote", after(80), ""],
      ["informed", after(90), ""],
      ["answered", after(100), ""],
      ["waiting", after(100), "customer"],
      ["resolved", after(110), ""],
      ["reopened", after(120), ""],
      ["resolved", after(130), ""],
    ]);
  });

  test("SRV-4: after the answer news and the resolution wait for the customer's word, and run while we owe something", () => {
    const DAY = 24 * 60;
    const always = { zone: timeZone("UTC"), hours: "always" as const };
    const told = (steps: readonly (readonly [number, Step])[]) => {
      const seen = serviceCaseOfComplaint(events("K-1", [[0, RECEIVE], [60, ANSWER], ...steps]))!;
      const calendars = { desk: always, "day-and-night": always };
      const found = serviceClocks(seen, { calendars, asOf: after(20 * DAY) });
      const clocks = found.ok ? found.value : [];
      return {
        waits: seen.events
          .slice(2)
          .map(({ kind, at, waitingFor = "" }) => [kind, at, waitingFor].join(" ").trim()),
        states: clocks.filter(({ clock }) => clock === "update").map(({ state }) => state),
        paused: clocks
          .filter(({ clock }) => clock === "resolution")
          .flatMap(({ pauses }) => pauses),
      };
    };
    const waiting = (minutes: number): string => `waiting ${after(minutes)} customer`;
    const promise: Step = { kind: "promise", promise: "P-1", what: "a new one" };
    const kept: Step = { kind: "settle-promise", promise: "P-1", outcome: "kept" };
    const heard: Step = { kind: "hear-from-customer", text: "not yet" };
    const asked: Step = { kind: "wait-for-customer", what: "photo" };

    const silent = told([]);
    expect(silent).toEqual({
      waits: [waiting(60)],
      states: ["met", "paused"],
      paused: [{ start: after(60) }],
    });
    const owed = told([
      [90, promise],
      [4 * DAY, kept],
    ]);
    expect(owed.waits).toEqual([waiting(60), `resumed ${after(90)}`, waiting(4 * DAY)]);
    expect(owed.paused).toEqual([{ start: after(60), end: after(90) }, { start: after(4 * DAY) }]);
    expect(told([[90, promise]]).states.at(-1)).toBe("breached");
    expect(told([[90, heard]])).toMatchObject({
      waits: [waiting(60), `customer-wrote ${after(90)}`],
      paused: [{ start: after(60), end: after(90) }],
    });
    expect(told([[90, CLOSE]]).waits).toEqual([waiting(60), `resolved ${after(90)}`]);
    // What was asked for besides is waited for in any case; no longer waiting is no longer waiting.
    const both = told([
      [90, asked],
      [100, promise],
      [110, kept],
      [120, { kind: "stop-waiting" }],
      [130, promise],
    ]);
    expect(both.waits).toEqual([waiting(60), waiting(90), `resumed ${after(120)}`]);
    const first = serviceCaseOfComplaint(
      events("K-1", [
        [0, RECEIVE],
        [10, promise],
        [20, ANSWER],
        [30, kept],
      ]),
    );
    expect(first?.events.map(({ kind }) => kind)).toEqual(["opened", "answered", "waiting"]);
    expect(first?.events.at(-1)?.at).toBe(after(30));
  });
});
