import fc from "fast-check";
import type { Improvement, ImprovementGoal } from "goodwill/experience";

/** The factors of the samples. */
export const FACTORS = ["product", "service", "price"];
const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((value) => value / 10);

/** Candidates, what they are measured by, and a budget. */
export interface Sample extends ImprovementGoal {
  readonly candidates: readonly Improvement[];
  readonly budget: number;
}

/** Samples of up to so many candidates: several factors each, harm, exclusions, and budgets that bind and that do not. */
export function samples(maxLength: number): fc.Arbitrary<Sample> {
  const byFactor = (values: fc.Arbitrary<number>): fc.Arbitrary<Record<string, number>> =>
    fc.record(Object.fromEntries(FACTORS.map((factor) => [factor, values])));
  const effects = fc.dictionary(
    fc.constantFrom(...FACTORS),
    fc.oneof(tenths(0, 30), tenths(-15, 30)),
    {
      maxKeys: 3,
    },
  );
  const candidates = fc
    .array(
      fc.record({
        cost: fc.oneof(
          fc.integer({ min: 0, max: 20 }),
          fc.integer({ min: 0, max: 2000 }).map((c) => c / 100),
        ),
        effects,
        excluded: fc.array(fc.nat(maxLength - 1), { maxLength: 2 }),
      }),
      { maxLength },
    )
    .map((rows) =>
      rows.map(({ cost, effects: points, excluded }, i) => ({
        id: `c${i}`,
        cost,
        effects: points,
        excludes: excluded.filter((j) => j !== i && j < rows.length).map((j) => `c${j}`),
      })),
    );
  return fc.record({
    candidates,
    importance: byFactor(tenths(0, 100)),
    shortfall: byFactor(tenths(0, 50)),
    budget: fc.integer({ min: 0, max: 8000 }).map((cents) => cents / 100),
  });
}
