import type { ComplaintEvent } from "goodwill/service";
import { addMilliseconds, instant, money, type Instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import {
  complaintHandler,
  demoHost,
  main,
  memoryStore,
  played,
  type ComplaintStore,
} from "../../examples/recipes/service-complaint-handler.js";

const RECORD = {
  ...{ id: "K-1", customer: "lin", channel: "phone", kind: "product", subject: "Kettle leaks" },
  ...{ severity: "high", amount: money(480_00, "CNY") },
};

/** A desk: each request is a minute later than the one before. */
function desk(store: ComplaintStore = memoryStore(), from = "2026-01-12T10:00:00+08:00") {
  let now: Instant = instant(from);
  const handle = complaintHandler(demoHost(() => now, store));
  return (
    route: string,
    body?: unknown,
    { staff = "mei", seen }: { readonly staff?: string; readonly seen?: number | string } = {},
  ) => {
    now = addMilliseconds(now, 60_000);
    const [method = "", path = ""] = route.split(" ");
    const match = typeof seen === "number" ? `"${String(seen)}"` : seen;
    const get = (header: string) =>
      header === "X-Staff" ? staff || undefined : header === "If-Match" ? match : undefined;
    const { status, etag, body: answer } = played(handle, { method, path, body, get });
    return { status, etag, body: answer as Record<string, unknown> };
  };
}

const RECEIVE = ["POST /complaints", { id: "E-1", record: RECORD }] as const;
const COMMANDS = "POST /complaints/K-1/commands";

describe("the recipe of complaints behind an HTTP interface", () => {
  test("SRV-1: it is received once, by whom the host knows, at the host's moment", () => {
    const store = memoryStore();
    const ask = desk(store);
    const first = ask(...RECEIVE);
    expect([first.status, first.etag]).toEqual([201, '"1"']);
    expect(first.body).toMatchObject({ phase: "received", owner: "mei", version: 1 });
    expect(ask(...RECEIVE)).toMatchObject({ status: 200, etag: '"1"' });
    const [event] = store.events("K-1");
    expect(event).toMatchObject({ by: "mei", record: { receivedBy: "mei" } });
    expect(event?.at).toBe("2026-01-12T02:01:00.000Z");
    // Another command for the same complaint is not swallowed.
    const other = ask("POST /complaints", { id: "E-2", record: { ...RECORD, subject: "Other" } });
    expect(other).toMatchObject({ status: 409, body: { code: "not-allowed-now" } });
    expect(store.events("K-1")).toHaveLength(1);
  });

  test("SRV-4: the view has the deadlines in the hours of the desk, and the next one", () => {
    const ask = desk(memoryStore(), "2026-01-16T17:29:00+08:00");
    ask(...RECEIVE);
    const { status, body } = ask("GET /complaints/K-1");
    expect(status).toBe(200);
    // Friday 17:30, four hours: half an hour on Friday, the rest on Monday.
    expect(body["deadlines"]).toContainEqual({
      ...{ clock: "first-response", round: 1, state: "running", due: "2026-01-19T04:30:00.000Z" },
    });
    expect(body["next"]).toEqual({ clock: "acknowledgement", due: "2026-01-19T01:30:00.000Z" });
  });

  test("two who saw the same version: the slower one sees what happened, and nothing is lost", () => {
    const ask = desk();
    ask(...RECEIVE);
    const command = { id: "E-2", kind: "acknowledge" };
    expect(ask(COMMANDS, command, { seen: 1 })).toMatchObject({ status: 200, etag: '"2"' });
    const slow = ask(COMMANDS, { id: "E-3", kind: "note", text: "x" }, { staff: "ning", seen: 1 });
    expect(slow).toMatchObject({ status: 412, etag: '"2"' });
    expect(slow.body["since"]).toMatchObject([{ kind: "acknowledge", by: "mei" }]);
    // The answer was lost and the command is sent again: it has been done.
    expect(ask(COMMANDS, command, { seen: 1 })).toMatchObject({ status: 200, etag: '"2"' });
    expect(ask(COMMANDS, command).status).toBe(428);
    expect(ask(COMMANDS, command, { seen: "2" }).status).toBe(428);
  });

  test("somebody who appends between reading and writing is not overwritten", () => {
    const inner = memoryStore();
    let between: readonly ComplaintEvent[] = [];
    const store: ComplaintStore = {
      events: inner.events,
      append: (complaint, after) => {
        inner.append(complaint, { version: inner.events(complaint).length, events: between });
        return inner.append(complaint, after);
      },
    };
    const ask = desk(store);
    ask(...RECEIVE);
    const [{ at }] = inner.events("K-1") as [ComplaintEvent];
    between = [{ kind: "note", id: "E-9", complaint: "K-1", at, by: "ning", text: "me first" }];
    const late = ask(COMMANDS, { id: "E-2", kind: "acknowledge" }, { seen: 1 });
    expect(late).toMatchObject({ status: 412, body: { since: [{ kind: "note", by: "ning" }] } });
    expect(inner.events("K-1").map(({ id }) => id)).toEqual(["E-1", "E-9"]);
  });

  test("SRV-2: beyond the own authority is refused with who may, and granted once approved", () => {
    const ask = desk();
    ask(...RECEIVE);
    const remedies = [{ kind: "refund", amount: money(240_00, "CNY") }];
    const answer = { kind: "answer", finding: "upheld", remedies };
    expect(ask(COMMANDS, { ...answer, id: "E-2" }, { seen: 1 })).toMatchObject({
      ...{ status: 409, etag: '"1"' },
      body: { code: "beyond-authority", authority: { decision: "escalate", name: "supervisor" } },
    });
    ask(COMMANDS, { id: "E-3", kind: "approve", remedies }, { staff: "ning", seen: 1 });
    const done = ask(COMMANDS, { ...answer, id: "E-4" }, { seen: 2 });
    expect(done).toMatchObject({ status: 200, body: { phase: "answered", version: 3 } });
  });

  test.each([
    ["no command", {}],
    ["an unknown kind", { id: "E-2", kind: "forget" }],
    ["a field too many", { id: "E-2", kind: "acknowledge", why: "x" }],
    [
      "a promise due in the past",
      { id: "E-2", kind: "promise", promise: "P", what: "x", due: "2026-01-01T00:00:00.000Z" },
    ],
    [
      "a receipt of another complaint",
      {
        id: "E-2",
        kind: "receive",
        record: { ...RECORD, id: "K-2", at: "2026-01-12T02:00:00.000Z", receivedBy: "mei" },
      },
    ],
  ])("what cannot be read changes nothing: %s", (_, body) => {
    const store = memoryStore();
    const ask = desk(store);
    ask(...RECEIVE);
    const { status, body: answer } = ask(COMMANDS, body, { seen: 1 });
    expect(status).toBe(400);
    expect(answer).toHaveProperty("error");
    expect(store.events("K-1")).toHaveLength(1);
  });

  test("who is not signed in, what is not there, and what is no route", () => {
    const ask = desk();
    expect(ask("GET /complaints/K-1", undefined, { staff: "" }).status).toBe(401);
    expect(ask("GET /complaints/K-1").status).toBe(404);
    expect(ask(COMMANDS, { id: "E-2", kind: "acknowledge" }, { seen: 0 }).status).toBe(404);
    expect(ask("DELETE /complaints/K-1").status).toBe(404);
    expect(ask("POST /complaints", "text").status).toBe(400);
  });

  test("the body cannot say who did it", () => {
    const store = memoryStore();
    const ask = desk(store);
    ask(...RECEIVE);
    ask(
      COMMANDS,
      { id: "E-2", kind: "acknowledge", by: "ning", at: "2020-01-01T00:00:00.000Z" },
      { seen: 1 },
    );
    expect(store.events("K-1")[1]).toMatchObject({ by: "mei", at: "2026-01-12T02:02:00.000Z" });
  });

  test("a server whose clock is behind still shows the complaint", () => {
    const store = memoryStore();
    desk(store)(...RECEIVE);
    const behind = desk(store, "2026-01-12T09:00:00+08:00")("GET /complaints/K-1");
    expect(behind).toMatchObject({ status: 200, body: { openMilliseconds: 0 } });
  });

  test("it plays its dialogue", () => {
    const statuses = main()
      .split("\n")
      .filter((line) => line.startsWith("  "))
      .map((line) => Number(line.slice(2, 5)));
    expect(statuses).toEqual([201, 200, 200, 412, 409, 200, 200, 200, 404]);
  });
});
