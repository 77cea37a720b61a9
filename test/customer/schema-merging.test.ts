import type { customerIdentifierSchema, recordReferenceSchema } from "goodwill/customer";
import {
  customerRecordSchema,
  DEFAULT_MATCH_POLICY,
  DEFAULT_MERGE_POLICY,
  matchFieldPolicySchema,
  matchPolicySchema,
  mergeCustomers,
  mergePolicySchema,
  siftCustomerRecords,
  type CustomerIdentifier,
  type CustomerRecord,
  type MatchFieldPolicy,
  type MatchPolicy,
  type MergePolicy,
  type RecordReference,
} from "goodwill/customer";
import { instant, siftRows } from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

/** An interface with every `readonly` taken away, at any depth, as schemas infer it; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

const record: CustomerRecord = {
  source: "shop",
  recordId: "1",
  at: instant("2026-01-05T10:00:00Z"),
  fields: { kind: "person", name: "Li Na" },
};

describe("the schemas of merging and matching", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof recordReferenceSchema>>().toEqualTypeOf<
      Writable<RecordReference>
    >();
    expectTypeOf<z.infer<typeof customerIdentifierSchema>>().toEqualTypeOf<
      Writable<CustomerIdentifier>
    >();
    expectTypeOf<z.infer<typeof customerRecordSchema>>().toEqualTypeOf<Writable<CustomerRecord>>();
    expectTypeOf<z.infer<typeof mergePolicySchema>>().toEqualTypeOf<Writable<MergePolicy>>();
    expectTypeOf<z.infer<typeof matchFieldPolicySchema>>().toEqualTypeOf<
      Writable<MatchFieldPolicy>
    >();
    expectTypeOf<z.infer<typeof matchPolicySchema>>().toEqualTypeOf<Writable<MatchPolicy>>();
  });

  it("CUS-2: a bad record is handed back with its reason, and the others are accepted", () => {
    const contactPoints = [{ id: "e", channel: "email", address: "nobody" }];
    const rows = [
      record,
      { ...record, at: "yesterday" },
      { ...record, fields: { ...record.fields, contactPoints } },
      { ...record, fields: { ...record.fields, nickname: "Nana" } },
      {
        ...record,
        fields: { suppressions: [{ kind: "bounced", at: record.at, contactPoint: "e" }] },
      },
      { ...record, fieldTimes: { name: "soon" } },
      {
        ...record,
        fields: {},
        fieldTimes: { name: record.at },
        identifiers: [{ system: "card", value: "7" }],
      },
      { ...record, fields: undefined },
    ];
    const { accepted, rejected } = siftRows(customerRecordSchema, rows);
    expect(accepted).toEqual([rows[0], rows[6]]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.path])).toEqual([
      [1, "at"],
      [2, "fields.contactPoints.0.address"],
      [3, "fields"],
      [4, "fields.suppressions.0.contactPoint"],
      [5, "fieldTimes.name"],
      [7, "fields"],
    ]);
    expect(mergeCustomers(accepted).ok).toBe(true);
  });

  it("CUS-2: records are sifted at the border: none with blanks at its ends, none twice at one time", () => {
    const later = { ...record, at: "2026-02-05T10:00:00.000Z" };
    const rows = [
      record,
      { ...record, recordId: "17 " },
      { ...record, source: "\tshop" },
      { ...record, recordId: "" },
      later,
      { ...record, fields: { name: "Na Li" } },
      { ...record, at: "yesterday" },
      { ...record, source: "club" },
      null,
    ];
    const { accepted, rejected } = siftCustomerRecords(rows);
    expect(accepted).toEqual([rows[0], rows[4], rows[7]]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.path])).toEqual([
      [1, "recordId"],
      [2, "source"],
      [3, "recordId"],
      [5, "at"],
      [6, "at"],
      [8, ""],
    ]);
    expect(rejected[0]?.issues[0]?.message).toBe("must have no blanks at its ends");
    expect(rejected[3]?.issues[0]?.message).toContain("index 0");
    expect(mergeCustomers(accepted).ok).toBe(true);
  });

  it("accept the default policies, and refuse those that do not hold together", () => {
    expect(mergePolicySchema.parse(DEFAULT_MERGE_POLICY)).toEqual(DEFAULT_MERGE_POLICY);
    expect(matchPolicySchema.parse(DEFAULT_MATCH_POLICY)).toEqual(DEFAULT_MATCH_POLICY);
    const bad = [
      { ...DEFAULT_MERGE_POLICY, order: ["loudness"] },
      { ...DEFAULT_MERGE_POLICY, fieldOrders: { nickname: ["recency"] } },
    ];
    for (const policy of bad) expect(mergePolicySchema.safeParse(policy).success).toBe(false);
    const thresholds = { merge: 1, review: 2, consistent: 0 };
    expect(matchPolicySchema.safeParse({ ...DEFAULT_MATCH_POLICY, thresholds }).success).toBe(
      false,
    );
    const { levels } = DEFAULT_MATCH_POLICY.fields.name;
    expect(matchFieldPolicySchema.safeParse({ levels: levels.toReversed() }).success).toBe(false);
    expect(matchFieldPolicySchema.safeParse({ levels: levels.slice(0, 1) }).success).toBe(false);
    expect(matchFieldPolicySchema.safeParse({ levels: [] }).success).toBe(false);
    expect(matchFieldPolicySchema.safeParse({ levels }).success).toBe(true);
  });

  it("refuse at compile time what is no record", () => {
    // @ts-expect-error -- A record must say which source it is of.
    expect(() => mergeCustomers([{ recordId: "1", at: record.at, fields: {} }])).not.toThrow(
      TypeError,
    );
    // @ts-expect-error -- An id is not a field of a record: the host gives it, or the merge.
    const field: keyof CustomerRecord["fields"] = "id";
    expect(field).toBe("id");
  });
});
