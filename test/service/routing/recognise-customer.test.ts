import type { Customer } from "goodwill/customer";
import { customerId } from "goodwill/customer";
import { contactDirectory, recogniseCustomer } from "goodwill/service";
import { plainDate } from "goodwill/shared";
import { expect, test } from "vitest";
import { NOON } from "./centre.js";

function customer(id: string, points: Customer["contactPoints"], more: Partial<Customer> = {}) {
  const base = { kind: "person", name: id, contactPoints: points, consents: [] } as const;
  return { ...base, id: customerId(id), ...more };
}

const asOf = NOON;
const mei = customer("mei", [
  { id: "p", channel: "phone", address: "+49 30 123456" },
  { id: "e", channel: "email", address: "Mei@Example.com" },
  { id: "w", channel: "messaging", address: "mei88", service: "wechat" },
]);

test.each([
  ["a call", { channel: "phone", address: "0049 (30) 123-456" }],
  ["a text message from the same number", { channel: "sms", address: "+4930123456" }],
  ["mail, whatever the case", { channel: "email", address: "mei@example.COM" }],
  ["a handle", { channel: "messaging", address: "mei88", service: "wechat" }],
] as const)("SRV-6: %s shows who it is", (_, sender) => {
  const found = recogniseCustomer(sender, { directory: contactDirectory([mei], { asOf }) });
  expect(found).toMatchObject({ state: "known", customer: "mei" });
});

test.each([
  [
    "another service's handle",
    { channel: "messaging", address: "mei88", service: "line" },
    "unknown",
  ],
  ["the same last digits", { channel: "phone", address: "030 123456" }, "unknown"],
  ["a name of the language", { channel: "push", address: "constructor" }, "unknown"],
  ["a withheld number", { channel: "phone", address: "anonymous" }, "unreadable"],
] as const)("SRV-6: %s is nobody", (_, sender, state) => {
  const found = recogniseCustomer(sender, { directory: contactDirectory([mei], { asOf }) });
  expect(found.state).toBe(state);
});

test("SRV-6: several customers behind one number are all named, and none is guessed", () => {
  const bo = customer("bo", [{ id: "x", channel: "sms", address: "+4930123456" }]);
  const sender = { channel: "phone", address: "+4930123456" } as const;
  const found = recogniseCustomer(sender, { directory: contactDirectory([mei, bo], { asOf }) });
  expect(found).toEqual({
    state: "shared",
    customers: ["bo", "mei"],
    reason: { code: "routing-customer-shared", params: { channel: "phone", customers: 2 } },
  });
  const standingIds = { bo: customerId("mei") };
  const merged = contactDirectory([mei, bo], { asOf, standingIds });
  expect(recogniseCustomer(sender, { directory: merged })).toMatchObject({ customer: "mei" });
});

test("SRV-6: an address that is over is nobody's any more, one that failed still is", () => {
  const at = (validity: object) =>
    recogniseCustomer(
      { channel: "phone", address: "+4930123456" },
      {
        directory: contactDirectory(
          [customer("c", [{ id: "p", channel: "phone", address: "+4930123456", validity }])],
          { asOf },
        ),
      },
    ).state;
  expect(at({ through: plainDate("2026-02-12") })).toBe("unknown");
  expect(at({ from: plainDate("2026-02-14") })).toBe("unknown");
  expect(at({ failedAt: NOON })).toBe("known");
});

test("SRV-6: a key person leads to the organisation and is named, unless several share the number", () => {
  const point = { id: "p", channel: "phone", address: "+4930123456" } as const;
  const person = (id: string) => ({
    id,
    name: id,
    position: "buyer",
    influence: ["decides"] as const,
    contactPoints: [point],
  });
  const firm = (...ids: string[]) =>
    customer("firm", [], { kind: "organisation", keyPersons: ids.map(person) });
  const ask = (one: Customer) =>
    recogniseCustomer(point, { directory: contactDirectory([one], { asOf }) });
  expect(ask(firm("lin"))).toMatchObject({ state: "known", customer: "firm", keyPerson: "lin" });
  expect(ask(firm("lin", "wu"))).not.toHaveProperty("keyPerson");
  expect(ask(firm("lin", "wu")).state).toBe("known");
});

test("SRV-6: the host's own reader takes numbers without a country", () => {
  const parse = (text: string) => `+49${text.replace(/\D/g, "").slice(1)}`;
  const local = customer("c", [{ id: "p", channel: "phone", address: "030 / 123456" }]);
  const directory = contactDirectory([local], { asOf, parse });
  const sender = { channel: "phone", address: "+49 30 123456" } as const;
  expect(recogniseCustomer(sender, { directory }).state).toBe("known");
  expect(
    recogniseCustomer({ channel: "sms", address: "030 123456" }, { directory, parse }).state,
  ).toBe("known");
});
