import { createHmac } from "node:crypto";
import { customerId, type Customer, type Purchase } from "goodwill/customer";
import { instant, plainDate, timeZone } from "goodwill/shared";

/** HMAC-SHA-256 with a key of its own, as a host would pass it. */
export function keyedHash(text: string): string {
  return createHmac("sha256", "a secret of the host").update(text).digest("hex");
}

export const LIN = customerId("C-17");
export const TODAY = instant("2026-02-13T09:30:00Z");

/** Everything a record can hold. */
export function lin(rest: Partial<Customer> = {}): Customer {
  return {
    id: LIN,
    kind: "person",
    name: "Lin Meixiang",
    givenName: "Meixiang",
    familyName: "Lin",
    birthday: { calendar: "chinese", month: 8, day: 15, year: 1988 },
    language: "zh-CN",
    timeZone: timeZone("Asia/Shanghai"),
    contactPoints: [
      { id: "e1", channel: "email", address: "Mei.Lin@example.com", source: "shop" },
      { id: "e2", channel: "email", address: "mei.lin@example.com", source: "call centre" },
      { id: "p1", channel: "phone", address: "+8613812345678" },
      {
        id: "a1",
        channel: "post",
        address: "Nanjing Road 100, Shanghai, 200001, CN",
        postal: {
          lines: ["Nanjing Road 100"],
          locality: "Shanghai",
          postalCode: "200001",
          country: "CN",
        },
      },
    ],
    consents: [
      {
        purpose: "newsletter",
        channel: "email",
        state: "granted",
        at: instant("2024-05-01T08:00:00Z"),
        evidence: "form 3, signed Lin Meixiang",
        source: "shop",
      },
      {
        purpose: "newsletter",
        channel: "email",
        contactPoint: "e1",
        state: "withdrawn",
        at: instant("2019-05-01T08:00:00Z"),
        evidence: "mail of Mei.Lin@example.com",
      },
    ],
    suppressions: [{ kind: "complained", at: instant("2025-01-01T08:00:00Z"), contactPoint: "e1" }],
    owner: "staff-4",
    keyPersons: [
      {
        id: "k1",
        name: "Wang Fang",
        position: "assistant",
        influence: ["recommends"],
        contactPoints: [
          { id: "k-m", channel: "messaging", address: "wangfang88", service: "wechat" },
        ],
      },
    ],
    needs: [{ topic: "a present for her husband", kind: "secret" }],
    since: plainDate("2015-03-01"),
    ...rest,
  };
}

/** A purchase of one product for 12 euro. */
export function purchase(rest: Partial<Purchase> & { readonly product?: string } = {}): Purchase {
  const { product = "tea", ...fields } = rest;
  const amount = { amount: 1200, currency: "EUR" } as const;
  return {
    id: "A-1",
    customer: LIN,
    at: instant("2024-01-15T10:00:00Z"),
    source: "till of Zhou",
    lines: [{ product, category: "drinks", quantity: 1, amount }],
    total: amount,
    ...fields,
  };
}
