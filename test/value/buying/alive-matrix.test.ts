import fc from "fast-check";
import { aliveProbability } from "goodwill/value";
import { describe, expect, test } from "vitest";
import { aliveMatrix } from "../../../src/value/buying/alive-matrix.js";

const PARAMETERS = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const MODEL = { kind: "bg-nbd", parameters: PARAMETERS } as const;
const BG_BB = {
  kind: "bg-bb",
  parameters: { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 },
} as const;

describe("the alive matrix", () => {
  test("VAL-3: every frequency from 1 and every even step up to the age, with the probability of the history", () => {
    const cells = aliveMatrix(MODEL, { age: 39, mostFrequency: 3, steps: 2 });
    expect(cells.map(({ frequency, recency }) => [frequency, recency])).toEqual([
      ...[
        [1, 19.5],
        [1, 39],
      ],
      ...[
        [2, 19.5],
        [2, 39],
      ],
      ...[
        [3, 19.5],
        [3, 39],
      ],
    ]);
    for (const { frequency, recency, aliveProbability: alive } of cells) {
      expect(alive).toBe(aliveProbability(MODEL, { frequency, recency, age: 39 }));
    }
  });

  test("VAL-3: whatever the age, steps rise evenly, the last is the age, and silence never makes alive", () => {
    const ages = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
    const counts = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(ages, counts, fc.integer({ min: 1, max: 6 }), (age, steps, mostFrequency) => {
        const cells = aliveMatrix(MODEL, { age, mostFrequency, steps });
        expect(cells).toHaveLength(steps * mostFrequency);
        cells.forEach(({ recency, aliveProbability: alive }, i) => {
          const step = (i % steps) + 1;
          expect(recency / age).toBeCloseTo(step / steps, 12);
          if (step === steps) expect(recency).toBe(age);
          if (step > 1) expect(alive).toBeGreaterThanOrEqual(cells[i - 1]!.aliveProbability);
        });
      }),
    );
  });

  test("VAL-3: for opportunities, more purchases than there were are left out", () => {
    const cells = aliveMatrix(BG_BB, { age: 6, mostFrequency: 6, steps: 3 });
    expect(cells.map(({ frequency, recency }) => [frequency, recency])).toEqual([
      ...[2, 4, 6].map((recency) => [1, recency]),
      ...[2, 4, 6].map((recency) => [2, recency]),
      ...[4, 6].map((recency) => [3, recency]),
      ...[4, 6].map((recency) => [4, recency]),
      ...[
        [5, 6],
        [6, 6],
      ],
    ]);
    expect(() => aliveMatrix(BG_BB, { age: 6, mostFrequency: 6, steps: 4 })).toThrow(
      "Cannot make an alive matrix: steps must cut an age in opportunities into whole ones, got 6 in 4",
    );
  });

  test("what is no matrix is refused", () => {
    const options = { age: 39, mostFrequency: 3, steps: 2 };
    expect(() => aliveMatrix(MODEL, { ...options, age: 0 })).toThrow(
      "Cannot make an alive matrix: age must be above 0, got 0",
    );
    expect(() => aliveMatrix(MODEL, { ...options, age: Infinity })).toThrow("got Infinity");
    expect(() => aliveMatrix(MODEL, { ...options, steps: 0 })).toThrow(
      "steps must be a whole number of at least 1, got 0",
    );
    expect(() => aliveMatrix(MODEL, { ...options, mostFrequency: 1.5 })).toThrow(
      "mostFrequency must be a whole number of at least 1, got 1.5",
    );
    expect(() => aliveMatrix({ ...MODEL, parameters: { ...PARAMETERS, r: 0 } }, options)).toThrow(
      RangeError,
    );
  });
});
