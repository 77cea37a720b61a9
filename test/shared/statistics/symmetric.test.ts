import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sweepMatrix, symmetricEigen } from "../../../src/shared/statistics/symmetric.js";

type Matrix = readonly (readonly number[])[];

/** AᵀA plus the unit matrix: positive definite, and not close to singular. */
const positiveDefinite: fc.Arbitrary<Matrix> = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc
    .array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    })
    .map((a) =>
      a.map((_, i) =>
        a.map((__, j) => a.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? 1 : 0)),
      ),
    ),
);

function multiply(a: Matrix, b: Matrix): number[][] {
  return a.map((row) =>
    b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)),
  );
}

function expectMatrix(actual: Matrix, expected: Matrix): void {
  actual.forEach((row, i) =>
    row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, 9)),
  );
}

const unit = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)),
  );
const all = (matrix: Matrix): number[] => matrix.map((_, i) => i);

describe("sweeping", () => {
  it("by hand: coefficient, minus the inverse, and what is left", () => {
    const swept = sweepMatrix(
      [
        [4, 6],
        [6, 10],
      ],
      { positions: [0], tolerance: 0 },
    );
    expect(swept).toEqual({
      matrix: [
        [-0.25, 1.5],
        [1.5, 1],
      ],
      dependent: [],
    });
  });

  it("on every position gives minus the inverse", () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const swept = sweepMatrix(matrix, { positions: all(matrix), tolerance: 1e-12 });
        const inverse = swept.matrix.map((row) => row.map((value) => -value));
        expect(swept.dependent).toEqual([]);
        expectMatrix(multiply(matrix, inverse), unit(matrix.length));
      }),
    );
  });

  it("stays symmetric, in any order of positions", () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const forward = sweepMatrix(matrix, { positions: all(matrix), tolerance: 1e-12 }).matrix;
        const back = sweepMatrix(matrix, { positions: all(matrix).toReversed(), tolerance: 1e-12 });
        expectMatrix(forward, back.matrix);
        expectMatrix(
          forward,
          forward.map((row, i) => row.map((_, j) => forward[j]![i]!)),
        );
      }),
    );
  });

  it("names the position that those before it determine, and goes on without it", () => {
    // The second is twice the first, the fourth the sum of first and third.
    const columns = [
      [1, 2, 0, 1],
      [2, 4, 1, 3],
      [0, 0, 3, 3],
      [1, 2, 5, 6],
    ];
    const products = all(columns).map((i) =>
      all(columns).map((j) => columns.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
    );
    const swept = sweepMatrix(products, { positions: [0, 1, 2, 3], tolerance: 1e-10 });
    expect(swept.dependent).toEqual([1, 3]);
    // Coefficients of the dependent ones on those kept: how they are made up.
    expectMatrix([[swept.matrix[1]![0]!, swept.matrix[1]![2]!]], [[2, 0]]);
    expectMatrix([[swept.matrix[3]![0]!, swept.matrix[3]![2]!]], [[1, 1]]);
  });

  it("judges a pivot in the unit of its own diagonal", () => {
    const options = { positions: [0, 1], tolerance: 1e-6 };
    expect(
      sweepMatrix(
        [
          [1, 0],
          [0, 1e-12],
        ],
        options,
      ).dependent,
    ).toEqual([]);
    expect(
      sweepMatrix(
        [
          [1, 1e-6],
          [1e-6, 1e-12],
        ],
        options,
      ).dependent,
    ).toEqual([1]);
    expect(
      sweepMatrix(
        [
          [0, 0],
          [0, 1],
        ],
        options,
      ).dependent,
    ).toEqual([0]);
  });

  it("leaves the matrix given as it was", () => {
    const matrix = [
      [2, 1],
      [1, 2],
    ];
    sweepMatrix(matrix, { positions: [0, 1], tolerance: 0 });
    symmetricEigen(matrix);
    expect(matrix).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });
});

describe("eigenvalues and eigenvectors", () => {
  it("by hand: [[2, 1], [1, 2]] has 1 and 3", () => {
    const { values, vectors } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(values.toSorted((a, b) => a - b).map((value) => value.toFixed(14))).toEqual([
      "1.00000000000000",
      "3.00000000000000",
    ]);
    for (const vector of vectors) expect(Math.abs(vector[0]!)).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it("the second difference matrix has 2 - 2 cos(kπ/(n+1))", () => {
    const size = 30;
    const matrix = unit(size).map((row, i) =>
      row.map((_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    const values = symmetricEigen(matrix).values.toSorted((a, b) => a - b);
    values.forEach((value, k) => {
      expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / (size + 1)), 13);
    });
  });

  it("put together give the matrix again, and the vectors are at right angles", () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix);
        const scaled = vectors.map((vector, k) => vector.map((value) => value * values[k]!));
        const transposed = vectors.map((_, i) => vectors.map((vector) => vector[i]!));
        expectMatrix(multiply(transposed, scaled), matrix);
        expectMatrix(multiply(vectors, transposed), unit(matrix.length));
      }),
    );
  });

  it("takes equal eigenvalues, zero and a single number", () => {
    expect(symmetricEigen(unit(4)).values).toEqual([1, 1, 1, 1]);
    expect(symmetricEigen([[7]])).toEqual({ values: [7], vectors: [[1]] });
    expect(
      symmetricEigen([
        [1, 1],
        [1, 1],
      ]).values.toSorted()[0],
    ).toBeCloseTo(0, 15);
  });
});
