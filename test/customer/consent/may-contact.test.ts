import fc from "fast-check";
import {
  contactPermission,
  CUSTOMER_SENTENCES,
  customerId,
  DEFAULT_CONTACT_POLICY,
  mayContact,
  type ContactDecision,
  type ContactPolicy,
  type Customer,
  type MayContactOptions,
  type Suppression,
} from "goodwill/customer";
import { explain, instant, plainDate, timeZone, type Instant } from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  ANN,
  ann,
  anyFile,
  anyMoment,
  anyWithdrawal,
  anyWord,
  codes,
  hour,
  STRICT,
  word,
} from "./samples.js";

const question = { purpose: "newsletter", channel: "email", asOf: hour(100) } as const;
const granted = ann({ consents: [word("granted", hour(1))] });

function ask(customer: Customer, rest: Partial<MayContactOptions> = {}): ContactDecision {
  return mayContact(customer, { ...question, ...rest });
}

function yes(decision: ContactDecision): readonly [string, string] | "no" {
  return decision.allowed ? [decision.contactPoint, decision.basis] : "no";
}

describe("consent", () => {
  it("CUS-6: without consent no promotion goes out; with it the ground and the contact point are named", () => {
    expect(ask(ann())).toEqual({
      allowed: false,
      reasons: [{ code: "consent-none", params: { purpose: "newsletter", channel: "email" } }],
    });
    expect(ask(granted)).toEqual({
      allowed: true,
      contactPoint: "e1",
      basis: "consent",
      reasons: [
        {
          code: "consent-granted",
          params: {
            basis: "consent",
            purpose: "newsletter",
            channel: "email",
            at: hour(1),
            evidence: "form 3",
          },
        },
        { code: "contact-point-chosen", params: { id: "e1", preferred: false } },
      ],
    });
  });

  it("care 1: who unsubscribed since the message was planned is not written to", () => {
    const customer = ann({ consents: [word("granted", hour(1)), word("withdrawn", hour(50))] });
    expect(ask(customer, { asOf: hour(49) }).allowed).toBe(true);
    expect(codes(ask(customer, { asOf: hour(50) }))).toEqual(["consent-withdrawn"]);
  });

  it("a yes and a no have their own fields", () => {
    const decision = ask(granted);
    // @ts-expect-error -- only a yes names a contact point
    expect(decision.contactPoint).toBe("e1");
    if (decision.allowed) expectTypeOf(decision.contactPoint).toBeString();
  });
});

describe("the contact point", () => {
  const points = (...contactPoints: Customer["contactPoints"]) =>
    ann({ consents: [word("granted", hour(1))], contactPoints });
  const email = (id: string, rest: object = {}) =>
    ({ id, channel: "email", address: `${id}@example.com`, ...rest }) as const;
  const proven = { validity: { verifiedAt: hour(5) } };

  it("is the preferred one, then a proven one, then the one proven last, then by id", () => {
    const pick = (...contactPoints: Customer["contactPoints"]) =>
      yes(ask(points(...contactPoints)))[0];
    expect(pick(email("b"), email("a"))).toBe("a");
    expect(pick(email("a"), email("b", proven))).toBe("b");
    expect(pick(email("a", proven), email("b", { validity: { verifiedAt: hour(6) } }))).toBe("b");
    expect(pick(email("a", proven), email("b", { preferred: true }))).toBe("b");
    expect(pick(email("a", proven), email("b", { validity: { verifiedAt: hour(600) } }))).toBe("a");
  });

  it("that has failed, does not hold yet or no longer, is not used", () => {
    const cases = [
      [{ failedAt: hour(50) }, "contact-point-failed"],
      [{ failedAt: hour(50), verifiedAt: hour(40) }, "contact-point-failed"],
      [{ from: plainDate("2026-01-06") }, "contact-point-not-yet"],
      [{ through: plainDate("2026-01-04") }, "contact-point-expired"],
    ] as const;
    for (const [validity, code] of cases) {
      expect(codes(ask(points(email("a", { validity }))))).toEqual([code]);
      expect(yes(ask(points(email("a", { validity, preferred: true }), email("b"))))).toEqual([
        "b",
        "consent",
      ]);
    }
    expect(
      ask(points(email("a", { validity: { failedAt: hour(50), verifiedAt: hour(51) } }))).allowed,
    ).toBe(true);
    expect(ask(points(email("a", { validity: { failedAt: hour(101) } }))).allowed).toBe(true);
  });

  it("its days are those of the customer's zone", () => {
    const through = plainDate("2026-01-01");
    const asOf = instant("2026-01-01T20:00:00Z");
    const customer = points(email("a", { validity: { through } }));
    expect(ask(customer, { asOf }).allowed).toBe(true);
    expect(ask({ ...customer, timeZone: timeZone("Asia/Shanghai") }, { asOf }).allowed).toBe(false);
  });

  it("a text message may go to a telephone number, a call not to a number for texts", () => {
    const sms = [word("granted", hour(1), { channel: "sms" })];
    expect(yes(ask(ann({ consents: sms }), { channel: "sms" }))).toEqual(["p1", "consent"]);
    const calls = ann({
      consents: [word("granted", hour(1), { channel: "phone" })],
      contactPoints: [{ id: "s1", channel: "sms", address: "+4930123456" }],
    });
    expect(codes(ask(calls, { channel: "phone" }))).toEqual(["no-contact-point"]);
  });

  it("one that was withdrawn is passed over for another", () => {
    const consents = [word("granted", hour(1)), word("withdrawn", hour(2), { contactPoint: "e1" })];
    expect(yes(ask(ann({ consents })))).toEqual(["e2", "consent"]);
    expect(codes(ask(ann({ consents }), { contactPoint: "e1" }))).toEqual(["consent-withdrawn"]);
  });

  it("may be asked for; an unknown one, or one of another channel, is a no", () => {
    expect(yes(ask(granted, { contactPoint: "e2" }))).toEqual(["e2", "consent"]);
    expect(codes(ask(granted, { contactPoint: "e9" }))).toEqual(["contact-point-unknown"]);
    expect(codes(ask(granted, { contactPoint: "p1" }))).toEqual(["contact-point-other-channel"]);
    expect(codes(ask(ann(), { channel: "post" }))).toEqual(["no-contact-point", "consent-none"]);
  });

  it("CUS-5: a key person's is used when asked for, while the person is in position", () => {
    const person = {
      id: "k1",
      name: "Bo Lin",
      position: "head of purchasing",
      influence: ["decides"],
      contactPoints: [email("k")],
      through: plainDate("2026-01-03"),
    } as const;
    const customer: Customer = { ...granted, kind: "organisation", keyPersons: [person] };
    expect(codes(ask(customer, { contactPoint: "k" }))).toEqual(["contact-person-not-in-position"]);
    expect(yes(ask(customer, { contactPoint: "k", asOf: hour(70) }))).toEqual(["k", "consent"]);
    expect(yes(ask(customer, { asOf: hour(70) }))).toEqual(["e1", "consent"]);
  });
});

describe("suppression", () => {
  const suppressed = (suppression: Partial<Suppression> & Pick<Suppression, "kind">) =>
    ann({ consents: granted.consents, suppressions: [{ at: hour(50), ...suppression }] });
  const policy: ContactPolicy = {
    ...DEFAULT_CONTACT_POLICY,
    purposes: {
      delivery: { messageClass: "transactional" },
      recall: { messageClass: "legal-notice" },
    },
  };

  it.each([
    ["bounced", false, false, false],
    ["complained", false, true, true],
    ["deceased", false, false, true],
    ["minor", false, true, true],
    ["legal-hold", false, false, true],
    ["do-not-contact", false, false, true],
  ] as const)(
    "%s: by default promotion %s, transactions %s, legal notices %s",
    (kind, ...expected) => {
      const customer = suppressed({ kind });
      const purposes = ["newsletter", "delivery", "recall"];
      const allowed = purposes.map((purpose) => ask(customer, { purpose, policy }).allowed);
      expect(allowed).toEqual(expected);
      expect(ask(customer).reasons[0]).toEqual({
        code: `suppressed-${kind}`,
        params: { kind, at: hour(50), channel: "email" },
      });
    },
  );

  it("holds from its moment to its end, on its channel, for its contact point", () => {
    expect(ask(suppressed({ kind: "complained" }), { asOf: hour(49) }).allowed).toBe(true);
    expect(ask(suppressed({ kind: "complained", until: hour(100) })).allowed).toBe(true);
    expect(ask(suppressed({ kind: "complained", until: hour(101) })).allowed).toBe(false);
    expect(ask(suppressed({ kind: "complained", channel: "sms" })).allowed).toBe(true);
    expect(ask(suppressed({ kind: "complained", channel: "email" })).allowed).toBe(false);
    expect(yes(ask(suppressed({ kind: "bounced", contactPoint: "e1" })))).toEqual([
      "e2",
      "consent",
    ]);
    expect(ask(suppressed({ kind: "complained", recordedAt: hour(101) })).allowed).toBe(true);
  });

  it("of a contact point closes every contact point of the same address", () => {
    const customer = ann({
      consents: granted.consents,
      contactPoints: [
        { id: "e1", channel: "email", address: "ann@example.com" },
        { id: "e3", channel: "email", address: "ann@example.com" },
      ],
      suppressions: [{ kind: "bounced", at: hour(5), contactPoint: "e1" }],
    });
    expect(codes(ask(customer))).toEqual(["suppressed-bounced", "suppressed-bounced"]);
  });

  it("what it stops is the policy's", () => {
    const lenient = { ...policy, suppressions: { ...policy.suppressions, complained: [] } };
    expect(ask(suppressed({ kind: "complained" }), { policy: lenient }).allowed).toBe(true);
  });

  it("of unknown kind, or of a time that cannot be read, stops", () => {
    const odd = suppressed({ kind: "frozen" as Suppression["kind"] });
    expect(codes(ask(odd, { purpose: "recall", policy }))).toEqual(["suppressed-unreadable"]);
    expect(ask(suppressed({ kind: "complained", at: "x" as Instant })).allowed).toBe(false);
    expect(ask(suppressed({ kind: "complained", until: "0" as Instant })).allowed).toBe(false);
  });
});

describe("minors", () => {
  const born = (year: number | undefined, day = 14): Customer =>
    ann({
      consents: granted.consents,
      birthday: { calendar: "gregorian", month: 1, day, ...(year !== undefined && { year }) },
    });

  it("are told by the birthday on record, to the day of the customer's zone", () => {
    const eve = instant("2026-01-13T23:30:00Z");
    expect(codes(ask(born(2008), { asOf: eve }))).toEqual(["minor-by-birthday"]);
    expect(ask({ ...born(2008), timeZone: timeZone("Europe/Berlin") }, { asOf: eve }).allowed).toBe(
      true,
    );
    expect(ask(born(2007), { asOf: eve }).allowed).toBe(true);
    expect(ask({ ...born(2008), kind: "organisation" }, { asOf: eve }).allowed).toBe(true);
    const nowhere = { ...born(2008), timeZone: "Mars/Base" as Customer["timeZone"] & string };
    expect(ask(nowhere, { asOf: instant("2026-01-14T10:00:00Z") }).allowed).toBe(false);
    expect(ask(nowhere, { asOf: instant("2026-01-14T12:00:00Z") }).allowed).toBe(true);
  });

  it("an unknown age stops nothing unless the policy says so", () => {
    const minority = { ...DEFAULT_CONTACT_POLICY.minority, unknownIsMinor: true };
    const policy = { ...DEFAULT_CONTACT_POLICY, minority };
    expect(ask(born(undefined)).allowed).toBe(true);
    expect(codes(ask(born(undefined), { policy }))).toEqual(["age-unknown"]);
    expect(codes(ask(granted, { policy }))).toEqual(["age-unknown"]);
  });

  it("get what is no promotion", () => {
    const otherwise = { messageClass: "transactional" } as const;
    expect(ask(born(2020), { policy: { ...DEFAULT_CONTACT_POLICY, otherwise } }).allowed).toBe(
      true,
    );
  });
});

describe("a no", () => {
  it("comes with everything that stands against it, the first decisive", () => {
    const customer = ann({
      birthday: { calendar: "gregorian", month: 1, day: 14, year: 2015 },
      consents: [
        word("granted", hour(1)),
        word("withdrawn", hour(2), { contactPoint: "e2" }),
        word("withdrawn", hour(3)),
      ],
      suppressions: [
        { kind: "complained", at: hour(9) },
        { kind: "deceased", at: hour(50) },
        { kind: "bounced", at: hour(9), contactPoint: "e1" },
      ],
    });
    expect(codes(ask(customer))).toEqual([
      "suppressed-deceased",
      "suppressed-complained",
      "minor-by-birthday",
      "suppressed-bounced",
      "consent-withdrawn",
    ]);
  });

  it("care 2, 4: an unknown zone is one no with its reason, and only where a day matters", () => {
    const zoneless = { ...granted, timeZone: "Mars/Base" as Customer["timeZone"] & string };
    expect(ask(zoneless).allowed).toBe(true);
    const [first] = granted.contactPoints;
    const validity = { through: plainDate("2030-12-31") };
    expect(codes(ask({ ...zoneless, contactPoints: [{ ...first!, validity }] }))).toEqual([
      "contact-time-zone-unknown",
    ]);
  });

  it("is the answer about an address or a day that cannot be read", () => {
    const [first] = granted.contactPoints;
    const broken = [
      { ...first!, address: "" },
      { ...first!, validity: { from: "2026-02-30" as ReturnType<typeof plainDate> } },
      { ...first!, validity: { failedAt: "x" as Instant } },
    ];
    for (const point of broken) {
      expect(codes(ask({ ...granted, contactPoints: [point] }))).toEqual([
        "contact-point-unreadable",
      ]);
    }
  });

  it("is the answer about any record that cannot be read; nothing is thrown", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, inner) => {
        const broken = [
          value,
          { ...granted, consents: value },
          { ...granted, contactPoints: [value] },
        ];
        const bits = {
          birthday: value,
          suppressions: [inner],
          consents: [inner],
          keyPersons: value,
        };
        for (const record of [...broken, { ...ann(), ...bits }]) {
          const decision = ask(record as unknown as Customer, { contactPoint: "e1" });
          for (const reason of decision.reasons) {
            expect(explain(reason, CUSTOMER_SENTENCES)).not.toBe("");
          }
          expect(
            ask(record as unknown as Customer, { bases: [value as never] }).reasons,
          ).not.toEqual([]);
        }
      }),
    );
    expect(codes(ask(undefined as unknown as Customer))).toEqual(["record-unreadable"]);
  });

  it("a broken question throws before any customer is looked at", () => {
    expect(() => contactPermission({ ...question, asOf: "now" as Instant })).toThrow(RangeError);
    const existingCustomer = { ...STRICT.existingCustomer!, withinMonths: 0 };
    expect(() =>
      contactPermission({ ...question, policy: { ...STRICT, existingCustomer } }),
    ).toThrow("withinMonths must be a whole number of at least 1, got 0");
  });
});

describe("whatever is on file", () => {
  const scope = fc.record({
    policy: fc.constantFrom(DEFAULT_CONTACT_POLICY, STRICT),
    asOf: anyMoment,
    channel: fc.constantFrom("email" as const, "sms" as const),
  });

  it("one more withdrawal never turns no into yes", () => {
    fc.assert(
      fc.property(
        anyFile,
        anyWithdrawal,
        scope,
        ({ consents, suppressions, ...facts }, more, about) => {
          const options = { ...question, ...facts, ...about };
          fc.pre(!mayContact(ann({ consents, suppressions }), options).allowed);
          const after = ann({ consents: [...consents, more], suppressions });
          expect(mayContact(after, options).allowed).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("facts after the moment asked about never matter", () => {
    fc.assert(
      fc.property(anyFile, scope, ({ consents, suppressions, bases, purchases }, about) => {
        const isKnown = (at: Instant, recordedAt: Instant = at) =>
          at <= about.asOf && recordedAt <= about.asOf;
        const options = { ...question, ...about };
        const all = mayContact(ann({ consents, suppressions }), { ...options, bases, purchases });
        const known = mayContact(
          ann({
            consents: consents.filter(({ at, recordedAt }) => isKnown(at, recordedAt)),
            suppressions: suppressions.filter(({ at, recordedAt }) => isKnown(at, recordedAt)),
          }),
          {
            ...options,
            bases: bases
              .filter(({ from, objectedAt = from }) => isKnown(from) || isKnown(objectedAt))
              .map(({ objectedAt, ...basis }) =>
                objectedAt !== undefined && isKnown(objectedAt) ? { ...basis, objectedAt } : basis,
              ),
            purchases: purchases.filter(({ at }) => isKnown(at)),
          },
        );
        expect(known.allowed).toBe(all.allowed);
        if (all.allowed) expect(known).toEqual(all);
      }),
      { numRuns: 500 },
    );
  });

  it("the order of words, suppressions, bases and contact points never matters", () => {
    fc.assert(
      fc.property(anyFile, scope, (file, about) => {
        const options = { ...question, ...about };
        const { consents, suppressions, bases, purchases } = file;
        const forth = mayContact(ann({ consents, suppressions }), { ...options, bases, purchases });
        const back = mayContact(
          ann({
            consents: consents.toReversed(),
            suppressions: suppressions.toReversed(),
            contactPoints: ann().contactPoints.toReversed(),
          }),
          { ...options, bases: bases.toReversed(), purchases: purchases.toReversed() },
        );
        expect(back).toEqual(forth);
      }),
      { numRuns: 500 },
    );
  });

  it("a yes names its ground in its first reason, a no has a reason, and every reason can be said", () => {
    fc.assert(
      fc.property(anyFile, scope, ({ consents, suppressions, ...facts }, about) => {
        const decision = mayContact(ann({ consents, suppressions }), {
          ...question,
          ...facts,
          ...about,
        });
        expect(decision.reasons.length).toBeGreaterThan(0);
        if (decision.allowed) {
          expect(decision.reasons[0]?.params["basis"]).toBe(decision.basis);
          expect(decision.reasons[1]?.params["id"]).toBe(decision.contactPoint);
        }
        for (const reason of decision.reasons) {
          expect(explain(reason, CUSTOMER_SENTENCES)).toMatch(/\.$/);
        }
        expect(decision).toEqual(JSON.parse(JSON.stringify(decision)));
      }),
      { numRuns: 500 },
    );
  });

  it("a question put once answers as one put each time, and leaves the record as it was", () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 6 }), scope, (consents, about) => {
        const options = { ...question, ...about };
        const customer = Object.freeze(ann({ consents: Object.freeze(consents) }));
        expect(contactPermission(options)(customer)).toEqual(mayContact(customer, options));
        expect(contactPermission(options)(customer, { bases: [] })).toEqual(
          mayContact({ ...customer, id: customerId(ANN) }, options),
        );
      }),
    );
  });
});
