import { describe, expect, test } from "vitest";
import { prepareOccasions } from "../../../src/relationship/occasion/occasion-dates.js";
import type { OccasionRule } from "../../../src/relationship/occasion/occasion-rule.js";
import { NOBODY, days, rule, year } from "./sample-facts.js";

const RIGHT = rule({ kind: "weekend" });

describe("rules that cannot be followed", () => {
  test.each([
    [{ id: "" }, 'an id must be a text without blanks at its ends or slashes, got ""'],
    [{ id: " a" }, 'got " a"'],
    [{ id: "a/b" }, 'got "a/b"'],
    [{ priority: Number.NaN }, 'priority must be finite, got NaN in "feast"'],
    [{ lastsDays: -1 }, "lastsDays must be a whole number from 0"],
    [
      { timing: { kind: "fixed", month: 13, day: 1 } },
      "month must be a whole number from 1 to 12, got 13",
    ],
    [
      { timing: { kind: "fixed", month: 4, day: 31 } },
      "day must be a whole number from 1 to 30, got 31",
    ],
    [
      { timing: { kind: "fixed", month: 2, day: 29 } },
      "leapDay must be feb28 or mar1, got undefined",
    ],
    [{ timing: { kind: "dates", dates: ["2026-02-30"] } }, "2026-02-30"],
    [{ timing: { kind: "nth-weekday", month: 0, weekday: 1, nth: 1 } }, "month must be"],
    [{ timing: { kind: "nth-weekday", month: 5, weekday: 8, nth: 1 } }, "weekday must be"],
    [{ timing: { kind: "nth-weekday", month: 5, weekday: 1, nth: 0 } }, "nth must not be 0"],
    [{ timing: { kind: "nth-weekday", month: 5, weekday: 1, nth: 1.5 } }, "nth must be"],
    [{ timing: { kind: "easter", offsetDays: Infinity } }, "offsetDays must be"],
    [{ timing: { kind: "lunar", month: 8, day: 31 } }, "day must be a whole number from 1 to 30"],
    [{ timing: { kind: "lunar", month: 13, day: 1 } }, "month must be"],
    [{ timing: { kind: "weekend", weekday: 0 } }, "weekday must be"],
    [{ timing: { kind: "weekend", everyWeeks: 0 } }, "everyWeeks must be a whole number from 1"],
    [{ timing: { kind: "birthday" } }, "leapDay must be"],
    [{ timing: { kind: "birthday", leapDay: "mar1", everyYears: 0 } }, "everyYears must be"],
    [{ timing: { kind: "event-anniversary", event: "purchase", leapDay: "both" } }, 'got "both"'],
    [{ timing: { kind: "after-event", event: "purchase", days: Number.NaN } }, "days must be"],
    [{ timing: { kind: "inactivity", days: 0 } }, "days must be a whole number from 1"],
    [{ timing: { kind: "full-moon" } }, 'no timing is called "full-moon" in "feast"'],
  ])("CARE-4: %j is refused", (wrong, message) => {
    const rules = [{ ...RIGHT, ...wrong } as OccasionRule];
    const prepare = () => prepareOccasions({ rules, period: year(2026) });
    expect(prepare).toThrow(RangeError);
    expect(prepare).toThrow(message);
  });

  test("CARE-4: two rules of one id, and a period that ends before it starts, are refused", () => {
    expect(() => prepareOccasions({ rules: [RIGHT, RIGHT], period: year(2026) })).toThrow(
      'Cannot date occasions: ids must be unique, got "feast" twice',
    );
    const { start, end } = days("2026-01-01", "2026-02-01");
    expect(() => prepareOccasions({ rules: [RIGHT], period: { start: end, end: start } })).toThrow(
      "the period must not end before it starts, got 2026-02-01 to 2026-01-01",
    );
  });

  test("CARE-4: an asOf that is no day is refused", () => {
    const occasionsOf = prepareOccasions({ rules: [RIGHT], period: year(2026) });
    const asOf = "yesterday" as ReturnType<typeof year>["start"];
    expect(() => occasionsOf({ ...NOBODY, asOf })).toThrow(RangeError);
  });
});
