import {
  CUSTOMER_SENTENCES,
  DEFAULT_MATCH_POLICY,
  linkageQuality,
  matchCandidates,
  matchGroups,
  mergeMatchedCustomers,
  customerId,
  type ContactPoint,
  type CustomerRecord,
} from "goodwill/customer";
import { explain, instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { simulatedCustomers } from "../../../scripts/bench/simulated-customers.js";

const at = instant("2026-01-05T10:00:00Z");
const mail = (address: string): ContactPoint => ({ id: address, channel: "email", address });
const call = (address: string): ContactPoint => ({ id: address, channel: "phone", address });

function record(
  recordId: string,
  name: string | undefined,
  ...contactPoints: ContactPoint[]
): CustomerRecord {
  const fields = { kind: "person" as const, ...(name !== undefined && { name }), contactPoints };
  return { source: "s", recordId, at, fields };
}

const ids = (group: { records: readonly { recordId: string }[] } | undefined): unknown =>
  group?.records.map(({ recordId }) => recordId);

// A and B share an address, B and C a number; A and C share nothing but the name.
const chain = [
  record("A", "Anna Schmidt", mail("a@example.com")),
  record("B", "Anna Schmidt", mail("a@example.com"), call("+4930123456")),
  record("C", "Anna Schmidt", call("+4930123456")),
];

describe("groups", () => {
  it("CUS-2: a chain whose ends agree is one customer; the pair that met in no block is compared, too", () => {
    const result = matchCandidates(chain);
    expect([result.comparisons, result.groupComparisons]).toEqual([2, 1]);
    expect(result.candidates.map(({ decision }) => decision)).toEqual([
      "merge",
      "merge",
      "distinct",
    ]);
    const { merge, review, pairs } = matchGroups(result);
    expect([merge.map(ids), review, pairs]).toEqual([[["A", "B", "C"]], [], []]);
    expect(merge[0]?.weakestScore).toBe(result.candidates[2]?.score);
  });

  it("CUS-2: a chain whose ends contradict each other goes to review as a whole", () => {
    // B has no name: it agrees with both by their cards.
    const card = (value: string) => ({ system: "card", value });
    const a = { ...chain[0]!, identifiers: [card("1")] };
    const b = { ...record("B", undefined), identifiers: [card("1"), card("2")] };
    const other = { ...record("C", "Peter Kurz"), identifiers: [card("2")] };
    const groups = matchGroups(matchCandidates([a, b, other]));
    expect([groups.merge, groups.review.map(ids)]).toEqual([[], [["A", "B", "C"]]]);
    expect(
      groups.review[0]?.reasons.map(({ code, params }) => [
        code,
        params["first"],
        params["second"],
      ]),
    ).toEqual([["group-contradiction", "s A", "s C"]]);
    expect(explain(groups.review[0]!.reasons[0]!, CUSTOMER_SENTENCES)).toContain("contradict");
  });

  it("CUS-2: a couple that hangs together by an initial is reviewed as a group", () => {
    const house = [call("+4930123456"), mail("weber@example.com")];
    const couple = [
      record("A", "Paul Weber", ...house),
      record("B", "P. Weber", ...house),
      record("C", "Paula Weber", ...house),
    ];
    const { merge, review } = matchGroups(matchCandidates(couple));
    expect([merge, review.map(ids)]).toEqual([[], [["A", "B", "C"]]]);
  });

  it("CUS-2: a group above the limit, or with a pair nobody compared, goes to review", () => {
    const policy = { ...DEFAULT_MATCH_POLICY, maxGroupSize: 2 };
    const large = matchGroups(matchCandidates(chain, { policy }), { policy });
    expect(large.review.map(({ reasons }) => reasons)).toEqual([
      [{ code: "group-too-large", params: { records: 3, limit: 2 } }],
    ]);
    const { candidates } = matchCandidates(chain);
    const known = candidates.filter(({ decision }) => decision === "merge");
    const [group] = matchGroups({ candidates: known }).review;
    expect(group?.reasons.map(({ code }) => code)).toEqual(["group-pair-unknown"]);
    expect(group?.weakestScore).toBeUndefined();
  });

  it("CUS-2: a human's decision counts as any other", () => {
    const { candidates } = matchCandidates([
      record("A", "Anna Schmidt", mail("a@example.com")),
      record("B", "Anna Meier", mail("a@example.com")),
    ]);
    expect(matchGroups({ candidates }).pairs).toEqual(candidates);
    const decided = candidates.map((one) => ({
      ...one,
      decision: "merge" as const,
      consistent: true,
    }));
    expect(matchGroups({ candidates: decided }).merge.map(ids)).toEqual([["A", "B"]]);
  });

  it("CUS-2: no candidates, no groups; their order does not matter", () => {
    expect(matchGroups({ candidates: [] })).toEqual({ merge: [], review: [], pairs: [] });
    const { records } = simulatedCustomers(300, { duplicateShare: 0.3, seed: 6 });
    const { candidates } = matchCandidates(records);
    const groups = matchGroups({ candidates });
    const turned = matchGroups({ candidates: candidates.toReversed() });
    expect(groups.merge.length).toBeGreaterThan(20);
    expect([turned.merge, turned.review]).toEqual([groups.merge, groups.review]);
    const grouped = groups.merge.flatMap(({ records: members }) =>
      members.map(({ source, recordId }) => source + recordId),
    );
    expect(new Set(grouped).size).toBe(grouped.length);
  });
});

describe("from groups to customers", () => {
  it("CUS-2: every record ends in one customer, alone or in its group", () => {
    const { records } = simulatedCustomers(200, { duplicateShare: 0.2, seed: 7 });
    const groups = matchGroups(matchCandidates(records)).merge;
    const { merged, refused } = mergeMatchedCustomers(records, { groups });
    expect(refused).toEqual([]);
    const all = merged.flatMap((one) => one.records);
    expect(all).toHaveLength(records.length);
    expect(new Set(all)).toEqual(new Set(records));
    const sizes = groups.map((group) => group.records.length - 1);
    expect(merged).toHaveLength(records.length - sizes.reduce((sum, size) => sum + size, 0));
  });

  it("CUS-2: versions of a record go together; what makes no customer is handed back", () => {
    const later = { ...chain[0]!, at: instant("2026-02-05T10:00:00Z") };
    const nameless = record("Z", undefined);
    const { merged, refused } = mergeMatchedCustomers([...chain, later, nameless], {
      groups: [
        {
          records: [
            { source: "s", recordId: "A" },
            { source: "s", recordId: "B" },
          ],
        },
      ],
    });
    expect(merged.map(({ records }) => records.length)).toEqual([3, 1]);
    expect(refused).toEqual([
      { records: [nameless], error: { code: "field-unknown", field: "name" } },
    ]);
  });

  it("CUS-2: two customers never get one id", () => {
    const customer = customerId("C-1");
    const kept = chain.slice(0, 2).map((one) => ({ ...one, customer }));
    const { merged, refused } = mergeMatchedCustomers(kept, { groups: [] });
    expect([merged.length, refused.map(({ error }) => error)]).toEqual([
      1,
      [{ code: "id-taken", id: "C-1" }],
    ]);
  });

  it("CUS-2: a record that cannot be merged refuses its own group and no other", () => {
    const blank = { ...chain[0]!, recordId: "17 " };
    const timeless = { ...chain[1]!, at: "yesterday" as CustomerRecord["at"] };
    const groups = [{ records: [chain[2]!, timeless] }];
    const alone = record("D", "Cem Kaya");
    const { merged, refused } = mergeMatchedCustomers([blank, timeless, chain[2]!, alone], {
      groups,
    });
    expect(merged.map(({ customer }) => customer.id)).toEqual(["s:D"]);
    expect(refused).toEqual([
      {
        records: [blank],
        error: {
          code: "record-unusable",
          record: { source: "s", recordId: "17 " },
          problem: 'the id of a record must have no blanks at its ends, got "17 "',
        },
      },
      {
        records: [timeless, chain[2]],
        error: {
          code: "record-unusable",
          record: { source: "s", recordId: "B" },
          problem: 'a time must be an instant, got "yesterday"',
        },
      },
    ]);
  });

  it("a group that names no record, or one of another group, breaks the contract", () => {
    const group = (recordId: string) => ({ records: [{ source: "s", recordId }] });
    expect(() => mergeMatchedCustomers(chain, { groups: [group("Q")] })).toThrow(RangeError);
    expect(() => mergeMatchedCustomers(chain, { groups: [group("A"), group("A")] })).toThrow(
      'two groups name the record, got "A" of "s"',
    );
  });
});

describe("the quality of a search", () => {
  const [a, b, c] = ["A", "B", "C"].map((recordId) => ({ source: "s", recordId }));
  const pair = (first = a, second = b) => ({ first: first!, second: second! });

  it("CUS-2: counts a pair once, whichever record comes first", () => {
    const truth = [pair(a, b), pair(b, c), pair(c, b)];
    const found = linkageQuality([pair(b, a), pair(a, b), pair(a, c)], { truth });
    expect(found).toMatchObject({ found: 2, true: 2, right: 1 });
    expect([found.precision?.share, found.recall?.share]).toEqual([0.5, 0.5]);
    // Wilson's interval of 1 of 2 at 95 percent.
    expect(found.recall?.interval.lower).toBeCloseTo(0.0945, 4);
  });

  it("CUS-2: has no precision where nothing was found, no recall where nothing is to be found", () => {
    expect(linkageQuality([], { truth: [] })).toEqual({ found: 0, true: 0, right: 0 });
  });
});
