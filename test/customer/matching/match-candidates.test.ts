import fc from "fast-check";
import {
  CUSTOMER_SENTENCES,
  DEFAULT_MATCH_POLICY,
  linkageQuality,
  matchCandidates,
  matchPair,
  type ContactPoint,
  type CustomerFields,
  type CustomerRecord,
  type MatchPolicy,
} from "goodwill/customer";
import { explain, instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { simulatedCustomers } from "../../../scripts/bench/simulated-customers.js";

const at = instant("2026-01-05T10:00:00Z");

function record(recordId: string, fields: CustomerFields): CustomerRecord {
  return { source: "s", recordId, at, fields };
}

function withEmail(recordId: string, name: string, address: string): CustomerRecord {
  return record(recordId, { name, contactPoints: [{ id: "e", channel: "email", address }] });
}

describe("finding candidates without comparing all with all", () => {
  it("CUS-2: finds nearly all that comparing all with all finds, with a small part of the comparisons", () => {
    const { records, truth } = simulatedCustomers(300, { duplicateShare: 0.1, seed: 3 });
    const { candidates, comparisons, pairsPossible } = matchCandidates(records);
    const brute = records.flatMap((one, i) =>
      records
        .slice(i + 1)
        .map((other) => matchPair([one, other]))
        .filter(({ decision }) => decision !== "distinct"),
    );
    expect(pairsPossible).toBe((300 * 299) / 2);
    expect(comparisons).toBeLessThan(0.01 * pairsPossible);
    const found = candidates.filter(({ decision }) => decision !== "distinct");
    expect(linkageQuality(found, { truth: brute }).precision?.share).toBe(1);
    expect(linkageQuality(found, { truth: brute }).recall?.share).toBeGreaterThan(0.95);
    const merged = (all: typeof brute) => all.filter(({ decision }) => decision === "merge");
    expect(linkageQuality(merged(found), { truth: merged(brute) }).recall?.share).toBe(1);
    expect(linkageQuality(merged(found), { truth }).precision?.share).toBeGreaterThan(0.97);
    expect(linkageQuality(found, { truth }).recall?.share).toBeGreaterThan(0.7);
  });

  it("CUS-2: each candidate is what the pair alone gives", () => {
    const { records } = simulatedCustomers(300, { duplicateShare: 0.1, seed: 4 });
    const byId = new Map(records.map((one) => [`${one.source} ${one.recordId}`, one]));
    const { candidates } = matchCandidates(records);
    expect(candidates.length).toBeGreaterThan(10);
    for (const candidate of candidates) {
      const { first, second } = candidate;
      const pair = [first, second].map(({ source, recordId }) =>
        byId.get(`${source} ${recordId}`)!,
      );
      expect(matchPair([pair[0]!, pair[1]!])).toEqual(candidate);
    }
  });

  it("CUS-2: the order of the records does not matter", () => {
    const { records } = simulatedCustomers(120, { duplicateShare: 0.3, seed: 5 });
    const expected = matchCandidates(records);
    fc.assert(
      fc.property(fc.shuffledSubarray([...records], { minLength: records.length }), (shuffled) => {
        expect(matchCandidates(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("CUS-2: of several versions of a record the latest counts", () => {
    const old = withEmail("1", "Anna Schmidt", "old@example.com");
    const latest: CustomerRecord = {
      ...withEmail("1", "Anna Schmidt", "new@example.com"),
      at: instant("2026-02-01T00:00:00Z"),
    };
    const other = withEmail("2", "Anna Schmidt", "old@example.com");
    expect(matchCandidates([old, other]).candidates).toHaveLength(1);
    for (const records of [
      [old, latest, other],
      [latest, old, other],
    ]) {
      const result = matchCandidates(records);
      expect([result.records, result.candidates]).toEqual([2, []]);
    }
  });

  it.each([
    ["email", { contactPoints: [{ id: "e", channel: "email", address: "a@example.com" }] }],
    ["phone", { contactPoints: [{ id: "p", channel: "phone", address: "+4930123456" }] }],
    ["phone-tail", { contactPoints: [{ id: "p", channel: "phone", address: "+4930123456" }] }],
    ["name", { name: "Anna Schmidt" }],
    [
      "birthday-and-name",
      { name: "Anna", birthday: { calendar: "gregorian", year: 1980, month: 3, day: 14 } },
    ],
    ["birthday-and-name", { name: "Anna", birthday: { calendar: "gregorian", month: 3, day: 14 } }],
    [
      "name-and-postal-code",
      {
        name: "Anna",
        contactPoints: [{ id: "a", channel: "post", address: "Torstr. 1, 10115 Berlin" }],
      },
    ],
  ] as const)("CUS-2: %s gathers two records", (blocking, fields) => {
    const records = [record("1", fields), record("2", fields)];
    const policy: MatchPolicy = { ...DEFAULT_MATCH_POLICY, blocking: [blocking] };
    expect(matchCandidates(records, { policy }).comparisons).toBe(1);
    expect(matchCandidates(records, { policy: { ...policy, blocking: [] } }).comparisons).toBe(0);
  });

  it("CUS-3: an identifier gathers two records, and a pair in several blocks is compared once", () => {
    const identifiers = [{ system: "card", value: "1" }];
    const both = ["1", "2"].map((id) => ({
      ...withEmail(id, "Anna", "a@example.com"),
      identifiers,
    }));
    const { comparisons, blocks } = matchCandidates(both);
    expect([comparisons, blocks]).toEqual([1, 2]);
  });
});

describe("values that many share", () => {
  const names = ["Anna Schmidt", "Bert Meier", "Cem Kaya", "Dana Novak", "Emil Berg", "Fay Wong"];
  const office = names.map((name, i) => withEmail(String(i), name, "info@example.com"));

  it("CUS-2: the address of an office merges nobody, and weighs little", () => {
    const { candidates, findings } = matchCandidates(office);
    expect(candidates).toEqual([]);
    expect(findings).toEqual([
      { code: "values-shared", params: { field: "email", values: 1, limit: 5 } },
    ]);
  });

  it("CUS-2: up to the limit an address is exact, beyond it is not: a record without a name shows it", () => {
    const nameless = (count: number): unknown =>
      matchCandidates(
        Array.from({ length: count }, (_, i) =>
          record(String(i), {
            contactPoints: [{ id: "e", channel: "email", address: "a@example.com" }],
          }),
        ),
      ).candidates.map(({ decision }) => decision);
    expect(nameless(5)).toEqual(Array.from({ length: 10 }, () => "review"));
    expect(nameless(6)).toEqual([]);
  });

  it("CUS-2: two records of one person in that office are still found by what else they share", () => {
    const birthday = { calendar: "gregorian", year: 1980, month: 3, day: 14 } as const;
    const twice = ["x", "y"].map((id) => {
      const one = withEmail(id, "Gil Adler", "info@example.com");
      return { ...one, fields: { ...one.fields, birthday } };
    });
    const { candidates } = matchCandidates([...office, ...twice]);
    expect(
      candidates.map(({ first, second, decision }) => [first.recordId, second.recordId, decision]),
    ).toEqual([["x", "y", "merge"]]);
    const levels = candidates[0]?.trace.parts?.map(({ params }) => params?.["level"]);
    expect(levels).toEqual(["same", "same", "shared"]);
  });
});

describe("a shared value beside others", () => {
  it("CUS-2: counts only where nothing else agrees", () => {
    const office = Array.from({ length: 5 }, (_, i) =>
      withEmail(String(i), "", "info@example.com"),
    );
    const points = (id: string, own: string): CustomerRecord =>
      record(id, {
        contactPoints: [
          { id: "o", channel: "email", address: "info@example.com" },
          { id: "e", channel: "email", address: own },
        ],
      });
    const level = (own: string): unknown =>
      matchCandidates([...office, points("x", "me@example.com"), points("y", own)], {
        policy: {
          ...DEFAULT_MATCH_POLICY,
          thresholds: { merge: 99, review: -99, consistent: -99 },
        },
      })
        .candidates.find(({ first, second }) => first.recordId === "x" && second.recordId === "y")
        ?.trace.parts?.find(({ params }) => params?.["field"] === "email")?.params?.["level"];
    expect(level("me@example.com")).toBe("same");
    expect(level("somebody.else@example.org")).toBe("shared");
  });
});

describe("blocks that are too large", () => {
  const policy: MatchPolicy = { ...DEFAULT_MATCH_POLICY, maxBlockSize: 3, blocking: ["email"] };

  it("CUS-2: are split by name, so that records of one name still meet", () => {
    const records = ["Anna", "Anna", "Bert", "Bert", "Cem"].map((name, i) =>
      withEmail(String(i), name, "info@example.com"),
    );
    const { comparisons, skippedBlocks, findings } = matchCandidates(records, { policy });
    expect([comparisons, skippedBlocks]).toEqual([2, []]);
    expect(findings).toEqual([{ code: "blocks-split", params: { blocks: 1, limit: 3 } }]);
  });

  it("CUS-2: a part of exactly the limit is compared", () => {
    const records = ["Anna", "Anna", "Anna", "Bert", "Bert", "Bert", "Bert"].map((name, i) =>
      withEmail(String(i), name, "info@example.com"),
    );
    const { comparisons, skippedBlocks } = matchCandidates(records, { policy });
    expect([comparisons, skippedBlocks.map((block) => block.records)]).toEqual([3, [4]]);
  });

  it("CUS-2: are skipped where nothing splits them, and named", () => {
    const records = Array.from({ length: 5 }, (_, i) =>
      withEmail(String(i), "Anna", "info@example.com"),
    );
    const { comparisons, skippedBlocks, findings } = matchCandidates(records, { policy });
    expect(comparisons).toBe(0);
    expect(skippedBlocks).toEqual([
      { blocking: "email", value: "info@example.com | anna |  | ", records: 5 },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(["block-skipped", "blocks-split"]);
    for (const finding of findings) expect(explain(finding, CUSTOMER_SENTENCES)).not.toContain("{");
  });

  it("CUS-2: at the limit they are compared whole", () => {
    const records = Array.from({ length: 3 }, (_, i) =>
      withEmail(String(i), "Anna", "info@example.com"),
    );
    expect(matchCandidates(records, { policy })).toMatchObject({ comparisons: 3, findings: [] });
  });
});

describe("what is no address", () => {
  const of = (recordId: string, channel: ContactPoint["channel"], address: string) =>
    record(recordId, { name: "Wang Wei", contactPoints: [{ id: "c", channel, address }] });

  it.each([
    ["phone", "n/a", "unknown"],
    ["phone", "0000000", "0000000"],
    ["phone", "110", "110"],
    ["sms", "ask reception", "ask reception"],
    ["email", "none", "none"],
    ["post", "-", "..."],
    ["post", "unknown", "unknown"],
  ] as const)("CUS-2: %s %s and %s gather nobody and are no evidence", (channel, one, other) => {
    const both = [of("1", channel, one), of("2", channel, other)] as const;
    const { candidates, comparisons } = matchCandidates(both);
    expect([candidates, comparisons]).toEqual([[], 0]);
    const fields = matchPair(both).trace.parts?.map(({ params }) => params?.["field"]);
    expect(fields).toEqual(["name"]);
  });

  it.each(["email", "phone", "post"] as const)(
    "CUS-2: a %s without its text, as untyped rows have it, fails nothing",
    (channel) => {
      const none = null as unknown as string;
      expect(matchCandidates([of("1", channel, none), of("2", channel, none)]).candidates).toEqual(
        [],
      );
    },
  );

  it("CUS-2: a number without its country still meets the same number with it", () => {
    const found = matchPair([of("1", "phone", "030 123456"), of("2", "phone", "+4930123456")]);
    expect(found.trace.parts?.map(({ params }) => params?.["level"])).toEqual([
      "same",
      "same-tail",
    ]);
  });
});

describe("the ends", () => {
  it("no records give no candidates", () => {
    expect(matchCandidates([])).toEqual({
      candidates: [],
      records: 0,
      pairsPossible: 0,
      comparisons: 0,
      groupComparisons: 0,
      blocks: 0,
      skippedBlocks: [],
      findings: [],
    });
  });

  it("a record with nothing that gathers is counted", () => {
    expect(matchCandidates([record("1", {}), record("2", { name: "Anna" })]).findings).toEqual([
      { code: "records-without-keys", params: { records: 2 } },
    ]);
  });
});
