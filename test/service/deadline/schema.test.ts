import type {
  openingWindowSchema,
  serviceCaseEventSchema,
  slaClockKindSchema,
} from "goodwill/service";
import {
  DEFAULT_ESCALATION_RULES,
  DEFAULT_SLA_POLICY,
  escalationRuleSchema,
  prepareServiceCalendar,
  serviceCalendarSchema,
  serviceCaseSchema,
  servicePauseSchema,
  slaPolicySchema,
  type EscalationRule,
  type OpeningWindow,
  type ServiceCalendar,
  type ServiceCase,
  type ServiceCaseEvent,
  type ServicePause,
  type SlaClockKind,
  type SlaPolicy,
} from "goodwill/service";
import { plainDate } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { ALWAYS, OFFICE, june, someCalendar } from "./calendars.js";

describe("the schemas of calendars, policies and cases", () => {
  test("SRV-4: what they accept is what the interfaces written by hand describe", () => {
    expectTypeOf<z.infer<typeof openingWindowSchema>>().toExtend<OpeningWindow>();
    expectTypeOf<z.infer<typeof serviceCalendarSchema>>().toExtend<ServiceCalendar>();
    expectTypeOf<z.infer<typeof servicePauseSchema>>().toExtend<ServicePause>();
    expectTypeOf<z.infer<typeof slaPolicySchema>>().toExtend<SlaPolicy>();
    expectTypeOf<z.infer<typeof slaClockKindSchema>>().toEqualTypeOf<SlaClockKind>();
    expectTypeOf<z.infer<typeof serviceCaseEventSchema>>().toExtend<ServiceCaseEvent>();
    expectTypeOf<ServiceCaseEvent>().toExtend<z.infer<typeof serviceCaseEventSchema>>();
    expectTypeOf<z.infer<typeof serviceCaseSchema>>().toExtend<ServiceCase>();
    expectTypeOf<z.infer<typeof escalationRuleSchema>>().toExtend<EscalationRule>();
    expectTypeOf<keyof z.infer<typeof serviceCalendarSchema>>().toEqualTypeOf<
      keyof ServiceCalendar
    >();
    expectTypeOf<keyof z.infer<typeof slaPolicySchema>>().toEqualTypeOf<keyof SlaPolicy>();
    expectTypeOf<keyof z.infer<typeof escalationRuleSchema>>().toEqualTypeOf<
      keyof EscalationRule
    >();
    expectTypeOf<keyof z.infer<typeof serviceCaseSchema>>().toEqualTypeOf<keyof ServiceCase>();
  });

  test("SRV-4: the defaults pass, and so do calendars that can be counted", () => {
    expect(slaPolicySchema.parse(DEFAULT_SLA_POLICY)).toEqual(DEFAULT_SLA_POLICY);
    expect(escalationRuleSchema.array().parse(DEFAULT_ESCALATION_RULES)).toEqual(
      DEFAULT_ESCALATION_RULES,
    );
    expect(serviceCalendarSchema.parse(ALWAYS)).toEqual(ALWAYS);
    expect(serviceCalendarSchema.parse(OFFICE)).toEqual(OFFICE);
    fc.assert(
      fc.property(someCalendar, (calendar) => {
        expect(serviceCalendarSchema.parse(calendar)).toEqual(calendar);
      }),
    );
  });

  const special = [{ date: plainDate("2026-06-01"), windows: [] }];

  test.each<[string, Partial<ServiceCalendar>]>([
    ["a calendar never open", { hours: { 1: [] }, special }],
    ["a window that ends before it begins", { hours: { 1: [{ from: "10:00", until: "09:00" }] } }],
    ["23:59:59", { hours: { 1: [{ from: "10:00", until: "23:59:59" }] } }],
    ["a window from 24:00", { hours: { 1: [{ from: "24:00", until: "24:00" }] } }],
    [
      "overlapping windows",
      {
        hours: {
          1: [
            { from: "12:00", until: "14:00" },
            { from: "09:00", until: "12:01" },
          ],
        },
      },
    ],
    ["an eighth weekday", { hours: { 8: [] } as never }],
    ["an unknown zone", { zone: "Mars/Base" as never }],
    ["a date twice", { special: [...special, ...special] }],
  ])("SRV-4: %s is refused by the schema as by the function", (_, more) => {
    const calendar = { ...OFFICE, ...more };
    expect(serviceCalendarSchema.safeParse(calendar).success).toBe(false);
    expect(() => prepareServiceCalendar(calendar)).toThrow(RangeError);
  });

  test.each<[string, z.ZodType, unknown]>([
    ["a reversed pause", servicePauseSchema, { start: june(2, "10:00"), end: june(1, "10:00") }],
    ["a policy without rules", slaPolicySchema, { ...DEFAULT_SLA_POLICY, rules: [] }],
    [
      "two rules for one clock",
      slaPolicySchema,
      { ...DEFAULT_SLA_POLICY, rules: [DEFAULT_SLA_POLICY.rules[0], DEFAULT_SLA_POLICY.rules[0]] },
    ],
    ["a case without opening", serviceCaseSchema, { id: "C", events: [] }],
    [
      "a case opened second",
      serviceCaseSchema,
      { id: "C", events: [{ kind: "answered", at: june(1, "10:00") }] },
    ],
    [
      "events out of order",
      serviceCaseSchema,
      {
        id: "C",
        events: [
          { kind: "opened", at: june(1, "10:00") },
          { kind: "answered", at: june(1, "09:00") },
        ],
      },
    ],
    [
      "a wait for nobody",
      serviceCaseSchema,
      {
        id: "C",
        events: [
          { kind: "opened", at: june(1, "10:00") },
          { kind: "waiting", at: june(1, "11:00") },
        ],
      },
    ],
    [
      "a share of more than all",
      escalationRuleSchema,
      { ...DEFAULT_ESCALATION_RULES[0], when: { targetShare: 1.5 } },
    ],
    ["nobody to tell", escalationRuleSchema, { ...DEFAULT_ESCALATION_RULES[0], tell: [] }],
  ])("SRV-4: %s is refused", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
