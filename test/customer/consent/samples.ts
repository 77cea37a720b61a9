import fc from "fast-check";
import {
  customerId,
  type Consent,
  type ContactPolicy,
  type Customer,
  type LegalBasis,
  type Purchase,
  type Suppression,
  DEFAULT_CONTACT_POLICY,
} from "goodwill/customer";
import { addMilliseconds, instant, timeZone, type Instant } from "goodwill/shared";

export const ANN = customerId("C-1");
export const START = instant("2026-01-01T00:00:00Z");
const HOUR_MS = 3_600_000;

/** So many hours after the start of 2026. */
export function hour(hours: number): Instant {
  return addMilliseconds(START, hours * HOUR_MS);
}

/** A word about the newsletter by e-mail, unless said otherwise. */
export function word(
  state: Consent["state"],
  at: Instant,
  rest: Partial<Omit<Consent, "state" | "at">> = {},
): Consent {
  return { purpose: "newsletter", channel: "email", evidence: "form 3", ...rest, state, at };
}

/** A customer with two e-mail addresses and a telephone, unless said otherwise. */
export function ann(rest: Partial<Customer> = {}): Customer {
  return {
    id: ANN,
    kind: "person",
    name: "Ann Field",
    contactPoints: [
      { id: "e1", channel: "email", address: "ann@example.com" },
      { id: "e2", channel: "email", address: "field@example.org" },
      { id: "p1", channel: "phone", address: "+4930123456" },
    ],
    consents: [],
    ...rest,
  };
}

export function codes({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) {
  return reasons.map(({ code }) => code);
}

/** Every rule turned on. */
export const STRICT: ContactPolicy = {
  ...DEFAULT_CONTACT_POLICY,
  timeZone: timeZone("Europe/Berlin"),
  purposes: {
    newsletter: {
      messageClass: "promotional",
      coveredBy: ["marketing"],
      bases: ["legitimate-interest"],
      doubleOptIn: { channels: ["email"], confirmWithinHours: 30 },
      lapsesAfterMonths: 1,
    },
    delivery: { messageClass: "transactional" },
  },
  existingCustomer: {
    purposes: ["newsletter"],
    channels: ["email", "sms"],
    withinMonths: 1,
    sameCategory: false,
  },
};

/** The moments words are said at; few, so that many are equal, and far enough apart for terms to run out. */
const moment = fc.integer({ min: 0, max: 12 }).map((step) => hour(step * 100));
const later = fc.integer({ min: 0, max: 16 }).map((step) => hour(step * 100));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 3 });
const given = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

export const anyMoment = moment;
const channel = fc.constantFrom("email" as const, "sms" as const);

export const anyWord: fc.Arbitrary<Consent> = fc
  .record({
    purpose: fc.constantFrom("newsletter", "newsletter", "marketing", "offers"),
    channel: fc.constantFrom("email" as const, "email" as const, "sms" as const),
    contactPoint: optional(fc.constantFrom("e1", "e2", "p1")),
    state: fc.constantFrom(
      "granted" as const,
      "granted" as const,
      "withdrawn" as const,
      "pending" as const,
    ),
    at: fc.oneof(
      moment,
      moment.map((at) => addMilliseconds(at, 20 * HOUR_MS)),
    ),
    evidence: fc.constantFrom("form 3", "call"),
    expires: optional(later),
    recordedAt: optional(later),
  })
  .map((record) => given(record) as Consent);

export const anyWithdrawal: fc.Arbitrary<Consent> = anyWord.map((one) => {
  const { purpose, channel, contactPoint, at, evidence } = one;
  const point = contactPoint === undefined ? {} : { contactPoint };
  return { purpose, channel, ...point, state: "withdrawn", at, evidence };
});

export const anySuppression: fc.Arbitrary<Suppression> = fc
  .record({
    kind: fc.constantFrom("bounced" as const, "complained" as const, "do-not-contact" as const),
    at: moment,
    until: optional(later),
    channel: optional(channel),
    contactPoint: optional(fc.constantFrom("e1", "e2", "p1")),
    recordedAt: optional(later),
  })
  .map((record) => given(record) as Suppression);

export const anyBasis: fc.Arbitrary<LegalBasis> = fc
  .record({
    customer: fc.constant(ANN),
    kind: fc.constantFrom("legitimate-interest" as const, "contract" as const),
    purpose: fc.constantFrom("newsletter", "offers"),
    from: moment,
    until: optional(later),
    objectedAt: optional(later),
  })
  .map((record) => given(record) as LegalBasis);

export const anyPurchase: fc.Arbitrary<Purchase> = fc
  .record({ id: fc.constantFrom("A-1", "A-2"), at: moment, returnOf: optional(fc.constant("A-1")) })
  .map(({ id, at, returnOf }): Purchase => {
    const sign = returnOf === undefined ? 1 : -1;
    const amount = { amount: 500 * sign, currency: "EUR" } as const;
    const purchase = {
      id,
      customer: ANN,
      at,
      lines: [{ product: "tea", quantity: sign, amount }],
      total: amount,
    };
    return returnOf === undefined ? purchase : { ...purchase, returnOf };
  });

/** Everything on file about one customer, with the words in any order. */
export const anyFile = fc.record({
  consents: fc.array(anyWord, { maxLength: 8 }),
  suppressions: fc.array(anySuppression, { maxLength: 2 }),
  bases: fc.array(anyBasis, { maxLength: 2 }),
  purchases: fc.array(anyPurchase, { maxLength: 2 }),
});
