import {
  consentState,
  consentTimeline,
  customerId,
  DEFAULT_CONTACT_POLICY,
  mayContact,
  mayContactAll,
  type Consent,
  type ContactPolicy,
  type PurposeRule,
  type Suppression,
} from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { ann, codes, hour, word } from "./samples.js";

const asOf = instant("2026-06-01T00:00:00Z");
const question = { purpose: "newsletter", channel: "email", asOf } as const;

function covered(marketing: Partial<PurposeRule>): ContactPolicy {
  return {
    ...DEFAULT_CONTACT_POLICY,
    purposes: {
      marketing: { messageClass: "promotional", ...marketing },
      newsletter: { messageClass: "promotional", coveredBy: ["marketing"] },
    },
  };
}

describe("a covering consent carries no more than it carries for itself", () => {
  const grant = word("granted", hour(0), { purpose: "marketing" });
  it.each([
    ["double opt-in", { doubleOptIn: { channels: ["email"], confirmWithinHours: 48 } }, "pending"],
    ["lapsing", { lapsesAfterMonths: 2 }, "expired"],
  ] as const)("%s of the covering purpose counts", (_, rule, state) => {
    const policy = covered(rule);
    expect(consentState([grant], { ...question, policy }).state).toBe(state);
    expect(consentState([grant], { ...question, purpose: "marketing", policy }).state).toBe(state);
    expect(mayContact(ann({ consents: [grant] }), { ...question, policy }).allowed).toBe(false);
  });

  it("a confirmed one carries, and only its own uses keep it alive", () => {
    const policy = covered({
      doubleOptIn: { channels: ["email"], confirmWithinHours: 48 },
      lapsesAfterMonths: 2,
    });
    const consents = [
      word("pending", hour(0), { purpose: "marketing" }),
      { ...grant, at: hour(1) },
    ];
    const at = (purpose: string) => ({
      customer: ann().id,
      purpose,
      channel: "email" as const,
      at: hour(1000),
    });
    const asked = { ...question, asOf: hour(2000), policy };
    expect(consentState(consents, { ...asked, uses: [at("marketing")] }).state).toBe("granted");
    expect(consentState(consents, { ...asked, uses: [at("newsletter")] }).state).toBe("expired");
  });
});

describe("one address is one, whatever its contact points are called", () => {
  const twins = [
    { id: "e1", channel: "email", address: "mei@x.com" },
    { id: "e2", channel: "email", address: " Mei@X.com" },
    { id: "p1", channel: "phone", address: "+49 30 123456" },
    { id: "s1", channel: "sms", address: "0049 30 123-456" },
  ] as const;
  const person = {
    id: "k1",
    name: "Mei",
    position: "buyer",
    influence: [],
    contactPoints: [{ id: "k-e", channel: "email", address: "MEI@x.com" }],
  } as const;
  const grants: Consent[] = [
    word("granted", hour(0)),
    word("granted", hour(0), { channel: "sms" }),
  ];

  it.each(["e1", "e2", "k-e"])("CUS-6: a withdrawal for %s closes every point of it", (point) => {
    const consents = [...grants, word("withdrawn", hour(1), { contactPoint: point })];
    const customer = ann({ contactPoints: twins, keyPersons: [person], consents });
    expect(codes(mayContact(customer, question))).toContain("consent-withdrawn");
    for (const contactPoint of ["e1", "e2", "k-e"]) {
      expect(mayContact(customer, { ...question, contactPoint }).allowed).toBe(false);
    }
    expect(mayContact(customer, { ...question, channel: "sms" }).allowed).toBe(true);
  });

  it("a number is one, called or written to", () => {
    const no = word("withdrawn", hour(1), { channel: "sms", contactPoint: "p1" });
    const customer = ann({ contactPoints: twins, consents: [...grants, no] });
    expect(mayContact(customer, { ...question, channel: "sms" }).allowed).toBe(false);
  });

  it.each(["e1", "k-e"])("a suppression of %s stops every point of it", (contactPoint) => {
    const suppressions: Suppression[] = [{ kind: "bounced", at: hour(1), contactPoint }];
    const customer = ann({
      contactPoints: twins,
      keyPersons: [person],
      consents: grants,
      suppressions,
    });
    expect(codes(mayContact(customer, question))[0]).toBe("suppressed-bounced");
    expect(mayContact(customer, { ...question, contactPoint: "e2" }).allowed).toBe(false);
  });
});

describe("what names no channel or contact point there is stops all it can mean", () => {
  const grant = word("granted", hour(0));
  const unknown = "e-mail" as "email";
  it.each([
    [{ channel: unknown }, "suppressed-channel-unknown"],
    [{ contactPoint: "gone" }, "suppressed-contact-point-unknown"],
    [{ channel: unknown, contactPoint: "gone" }, "suppressed-channel-unknown"],
  ])("a suppression for %o", (scope, code) => {
    const suppressions: Suppression[] = [{ kind: "complained", at: hour(1), ...scope }];
    const decision = mayContact(ann({ consents: [grant], suppressions }), question);
    expect(codes(decision).slice(0, 2)).toEqual(["suppressed-complained", code]);
  });

  it.each([{ channel: unknown }, { contactPoint: "gone" }])("a withdrawal for %o", (scope) => {
    const consents = [grant, word("withdrawn", hour(1), scope)];
    const decision = mayContact(ann({ consents }), question);
    expect(codes(decision)).toEqual(["consent-withdrawn-unclear"]);
  });

  it("a suppression of another channel, or of a point on another, stops nothing here", () => {
    const suppressions: Suppression[] = [
      { kind: "complained", at: hour(1), channel: "sms", contactPoint: "gone" },
      { kind: "bounced", at: hour(1), contactPoint: "p1" },
    ];
    expect(mayContact(ann({ consents: [grant], suppressions }), question).allowed).toBe(true);
  });
});

describe("facts under a former id", () => {
  const old = customerId("C-0");
  const policy = covered({});
  const basis = {
    customer: old,
    kind: "legitimate-interest",
    purpose: "newsletter",
    from: hour(0),
    objectedAt: hour(2),
  } as const;
  const customer = ann({ consents: [word("granted", hour(1))] });

  it("count when the id is named", () => {
    const asked = { ...question, policy, bases: [basis] };
    expect(mayContact(customer, asked).allowed).toBe(true);
    expect(mayContact(customer, { ...asked, aliases: [old] }).allowed).toBe(false);
    expect(mayContactAll([customer], asked).allowed).toHaveLength(1);
    const standingIds = { [old]: customer.id };
    expect(mayContactAll([customer], { ...asked, standingIds }).blocked).toHaveLength(1);
  });
});

describe("the timeline", () => {
  it("refuses a moment that is none, also where nothing was said", () => {
    const garbage = "garbage" as typeof asOf;
    expect(() => consentTimeline({ consents: [] }, { asOf: garbage })).toThrow(RangeError);
  });
});
