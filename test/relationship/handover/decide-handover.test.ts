import fc from "fast-check";
import { customerId } from "goodwill/customer";
import {
  decideHandover,
  DEFAULT_HANDOVER_POLICY,
  evolveHandover,
  HANDOVER_COMMANDS,
  handoverView,
  NO_HANDOVER,
  RELATIONSHIP_SENTENCES,
  replayHandover,
  type HandoverCommand,
  type HandoverPhase,
  type HandoverState,
} from "goodwill/relationship";
import { explain, plainDate } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import {
  accepted,
  C1,
  C2,
  CALENDAR,
  command,
  day,
  entry,
  EXPECTED,
  FILE,
  OPTIONS,
  STORY,
} from "./story.js";

/** The state after the first so many commands of the story. */
const after = (count: number) => accepted(STORY.slice(0, count)).state;
const refusalOf = (state: HandoverState, one: HandoverCommand, options = OPTIONS) => {
  const decided = decideHandover(state, one, options);
  return decided.ok ? decided.value : decided.error;
};
const fileOf = (id: string, date: string, said: object = {}) =>
  command(id, date, {
    kind: "hand-over-file",
    file: FILE,
    handedBy: "wang",
    receivedBy: "zhao",
    witness: "chen",
    ...said,
  });

describe("CUS-9: the handover, step by step", () => {
  it("CUS-9: runs from the announcement to the close", () => {
    const phases = STORY.map((_, index) => after(index + 1).phase);
    expect(phases).toEqual([
      "announced",
      "uploaded",
      "file-handed-over",
      "met",
      "introduced",
      "introduced",
      "introduced",
      "closed",
    ]);
    const view = handoverView(after(8), { ...OPTIONS, asOf: day("2026-04-30") });
    expect(
      view.ok && view.value.items.map(({ item, due, doneOn, state }) => [item, due, doneOn, state]),
    ).toEqual([
      ["upload", "2026-03-17", "2026-03-13", "done"],
      ["file", "2026-03-25", "2026-03-24", "done"],
      ["meeting", "2026-03-27", "2026-03-26", "done"],
      ["group-meeting", "2026-04-02", "2026-04-01", "done"],
      ["visit", "2026-04-15", "2026-04-08", "done"],
      ["visit", "2026-05-31", "2026-04-20", "done"],
    ]);
    expect(
      view.ok && [view.value.late, view.value.open, view.value.unvisited, view.value.allowed],
    ).toEqual([[], [], [], []]);
  });

  it("CUS-9: what may not follow is refused with what may", () => {
    for (let count = 0; count <= STORY.length; count += 1) {
      const state = after(count);
      const allowed = HANDOVER_COMMANDS[state.phase];
      for (const one of STORY) {
        if (allowed.includes(one.kind)) continue;
        expect(refusalOf(state, { ...one, id: "new" })).toEqual({
          code: "not-allowed-now",
          command: one.kind,
          phase: state.phase,
          allowed,
        });
      }
    }
  });

  it("CUS-9: leaver, successor and manager are who they are", () => {
    const announce = STORY[0] as HandoverCommand & { kind: "announce" };
    expect(refusalOf(NO_HANDOVER, { ...announce, manager: "wang" })).toMatchObject({
      code: "same-person",
      person: "wang",
      roles: ["leaver", "manager"],
    });
    expect(refusalOf(NO_HANDOVER, { ...announce, successor: "wang" })).toMatchObject({
      code: "same-person",
      roles: ["leaver", "successor"],
    });
    expect(refusalOf(NO_HANDOVER, { ...announce, at: day("2026-04-01") })).toMatchObject({
      code: "last-day-passed",
      lastDay: "2026-03-31",
      on: "2026-04-01",
    });
    const appoint = command("n", "2026-03-03", { kind: "appoint-successor", successor: "wang" });
    expect(refusalOf(after(1), appoint)).toMatchObject({ code: "same-person" });
    const { id, at, by, kind, leaver, manager, lastDay, expected } = announce;
    const nobody = { id, at, by, kind, leaver, manager, lastDay, expected };
    const open = accepted([nobody, STORY[1]!]).state;
    expect(refusalOf(open, fileOf("n", "2026-03-24"))).toMatchObject({ code: "no-successor" });
    const appointed = accepted([
      nobody,
      STORY[1]!,
      command("a", "2026-03-14", { kind: "appoint-successor", successor: "zhao" }),
    ]);
    expect(decideHandover(appointed.state, fileOf("n", "2026-03-24"), OPTIONS).ok).toBe(true);
  });

  it("CUS-9: nobody witnesses the own handover, and three different persons sign", () => {
    const state = after(2);
    expect(refusalOf(state, fileOf("n", "2026-03-24", { witness: "wang" }))).toEqual({
      code: "same-person",
      person: "wang",
      roles: ["leaver", "witness"],
      allowed: HANDOVER_COMMANDS.uploaded,
    });
    expect(refusalOf(state, fileOf("n", "2026-03-24", { witness: "zhao" }))).toMatchObject({
      code: "same-person",
      roles: ["successor", "witness"],
    });
    expect(refusalOf(state, fileOf("n", "2026-03-24", { handedBy: "chen2" }))).toMatchObject({
      code: "wrong-person",
      role: "leaver",
      expected: "wang",
      got: "chen2",
    });
    expect(refusalOf(state, fileOf("n", "2026-03-24", { receivedBy: "chen2" }))).toMatchObject({
      code: "wrong-person",
      role: "successor",
    });
    // The manager may see it; after the last day the leaver is gone.
    expect(decideHandover(state, fileOf("n", "2026-03-31", { witness: "li" }), OPTIONS).ok).toBe(
      true,
    );
    expect(refusalOf(state, fileOf("n", "2026-04-01"))).toMatchObject({ code: "last-day-passed" });
  });

  it("CUS-9: the meeting is held 2 to 3 days before the last day, with the right people", () => {
    const state = after(3);
    const meeting = (date: string, present = ["wang", "zhao", "li"]) =>
      command("n", date, { kind: "hold-meeting", present, customersPresent: [] });
    for (const date of ["2026-03-25", "2026-03-28", "2026-03-30", "2026-03-31"]) {
      expect(refusalOf(state, meeting(date))).toEqual({
        code: "outside-meeting-days",
        on: date,
        from: "2026-03-26",
        through: "2026-03-27",
        allowed: HANDOVER_COMMANDS["file-handed-over"],
      });
    }
    for (const date of ["2026-03-26", "2026-03-27"]) {
      expect(decideHandover(state, meeting(date), OPTIONS).ok).toBe(true);
    }
    expect(refusalOf(state, meeting("2026-03-26", ["wang"]))).toMatchObject({
      code: "people-missing",
      missing: ["zhao", "li"],
    });
    // By policy, the key customers are represented, too.
    const policy = { ...DEFAULT_HANDOVER_POLICY, meetingCustomerClasses: ["A"] };
    expect(refusalOf(state, meeting("2026-03-26"), { ...OPTIONS, policy })).toMatchObject({
      code: "customers-missing",
      missing: ["C-1"],
    });
  });

  it("CUS-9: the last day may move, and the meeting's days with it", () => {
    const moved = accepted([
      ...STORY.slice(0, 3),
      command("m", "2026-03-25", {
        kind: "change-last-day",
        lastDay: plainDate("2026-04-07"),
        why: "stays a week",
      }),
    ]).state;
    const meeting = { ...STORY[3]!, id: "n", at: day("2026-04-02") };
    expect(decideHandover(moved, meeting, OPTIONS).ok).toBe(true);
    const gone = command("m", "2026-03-25", {
      kind: "change-last-day",
      lastDay: plainDate("2026-03-24"),
      why: "ill",
    });
    expect(refusalOf(after(3), gone)).toMatchObject({ code: "last-day-passed" });
  });

  it("CUS-9: only the manager goes on without a meeting, once its days are over", () => {
    const waive = (date: string, by: string) =>
      command("n", date, { kind: "waive-meeting", why: "ill", by });
    expect(refusalOf(after(3), waive("2026-03-27", "li"))).toMatchObject({
      code: "meeting-days-not-over",
      through: "2026-03-27",
    });
    expect(refusalOf(after(3), waive("2026-03-28", "zhao"))).toMatchObject({
      code: "wrong-person",
      role: "manager",
    });
    const { state } = accepted([...STORY.slice(0, 3), waive("2026-03-28", "li")]);
    expect(state.phase).toBe("met");
    const view = handoverView(state, { ...OPTIONS, asOf: day("2026-03-29") });
    expect(view.ok && view.value.late).toEqual([
      { code: "handover-meeting-waived", params: { due: "2026-03-27" } },
    ]);
    // The group meeting is due a week after the last day the meeting could have been.
    expect(view.ok && view.value.deadlines?.groupMeeting).toBe("2026-04-03");
  });

  it("CUS-9: visits are the successor's, one a customer, of this handover", () => {
    const visit = (customer: typeof C1, visitor = "zhao") =>
      command("n", "2026-04-09", { kind: "visit-customer", customer, visitor });
    const state = after(6);
    expect(refusalOf(state, visit(C1))).toMatchObject({
      code: "visited-already",
      visitedAt: day("2026-04-08"),
    });
    expect(refusalOf(state, visit(customerId("C-9")))).toMatchObject({ code: "unknown-customer" });
    expect(refusalOf(state, visit(C2, "li"))).toMatchObject({
      code: "wrong-person",
      role: "successor",
    });
    const group = command("n", "2026-04-01", { kind: "hold-group-meeting", present: ["li"] });
    expect(refusalOf(after(4), group)).toMatchObject({ code: "people-missing", missing: ["zhao"] });
  });

  it("CUS-9: closing needs every visit, and every discrepancy resolved or explained by name, not by the leaver", () => {
    const upload = command("2", "2026-03-13", {
      kind: "upload-records",
      before: [{ kind: "customer", id: "C-3" }],
      after: [],
      changes: [],
    });
    const file = { customers: [entry({ openDeals: ["D-1"] })], materials: [] };
    const commands = [STORY[0]!, upload, fileOf("3", "2026-03-24", { file }), ...STORY.slice(3, 6)];
    const keys = [
      "unexplained-fall:customer:C-3",
      "material-not-returned:office key",
      "missing-customer:C-2",
    ];
    const state = accepted(commands).state;
    expect(refusalOf(state, STORY[7]!)).toEqual({
      code: "not-complete",
      open: keys,
      unvisited: ["C-2"],
      allowed: HANDOVER_COMMANDS.introduced,
    });
    const explained = (id: string, key: string, by = "zhao") =>
      command(id, "2026-04-20", { kind: "explain-discrepancy", key, why: "found elsewhere", by });
    expect(refusalOf(state, explained("n", keys[0]!, "wang"))).toMatchObject({
      code: "settled-by-leaver",
      leaver: "wang",
    });
    expect(refusalOf(state, explained("n", "missing-customer:C-7"))).toMatchObject({
      code: "no-open-discrepancy",
      open: keys,
    });
    const done = accepted([
      ...commands,
      STORY[6]!,
      explained("e1", keys[0]!),
      explained("e2", keys[1]!),
      command("e3", "2026-04-20", {
        kind: "resolve-discrepancy",
        key: keys[2]!,
        how: "added",
        by: "li",
      }),
      STORY[7]!,
    ]).state;
    expect(done.phase).toBe("closed");
    expect(done.discrepancies.map(({ answer }) => [answer?.kind, answer?.by])).toEqual([
      ["explained", "zhao"],
      ["explained", "zhao"],
      ["resolved", "li"],
    ]);
    // Once answered it is no longer open.
    const answered = accepted([...commands, explained("e1", keys[0]!)]).state;
    expect(refusalOf(answered, explained("e2", keys[0]!))).toMatchObject({
      code: "no-open-discrepancy",
    });
    for (const { discrepancy } of done.discrepancies) {
      expect(explain(discrepancy, RELATIONSHIP_SENTENCES)).not.toMatch(/[{}]/);
    }
  });

  it("CUS-9: a corrected file settles what it puts right and opens again what it does not", () => {
    const poor = { customers: [entry({ openDeals: ["D-1"], interests: [] })], materials: [] };
    const settle = (id: string, kind: "resolve-discrepancy" | "explain-discrepancy", key: string) =>
      command(id, "2026-03-24", { kind, key, how: "so", why: "so" });
    const commands = [
      ...STORY.slice(0, 2),
      fileOf("3", "2026-03-24", { file: poor }),
      settle("a", "resolve-discrepancy", "missing-customer:C-2"),
      settle("b", "explain-discrepancy", "material-not-returned:office key"),
    ];
    const better = { customers: [entry({ openDeals: ["D-1"] })], materials: [] };
    const { state } = accepted([
      ...commands,
      fileOf("4", "2026-03-25", { file: better, witness: "li" }),
    ]);
    expect(state.phase).toBe("file-handed-over");
    expect(state.fileAt).toBe(day("2026-03-24"));
    expect(state.witness).toBe("li");
    expect(
      state.discrepancies.map(({ discrepancy, answer }) => [discrepancy.key, answer?.kind]),
    ).toEqual([
      ["material-not-returned:office key", "explained"],
      ["missing-customer:C-2", undefined],
    ]);
  });

  it("CUS-9: what is late is listed, done or not", () => {
    const late = accepted([STORY[0]!, { ...STORY[1]!, at: day("2026-03-18") }]).state;
    const view = handoverView(late, { ...OPTIONS, asOf: day("2026-03-26") });
    expect(
      view.ok && view.value.late.map((reason) => explain(reason, RELATIONSHIP_SENTENCES)),
    ).toEqual([
      "upload was due by 2026-03-17 and done on 2026-03-18.",
      "file was due by 2026-03-25 and is not done.",
    ]);
    const visited = handoverView(after(6), { ...OPTIONS, asOf: day("2026-06-01") });
    expect(visited.ok && visited.value.late).toEqual([
      { code: "handover-visit-late", params: { customer: "C-2", due: "2026-05-31" } },
    ]);
    // On its last day it is not late yet.
    const inTime = handoverView(after(6), { ...OPTIONS, asOf: day("2026-05-31") });
    expect(inTime.ok && inTime.value.late).toEqual([]);
    const slow = accepted([...STORY.slice(0, 5), { ...STORY[5]!, at: day("2026-04-16") }]).state;
    const slowView = handoverView(slow, { ...OPTIONS, asOf: day("2026-04-16") });
    expect(slowView.ok && slowView.value.late[0]?.code).toBe("handover-visit-done-late");
  });

  it("CUS-9: a handover that has not begun, or was cancelled, has nothing due", () => {
    const asOf = { ...OPTIONS, asOf: day("2027-01-01") };
    const none = handoverView(NO_HANDOVER, asOf);
    expect(none).toEqual({
      ok: true,
      value: {
        phase: "not-begun",
        allowed: ["announce"],
        items: [],
        late: [],
        open: [],
        settled: [],
        unvisited: [],
      },
    });
    const cancelled = accepted([
      STORY[0]!,
      command("c", "2026-03-05", { kind: "cancel", why: "stays" }),
    ]).state;
    const view = handoverView(cancelled, asOf);
    expect(view.ok && [view.value.phase, view.value.items, view.value.late]).toEqual([
      "cancelled",
      [],
      [],
    ]);
  });

  it("CUS-9: beyond what the calendar knows, meeting and view are refused", () => {
    const coverage = { start: plainDate("2027-01-01"), end: plainDate("2028-01-01") };
    const options = { ...OPTIONS, calendar: { ...CALENDAR, coverage } };
    expect(refusalOf(after(3), STORY[3]!, options)).toMatchObject({
      code: "calendar-unknown",
      coverage,
      allowed: HANDOVER_COMMANDS["file-handed-over"],
    });
    const view = handoverView(after(3), { ...options, asOf: day("2026-03-25") });
    expect(view.ok).toBe(false);
  });

  it("CUS-9: who and when stand on every event, and the same id is never applied twice", () => {
    const { events, state } = accepted(STORY);
    for (const { id, at, by } of events) {
      expect([id, by].every((text) => text !== "") && at > "2026").toBe(true);
    }
    expect(replayHandover([...events, ...events])).toEqual(state);
    expect(decideHandover(after(3), STORY[2]!, OPTIONS)).toEqual({ ok: true, value: [] });
    expect(refusalOf(after(3), { ...STORY[3]!, id: "3" })).toMatchObject({
      code: "id-reused",
      id: "3",
      appliedTo: "hand-over-file",
    });
    expect(refusalOf(after(3), { ...STORY[3]!, id: "n", at: day("2026-03-23") })).toMatchObject({
      code: "before-phase",
      phaseAt: day("2026-03-24"),
    });
    expect(replayHandover(events, { asOf: day("2026-03-24") })).toEqual(after(3));
  });

  it("a broken command is refused with an exception", () => {
    const announce = STORY[0] as HandoverCommand & { kind: "announce" };
    const decide = (part: object) => () =>
      decideHandover(NO_HANDOVER, { ...announce, ...part }, OPTIONS);
    expect(decide({ id: "" })).toThrow('id of "announce" must not be blank');
    expect(decide({ by: " " })).toThrow("by of");
    expect(decide({ leaver: "" })).toThrow("leaver of");
    expect(decide({ at: "2026-03-02" })).toThrow(RangeError);
    const twice = { customers: [...EXPECTED.customers, EXPECTED.customers[0]!] };
    expect(decide({ expected: twice })).toThrow('"C-1" is expected twice');
    expect(() => evolveHandover(NO_HANDOVER, { ...STORY[7]!, kind: "close" })).toThrow(
      'it begins with "announce", got "close"',
    );
  });
});

describe("CUS-9: who may do what, and in which order", () => {
  it("CUS-9: nothing is done before what was done last: no close before its visits", () => {
    const close = command("n", "2026-04-09", { kind: "close" });
    expect(refusalOf(after(7), close)).toEqual({
      code: "before-last-event",
      at: day("2026-04-09"),
      lastAt: day("2026-04-20"),
      lastId: "7",
      allowed: HANDOVER_COMMANDS.introduced,
    });
    expect(decideHandover(after(7), { ...close, at: day("2026-04-20") }, OPTIONS).ok).toBe(true);
  });

  it("CUS-9: the leaver neither closes nor cancels the own handover, nor appoints who takes over", () => {
    const date = "2026-04-21";
    for (const said of [
      { kind: "close" },
      { kind: "cancel", why: "so" },
      { kind: "appoint-successor", successor: "chen2" },
    ] as const) {
      expect(refusalOf(after(7), command("n", date, { ...said, by: "wang" }))).toEqual({
        code: "not-by-leaver",
        command: said.kind,
        leaver: "wang",
        allowed: HANDOVER_COMMANDS.introduced,
      });
      expect(decideHandover(after(7), command("n", date, said), OPTIONS).ok).toBe(true);
    }
  });

  it("CUS-9: where the successor drops out, another one meets and visits anew, and the handover closes", () => {
    const appoint = command("a", "2026-04-09", { kind: "appoint-successor", successor: "sun" });
    const begun = [...STORY.slice(0, 6), appoint];
    const { state } = accepted(begun);
    expect(state.phase).toBe("file-handed-over");
    expect(state.plan?.successor).toBe("sun");
    expect(state.visits).toEqual([]);
    for (const name of ["meeting", "groupMeetingAt"]) expect(state).not.toHaveProperty(name);
    const on = (id: string, date: string, said: Parameters<typeof command>[2]) =>
      command(id, date, said);
    const done = accepted([
      ...begun,
      on("b", "2026-04-10", { kind: "waive-meeting", why: "wang has left" }),
      on("c", "2026-04-11", { kind: "hold-group-meeting", present: ["sun"], customers: [C2] }),
      on("d", "2026-04-12", { kind: "visit-customer", customer: C1, visitor: "sun" }),
      on("e", "2026-04-13", { kind: "visit-customer", customer: C2, visitor: "sun" }),
      on("f", "2026-04-14", { kind: "close" }),
    ]).state;
    expect([done.phase, done.groupMeetingCustomers]).toEqual(["closed", [C2]]);
    // A meeting that was waived stays waived, and who has taken over already changes nothing.
    const waived = accepted([
      ...STORY.slice(0, 3),
      on("w", "2026-03-28", { kind: "waive-meeting", why: "ill" }),
      on("a", "2026-03-29", { kind: "appoint-successor", successor: "sun" }),
    ]).state;
    expect([waived.phase, waived.meeting?.waived]).toEqual(["met", "ill"]);
    const same = accepted([
      ...STORY.slice(0, 6),
      on("a", "2026-04-09", { kind: "appoint-successor", successor: "zhao" }),
    ]).state;
    expect([same.phase, same.visits.length]).toEqual(["introduced", 1]);
    // Before the meeting nothing has to be done again; who saw the file cannot take it over.
    const early = { ...appoint, at: day("2026-03-25") };
    expect(accepted([...STORY.slice(0, 3), early]).state.phase).toBe("file-handed-over");
    expect(refusalOf(after(3), { ...early, successor: "chen" } as HandoverCommand)).toMatchObject({
      code: "same-person",
      person: "chen",
      roles: ["successor", "witness"],
    });
  });

  it("CUS-9: it may be cancelled at any time before the close", () => {
    for (let count = 1; count < STORY.length; count += 1) {
      const cancel = command("c", "2026-04-20", { kind: "cancel", why: "stays after all" });
      expect(accepted([...STORY.slice(0, count), cancel]).state.phase).toBe("cancelled");
    }
  });

  it("CUS-9: the group meeting says which customers took part, each one of this handover", () => {
    const meeting = (customers: readonly (typeof C1)[]) =>
      command("n", "2026-04-01", { kind: "hold-group-meeting", present: ["zhao"], customers });
    expect(refusalOf(after(4), meeting([C1, customerId("C-9")]))).toMatchObject({
      code: "unknown-customer",
      customer: "C-9",
    });
    const { state } = accepted([...STORY.slice(0, 4), meeting([C1])]);
    expect(state.groupMeetingCustomers).toEqual([C1]);
    expect(after(5)).not.toHaveProperty("groupMeetingCustomers");
  });

  it("CUS-9: an upload in which nothing was counted is a discrepancy, where the leaver has customers", () => {
    const nothing = command("2", "2026-03-13", {
      kind: "upload-records",
      before: [],
      after: [],
      changes: [],
    });
    const { discrepancies } = accepted([STORY[0]!, nothing]).state;
    expect(discrepancies.map(({ discrepancy }) => discrepancy.key)).toEqual(["nothing-counted"]);
    expect(explain(discrepancies[0]!.discrepancy, RELATIONSHIP_SENTENCES)).toBe(
      "No record was counted at the upload, though the leaver has 2 customers.",
    );
    const announce = STORY[0] as HandoverCommand & { kind: "announce" };
    const none = { ...announce, expected: { customers: [] } };
    expect(accepted([none, nothing]).state.discrepancies).toEqual([]);
  });
});

describe("CUS-9: whatever is tried", () => {
  const dates = [
    "2026-03-02",
    "2026-03-13",
    "2026-03-24",
    "2026-03-26",
    "2026-03-28",
    "2026-04-01",
    "2026-04-20",
  ];
  const people = fc.constantFrom("wang", "zhao", "li", "chen");
  const poor = { customers: [entry({ openDeals: ["D-1"] })], materials: [] };
  const keys = [
    "missing-customer:C-2",
    "material-not-returned:office key",
    "unexplained-fall:customer:C-3",
  ];
  const said = fc.oneof(
    fc.constantFrom(...STORY),
    fc.constantFrom(...STORY),
    fc.record({
      kind: fc.constant("hand-over-file"),
      file: fc.constantFrom(FILE, poor),
      handedBy: people,
      receivedBy: people,
      witness: people,
    }),
    fc.record({
      kind: fc.constantFrom("resolve-discrepancy", "explain-discrepancy"),
      key: fc.constantFrom(...keys),
      how: fc.constant("so"),
      why: fc.constant("so"),
    }),
    fc.record({
      kind: fc.constant("upload-records"),
      before: fc.constantFrom([], [{ kind: "customer", id: "C-3" }]),
      after: fc.constant([]),
      changes: fc.constant([]),
    }),
    fc.record({
      kind: fc.constant("visit-customer"),
      customer: fc.constantFrom(C1, C2),
      visitor: people,
    }),
    fc.record({ kind: fc.constant("appoint-successor"), successor: people }),
    fc.record({
      kind: fc.constant("change-last-day"),
      lastDay: fc.constantFrom(...["2026-03-31", "2026-04-07"].map(plainDate)),
      why: fc.constant("so"),
    }),
    fc.record({ kind: fc.constantFrom("waive-meeting", "cancel"), why: fc.constant("so") }),
  );
  const steps = fc.array(
    fc.tuple(said, fc.constantFrom(...dates), people, fc.boolean(), fc.nat({ max: 40 })),
    { maxLength: 40 },
  );
  const ORDER: readonly HandoverPhase[] = [
    "not-begun",
    "announced",
    "uploaded",
    "file-handed-over",
    "met",
    "introduced",
    "closed",
  ];

  it("CUS-9: no state is ever reached that may not be; replay equals step by step; refusals say what may", () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(steps, fc.nat({ max: 8 }), (tried, begun) => {
        // From any point of the story on, since chance alone seldom comes far.
        const { state: start, events } = accepted(STORY.slice(0, begun));
        let state = start;
        let clock = 0;
        for (const [one, date, by, inTurn, number] of tried) {
          // As a rule time goes on; now and then something is dated back.
          clock = Math.max(clock, dates.indexOf(date));
          const at = day(inTurn ? dates[clock]! : date);
          const tryOut = { ...one, id: `E-${number}`, at, by } as HandoverCommand;
          const decided = decideHandover(state, tryOut, OPTIONS);
          if (!decided.ok) {
            expect(decided.error.allowed).toEqual(HANDOVER_COMMANDS[state.phase]);
            if (decided.error.code === "not-allowed-now") {
              expect(decided.error.allowed).not.toContain(tryOut.kind);
            }
            continue;
          }
          expect(decided.value.length).toBeLessThanOrEqual(1);
          const before = state;
          for (const event of decided.value) {
            expect(event).toMatchObject({ id: tryOut.id, at, by, kind: tryOut.kind });
            expect(HANDOVER_COMMANDS[before.phase]).toContain(event.kind);
            state = evolveHandover(state, event);
            events.push(event);
          }
          // One step forwards at most, and back only for another successor.
          const step = ORDER.indexOf(state.phase) - ORDER.indexOf(before.phase);
          if (tryOut.kind === "appoint-successor") expect(step).toBeLessThanOrEqual(0);
          else if (state.phase !== "cancelled") expect([0, 1]).toContain(step);
          if (["close", "cancel", "appoint-successor"].includes(tryOut.kind)) {
            if (decided.value.length > 0) expect(by).not.toBe(before.plan?.leaver);
          }
          requireValid(state);
          reached.add(state.phase);
        }
        expect(replayHandover(events)).toEqual(state);
        expect(replayHandover(JSON.parse(JSON.stringify(events)) as typeof events)).toEqual(state);
      }),
      { numRuns: 1500 },
    );
    expect([...reached].sort()).toEqual(
      Object.keys(HANDOVER_COMMANDS)
        .filter((phase) => phase !== "not-begun")
        .sort(),
    );
  });

  /** What holds of every state, straight from the rules. */
  function requireValid({
    phase,
    plan,
    meeting,
    witness,
    discrepancies,
    visits,
    audit,
    groupMeetingAt,
    applied,
    phaseAt,
  }: HandoverState) {
    // Nothing is told before what was told already, so that nothing closes before its visits.
    const moments = applied.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
    if (phase === "closed") expect(visits.every(({ at }) => at <= phaseAt!)).toBe(true);
    const reached = ORDER.indexOf(phase);
    if (phase !== "cancelled" && visits.length > 0) expect(reached).toBeGreaterThanOrEqual(5);
    if (phase !== "not-begun") {
      expect(plan).toBeDefined();
      expect(plan?.leaver).not.toBe(plan?.manager);
      expect(plan?.leaver).not.toBe(plan?.successor);
    }
    if (reached >= 2) expect(audit).toBeDefined();
    if (reached >= 3) {
      expect(plan?.successor).toBeDefined();
      expect([plan?.leaver, plan?.successor]).not.toContain(witness);
    }
    if (reached >= 4) expect(meeting).toBeDefined();
    if (reached >= 5) expect(groupMeetingAt).toBeDefined();
    if (meeting !== undefined && meeting.waived === undefined) {
      expect(meeting.present).toEqual(
        expect.arrayContaining([plan?.leaver, plan?.successor, plan?.manager]),
      );
    }
    for (const { answer } of discrepancies) expect(answer?.by).not.toBe(plan?.leaver);
    expect(new Set(visits.map(({ customer }) => customer)).size).toBe(visits.length);
    if (phase === "closed") {
      expect(discrepancies.every(({ answer }) => answer !== undefined)).toBe(true);
      expect(visits).toHaveLength(plan?.expected.customers.length ?? -1);
    }
  }

  it("CUS-9: a handover that is carried on in order closes, whatever is tried in between", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(said, people), { maxLength: 8 }),
        fc.nat({ max: 8 }),
        (tried, where) => {
          let state = NO_HANDOVER;
          for (const [index, one] of STORY.entries()) {
            if (index === where) {
              for (const [number, [other, by]] of tried.entries()) {
                const at = state.applied.at(-1)?.at ?? one.at;
                const tryOut = { ...other, id: `T-${number}`, at, by } as HandoverCommand;
                // What changes the plan or ends it changes the story.
                if (
                  [
                    "cancel",
                    "change-last-day",
                    "appoint-successor",
                    "announce",
                    "hand-over-file",
                    "upload-records",
                  ].includes(other.kind)
                )
                  continue;
                const decided = decideHandover(state, tryOut, OPTIONS);
                if (decided.ok)
                  for (const event of decided.value) state = evolveHandover(state, event);
              }
            }
            const decided = decideHandover(state, one, OPTIONS);
            if (decided.ok) for (const event of decided.value) state = evolveHandover(state, event);
          }
          requireValid(state);
          expect(state.phase).toBe("closed");
        },
      ),
      { numRuns: 300 },
    );
  });
});
