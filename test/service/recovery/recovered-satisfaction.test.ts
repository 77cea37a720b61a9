import { recoveredSatisfaction, recoveryParadox, SERVICE_SENTENCES } from "goodwill/service";
import { explain, seededRandom } from "goodwill/shared";
import { describe, expect, test } from "vitest";

// Student (1908, Biometrika 6:1), hours of sleep gained with two drugs by ten patients: mean difference 1.58, t = 4.0621,
// p = .00283, interval 0.7001 to 2.4599 (as t.test of R gives it).
const FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("SRV-5: recovered satisfaction is compared with before", () => {
  test("SRV-5: paired, with Student's own data", () => {
    const ratings = FIRST.map((before, i) => ({ before, after: SECOND[i]! }));
    const { n, before, after, difference, interval, p, verdict } = recoveredSatisfaction(ratings);
    expect([n, before, after].map((value) => value?.toFixed(2))).toEqual(["10.00", "0.75", "2.33"]);
    expect(difference).toBeCloseTo(1.58, 10);
    expect(interval?.lower).toBeCloseTo(0.7001142, 6);
    expect(interval?.upper).toBeCloseTo(2.4598858, 6);
    expect(p).toBeCloseTo(0.002833, 6);
    expect(verdict).toBe("higher");
  });

  test("SRV-5: lower, not shown, too few", () => {
    const verdictOf = (pairs: readonly (readonly [number, number])[]): string =>
      recoveredSatisfaction(pairs.map(([before, after]) => ({ before, after }))).verdict;
    expect(verdictOf(FIRST.map((value, i) => [SECOND[i]!, value]))).toBe("lower");
    expect(
      verdictOf([
        [5, 6],
        [6, 5],
        [5, 5],
      ]),
    ).toBe("not-shown");
    expect(verdictOf([[5, 6]])).toBe("too-few");
    expect(verdictOf([])).toBe("too-few");
  });

  test("SRV-5: who lacks a rating is left out and counted, not read as 0", () => {
    const found = recoveredSatisfaction([
      { before: 5, after: 6 },
      { before: 4, after: 6 },
      { before: 5 },
      { after: 9 },
      {},
    ]);
    expect([found.n, found.incomplete, found.difference]).toEqual([2, 3, 1.5]);
  });

  test("SRV-5: small samples are said to be small, and no spread is no certainty", () => {
    const ratings = Array.from({ length: 29 }, () => ({ before: 5, after: 6 }));
    const found = recoveredSatisfaction(ratings);
    expect([found.verdict, found.difference, found.interval]).toEqual(["not-shown", 1, undefined]);
    expect(found.reasons.map(({ code }) => code)).toEqual([
      "recovery-few-ratings",
      "recovery-no-spread",
    ]);
    expect(explain(found.reasons[0]!, SERVICE_SENTENCES)).toBe(
      "Only 29 ratings (pairs), fewer than 30: a hint, no proof.",
    );
    const enough = recoveredSatisfaction([...ratings, { before: 5, after: 7 }]);
    expect([enough.verdict, enough.reasons]).toEqual(["higher", []]);
  });

  test("SRV-5: a rating that is no number is refused", () => {
    expect(() => recoveredSatisfaction([{ before: 1, after: Number.NaN }])).toThrow(
      "ratings after must be finite numbers, got NaN at index 0",
    );
  });
});

describe("SRV-5: the service recovery paradox", () => {
  test("SRV-5: Welch's test with Student's data as two groups", () => {
    // As t.test of R gives it: t = -1.8608, df = 17.776, p = .07939, interval -3.3655 to 0.2055, second less first.
    const found = recoveryParadox({ recovered: SECOND, withoutFailure: FIRST });
    expect(found.difference).toBeCloseTo(1.58, 10);
    expect(found.interval?.lower).toBeCloseTo(-0.2054832, 6);
    expect(found.interval?.upper).toBeCloseTo(3.3654832, 6);
    expect(found.p).toBeCloseTo(0.07939, 5);
    expect(found.verdict).toBe("not-shown");
    expect(found.reasons.map(({ params }) => params["group"])).toEqual([
      "recovered",
      "without failure",
    ]);
  });

  test("SRV-5: shown and refuted, by the side of 0 on which the interval lies", () => {
    const random = seededRandom(5);
    const around = (mean: number): readonly number[] =>
      Array.from({ length: 60 }, () => mean + random());
    const groups = { recovered: around(8), withoutFailure: around(7) };
    expect(recoveryParadox(groups)).toMatchObject({ verdict: "higher", reasons: [] });
    const turned = { recovered: groups.withoutFailure, withoutFailure: groups.recovered };
    expect(recoveryParadox(turned).verdict).toBe("lower");
  });

  test("SRV-5: it says so where a group has fewer than two ratings", () => {
    const found = recoveryParadox({ recovered: [9], withoutFailure: FIRST });
    expect([found.verdict, found.difference]).toEqual(["too-few", undefined]);
  });
});
