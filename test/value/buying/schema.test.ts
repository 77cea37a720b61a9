import {
  buyingModelSchema,
  expectedPurchases,
  fitBgBb,
  fitBgNbd,
  fitMbgNbd,
  fitParetoNbd,
  purchaseCellSchema,
  purchaseHistorySchema,
  type BuyingModel,
  type PurchaseCell,
  type PurchaseHistory,
} from "goodwill/value";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";

type Writable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Writable<T[K]> };

const CELLS: readonly PurchaseCell[] = [
  { frequency: 0, recency: 0, age: 6, count: 60 },
  { frequency: 1, recency: 2, age: 6, count: 12 },
  { frequency: 2, recency: 5, age: 6, count: 9 },
  { frequency: 4, recency: 6, age: 6, count: 4 },
];

describe("the schema of buying models", () => {
  test("VAL-3: it agrees with the interface written by hand", () => {
    expectTypeOf<z.infer<typeof buyingModelSchema>>().toEqualTypeOf<Writable<BuyingModel>>();
  });

  test.each([fitBgNbd, fitMbgNbd, fitParetoNbd, fitBgBb])(
    "VAL-3: a stored fit loads as its model and forecasts the same, model %#",
    (fitted) => {
      const fit: BuyingModel = fitted(CELLS);
      const model = buyingModelSchema.parse(JSON.parse(JSON.stringify(fit)));
      expect(model).toEqual({ kind: fit.kind, parameters: fit.parameters });
      for (const cell of CELLS) {
        expect(expectedPurchases(model, cell, { within: 3 })).toBe(
          expectedPurchases(fit, cell, { within: 3 }),
        );
      }
    },
  );

  const bg = { r: 1, alpha: 2, a: 3, b: 4 };

  test.each([
    ["kind", { kind: "nbd", parameters: bg }],
    ["parameters", { kind: "pareto-nbd", parameters: bg }],
    ["parameters", { kind: "bg-nbd", parameters: { ...bg, r: 0 } }],
    ["parameters", { kind: "mbg-nbd", parameters: { ...bg, alpha: Infinity } }],
    ["parameters", { kind: "bg-nbd", parameters: { ...bg, s: 1 } }],
    ["parameters", { kind: "bg-bb", parameters: { alpha: 1, beta: 1, gamma: 1 } }],
  ])("VAL-3: refuses a wrong %s, case %#", (path, model) => {
    expect(buyingModelSchema.safeParse(model).error?.issues[0]?.path[0]).toBe(path);
  });
});

describe("the schemas of purchase histories", () => {
  test("VAL-3: they agree with the interfaces, and take what the models take", () => {
    expectTypeOf<z.infer<typeof purchaseHistorySchema>>().toEqualTypeOf<
      Writable<PurchaseHistory>
    >();
    expectTypeOf<z.infer<typeof purchaseCellSchema>>().toEqualTypeOf<Writable<PurchaseCell>>();
    for (const cell of [...CELLS, { frequency: 1, recency: 0, age: 0, count: 0.5 }]) {
      expect(purchaseCellSchema.parse(cell)).toEqual(cell);
      const { frequency, recency, age } = cell;
      const history = { frequency, recency, age };
      expect(purchaseHistorySchema.parse(history)).toEqual(history);
    }
  });

  test.each([
    ["frequency", { frequency: 0.5 }],
    ["recency", { recency: -1 }],
    ["recency", { recency: 7 }],
    ["recency", { frequency: 0 }],
    ["age", { age: Infinity }],
  ])("VAL-3: refuses a wrong %s, case %#", (path, wrong) => {
    const history = { frequency: 2, recency: 5, age: 6, ...wrong };
    const faults = [
      purchaseHistorySchema.safeParse(history),
      purchaseCellSchema.safeParse({ ...history, count: 1 }),
    ].map(({ error }) => error?.issues[0]?.path);
    expect(faults).toEqual([[path], [path]]);
  });

  test("VAL-3: a cell of nobody is refused", () => {
    const { error } = purchaseCellSchema.safeParse({ ...CELLS[0], count: 0 });
    expect(error?.issues[0]?.path).toEqual(["count"]);
  });
});
