import {
  customerId,
  DEFAULT_CONTACT_POLICY,
  mayContact,
  type ContactPolicy,
  type LegalBasis,
  type LegalBasisKind,
  type MayContactOptions,
  type PurposeRule,
  type Customer,
} from "goodwill/customer";
import { describe, expect, it } from "vitest";
import type { Instant } from "goodwill/shared";
import { ANN, ann, codes, hour, word } from "./samples.js";

const question = { purpose: "newsletter", channel: "email", asOf: hour(100) } as const;

function withRule(rule: PurposeRule): ContactPolicy {
  return { ...DEFAULT_CONTACT_POLICY, purposes: { newsletter: rule } };
}

function basis(rest: Partial<LegalBasis> = {}): LegalBasis {
  return {
    customer: ANN,
    kind: "legitimate-interest",
    purpose: "newsletter",
    from: hour(1),
    ...rest,
  };
}

const policy = withRule({
  messageClass: "promotional",
  bases: ["contract", "legitimate-interest"],
});

function ask(
  bases: readonly LegalBasis[],
  rest: Partial<MayContactOptions> = {},
  customer: Customer = ann(),
) {
  return mayContact(customer, { ...question, policy, bases, ...rest });
}

describe("bases beside consent", () => {
  it("GDPR, Art. 6(1): one that the policy allows for the purpose carries it", () => {
    const yes = ask([basis({ evidence: "balancing test 7" })]);
    expect(yes).toMatchObject({ allowed: true, basis: "legitimate-interest", contactPoint: "e1" });
    expect(yes.reasons[0]).toEqual({
      code: "legal-basis-holds",
      params: {
        basis: "legitimate-interest",
        purpose: "newsletter",
        from: hour(1),
        evidence: "balancing test 7",
      },
    });
  });

  it("they are tried in the order of the policy, after consent", () => {
    const both = [basis(), basis({ kind: "contract" })];
    expect(ask(both)).toMatchObject({ basis: "contract" });
    const granted = ann({ consents: [word("granted", hour(1))] });
    expect(ask(both, {}, granted)).toMatchObject({ basis: "consent" });
  });

  it.each([
    [{ kind: "public-task" }, "legal-basis-not-allowed"],
    [{ from: hour(101) }, "legal-basis-not-yet"],
    [{ recordedAt: hour(101) }, "legal-basis-not-yet"],
    [{ until: hour(100) }, "legal-basis-ended"],
    [{ channels: ["sms"] }, "legal-basis-no-channel"],
    [{ from: "x" as Instant }, "legal-basis-unreadable"],
    [{ until: "x" as Instant }, "legal-basis-unreadable"],
  ] as [Partial<LegalBasis>, string][])("%j does not: %s", (rest, code) => {
    expect(codes(ask([basis(rest)]))).toEqual(["consent-none", code]);
  });

  it("none, or another customer's or purpose's, does not", () => {
    for (const bases of [
      [],
      [basis({ customer: customerId("C-2") })],
      [basis({ purpose: "offers" })],
    ]) {
      expect(codes(ask(bases))).toEqual(["consent-none", "legal-basis-none"]);
    }
  });

  it("what holds for every contact point is told once, words about one of them each", () => {
    const consents = [
      word("pending", hour(5), { contactPoint: "e1" }),
      word("pending", hour(6), { contactPoint: "e2" }),
    ];
    const told = ["consent-pending", "legal-basis-none", "consent-pending"];
    expect(codes(ask([], {}, ann({ consents })))).toEqual(told);
  });

  it("without a policy that allows it no basis carries promotion", () => {
    const { otherwise } = DEFAULT_CONTACT_POLICY;
    const decision = ask([basis()], { policy: withRule(otherwise) });
    expect(codes(decision)).toEqual(["consent-none", "legal-basis-not-allowed"]);
  });

  it("where a transaction names bases, one of them must hold", () => {
    const named = withRule({ messageClass: "transactional", bases: ["contract"] });
    expect(ask([], { policy: named }).allowed).toBe(false);
    expect(ask([basis({ kind: "contract" })], { policy: named })).toMatchObject({
      basis: "contract",
    });
    expect(ask([], { policy: withRule({ messageClass: "transactional" }) })).toMatchObject({
      basis: "transactional",
      reasons: [
        {
          code: "class-needs-no-consent",
          params: { basis: "transactional", purpose: "newsletter", messageClass: "transactional" },
        },
        { code: "contact-point-chosen" },
      ],
    });
  });
});

describe("no to promotion", () => {
  it("a withdrawal closes every basis of the purpose", () => {
    const customer = ann({ consents: [word("withdrawn", hour(5))] });
    expect(codes(ask([basis()], {}, customer))).toEqual([
      "consent-withdrawn",
      "legal-basis-closed",
    ]);
  });

  it("also when something was asked since, and for its contact point only where it was said so", () => {
    const asked = ann({ consents: [word("withdrawn", hour(5)), word("pending", hour(6))] });
    expect(codes(ask([basis()], {}, asked))).toEqual(["consent-pending", "legal-basis-closed"]);
    const one = ann({ consents: [word("withdrawn", hour(5), { contactPoint: "e1" })] });
    expect(ask([basis()], {}, one)).toMatchObject({ contactPoint: "e2" });
  });

  it("a withdrawal does not close what is no promotion", () => {
    const customer = ann({ consents: [word("withdrawn", hour(5))] });
    const named = withRule({ messageClass: "transactional", bases: ["contract"] });
    expect(ask([basis({ kind: "contract" })], { policy: named }, customer).allowed).toBe(true);
  });

  it("GDPR, Art. 21(3): an objection ends all that promotion rested on, from its moment on", () => {
    const objected = basis({ objectedAt: hour(50) });
    expect(ask([objected], { asOf: hour(49) }).allowed).toBe(true);
    expect(codes(ask([objected], { asOf: hour(50) }))).toEqual([
      "consent-none",
      "promotion-objected",
      "legal-basis-objected",
    ]);
    const other = basis({ kind: "contract", from: hour(60) });
    expect(codes(ask([objected, other]))).toEqual([
      "consent-none",
      "promotion-objected",
      "legal-basis-objected",
      "legal-basis-closed",
    ]);
    expect(ask([basis({ objectedAt: "x" as Instant })]).allowed).toBe(false);
  });

  it("a consent given after the objection counts, one given before does not", () => {
    const objected = basis({ objectedAt: hour(50), compellingGrounds: true });
    const before = ann({ consents: [word("granted", hour(49))] });
    const after = ann({ consents: [word("granted", hour(51))] });
    expect(codes(ask([objected], {}, before))).toEqual([
      "promotion-objected",
      "legal-basis-objected",
    ]);
    expect(ask([objected], {}, after)).toMatchObject({ basis: "consent" });
    const atOnce = ann({ consents: [word("granted", hour(50))] });
    expect(ask([objected], {}, atOnce).allowed).toBe(false);
  });

  it("GDPR, Art. 21(1): compelling grounds override an objection to what is no promotion", () => {
    const kinds: LegalBasisKind[] = ["legitimate-interest", "public-task", "legal-obligation"];
    const named = withRule({ messageClass: "transactional", bases: kinds });
    const objection = { objectedAt: hour(50) };
    for (const [kind, isOver] of [
      ["legitimate-interest", true],
      ["public-task", true],
      ["legal-obligation", false],
    ] as const) {
      expect(ask([basis({ kind, ...objection })], { policy: named }).allowed).toBe(!isOver);
      const overridden = basis({ kind, ...objection, compellingGrounds: true });
      expect(ask([overridden], { policy: named }).allowed).toBe(true);
    }
  });
});
