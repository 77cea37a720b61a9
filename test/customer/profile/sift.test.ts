import fc from "fast-check";
import { profileQuality, siftProfiles } from "goodwill/customer";
import { describe, expect, it } from "vitest";
import { AS_OF, person, tea } from "../record/samples.js";
import { profiles } from "./samples.js";

describe("profiles at the border", () => {
  const GOOD = { customer: person() };

  it.each([
    [{ ...GOOD, purchases: [tea({ id: "A", customer: "C-18" })] }, "purchases.0.customer"],
    [{ ...GOOD, purchases: [tea({ id: "A" }), tea({ id: "A" })] }, "purchases.1.id"],
    [{ ...GOOD, facts: [{ item: "visits", at: AS_OF }] }, "facts.0.source"],
    [{ ...GOOD, asked: [{ item: "wants", at: AS_OF, outcome: "maybe" }] }, "asked.0.outcome"],
    [{ customer: { ...person(), language: "zh_CN" } }, "customer.language"],
    [{}, "customer"],
  ])("case %#: what is wrong is handed back at its place", (row, path) => {
    const { accepted, rejected } = siftProfiles([row, GOOD]);
    expect(accepted).toEqual([GOOD]);
    expect(rejected[0]?.issues[0]?.path).toBe(path);
  });

  it("a second profile of a customer is handed back", () => {
    const { accepted, rejected } = siftProfiles([GOOD, GOOD]);
    expect(accepted).toHaveLength(1);
    expect(rejected[0]?.issues).toEqual([
      { path: "customer.id", message: '"C-17" has a profile already, at index 0' },
    ]);
  });

  it("what is accepted can be judged", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(profiles, fc.anything()), { maxLength: 4 }), (rows) => {
        const { accepted, rejected } = siftProfiles(rows);
        expect(accepted.length + rejected.length).toBe(rows.length);
        for (const profile of accepted) {
          expect(profileQuality(profile, { asOf: AS_OF }).score).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
