import {
  DEFAULT_ROSTER_RULES,
  plannedShiftSchema,
  planShifts,
  rosterAgentSchema,
  rosterRulesSchema,
  shiftPatternSchema,
  type PlannedShift,
  type RosterAgent,
  type RosterRules,
  type ShiftPattern,
} from "goodwill/service";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { UTC, moment, needs, pattern } from "./samples.js";

describe("the schemas of rosters", () => {
  test("SRV-6: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof shiftPatternSchema>>().toExtend<ShiftPattern>();
    expectTypeOf<z.infer<typeof plannedShiftSchema>>().toExtend<PlannedShift>();
    expectTypeOf<z.infer<typeof rosterAgentSchema>>().toExtend<RosterAgent>();
    expectTypeOf<z.infer<typeof rosterRulesSchema>>().toExtend<RosterRules>();
    expectTypeOf<keyof z.infer<typeof shiftPatternSchema>>().toEqualTypeOf<keyof ShiftPattern>();
    expectTypeOf<keyof z.infer<typeof plannedShiftSchema>>().toEqualTypeOf<keyof PlannedShift>();
    expectTypeOf<keyof z.infer<typeof rosterAgentSchema>>().toEqualTypeOf<keyof RosterAgent>();
    expectTypeOf<keyof z.infer<typeof rosterRulesSchema>>().toEqualTypeOf<keyof RosterRules>();
  });

  test("SRV-6: patterns, the shifts planned of them, agents and the default rules pass", () => {
    const breaks = [{ minutes: 15, fromMinutes: 30, untilMinutes: 60, isPaid: true }];
    const one = pattern("p", { breaks, skills: ["tax"], isUnpopular: true });
    expect(shiftPatternSchema.parse(one)).toEqual(one);
    const { shifts } = planShifts(needs([1, 1], { minutes: 15 }), { patterns: [one], zone: UTC });
    expect(plannedShiftSchema.array().parse(shifts)).toEqual(shifts);
    expect(shifts).not.toEqual([]);
    const agent: RosterAgent = {
      id: "a",
      available: [{ start: moment(0), end: moment(60) }],
      contract: { minMinutes: 600, maxMinutes: 2400 },
      wishes: [{ kind: "preferred", weekday: 1 }],
      held: [{ start: moment(0), minutes: 60 }],
    };
    expect(rosterAgentSchema.parse(agent)).toEqual(agent);
    expect(rosterRulesSchema.parse(DEFAULT_ROSTER_RULES)).toEqual(DEFAULT_ROSTER_RULES);
  });

  test.each([
    ["a shift longer than a day", { minutes: 1441 }],
    ["a start at 24:00", { starts: ["24:00"] }],
    ["starts on an eighth day", { starts: { 8: ["08:00"] } }],
    [
      "a break that ends after the shift",
      { breaks: [{ minutes: 60, fromMinutes: 61, isPaid: true }] },
    ],
    [
      "a window that closes before it opens",
      { breaks: [{ minutes: 10, fromMinutes: 60, untilMinutes: 50, isPaid: true }] },
    ],
  ])("SRV-6: %s is refused", (_, more) => {
    expect(shiftPatternSchema.safeParse({ ...pattern("p"), ...more }).success).toBe(false);
    expect(shiftPatternSchema.safeParse(pattern("p")).success).toBe(true);
  });

  test("SRV-6: a least above the most, and time that ends before it begins, are refused", () => {
    const contract = { minMinutes: 2, maxMinutes: 1 };
    expect(rosterAgentSchema.safeParse({ id: "a", contract }).success).toBe(false);
    const available = [{ start: moment(1), end: moment(0) }];
    expect(rosterAgentSchema.safeParse({ id: "a", available }).success).toBe(false);
  });
});
