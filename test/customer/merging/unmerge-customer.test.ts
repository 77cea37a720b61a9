import fc from "fast-check";
import {
  customerId,
  mergeCustomers,
  unmergeCustomer,
  type CustomerRecord,
  type MergeCustomersOptions,
  type MergedCustomer,
} from "goodwill/customer";
import { describe, expect, it } from "vitest";
import { anyRecord, day, record } from "./record-samples.js";

function merge(
  records: readonly CustomerRecord[],
  options?: MergeCustomersOptions,
): MergedCustomer {
  const result = mergeCustomers(records, options);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const kept = (name: string, customer: string): CustomerRecord =>
  record(name, { customer: customerId(customer) });

describe("taking a customer apart", () => {
  it("CUS-2: restores the records, and merges both sides as if they had never been one", () => {
    const key = ({ source, recordId }: CustomerRecord): string => `${source} ${recordId}`;
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 2, maxLength: 6 }),
        fc.array(anyRecord, { minLength: 1, maxLength: 3 }),
        (left, right) => {
          const names = new Set(left.map(key));
          const others = right.filter((one) => !names.has(key(one)));
          fc.pre(others.length > 0);
          const apart = unmergeCustomer(merge([...left, ...others], { id: customerId("M") }), {
            records: others.map(({ source, recordId }) => ({ source, recordId })),
            id: customerId("N"),
          });
          if (!apart.ok) throw new Error(apart.error.code);
          const alone = merge(left, { id: customerId("M") });
          expect({ ...apart.value.kept, aliases: [] }).toEqual({ ...alone, aliases: [] });
          expect(apart.value.separated.records).toEqual(merge(others).records);
          expect(apart.value.separated.customer).toEqual(
            merge(others, { id: customerId("N") }).customer,
          );
          // No id means both.
          const ids = [apart.value.kept, apart.value.separated].flatMap(({ customer, aliases }) => [
            customer.id,
            ...aliases,
          ]);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });

  it("CUS-2: all versions of a record go together", () => {
    const merged = merge([
      record("crm 1"),
      record("shop 1"),
      record("shop 1", { at: day("2026-01-01") }),
    ]);
    const apart = unmergeCustomer(merged, { records: [{ source: "shop", recordId: "1" }] });
    expect(apart.ok && apart.value.separated.records).toHaveLength(2);
  });

  it("CUS-2: each id goes with the records kept under it, former ids stay", () => {
    const merged = merge([kept("crm 1", "A"), kept("shop 1", "B"), kept("club 1", "C")], {
      id: customerId("M"),
      formerIds: [customerId("OLD")],
    });
    const apart = unmergeCustomer(merged, { records: [{ source: "shop", recordId: "1" }] });
    if (!apart.ok) throw new Error(apart.error.code);
    expect([apart.value.kept.customer.id, apart.value.kept.aliases]).toEqual([
      "M",
      ["A", "C", "OLD"],
    ]);
    expect([apart.value.separated.customer.id, apart.value.separated.aliases]).toEqual(["B", []]);
  });

  it("CUS-2: an id that only the records taken out were kept under goes with them", () => {
    const merged = merge([kept("crm 1", "A"), kept("shop 1", "B")]);
    expect(merged.customer.id).toBe("A");
    const apart = unmergeCustomer(merged, { records: [{ source: "crm", recordId: "1" }] });
    if (!apart.ok) throw new Error(apart.error.code);
    expect([apart.value.kept.customer.id, apart.value.kept.aliases]).toEqual(["B", []]);
    expect([apart.value.separated.customer.id, apart.value.separated.aliases]).toEqual(["A", []]);
  });

  it("CUS-2: where both sides would have one id, another one is asked for, and the shared one stays", () => {
    const merged = merge([kept("crm 1", "A"), kept("shop 1", "A")]);
    const records = [{ source: "shop", recordId: "1" }];
    expect(unmergeCustomer(merged, { records })).toEqual({
      ok: false,
      error: { code: "id-needed", id: "A" },
    });
    const apart = unmergeCustomer(merged, { records, id: customerId("N") });
    expect(apart.ok && apart.value.kept.customer.id).toBe("A");
    expect(apart.ok && apart.value.separated.aliases).toEqual([]);
  });

  it("CUS-2: an id of records on both sides stays with the customer", () => {
    const merged = merge([kept("crm 1", "B"), kept("shop 1", "B"), kept("club 1", "A")], {
      id: customerId("B"),
    });
    const records = [{ source: "shop", recordId: "1" }];
    const apart = unmergeCustomer(merged, { records, id: customerId("N") });
    if (!apart.ok) throw new Error(apart.error.code);
    expect([apart.value.kept.customer.id, apart.value.kept.aliases]).toEqual(["B", ["A"]]);
  });

  it("CUS-2: unknown records and all records are refused", () => {
    const merged = merge([record("crm 1"), record("shop 1")]);
    const unknown = { source: "shop", recordId: "2" };
    expect(unmergeCustomer(merged, { records: [unknown] })).toEqual({
      ok: false,
      error: { code: "records-unknown", records: [unknown] },
    });
    expect(unmergeCustomer(merged, { records: merged.records })).toEqual({
      ok: false,
      error: { code: "nothing-left", records: 2 },
    });
    expect(() => unmergeCustomer(merged, { records: [] })).toThrow(RangeError);
  });

  it("CUS-1: a side without a name is refused with its reason", () => {
    const merged = merge([
      record("crm 1"),
      { source: "shop", recordId: "1", at: day("2025-01-01"), fields: { kind: "person" } },
    ]);
    for (const source of ["crm", "shop"]) {
      expect(unmergeCustomer(merged, { records: [{ source, recordId: "1" }] })).toEqual({
        ok: false,
        error: { code: "field-unknown", field: "name" },
      });
    }
  });
});
