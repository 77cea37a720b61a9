import fc from "fast-check";
import {
  consentState,
  DEFAULT_CONTACT_POLICY,
  type Consent,
  type ConsentStateOptions,
  type ContactPolicy,
} from "goodwill/customer";
import { instant, timeZone, type Instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { ANN, anyMoment, anyWithdrawal, anyWord, hour, STRICT, word } from "./samples.js";

const question = { purpose: "newsletter", channel: "email" } as const;

function stateAt(
  consents: readonly Consent[],
  asOf: Instant,
  rest: Partial<ConsentStateOptions> = {},
) {
  return consentState(consents, { ...question, asOf, ...rest });
}

describe("a word and the next", () => {
  it("CUS-6: a withdrawal ends the grant from its own moment on", () => {
    const consents = [word("granted", hour(1)), word("withdrawn", hour(5))];
    expect(stateAt(consents, instant("2026-01-01T04:59:59.999Z")).state).toBe("granted");
    expect(stateAt(consents, hour(5)).state).toBe("withdrawn");
    expect(stateAt(consents, hour(5)).since).toBe(hour(5));
  });

  it("CUS-6: nothing said, or said later, is no consent", () => {
    expect(stateAt([], hour(1)).state).toBe("none");
    expect(stateAt([word("granted", hour(2))], hour(1))).toEqual({
      state: "none",
      reason: { code: "consent-none", params: question },
    });
  });

  it("CUS-6: consent is for one purpose and one channel", () => {
    const consents = [word("granted", hour(1))];
    expect(stateAt(consents, hour(2), { purpose: "offers" }).state).toBe("none");
    expect(stateAt(consents, hour(2), { channel: "sms" }).state).toBe("none");
  });

  it("a pending consent takes the place of a grant and never allows", () => {
    const consents = [word("granted", hour(1)), word("pending", hour(5))];
    expect(stateAt(consents, hour(6)).state).toBe("pending");
    expect(stateAt([...consents, word("granted", hour(7))], hour(8)).state).toBe("granted");
  });

  it.each([
    [["granted", "withdrawn"], "withdrawn"],
    [["granted", "pending"], "pending"],
    [["pending", "withdrawn"], "withdrawn"],
  ] as const)("of %s at one moment the stricter wins: %s", (states, expected) => {
    const consents = states.map((state) => word(state, hour(1)));
    expect(stateAt(consents, hour(1)).state).toBe(expected);
    expect(stateAt(consents.toReversed(), hour(1)).state).toBe(expected);
  });

  it("of two grants at one moment the one that ends first counts", () => {
    const consents = [word("granted", hour(1)), word("granted", hour(1), { expires: hour(3) })];
    expect(stateAt(consents, hour(3)).state).toBe("expired");
    expect(stateAt(consents.toReversed(), hour(3)).state).toBe("expired");
  });
});

describe("one contact point and the whole channel", () => {
  const e1 = { contactPoint: "e1" };

  it("a withdrawal for the channel closes every point, a later grant for one opens that one", () => {
    const consents = [
      word("granted", hour(1), e1),
      word("withdrawn", hour(2)),
      word("granted", hour(3), { contactPoint: "e2" }),
    ];
    expect(stateAt(consents, hour(4), e1).state).toBe("withdrawn");
    expect(stateAt(consents, hour(4), { contactPoint: "e2" }).state).toBe("granted");
    expect(stateAt(consents, hour(4)).state).toBe("withdrawn");
  });

  it("a grant for the channel opens no point that was withdrawn, before or later", () => {
    for (const [withdrawn, granted] of [
      [2, 1],
      [1, 2],
    ] as const) {
      const consents = [word("withdrawn", hour(withdrawn), e1), word("granted", hour(granted))];
      expect(stateAt(consents, hour(4), e1).state).toBe("withdrawn");
      expect(stateAt(consents, hour(4), { contactPoint: "e2" }).state).toBe("granted");
    }
  });

  it("a grant at the very moment of the withdrawal does not lift it", () => {
    const consents = [
      word("withdrawn", hour(1), e1),
      word("granted", hour(1), e1),
      word("granted", hour(2)),
    ];
    expect(stateAt(consents, hour(4), e1).state).toBe("withdrawn");
  });

  it("a grant for the point itself lifts its withdrawal", () => {
    const consents = [word("withdrawn", hour(1), e1), word("granted", hour(2), e1)];
    expect(stateAt(consents, hour(4), e1).state).toBe("granted");
    expect(stateAt(consents, hour(4)).state).toBe("none");
  });
});

describe("one purpose under another", () => {
  const marketing = { purpose: "marketing" };
  const policy: ContactPolicy = {
    ...DEFAULT_CONTACT_POLICY,
    purposes: { newsletter: { messageClass: "promotional", coveredBy: ["marketing"] } },
  };

  it("a consent to marketing covers the newsletter only where the policy says so", () => {
    const consents = [word("granted", hour(1), marketing)];
    expect(stateAt(consents, hour(2)).state).toBe("none");
    const covered = stateAt(consents, hour(2), { policy });
    expect(covered.reason).toEqual({
      code: "consent-granted-by-covering",
      params: { ...question, at: hour(1), basis: "consent", evidence: "form 3", by: "marketing" },
    });
  });

  it("a consent to the newsletter never covers marketing", () => {
    const consents = [word("granted", hour(1))];
    expect(stateAt(consents, hour(2), { purpose: "marketing", policy }).state).toBe("none");
  });

  it("a newsletter withdrawn by name stays closed under a later grant for marketing", () => {
    const consents = [word("withdrawn", hour(1)), word("granted", hour(2), marketing)];
    expect(stateAt(consents, hour(3), { policy }).state).toBe("withdrawn");
    const again = [...consents, word("granted", hour(4))];
    expect(stateAt(again, hour(5), { policy }).state).toBe("granted");
  });

  it("a withdrawal of marketing closes the newsletter, too", () => {
    const consents = [word("granted", hour(1)), word("withdrawn", hour(2), marketing)];
    expect(stateAt(consents, hour(3), { policy }).state).toBe("withdrawn");
  });
});

describe("double opt-in", () => {
  const policy: ContactPolicy = {
    ...DEFAULT_CONTACT_POLICY,
    purposes: {
      newsletter: {
        messageClass: "promotional",
        doubleOptIn: { channels: ["email"], confirmWithinHours: 24 },
      },
    },
  };
  const at = (consents: readonly Consent[], hours: number) =>
    stateAt(consents, hour(hours), { policy });

  it("a grant counts when it confirms what was asked within its time", () => {
    expect(at([word("pending", hour(1)), word("granted", hour(24))], 30).state).toBe("granted");
  });

  it("a confirmation at the end of its time is too late", () => {
    const late = at([word("pending", hour(1)), word("granted", hour(25))], 30);
    expect(late.state).toBe("expired");
    expect(late.reason.code).toBe("consent-confirmed-late");
  });

  it("the pending consent's own end comes first where it is earlier", () => {
    const asked = word("pending", hour(1), { expires: hour(3) });
    expect(at([asked, word("granted", hour(3))], 30).state).toBe("expired");
    expect(at([asked, word("granted", hour(2))], 30).state).toBe("granted");
  });

  it("a grant that confirms nothing leaves the consent pending", () => {
    const never = at([word("granted", hour(1))], 2);
    expect([never.state, never.reason.code]).toEqual(["pending", "consent-never-asked"]);
    const same = at([word("pending", hour(1)), word("granted", hour(1))], 2);
    expect(same.state).toBe("pending");
  });

  it("what was asked for another contact point is not confirmed", () => {
    const consents = [word("pending", hour(1), { contactPoint: "e1" }), word("granted", hour(2))];
    expect(at(consents, 3).state).toBe("pending");
  });

  it("a withdrawal between undoes what was asked: an old link opens nothing", () => {
    const consents = [
      word("pending", hour(1)),
      word("withdrawn", hour(2)),
      word("granted", hour(3)),
    ];
    expect(at(consents, 4).state).toBe("pending");
  });

  it("after a withdrawal a new grant is no renewal: it must be asked for again", () => {
    const consents = [
      word("pending", hour(1)),
      word("granted", hour(2)),
      word("withdrawn", hour(3)),
      word("granted", hour(4)),
    ];
    expect(at(consents, 5).state).toBe("pending");
  });

  it("a confirmed grant is renewed without asking again", () => {
    const consents = [
      word("pending", hour(1)),
      word("granted", hour(2)),
      word("granted", hour(100), { evidence: "call" }),
    ];
    expect(at(consents, 101).word?.evidence).toBe("call");
    expect(at(consents, 101).state).toBe("granted");
  });

  it("a pending consent runs out with its time", () => {
    const asked = [word("pending", hour(1))];
    expect(at(asked, 24)).toMatchObject({ state: "pending", until: hour(25) });
    expect(at(asked, 25)).toMatchObject({ state: "expired", since: hour(25) });
  });

  it("channels the policy does not name take a grant as it is", () => {
    const consents = [word("granted", hour(1), { channel: "sms" })];
    const options = { ...question, channel: "sms", asOf: hour(2), policy } as const;
    expect(consentState(consents, options).state).toBe("granted");
  });
});

describe("what runs out", () => {
  const lapsing = (lapsesAfterMonths: number, zone = "UTC"): ContactPolicy => ({
    ...DEFAULT_CONTACT_POLICY,
    timeZone: timeZone(zone),
    purposes: { newsletter: { messageClass: "promotional", lapsesAfterMonths } },
  });

  it("a grant ends at its own end, that moment excluded", () => {
    const consents = [word("granted", hour(1), { expires: hour(3) })];
    expect(stateAt(consents, instant("2026-01-01T02:59:59.999Z"))).toMatchObject({
      state: "granted",
      until: hour(3),
    });
    expect(stateAt(consents, hour(3))).toMatchObject({ state: "expired", since: hour(3) });
  });

  // Regulation (EEC, Euratom) No 1182/71, Art. 3(2)(c): a period of months ends with the last hour of the day with the
  // same number, or of the last day of a month that has none.
  it.each([
    ["2026-01-31T08:00:00.000Z", 1, "UTC", "2026-03-01T00:00:00.000Z"],
    ["2024-01-31T08:00:00.000Z", 1, "UTC", "2024-03-01T00:00:00.000Z"],
    ["2026-01-15T08:00:00.000Z", 24, "UTC", "2028-01-16T00:00:00.000Z"],
    ["2026-01-31T23:30:00.000Z", 1, "Asia/Shanghai", "2026-03-01T16:00:00.000Z"],
  ])("a grant of %s lapses after %i months in %s at %s", (at, months, zone, end) => {
    const consents = [word("granted", instant(at))];
    const policy = lapsing(months, zone);
    const standing = stateAt(consents, instant(at), { policy });
    expect(standing.until).toBe(end);
    expect(stateAt(consents, instant(end), { policy }).state).toBe("expired");
  });

  it("each use keeps a grant alive, if it was alive then", () => {
    const consents = [word("granted", instant("2026-01-10T08:00:00Z"))];
    const use = { customer: ANN, ...question };
    const february = { ...use, at: instant("2026-02-10T23:59:00Z") };
    const policy = lapsing(1);
    const end = (uses: ConsentStateOptions["uses"] & object) =>
      stateAt(consents, instant("2026-06-01T00:00:00Z"), { policy, uses });
    expect(end([]).since).toBe("2026-02-11T00:00:00.000Z");
    expect(end([february]).since).toBe("2026-03-11T00:00:00.000Z");
    expect(end([{ ...february, at: instant("2026-02-11T00:00:00Z") }]).since).toBe(
      "2026-02-11T00:00:00.000Z",
    );
    expect(end([{ ...february, channel: "sms" }]).since).toBe("2026-02-11T00:00:00.000Z");
  });

  it("a grant at the end of the calendar lapses never rather than throw", () => {
    const at = instant("9999-11-30T08:00:00Z");
    expect(stateAt([word("granted", at)], at, { policy: lapsing(24) }).state).toBe("granted");
  });
});

describe("two clocks", () => {
  const late = word("withdrawn", hour(2), { recordedAt: hour(10) });
  const consents = [word("granted", hour(1)), late];

  it("an earlier moment is answered as it was known then", () => {
    expect(stateAt(consents, hour(5)).state).toBe("granted");
    expect(stateAt(consents, hour(10)).state).toBe("withdrawn");
  });

  it("or as it is known later, when asked so", () => {
    expect(stateAt(consents, hour(5), { knownAt: hour(10) }).state).toBe("withdrawn");
    expect(stateAt(consents, hour(1), { knownAt: hour(10) }).state).toBe("granted");
  });
});

describe("what cannot be read or asked", () => {
  it("a word without a valid time or state is no ground for contact", () => {
    for (const broken of [
      { ...word("granted", hour(1)), at: "yesterday" as Instant },
      { ...word("granted", hour(1)), state: "yes" as Consent["state"] },
      word("granted", hour(1), { expires: "soon" as Instant }),
      word("granted", hour(1), { recordedAt: "" as Instant }),
    ]) {
      expect(stateAt([word("granted", hour(1)), broken], hour(2)).state).toBe("unreadable");
    }
  });

  it.each([
    [{ purpose: "" }, 'purpose must be a text that is not empty, got ""'],
    [{ channel: "fax" as "email" }, "channel must be one of email, phone"],
    [{ asOf: "2026-01-01" as Instant }, 'asOf must be an instant, got "2026-01-01"'],
    [{ knownAt: "now" as Instant }, 'knownAt must be an instant, got "now"'],
    [
      { policy: { ...STRICT, timeZone: "Mars/Base" as ContactPolicy["timeZone"] } },
      'time zone is not known, got "Mars/Base"',
    ],
    [
      {
        policy: { ...STRICT, otherwise: { messageClass: "promotional", lapsesAfterMonths: 0.5 } },
        purpose: "x",
      },
      "lapsesAfterMonths must be a whole number of at least 1, got 0.5",
    ],
    [
      {
        policy: {
          ...STRICT,
          otherwise: {
            messageClass: "promotional",
            doubleOptIn: { channels: ["email"], confirmWithinHours: Number.NaN },
          },
        },
        purpose: "x",
      },
      "confirmWithinHours must be a number above 0, got NaN",
    ],
    [
      { policy: { ...STRICT, minority: { ...STRICT.minority, ageOfMajority: 0 } } },
      "ageOfMajority must be a whole number of at least 1, got 0",
    ],
  ] as [Partial<ConsentStateOptions>, string][])(
    "case %#: a broken question throws",
    (rest, message) => {
      expect(() => stateAt([], hour(1), rest)).toThrow(RangeError);
      expect(() => stateAt([], hour(1), rest)).toThrow(message);
    },
  );

  it("a purpose named like a method of every object is a purpose like any other", () => {
    expect(stateAt([], hour(1), { purpose: "constructor" }).state).toBe("none");
  });
});

describe("whatever is said", () => {
  const scope = fc.record({
    contactPoint: fc.constantFrom(undefined, "e1", "e2"),
    policy: fc.constantFrom(undefined, STRICT),
    asOf: anyMoment,
  });
  const ask = (
    consents: readonly Consent[],
    {
      contactPoint,
      policy,
      asOf,
    }: { contactPoint: string | undefined; policy: ContactPolicy | undefined; asOf: Instant },
  ) =>
    stateAt(consents, asOf, {
      ...(contactPoint !== undefined && { contactPoint }),
      ...(policy !== undefined && { policy }),
    });

  it("the order of the words never matters", () => {
    fc.assert(
      fc.property(
        fc
          .array(anyWord, { maxLength: 8 })
          .chain((words) =>
            fc.tuple(
              fc.constant(words),
              fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length }),
            ),
          ),
        scope,
        ([words, shuffled], about) => {
          expect(ask(shuffled, about)).toEqual(ask(words, about));
        },
      ),
    );
  });

  it("what is said or learned later never matters", () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 8 }), scope, (words, about) => {
        const known = words.filter(
          ({ at, recordedAt }) => at <= about.asOf && (recordedAt ?? at) <= about.asOf,
        );
        expect(ask(words, about)).toEqual(ask(known, about));
      }),
    );
  });

  it("one more withdrawal never grants", () => {
    fc.assert(
      fc.property(
        fc.array(anyWord, { maxLength: 8 }),
        anyWithdrawal,
        scope,
        (words, withdrawal, about) => {
          fc.pre(ask(words, about).state !== "granted");
          expect(ask([...words, withdrawal], about).state).not.toBe("granted");
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("one grant, and nothing else, is granted to its own scope from its moment to its end", () => {
    fc.assert(
      fc.property(anyWord, anyMoment, (said, asOf) => {
        const grant: Consent = { ...said, state: "granted" };
        const { purpose, channel, contactPoint, at, expires, recordedAt = at } = grant;
        const about = {
          purpose,
          channel,
          asOf,
          ...(contactPoint !== undefined && { contactPoint }),
        };
        const isOpen =
          at <= asOf && recordedAt <= asOf && (expires === undefined || asOf < expires);
        expect(consentState([grant], about).state === "granted").toBe(isOpen);
      }),
    );
  });
});
