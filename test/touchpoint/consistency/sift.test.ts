import { instant, money } from "goodwill/shared";
import { siftStatements } from "goodwill/touchpoint";
import { expect, it } from "vitest";

const good = {
  subject: "screen",
  aspect: "price",
  touchpoint: "store",
  at: instant("2026-02-01T00:00:00Z"),
  value: { kind: "money", money: money(900, "EUR") },
};

it("TP-4: what holds is accepted as it is, what does not is handed back with its path", () => {
  const { accepted, rejected } = siftStatements([
    good,
    { ...good, until: good.at },
    { ...good, value: { kind: "range", min: 2, max: 1, unit: "days" } },
    { ...good, tone: "formal" },
    3,
  ]);
  expect(accepted).toEqual([good]);
  expect(rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
  expect(rejected[0]?.issues[0]?.path).toBe("until");
});
