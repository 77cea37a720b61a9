import { expect, it } from "vitest";
import { legibleTicks } from "../../../src/chart/frame/domain.js";
import { tint } from "../../../src/chart/frame/tint.js";
import { shortenText, textWidth, wrapText } from "../../../src/chart/frame/wording.js";

it("a tint is the ground at 0, the colour at 1, and between them in between", () => {
  expect([0, 0.5, 1].map((share) => tint("#ffffff", "#0063a3", share))).toEqual([
    "#ffffff",
    "#80b1d1",
    "#0063a3",
  ]);
});

it("a text of too many lines ends in an ellipsis, and no line is wider than asked", () => {
  const look = { width: 60, fontSize: 10, lines: 2 };
  expect(shortenText("one two", look)).toEqual(["one two"]);
  expect(shortenText("one two three four five", look)).toEqual(["one two", "three fou\u2026"]);
  const broken = shortenText("Pricewürdigkeitsempfindung", look);
  expect(broken).toHaveLength(2);
  expect(broken[1]).toMatch(/\u2026$/);
  for (const line of broken) expect(textWidth(line, 10)).toBeLessThanOrEqual(60);
});

it("labels of an axis count their commas", () => {
  const domain = [0, 15_000] as const;
  const ticks = [0, 5000, 10_000, 15_000];
  expect(legibleTicks({ domain, ticks }, 130)).toEqual([0, 10_000]);
  expect(legibleTicks({ domain, ticks }, 160)).toEqual(ticks);
});

it("a word that is too long is broken behind its hyphen", () => {
  expect(wrapText("product-page", { width: 66, fontSize: 10 })).toEqual(["product-", "page"]);
  expect(wrapText("product-page", { width: 72, fontSize: 10 })).toEqual(["product-page"]);
  expect(wrapText("-abcdefgh-", { width: 30, fontSize: 10 }).join("")).toBe("-abcdefgh-");
});
