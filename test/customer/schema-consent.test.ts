import {
  consentSchema,
  contactPolicySchema,
  DEFAULT_CONTACT_POLICY,
  DEFAULT_RETENTION_POLICY,
  existingCustomerPolicySchema,
  keptFieldSchema,
  legalBasisSchema,
  purposeRuleSchema,
  retentionPolicySchema,
  suppressedAddressSchema,
  suppressionSchema,
  type Consent,
  type consentUseSchema,
  type ConsentUse,
  type ContactPolicy,
  type doubleOptInRuleSchema,
  type DoubleOptInRule,
  type ExistingCustomerPolicy,
  type KeptField,
  type LegalBasis,
  type minorityPolicySchema,
  type MinorityPolicy,
  type processingNoticeSchema,
  type ProcessingNotice,
  type PurposeRule,
  type RetentionPolicy,
  type SuppressedAddress,
  type Suppression,
} from "goodwill/customer";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { ANN, hour, STRICT, word } from "./consent/samples.js";

/** An interface with every `readonly` taken away, at any depth, as schemas infer it; branded texts stay as they are. */
type Writable<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of consent and privacy", () => {
  it("agree with the interfaces written by hand, field by field", () => {
    expectTypeOf<z.infer<typeof consentSchema>>().toEqualTypeOf<Writable<Consent>>();
    expectTypeOf<z.infer<typeof suppressionSchema>>().toEqualTypeOf<Writable<Suppression>>();
    expectTypeOf<z.infer<typeof legalBasisSchema>>().toEqualTypeOf<Writable<LegalBasis>>();
    expectTypeOf<z.infer<typeof consentUseSchema>>().toEqualTypeOf<Writable<ConsentUse>>();
    expectTypeOf<z.infer<typeof doubleOptInRuleSchema>>().toEqualTypeOf<
      Writable<DoubleOptInRule>
    >();
    expectTypeOf<z.infer<typeof purposeRuleSchema>>().toEqualTypeOf<Writable<PurposeRule>>();
    expectTypeOf<z.infer<typeof existingCustomerPolicySchema>>().toEqualTypeOf<
      Writable<ExistingCustomerPolicy>
    >();
    expectTypeOf<z.infer<typeof minorityPolicySchema>>().toEqualTypeOf<Writable<MinorityPolicy>>();
    expectTypeOf<z.infer<typeof contactPolicySchema>>().toEqualTypeOf<Writable<ContactPolicy>>();
    expectTypeOf<z.infer<typeof retentionPolicySchema>>().toEqualTypeOf<
      Writable<RetentionPolicy>
    >();
    expectTypeOf<z.infer<typeof keptFieldSchema>>().toEqualTypeOf<Writable<KeptField>>();
    expectTypeOf<z.infer<typeof suppressedAddressSchema>>().toEqualTypeOf<
      Writable<SuppressedAddress>
    >();
    expectTypeOf<z.infer<typeof processingNoticeSchema>>().toEqualTypeOf<
      Writable<ProcessingNotice>
    >();
  });

  it("a misspelt field does not compile", () => {
    // @ts-expect-error -- a consent needs its evidence
    const unproven: Consent = { purpose: "a", channel: "email", state: "granted", at: hour(1) };
    // @ts-expect-error -- a policy says what every suppression stops
    const partial: ContactPolicy["suppressions"] = { bounced: ["promotional"] };
    // @ts-expect-error -- what names somebody is not kept
    const kept: KeptField = { field: "name", why: "habit" };
    expect([unproven, partial, kept]).toHaveLength(3);
  });

  const basis = { customer: ANN, kind: "contract", purpose: "a", from: hour(1) };
  const hashed = { hash: "5f3a", kind: "bounced", at: hour(1) };

  it("accept what they are meant for", () => {
    for (const [schema, value] of [
      [contactPolicySchema, DEFAULT_CONTACT_POLICY],
      [contactPolicySchema, STRICT],
      [retentionPolicySchema, DEFAULT_RETENTION_POLICY],
      [consentSchema, word("granted", hour(1), { recordedAt: hour(2), expires: hour(3) })],
      [suppressionSchema, { kind: "bounced", at: hour(1), recordedAt: hour(2) }],
      [legalBasisSchema, { ...basis, until: hour(2), objectedAt: hour(2), channels: ["email"] }],
      [suppressedAddressSchema, { ...hashed, channel: "sms", until: hour(2) }],
      [keptFieldSchema, { field: "since", why: "statistics" }],
    ] as const) {
      expect(schema.parse(value)).toEqual(value);
    }
  });

  it.each([
    [consentSchema, { ...word("granted", hour(1)), state: "yes" }, "granted"],
    [consentSchema, word("granted", hour(2), { expires: hour(2) }), "must lie after at"],
    [consentSchema, { ...word("granted", hour(1)), recordedAt: "later" }, "2026-02-13"],
    [consentSchema, { ...word("granted", hour(1)), evidence: "" }, ">=1"],
    [suppressionSchema, { kind: "bounced", at: hour(2), until: hour(1) }, "must lie after at"],
    [legalBasisSchema, { ...basis, kind: "consent" }, "contract"],
    [legalBasisSchema, { ...basis, until: hour(1) }, "must lie after from"],
    [legalBasisSchema, { ...basis, channels: [] }, ">=1"],
    [purposeRuleSchema, { messageClass: "promotional", lapsesAfterMonths: 1.5 }, "int"],
    [purposeRuleSchema, { messageClass: "advertising" }, "promotional"],
    [
      purposeRuleSchema,
      { messageClass: "promotional", doubleOptIn: { channels: ["email"], confirmWithinHours: 0 } },
      ">0",
    ],
    [existingCustomerPolicySchema, { ...STRICT.existingCustomer, withinMonths: 0 }, ">=1"],
    [contactPolicySchema, { ...STRICT, timeZone: "Mars/Base" }, "time zone"],
    [
      contactPolicySchema,
      { ...STRICT, minority: { ...STRICT.minority, leapDay: "feb30" } },
      "feb28",
    ],
    [retentionPolicySchema, { ...DEFAULT_RETENTION_POLICY, purchaseYears: -1 }, ">=0"],
    [suppressedAddressSchema, { ...hashed, hash: "" }, ">=1"],
    [suppressedAddressSchema, { ...hashed, address: "ann@example.com" }, "address"],
    [keptFieldSchema, { field: "birthday", why: "x" }, "language"],
  ])("case %#: what is wrong is refused with its reason", (schema, value, message) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toContain(message);
  });
});
