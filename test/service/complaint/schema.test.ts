import {
  authorityPolicySchema,
  catalogueCauseSchema,
  COMPLAINT_KINDS,
  complaintEventSchema,
  complaintKindSchema,
  complaintPolicySchema,
  complaintRuleSchema,
  complaintSchema,
  decideComplaint,
  DEFAULT_COMPLAINT_POLICY,
  DEFAULT_DUPLICATE_POLICY,
  duplicatePolicySchema,
  NO_COMPLAINT,
  siftComplaints,
} from "goodwill/service";
import type {
  AuthorityPolicy,
  CatalogueCause,
  Complaint,
  ComplaintEvent,
  ComplaintKind,
  ComplaintPolicy,
  ComplaintRule,
  DuplicatePolicy,
} from "goodwill/service";
import { money, plainDate } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { after, AUTHORITY, complaint, events, RECEIVE, refund } from "./story.js";
import type { Step } from "./story.js";

const FULL: Complaint = {
  ...complaint(),
  source: "web form",
  subKind: "late",
  product: "sofa",
  reference: "O-1",
  occurredOn: plainDate("2026-03-03"),
  recurrent: true,
  immediateAction: "called the driver",
  remedySought: "deliver it",
  amount: money(80_000, "EUR"),
  complexity: "low",
  impact: "critical",
  cause: "carrier",
  safety: false,
};

const STEPS: readonly Step[] = [
  RECEIVE,
  { kind: "acknowledge" },
  { kind: "assess", severity: "high", complexity: "low", impact: "low", safety: true },
  { kind: "investigate" },
  { kind: "answer", finding: "upheld-in-part", remedies: [refund(5), { kind: "apology" }] },
  { kind: "close", outcome: "no-reply" },
  { kind: "reopen", why: "x" },
  { kind: "withdraw", why: "x" },
  { kind: "mark-duplicate", of: "K-0" },
  { kind: "assign", owner: "bo" },
  { kind: "hand-off", to: "bo", why: "x" },
  { kind: "escalate", to: "li", level: 2, why: "x" },
  { kind: "find-cause", cause: "carrier" },
  { kind: "approve", remedies: [refund(5)] },
  { kind: "inform-customer", text: "x" },
  { kind: "hear-from-customer", text: "x" },
  { kind: "wait-for-customer", what: "x" },
  { kind: "stop-waiting" },
  { kind: "promise", promise: "P-1", what: "x" },
  { kind: "settle-promise", promise: "P-1", outcome: "called-off" },
  { kind: "link", to: "K-0", why: "x" },
  { kind: "note", text: "x" },
];

describe("the schemas of complaints", () => {
  test("SRV-1: they agree with the interfaces written by hand", () => {
    expectTypeOf<z.infer<typeof complaintSchema>>().toExtend<Complaint>();
    expectTypeOf<keyof z.infer<typeof complaintSchema>>().toEqualTypeOf<keyof Complaint>();
    expectTypeOf<z.infer<typeof complaintEventSchema>>().toExtend<ComplaintEvent>();
    expectTypeOf<z.infer<typeof complaintEventSchema>["kind"]>().toEqualTypeOf<
      ComplaintEvent["kind"]
    >();
    expectTypeOf<z.infer<typeof authorityPolicySchema>>().toExtend<AuthorityPolicy>();
    expectTypeOf<z.infer<typeof complaintKindSchema>>().toExtend<ComplaintKind>();
    expectTypeOf<z.infer<typeof catalogueCauseSchema>>().toExtend<CatalogueCause>();
    expectTypeOf<z.infer<typeof complaintRuleSchema>>().toExtend<ComplaintRule>();
    expectTypeOf<keyof z.infer<typeof complaintRuleSchema>>().toEqualTypeOf<keyof ComplaintRule>();
    expectTypeOf<z.infer<typeof complaintPolicySchema>>().toExtend<ComplaintPolicy>();
    expectTypeOf<z.infer<typeof duplicatePolicySchema>>().toExtend<DuplicatePolicy>();
  });

  test("SRV-1: they accept what they are meant for, unchanged", () => {
    expect(complaintSchema.parse(FULL)).toEqual(FULL);
    const told = events(
      "K-1",
      STEPS.map((step, minutes) => [minutes, step] as const),
    );
    for (const event of told) expect(complaintEventSchema.parse(event)).toEqual(event);
    for (const kind of COMPLAINT_KINDS) expect(complaintKindSchema.parse(kind)).toEqual(kind);
    const cause = { id: "seal", name: "Bad seals", area: "supply" };
    expect(catalogueCauseSchema.parse(cause)).toEqual(cause);
    expect(authorityPolicySchema.parse(AUTHORITY)).toEqual(AUTHORITY);
    expect(complaintPolicySchema.parse(DEFAULT_COMPLAINT_POLICY)).toEqual(DEFAULT_COMPLAINT_POLICY);
    expect(duplicatePolicySchema.parse(DEFAULT_DUPLICATE_POLICY)).toEqual(DEFAULT_DUPLICATE_POLICY);
    const rule = { id: "r", kind: "product", any: ["x"], products: ["y"], priority: -1 };
    expect(complaintRuleSchema.parse(rule)).toEqual(rule);
  });

  test("SRV-2: they refuse policies that cannot be meant", () => {
    const accepts = (
      schema: { safeParse: (value: unknown) => { success: boolean } },
      value: unknown,
    ): boolean => schema.safeParse(value).success;
    const [first] = AUTHORITY.levels;
    expect(accepts(authorityPolicySchema, { ...AUTHORITY, safetyLevel: 9 })).toBe(false);
    expect(
      accepts(authorityPolicySchema, { ...AUTHORITY, levels: [first, first], safetyLevel: 1 }),
    ).toBe(false);
    expect(accepts(complaintRuleSchema, { id: "r", kind: "product" })).toBe(false);
    expect(accepts(complaintPolicySchema, { maxHandOffs: 0.5 })).toBe(false);
    expect(
      accepts(duplicatePolicySchema, { ...DEFAULT_DUPLICATE_POLICY, linkSimilarity: 0.9 }),
    ).toBe(false);
    expect(
      accepts(complaintEventSchema, { ...events("K-1", [[0, RECEIVE]])[0], kind: "explode" }),
    ).toBe(false);
    const [received] = events("K-1", [[0, RECEIVE]]);
    expect(accepts(complaintEventSchema, received)).toBe(true);
    expect(accepts(complaintEventSchema, { ...received, complaint: "K-2" })).toBe(false);
  });
});

describe("the schema of events and the decision", () => {
  const [received] = events("K-1", [[0, RECEIVE]]) as [ComplaintEvent];
  const [, promised] = events("K-1", [
    [0, RECEIVE],
    [10, { kind: "promise", promise: "P-1", what: "x", due: after(10) }],
  ]) as [ComplaintEvent, ComplaintEvent];
  const [, handed] = events("K-1", [
    [0, RECEIVE],
    [10, { kind: "hand-off", to: "bo", why: "x" }],
  ]) as [ComplaintEvent, ComplaintEvent];
  const [, answered] = events("K-1", [
    [0, RECEIVE],
    [10, { kind: "answer", finding: "upheld", remedies: [{ kind: " " }] }],
  ]) as [ComplaintEvent, ComplaintEvent];

  test.each<[string, object, readonly (string | number)[]]>([
    ["a promise due before it is made", { ...promised, due: after(9) }, ["due"]],
    ["a receipt at another moment", { ...received, at: after(1) }, ["record", "at"]],
    ["a receipt of another complaint", { ...received, complaint: "K-2" }, ["record", "id"]],
    [
      "a blank subject",
      { ...received, record: { ...complaint(), subject: " " } },
      ["record", "subject"],
    ],
    ["a blank id", { ...promised, id: " " }, ["id"]],
    ["a blank name", { ...handed, to: " " }, ["to"]],
    ["a blank remedy", answered, ["remedies", 0, "kind"]],
  ])("SRV-1: %s is refused by both, with its path", (_, event, path) => {
    const read = complaintEventSchema.safeParse(event);
    expect(read.error?.issues.map((issue) => issue.path)).toEqual([path]);
    expect(() => decideComplaint(NO_COMPLAINT, event as ComplaintEvent)).toThrow(RangeError);
  });

  test("SRV-1: a promise due at once is accepted", () => {
    expect(complaintEventSchema.parse(promised)).toEqual(promised);
  });
});

describe("complaints at the border", () => {
  test("SRV-1: rows are accepted or handed back whole with their reasons, none is lost", () => {
    const rows: readonly unknown[] = [
      FULL,
      { ...complaint({ id: "K-2" }), kind: "weather" },
      { ...complaint({ id: "K-3" }), subKind: "rude" },
      { ...complaint({ id: "K-4" }), at: "yesterday" },
      { ...complaint({ id: "K-5" }), severity: "awful" },
      { ...complaint({ id: "K-6" }), amount: { amount: -1, currency: "EUR" } },
      { ...complaint({ id: "K-7" }), occurredOn: "2026-03-04" },
      { ...complaint({ id: "K-8" }), colour: "red" },
      complaint(),
      undefined,
    ];
    const { accepted, rejected } = siftComplaints(rows, { kinds: COMPLAINT_KINDS });
    expect(accepted).toEqual([FULL]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.path])).toEqual([
      [1, "kind"],
      [2, "subKind"],
      [3, "at"],
      [4, "severity"],
      [5, "amount.amount"],
      [6, "occurredOn"],
      [7, ""],
      [8, "id"],
      [9, ""],
    ]);
    expect(rejected.map(({ row }) => row)).toEqual(rows.slice(1));
    expect(siftComplaints(rows.slice(1, 3)).accepted).toHaveLength(2);
  });
});
