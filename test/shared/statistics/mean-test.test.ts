import { meanTest, pairedTest, welchTest } from "goodwill/shared";
import { describe, expect, it } from "vitest";

describe("meanTest", () => {
  it("agrees with R: satisfaction with product, n = 756", () => {
    const test = meanTest({ n: 756, mean: -0.965608465608466, variance: 1.54624339478031 ** 2 });
    expect(test?.standardError).toBeCloseTo(0.0562363285667164, 12);
    expect(test?.t).toBeCloseTo(-17.1705459836858, 9);
    expect((test?.p ?? 0) / 4.89854890979874e-56).toBeCloseTo(1, 9);
    expect(test?.interval?.lower).toBeCloseTo(-1.07600662211748, 10);
    expect(test?.interval?.upper).toBeCloseTo(-0.855210309099447, 10);
  });

  it("says nothing of fewer than two numbers", () => {
    expect(meanTest({ n: 0 })).toBeUndefined();
    expect(meanTest({ n: 1, mean: 4 })).toBeUndefined();
  });

  it("without any spread there is no t, no p and no interval: equal answers prove nothing of the others", () => {
    const same = { estimate: -1, standardError: 0, degreesOfFreedom: 4 };
    expect(meanTest({ n: 5, mean: -1, variance: 0 })).toEqual(same);
  });
});

describe("welchTest", () => {
  it("agrees with R: change of convenience between two waves", () => {
    const test = welchTest(
      { n: 383, mean: -2.03916449086162, variance: 1.56901654314494 ** 2 },
      { n: 384, mean: -1.5078125, variance: 1.59304670782621 ** 2 },
    );
    expect(test?.estimate).toBeCloseTo(0.531351990861619, 12);
    expect(test?.t).toBeCloseTo(4.65372626705698, 10);
    expect(test?.degreesOfFreedom).toBeCloseTo(764.878809062891, 8);
    expect((test?.p ?? 0) / 3.84159410485215e-6).toBeCloseTo(1, 9);
    expect(test?.interval?.lower).toBeCloseTo(0.307213040740465, 10);
  });

  it("says nothing when a sample has fewer than two numbers", () => {
    expect(welchTest({ n: 1, mean: 4 }, { n: 5, mean: 3, variance: 1 })).toBeUndefined();
    expect(welchTest({ n: 5, mean: 3, variance: 1 }, { n: 0 })).toBeUndefined();
  });

  it("without any spread there is no t, no p and no interval", () => {
    const test = welchTest({ n: 3, mean: 1, variance: 0 }, { n: 4, mean: 2, variance: 0 });
    expect(test).toEqual({ estimate: 1, standardError: 0, degreesOfFreedom: 5 });
  });
});

describe("pairedTest", () => {
  it("agrees with Student's sleep data: t = -4.0621, p = .002833", () => {
    // Student (1908), Biometrika 6:1; R: t.test(extra ~ group, paired = TRUE)
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const test = pairedTest(first.map((value, i): [number, number] => [value, second[i] ?? 0]));
    expect(test?.t).toBeCloseTo(4.062127683382037, 12);
    expect(test?.p).toBeCloseTo(0.00283289019738427, 12);
  });

  it("says nothing of fewer than two pairs", () => {
    expect(pairedTest([[1, 2]])).toBeUndefined();
  });
});
