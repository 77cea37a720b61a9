import { explain } from "goodwill/shared";
import {
  DEFAULT_RFM_SEGMENTS,
  lintSegments,
  portfolioClasses,
  rfmScores,
  segmentDefinitionSchema,
  segmentDefinitionsSchema,
  segmentMigration,
  segmentOf,
  type ClassifiedCustomer,
  type RfmScore,
  type SegmentDefinition,
  VALUE_SENTENCES,
} from "goodwill/value";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import golden from "../../golden/value-rfm.json" with { type: "json" };

const definitions: readonly SegmentDefinition[] = golden.definitions;
const all = { from: 1, to: 5 };

describe("segment definitions", () => {
  test("VAL-3: the definitions of the R package overlap, leave gaps, and Need Attention can never be reached", () => {
    const { overlaps, gaps, unreachable, reach, reasons } = lintSegments(definitions);
    expect(overlaps.map(({ first, second, cells }) => [first, second, cells.length])).toEqual(
      golden.overlaps,
    );
    expect(
      gaps.map((cell) => [cell.recencyScore, cell.frequencyScore, cell.monetaryScore]),
    ).toEqual(golden.gaps);
    expect(reach.map(({ name, claimed, taken }) => [name, claimed, taken])).toEqual(golden.reach);
    expect(unreachable).toEqual([
      {
        name: "Need Attention",
        claimed: 12,
        takenBy: ["Potential Loyalist", "Loyal Customers", "Can't Lose Them"],
      },
    ]);
    const said = reasons.map((reason) => explain(reason, VALUE_SENTENCES));
    expect(said).toHaveLength(golden.overlaps.length + 2);
    expect(said[0]).toBe(
      "Champions and Potential Loyalist both claim 1 cells: Champions gets those no earlier segment takes.",
    );
    expect(said.slice(-2)).toEqual([
      "11 cells belong to no segment, the first with recency 2, frequency 1, amount 5.",
      "Need Attention can never be reached: its cells go to Potential Loyalist, Loyal Customers, Can't Lose Them.",
    ]);
  });

  test("VAL-3: the default segments cover each of the 125 cells once, in any order", () => {
    const { overlaps, gaps, unreachable, reach, reasons } = lintSegments(DEFAULT_RFM_SEGMENTS);
    expect([overlaps, gaps, unreachable, reasons]).toEqual([[], [], [], []]);
    expect(reach.reduce((sum, { taken }) => sum + taken, 0)).toBe(125);
    const reversed = DEFAULT_RFM_SEGMENTS.toReversed();
    for (const recencyScore of [1, 2, 3, 4, 5]) {
      for (const frequencyScore of [1, 2, 3, 4, 5]) {
        for (const monetaryScore of [1, 2, 3, 4, 5]) {
          const cell = { recencyScore, frequencyScore, monetaryScore };
          expect(segmentOf(cell, reversed)).toBe(segmentOf(cell));
        }
      }
    }
  });

  test("VAL-3: the first definition that holds wins, both ends included", () => {
    const two = [
      { name: "first", recency: { from: 2, to: 3 }, frequency: all, monetary: all },
      { name: "second", recency: { from: 3, to: 4 }, frequency: all, monetary: all },
    ];
    const found = [1, 2, 3, 4, 5].map((recencyScore) =>
      segmentOf({ recencyScore, frequencyScore: 1, monetaryScore: 1 }, two),
    );
    expect(found).toEqual([undefined, "first", "first", "second", undefined]);
  });

  test("VAL-3: a segment above the scores is unreachable, and says so", () => {
    const { unreachable, reasons } = lintSegments(
      [
        {
          name: "Top",
          recency: { from: 4, to: 5 },
          frequency: { from: 1, to: 3 },
          monetary: { from: 1, to: 3 },
        },
      ],
      { bins: 3 },
    );
    expect(unreachable).toEqual([{ name: "Top", claimed: 0, takenBy: [] }]);
    expect(explain(reasons.at(-1)!, VALUE_SENTENCES)).toBe(
      "Top claims scores above 3: nobody can be in it.",
    );
  });

  test("VAL-3: definitions that are none are refused", () => {
    const one = { name: "a", recency: all, frequency: all, monetary: all };
    expect(() => lintSegments([one, one])).toThrow('segment "a" is defined twice');
    expect(() => lintSegments([{ ...one, name: " " }])).toThrow("a segment needs a name");
    expect(() => lintSegments([{ ...one, monetary: { from: 4, to: 3 } }])).toThrow(
      'monetary of segment "a" must go from a whole score of at least 1 to one not below it, got 4 to 3',
    );
    expect(() => lintSegments([{ ...one, monetary: { from: 0, to: 3 } }])).toThrow("got 0 to 3");
    expect(() => lintSegments([one], { bins: 2.5 })).toThrow("got 2.5");
  });

  test("VAL-3: whatever the definitions, cells taken and gaps are all cells, and each pair is found", () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .map(([a, b]) => ({
        from: Math.min(a, b),
        to: Math.max(a, b),
      }));
    const some = fc
      .array(fc.record({ recency: range, frequency: range, monetary: range }), { maxLength: 5 })
      .map((list) => list.map((one, i) => ({ ...one, name: `s${String(i)}` })));
    const width = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
      Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);
    fc.assert(
      fc.property(some, (list) => {
        const lint = lintSegments(list, { bins: 4 });
        expect(lint.reach.reduce((sum, { taken }) => sum + taken, lint.gaps.length)).toBe(64);
        const pairs = list.flatMap((a, i) =>
          list.slice(i + 1).map((b) => ({
            first: a.name,
            second: b.name,
            cells:
              width(a.recency, b.recency) *
              width(a.frequency, b.frequency) *
              width(a.monetary, b.monetary),
          })),
        );
        expect(lint.overlaps.map((one) => ({ ...one, cells: one.cells.length }))).toEqual(
          pairs.filter(({ cells }) => cells > 0),
        );
        expect(lint.unreachable.map(({ name }) => name)).toEqual(
          lint.reach.filter(({ taken }) => taken === 0).map(({ name }) => name),
        );
      }),
    );
  });
});

describe("the schemas of segments", () => {
  test("they agree with the interface written by hand", () => {
    type Writable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Writable<T[K]> };
    expectTypeOf<z.infer<typeof segmentDefinitionSchema>>().toEqualTypeOf<
      Writable<SegmentDefinition>
    >();
    expect(segmentDefinitionsSchema.parse(DEFAULT_RFM_SEGMENTS)).toEqual(DEFAULT_RFM_SEGMENTS);
    expect(segmentDefinitionsSchema.parse(definitions)).toEqual(definitions);
  });

  test("they refuse ranges that fall, scores below 1, blank and repeated names", () => {
    const one = { name: "a", recency: all, frequency: all, monetary: all };
    expect(
      segmentDefinitionSchema.safeParse({ ...one, recency: { from: 3, to: 2 } }).error?.issues[0],
    ).toMatchObject({
      path: ["recency", "to"],
      message: "must not be below from",
    });
    expect(segmentDefinitionSchema.safeParse({ ...one, recency: { from: 0, to: 2 } }).success).toBe(
      false,
    );
    expect(segmentDefinitionSchema.safeParse({ ...one, name: " " }).success).toBe(false);
    expect(segmentDefinitionSchema.safeParse({ ...one, colour: "red" }).success).toBe(false);
    expect(segmentDefinitionsSchema.safeParse([one, one]).success).toBe(false);
  });
});

describe("migration between segments", () => {
  test("VAL-3: who stayed, moved, came and went, with shares of those who were there", () => {
    const before = [
      ...["a", "b", "c", "d"].map((customer) => ({ customer, segment: "Loyal" })),
      { customer: "e", segment: "Lost" },
    ];
    const after = [
      { customer: "a", segment: "Loyal" },
      { customer: "b", segment: "Lost" },
      { customer: "c", segment: "Loyal" },
      { customer: "e", segment: undefined },
      { customer: "f", segment: "New" },
    ];
    const found = segmentMigration(before, after, { order: ["New", "Loyal", "Never"] });
    expect(found.segments).toEqual(["New", "Loyal", "Lost", "unassigned"]);
    expect(found.matrix).toEqual([
      [0, 0, 0, 0],
      [0, 2, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 0, 0],
    ]);
    expect([found.remained, found.came, found.went]).toEqual([4, 1, 1]);
    expect(found.balances[1]).toEqual({
      segment: "Loyal",
      opening: 4,
      closing: 2,
      stayed: 2,
      left: 1,
      joined: 0,
      came: 0,
      went: 1,
      stayedShare: 0.5,
      wentShare: 0.25,
    });
    expect(found.balances[0]).not.toHaveProperty("stayedShare");
    // Wilson for 2 of 4
    const [move] = found.moves;
    expect(move).toMatchObject({ from: "Loyal", to: "Loyal", count: 2, share: 0.5 });
    expect([move!.interval.lower.toFixed(4), move!.interval.upper.toFixed(4)]).toEqual([
      "0.1500",
      "0.8500",
    ]);
    expect(found.moves.map(({ from, to, count }) => [from, to, count])).toEqual([
      ["Loyal", "Loyal", 2],
      ["Loyal", "Lost", 1],
      ["Lost", "unassigned", 1],
    ]);
  });

  test("VAL-3: a customer given twice, or a segment named as those without one, is refused", () => {
    const none = { customer: "a", segment: undefined };
    const twice = [none, none];
    expect(() => segmentMigration(twice, [])).toThrow("a is given twice before");
    expect(() => segmentMigration([], twice)).toThrow("a is given twice after");
    expect(() => segmentMigration([none], [{ customer: "a", segment: "unassigned" }])).toThrow(
      'a segment is called "unassigned"',
    );
    expect(() => segmentMigration([], [], { level: 1 })).toThrow("confidence level");
  });

  test("VAL-3: scored customers pass as they are, classes only when they are named segments", () => {
    type Row = Parameters<typeof segmentMigration>[0];
    expectTypeOf<readonly RfmScore[]>().toExtend<Row>();
    expectTypeOf<readonly ClassifiedCustomer[]>().not.toExtend<Row>();
    expectTypeOf<readonly { customer: string; class: string }[]>().not.toExtend<Row>();
    const scored = (amounts: readonly number[]): readonly RfmScore[] =>
      rfmScores(
        amounts.map((amount, i) => ({
          ...{ customer: `c${String(i)}`, recencyDays: 100 - amount, transactions: amount, amount },
        })),
        { segments: DEFAULT_RFM_SEGMENTS },
      ).customers;
    const { moves, segments } = segmentMigration(scored([1, 2, 3, 4, 5]), scored([5, 2, 3, 4, 1]));
    expect(segments).not.toContain("unassigned");
    expect(moves).toContainEqual(
      expect.objectContaining({ from: "Lost", to: "Champions", count: 1, share: 1 }),
    );
    const classesOf = (figures: readonly number[]) =>
      portfolioClasses(
        figures.map((revenue, i) => ({ customer: `c${String(i)}`, figures: { revenue } })),
        { criteria: [{ name: "revenue", weight: 1 }] },
      ).customers.map(({ customer, class: segment }) => ({ customer, segment }));
    expect(
      segmentMigration(classesOf([900, 80, 20]), classesOf([90, 880, 30])).moves.map(
        ({ from, to }) => [from, to],
      ),
    ).toEqual([
      ["A", "B"],
      ["B", "A"],
      ["C", "C"],
    ]);
  });

  test("VAL-3: openings, closings and the matrix reconcile, whatever moved", () => {
    const day = fc
      .dictionary(
        fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
        fc.constantFrom("x", "y", "z", undefined),
      )
      .map((entries) =>
        Object.entries(entries).map(([customer, segment]) => ({
          ...{ customer, segment },
        })),
      );
    fc.assert(
      fc.property(day, day, (before, after) => {
        const { balances, matrix, moves, remained, came, went } = segmentMigration(before, after);
        const sum = (list: readonly number[]): number =>
          list.reduce((total, one) => total + one, 0);
        expect(sum(matrix.map(sum))).toBe(remained);
        expect(remained + went).toBe(before.length);
        expect(remained + came).toBe(after.length);
        balances.forEach((one, i) => {
          const name = one.segment === "unassigned" ? undefined : one.segment;
          expect(one.opening).toBe(before.filter(({ segment }) => segment === name).length);
          expect(one.closing).toBe(after.filter(({ segment }) => segment === name).length);
          expect(one.opening).toBe(sum(matrix[i]!) + one.went);
          expect(one.closing).toBe(sum(matrix.map((row) => row[i]!)) + one.came);
          expect(one.opening).toBe(one.stayed + one.left + one.went);
          const shares = moves.filter(({ from }) => from === one.segment).map(({ share }) => share);
          if (one.opening > 0) expect(sum(shares) + one.wentShare!).toBeCloseTo(1, 12);
        });
        for (const { share, interval } of moves) {
          expect(interval.lower).toBeLessThanOrEqual(share);
          expect(interval.upper).toBeGreaterThanOrEqual(share);
        }
      }),
    );
  });
});
