import { createHash } from "node:crypto";
import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { describe, expect, test } from "vitest";
import { inControlGroup, splitByControlGroup } from "../../../src/care/review/control-group.js";

const IDS = Array.from({ length: 4000 }, (_, index) => customerId(`customer-${String(index)}`));

const LETTERS = fc.constantFrom("a", "7", '"', "\u00e9", "\u6708", "\u{1f96e}", "\ud800", "\0");

/** The number of a customer between 0 and 1, computed by Node's own hash. */
function placeOf(customer: string, campaign: string, salt = ""): number {
  const text = JSON.stringify([salt, campaign, customer]);
  return createHash("sha256").update(text, "utf8").digest().readUIntBE(0, 6) / 2 ** 48;
}

describe("the control group of a campaign", () => {
  test("CARE-10: it is decided by 48 bits of SHA-256, for letters of every kind", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: LETTERS }),
        fc.string({ minLength: 1, unit: LETTERS }),
        fc.string({ unit: LETTERS }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (customer, campaign, salt, share) => {
          const group = { campaign, share, salt };
          expect(inControlGroup(customerId(customer), group)).toBe(
            placeOf(customerId(customer), campaign, salt) < share,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  test("CARE-10: hashes are spread evenly: chi-square over 10 classes of 4,000 customers", () => {
    const shares = Array.from({ length: 9 }, (_, index) => (index + 1) / 10);
    const sizes = shares.map(
      (share) => splitByControlGroup(IDS, { campaign: "spring", share }).control.length,
    );
    const counts = [...sizes, IDS.length].map((size, index) => size - (sizes[index - 1] ?? 0));
    const expected = IDS.length / 10;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // The 0.999 quantile of chi-square with 9 degrees of freedom (NIST handbook, table 1.3.6.7.4).
    expect(chiSquare).toBeLessThan(27.88);
    expect(chiSquare).toBeGreaterThan(0.5);
  });

  test("CARE-10: two campaigns have independent groups, and so have two salts (care 9)", () => {
    const groups = [
      { campaign: "spring", share: 0.3 },
      { campaign: "autumn", share: 0.3 },
      { campaign: "spring", share: 0.3, salt: "ours" },
    ];
    const members = groups.map((group) => new Set(splitByControlGroup(IDS, group).control));
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const both = IDS.filter((id) => members[a]!.has(id) && members[b]!.has(id)).length;
      // Independent groups share 0.3 x 0.3 of all; four standard deviations to each side.
      expect(Math.abs(both - 0.09 * IDS.length)).toBeLessThan(
        4 * Math.sqrt(IDS.length * 0.09 * 0.91),
      );
    }
  });

  test("CARE-10: a larger share keeps everybody who was in, and 0 has nobody", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (a, b) => {
          const some = IDS.slice(0, 100);
          const heldOut = (share: number) =>
            new Set(splitByControlGroup(some, { campaign: "spring", share }).control);
          const large = heldOut(Math.max(a, b));
          expect([...heldOut(Math.min(a, b))].filter((id) => !large.has(id))).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
    expect(splitByControlGroup(IDS, { campaign: "spring", share: 0 }).control).toEqual([]);
  });

  test("CARE-10: many at once are the same as one by one, in the order given", () => {
    const group = { campaign: "spring", share: 0.25, salt: "x" };
    const some = IDS.slice(0, 500);
    const { treated, control } = splitByControlGroup(some, group);
    expect(control).toEqual(some.filter((id) => inControlGroup(id, group)));
    expect(treated).toEqual(some.filter((id) => !inControlGroup(id, group)));
  });

  test("salt, campaign and customer cannot run into one another", () => {
    const share = 0.5;
    const pairs = Array.from({ length: 40 }, (_, index) => {
      const id = String(index);
      return [
        inControlGroup(customerId(`a${id}`), { campaign: "b", share }),
        inControlGroup(customerId(id), { campaign: "ba", share }),
      ];
    });
    expect(pairs.some(([a, b]) => a !== b)).toBe(true);
  });

  test.each([-0.1, 1, Number.NaN, Infinity])("a share of %d is refused", (share) => {
    expect(() => inControlGroup(customerId("ann"), { campaign: "spring", share })).toThrow(
      `Cannot choose a control group: the share must be from 0 to below 1, got ${String(share)}`,
    );
  });

  test("a campaign or a customer without a name is refused", () => {
    expect(() => splitByControlGroup([], { campaign: " ", share: 0.1 })).toThrow(
      'Cannot choose a control group: the campaign must have a name, got " "',
    );
    expect(() => inControlGroup("" as never, { campaign: "spring", share: 0 })).toThrow(
      'Cannot choose a control group: the customer must have an id, got ""',
    );
  });
});
