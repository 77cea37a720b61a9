import { timeZone } from "goodwill/shared";
import type { Touchpoint } from "goodwill/touchpoint";
import {
  requireTouchpointCatalogue,
  siftTouchpoints,
  STANDARD_TOUCHPOINTS,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { hostileValues } from "./hostile.js";
import { place } from "./samples.js";

/** The list of TP-1, in its order. */
const LIST = [
  "Salespeople",
  "Call centre",
  "Agents",
  "Advertising",
  "Events",
  "Collections staff",
  "Reception",
  "Manuals",
  "Website",
  "Direct mail",
  "Telemarketing",
  "E-mail",
  "SMS",
  "Club",
  "Loyalty card",
  "After-sales service",
  "Word of mouth",
];

describe("the standard touchpoints", () => {
  it("TP-1: are the list of the handbook, in its order, and a valid catalogue", () => {
    expect(STANDARD_TOUCHPOINTS.map(({ name }) => name)).toEqual(LIST);
    expect(requireTouchpointCatalogue(STANDARD_TOUCHPOINTS).size).toBe(17);
    expect(siftTouchpoints(STANDARD_TOUCHPOINTS).rejected).toEqual([]);
  });

  it("TP-1: say of each control, nature, stages, channels, senses, realm and visibility", () => {
    for (const touchpoint of STANDARD_TOUCHPOINTS) {
      expect(touchpoint.senses?.length, touchpoint.id).toBeGreaterThan(0);
      expect(touchpoint.realm, touchpoint.id).toBeDefined();
      expect(touchpoint.stages.length, touchpoint.id).toBeGreaterThan(0);
      expect(touchpoint.channels.length, touchpoint.id).toBeGreaterThan(0);
    }
  });

  it("TP-1: all three kinds of control and of nature occur; word of mouth alone is earned", () => {
    const values = (key: "control" | "nature"): string[] =>
      [...new Set(STANDARD_TOUCHPOINTS.map((one) => one[key]))].toSorted();
    expect(values("control")).toEqual(["earned", "owned", "partner"]);
    expect(values("nature")).toEqual(["digital", "human", "physical"]);
    const earned = STANDARD_TOUCHPOINTS.filter(({ control }) => control === "earned");
    expect(earned.map(({ id }) => id)).toEqual(["word-of-mouth"]);
  });
});

describe("a catalogue", () => {
  it("what no message can be made of is refused by name, and never fails otherwise", () => {
    for (const hostile of hostileValues()) {
      const fields = ["id", "control", "nature", "visibility", "stages", "channels", "hours"];
      const rows: unknown[] = fields.map((field) => ({ ...place({ id: "a" }), [field]: hostile }));
      const windows = [{ days: [hostile], from: "09:00", until: "10:00" }];
      for (const hours of [
        { zone: hostile, windows: [] },
        { zone: "UTC", windows: hostile === null || !Array.isArray(hostile) ? hostile : [hostile] },
        { zone: "UTC", windows: [hostile] },
        { zone: "UTC", windows },
        { zone: "UTC", windows: [{ days: [1], from: hostile, until: "10:00" }] },
      ]) {
        rows.push({ ...place({ id: "a" }), hours });
      }
      for (const row of rows) {
        expect(() => requireTouchpointCatalogue([row as Touchpoint])).toThrow(RangeError);
        expect(siftTouchpoints([place({ id: "b" }), row]).accepted).toHaveLength(1);
      }
    }
    expect(() => requireTouchpointCatalogue([null as unknown as Touchpoint])).toThrow(
      "Cannot use a catalogue: the touchpoint at index 0: must be a touchpoint, got null",
    );
  });

  const bad: readonly (readonly [unknown, string, string])[] = [
    [place({ id: "a" }), "id", 'another touchpoint is already called "a"'],
    [place({ id: " b" }), "id", "blanks at its ends"],
    [place({ id: "b", stages: [] }), "stages", "at least one stage"],
    [place({ id: "b", stages: ["later" as "after"] }), "stages", '"later"'],
    [place({ id: "b", stages: ["after", "after"] }), "stages", "twice"],
    [place({ id: "b", channels: [] }), "channels", "at least one channel"],
    [place({ id: "b", channels: ["web", "web"] }), "channels", "twice"],
    [place({ id: "b", control: "rented" as "owned" }), "control", '"rented"'],
    [place({ id: "b", nature: "astral" as "human" }), "nature", '"astral"'],
    [place({ id: "b", visibility: "on" as "backstage" }), "visibility", '"on"'],
    [
      place({
        id: "b",
        hours: {
          zone: timeZone("UTC"),
          windows: [{ days: [1], from: "24:00", until: "01:00" }],
        },
      }),
      "hours",
      "24:00",
    ],
    [
      place({ id: "b", hours: { zone: "Mars/Base" as never, windows: [] } }),
      "hours",
      'no time zone "Mars/Base"',
    ],
  ];

  it.each(bad)("case %#: what does not hold is refused with its position", (row, path, message) => {
    const rows = [place({ id: "a" }), row as Touchpoint];
    expect(() => requireTouchpointCatalogue(rows)).toThrow(RangeError);
    expect(() => requireTouchpointCatalogue(rows)).toThrow(`${path} of the touchpoint at index 1`);
    expect(() => requireTouchpointCatalogue(rows)).toThrow(message);
  });

  it.each(bad)("case %#: at the border it is handed back and fails nothing else", (row, path) => {
    const { accepted, rejected } = siftTouchpoints([place({ id: "a" }), row, place({ id: "z" })]);
    expect(accepted.map(({ id }) => id)).toEqual(["a", "z"]);
    expect(rejected.map(({ index }) => index)).toEqual([1]);
    expect(rejected[0]?.row).toBe(row);
    expect(rejected[0]?.issues[0]?.path).toContain(path);
  });

  it.each([undefined, null, 3, "website", {}])(
    "what is no touchpoint is handed back: %s",
    (row) => {
      expect(siftTouchpoints([row]).rejected).toHaveLength(1);
    },
  );

  it("a touchpoint that was rejected does not take its id", () => {
    const { accepted } = siftTouchpoints([place({ id: "a", stages: [] }), place({ id: "a" })]);
    expect(accepted).toHaveLength(1);
  });
});
