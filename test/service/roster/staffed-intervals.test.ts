import { assignShifts, planShifts, staffedIntervals } from "goodwill/service";
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
