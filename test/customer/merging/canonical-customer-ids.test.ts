import fc from "fast-check";
import { canonicalCustomerIds, customerId, type AliasedCustomer } from "goodwill/customer";
import { describe, expect, it } from "vitest";

function customer(id: string, ...aliases: string[]): AliasedCustomer {
  return { customer: { id: customerId(id) }, aliases: aliases.map(customerId) };
}

describe("which id stands", () => {
  it("CUS-2: chains are followed to the end, in any order", () => {
    const merged = [customer("A", "B"), customer("C", "A"), customer("D", "C")];
    const expected = { A: "D", B: "D", C: "D", D: "D" };
    expect(canonicalCustomerIds(merged)).toEqual({ ids: expected, conflicts: [] });
    expect(canonicalCustomerIds(merged.toReversed()).ids).toEqual(expected);
  });

  it("CUS-2: an id claimed by an earlier and a later merge of one customer is no conflict", () => {
    const merged = [customer("M-1", "A", "B"), customer("M-2", "A", "B", "C", "M-1")];
    expect(canonicalCustomerIds(merged)).toEqual({
      ids: { A: "M-2", B: "M-2", C: "M-2", "M-1": "M-2", "M-2": "M-2" },
      conflicts: [],
    });
  });

  it("CUS-2: an id that two customers claim stands for none, nor does what leads to it alone", () => {
    const merged = [customer("A", "X"), customer("B", "X"), customer("X", "Y")];
    expect(canonicalCustomerIds(merged)).toEqual({
      ids: { A: "A", B: "B" },
      conflicts: [
        { alias: "X", claimedBy: ["A", "B"] },
        { alias: "Y", claimedBy: ["X"] },
      ],
    });
  });

  it("CUS-2: ids in a circle stand for none", () => {
    const { ids, conflicts } = canonicalCustomerIds([
      customer("A", "B"),
      customer("B", "A"),
      customer("C", "B"),
    ]);
    expect(ids).toEqual({ C: "C" });
    expect(conflicts.map(({ alias }) => alias)).toEqual(["A", "B"]);
  });

  it("an alias of itself and an id named twice change nothing; nothing gives nothing", () => {
    expect(canonicalCustomerIds([customer("A", "A", "B"), customer("A", "B")]).ids).toEqual({
      A: "A",
      B: "A",
    });
    expect(canonicalCustomerIds([])).toEqual({ ids: {}, conflicts: [] });
    const odd = canonicalCustomerIds([customer("__proto__", "constructor")]).ids;
    expect(Object.keys(odd)).toEqual(["__proto__", "constructor"]);
    const { ids } = canonicalCustomerIds([customer("A", "B")]);
    expect([ids["constructor"], ids["toString"], ids["__proto__"]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(JSON.parse(JSON.stringify(ids))).toEqual({ A: "A", B: "A" });
  });

  it("every id is settled or a conflict, and a settled one stands for itself", () => {
    const id = fc.constantFrom("A", "B", "C", "D", "E");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(id, fc.array(id, { maxLength: 3 })), { maxLength: 6 }),
        (all) => {
          const merged = all.map(([one, aliases]) => customer(one, ...aliases));
          const { ids, conflicts } = canonicalCustomerIds(merged);
          const known = new Set(all.flatMap(([one, aliases]) => [one, ...aliases]));
          const settled = Object.keys(ids);
          expect(new Set([...settled, ...conflicts.map(({ alias }) => alias)])).toEqual(known);
          expect(settled.length + conflicts.length).toBe(known.size);
          for (const standing of Object.values(ids)) expect(ids[standing]).toBe(standing);
        },
      ),
    );
  });
});
