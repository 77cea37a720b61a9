import { assignShifts, planShifts, staffedIntervals } from "goodwill/service";
import { instant } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { UTC, moment, needs, pattern, shift } from "./samples.js";

describe("staffedIntervals", () => {
  test("SRV-6: an agent counts only where at work through the whole interval", () => {
    const breaks = [{ start: moment(70), minutes: 10, isPaid: true }];
    const one = shift("s", { at: 30, minutes: 150, breaks, agents: 3 });
    const counted = staffedIntervals(needs([1, 1, 1, 1]), [one]);
    expect(counted.map(({ scheduled, over, under }) => [scheduled, over, under])).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [3, 2, 0],
      [0, 0, 1],
    ]);
  });

  test("SRV-6: what is given to agents and what stays empty make up what was planned", () => {
    const required = needs([2, 3, 3, 1]);
    const { shifts, intervals } = planShifts(required, { patterns: [pattern("p")], zone: UTC });
    const { agents, unfilled } = assignShifts(shifts, {
      agents: [{ id: "a" }, { id: "b" }],
      zone: UTC,
    });
    const given = agents.flatMap((one) => one.shifts.map((mine) => mine.shift));
    const empty = unfilled.map((one) => one.shift);
    expect(given).toHaveLength(2);
    expect(staffedIntervals(required, [...given, ...empty])).toEqual(intervals);
  });

  test("SRV-6: closed hours are an interval that needs nobody, where the option says so", () => {
    const open = [...needs([2, 1]), ...needs([1], { from: 300 })];
    const shifts = [shift("s", { at: 60, minutes: 300 })];
    const closed = [...needs([2, 1]), ...needs([0], { minutes: 180, from: 120 }), open[2]!];
    const counted = staffedIntervals(open, shifts, { gaps: "closed" });
    expect(counted).toEqual(staffedIntervals(closed, shifts));
    expect(counted.map(({ minutes, required, over }) => [minutes, required, over])).toEqual([
      [60, 2, 0],
      [60, 1, 0],
      [180, 0, 1],
      [60, 1, 0],
    ]);
    expect(staffedIntervals(needs([2, 1]), shifts, { gaps: "closed" })).toEqual(
      staffedIntervals(needs([2, 1]), shifts),
    );
  });

  test("SRV-6: a gap is refused unless it is said to be closed, and the refusal names the option", () => {
    const open = [...needs([2]), ...needs([1], { from: 90 })];
    const count = (gaps: "refuse" | "closed", required = open) => {
      return () => staffedIntervals(required, [], { gaps });
    };
    expect(() => staffedIntervals(open, [])).toThrow(/intervals\[1\] must not leave a gap/);
    expect(count("refuse")).toThrow(/or the option gaps: "closed"\), got "2026-03-02T01:30/);
    expect(count("closed", [...open, ...open])).toThrow(/intervals\[2\] must not overlap/);
    const late = { ...open[1]!, start: instant("2026-03-02T01:30:30Z") };
    expect(count("closed", [open[0]!, late])).toThrow(/intervals\[1\] must begin whole minutes/);
    expect(count("open" as never)).toThrow(/gaps must be "refuse" or "closed", got "open"/);
  });

  test.each([
    ["a break outside its shift", { breaks: [{ start: moment(200), minutes: 5, isPaid: true }] }],
    ["more minutes paid than worked", { paidMinutes: 121 }],
    ["agents below 0", { agents: -1 }],
    ["a shift without length", { minutes: 0 }],
  ])("SRV-6: %s is refused", (_, more) => {
    const one = { ...shift("s", { at: 0, minutes: 120 }), ...more };
    expect(() => staffedIntervals(needs([1]), [one])).toThrow(/Cannot count agents: shifts\[0\]/);
  });
});
