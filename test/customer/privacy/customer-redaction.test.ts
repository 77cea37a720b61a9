import fc from "fast-check";
import {
  addressHash,
  CUSTOMER_SENTENCES,
  customerId,
  DEFAULT_RETENTION_POLICY,
  isRedactedCustomer,
  isSuppressedAddress,
  redactCustomer,
  type Customer,
  type RedactCustomerOptions,
  type RedactedCustomer,
} from "goodwill/customer";
import { explain, instant, timeZone, type Instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { keyedHash, LIN, lin, purchase, TODAY } from "./samples.js";

function redact(customer: Customer, rest: Partial<RedactCustomerOptions> = {}): RedactedCustomer {
  const result = redactCustomer(customer, { asOf: TODAY, keyedHash, ...rest });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("the erasure of a customer", () => {
  it("CUS-6, GDPR Art. 17: leaves a record that names nobody", () => {
    const { customer } = redact(lin());
    expect(customer).toEqual({
      id: expect.stringMatching(/^redacted-[0-9a-f]{64}$/),
      kind: "person",
      name: "(redacted)",
      contactPoints: [],
      consents: [],
    });
    expect(isRedactedCustomer(customer)).toBe(true);
    expect(isRedactedCustomer(lin())).toBe(false);
    expect(isRedactedCustomer({ ...customer, owner: "staff-4" })).toBe(false);
  });

  it("a legal hold that stands refuses it", () => {
    const hold = { kind: "legal-hold", at: instant("2025-01-01T00:00:00Z") } as const;
    const ask = (suppression: object) =>
      redactCustomer(lin({ suppressions: [{ ...hold, ...suppression }] }), {
        asOf: TODAY,
        keyedHash,
      });
    expect(ask({})).toEqual({ ok: false, error: { code: "legal-hold", at: hold.at } });
    const until = instant("2026-03-01T00:00:00Z");
    expect(ask({ until })).toEqual({
      ok: false,
      error: { code: "legal-hold", at: hold.at, until },
    });
    expect(ask({ until: TODAY }).ok).toBe(true);
    expect(ask({ at: until }).ok).toBe(true);
    expect(ask({ at: "x" as Instant }).ok).toBe(false);
    const two = lin({ suppressions: [{ ...hold, until }, hold] });
    expect(redactCustomer(two, { asOf: TODAY, keyedHash })).toEqual(ask({}));
  });

  it("keeps purchases to the end of the year of their term, under the pseudonym and without their source", () => {
    const policy = {
      ...DEFAULT_RETENTION_POLICY,
      timeZone: timeZone("Asia/Shanghai"),
      purchaseYears: 2,
    };
    const at = instant("2023-12-31T16:30:00Z");
    const last = { policy, purchases: [purchase({ at })] };
    const { customer, purchases } = redact(lin(), {
      ...last,
      asOf: instant("2026-12-31T15:59:00Z"),
    });
    expect(purchases).toEqual([
      {
        id: "A-1",
        customer: customer.id,
        at,
        lines: purchase().lines,
        total: purchase().total,
      },
    ]);
    expect(redact(lin(), { ...last, asOf: instant("2026-12-31T16:00:00Z") }).purchases).toEqual([]);
    const none = { ...policy, purchaseYears: 0 };
    expect(redact(lin(), { ...last, policy: none, asOf: at }).purchases).toEqual([]);
  });

  it("replaces a text of a purchase that gives the customer away, the same one always alike", () => {
    const products = [
      "mug for MEIXIANG",
      "card Lin",
      "linen shirt",
      "parcel to Nanjing Road 100",
      "gift by Wang Fang",
      "tea",
    ];
    const purchases = products.map((product, i) =>
      purchase({ product, id: `C-17-${i}`, returnOf: "C-17-0" }),
    );
    const kept = redact(lin(), { purchases }).purchases;
    const left = kept.map(({ lines: [line] }) => line?.product);
    expect(left.map((product, i) => product === products[i])).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(kept[3]?.returnOf).toBe(kept[0]?.id);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(products.length);
  });

  it("keeps proofs of consent within their term, evidence and contact point as pseudonyms", () => {
    const { customer, consentProofs } = redact(lin());
    expect(consentProofs).toEqual([
      {
        customer: customer.id,
        purpose: "newsletter",
        channel: "email",
        state: "granted",
        at: instant("2024-05-01T08:00:00Z"),
        evidence: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const policy = { ...DEFAULT_RETENTION_POLICY, consentProofYears: 10 };
    const [first] = redact(lin(), { policy }).consentProofs;
    expect(first?.contactPoint).toMatch(/^[0-9a-f]{64}$/);
  });

  it("puts every address on the suppression list, so that an old list reaches nobody", () => {
    const { suppressed } = redact(lin());
    const reaches = (point: Parameters<typeof isSuppressedAddress>[0]) =>
      !isSuppressedAddress(point, { list: suppressed, keyedHash, asOf: TODAY });
    for (const { channel, address } of lin().contactPoints)
      expect(reaches({ channel, address })).toBe(false);
    expect(reaches({ channel: "sms", address: "0086 138 1234 5678" })).toBe(false);
    expect(reaches({ channel: "messaging", address: "wangfang88", service: "wechat" })).toBe(false);
    expect(reaches({ channel: "email", address: "someone@example.com" })).toBe(true);
    // Two spellings of one address are one: complained and do-not-contact.
    const hash = addressHash({ channel: "email", address: "mei.lin@example.com" }, { keyedHash });
    expect(suppressed.filter((one) => one.hash === hash).map(({ kind }) => kind)).toEqual([
      "complained",
      "do-not-contact",
    ]);
  });

  it("or only those that were suppressed, where the policy says so", () => {
    const policy = { ...DEFAULT_RETENTION_POLICY, suppressAddresses: "suppressed" } as const;
    expect(redact(lin(), { policy }).suppressed).toEqual([
      {
        hash: addressHash({ channel: "email", address: "mei.lin@example.com" }, { keyedHash }),
        kind: "complained",
        at: instant("2025-01-01T08:00:00Z"),
      },
    ]);
    const at = instant("2025-01-01T08:00:00Z");
    const all = [
      { kind: "do-not-contact", at, channel: "sms" },
      { kind: "bounced", at, until: TODAY },
    ] as const;
    const texts = redact(lin({ suppressions: all }), { policy }).suppressed;
    expect(texts.map(({ hash, ...rest }) => [hash.length, rest])).toEqual([
      [64, { kind: "do-not-contact", channel: "sms", at }],
    ]);
  });

  it("says of each field and section what became of it and why", () => {
    const { report } = redact(lin(), {
      keep: [{ field: "language", why: "statistics of languages" }],
      purchases: [purchase(), purchase({ id: "A-0", at: instant("2001-01-01T00:00:00Z") })],
      others: { interactions: [{ customer: LIN }], calls: [] },
    });
    expect(report.map(({ field, outcome, entries }) => `${field}: ${outcome} ${entries}`)).toEqual([
      "id: replaced 1",
      "kind: kept 1",
      "name: replaced 1",
      "givenName: removed 1",
      "familyName: removed 1",
      "birthday: removed 1",
      "language: kept 1",
      "timeZone: removed 1",
      "contactPoints: removed 4",
      "consents: removed 2",
      "suppressions: removed 1",
      "owner: removed 1",
      "keyPersons: removed 1",
      "needs: removed 1",
      "since: removed 1",
      "consents as proofs: kept 1",
      "addresses: replaced 5",
      "purchases: kept 1",
      "purchases: removed 1",
      "interactions: removed 1",
    ]);
    for (const { reason } of report) expect(explain(reason, CUSTOMER_SENTENCES)).toMatch(/\.$/);
  });

  it("keeps a field on a ground, hands back facts of others", () => {
    const keep = [{ field: "since", why: "age of the base" }] as const;
    expect(redact(lin(), { keep }).customer.since).toBe("2015-03-01");
    const purchases = [purchase({ customer: customerId("C-18") }), purchase()];
    const { foreign, purchases: kept } = redact(lin(), { purchases });
    expect(foreign).toEqual([{ section: "purchases", index: 0 }]);
    expect(kept).toHaveLength(1);
  });

  it("a broken question throws", () => {
    const policy = { ...DEFAULT_RETENTION_POLICY, purchaseYears: -1 };
    expect(() => redact(lin(), { policy })).toThrow("purchaseYears must be a whole number");
    expect(() => redact(lin(), { asOf: "now" as Instant })).toThrow('got "now"');
    expect(() => redact(lin(), { keyedHash: (text) => text })).toThrow(RangeError);
    const nowhere = {
      ...DEFAULT_RETENTION_POLICY,
      timeZone: "Mars/Base" as Customer["timeZone"] & string,
    };
    expect(() => redact(lin(), { policy: nowhere })).toThrow('got "Mars/Base"');
  });

  it("no value that names or locates the customer is anywhere in what is left", () => {
    const secret = fc.stringMatching(/^[A-Z][a-z]{6,9}[0-9]{3}$/);
    fc.assert(
      fc.property(
        fc.tuple(secret, secret, secret, secret, secret, secret, secret, secret),
        fc.string(),
        ([id, given, family, mail, street, key, handle, code], glue) => {
          const customer = lin({
            id: customerId(id),
            name: `${given} ${family}`,
            givenName: given,
            familyName: family,
            contactPoints: [
              { id: mail, channel: "email", address: `${mail}@example.com` },
              {
                id: "a1",
                channel: "post",
                address: `${street}, ${code}`,
                postal: { lines: [street], locality: "Shanghai", postalCode: code, country: "CN" },
              },
            ],
            keyPersons: [
              {
                id: key,
                name: `${key} Wang`,
                position: "buyer",
                influence: ["uses"],
                contactPoints: [
                  { id: handle, channel: "messaging", address: handle, service: "wechat" },
                ],
              },
            ],
          });
          const values = [id, given, family, `${mail}@example.com`, street, key, handle, code];
          const purchases = values.map((value) =>
            purchase({
              customer: customer.id,
              id: `${glue}${value}`,
              product: `${value}${glue}`,
              channel: `${glue}${value}${glue}`,
              touchpoint: value.toUpperCase(),
              returnOf: value,
            }),
          );
          const left = redact(customer, {
            purchases,
            others: { notes: [{ customer: customer.id }] },
          });
          expect(left.purchases).toHaveLength(values.length);
          const text = JSON.stringify(left).toLowerCase();
          for (const value of values) expect(text).not.toContain(value.toLowerCase());
        },
      ),
    );
  });

  it("to redact what is left again changes nothing and removes nothing", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (withKeep, withPurchases) => {
        const rest = {
          keep: withKeep ? [{ field: "language", why: "statistics" } as const] : [],
        };
        const purchases = withPurchases ? [purchase(), purchase({ product: "mug for Lin" })] : [];
        const once = redact(lin(), { ...rest, purchases });
        const twice = redact(once.customer, { ...rest, purchases: once.purchases });
        expect(twice.customer).toEqual(once.customer);
        expect(twice.purchases).toEqual(once.purchases);
        expect(twice.report.map(({ outcome }) => outcome)).not.toContain("removed");
        expect(twice.report.map(({ outcome }) => outcome)).not.toContain("replaced");
      }),
    );
  });
});
