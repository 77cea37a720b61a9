import fc from "fast-check";
import {
  contactPointsFor,
  contactPointState,
  CUSTOMER_SENTENCES,
  type ContactPoint,
  type ContactPointValidity,
} from "goodwill/customer";
import { explain, instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { AS_OF, pastInstants, person } from "./samples.js";

function email(id: string, fields: Partial<ContactPoint> = {}): ContactPoint {
  return { id, channel: "email", address: `${id}@example.com`, ...fields };
}

function stateOf(validity: ContactPointValidity, asOf = "2026-02-13T09:30:00Z"): string {
  return contactPointState(email("p", { validity }), { asOf: instant(asOf) }).state;
}

describe("a contact point", () => {
  it("is unverified when nothing is known, or an empty validity is given", () => {
    expect(contactPointState(email("p"), { asOf: AS_OF }).state).toBe("unverified");
    expect(stateOf({})).toBe("unverified");
  });

  it("holds from the beginning of its first day to the end of its last", () => {
    const validity = {
      from: plainDate("2026-02-01"),
      through: plainDate("2026-02-28"),
      verifiedAt: instant("2026-01-01T00:00:00Z"),
    };
    expect(stateOf(validity, "2026-01-31T23:59:59.999Z")).toBe("not-yet");
    expect(stateOf(validity, "2026-02-01T00:00:00.000Z")).toBe("valid");
    expect(stateOf(validity, "2026-02-28T23:59:59.999Z")).toBe("valid");
    expect(stateOf(validity, "2026-03-01T00:00:00.000Z")).toBe("expired");
  });

  it("is judged by the calendar of the zone, where one is given", () => {
    const point = email("p", { validity: { through: plainDate("2026-02-12") } });
    const asOf = instant("2026-02-12T18:00:00Z");
    expect(contactPointState(point, { asOf }).state).toBe("unverified");
    expect(contactPointState(point, { asOf, zone: timeZone("Asia/Shanghai") }).state).toBe(
      "expired",
    );
  });

  it("has failed from the failure on until it is proven later", () => {
    const failedAt = instant("2026-02-01T00:00:00Z");
    expect(stateOf({ failedAt })).toBe("failed");
    expect(stateOf({ failedAt, verifiedAt: instant("2026-01-31T23:59:59Z") })).toBe("failed");
    expect(stateOf({ failedAt, verifiedAt: failedAt })).toBe("failed");
    expect(stateOf({ failedAt, verifiedAt: instant("2026-02-01T00:00:00.001Z") })).toBe("valid");
  });

  it("is judged by what was known at the moment, the moment itself included", () => {
    const verifiedAt = instant("2026-01-01T00:00:00Z");
    const failedAt = instant("2026-02-01T00:00:00Z");
    expect(stateOf({ verifiedAt, failedAt }, "2025-12-31T23:59:59.999Z")).toBe("unverified");
    expect(stateOf({ verifiedAt, failedAt }, "2026-01-01T00:00:00.000Z")).toBe("valid");
    expect(stateOf({ verifiedAt, failedAt }, "2026-02-01T00:00:00.000Z")).toBe("failed");
  });

  it("says why in words", () => {
    const say = (validity: ContactPointValidity): string =>
      explain(
        contactPointState(email("p", { validity }), { asOf: AS_OF }).reason,
        CUSTOMER_SENTENCES,
      );
    const at = instant("2026-01-01T00:00:00Z");
    expect([
      say({}),
      say({ verifiedAt: at }),
      say({ failedAt: at }),
      say({ from: plainDate("2027-01-01") }),
      say({ through: plainDate("2025-01-01") }),
    ]).toEqual([
      "Contact point p was never proven to reach the customer.",
      "Contact point p holds; it was last proven at 2026-01-01T00:00:00.000Z.",
      "Contact point p failed at 2026-01-01T00:00:00.000Z and was not proven since.",
      "Contact point p holds from 2027-01-01 on, not yet.",
      "Contact point p held through 2025-01-01 only.",
    ]);
  });
});

describe("the contact points of a channel", () => {
  const found = (points: readonly ContactPoint[], channel: ContactPoint["channel"]): string[] =>
    contactPointsFor(person({ contactPoints: points }), { channel, asOf: AS_OF }).map(
      ({ point }) => point.id,
    );
  const proven = (at: string): Pick<ContactPoint, "validity"> => ({
    validity: { verifiedAt: instant(at) },
  });

  it("preferred first, then the proven, then the latest proven, the failed last", () => {
    const failed = { validity: { failedAt: instant("2026-02-01T00:00:00Z") } };
    const points = [
      email("failed", { ...failed, preferred: true }),
      email("bare"),
      email("older", proven("2025-01-01T00:00:00Z")),
      email("newer", proven("2025-06-01T00:00:00Z")),
      email("preferred", { preferred: true }),
      email("also-bare"),
    ];
    const order = ["preferred", "newer", "older", "also-bare", "bare", "failed"];
    expect(found(points, "email")).toEqual(order);
    expect(found(points.toReversed(), "email")).toEqual(order);
  });

  it("those that do not hold yet or no longer are left out, as are other channels", () => {
    const points = [
      email("early", { validity: { from: plainDate("2026-02-14") } }),
      email("late", { validity: { through: plainDate("2026-02-12") } }),
      email("now", {
        validity: { from: plainDate("2026-02-13"), through: plainDate("2026-02-13") },
      }),
      { id: "phone", channel: "phone", address: "+4930123456" } as const,
    ];
    expect(found(points, "email")).toEqual(["now"]);
    expect(found(points, "post")).toEqual([]);
  });

  it("a phone number takes text messages, behind numbers made for them; not the other way round", () => {
    const points = [
      { id: "a-phone", channel: "phone", address: "+4930123456" },
      { id: "b-sms", channel: "sms", address: "+4930123457" },
    ] as const;
    expect(found(points, "sms")).toEqual(["b-sms", "a-phone"]);
    expect(found(points, "phone")).toEqual(["a-phone"]);
  });

  it("the order does not depend on the order given", () => {
    const points = fc.uniqueArray(
      fc.record(
        {
          id: fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 3 }),
          preferred: fc.boolean(),
          verifiedAt: fc.option(pastInstants, { nil: undefined }),
          channel: fc.constantFrom("phone", "sms"),
        },
        { requiredKeys: ["id", "channel"] },
      ),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(points, (given) => {
        const made = given.map(({ verifiedAt, ...rest }) => ({
          ...rest,
          address: "+4930123456",
          ...(verifiedAt !== undefined && { validity: { verifiedAt } }),
        }));
        expect(found(made, "sms")).toEqual(found(made.toReversed(), "sms"));
        expect(found(made, "sms").toSorted()).toEqual(made.map(({ id }) => id).toSorted());
      }),
    );
  });
});
