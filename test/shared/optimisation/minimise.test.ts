import { describe, expect, test } from "vitest";
import { hessianOf } from "../../../src/shared/optimisation/hessian.js";
import { minimise, type Objective } from "../../../src/shared/optimisation/minimise.js";

/** Rosenbrock (1960): a curved valley with its minimum of 0 at (1, 1). */
const rosenbrock: Objective = (at, gradient) => {
  const [x, y] = at as unknown as readonly [number, number];
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
  gradient[1] = 200 * (y - x * x);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

const wide = { lower: [-10, -10], upper: [10, 10] };
const options = { ...wide, gradientTolerance: 1e-10, maximumIterations: 200 };

describe("minimise", () => {
  test("finds the end of Rosenbrock's valley", () => {
    const found = minimise(rosenbrock, { ...options, start: [-1.2, 1] });
    expect(found.converged).toBe(true);
    expect(found.at[0]).toBeCloseTo(1, 9);
    expect(found.at[1]).toBeCloseTo(1, 9);
    expect(found.iterations).toBeLessThan(60);
  });

  test("stops at a bound that the slope pushes against, and makes the best of the rest", () => {
    const found = minimise(rosenbrock, { ...options, upper: [0.5, 10], start: [-1, 2] });
    expect(found.converged).toBe(true);
    expect(found.at[0]).toBe(0.5);
    expect(found.at[1]).toBeCloseTo(0.25, 9);
  });

  test("stays where it is flat", () => {
    const flat: Objective = (_, gradient) => {
      gradient.fill(0);
      return 3;
    };
    const found = minimise(flat, { ...options, start: [2, 3] });
    expect(found).toMatchObject({ value: 3, iterations: 0, converged: true });
    expect([...found.at]).toEqual([2, 3]);
  });

  test("turns away from where there is no value", () => {
    const half: Objective = (at, gradient) => {
      gradient[0] = 1 - 1 / at[0]!;
      gradient[1] = 0;
      return at[0]! - Math.log(at[0]!);
    };
    const found = minimise(half, { ...options, start: [9, 0] });
    expect(found.at[0]).toBeCloseTo(1, 9);
  });

  test("says when the steps did not suffice", () => {
    const found = minimise(rosenbrock, { ...options, start: [-1.2, 1], maximumIterations: 3 });
    expect(found).toMatchObject({ converged: false, iterations: 3 });
  });

  test("does not change the start", () => {
    const start = Float64Array.of(-1.2, 1);
    minimise(rosenbrock, { ...options, start });
    expect([...start]).toEqual([-1.2, 1]);
  });
});

describe("hessianOf", () => {
  const at = Float64Array.of(0.7, -0.4);
  const exact = [
    [1200 * 0.49 + 400 * 0.4 + 2, -280],
    [-280, 200],
  ];

  test("central differences keep eight digits", () => {
    const found = hessianOf(rosenbrock, at);
    found.flat().forEach((entry, i) => {
      expect(Math.abs(entry / exact.flat()[i]! - 1)).toBeLessThan(1e-8);
    });
  });

  test("differences on one side keep five, for half the work", () => {
    const gradient = new Float64Array(2);
    rosenbrock(at, gradient);
    let calls = 0;
    const counted: Objective = (point, slope) => {
      calls += 1;
      return rosenbrock(point, slope);
    };
    const found = hessianOf(counted, at, { gradient });
    expect(calls).toBe(2);
    found.flat().forEach((entry, i) => {
      expect(Math.abs(entry / exact.flat()[i]! - 1)).toBeLessThan(1e-5);
    });
  });
});
