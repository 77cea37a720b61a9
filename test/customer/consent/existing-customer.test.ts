import {
  customerId,
  DEFAULT_CONTACT_POLICY,
  mayContact,
  type ContactPolicy,
  type Customer,
  type MayContactOptions,
  type Purchase,
} from "goodwill/customer";
import { instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { ANN, ann, codes, hour, word } from "./samples.js";

const soft = {
  purposes: ["newsletter"],
  channels: ["email"],
  withinMonths: 6,
  sameCategory: false,
} as const;
const policy: ContactPolicy = { ...DEFAULT_CONTACT_POLICY, existingCustomer: soft };

function purchase(rest: Partial<Purchase> = {}): Purchase {
  const amount = { amount: 1200, currency: "EUR" } as const;
  const lines = [{ product: "tea", category: "drinks", quantity: 2, amount }];
  return {
    id: "A-1",
    customer: ANN,
    at: instant("2026-01-15T10:00:00Z"),
    lines,
    total: amount,
    ...rest,
  };
}

function back(amount: number, rest: Partial<Purchase> = {}): Purchase {
  const total = { amount: -amount, currency: "EUR" } as const;
  const lines = [{ product: "tea", quantity: -1, amount: total }];
  return purchase({
    id: "R-1",
    at: instant("2026-01-20T10:00:00Z"),
    lines,
    total,
    returnOf: "A-1",
    ...rest,
  });
}

function ask(
  purchases: readonly Purchase[],
  rest: Partial<MayContactOptions> = {},
  customer: Customer = ann(),
) {
  return mayContact(customer, {
    purpose: "newsletter",
    channel: "email",
    asOf: instant("2026-07-15T23:59:59Z"),
    policy,
    purchases,
    ...rest,
  });
}

describe("soft opt-in (Directive 2002/58/EC, Art. 13(2))", () => {
  it("is off by default", () => {
    const decision = ask([purchase()], { policy: DEFAULT_CONTACT_POLICY });
    expect(codes(decision)).toEqual(["consent-none"]);
  });

  it("carries the purpose for so many months after a purchase, through the day with its number", () => {
    expect(ask([purchase()])).toMatchObject({
      allowed: true,
      basis: "existing-customer",
      reasons: [
        { code: "existing-customer", params: { basis: "existing-customer", purchase: "A-1" } },
        { code: "contact-point-chosen" },
      ],
    });
    expect(codes(ask([purchase()], { asOf: instant("2026-07-16T00:00:00Z") }))).toEqual([
      "consent-none",
      "existing-customer-none",
    ]);
  });

  it("only for the purposes and channels the policy names, and the customer's own purchases", () => {
    expect(codes(ask([purchase()], { purpose: "offers" }))).toEqual(["consent-none"]);
    expect(codes(ask([purchase()], { channel: "phone" }))).toEqual(["consent-none"]);
    expect(ask([purchase({ customer: customerId("C-2") })]).allowed).toBe(false);
    expect(ask([purchase({ at: instant("2026-07-16T00:00:00Z") })]).allowed).toBe(false);
  });

  it("a purchase given back in whole is no sale", () => {
    expect(ask([purchase(), back(1200)]).allowed).toBe(false);
    expect(ask([purchase(), back(600)]).allowed).toBe(true);
    expect(ask([purchase(), back(1200, { at: instant("2026-07-16T00:00:00Z") })]).allowed).toBe(
      true,
    );
    expect(ask([back(1200, { returnOf: "A-9" })]).allowed).toBe(false);
    // All goods are back, though not all the money.
    const [line] = back(600).lines;
    expect(ask([purchase(), back(600, { lines: [{ ...line!, quantity: -2 }] })]).allowed).toBe(
      false,
    );
  });

  it("a return that does not fit its purchase leaves a doubt, so that the purchase carries nothing", () => {
    const euro = ask([purchase(), back(600)]);
    expect(euro).toMatchObject({ allowed: true, basis: "existing-customer" });
    const total = { amount: -600, currency: "USD" } as const;
    expect(ask([purchase(), back(600, { total })]).allowed).toBe(false);
    expect(ask([purchase(), back(1300)]).allowed).toBe(false);
    // The same row given twice is no doubt.
    expect(ask([purchase(), back(600), back(600)])).toMatchObject({ allowed: true });
    // Another purchase is not touched by it.
    const other = purchase({ id: "A-2" });
    expect(ask([purchase(), other, back(1300)])).toMatchObject({ allowed: true });
  });

  it("a return under a former id of the customer is set against the purchase", () => {
    const former = customerId("C-9");
    const purchases = [purchase(), back(600, { customer: former })];
    expect(ask(purchases, { aliases: [former] })).toMatchObject({ allowed: true });
    const whole = [purchase(), back(1200, { customer: former })];
    expect(ask(whole, { aliases: [former] }).allowed).toBe(false);
  });

  it("where similar products are asked for, the message must be about a category bought", () => {
    const similar = { ...policy, existingCustomer: { ...soft, sameCategory: true } };
    expect(ask([purchase()], { policy: similar }).allowed).toBe(false);
    expect(ask([purchase()], { policy: similar, categories: ["shoes"] }).allowed).toBe(false);
    expect(ask([purchase()], { policy: similar, categories: ["shoes", "drinks"] }).allowed).toBe(
      true,
    );
  });

  it("a withdrawal or an objection closes it; an expired consent does not", () => {
    const said = (...consents: Customer["consents"]) => ann({ consents });
    expect(codes(ask([purchase()], {}, said(word("withdrawn", hour(5)))))).toEqual([
      "consent-withdrawn",
      "existing-customer-closed",
    ]);
    const objected = {
      customer: ANN,
      kind: "legitimate-interest",
      purpose: "offers",
      from: hour(1),
      objectedAt: hour(5),
    } as const;
    expect(codes(ask([purchase()], { bases: [objected] }))).toEqual([
      "consent-none",
      "promotion-objected",
      "existing-customer-closed",
    ]);
    const expired = said(word("granted", hour(5), { expires: hour(6) }));
    expect(ask([purchase()], {}, expired)).toMatchObject({ basis: "existing-customer" });
  });
});
