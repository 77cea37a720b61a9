import type { contactChannelSchema, customerIdSchema } from "goodwill/customer";
import {
  buyingCentrePolicySchema,
  consentSchema,
  contactPointSchema,
  customerId,
  customerSchema,
  DEFAULT_BUYING_CENTRE_POLICY,
  keyPersonSchema,
  needSchema,
  partialDateSchema,
  postalAddressSchema,
  purchaseSchema,
  suppressionSchema,
  type BuyingCentrePolicy,
  type Consent,
  type ContactChannel,
  type ContactPoint,
  type Customer,
  type CustomerId,
  type KeyPerson,
  type Need,
  type PartialDate,
  type PostalAddress,
  type Purchase,
  type Suppression,
} from "goodwill/customer";
import { instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";

/** A type with every `readonly` taken away, at any depth; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

type Parsed<Schema extends z.ZodType> = Writable<z.infer<Schema>>;

const AT = instant("2026-02-13T09:30:00Z");
const EMAIL: ContactPoint = { id: "p1", channel: "email", address: "mei.lin@example.com" };
const PHONE: ContactPoint = { id: "p2", channel: "phone", address: "+4930123456" };
const CONSENT: Consent = {
  purpose: "newsletter",
  channel: "email",
  state: "granted",
  at: AT,
  evidence: "form 3",
};
const PERSON: KeyPerson = { id: "k1", name: "K. Ott", position: "IT", influence: ["decides"] };

const FULL: Customer = {
  id: customerId("C-17"),
  kind: "organisation",
  name: "Nordwind GmbH",
  givenName: "Mei",
  familyName: "Lin",
  birthday: { calendar: "chinese", month: 6, day: 30, leapMonth: true, year: 1987 },
  language: "zh-Hans-CN",
  timeZone: timeZone("Asia/Shanghai"),
  contactPoints: [
    {
      ...EMAIL,
      preferred: true,
      source: "shop",
      validity: {
        from: plainDate("2025-01-01"),
        through: plainDate("2025-01-01"),
        verifiedAt: AT,
        failedAt: AT,
      },
    },
    PHONE,
    { id: "p3", channel: "messaging", address: "mei", service: "wechat" },
    {
      id: "p4",
      channel: "post",
      address: "Jiefangbei 8, Chongqing, CN",
      postal: {
        lines: ["Jiefangbei 8"],
        locality: "Chongqing",
        region: "Chongqing",
        postalCode: "400010",
        country: "CN",
      },
    },
  ],
  consents: [
    { ...CONSENT, contactPoint: "p1", source: "shop", expires: instant("2027-01-01T00:00:00Z") },
    { ...CONSENT, channel: "sms", contactPoint: "p2" },
    { ...CONSENT, contactPoint: "p5" },
  ],
  suppressions: [
    { kind: "bounced", at: AT, contactPoint: "p1", evidence: "550", source: "mailer" },
    { kind: "complained", at: AT, channel: "email", until: instant("2027-01-01T00:00:00Z") },
  ],
  owner: "staff-4",
  keyPersons: [
    {
      ...PERSON,
      standing: -1,
      standingAt: AT,
      contactPoints: [{ ...EMAIL, id: "p5" }],
      birthday: { calendar: "gregorian", month: 2, day: 29 },
      from: plainDate("2020-01-01"),
      through: plainDate("2026-12-31"),
    },
  ],
  needs: [{ topic: "screen", kind: "secret", depth: "want", at: AT, source: "visit" }],
  since: plainDate("2020-01-01"),
};

const EUR = { amount: 1200, currency: "EUR" } as const;
const PURCHASE: Purchase = {
  id: "A-1",
  customer: customerId("C-17"),
  at: AT,
  source: "till",
  lines: [{ product: "tea", category: "drinks", quantity: 1.5, amount: EUR }],
  total: { amount: 1300, currency: "EUR" },
  channel: "web",
  touchpoint: "shop",
};
const BACK = {
  ...PURCHASE,
  returnOf: "A-0",
  total: { amount: -1200, currency: "EUR" },
  lines: [{ product: "tea", quantity: -1, amount: { amount: -1200, currency: "EUR" } }],
} as const;

describe("the schemas of the record", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<Parsed<typeof customerIdSchema>>().toEqualTypeOf<CustomerId>();
    expectTypeOf<Parsed<typeof contactChannelSchema>>().toEqualTypeOf<ContactChannel>();
    expectTypeOf<Parsed<typeof partialDateSchema>>().toEqualTypeOf<Writable<PartialDate>>();
    expectTypeOf<Parsed<typeof postalAddressSchema>>().toEqualTypeOf<Writable<PostalAddress>>();
    expectTypeOf<Parsed<typeof contactPointSchema>>().toEqualTypeOf<Writable<ContactPoint>>();
    expectTypeOf<Parsed<typeof keyPersonSchema>>().toEqualTypeOf<Writable<KeyPerson>>();
    expectTypeOf<Parsed<typeof needSchema>>().toEqualTypeOf<Writable<Need>>();
    expectTypeOf<Parsed<typeof purchaseSchema>>().toEqualTypeOf<Writable<Purchase>>();
    expectTypeOf<Parsed<typeof consentSchema>>().toEqualTypeOf<Writable<Consent>>();
    expectTypeOf<Parsed<typeof suppressionSchema>>().toEqualTypeOf<Writable<Suppression>>();
    expectTypeOf<Parsed<typeof customerSchema>>().toEqualTypeOf<Writable<Customer>>();
    expectTypeOf<Parsed<typeof buyingCentrePolicySchema>>().toEqualTypeOf<
      Writable<BuyingCentrePolicy>
    >();
  });

  it("CUS-1: accept full facts, and leave them as they are", () => {
    expect(customerSchema.parse(FULL)).toEqual(FULL);
    expect(purchaseSchema.parse(PURCHASE)).toEqual(PURCHASE);
    expect(purchaseSchema.parse(BACK)).toEqual(BACK);
    expect(buyingCentrePolicySchema.parse(DEFAULT_BUYING_CENTRE_POLICY)).toEqual(
      DEFAULT_BUYING_CENTRE_POLICY,
    );
  });

  it.each([
    [{ month: 2, day: 29 }, true],
    [{ month: 2, day: 30 }, false],
    [{ month: 2, day: 29, year: 2000 }, true],
    [{ month: 2, day: 29, year: 1900 }, false],
    [{ month: 2, day: 29, year: 2023 }, false],
    [{ month: 4, day: 30 }, true],
    [{ month: 4, day: 31 }, false],
    [{ month: 12, day: 31, year: 9999 }, true],
    [{ month: 13, day: 1 }, false],
    [{ month: 0, day: 1 }, false],
    [{ month: 1, day: 0 }, false],
    [{ month: 1, day: 1.5 }, false],
    [{ month: 1, day: 1, year: 0 }, false],
    [{ month: 1, day: 1, leapMonth: true }, false],
    [{ calendar: "chinese", month: 2, day: 30 }, true],
    [{ calendar: "chinese", month: 2, day: 31 }, false],
    [{ calendar: "chinese", month: 12, day: 30, leapMonth: true, year: 2033 }, true],
    [{ calendar: "chinese", month: 1, day: 1, year: 9999 }, false],
    [{ calendar: "julian", month: 1, day: 1 }, false],
  ])("a birthday must exist in its calendar: %j is %s", (fields, expected) => {
    const date = { calendar: "gregorian", ...fields };
    expect(partialDateSchema.safeParse(date).success).toBe(expected);
  });

  it.each([
    [contactPointSchema, { ...EMAIL, address: "mei.lin" }, "address", "must be an e-mail address"],
    [contactPointSchema, { ...PHONE, address: "+123456" }, "address", "E.164"],
    [contactPointSchema, { ...PHONE, channel: "sms", address: "4930" }, "address", "E.164"],
    [contactPointSchema, { ...PHONE, service: "wechat" }, "service", "channel messaging"],
    [
      contactPointSchema,
      { ...EMAIL, postal: { lines: ["a"], locality: "b", country: "DE" } },
      "postal",
      "not email",
    ],
    [
      contactPointSchema,
      {
        ...EMAIL,
        validity: { from: plainDate("2026-01-02"), through: plainDate("2026-01-01") },
      },
      "validity.through",
      "lies before from",
    ],
    [postalAddressSchema, { lines: ["a"], locality: "b", country: "de" }, "country", "two letters"],
    [postalAddressSchema, { lines: [], locality: "b", country: "DE" }, "lines", ">=1"],
    [keyPersonSchema, { ...PERSON, influence: [] }, "influence", ">=1"],
    [keyPersonSchema, { ...PERSON, influence: ["uses", "uses"] }, "influence", "twice"],
    [keyPersonSchema, { ...PERSON, standing: 1.1 }, "standing", "<=1"],
    [keyPersonSchema, { ...PERSON, standingAt: AT }, "standingAt", "dates a standing"],
    [
      keyPersonSchema,
      { ...PERSON, from: plainDate("2026-01-02"), through: plainDate("2026-01-01") },
      "through",
      "lies before from",
    ],
    [needSchema, { topic: "a", kind: "hidden" }, "kind", "stated"],
    [consentSchema, { ...CONSENT, expires: AT }, "expires", "must lie after at"],
    [suppressionSchema, { kind: "minor", at: AT, until: AT }, "until", "must lie after at"],
    [
      customerSchema,
      { ...FULL, contactPoints: [EMAIL, EMAIL], consents: [], suppressions: [] },
      "contactPoints.1.id",
      '"p1" is given twice',
    ],
    [
      customerSchema,
      { ...FULL, keyPersons: [...FULL.keyPersons!, PERSON] },
      "keyPersons.1.id",
      '"k1" is given twice',
    ],
    [
      customerSchema,
      { ...FULL, keyPersons: [{ ...PERSON, contactPoints: [EMAIL, { ...EMAIL, id: "p5" }] }] },
      "keyPersons.0.contactPoints.0.id",
      '"p1" is given twice',
    ],
    [
      customerSchema,
      { ...FULL, consents: [{ ...CONSENT, contactPoint: "p9" }] },
      "consents.0.contactPoint",
      'names no contact point: "p9"',
    ],
    [
      customerSchema,
      { ...FULL, consents: [{ ...CONSENT, contactPoint: "p2" }] },
      "consents.0.contactPoint",
      "is of the channel phone, not email",
    ],
    [
      customerSchema,
      { ...FULL, suppressions: [{ kind: "bounced", at: AT, contactPoint: "p9" }] },
      "suppressions.0.contactPoint",
      "names no contact point",
    ],
    [purchaseSchema, { ...PURCHASE, lines: [] }, "lines", ">=1"],
    [
      purchaseSchema,
      { ...PURCHASE, lines: [{ product: "a", quantity: 1, amount: { ...EUR, currency: "CNY" } }] },
      "lines.0.amount.currency",
      "must be in the currency of the total, EUR, got CNY",
    ],
    [
      purchaseSchema,
      { ...PURCHASE, lines: [{ product: "a", quantity: 0, amount: EUR }] },
      "lines.0.quantity",
      "must be above 0",
    ],
    [
      purchaseSchema,
      { ...PURCHASE, lines: [{ product: "a", quantity: 1, amount: { ...EUR, amount: -1 } }] },
      "lines.0.amount.amount",
      "must not be below 0",
    ],
    [purchaseSchema, { ...PURCHASE, total: { ...EUR, amount: -1 } }, "total.amount", "below 0"],
    [purchaseSchema, { ...PURCHASE, returnOf: "A-0" }, "total.amount", "must not be above 0"],
    [purchaseSchema, { ...BACK, returnOf: "A-1" }, "returnOf", "cannot return itself"],
    [
      purchaseSchema,
      { ...BACK, lines: [{ product: "a", quantity: 1, amount: BACK.total }] },
      "lines.0.quantity",
      "must not be above 0",
    ],
    [
      buyingCentrePolicySchema,
      { ...DEFAULT_BUYING_CENTRE_POLICY, badStandingBelow: 2 },
      "badStandingBelow",
      "<=1",
    ],
  ])(
    "case %#: what is wrong is refused at its place with its reason",
    (schema, value, path, message) => {
      const issue = (schema as z.ZodType).safeParse(value).error?.issues[0];
      expect(issue?.path.join(".")).toBe(path);
      expect(issue?.message).toContain(message);
    },
  );

  it("a phone number takes a consent to text messages, an e-mail address does not", () => {
    const consents = (contactPoint: string): unknown => ({
      ...FULL,
      consents: [{ ...CONSENT, channel: "sms", contactPoint }],
    });
    expect(customerSchema.safeParse(consents("p2")).success).toBe(true);
    expect(customerSchema.safeParse(consents("p1")).success).toBe(false);
  });

  it("nothing given away and nothing asked back holds, on both sides", () => {
    const zero = { amount: 0, currency: "EUR" } as const;
    const line = { product: "gift", quantity: 1, amount: zero };
    expect(purchaseSchema.safeParse({ ...PURCHASE, total: zero, lines: [line] }).success).toBe(
      true,
    );
    const refund = { ...BACK, lines: [{ product: "tea", quantity: 0, amount: BACK.total }] };
    expect(purchaseSchema.safeParse(refund).success).toBe(true);
    const back = { ...BACK, total: zero, lines: [{ ...line, quantity: -1 }] };
    expect(purchaseSchema.safeParse(back).success).toBe(true);
  });

  it("a misspelt, missing or explicitly undefined field neither compiles nor parses", () => {
    // @ts-expect-error -- a contact point needs its address
    const nowhere: ContactPoint = { id: "p", channel: "email" };
    // @ts-expect-error -- absent means absent, not undefined
    const vague: Need = { topic: "a", kind: "real", depth: undefined };
    // @ts-expect-error -- there are five kinds of needs
    const strange: Need = { topic: "a", kind: "loud" };
    expect(contactPointSchema.safeParse(nowhere).success).toBe(false);
    expect(needSchema.safeParse(vague).success).toBe(false);
    expect(needSchema.safeParse(strange).success).toBe(false);
    expect(needSchema.safeParse({ topic: "a", kind: "real", Topic: "b" }).success).toBe(false);
  });
});
