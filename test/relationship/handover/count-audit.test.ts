import fc from "fast-check";
import { auditCounts, RELATIONSHIP_SENTENCES, type RecordChange } from "goodwill/relationship";
import { explain } from "goodwill/shared";
import { describe, expect, it } from "vitest";

describe("CUS-9: the audit of the counts", () => {
  const customers = (...ids: string[]) => ids.map((id) => ({ kind: "customer", id }));
  const change = (id: string, said: Partial<RecordChange>): RecordChange => ({
    kind: "customer",
    id,
    change: "added",
    by: "wang",
    why: "met at the fair",
    ...said,
  });

  it("CUS-9: says rise, fall and why", () => {
    const { lines, explained } = auditCounts(
      customers("1", "2", "3", "4", "5"),
      [...customers("1", "2", "6", "7"), { kind: "deal", id: "1" }],
      {
        changes: [
          change("6", {}),
          change("3", { change: "removed", why: "closed down" }),
          change("4", { change: "merged", into: "1" }),
          change("9", { change: "removed" }),
        ],
      },
    );
    expect(explained).toBe(false);
    expect(lines[0]).toMatchObject({
      kind: "customer",
      before: 5,
      after: 4,
      rise: 2,
      fall: 3,
      added: ["6"],
      removed: ["3"],
      merged: ["4"],
      unexplainedRise: ["7"],
      unexplainedFall: ["5"],
      countedTwice: [],
      notSeen: ["9"],
    });
    expect(lines[1]).toMatchObject({ kind: "deal", before: 0, after: 1, unexplainedRise: ["1"] });
    expect(explain(lines[0]!.trace, RELATIONSHIP_SENTENCES).split("\n")).toEqual([
      "customer: 4 records after the upload.",
      "  5 before.",
      "  1 declared added.",
      "  -1 declared removed.",
      "  -1 declared merged.",
      "  1 came without a word.",
      "  -1 went without a word.",
    ]);
  });

  it("CUS-9: a merger into a record that is not there explains nothing; what is counted twice is named", () => {
    const changes = [change("2", { change: "merged", into: "9" })];
    const [line] = auditCounts(customers("1", "2"), customers("1", "1"), { changes }).lines;
    expect(line).toMatchObject({
      after: 1,
      merged: [],
      unexplainedFall: ["2"],
      countedTwice: ["1"],
    });
    expect(auditCounts([], []).explained).toBe(true);
    // One lost and one gained is a fall and a rise, though the number is the same.
    expect(auditCounts(customers("1"), customers("2")).lines[0]).toMatchObject({
      rise: 1,
      fall: 1,
    });
  });

  it("CUS-9: a change of which nobody says who or why explains nothing", () => {
    for (const blank of [{ by: "" }, { why: " " }, { by: "", why: "" }, { by: undefined }]) {
      const changes = [
        { ...change("2", {}), ...blank },
        { ...change("1", { change: "removed" }), ...blank },
        { ...change("3", { change: "merged", into: "2" }), ...blank },
      ] as RecordChange[];
      const { lines, explained } = auditCounts(customers("1", "3"), customers("2"), { changes });
      expect(explained).toBe(false);
      expect(lines[0]).toMatchObject({ unexplainedRise: ["2"], unexplainedFall: ["1", "3"] });
    }
  });

  it("CUS-9: the trace adds up and every record that moved is named once", () => {
    const record = fc.record({
      kind: fc.constantFrom("customer", "deal"),
      id: fc.constantFrom("1", "2", "3", "4", "5"),
    });
    const changes = fc.array(
      fc
        .tuple(record, fc.constantFrom("added", "removed", "merged"), fc.constantFrom("1", "2"))
        .map(([{ kind, id }, what, into]) => change(id, { kind, change: what, into })),
    );
    fc.assert(
      fc.property(fc.array(record), fc.array(record), changes, (before, after, declared) => {
        for (const line of auditCounts(before, after, { changes: declared }).lines) {
          const parts = (line.trace.parts ?? []).reduce((sum, { value }) => sum + value, 0);
          expect(parts).toBe(line.trace.value);
          expect(line.trace.value).toBe(line.after);
          expect(line.added.length + line.unexplainedRise.length).toBe(line.rise);
          const gone = [...line.removed, ...line.merged, ...line.unexplainedFall];
          expect(new Set(gone).size).toBe(line.fall);
          expect(gone).toHaveLength(line.fall);
          expect(line.after - line.before).toBe(line.rise - line.fall);
        }
        expect(
          auditCounts(before.toReversed(), after.toReversed(), { changes: declared.toReversed() }),
        ).toEqual(auditCounts(before, after, { changes: declared }));
      }),
    );
  });
});
