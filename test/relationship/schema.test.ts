import type { auditedRecordSchema } from "goodwill/relationship";
import {
  concentrationPolicySchema,
  customerTiesSchema,
  DEFAULT_CONCENTRATION_POLICY,
  DEFAULT_HANDOVER_POLICY,
  handoverCommandSchema,
  handoverExpectationSchema,
  handoverFileSchema,
  handoverPolicySchema,
  recordChangeSchema,
  type AuditedRecord,
  type ConcentrationPolicy,
  type CustomerTies,
  type HandoverCommand,
  type HandoverExpectation,
  type HandoverFile,
  type HandoverPolicy,
  type RecordChange,
} from "goodwill/relationship";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { entry, EXPECTED, FILE, STORY } from "./handover/story.js";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

const TIES = {
  customer: "C-1",
  value: { amount: 500, currency: "EUR" },
  ties: [{ employee: "wang", team: "north", weight: 2 }],
};

describe("the schemas of the room", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof auditedRecordSchema>>().toEqualTypeOf<Writable<AuditedRecord>>();
    expectTypeOf<z.infer<typeof recordChangeSchema>>().toEqualTypeOf<Writable<RecordChange>>();
    expectTypeOf<z.infer<typeof handoverFileSchema>>().toEqualTypeOf<Writable<HandoverFile>>();
    expectTypeOf<z.infer<typeof handoverExpectationSchema>>().toEqualTypeOf<
      Writable<HandoverExpectation>
    >();
    expectTypeOf<z.infer<typeof handoverPolicySchema>>().toEqualTypeOf<Writable<HandoverPolicy>>();
    expectTypeOf<z.infer<typeof handoverCommandSchema>>().toEqualTypeOf<
      Writable<HandoverCommand>
    >();
    expectTypeOf<z.infer<typeof concentrationPolicySchema>>().toEqualTypeOf<
      Writable<ConcentrationPolicy>
    >();
    expectTypeOf<z.infer<typeof customerTiesSchema>>().toExtend<CustomerTies>();
    expectTypeOf<Writable<CustomerTies>["ties"]>().toEqualTypeOf<
      z.infer<typeof customerTiesSchema>["ties"]
    >();
  });

  it("accept what they are meant for: a whole handover, the default policies, ties", () => {
    for (const one of STORY) expect(handoverCommandSchema.parse(one)).toEqual(one);
    const said = { id: "n", at: STORY[0]!.at, by: "li" };
    for (const one of [
      { ...said, kind: "appoint-successor", successor: "zhao" },
      { ...said, kind: "change-last-day", lastDay: "2026-04-01", why: "so" },
      { ...said, kind: "resolve-discrepancy", key: "k", how: "so" },
      { ...said, kind: "explain-discrepancy", key: "k", why: "so" },
      { ...said, kind: "waive-meeting", why: "ill" },
      { ...said, kind: "cancel", why: "stays" },
    ]) {
      expect(handoverCommandSchema.parse(one)).toEqual(one);
    }
    expect(handoverFileSchema.parse(FILE)).toEqual(FILE);
    expect(handoverExpectationSchema.parse(EXPECTED)).toEqual(EXPECTED);
    expect(handoverPolicySchema.parse(DEFAULT_HANDOVER_POLICY)).toEqual(DEFAULT_HANDOVER_POLICY);
    expect(concentrationPolicySchema.parse(DEFAULT_CONCENTRATION_POLICY)).toEqual(
      DEFAULT_CONCENTRATION_POLICY,
    );
    expect(customerTiesSchema.parse(TIES)).toEqual(TIES);
  });

  it.each([
    [handoverCommandSchema, { ...STORY[7], kind: "reopen" }, "Invalid"],
    [handoverCommandSchema, { ...STORY[7], by: "" }, ">=1"],
    [handoverCommandSchema, { ...STORY[7], at: "today" }, "must be an instant"],
    [
      handoverFileSchema,
      { customers: [entry({ promises: [{ id: "Q", what: "" }] })], materials: [] },
      ">=1",
    ],
    [
      handoverFileSchema,
      {
        customers: [entry({ contactPoints: [{ id: "p", channel: "phone", address: "021" }] })],
        materials: [],
      },
      "E.164",
    ],
    [
      handoverPolicySchema,
      { ...DEFAULT_HANDOVER_POLICY, file: { daysBefore: 1.5, unit: "business" } },
      "int",
    ],
    [
      handoverPolicySchema,
      {
        ...DEFAULT_HANDOVER_POLICY,
        meeting: { earliestDaysBefore: 1, latestDaysBefore: 2, unit: "business" },
      },
      "must be at least latestDaysBefore",
    ],
    [
      recordChangeSchema,
      { kind: "deal", id: "1", change: "lost", by: "a", why: "b" },
      "Invalid option",
    ],
    [
      customerTiesSchema,
      { ...TIES, value: { amount: -1, currency: "EUR" } },
      "must not be below 0",
    ],
    [customerTiesSchema, { ...TIES, ties: [{ employee: "wang", weight: 0 }] }, ">0"],
    [concentrationPolicySchema, { ...DEFAULT_CONCENTRATION_POLICY, topShare: 30 }, "<=1"],
  ])("case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });

  it("a command that says too little does not compile", () => {
    // @ts-expect-error -- a file is handed over before a witness
    const alone: HandoverCommand = {
      kind: "hand-over-file",
      id: "1",
      at: STORY[0]!.at,
      by: "a",
      file: FILE,
      handedBy: "a",
      receivedBy: "b",
    };
    // @ts-expect-error -- a tie belongs to an employee
    const nobody: CustomerTies = { ...TIES, ties: [{ team: "north" }] };
    expect([alone, nobody]).toHaveLength(2);
  });
});
