import fc from "fast-check";
import { customerId, mayContact } from "goodwill/customer";
import type { Consent, Customer } from "goodwill/customer";
import { instant, instantFromEpochMilliseconds, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { executableNow } from "../../../src/care/life/executable-now.js";
import type { CareAction } from "../../../src/care/plan/care-action.js";
import type { CareRelationship, PastCare } from "../../../src/care/plan/care-relationship.js";
import type { CarePolicy } from "../../../src/care/policy/care-policy.js";
import { contactCapsLeft } from "../../../src/care/timing/contact-caps-left.js";
import { isQuietAt } from "../../../src/care/timing/quiet-check.js";

const zone = timeZone("Asia/Shanghai");
/** A moment in Shanghai. */
const cn = (text: string) => instant(`${text}+08:00`);

const POLICY: Omit<CarePolicy, "rules"> = {
  limits: { A: { contacts: { perDay: 2 } } },
  otherwise: {
    contacts: { perDay: 1, perWeek: 2 },
    gifts: { perDay: { amount: 300, currency: "CNY" } },
  },
  quietHours: { from: "21:00", until: "08:00" },
  dueFrom: "09:00",
  timeZone: zone,
};

const granted: Consent = {
  purpose: "greetings",
  channel: "sms",
  state: "granted",
  at: cn("2026-01-01T12:00"),
  evidence: "form 1",
};

const CUSTOMER: Customer = {
  id: customerId("C-1"),
  kind: "person",
  name: "Lin Mei",
  timeZone: zone,
  contactPoints: [
    { id: "p1", channel: "phone", address: "+8613912345678" },
    { id: "e1", channel: "email", address: "mei.lin@example.com" },
  ],
  consents: [granted, { ...granted, channel: "email" }],
};

const ACTION: CareAction = {
  id: "A-1",
  customer: CUSTOMER.id,
  occasion: "birthday",
  occasionKeys: ["birthday 2026"],
  rule: "greeting",
  kind: "message",
  channel: "sms",
  contactPoint: "p1",
  purpose: "greetings",
  due: plainDate("2026-02-13"),
  at: cn("2026-02-13T09:00"),
  notAfter: cn("2026-02-15T00:00"),
  cost: { amount: 10, currency: "CNY" },
  effect: 1,
  cheerful: true,
  why: [],
  state: "due",
};

const NOON = cn("2026-02-13T12:00");
const past = (at: string, part: Partial<PastCare> = {}): PastCare => ({
  at: cn(at),
  kind: "message",
  channel: "sms",
  ...part,
});

interface Case {
  readonly action?: Partial<CareAction>;
  readonly facts?: Partial<CareRelationship>;
  readonly asOf?: typeof NOON;
  readonly policy?: Partial<CarePolicy>;
}

const judge = ({ action = {}, facts = {}, asOf = NOON, policy = {} }: Case = {}) =>
  executableNow(
    { ...ACTION, ...action },
    { customer: CUSTOMER, ...facts },
    { asOf, policy: { ...POLICY, ...policy } },
  );

/** In short: the contact point, until when it waits, or the end; then the codes. */
function short(one: Case): readonly unknown[] {
  const judged = judge(one);
  if (judged.executable) return [judged.contactPoint, ...judged.why.map(({ code }) => code)];
  const end = judged.outcome === "wait" ? judged.until : judged.outcome;
  return [end, ...judged.reasons.map(({ code }) => code)];
}

const NIGHT = cn("2026-02-13T22:00");
const MORNING = "2026-02-14T00:00:00.000Z";
const complaint = { id: "K-1", at: cn("2026-02-01T12:00") };

describe("CARE-6: whether an action may be done now", () => {
  it("CARE-6: may be done where nothing stands against it, with the ground and the contact point", () => {
    expect(short({})).toEqual(["p1", "consent-granted", "contact-point-chosen"]);
  });

  it("CARE-6: waits until its moment, and expires at notAfter, not before", () => {
    expect(short({ asOf: cn("2026-02-13T08:59:59.999") })).toEqual([ACTION.at, "care-too-early"]);
    expect(short({ asOf: ACTION.at })[0]).toBe("p1");
    const tonight = { notAfter: cn("2026-02-13T20:00") };
    expect(short({ action: tonight, asOf: cn("2026-02-13T19:59:59.999") })[0]).toBe("p1");
    expect(short({ action: tonight, asOf: tonight.notAfter })).toEqual([
      "expired",
      "care-window-over",
    ]);
  });

  it("CARE-6: an action that has ended stays ended, whatever has become of the customer", () => {
    for (const state of ["done", "blocked", "expired", "cancelled"] as const) {
      expect(short({ action: { state } })).toEqual(["ended", "care-action-ended"]);
    }
    expect(short({ action: { state: "planned" } })[0]).toBe("p1");
  });

  it("CARE-6: a consent withdrawn after planning blocks it, for good and before any waiting", () => {
    const withdrawn = { ...granted, state: "withdrawn", at: cn("2026-02-13T10:00") } as const;
    const customer = { ...CUSTOMER, consents: [...CUSTOMER.consents, withdrawn] };
    expect(short({ facts: { customer } }).slice(0, 2)).toEqual(["blocked", "care-not-permitted"]);
    expect(short({ facts: { customer }, asOf: NIGHT })[0]).toBe("blocked");
    // What is said later does not count.
    expect(short({ facts: { customer }, asOf: cn("2026-02-13T09:30") })[0]).toBe("p1");
  });

  it("CARE-6: nothing goes to the deceased, nor to minors where the policy forbids it", () => {
    for (const kind of ["deceased", "minor"] as const) {
      const customer = { ...CUSTOMER, suppressions: [{ kind, at: cn("2026-02-10T12:00") }] };
      expect(short({ facts: { customer } }).slice(0, 2)).toEqual(["blocked", "care-not-permitted"]);
    }
  });

  it("CARE-6: takes another contact point of the channel where the planned one is gone", () => {
    const contactPoints = [{ id: "p2", channel: "phone", address: "+8613912345679" }] as const;
    expect(short({ facts: { customer: { ...CUSTOMER, contactPoints } } })).toEqual([
      "p2",
      "consent-granted",
      "contact-point-chosen",
      "care-other-contact-point",
    ]);
  });

  it("CARE-6: quiet hours on the customer's clock are waited for; without a zone, on the fallback's", () => {
    expect(short({ asOf: NIGHT })).toEqual([MORNING, "care-quiet-hours"]);
    const { timeZone: own, ...nowhere } = CUSTOMER;
    expect(own).toBe(zone);
    expect(short({ facts: { customer: nowhere }, asOf: NIGHT })[0]).toBe(MORNING);
    expect(short({ facts: { customer: nowhere } })).toEqual([
      "p1",
      "consent-granted",
      "contact-point-chosen",
      "care-zone-missing",
    ]);
    const mars = { ...CUSTOMER, timeZone: "Mars/Base" as never };
    expect(short({ facts: { customer: mars }, asOf: NIGHT })[0]).toBe(MORNING);
  });

  it("CARE-6: what would go out stale is dropped, deferred or converted, as the policy says", () => {
    const action = { notAfter: cn("2026-02-14T00:00") };
    const asked = (whenTooLate: object | undefined, asOf = NIGHT, channels?: readonly ["sms"]) => {
      const quietHours = { from: "21:00", until: "08:00", ...(channels && { channels }) };
      const policy = {
        quietHours: { ...quietHours, ...(whenTooLate && { whenTooLate }) } as never,
      };
      return short({ action, asOf, policy });
    };
    const dropped = ["expired", "care-quiet-hours", "care-window-over"];
    expect(asked(undefined)).toEqual(dropped);
    expect(asked({ kind: "drop" })).toEqual(dropped);
    const defer = { kind: "defer", minutes: 60 };
    expect(asked(defer)).toEqual([MORNING, "care-quiet-hours"]);
    expect(asked(defer, cn("2026-02-14T08:59"))[0]).toBe("p1");
    expect(asked(defer, cn("2026-02-14T09:00"))).toEqual(["expired", "care-window-over"]);
    const convert = { kind: "convert", channels: ["sms", "post", "email"] };
    expect(asked(convert, NIGHT, ["sms"])).toEqual([
      "e1",
      "consent-granted",
      "contact-point-chosen",
      "care-converted",
    ]);
    // Where e-mail rests, too, there is nothing to convert to.
    expect(asked(convert)).toEqual(dropped);
    const awake = judge({
      action,
      asOf: NIGHT,
      policy: { quietHours: { ...POLICY.quietHours!, channels: ["phone"] } },
    });
    expect(awake.executable).toBe(true);
  });

  it("CARE-6: a window that does not end in quiet hours is not deferred", () => {
    const quietHours = {
      ...POLICY.quietHours!,
      whenTooLate: { kind: "defer", minutes: 60 },
    } as const;
    const action = { notAfter: cn("2026-02-13T20:00") };
    expect(short({ action, asOf: action.notAfter, policy: { quietHours } })[0]).toBe("expired");
  });

  it("CARE-6: caps and spacing count care of other plans, wait where they free again in time, else expire", () => {
    const today = { pastCare: [past("2026-02-13T10:00")] };
    expect(short({ facts: today })).toEqual(["2026-02-14T01:00:00.000Z", "care-limit-reached"]);
    expect(short({ facts: { ...today, valueClass: "A" } })[0]).toBe("p1");
    expect(short({ facts: { pastCare: [past("2026-02-13T13:00")] } })[0]).toBe("p1");
    const week = { pastCare: [past("2026-02-10T10:00"), past("2026-02-11T10:00")] };
    expect(short({ facts: week })).toEqual(["expired", "care-limit-reached", "care-window-over"]);
    const exempt = [past("2026-02-13T10:00", { transactional: true })];
    expect(short({ facts: { pastCare: exempt } })[0]).toBe("p1");
    const policy = { otherwise: { spacingDays: 2 } };
    expect(short({ facts: { pastCare: [past("2026-02-12T10:00")] }, policy })).toEqual([
      "2026-02-14T01:00:00.000Z",
      "care-too-close",
    ]);
    const never = { otherwise: { contacts: { perDay: 0 } } };
    expect(short({ policy: never })[0]).toBe("expired");
  });

  it("CARE-6: a cheerful action waits for the complaint to be settled, others do not", () => {
    const facts = { openComplaints: [complaint] };
    expect(short({ facts })).toEqual(["2026-02-14T01:00:00.000Z", "care-open-complaint"]);
    const later = cn("2026-02-14T12:00");
    expect(short({ facts, asOf: later })).toEqual([ACTION.notAfter, "care-open-complaint"]);
    expect(short({ facts, action: { cheerful: false } })[0]).toBe("p1");
    expect(short({ facts: { openComplaints: [{ ...complaint, at: later }] } })[0]).toBe("p1");
  });

  it("CARE-6: transactional care is exempt, where action and contact policy agree that it is", () => {
    const facts = { openComplaints: [complaint], pastCare: [past("2026-02-13T10:00")] };
    const contact = {
      timeZone: zone,
      purposes: { delivery: { messageClass: "transactional" } },
      otherwise: { messageClass: "promotional" },
      suppressions: {
        bounced: [],
        complained: [],
        deceased: ["promotional", "transactional"],
        minor: [],
        "legal-hold": [],
        "do-not-contact": [],
      },
      minority: { ageOfMajority: 18, leapDay: "mar1", unknownIsMinor: false },
    } as const;
    const action = { purpose: "delivery", transactional: true };
    const ask = (part: Case) => short({ facts, asOf: NIGHT, policy: { contact }, action, ...part });
    expect(ask({})[0]).toBe("p1");
    expect(ask({ action: { ...action, transactional: false } })[0]).toBe(
      MORNING.replace("T00", "T01"),
    );
    expect(ask({ action: { ...action, purpose: "greetings" } })[0]).not.toBe("p1");
    const customer = { ...CUSTOMER, suppressions: [{ kind: "deceased", at: NOON }] } as const;
    expect(ask({ facts: { ...facts, customer } })[0]).toBe("blocked");
  });

  it("CARE-3: caps on gifts hold at execution: by occasion and for good, by day until it is over", () => {
    const action = { kind: "gift", cost: { amount: 200, currency: "CNY" } } as const;
    const given = (amount: number, part: Partial<PastCare> = {}) => ({
      pastCare: [
        past("2026-02-13T10:00", {
          kind: "gift",
          cost: { amount, currency: "CNY" },
          transactional: true,
          ...part,
        }),
      ],
    });
    expect(short({ action, facts: given(100) })[0]).toBe("p1");
    expect(short({ action, facts: given(101) })).toEqual([
      "2026-02-14T01:00:00.000Z",
      "care-limit-reached",
    ]);
    expect(short({ action: { ...action, cost: { amount: 301, currency: "CNY" } } })).toEqual([
      "blocked",
      "care-gift-above-cap",
    ]);
    const occasion = {
      otherwise: { gifts: { perOccasion: { amount: 300, currency: "CNY" } } },
    } as const;
    expect(short({ action, policy: occasion, facts: given(101) })[0]).toBe("p1");
    const same = given(101, { occasionKeys: ["birthday 2026"] });
    expect(short({ action, policy: occasion, facts: same })).toEqual([
      "blocked",
      "care-limit-reached",
    ]);
    const year = { otherwise: { gifts: { perYear: { amount: 300, currency: "CNY" } } } } as const;
    expect(short({ action, policy: year, facts: given(101) })[0]).toBe("expired");
    expect(short({ action, facts: given(1, { cost: { amount: 1, currency: "EUR" } }) })).toEqual([
      "blocked",
      "care-gift-currency",
    ]);
    expect(short({ action: { ...action, kind: "visit" }, facts: given(300) })[0]).toBe("p1");
  });

  it("CARE-3: a gift of the year counts by the customer's own calendar", () => {
    const cny = (amount: number) => ({ amount, currency: "CNY" }) as const;
    const before = (at: string) =>
      short({
        action: { kind: "gift", cost: cny(200) },
        policy: { otherwise: { gifts: { perYear: cny(300) } } },
        facts: { pastCare: [past(at, { kind: "gift", cost: cny(101) })] },
      })[0];
    expect(before("2025-12-31T23:59")).toBe("p1");
    expect(before("2026-01-01T00:00")).toBe("expired");
  });

  it("CARE-6: the limits are those of the class the customer is in now", () => {
    const facts = { pastCare: [past("2026-02-13T10:00")] };
    const action = { valueClass: "C" };
    expect(short({ action, facts: { ...facts, valueClass: "A" } })[0]).toBe("p1");
    expect(short({ action: { valueClass: "A" }, facts: { ...facts, valueClass: "C" } })[1]).toBe(
      "care-limit-reached",
    );
    // Where no class is known now, it is that of the plan.
    expect(short({ action: { valueClass: "A" }, facts })[0]).toBe("p1");
  });

  it("CARE-6: what would wait until the very moment it is too late expires at once", () => {
    const notAfter = cn("2026-02-14T08:00");
    expect(short({ action: { notAfter }, asOf: NIGHT })).toEqual([
      "expired",
      "care-quiet-hours",
      "care-window-over",
    ]);
    const later = cn("2026-02-14T08:00:00.001");
    expect(short({ action: { notAfter: later }, asOf: NIGHT })[0]).toBe(MORNING);
  });

  it("CARE-6: facts of another customer are refused; those of who it was merged into are taken", () => {
    const customer = { ...CUSTOMER, id: customerId("C-2") };
    expect(() => judge({ facts: { customer } })).toThrow("facts must be of customer C-1, got C-2");
    const contactFacts = { aliases: [CUSTOMER.id] };
    expect(judge({ facts: { customer, contactFacts } }).executable).toBe(true);
    expect(() => judge({ asOf: "now" as never })).toThrow("asOf must be an instant");
    expect(() => judge({ policy: { timeZone: "Nowhere" as never } })).toThrow(RangeError);
  });
});

describe("CARE-6: under any facts", () => {
  const minutes = fc.integer({ min: -1440, max: 2 * 1440 });
  const at = (offset: number) =>
    instantFromEpochMilliseconds(Date.UTC(2026, 1, 13) + offset * 60_000);
  const cases = fc.record({
    inside: fc.integer({ min: -200, max: 2200 }),
    from: minutes,
    length: fc.integer({ min: 600, max: 3000 }),
    past: fc.array(minutes.map(at), { maxLength: 3 }),
    withdrawn: fc.option(minutes.map(at), { nil: undefined, freq: 2 }),
    complaint: fc.option(minutes.map(at), { nil: undefined, freq: 2 }),
    spacingDays: fc.integer({ min: 0, max: 2 }),
    home: fc.constantFrom("Asia/Shanghai", "America/New_York", "Mars/Base"),
    whenTooLate: fc.constantFrom(
      { kind: "drop" } as const,
      { kind: "defer", minutes: 90 } as const,
      { kind: "convert", channels: ["email"] } as const,
    ),
    channels: fc.constantFrom(undefined, ["sms"] as const),
  });

  it("CARE-6: what is executable is consented, awake, within its window, caps and spacing; what waits is asked in time", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, (one) => {
        const quietHours = {
          ...POLICY.quietHours!,
          whenTooLate: one.whenTooLate,
          ...(one.channels && { channels: one.channels }),
        };
        const limits = { contacts: { perDay: 2, perWeek: 3 }, spacingDays: one.spacingDays };
        const policy = { ...POLICY, otherwise: limits, quietHours };
        const word = { ...granted, state: "withdrawn", at: one.withdrawn ?? NOON } as const;
        const customer = {
          ...CUSTOMER,
          timeZone: one.home as never,
          consents: one.withdrawn === undefined ? CUSTOMER.consents : [...CUSTOMER.consents, word],
        };
        const pastCare = one.past.map((when) => past("2026-02-13T10:00", { at: when }));
        const facts = {
          customer,
          pastCare,
          openComplaints: one.complaint === undefined ? [] : [{ id: "K-1", at: one.complaint }],
        };
        const action = { ...ACTION, at: at(one.from), notAfter: at(one.from + one.length) };
        const asOf = at(one.from + one.inside);
        const judged = executableNow(action, facts, { asOf, policy });
        seen.add(judged.executable ? "yes" : judged.outcome);
        expect(executableNow(action, facts, { asOf, policy })).toEqual(judged);
        if (judged.executable) {
          const { channel } = judged;
          const clock = one.home === "Mars/Base" ? zone : timeZone(one.home);
          expect(isQuietAt(asOf, { quietHours, zone: clock, channel })).toBe(false);
          const { purpose } = action;
          expect(mayContact(customer, { purpose, channel, asOf }).allowed).toBe(true);
          expect(asOf >= action.at).toBe(true);
          if (one.whenTooLate.kind !== "defer") expect(asOf < action.notAfter).toBe(true);
          expect(one.complaint === undefined || one.complaint > asOf).toBe(true);
          const today = plainDate(
            new Date(Date.parse(asOf)).toLocaleDateString("en-CA", { timeZone: clock }),
          );
          const before = pastCare.filter((care) => care.at <= asOf);
          const caps = limits.contacts;
          expect(contactCapsLeft(before, { caps, zone: clock, on: today }).least).toBeGreaterThan(
            0,
          );
        } else {
          expect(judged.reasons.length).toBeGreaterThan(0);
          if (judged.outcome === "wait") {
            expect(judged.until > asOf).toBe(true);
            if (one.whenTooLate.kind !== "defer")
              expect(judged.until <= action.notAfter).toBe(true);
            // Whoever asks again when told to comes to an end.
            let turns = 0;
            let next: ReturnType<typeof executableNow> = judged;
            while (!next.executable && next.outcome === "wait") {
              next = executableNow(action, facts, { asOf: next.until, policy });
              turns += 1;
              expect(turns).toBeLessThan(20);
            }
          }
        }
      }),
    );
    expect([...seen].sort()).toEqual(["blocked", "expired", "wait", "yes"]);
  });
});
