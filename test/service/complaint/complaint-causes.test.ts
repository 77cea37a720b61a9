import { systemicProblems } from "goodwill/experience";
import { causeShares, causeTree, complaintThemes, distinctComplaints } from "goodwill/service";
import type { CatalogueCause, CauseNode, CountedComplaint } from "goodwill/service";
import { instant, monthPeriod, plainDate, timeZone } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complaint } from "./story.js";

const ZONE = timeZone("Asia/Shanghai");

function counted(part: Partial<CountedComplaint> & { readonly id: string }): CountedComplaint {
  return { ...complaint(), ...part };
}

function named(causes: readonly (string | undefined)[]): readonly CountedComplaint[] {
  return causes.map((cause, i) => counted({ id: `K-${i}`, ...(cause !== undefined && { cause }) }));
}

describe("complaints, each matter once", () => {
  test("SRV-1: a duplicate, also of a duplicate, counts once, by the one that is none", () => {
    const rows = [
      counted({ id: "K-3", duplicateOf: "K-2" }),
      counted({ id: "K-2", duplicateOf: "K-1" }),
      counted({ id: "K-1", at: instant("2026-03-05T00:00:00Z") }),
      counted({ id: "K-9" }),
    ];
    const { complaints, duplicates } = distinctComplaints(rows);
    expect([complaints.map(({ id }) => id), duplicates]).toEqual([["K-1", "K-9"], 2]);
  });

  test("SRV-1: where the first is not among them, the earliest stands for it; it is not lost", () => {
    const rows = [
      counted({ id: "K-3", duplicateOf: "K-1", at: instant("2026-03-05T00:00:00Z") }),
      counted({ id: "K-2", duplicateOf: "K-1", at: instant("2026-03-04T00:00:00Z") }),
    ];
    expect(distinctComplaints(rows).complaints.map(({ id }) => id)).toEqual(["K-2"]);
  });

  test("SRV-1: duplicates in a circle, and an id told twice, count once", () => {
    const rows = [
      counted({ id: "K-1", duplicateOf: "K-2" }),
      counted({ id: "K-2", duplicateOf: "K-1" }),
    ];
    expect(distinctComplaints([...rows, ...rows])).toMatchObject({
      complaints: [{ id: "K-1" }],
      duplicates: 3,
    });
  });

  test("SRV-1: matters and duplicates add up, in whatever order they come", () => {
    const rows = fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(9), { nil: undefined })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, (pairs) => {
        const all = pairs.map(([id, of]) =>
          counted({ id: `K-${id}`, ...(of !== undefined && { duplicateOf: `K-${of}` }) }),
        );
        const { complaints, duplicates } = distinctComplaints(all);
        expect(complaints.length + duplicates).toBe(all.length);
        const unique = [...new Map(all.map((one) => [one.id, one])).values()];
        const backwards = distinctComplaints([...unique].reverse()).complaints.map(({ id }) => id);
        expect(backwards.sort()).toEqual(
          distinctComplaints(unique)
            .complaints.map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });
});

describe("the causes of complaints", () => {
  test("SRV-1: the most frequent first, equal ones by name, the unknown last whatever their number", () => {
    const shares = causeShares(
      named([undefined, "b", undefined, "a", undefined, "c", "c", undefined]),
    );
    expect(shares).toEqual([
      { cause: "c", count: 2, share: 0.25, cumulativeShare: 0.25 },
      { cause: "a", count: 1, share: 0.125, cumulativeShare: 0.375 },
      { cause: "b", count: 1, share: 0.125, cumulativeShare: 0.5 },
      { cause: "unknown", count: 4, share: 0.5, cumulativeShare: 1 },
    ]);
    expect(causeShares([])).toEqual([]);
  });

  test("SRV-1: by kind and product, too, duplicates once", () => {
    const rows = [
      counted({ id: "K-1", product: "sofa" }),
      counted({ id: "K-2", product: "sofa", duplicateOf: "K-1" }),
      counted({ id: "K-3", kind: "attitude" }),
    ];
    expect(causeShares(rows, { by: "product" }).map(({ cause, count }) => [cause, count])).toEqual([
      ["sofa", 1],
      ["unknown", 1],
    ]);
    expect(causeShares(rows, { by: "kind" }).map(({ cause }) => cause)).toEqual([
      "attitude",
      "late-delivery",
    ]);
  });

  test("SRV-1: by sub-kind, with its kind; one without stands last", () => {
    const rows = [
      counted({ id: "K-1" }),
      counted({ id: "K-2" }),
      counted({ id: "K-3", subKind: "other" }),
      counted({ id: "K-4", kind: "product", subKind: "other" }),
    ];
    const shares = causeShares(rows, { by: "sub-kind" });
    expect(shares.map(({ cause, count }) => [cause, count])).toEqual([
      ["late-delivery/other", 1],
      ["product/other", 1],
      ["unknown", 2],
    ]);
  });

  const CATALOGUE: readonly CatalogueCause[] = [
    { id: "seal", name: "Bad seals", area: "parts" },
    { id: "parts", name: "Parts", area: "supply" },
    { id: "supply", name: "Suppliers" },
    { id: "carrier", name: "Carrier", area: "supply" },
    { id: "training", name: "Training" },
  ];

  test("SRV-1: causes roll up to systemic problem areas, and nothing is lost", () => {
    const tree = causeTree(
      named(["seal", "seal", "carrier", "supply", "moon", undefined]),
      CATALOGUE,
    );
    const shape = (node: CauseNode): unknown => [
      node.id,
      node.own,
      node.total,
      node.causes.map(shape),
    ];
    expect(tree.areas.map(shape)).toEqual([
      [
        "supply",
        1,
        4,
        [
          ["parts", 0, 2, [["seal", 2, 2, []]]],
          ["carrier", 1, 1, []],
        ],
      ],
      ["moon", 1, 1, []],
    ]);
    expect(tree).toMatchObject({ complaints: 6, unknown: 1, uncatalogued: ["moon"] });
    expect(tree.areas[0]).toMatchObject({ name: "Suppliers", share: 4 / 6 });
    const top = tree.areas.reduce((sum, { total }) => sum + total, 0);
    expect(top + tree.unknown).toBe(tree.complaints);
    expect(causeTree([], CATALOGUE)).toEqual({
      complaints: 0,
      areas: [],
      uncatalogued: [],
      unknown: 0,
    });
  });

  test("SRV-1: a catalogue that goes in a circle, or names an area it has not, is an error", () => {
    const of =
      (catalogue: readonly CatalogueCause[]): (() => unknown) =>
      () =>
        causeTree([], catalogue);
    expect(
      of([
        { id: "a", name: "A", area: "b" },
        { id: "b", name: "B", area: "a" },
      ]),
    ).toThrow(/within itself/);
    expect(of([{ id: "a", name: "A", area: "x" }])).toThrow(/in the catalogue/);
    expect(
      of([
        { id: "a", name: "A" },
        { id: "a", name: "B" },
      ]),
    ).toThrow('each id must stand once, got "a" again');
    expect(of([{ id: "unknown", name: "A" }])).toThrow('"unknown" stands for complaints without');
  });
});

describe("the themes of complaints", () => {
  const MONTHS = ["2026-01", "2026-02", "2026-03"].map((period) => ({
    period,
    days: monthPeriod(plainDate(`${period}-01`)),
    exposure: 1000,
  }));

  function many(kind: string, month: string, count: number): readonly CountedComplaint[] {
    const at = instant(`${month}-10T04:00:00Z`);
    return Array.from({ length: count }, (_, i) =>
      counted({ id: `${kind}-${month}-${i}`, kind, at }),
    );
  }

  test("EXP-11: the early warning works on complaints: a theme that rises beyond chance is systemic", () => {
    const complaints = [
      ...many("packaging", "2026-01", 3),
      ...many("packaging", "2026-02", 4),
      ...many("packaging", "2026-03", 19),
      ...many("attitude", "2026-01", 6),
      ...many("attitude", "2026-03", 5),
    ];
    const { counts } = complaintThemes(complaints, { zone: ZONE, periods: MONTHS });
    expect(counts).toHaveLength(6);
    expect(counts[1]).toEqual({ theme: "attitude", period: "2026-02", count: 0, exposure: 1000 });
    const problems = systemicProblems(counts, { current: "2026-03", model: "poisson" });
    expect(problems.filter(({ systemic }) => systemic).map(({ theme }) => theme)).toEqual([
      "packaging",
    ]);
    const doubled = complaints.map((one, i) => ({ ...one, id: `again-${i}`, duplicateOf: one.id }));
    const again = complaintThemes([...complaints, ...doubled], { zone: ZONE, periods: MONTHS });
    expect([again.counts, again.duplicates]).toEqual([counts, 37]);
  });

  test("EXP-11: a complaint belongs to its day in the zone; what lies in no period is counted as such", () => {
    const rows = ["2026-01-31T15:59:59Z", "2026-01-31T16:00:00Z", "2026-03-31T16:00:00Z"].map(
      (at, i) => counted({ id: `K-${i}`, at: instant(at) }),
    );
    const { counts, outside } = complaintThemes(rows, {
      zone: ZONE,
      periods: [...MONTHS].reverse(),
    });
    expect(counts.map(({ period, count }) => [period, count])).toEqual([
      ["2026-01", 1],
      ["2026-02", 1],
      ["2026-03", 0],
    ]);
    expect(outside).toBe(1);
  });

  test("EXP-11: themes may be finer kinds, causes or products, and be named without a complaint", () => {
    const rows = [counted({ id: "K-1", subKind: "late", at: instant("2026-01-10T00:00:00Z") })];
    const themes = (by: "sub-kind" | "cause" | "product"): readonly string[] =>
      complaintThemes(rows, {
        zone: ZONE,
        periods: MONTHS.slice(0, 1),
        by,
        themes: ["watched"],
      }).counts.map(({ theme, count }) => `${theme} ${count}`);
    expect(themes("sub-kind")).toEqual(["late-delivery/late 1", "watched 0"]);
    expect(themes("cause")).toEqual(["unknown 1", "watched 0"]);
    expect(themes("product")).toEqual(["unknown 1", "watched 0"]);
  });

  test("EXP-11: periods that overlap, are empty or have no exposure are errors", () => {
    const [first] = MONTHS;
    const of =
      (...periods: typeof MONTHS): (() => unknown) =>
      () =>
        complaintThemes([], { zone: ZONE, periods });
    expect(of(first!, { ...first!, period: "again" })).toThrow(/overlap/);
    expect(of(first!, { ...MONTHS[1]!, period: "2026-01" })).toThrow(/once/);
    expect(of({ ...first!, exposure: 0 })).toThrow(/above 0/);
    expect(of({ ...first!, days: { start: first!.days.start, end: first!.days.start } })).toThrow(
      /empty/,
    );
  });
});
