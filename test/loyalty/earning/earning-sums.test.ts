import fc from "fast-check";
import type { EarningRule } from "goodwill/loyalty";
import { describe, expect, test } from "vitest";
import { splitByWeights } from "../../../src/loyalty/earning/largest-remainder.js";
import { earn, line, order, rule, times, total } from "./shop.js";
import type { Asked } from "./shop.js";

const products = ["product-a", "product-b", "product-c"];
const choice = fc.option(fc.record({ products: fc.subarray(products, { minLength: 1 }) }), {
  nil: undefined,
});
const count = fc.integer({ min: 1, max: 7 });
const award = fc.oneof(
  fc.record({
    form: fc.constant("per-amount" as const),
    points: count,
    per: fc.integer({ min: 1, max: 400 }),
    blocks: fc.constantFrom("full" as const, "proportional" as const),
  }),
  fc.record({ form: fc.constant("per-unit" as const), points: count }),
  fc.record({ form: fc.constant("fixed" as const), points: count }),
  fc.record({
    form: fc.constant("multiplier" as const),
    factor: fc.record({ numerator: count, denominator: count }),
  }),
);
const rules = fc
  .array(
    fc.record({
      award,
      lines: choice,
      kind: fc.constantFrom("points", "miles"),
      priority: fc.integer({ min: 0, max: 2 }),
      gold: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ lines, gold, ...said }, index): EarningRule =>
      rule(`r${String(index)}`, {
        ...said,
        ...(lines !== undefined && { lines }),
        ...(gold && { when: { tiers: ["gold"] } }),
      }),
    ),
  );
const lines = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 3,
    maxLength: 3,
  })
  .map((drawn) =>
    drawn.map(([amount, quantity], index) => line("abc"[index]!, amount, { quantity })),
  );
const asked = fc
  .record({
    lines,
    multipliers: fc.constantFrom("add" as const, "multiply" as const, "highest" as const),
    rounding: fc.constantFrom("floor" as const, "half-up" as const, "ceiling" as const),
    paidByPoints: fc.integer({ min: 0, max: 3000 }),
    gold: fc.integer({ min: 0, max: 7 }),
  })
  .map(({ lines: drawn, paidByPoints, gold, ...policy }): Asked => {
    const shares = [
      { tier: "silver", share: { numerator: 7 - gold, denominator: 7 } },
      { tier: "gold", share: { numerator: gold, denominator: 7 } },
    ];
    const tiers = shares.filter(({ share }) => share.numerator > 0);
    return { occasion: order({ lines: drawn, paidByPoints }), facts: { tiers }, policy };
  });

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** A fraction as it is recorded, over a common denominator that holds every case drawn here. */
function scaled(exact: string): bigint {
  const [numerator = "0", denominator = "1"] = exact.split("/");
  return (BigInt(numerator) * SCALE) / BigInt(denominator);
}
const SCALE = 2n ** 200n;
const TOLERANCE = 2n ** 20n;

describe("LOY-3: points are whole, and nothing is lost", () => {
  test("LOY-3: the trace sums to the points, and the lines of a rule to the rule", () => {
    fc.assert(
      fc.property(rules, asked, (drawn, said) => {
        const earned = earn(drawn, said);
        for (const kind of ["points", "miles"]) {
          const own = earned.record.rules.filter((one) => one.kind === kind);
          expect(sum(own.map((one) => one.granted))).toBe(total(earned, kind));
        }
        for (const one of earned.record.rules) {
          expect(sum(Object.values(one.lines ?? {}))).toBe(one.granted);
          expect(one.granted).toBe(one.wanted);
          expect(Number.isSafeInteger(one.wanted) && one.wanted >= 0).toBe(true);
        }
        for (const { points } of earned.lots) expect(points).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test("LOY-3: the exact total of a kind is rounded once, and no rule is a point away from its own", () => {
    fc.assert(
      fc.property(rules, asked, (drawn, said) => {
        const { record } = earn(drawn, said);
        for (const kind of ["points", "miles"]) {
          const own = record.rules.filter((one) => one.kind === kind);
          const exact = own.reduce((all, one) => all + scaled(one.exact), 0n);
          const whole = BigInt(sum(own.map((one) => one.wanted))) * SCALE;
          const { rounding } = said.policy!;
          const added = rounding === "floor" ? 0n : rounding === "ceiling" ? SCALE : SCALE / 2n;
          // floor(x + 1/2) is half up; of a ceiling the whole number is at most 1 above, and never below.
          expect(whole <= exact + added + TOLERANCE).toBe(true);
          expect(whole > exact + added - SCALE - TOLERANCE).toBe(true);
          for (const one of own) {
            const off = BigInt(one.wanted) * SCALE - scaled(one.exact);
            expect(off < SCALE && off > -SCALE).toBe(true);
          }
        }
      }),
    );
  });

  test("LOY-3: every rule of the trigger either applies or says why not", () => {
    fc.assert(
      fc.property(rules, asked, (drawn, said) => {
        const { rules: applied, notApplied = [] } = earn(drawn, said).record;
        const names = [...applied, ...notApplied].map((one) => one.rule);
        expect(names.sort()).toEqual(drawn.map(({ id }) => id).sort());
      }),
    );
  });

  test("LOY-3: inputs are not changed", () => {
    fc.assert(
      fc.property(rules, asked, (drawn, said) => {
        const before = JSON.stringify([drawn, said]);
        earn(drawn, said);
        expect(JSON.stringify([drawn, said])).toBe(before);
      }),
    );
  });

  test("LOY-3: points follow the definition, line by line", () => {
    const factor = fc.tuple(count, count);
    const amounts = fc.tuple(...products.map(() => fc.integer({ min: 0, max: 5000 })));
    fc.assert(
      fc.property(amounts, factor, factor, (drawn, [p, q], [r, s]) => {
        const [a, b, c] = drawn as [number, number, number];
        const blocks = Math.floor((a + b + c) / 100);
        const earned = earn(
          [
            rule("one"),
            times("x", [p + q, q], { lines: { products: ["product-a", "product-b"] } }),
            times("y", [r + s, s], { lines: { products: ["product-b"] } }),
          ],
          {
            occasion: order({ lines: [line("a", a), line("b", b), line("c", c)] }),
            policy: { multipliers: "multiply" },
          },
        );
        if (blocks === 0) return;
        // The base of a line is its share of the blocks; x scales a and b, then y scales b again.
        const all = BigInt(a + b + c);
        const top =
          BigInt(blocks) *
          (BigInt(c) * BigInt(q * s) +
            BigInt(a) * BigInt((p + q) * s) +
            BigInt(b) * BigInt((p + q) * (r + s)));
        expect(total(earned)).toBe(Number(top / (all * BigInt(q * s))));
      }),
    );
  });
});

describe("LOY-3: largest remainders", () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 40 })
    .filter((drawn) => sum(drawn) > 0);

  test("LOY-3: parts sum to the points, and each is less than one away from its share", () => {
    const points = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.maxSafeNat());
    fc.assert(
      fc.property(points, weights, (whole, drawn) => {
        const parts = splitByWeights(whole, drawn);
        expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(whole));
        const all = drawn.reduce((summed, weight) => summed + BigInt(weight), 0n);
        parts.forEach((part, index) => {
          const off = BigInt(part) * all - BigInt(whole) * BigInt(drawn[index]!);
          expect(off < all && off > -all).toBe(true);
        });
      }),
    );
  });

  test("LOY-3: numbers and exact integers are split alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), weights, (points, drawn) => {
        expect(splitByWeights(points, drawn)).toEqual(splitByWeights(points, drawn.map(BigInt)));
      }),
    );
  });

  test("LOY-3: what is left goes to the largest remainders, among equals to the earlier", () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByWeights(5, [7, 3])).toEqual([4, 1]);
    expect(splitByWeights(2, [1, 5, 1, 5])).toEqual([0, 1, 0, 1]);
    expect(
      splitByWeights(
        50,
        Array.from({ length: 40 }, () => 1),
      ),
    ).toEqual(Array.from({ length: 40 }, (_, index) => (index < 10 ? 2 : 1)));
  });
});
