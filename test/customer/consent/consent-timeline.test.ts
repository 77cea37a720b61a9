import fc from "fast-check";
import { consentState, consentTimeline, type Consent, type ConsentSpan } from "goodwill/customer";
import type { Instant } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { anyMoment, anyWord, hour, STRICT, word } from "./samples.js";

const short = ({ contactPoint = "all", state, from, until }: ConsentSpan) => [
  contactPoint,
  state,
  from,
  until ?? "open",
];

describe("the timeline of consent", () => {
  it("CUS-6: shows how each consent stood, with its end", () => {
    const consents = [
      word("withdrawn", hour(20)),
      word("pending", hour(1)),
      word("granted", hour(2), { expires: hour(10) }),
    ];
    expect(consentTimeline({ consents }, { asOf: hour(30) }).map(short)).toEqual([
      ["all", "pending", hour(1), hour(2)],
      ["all", "granted", hour(2), hour(10)],
      ["all", "expired", hour(10), hour(20)],
      ["all", "withdrawn", hour(20), "open"],
    ]);
  });

  it("a contact point has a row of its own, with the words about the channel in it", () => {
    const e1 = { contactPoint: "e1" };
    const consents = [word("granted", hour(1)), word("withdrawn", hour(5), e1)];
    expect(consentTimeline({ consents }, { asOf: hour(9) }).map(short)).toEqual([
      ["all", "granted", hour(1), "open"],
      ["e1", "granted", hour(1), hour(5)],
      ["e1", "withdrawn", hour(5), "open"],
    ]);
  });

  it("what is said later is not in it, and an end to come closes nothing", () => {
    const consents = [
      word("granted", hour(1), { expires: hour(9), evidence: "call" }),
      word("withdrawn", hour(5)),
    ];
    expect(consentTimeline({ consents }, { asOf: hour(4) })).toEqual([
      {
        purpose: "newsletter",
        channel: "email",
        state: "granted",
        from: hour(1),
        evidence: "call",
      },
    ]);
  });

  it("what runs out at the very moment asked about has run out", () => {
    const consents = [word("granted", hour(1), { expires: hour(9) })];
    expect(consentTimeline({ consents }, { asOf: hour(9) }).map(short)).toEqual([
      ["all", "granted", hour(1), hour(9)],
      ["all", "expired", hour(9), "open"],
    ]);
  });

  it("nobody who said nothing has a row; a word that cannot be read is left out", () => {
    const broken = word("granted", "soon" as Instant);
    expect(consentTimeline({ consents: [] }, { asOf: hour(1) })).toEqual([]);
    expect(consentTimeline({ consents: [broken] }, { asOf: hour(1) })).toEqual([]);
    expect(() =>
      consentTimeline({ consents: [word("granted", hour(1))] }, { asOf: "x" as Instant }),
    ).toThrow(RangeError);
  });

  it("at every moment says what the state says, without gaps", () => {
    fc.assert(
      fc.property(
        fc.array(anyWord, { maxLength: 8 }),
        fc.array(anyMoment, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(undefined, STRICT),
        (consents: readonly Consent[], moments, policy) => {
          const asOf = hour(1300);
          const rules = policy === undefined ? {} : { policy };
          const spans = consentTimeline({ consents }, { asOf, ...rules });
          const rows = new Map<string, ConsentSpan[]>();
          for (const span of spans) {
            const key = JSON.stringify([span.purpose, span.channel, span.contactPoint]);
            rows.set(key, [...(rows.get(key) ?? []), span]);
          }
          for (const row of rows.values()) {
            const [{ purpose, channel, contactPoint }] = row as [ConsentSpan];
            const about = { purpose, channel, ...(contactPoint !== undefined && { contactPoint }) };
            for (const [i, span] of row.entries()) expect(span.until).toBe(row[i + 1]?.from);
            for (const moment of [...moments, ...row.map(({ from }) => from)]) {
              const span = row.find(
                ({ from, until }) => from <= moment && (until === undefined || moment < until),
              );
              const state = consentState(consents, {
                ...about,
                asOf: moment,
                knownAt: asOf,
                ...rules,
              });
              expect(span?.state ?? "none").toBe(state.state);
            }
          }
          const heard = consents.filter(
            ({ at, recordedAt = at }) => at <= asOf && recordedAt <= asOf,
          );
          const said = heard.map((one) =>
            JSON.stringify([one.purpose, one.channel, one.contactPoint]),
          );
          for (const key of said) expect(rows.has(key)).toBe(true);
        },
      ),
    );
  });
});
