import fc from "fast-check";
import { customerId, mayContact, mayContactAll, type Customer } from "goodwill/customer";
import { describe, expect, it } from "vitest";
import { ann, anyFile, hour, STRICT, word } from "./samples.js";

const question = { purpose: "newsletter", channel: "email", asOf: hour(100) } as const;

describe("many customers", () => {
  it("are split into allowed and blocked, with the reasons counted", () => {
    const named = (id: string, rest: Partial<Customer> = {}) =>
      ann({ id: customerId(id), ...rest });
    const outcome = mayContactAll(
      [
        named("C-1", { consents: [word("granted", hour(1))] }),
        named("C-2"),
        named("C-3", { suppressions: [{ kind: "complained", at: hour(1) }] }),
        named("C-4", { contactPoints: [] }),
        named("C-5"),
        null as unknown as Customer,
      ],
      question,
    );
    expect(
      outcome.allowed.map(({ customer, contactPoint, basis }) => [customer, contactPoint, basis]),
    ).toEqual([["C-1", "e1", "consent"]]);
    expect(outcome.blocked.map(({ index, customer }) => [index, customer])).toEqual([
      [1, "C-2"],
      [2, "C-3"],
      [3, "C-4"],
      [4, "C-5"],
      [5, undefined],
    ]);
    expect(outcome.blockedBy).toEqual([
      { code: "consent-none", decisive: 2, customers: 4 },
      { code: "no-contact-point", decisive: 1, customers: 1 },
      { code: "record-unreadable", decisive: 1, customers: 1 },
      { code: "suppressed-complained", decisive: 1, customers: 1 },
    ]);
  });

  it("each is answered as alone, with the facts of its own", () => {
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 4 }), (files) => {
        const owners = files.map((file, i) => {
          const customer = customerId(`C-${i}`);
          return {
            customer: ann({
              id: customer,
              consents: file.consents,
              suppressions: file.suppressions,
            }),
            bases: file.bases.map((basis) => ({ ...basis, customer })),
            purchases: file.purchases.map((purchase) => ({ ...purchase, customer })),
          };
        });
        const options = { ...question, policy: STRICT };
        const { allowed, blocked } = mayContactAll(
          owners.map(({ customer }) => customer),
          {
            ...options,
            bases: owners.flatMap(({ bases }) => bases),
            purchases: owners.flatMap(({ purchases }) => purchases),
          },
        );
        const alone = owners.map(({ customer, ...facts }) =>
          mayContact(customer, { ...options, ...facts }),
        );
        expect(allowed.map(({ reasons }) => reasons)).toEqual(
          alone.filter((one) => one.allowed).map(({ reasons }) => reasons),
        );
        expect(blocked.map(({ reasons }) => reasons)).toEqual(
          alone.filter((one) => !one.allowed).map(({ reasons }) => reasons),
        );
      }),
    );
  });

  it("nobody is an empty answer", () => {
    expect(mayContactAll([], question)).toEqual({ allowed: [], blocked: [], blockedBy: [] });
  });
});
