import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  customerIndex,
  findCustomers,
  indexedCustomer,
} from "../../../src/value/purchase/customer-index.js";

/** What a map finds, those unknown being numbered as they come. */
function byMap(ids: readonly string[]): number[] {
  const positions = new Map<string, number>();
  return ids.map((id) => {
    if (!positions.has(id)) positions.set(id, positions.size);
    return positions.get(id)!;
  });
}

function found(known: string[], ids: readonly string[]): { positions: number[]; ids: string[] } {
  const index = customerIndex(known);
  const positions = new Int32Array(ids.length);
  findCustomers(index, { ids, length: ids.length, positions });
  expect(index.known).toBe(known.length);
  return { positions: [...positions], ids: known };
}

describe("the index of customers", () => {
  const anyId = fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom("", "__proto__", "\u0000", "\u0000\u0000", "7", "07"),
    fc.integer({ min: 0, max: 300 }).map((n) => `C-${String(n)}`),
  );

  test("finds what a map finds, one by one and many at once, whoever was known before", () => {
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 700 }), fc.nat(700), (ids, cut) => {
        const expected = byMap(ids);
        const distinct = [...new Set(ids)];
        expect(found([], ids)).toEqual({ positions: expected, ids: distinct });
        const known = [...new Set(ids.slice(0, cut))];
        expect(found(known, ids)).toEqual({ positions: expected, ids: distinct });
        const index = customerIndex([]);
        expect(ids.map((id) => indexedCustomer(index, id))).toEqual(expected);
        expect(index.ids).toEqual(distinct);
      }),
    );
  });

  test("finds a hundred thousand customers again, of whom some share a hash", () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `customer-${String(i)}`);
    const twice = [...ids, ...ids];
    expect(found([], twice).positions).toEqual(byMap(twice));
    // Of 100,000 numbers of 32 bits more than one pair is equal as a rule: the ids are compared as well.
    const { slots } = customerIndex(ids);
    const hashes = new Set<number>();
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1]! >= 0) hashes.add(slots[slot]!);
    }
    expect(hashes.size).toBeGreaterThan(99_900);
  });
});
