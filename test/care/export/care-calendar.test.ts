import fc from "fast-check";
import ICAL from "ical.js";
import { instant, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { careCalendarText } from "../../../src/care/export/care-calendar.js";
import type { CareCalendarOptions } from "../../../src/care/export/care-calendar.js";
import type { CareAction, CareActionState } from "../../../src/care/plan/care-action.js";
import { cardAction } from "./actions.js";

const asOf = instant("2026-02-20T08:15:30.400Z");
const domain = "care.example.com";
const sentences = { "care-rule": "The rule {rule}; it fires\n{times} times, at most." };

function eventsOf(text: string): InstanceType<typeof ICAL.Component>[] {
  return new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents("vevent");
}

function calendarOf(actions: readonly CareAction[], options: Partial<CareCalendarOptions> = {}) {
  return careCalendarText({ asOf, actions }, { domain, ...options });
}

/** The properties of the only event, read back. */
function readBack(
  action: CareAction,
  options: Partial<CareCalendarOptions> = {},
): Record<string, string> {
  const [event] = eventsOf(calendarOf([action], options));
  const properties = event!.getAllProperties();
  return Object.fromEntries(properties.map((one) => [one.name, String(one.getFirstValue())]));
}

/** Every line without its end; a text that ends otherwise than in CR LF, or has a bare one, gives itself away. */
function linesOf(text: string): readonly string[] {
  expect(text.endsWith("\r\n")).toBe(true);
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) expect(line).not.toMatch(/[\r\n]/);
  return lines;
}

function octetsOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

describe("a plan as a calendar", () => {
  test("CARE-2: an action is a whole day, named for good, stamped by the plan", () => {
    expect(calendarOf([cardAction()], { sentences, revision: 3 }).split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//goodwill//care//EN",
      "CALSCALE:GREGORIAN",
      "BEGIN:VEVENT",
      "UID:C-17/birthday/2026-03-02@care.example.com",
      "DTSTAMP:20260220T081530Z",
      "DTSTART;VALUE=DATE:20260302",
      "DTEND;VALUE=DATE:20260303",
      "SUMMARY:card\\, birthday: C-17",
      "DESCRIPTION:The rule birthday-card\\; it fires\\n2 times\\, at most.",
      "CATEGORIES:card",
      "STATUS:CONFIRMED",
      "SEQUENCE:3",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("CARE-2: another program reads it back", () => {
    expect(readBack(cardAction(), { sentences, revision: 0 })).toEqual({
      uid: "C-17/birthday/2026-03-02@care.example.com",
      dtstamp: "2026-02-20T08:15:30Z",
      dtstart: "2026-03-02",
      dtend: "2026-03-03",
      summary: "card, birthday: C-17",
      description: "The rule birthday-card; it fires\n2 times, at most.",
      categories: "card",
      status: "CONFIRMED",
      sequence: "0",
      transp: "TRANSPARENT",
    });
  });

  test("CARE-4: a leap day is a day of its own, and the year's last day ends in the next", () => {
    const leap = readBack(cardAction({ due: plainDate("2028-02-29") }));
    expect([leap["dtstart"], leap["dtend"]]).toEqual(["2028-02-29", "2028-03-01"]);
    const last = readBack(cardAction({ due: plainDate("2026-12-31") }));
    expect([last["dtstart"], last["dtend"]]).toEqual(["2026-12-31", "2027-01-01"]);
  });

  test("CARE-6: a window is timed in UTC, and has no end within its one second", () => {
    const { dtstart, dtend } = readBack(cardAction(), { form: "window" });
    expect([dtstart, dtend]).toEqual(["2026-03-02T01:00:00Z", "2026-03-02T13:30:00Z"]);
    const short = cardAction({ notAfter: instant("2026-03-02T01:00:00.500Z") });
    expect(readBack(short, { form: "window" })).not.toHaveProperty("dtend");
  });

  test.each<[CareActionState, string]>([
    ["planned", "TENTATIVE"],
    ["due", "TENTATIVE"],
    ["done", "TENTATIVE"],
    ["blocked", "CANCELLED"],
    ["expired", "CANCELLED"],
    ["cancelled", "CANCELLED"],
  ])("CARE-2: %s and provisional is %s", (state, status) => {
    expect(readBack(cardAction({ state, provisional: true }))["status"]).toBe(status);
  });

  test("CARE-4: no event recurs, whatever the occasion", () => {
    const days = ["2026-02-28", "2028-02-29"].map((due) =>
      cardAction({ id: due, due: plainDate(due), occasion: "lunar-birthday" }),
    );
    const text = calendarOf(days);
    expect(text).not.toMatch(/RRULE|RDATE|EXDATE/);
    expect(eventsOf(text).map((event) => event.getFirstPropertyValue("uid"))).toEqual([
      `2026-02-28@${domain}`,
      `2028-02-29@${domain}`,
    ]);
  });

  test("CARE-7: names and reasons stand only where they are given, in the words given", () => {
    const plain = calendarOf([cardAction()]);
    expect(plain).not.toContain("DESCRIPTION");
    expect(plain).not.toContain("SEQUENCE");
    expect(plain).not.toContain("NAME");
    const names = { "C-17": "林美; 女士" };
    const words = { card: "贺卡", birthday: "生日" };
    expect(readBack(cardAction(), { names, words })["summary"]).toBe("贺卡, 生日: 林美; 女士");
    expect(readBack(cardAction(), { names: {} })["summary"]).toBe("card, birthday: C-17");
    const odd = cardAction({ occasion: "constructor" });
    expect(readBack(odd, { words })["summary"]).toBe("贺卡, constructor: C-17");
    expect(readBack(cardAction({ why: [] }), { sentences })).not.toHaveProperty("description");
  });

  test("CARE-2: an owner gets what the owner does, in a calendar with a name", () => {
    const actions = [cardAction(), cardAction({ id: "b", owner: "ben" })];
    const text = calendarOf(actions, { owner: "ben", title: "Ben, 第二季度" });
    expect(eventsOf(text)).toHaveLength(1);
    expect(linesOf(text).slice(4, 6)).toEqual([
      "NAME:Ben\\, 第二季度",
      "X-WR-CALNAME:Ben\\, 第二季度",
    ]);
    expect(eventsOf(calendarOf(actions, { owner: "cay" }))).toEqual([]);
  });
});

describe("the lines of a calendar", () => {
  test("CARE-5: a long Chinese text with emoji is folded between characters, at 75 octets", () => {
    const name = "祝您中秋节快乐，阖家团圆🥮".repeat(20);
    const text = calendarOf([cardAction()], { names: { "C-17": name } });
    const lines = linesOf(text);
    const first = lines.findIndex((line) => line.startsWith("SUMMARY"));
    // "SUMMARY:card\, birthday: " takes 25 octets, three each go to sixteen characters, of which one emoji takes four.
    expect(octetsOf(lines[first]!)).toBeGreaterThan(75 - 4);
    expect(lines[first + 1]).toMatch(/^ /);
    for (const line of lines) expect(octetsOf(line)).toBeLessThanOrEqual(75);
    // Bytes of a line alone must read as UTF-8: no character is cut.
    const strict = new TextDecoder("utf-8", { fatal: true });
    const bytes = new TextEncoder();
    for (const line of lines) expect(strict.decode(bytes.encode(line))).toBe(line);
    expect(eventsOf(text)[0]!.getFirstPropertyValue("summary")).toBe(`card, birthday: ${name}`);
  });

  test.each([
    [74, 1],
    [75, 1],
    [76, 2],
    [149, 2],
    [150, 3],
  ])("CARE-5: %d octets take %d lines", (octets, lines) => {
    // The blank of a continued line counts: each of them takes 74 octets more.
    const kind = "k".repeat(octets - "CATEGORIES:".length) as "card";
    const text = calendarOf([cardAction({ kind, occasion: "o" })], { words: { [kind]: "w" } });
    const all = linesOf(text);
    const first = all.findIndex((line) => line.startsWith("CATEGORIES"));
    const last = all.findIndex((line) => line.startsWith("STATUS"));
    expect(last - first).toBe(lines);
    expect(octetsOf(all[first]!)).toBe(Math.min(octets, 75));
  });

  test("CARE-5: control characters go, half a character is marked, line ends are one kind", () => {
    const names = { "C-17": "a\u0000b\u007fc\td\r\ne\rf\ng\u0085h\ud83ci\u2028j" };
    expect(readBack(cardAction(), { names })["summary"]).toBe(
      "card, birthday: abc\td\ne\nf\ng\u0085h\ufffdi\u2028j",
    );
  });

  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: fc.constantFrom("\\", ";", ",", "\n", '"', ":", "n", "N", " ", "好", "🎂") }),
  );

  test("CARE-5: any text comes back as it was, in lines of 75 octets at most", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (id, name, word) => {
        const action = cardAction({ id });
        const options = {
          names: { "C-17": name },
          words: { card: "x", birthday: "y" },
          sentences: { "care-rule": word.replaceAll(/[{}]/g, "") },
        };
        const text = calendarOf([action], options);
        for (const line of linesOf(text)) expect(octetsOf(line)).toBeLessThanOrEqual(75);
        const [event] = eventsOf(text);
        expect(event!.getFirstPropertyValue("uid")).toBe(`${plain(id)}@${domain}`);
        expect(event!.getFirstPropertyValue("summary")).toBe(`x, y: ${plain(name)}`);
        expect(event!.getFirstPropertyValue("description")).toBe(
          plain(word.replaceAll(/[{}]/g, "")),
        );
      }),
      { numRuns: 200 },
    );
  });

  /** What a calendar can hold of a text. */
  function plain(text: string): string {
    const kept = Array.from(text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")).filter((one) => {
      const code = one.codePointAt(0)!;
      return code === 9 || code === 10 || (code >= 32 && code !== 127);
    });
    return kept.join("");
  }
});

describe("what cannot be a calendar", () => {
  test.each<[string, readonly CareAction[], Partial<CareCalendarOptions>, string]>([
    ["a blank domain", [], { domain: "" }, 'without blanks and @, got ""'],
    ["a mailbox for a domain", [], { domain: "a@b" }, 'got "a@b"'],
    ["a line end in the domain", [], { domain: "a\nb" }, 'got "a\\nb"'],
    ["a revision below 0", [], { revision: -1 }, "got -1"],
    ["half a revision", [], { revision: 0.5 }, "got 0.5"],
    ["the same action twice", [cardAction(), cardAction()], {}, "once"],
    ["the same but for a control character", [idOf("a"), idOf("a\u0007")], {}, "once"],
    [
      "a window without length",
      [cardAction({ notAfter: cardAction().at })],
      { form: "window" },
      "to end after 2026-03-02T01:00:00.000Z, got 2026-03-02T01:00:00.000Z",
    ],
    ["a sentence that is missing", [cardAction()], { sentences: {} }, "care-rule"],
  ])("CARE-2: %s is refused", (_, actions, options, message) => {
    expect(() => calendarOf(actions, options)).toThrow(RangeError);
    expect(() => calendarOf(actions, options)).toThrow(message);
  });

  test("CARE-2: the same id in two owners' hands is no clash for one of them", () => {
    const actions = [cardAction(), cardAction({ owner: "ben" })];
    expect(eventsOf(calendarOf(actions, { owner: "ben" }))).toHaveLength(1);
  });

  function idOf(id: string): CareAction {
    return cardAction({ id });
  }
});
