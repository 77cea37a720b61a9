import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalEnds, legibleTicks, roundDomain } from "../../src/chart/frame/domain.js";
import { placeNames } from "../../src/chart/frame/label-placement.js";
import {
  amountText,
  decimalText,
  labelText,
  listText,
  percentText,
  signedText,
  textWidth,
  wrapText,
} from "../../src/chart/frame/wording.js";

describe("numbers in words", () => {
  it("a minus is a true minus, zero has no sign, and what rounds to zero is zero", () => {
    expect([decimalText(-1.25, 1), decimalText(-0.001, 2), decimalText(0, 0)]).toEqual([
      "\u22121.3",
      "0.00",
      "0",
    ]);
    expect([signedText(1, 1), signedText(-1, 1), signedText(0.04, 1), signedText(-0, 1)]).toEqual([
      "+1.0",
      "\u22121.0",
      "0.0",
      "0.0",
    ]);
  });

  it("an amount keeps its decimals, at most two, and has commas", () => {
    expect([0, 90, 12.5, 0.125, 1000, 1234567.891, -2000, 100.001].map(amountText)).toEqual([
      "0",
      "90",
      "12.5",
      "0.13",
      "1,000",
      "1,234,567.89",
      "\u22122,000",
      "100",
    ]);
  });

  it("a share is none or all only where it is", () => {
    expect([0, 0.001, 0.005, 0.5, 0.994, 0.996, 1].map(percentText)).toEqual([
      "0%",
      "<1%",
      "1%",
      "50%",
      "99%",
      ">99%",
      "100%",
    ]);
  });

  it("names in a row", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listText)).toEqual([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
    expect(labelText("act_price", { price: "Price" })).toBe("act price");
    expect(labelText("toString")).toBe("toString");
    expect(labelText("price", { price: "价格" })).toBe("价格");
  });
});

describe("text is broken into lines", () => {
  it("at spaces, between East Asian letters, and inside a word that is too long", () => {
    expect(wrapText("one two three", { width: 60, fontSize: 10 })).toEqual(["one two", "three"]);
    expect(wrapText("品牌形象", { width: 20, fontSize: 10 })).toEqual(["品牌", "形象"]);
    expect(wrapText("abcdefgh", { width: 30, fontSize: 10 })).toEqual(["abcde", "fgh"]);
    expect(wrapText("", { width: 30, fontSize: 10 })).toEqual([]);
  });

  it("no line is wider than asked, and nothing but spaces is lost", () => {
    const letter = fc.constantFrom("a", "W", " ", "-", "价", "。", "é", "😀");
    fc.assert(
      fc.property(
        fc.array(letter, { maxLength: 60 }),
        fc.integer({ min: 12, max: 200 }),
        (letters, width) => {
          const text = letters.join("");
          const lines = wrapText(text, { width, fontSize: 10 });
          for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width);
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        },
      ),
    );
  });
});

describe("axes", () => {
  it("ends are round and about five steps apart", () => {
    expect(roundDomain([0, 43])).toEqual({ domain: [0, 50], ticks: [0, 10, 20, 30, 40, 50] });
    expect(roundDomain([4.24, 7.2], { min: 0, max: 10 })).toEqual({
      domain: [4, 8],
      ticks: [4, 5, 6, 7, 8],
    });
    expect(roundDomain([9.5, 9.9], { min: 0, max: 10 }).domain).toEqual([9.5, 9.9]);
    expect(roundDomain([3, 3])).toEqual({ domain: [3, 3.2], ticks: [3, 3.2] });
    expect(roundDomain([]).domain).toEqual([0, 0.2]);
    expect(roundDomain([10, 10], { min: 0, max: 10 })).toEqual({
      domain: [9.8, 10],
      ticks: [9.8, 10],
    });
    expect(roundDomain([1, 1], { min: 1, max: 5 }).domain).toEqual([1, 1.2]);
    expect(roundDomain([0.1], { min: 0, max: 0.1 }).domain).toEqual([0, 0.1]);
  });

  it("ends hold every value, lie within the limits, and every tick lies between them", () => {
    const value = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const { domain, ticks } = roundDomain(values, { min: -1000, max: 1000 });
        expect(domain[0]).toBeLessThan(domain[1]);
        for (const one of values) {
          expect(one).toBeGreaterThanOrEqual(domain[0] - 1e-6);
          expect(one).toBeLessThanOrEqual(domain[1] + 1e-6);
        }
        expect(domain[0]).toBeGreaterThanOrEqual(-1000);
        expect(domain[1]).toBeLessThanOrEqual(1000);
        expect(ticks.every((tick) => tick >= domain[0] && tick <= domain[1])).toBe(true);
      }),
    );
  });

  it("labels that would touch are left out, 0 stays", () => {
    const wide = { domain: [-2, 2], ticks: [-2, -1, 0, 1, 2] } as const;
    expect(legibleTicks(wide, 400)).toEqual([-2, -1, 0, 1, 2]);
    expect(legibleTicks(wide, 60)).toEqual([-2, 0, 2]);
    expect(legibleTicks({ domain: [-3, 2], ticks: [-3, -2, -1, 0, 1, 2] }, 70)).toEqual([-2, 0, 2]);
  });

  it("the ends of an interval count, a mean without one counts alone, nothing does not count", () => {
    expect(intervalEnds({ mean: 2, interval: { lower: 1, upper: 3 } })).toEqual([1, 2, 3]);
    expect(intervalEnds({ mean: 2 })).toEqual([2]);
    expect(intervalEnds(undefined)).toEqual([]);
  });
});

describe("names beside points", () => {
  const plot = { left: 0, top: 0, right: 200, bottom: 200 };
  const place = (...points: readonly (readonly [number, number])[]) =>
    placeNames(
      points.map(([x, y]) => ({ x, y, lines: ["name"] })),
      { plot, taken: [], fontSize: 10 },
    );

  it("stand right of the point, left where the right is the edge, and off other points", () => {
    expect(place([100, 100])).toEqual([{ x: 120, y: 100 }]);
    expect(place([190, 100])).toEqual([{ x: 170, y: 100 }]);
    const [name] = place([100, 100], [120, 100]);
    expect(name!.x).toBe(80);
  });

  it("of points apart lie in the plot, on no other name", () => {
    const spot = fc.record({
      x: fc.integer({ min: 0, max: 3 }),
      y: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(spot, { minLength: 1, selector: ({ x, y }) => 10 * x + y }),
        (spots) => {
          const names = place(...spots.map(({ x, y }) => [25 + 50 * x, 15 + 34 * y] as const));
          names.forEach(({ x, y }, index) => {
            expect(x).toBeGreaterThanOrEqual(12);
            expect(x).toBeLessThanOrEqual(188);
            for (const other of names.slice(index + 1)) {
              expect(Math.abs(other.x - x) >= 24 || Math.abs(other.y - y) >= 12.5).toBe(true);
            }
          });
        },
      ),
    );
  });
});
