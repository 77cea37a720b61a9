import fc from "fast-check";
import {
  buyingCentre,
  CUSTOMER_SENTENCES,
  DEFAULT_BUYING_CENTRE_POLICY,
  type KeyPerson,
} from "goodwill/customer";
import { explain, instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { AS_OF, organisation, pastInstants } from "./samples.js";

const FRESH = { standingAt: instant("2026-01-10T00:00:00Z") };

function who(
  id: string,
  influence: KeyPerson["influence"],
  fields: Partial<KeyPerson> = {},
): KeyPerson {
  return { id, name: `Name of ${id}`, position: "manager", influence, ...fields };
}

const codesOf = (...persons: readonly KeyPerson[]): string[] =>
  buyingCentre(organisation(...persons), { asOf: AS_OF }).gaps.map(({ code }) => code);

describe("the buying centre", () => {
  it("CUS-5: says who decides, recommends, uses and blocks now", () => {
    const { influence, persons } = buyingCentre(
      organisation(
        who("wu", ["recommends", "uses"], { standing: 0.4, ...FRESH }),
        who("ott", ["decides"], { standing: 0.8, ...FRESH }),
        who("abe", ["blocks", "decides"], { standing: 0, ...FRESH }),
      ),
      { asOf: AS_OF },
    );
    expect(influence).toEqual({
      decides: ["abe", "ott"],
      recommends: ["wu"],
      uses: ["wu"],
      blocks: ["abe"],
    });
    expect(persons.map(({ person, weight }) => [person, weight])).toEqual([
      ["abe", 3],
      ["ott", 3],
      ["wu", 2],
    ]);
  });

  it("CUS-5: the standing is weighted by influence, and its trace adds up", () => {
    const { standing, knownShare, trace } = buyingCentre(
      organisation(
        who("a", ["decides"], { standing: 1, ...FRESH }),
        who("b", ["uses"], { standing: -1, ...FRESH }),
        who("c", ["recommends"]),
      ),
      { asOf: AS_OF },
    );
    // (3 x 1 + 1 x -1) / 4 by hand; 4 of 6 of the weight is known.
    expect(standing).toBe(0.5);
    expect(knownShare).toBeCloseTo(4 / 6, 15);
    expect(trace?.parts?.map(({ value }) => value)).toEqual([0.75, -0.25]);
    expect(explain(trace!, CUSTOMER_SENTENCES)).toBe(
      "Standing over 2 persons, weighted by influence: 0.5.\n" +
        "  a: 3 of 4 x standing 1 = 0.75.\n" +
        "  b: 1 of 4 x standing -1 = -0.25.",
    );
  });

  it("CUS-5: nobody known, and nobody known who decides, are gaps; who left is remembered", () => {
    const none = buyingCentre(organisation(), { asOf: AS_OF });
    expect(none.gaps).toEqual([
      { code: "key-person-none", params: { customer: "C-4", former: 0 } },
    ]);
    expect([none.standing, none.knownShare, none.trace]).toEqual([undefined, undefined, undefined]);
    const left = buyingCentre(
      organisation(
        who("gone", ["decides"], { standing: 1, ...FRESH, through: plainDate("2026-02-12") }),
        who("here", ["uses"], { standing: 1, ...FRESH }),
      ),
      { asOf: AS_OF },
    );
    expect(left.former).toEqual(["gone"]);
    expect(left.gaps.map((gap) => explain(gap, CUSTOMER_SENTENCES))).toEqual([
      "Nobody of the 1 known at C-4 decides; 1 who did have left.",
    ]);
  });

  it("CUS-5: somebody is in office from the first day to the last, both included, by the customer's calendar", () => {
    const ids = (fields: Partial<KeyPerson>, zone?: string): readonly string[] =>
      buyingCentre(organisation(who("a", ["decides"], fields)), {
        asOf: instant("2026-02-12T18:00:00Z"),
        ...(zone !== undefined && { zone: timeZone(zone) }),
      }).influence.decides;
    expect(ids({ from: plainDate("2026-02-12"), through: plainDate("2026-02-12") })).toEqual(["a"]);
    expect(ids({ from: plainDate("2026-02-13") })).toEqual([]);
    expect(ids({ from: plainDate("2026-02-13") }, "Asia/Shanghai")).toEqual(["a"]);
    expect(ids({ through: plainDate("2026-02-12") }, "Asia/Shanghai")).toEqual([]);
    const lastDay = organisation(who("a", ["decides"], { through: plainDate("2026-02-12") }));
    expect(buyingCentre(lastDay, { asOf: instant("2026-02-12T18:00:00Z") }).former).toEqual([]);
    const own = { ...organisation(who("a", ["decides"], { from: plainDate("2026-02-13") })) };
    const { influence, former } = buyingCentre(
      { ...own, timeZone: timeZone("Asia/Shanghai") },
      { asOf: instant("2026-02-12T18:00:00Z") },
    );
    expect([influence.decides, former]).toEqual([["a"], []]);
  });

  it("CUS-5: a standing unknown, undated or stale is a gap, person by person", () => {
    const stale = { standing: 0.5, standingAt: instant("2025-02-13T09:29:59.999Z") };
    const justFresh = { standing: 0.5, standingAt: instant("2025-02-13T09:30:00Z") };
    expect(
      codesOf(
        who("a", ["decides"]),
        who("b", ["uses"], { standing: 0.5 }),
        who("c", ["uses"], stale),
        who("d", ["uses"], justFresh),
        who("e", ["uses"], { standing: 0.5, standingAt: instant("2026-02-14T00:00:00Z") }),
      ),
    ).toEqual([
      "key-person-standing-unknown",
      "key-person-standing-undated",
      "key-person-standing-stale",
      "key-person-standing-unknown",
    ]);
  });

  it("CUS-5: one who decides or blocks and is against us is a gap; one who uses is not", () => {
    const bad = { standing: -0.1, ...FRESH };
    const neutral = { standing: 0, ...FRESH };
    expect(codesOf(who("a", ["decides"], neutral), who("b", ["blocks"], neutral))).toEqual([]);
    expect(
      codesOf(who("a", ["decides"], bad), who("b", ["blocks"], bad), who("c", ["uses"], bad)),
    ).toEqual(["key-person-decider-hostile", "key-person-blocker-hostile"]);
  });

  it("weights of 0 leave no standing; a policy that cannot be computed with is refused", () => {
    const policy = {
      ...DEFAULT_BUYING_CENTRE_POLICY,
      weights: { decides: 0, blocks: 0, recommends: 0, uses: 0 },
    };
    const customer = organisation(who("a", ["decides"], { standing: 1, ...FRESH }));
    const centre = buyingCentre(customer, { asOf: AS_OF, policy });
    expect([centre.standing, centre.knownShare]).toEqual([undefined, undefined]);
    for (const wrong of [
      { ...policy, weights: { ...policy.weights, uses: -1 } },
      { ...policy, weights: { ...policy.weights, uses: Number.POSITIVE_INFINITY } },
      { ...policy, standingDays: Number.NaN },
      { ...policy, badStandingBelow: 1.1 },
    ]) {
      expect(() => buyingCentre(customer, { asOf: AS_OF, policy: wrong })).toThrow(RangeError);
    }
  });

  it("the answer does not depend on the order given, and the standing lies among the standings", () => {
    const persons = fc.uniqueArray(
      fc
        .record(
          {
            id: fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4 }),
            influence: fc.subarray(["decides", "recommends", "uses", "blocks"] as const, {
              minLength: 1,
            }),
            standing: fc.double({ min: -1, max: 1, noNaN: true }),
            standingAt: pastInstants,
          },
          { requiredKeys: ["id", "influence"] },
        )
        .map(({ id, influence, ...fields }) => who(id, influence, fields)),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(persons, (given) => {
        const centre = buyingCentre(organisation(...given), { asOf: AS_OF });
        expect(buyingCentre(organisation(...given.toReversed()), { asOf: AS_OF })).toEqual(centre);
        const known = given.flatMap(({ standing }) => (standing === undefined ? [] : [standing]));
        expect(centre.standing === undefined).toBe(known.length === 0);
        if (centre.standing === undefined) return;
        expect(centre.standing).toBeGreaterThanOrEqual(Math.min(...known) - 1e-12);
        expect(centre.standing).toBeLessThanOrEqual(Math.max(...known) + 1e-12);
        const sum = centre.trace!.parts!.reduce((total, { value }) => total + value, 0);
        expect(sum).toBeCloseTo(centre.standing, 12);
      }),
    );
  });
});
