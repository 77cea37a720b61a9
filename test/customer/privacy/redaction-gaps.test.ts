import { customerId, exportCustomer, redactCustomer } from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { keyedHash, LIN, lin, purchase, TODAY } from "./samples.js";

function productsLeft(customer: Parameters<typeof redactCustomer>[0], product: string): string {
  const purchases = [purchase({ product })];
  const redacted = redactCustomer(customer, { asOf: TODAY, keyedHash, purchases });
  if (!redacted.ok) throw new Error(redacted.error.code);
  return redacted.value.purchases[0]!.lines[0]!.product;
}

const jose = lin({
  name: "José Müller",
  givenName: "José",
  familyName: "Müller",
  contactPoints: [
    { id: "e1", channel: "email", address: "jose.mueller@x.com" },
    { id: "p1", channel: "phone", address: "+4930123456" },
    { id: "e2", channel: "email", address: "office@x.com" },
  ],
});

describe("what names the customer in another spelling", () => {
  it.each(["Mug for Jose", "ORD-MUELLER-1", "for Muller", "jose.mueller gift", "call 030 123456"])(
    "%s is replaced",
    (text) => {
      expect(productsLeft(jose, text)).not.toBe(text);
    },
  );
  it("is found the other way round, too", () => {
    const mueller = lin({ name: "Mueller", givenName: "Jose", familyName: "Mueller" });
    expect(productsLeft(mueller, "Tasse für Müller")).not.toContain("Müller");
  });
  it.each(["Metallbau order", "huber-7"])("of an organisation, %s is replaced", (text) => {
    const huber = lin({ kind: "organisation", name: "Huber Metallbau GmbH", keyPersons: [] });
    expect(productsLeft(huber, text)).not.toBe(text);
    expect(productsLeft(huber, "advice for a GmbH")).toBe("advice for a GmbH");
  });
  it.each(["green tea", "office chair", "call 030 654321"])("%s stays", (text) => {
    expect(productsLeft(jose, text)).toBe(text);
  });
});

describe("the erasure", () => {
  it("passes an empty evidence through", () => {
    const [first] = lin().consents;
    const customer = lin({ consents: [{ ...first!, evidence: "" }] });
    const redacted = redactCustomer(customer, { asOf: TODAY, keyedHash });
    expect(redacted.ok && redacted.value.consentProofs[0]?.evidence).toBe("");
  });
  it("takes facts under a former id as the customer's", () => {
    const old = customerId("OLD-99");
    const purchases = [purchase({ customer: old, product: "gift of OLD-99" })];
    const redacted = redactCustomer(lin(), { asOf: TODAY, keyedHash, purchases, aliases: [old] });
    expect(redacted.ok && redacted.value.foreign).toEqual([]);
    expect(redacted.ok && redacted.value.purchases).toHaveLength(1);
    expect(JSON.stringify(redacted)).not.toContain("OLD-99");
  });
});

describe("the export", () => {
  it("takes facts under a former id as the customer's", () => {
    const old = customerId("OLD-99");
    const purchases = [purchase({ customer: old })];
    expect(exportCustomer(lin(), { asOf: TODAY, purchases }).foreign).toHaveLength(1);
    const { file, foreign } = exportCustomer(lin(), { asOf: TODAY, purchases, aliases: [old] });
    expect([foreign, file.sections["purchases"]]).toEqual([[], purchases]);
  });
  it.each(["contactPoints", "customer", "uses"])("refuses the section %s", (name) => {
    expect(() => exportCustomer(lin(), { asOf: TODAY, others: { [name]: [] } })).toThrow(
      RangeError,
    );
  });
  it("reads lapsing consents with their uses", () => {
    const policy = {
      timeZone: "UTC",
      purposes: {},
      otherwise: { messageClass: "promotional", lapsesAfterMonths: 12 },
      suppressions: {
        bounced: [],
        complained: [],
        deceased: [],
        minor: [],
        "legal-hold": [],
        "do-not-contact": [],
      },
      minority: { ageOfMajority: 18, leapDay: "mar1", unknownIsMinor: false },
    } as unknown as NonNullable<Parameters<typeof exportCustomer>[1]["policy"]>;
    const [consent] = lin().consents;
    const customer = lin({ consents: [consent!] });
    const at = instant("2025-04-01T00:00:00Z");
    const uses = [{ customer: LIN, purpose: "newsletter", channel: "email", at }] as const;
    const states = (options: object) =>
      exportCustomer(customer, { asOf: TODAY, policy, ...options }).file.consentHistory.map(
        ({ state }) => state,
      );
    expect(states({})).toEqual(["granted", "expired"]);
    expect(states({ uses })).toEqual(["granted"]);
  });
});
