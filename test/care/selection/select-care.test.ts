import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selectCare } from "../../../src/care/selection/select-care.js";
import { faultsOf, mostEffect } from "./reference.js";
import { samples } from "./samples.js";

const SMALL = samples({ customers: 4, slots: 3, options: 2 });

describe("selectCare: exact", () => {
  test("CARE-6: a small selection has the effect of the best of all choices", () => {
    fc.assert(
      fc.property(SMALL, ({ customers, shared }) => {
        const selection = selectCare(customers, { shared });
        expect(faultsOf(selection, customers, shared)).toEqual([]);
        expect(selection.exact).toBe(true);
        expect(selection.effect).toBeCloseTo(mostEffect(customers, shared), 9);
        expect(selection.effectAtMost).toBe(selection.effect);
      }),
    );
  });

  test("CARE-6: without an exact search the effect lies below the best, and the bound above", () => {
    fc.assert(
      fc.property(SMALL, ({ customers, shared }) => {
        const selection = selectCare(customers, { shared, exactSteps: 0 });
        const most = mostEffect(customers, shared);
        expect(faultsOf(selection, customers, shared)).toEqual([]);
        expect(selection.effect).toBeLessThanOrEqual(most + 1e-9);
        expect(selection.effectAtMost).toBeGreaterThanOrEqual(most - 1e-9);
      }),
    );
  });

  test("CARE-6: adding to the plan budget never lowers the effect, whether the search is exact, is not, or gives up", () => {
    fc.assert(
      fc.property(
        samples({ customers: 6, slots: 3, options: 3 }),
        fc.constantFrom(0, 100, 1000, 10_000_000),
        ({ customers, shared }, exactSteps) => {
          let before = 0;
          for (const budget of [0, 1, 2, 3, 4, 5, 7, 8, 11, 12, 20, Infinity]) {
            const limits = [budget, ...shared.slice(1)];
            const selection = selectCare(customers, { shared: limits, exactSteps });
            expect(selection.effect).toBeGreaterThanOrEqual(before - 1e-9);
            before = selection.effect;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("CARE-6: with many customers limits hold, the bound is above the best, and a larger budget does not hurt", () => {
    const scarce = fc.tuple(fc.nat(16), fc.nat(1), fc.nat(2), fc.nat(1));
    fc.assert(
      fc.property(samples({ customers: 3, slots: 3, options: 2 }), scarce, (sample, shared) => {
        const customers = Array.from({ length: 66 }, (_, i) => ({
          slots: [],
          own: [],
          ...sample.customers[i % Math.max(1, sample.customers.length)],
        }));
        const most = mostEffect(customers, shared);
        let before = 0;
        for (const budget of [0, 3, 8, shared[0], 30]) {
          const limits = [budget, ...shared.slice(1)];
          const selection = selectCare(customers, { shared: limits, exactSteps: 2000 });
          expect(faultsOf(selection, customers, limits)).toEqual([]);
          if (budget === shared[0]) {
            expect(selection.effect).toBeLessThanOrEqual(most + 1e-9);
            expect(selection.effectAtMost).toBeGreaterThanOrEqual(most - 1e-9);
            if (selection.exact) expect(selection.effect).toBeCloseTo(most, 9);
          }
          if (budget < shared[0] || budget === 30) {
            expect(selection.effect).toBeGreaterThanOrEqual(before - 1e-9);
            before = selection.effect;
          }
        }
      }),
      { numRuns: 4 },
    );
  });

  test("CARE-6: the same customers and limits give the same selection, and customers who share nothing change nothing", () => {
    fc.assert(
      fc.property(SMALL, ({ customers, shared }) => {
        const alone = { slots: [[{ effect: 4, own: [], shared: [] }]], own: [] };
        const selection = selectCare(customers, { shared });
        expect(selectCare(customers, { shared })).toEqual(selection);
        const more = selectCare([...customers, alone], { shared });
        expect([...more.taken]).toEqual([...selection.taken, 0]);
      }),
    );
  });

  test("CARE-6: of options alike the first is taken, of equal effect the cheaper, and none without effect", () => {
    const option = (effect: number, cost: number) => ({
      effect,
      own: [],
      shared: [{ resource: 0, amount: cost }],
    });
    const slots = [
      [option(2, 5), option(2, 5)],
      [option(2, 5), option(2, 3)],
      [option(0, 0), option(0, 1)],
    ];
    const selection = selectCare([{ slots, own: [] }], { shared: [100] });
    expect([...selection.taken]).toEqual([0, 1, -1]);
    expect(selection).toMatchObject({ used: [8], left: [92], effect: 4, exact: true });
  });

  test("CARE-6: a dozen customers with four slots under five shared limits are selected exactly", () => {
    const customers = Array.from({ length: 12 }, (_, c) => ({
      slots: Array.from({ length: 4 }, (_, s) =>
        [1, 2, 3].map((kind) => ({
          effect: ((c * 7 + s * 5 + kind * 11) % 13) + kind,
          days: [s * 20 + kind],
          own: [{ resource: 0, amount: kind }],
          shared: [
            { resource: 0, amount: kind * (3 + (c % 4)) },
            { resource: 1 + (c % 3), amount: kind },
            { resource: 4, amount: kind === 3 ? 1 : 0 },
          ],
        })),
      ),
      own: [7],
      spacingDays: 3,
    }));
    const selection = selectCare(customers, { shared: [110, 14, 12, 13, 5] });
    expect(faultsOf(selection, customers, [110, 14, 12, 13, 5])).toEqual([]);
    expect(selection.exact).toBe(true);
    const scarce = [24, 2, 2, 2, 1];
    expect(selectCare(customers, { shared: scarce }).effect).toBe(mostEffect(customers, scarce));
  });
});
