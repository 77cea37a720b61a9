import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textPositions } from "../../../src/value/rfm/text-positions.js";

function expectOrdered(texts: readonly string[]): void {
  const order = textPositions(texts);
  expect(Array.from(order, (position) => texts[position])).toEqual(texts.toSorted());
  expect([...order].sort((a, b) => a - b)).toEqual(texts.map((_, i) => i));
}

describe("texts stand in the order of their code units", () => {
  test("whatever they are", () => {
    const id = fc.oneof(
      fc.integer({ min: 0, max: 400 }).map((n) => `C-${String(n).padStart(4, "0")}`),
      fc.string({ maxLength: 3 }),
      fc.constantFrom("", "a", "aa", "aaa", "\uffff", "\u{1f600}"),
    );
    fc.assert(fc.property(fc.array(id, { maxLength: 120 }), expectOrdered));
  });

  test("where many are equal, begin with one another, or are longer than a number holds", () => {
    const id = fc
      .tuple(
        fc.constantFrom("", "a", "b", "\u0000", "\uffff"),
        fc.constantFrom(0, 1, 2, 14, 15, 60, 61),
        fc.constantFrom("", "a", "b"),
      )
      .map(([unit, times, end]) => unit.repeat(times) + end);
    fc.assert(fc.property(fc.array(id, { minLength: 50, maxLength: 300 }), expectOrdered));
  });

  test("where they have more different characters than fit into one number many times", () => {
    expectOrdered(
      Array.from({ length: 5000 }, (_, i) =>
        String.fromCharCode((i * 7919) % 65_536, (i * 104_729) % 65_536, (i * 31) % 65_536),
      ),
    );
  });

  test("where they are in order already, or in the opposite one", () => {
    const texts = Array.from({ length: 100 }, (_, i) => String(i).padStart(3, "0"));
    expectOrdered(texts);
    expectOrdered(texts.toReversed());
    expect([...textPositions([])]).toEqual([]);
  });
});
