import fc from "fast-check";
import {
  DEFAULT_RECOMMENDATION_POLICY,
  groupRecommendations,
  ownershipCombine,
  ownershipRowSchema,
  prepareRecommendations,
  recommendationPolicySchema,
  type OwnershipRow,
  type RecommendationPolicy,
} from "goodwill/care";
import { aggregate, wilsonInterval } from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

/** So many customers who are alike. */
function alike(count: number, row: Omit<OwnershipRow, "customer"> & { readonly name: string }) {
  const { name, ...rest } = row;
  return Array.from({ length: count }, (_, i): OwnershipRow => ({
    customer: `${name}-${i}`,
    ...rest,
  }));
}

/**
 * 200 customers. Families, 80: 60 have a roof box, 4 a motorbike, all 80 a car. Singles, 120: 12 have a roof box, 60 a
 * motorbike, 120 a car.
 */
const BASE: readonly OwnershipRow[] = [
  ...alike(60, { name: "fb", groups: ["families"], owned: ["car", "roof box"] }),
  ...alike(4, { name: "fm", groups: ["families"], owned: ["car", "motorbike"] }),
  ...alike(16, { name: "f", groups: ["families"], owned: ["car"] }),
  ...alike(12, { name: "sb", groups: ["singles"], owned: ["car", "roof box"] }),
  ...alike(60, { name: "sm", groups: ["singles"], owned: ["car", "motorbike"] }),
  ...alike(48, { name: "s", groups: ["singles"], owned: ["car"] }),
];

/** Counted one by one, with nothing shared with the library. */
function counted(
  rows: readonly OwnershipRow[],
  group: string,
): (product: string) => readonly number[] {
  const members = rows.filter(({ groups }) => groups.includes(group));
  return (product) => {
    const has = ({ owned }: OwnershipRow): boolean => owned.includes(product);
    const [own, all] = [members.filter(has).length, rows.filter(has).length];
    const share = own / members.length;
    return [own, members.length, own / rows.length, share, share / (all / rows.length)];
  };
}

describe("CARE-8: recommendations to groups by what they lack", () => {
  const { groups, members } = groupRecommendations(BASE);

  it("CARE-8: what marks a group and what it lacks, with support, confidence, lift and counts", () => {
    const [families, singles] = groups;
    // Roof box: 60 of 80 against 72 of 200: lift 0.75 / 0.36. Motorbike: 4 of 80 against 64 of 200: 0.05 / 0.32.
    expect(families?.marks).toHaveLength(1);
    expect(families?.marks[0]).toMatchObject({
      product: "roof box",
      owners: 60,
      customers: 80,
      support: 0.3,
      confidence: 0.75,
      baseShare: 0.36,
    });
    expect(families?.marks[0]?.lift).toBeCloseTo(0.75 / 0.36, 14);
    expect(families?.marks[0]?.interval).toEqual(wilsonInterval({ count: 60, n: 80 }));
    expect(families?.lacks.map(({ product }) => product)).toEqual(["motorbike"]);
    expect(families?.lacks[0]?.lift).toBeCloseTo(0.05 / 0.32, 14);
    expect(families?.reasons.map(({ code }) => code)).toEqual([
      "recommendation-group-marked",
      "recommendation-group-lacks",
    ]);
    expect(singles?.marks.map(({ product }) => product)).toEqual(["motorbike"]);
    expect(singles?.lacks.map(({ product }) => product)).toEqual(["roof box"]);
  });

  it("CARE-8: a member lacks what most of the like have; what all have is nothing special", () => {
    const of = (customer: string): unknown =>
      members.find((one) => one.customer === customer)?.products.map(({ product }) => product);
    expect(of("f-0")).toEqual(["roof box"]);
    expect(of("fm-0")).toEqual(["roof box"]);
    expect(of("fb-0")).toEqual([]);
    // Half of the singles have a motorbike: the bound is included.
    expect(of("s-0")).toEqual(["motorbike"]);
    const [first] = members.find(({ customer }) => customer === "f-0")!.products;
    expect(first?.reason).toEqual({
      code: "recommendation-like-have",
      params: {
        product: "roof box",
        group: "families",
        owners: 60,
        customers: 80,
        confidence: 0.75,
        baseShare: 0.36,
        lift: 12_000 / 5760,
      },
    });
  });

  it("CARE-8: what does not suit, is excluded or too many is withheld, and says why", () => {
    const rows = [
      ...BASE,
      { customer: "both", groups: ["families", "singles"], owned: [], unsuitable: ["motorbike"] },
      { customer: "none", groups: ["singles", "families"], owned: [] },
    ];
    const found = groupRecommendations(rows, { policy: { perMember: 1, minimumConfidence: 0.4 } });
    const of = (customer: string) => found.members.find((one) => one.customer === customer)!;
    expect(of("both").products.map(({ product }) => product)).toEqual(["roof box"]);
    expect(of("both").withheld.map(({ reason }) => reason.code)).toEqual([
      "recommendation-unsuitable",
    ]);
    expect(of("none").withheld).toEqual([
      {
        product: "motorbike",
        reason: {
          code: "recommendation-beyond",
          params: { product: "motorbike", group: "singles" },
        },
      },
    ]);
    const without = groupRecommendations(rows, { excluded: ["roof box"] });
    expect(
      without.members.flatMap((one) => one.products.map(({ product }) => product)),
    ).not.toContain("roof box");
    expect(without.groups[1]?.lacks).toEqual([]);
    expect(
      without.members.find(({ customer }) => customer === "f-0")?.withheld[0]?.reason.code,
    ).toBe("recommendation-excluded");
  });

  it("CARE-8: of a group with too few customers only that is said; the bound is included", () => {
    const few = BASE.slice(0, 29);
    const found = groupRecommendations(few);
    const params = { group: "families", customers: 29, minimum: 30 };
    const reason = { code: "recommendation-too-few", params };
    expect(found.groups).toEqual([
      { group: "families", customers: 29, tooFew: true, marks: [], lacks: [], reasons: [reason] },
    ]);
    expect(found.members[0]).toEqual({
      customer: "fb-0",
      products: [],
      withheld: [],
      notes: [reason],
    });
    expect(groupRecommendations(BASE.slice(0, 30)).groups[0]?.tooFew).toBe(false);
    const recommend = prepareRecommendations(aggregate(BASE, ownershipCombine()));
    const notes = recommend({ customer: "x", groups: [], owned: [] }).notes;
    expect(notes).toEqual([{ code: "recommendation-no-group", params: {} }]);
    expect(recommend({ customer: "x", groups: ["pilots"], owned: [] }).notes[0]?.params).toEqual({
      group: "pilots",
      customers: 0,
      minimum: 30,
    });
  });

  it("CARE-8: a difference that chance explains is none", () => {
    // 3 of 5 against 8 of 20: a lift of 1.5, but the interval from 0.23 holds 0.4.
    const rows = [
      ...alike(3, { name: "a", groups: ["g"], owned: ["p"] }),
      ...alike(2, { name: "b", groups: ["g"], owned: [] }),
      ...alike(5, { name: "c", groups: [], owned: ["p"] }),
      ...alike(10, { name: "d", groups: [], owned: [] }),
    ];
    const policy = { minimumMembers: 5 };
    const found = groupRecommendations(rows, { policy });
    expect(found.groups[0]?.marks).toEqual([]);
    expect(found.members.flatMap(({ products }) => products)).toEqual([]);
    const bolder = groupRecommendations(rows, { policy: { ...policy, level: 0.5 } });
    expect(bolder.groups[0]?.marks).toHaveLength(1);
  });

  it("CARE-8: equal lift goes by support, then by name", () => {
    const rows = [
      ...alike(30, { name: "a", groups: ["g", "h"], owned: ["z", "b", "a"] }),
      ...alike(10, { name: "b", groups: ["g", "h"], owned: ["z"] }),
      { customer: "new", groups: ["h", "g"], owned: [] },
      ...alike(59, { name: "c", groups: [], owned: [] }),
    ];
    const found = groupRecommendations(rows).members.find(({ customer }) => customer === "new");
    expect(found?.products.map(({ product, group }) => [product, group])).toEqual([
      ["z", "g"],
      ["a", "g"],
      ["b", "g"],
    ]);
  });
});

const name = fc.constantFrom("a", "b", "c", "__proto__", "constructor");
const rowsOf = fc
  .array(
    fc.record({
      groups: fc.array(name, { maxLength: 3 }),
      owned: fc.array(name, { maxLength: 4 }),
      unsuitable: fc.subarray(["a", "b"]),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, i): OwnershipRow => ({ customer: `C-${i}`, ...row })));

const LOOSE = {
  minimumMembers: 1,
  minimumConfidence: 0,
  minimumLift: 1,
  level: 0.05,
  perMember: 2,
} as const;

describe("CARE-8: whatever the base", () => {
  it("CARE-8: figures are those of counting one by one; nothing owned or unsuitable is recommended", () => {
    let recommended = 0;
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const { members } = groupRecommendations(rows, { policy: LOOSE, excluded: ["c"] });
        for (const [i, { products, withheld }] of members.entries()) {
          recommended += products.length;
          const row = rows[i]!;
          expect(products.length).toBeLessThanOrEqual(2);
          for (const one of products) {
            expect([...row.owned, ...row.unsuitable!, "c"]).not.toContain(one.product);
            const figures = [one.owners, one.customers, one.support, one.confidence];
            const expected = counted(rows, one.group)(one.product);
            expect(figures).toEqual(expected.slice(0, 4));
            expect(one.lift).toBeCloseTo(expected[4]!, 12);
          }
          const all = [...products, ...withheld].map(({ product }) => product);
          expect(new Set(all).size).toBe(all.length);
        }
      }),
    );
    expect(recommended).toBeGreaterThan(100);
  });

  it("CARE-8: counts may be made in parts, stored, and merged in any order; neither part changes", () => {
    const combine = ownershipCombine();
    const part = (rows: readonly OwnershipRow[]) => {
      let accumulator = combine.createAccumulator();
      for (const row of rows) accumulator = combine.addInput(accumulator, row);
      return JSON.parse(JSON.stringify(accumulator)) as typeof accumulator;
    };
    fc.assert(
      fc.property(rowsOf, fc.nat(40), (rows, at) => {
        const [a, b] = [part(rows.slice(0, at)), part(rows.slice(at))];
        const text = JSON.stringify([a, b]);
        const whole = aggregate(rows, combine);
        expect(combine.extractOutput(combine.mergeAccumulators(a, b))).toEqual(whole);
        expect(combine.extractOutput(combine.mergeAccumulators(b, a))).toEqual(whole);
        expect(JSON.stringify([a, b])).toBe(text);
      }),
    );
    const stranger = { ...combine.createAccumulator(), version: 2 };
    expect(() => combine.mergeAccumulators(combine.createAccumulator(), stranger)).toThrow(
      TypeError,
    );
  });

  it("CARE-8: the order of the customers changes nothing but their own order", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const one = groupRecommendations(rows, { policy: LOOSE });
        const other = groupRecommendations(rows.toReversed(), { policy: LOOSE });
        expect(other.members.toReversed()).toEqual(one.members);
        expect(other.groups).toEqual(one.groups);
      }),
      { numRuns: 50 },
    );
  });
});

describe("CARE-8: what is not valid", () => {
  it.each([
    [{ minimumMembers: 0 }, "minimumMembers must be a whole number of at least 1, got 0"],
    [{ perMember: 1.5 }, "perMember must be a whole number of at least 1, got 1.5"],
    [{ minimumSupport: -1 }, "minimumSupport must lie between 0 and 1, got -1"],
    [{ minimumConfidence: 2 }, "minimumConfidence must lie between 0 and 1, got 2"],
    [{ minimumBaseShare: Number.NaN }, "minimumBaseShare must lie between 0 and 1, got NaN"],
    [{ minimumLift: 0.9 }, "minimumLift must be at least 1, got 0.9"],
    [{ markingLift: 1 }, "markingLift must be above 1, got 1"],
    [{ lackingLift: 1 }, "lackingLift must lie from 0 to below 1, got 1"],
    [{ level: 1 }, "level must lie above 0 and below 1, got 1"],
  ] satisfies [Partial<RecommendationPolicy>, string][])(
    "CARE-8: the policy %j is refused",
    (policy, message) => {
      expect(() => groupRecommendations([], { policy })).toThrow(
        new RangeError(`Cannot recommend to groups: ${message}`),
      );
      const whole = { ...DEFAULT_RECOMMENDATION_POLICY, ...policy };
      expect(recommendationPolicySchema.safeParse(whole).success).toBe(false);
    },
  );

  it("CARE-8: a customer given twice and a blank name are named", () => {
    const row = { customer: "C-1", groups: [], owned: [] };
    expect(() => groupRecommendations([row, row])).toThrow(
      'Cannot recommend to groups: each customer must be given once, got "C-1" twice',
    );
    expect(() => groupRecommendations([{ ...row, owned: [" "] }])).toThrow(
      'Cannot count ownership: a product must not be blank, got " " of "C-1"',
    );
    expect(() => groupRecommendations([{ ...row, groups: [""] }])).toThrow("a group must not");
  });

  it("CARE-8: the schemas agree with the interfaces written by hand", () => {
    expectTypeOf<z.infer<typeof ownershipRowSchema>>().toEqualTypeOf<Writable<OwnershipRow>>();
    expectTypeOf<z.infer<typeof recommendationPolicySchema>>().toEqualTypeOf<
      Writable<RecommendationPolicy>
    >();
    expect(recommendationPolicySchema.parse(DEFAULT_RECOMMENDATION_POLICY)).toEqual(
      DEFAULT_RECOMMENDATION_POLICY,
    );
    const row = { customer: "C-1", groups: ["g"], owned: [] };
    expect(ownershipRowSchema.parse(row)).toEqual(row);
    expect(ownershipRowSchema.safeParse({ ...row, owned: [" "] }).error?.issues[0]?.message).toBe(
      "must not be blank",
    );
  });
});
