import {
  aggregate,
  explain,
  momentsCombine,
  ok,
  refuse,
  requireSameConfiguration,
  seededRandom,
  siftRows,
} from "goodwill/shared";
import fc from "fast-check";
import * as z from "zod";
import { describe, expect, it } from "vitest";

describe("explain", () => {
  const sentences = { sum: "{value} points in all", rule: "{value} by {rule}" };

  it("puts a trace into words, a line a part", () => {
    const trace = {
      code: "sum",
      value: 30,
      parts: [
        { code: "rule", value: 20, params: { rule: "spend" } },
        {
          code: "rule",
          value: 10,
          params: { rule: "birthday" },
          parts: [{ code: "sum", value: 10 }],
        },
      ],
    };
    expect(explain(trace, sentences)).toBe(
      "30 points in all\n  20 by spend\n  10 by birthday\n    10 points in all",
    );
  });

  it("shows whole numbers in full and others with six significant digits", () => {
    expect(explain({ code: "sum", value: 1_234_567 }, sentences)).toBe("1234567 points in all");
    expect(explain({ code: "sum", value: 0.1 + 0.2 }, sentences)).toBe("0.3 points in all");
    expect(explain({ code: "sum", value: 1234.56789 }, sentences)).toBe("1234.57 points in all");
  });

  it("a code without sentence, or a sentence with an unknown parameter, is an error and never 'undefined'", () => {
    expect(() => explain({ code: "toString", params: {} }, sentences)).toThrow(
      /no sentence for code "toString"/,
    );
    expect(() => explain({ code: "rule", params: {} }, sentences)).toThrow(
      /has no parameter "value"/,
    );
  });
});

describe("siftRows", () => {
  const schema = z.object({ id: z.string(), score: z.number().max(10) });

  it("keeps every row: accepted parsed, rejected whole with position, path and message", () => {
    const rows = [{ id: "a", score: 3 }, { id: 7, score: 11 }, "nonsense"];
    const { accepted, rejected } = siftRows(schema, rows);
    expect(accepted).toEqual([{ id: "a", score: 3 }]);
    expect(rejected.map(({ index, row }) => [index, row])).toEqual([
      [1, rows[1]],
      [2, "nonsense"],
    ]);
    expect(rejected[0]?.issues.map(({ path }) => path)).toEqual(["id", "score"]);
    expect(rejected[1]?.issues[0]?.path).toBe("");
  });

  it("a further check sees the row and its position and may reject it", () => {
    const check = (row: { score: number }, index: number) =>
      row.score === 0 ? [{ path: "score", message: `row ${String(index)} is zero` }] : [];
    const { rejected } = siftRows(
      schema,
      [
        { id: "a", score: 1 },
        { id: "b", score: 0 },
      ],
      { check },
    );
    expect(rejected).toEqual([
      {
        index: 1,
        row: { id: "b", score: 0 },
        issues: [{ path: "score", message: "row 1 is zero" }],
      },
    ]);
  });

  it("loses nothing: accepted and rejected add up to the rows given", () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (rows) => {
        const { accepted, rejected } = siftRows(schema, rows);
        expect(accepted.length + rejected.length).toBe(rows.length);
      }),
    );
  });
});

describe("aggregate", () => {
  it("takes any iterable, also a generator, once", () => {
    function* numbers() {
      yield 1;
      yield 3;
    }
    expect(aggregate(numbers(), momentsCombine())).toEqual({ n: 2, mean: 2, variance: 2 });
  });

  it("accumulators of another version or configuration are refused", () => {
    const stored = { version: 1, configuration: "a" };
    expect(() => requireSameConfiguration("sum", [stored, { ...stored, version: 2 }])).toThrow(
      /versions 1 and 2 differ/,
    );
    expect(() =>
      requireSameConfiguration("sum", [stored, { ...stored, configuration: "b" }]),
    ).toThrow(/configurations a and b differ/);
    expect(() => requireSameConfiguration("sum", [])).not.toThrow();
  });
});

describe("seededRandom", () => {
  it("repeats its numbers for a seed, on every machine", () => {
    const random = seededRandom(42);
    expect([random(), random(), random()]).toMatchInlineSnapshot(`
      [
        0.9999993701129287,
        0.8758418435769486,
        0.03919820288731701,
      ]
    `);
  });

  it("stays in 0 to 1 and is uniform", () => {
    const random = seededRandom(7);
    const counts = new Uint32Array(10);
    for (let i = 0; i < 100_000; i += 1) {
      const tenth = Math.floor(random() * 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    expect(counts.length).toBe(10);
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it("refuses a seed that is no 32-bit integer", () => {
    expect(() => seededRandom(0.5)).toThrow(/32-bit integer, got 0.5/);
    expect(() => seededRandom(2 ** 32)).toThrow(RangeError);
  });
});

describe("Result", () => {
  it("says yes with a value and no with a reason", () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(refuse({ code: "no", needed: 2 })).toEqual({
      ok: false,
      error: { code: "no", needed: 2 },
    });
  });
});
