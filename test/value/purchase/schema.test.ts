import { plainDate, timeZone } from "goodwill/shared";
import { purchaseSummaries } from "goodwill/value";
import { describe, expect, test } from "vitest";
import { purchaseSummarySchema } from "../../../src/value/purchase/schema.js";

const total = { amount: 100, currency: "EUR" } as const;
const rows = ["2024-01-01", "2024-01-08", "2024-02-01"].map((day) => ({
  ...{ customer: "c", date: plainDate(day), total },
}));
const { customers } = purchaseSummaries(rows, {
  ...{ zone: timeZone("UTC"), currency: "EUR", observedUntil: plainDate("2024-01-31") },
  holdoutUntil: plainDate("2024-02-29"),
});

describe("the schema of a purchase summary", () => {
  test("VAL-3: takes what is stored, and gives it back", () => {
    const stored: unknown = JSON.parse(JSON.stringify(customers[0]));
    expect(purchaseSummarySchema.parse(stored)).toEqual(customers[0]);
  });

  test("VAL-3: a mean with the six digits of a database is one too", () => {
    const three = { ...customers[0], frequency: 3, spend: 100, meanSpend: 33.333333 };
    expect(purchaseSummarySchema.safeParse(three).success).toBe(true);
    expect(purchaseSummarySchema.safeParse({ ...three, meanSpend: 33.33 }).success).toBe(false);
  });

  test("VAL-3: a summary that counts the first purchase has a frequency without a recency", () => {
    const { customers: counted } = purchaseSummaries(rows.slice(0, 1), {
      ...{ zone: timeZone("UTC"), currency: "EUR", observedUntil: plainDate("2024-01-31") },
      firstPurchase: "included",
    });
    expect(counted[0]).toMatchObject({ frequency: 1, recency: 0 });
    expect(purchaseSummarySchema.parse(counted[0])).toEqual(counted[0]);
  });

  test.each([
    ["frequency", { frequency: 0.5 }],
    ["recency", { recency: 9 }],
    ["recency", { frequency: 0, meanSpend: undefined, recency: 1 }],
    ["last", { last: "2023-12-31" }],
    ["meanSpend", { meanSpend: 99 }],
    ["meanSpend", { spend: 101 }],
    ["meanSpend", { meanSpend: undefined }],
    ["meanSpend", { frequency: 0, recency: 0 }],
    ["age", { age: -1 }],
    ["spend", { spend: 1.5 }],
    ["currency", { currency: "EURO" }],
    ["first", { first: "2024-02-30" }],
    ["transactions", { transactions: 0 }],
    ["holdout", { holdout: { frequency: 1 } }],
  ])("VAL-3: refuses a wrong %s, case %#", (path, wrong) => {
    // What is absent is no key of what is stored.
    const given: unknown = JSON.parse(JSON.stringify({ ...customers[0], ...wrong }));
    const { error } = purchaseSummarySchema.safeParse(given);
    expect(error?.issues[0]?.path[0]).toBe(path);
  });
});
