import fc from "fast-check";
import type {
  SelectionCustomer,
  SelectionOption,
  SelectionUse,
} from "../../../src/care/selection/selection-problem.js";

/** Customers and what they share. */
export interface Sample {
  readonly customers: readonly SelectionCustomer[];
  readonly shared: readonly number[];
}

/** How large a sample may be. */
export interface SampleSize {
  readonly customers: number;
  readonly slots: number;
  readonly options: number;
}

const OWN = 3;
const SHARED = 4;

function uses(count: number, most: number): fc.Arbitrary<SelectionUse[]> {
  return fc.array(
    fc.record({ resource: fc.nat(count - 1), amount: fc.integer({ min: 0, max: most }) }),
    { maxLength: 3 },
  );
}

/** An option that costs something, most of the time; effects repeat, and now and then are 0 or fractions. */
function option(): fc.Arbitrary<SelectionOption> {
  const plain = fc.record({
    effect: fc.oneof(fc.nat(6), fc.constantFrom(0.1, 0.2, 0.3, 2.5)),
    own: uses(OWN, 3),
    shared: uses(SHARED, 4),
  });
  return fc.oneof(
    plain,
    fc
      .tuple(plain, fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 2 }))
      .map(([rest, days]) => ({ ...rest, days })),
  );
}

/** One action that may be done in one of several weeks: all the same, but for the day and who has time. */
function placements(): fc.Arbitrary<SelectionOption[]> {
  return fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(3)).map(([effect, cost]) =>
    [1, 2, 3].map((week) => ({
      effect,
      days: [week * 3],
      own: [],
      shared: [
        { resource: 0, amount: cost },
        { resource: week, amount: 1 },
      ],
    })),
  );
}

/** Any customers under any limits. */
export function samples(size: SampleSize): fc.Arbitrary<Sample> {
  const slot = fc.oneof(
    { weight: 4, arbitrary: fc.array(option(), { maxLength: size.options }) },
    { weight: 1, arbitrary: placements() },
  );
  const customer = fc.record({
    slots: fc.array(slot, { maxLength: size.slots }),
    own: fc.array(fc.integer({ min: -1, max: 6 }), { minLength: OWN, maxLength: OWN }),
    spacingDays: fc.constantFrom(0, 0, 1, 3, 5),
    pastDays: fc.array(fc.integer({ min: -3, max: 4 }), { maxLength: 1 }),
  });
  const limit = fc.oneof(fc.nat(4 * size.customers), fc.constantFrom(0, Infinity));
  return fc.record({
    customers: fc.array(customer, { maxLength: size.customers }),
    shared: fc.array(limit, { minLength: SHARED, maxLength: SHARED }),
  });
}
