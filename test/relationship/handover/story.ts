import { customerId } from "goodwill/customer";
import { decideHandover, evolveHandover, NO_HANDOVER } from "goodwill/relationship";
import type {
  HandoverCommand,
  HandoverEntry,
  HandoverEvent,
  HandoverExpectation,
  HandoverFile,
  HandoverOptions,
  HandoverState,
} from "goodwill/relationship";
import { instant, plainDate, timeZone } from "goodwill/shared";
import type { BusinessDayCalendar, Instant } from "goodwill/shared";

/** Monday to Friday; Qingming, Monday 6 April 2026, is closed. */
export const CALENDAR: BusinessDayCalendar = {
  workdays: [1, 2, 3, 4, 5],
  holidays: [plainDate("2026-04-06")],
  makeUpWorkdays: [],
};

export const OPTIONS: HandoverOptions = { zone: timeZone("Asia/Shanghai"), calendar: CALENDAR };

/** Ten o'clock in Shanghai. */
export function day(date: string): Instant {
  return instant(`${date}T10:00:00+08:00`);
}

export const [C1, C2] = [customerId("C-1"), customerId("C-2")];

export const EXPECTED: HandoverExpectation = {
  customers: [{ customer: C1, class: "A", openDeals: ["D-1"] }, { customer: C2 }],
  materials: ["office key"],
};

export function entry(part: Partial<HandoverEntry> = {}): HandoverEntry {
  return {
    customer: C1,
    contactPoints: [
      { id: "p", channel: "phone", address: "+862112345678" },
      { id: "a", channel: "post", address: "1 Nanjing Road, Shanghai" },
    ],
    openDeals: [],
    interests: ["green tea"],
    promises: [],
    ...part,
  };
}

export const FILE: HandoverFile = {
  customers: [entry({ openDeals: ["D-1"] }), entry({ customer: C2 })],
  materials: ["office key"],
};

type WithoutBase<C> = C extends unknown ? Omit<C, "id" | "at" | "by"> : never;

/** A command of the handover, with what all commands say. */
export function command(
  id: string,
  date: string,
  said: WithoutBase<HandoverCommand> & { by?: string },
): HandoverCommand {
  return { by: "li", ...said, id, at: day(date) };
}

/** The whole handover of Wang to Zhao under Li, whose last day is Tuesday 31 March 2026. */
export const STORY: readonly HandoverCommand[] = [
  command("1", "2026-03-02", {
    kind: "announce",
    leaver: "wang",
    manager: "li",
    successor: "zhao",
    lastDay: plainDate("2026-03-31"),
    expected: EXPECTED,
  }),
  command("2", "2026-03-13", {
    kind: "upload-records",
    before: [{ kind: "customer", id: "C-1" }],
    after: [
      { kind: "customer", id: "C-1" },
      { kind: "customer", id: "C-2" },
    ],
    changes: [{ kind: "customer", id: "C-2", change: "added", by: "wang", why: "met at the fair" }],
  }),
  command("3", "2026-03-24", {
    kind: "hand-over-file",
    file: FILE,
    handedBy: "wang",
    receivedBy: "zhao",
    witness: "chen",
  }),
  command("4", "2026-03-26", {
    kind: "hold-meeting",
    present: ["wang", "zhao", "li"],
    customersPresent: [],
  }),
  command("5", "2026-04-01", { kind: "hold-group-meeting", present: ["zhao", "li"] }),
  command("6", "2026-04-08", { kind: "visit-customer", customer: C1, visitor: "zhao" }),
  command("7", "2026-04-20", { kind: "visit-customer", customer: C2, visitor: "zhao" }),
  command("8", "2026-04-21", { kind: "close" }),
];

/** The state after commands that are all accepted, and the events. */
export function accepted(
  commands: readonly HandoverCommand[],
  options: HandoverOptions = OPTIONS,
): { state: HandoverState; events: HandoverEvent[] } {
  let state = NO_HANDOVER;
  const events: HandoverEvent[] = [];
  for (const one of commands) {
    const decided = decideHandover(state, one, options);
    if (!decided.ok) throw new Error(`${one.kind}: ${JSON.stringify(decided.error)}`);
    for (const event of decided.value) {
      state = evolveHandover(state, event);
      events.push(event);
    }
  }
  return { state, events };
}
