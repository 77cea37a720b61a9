import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { addMilliseconds, instant, timeZone } from "goodwill/shared";
import type { Interaction, ModernExpectationsPolicy } from "goodwill/touchpoint";
import {
  ALL_WEEK,
  DEFAULT_MODERN_EXPECTATIONS_POLICY,
  modernExpectations,
  modernExpectationsCombine,
} from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { codesOf } from "../catalogue/codes.js";
import { contact, place } from "../catalogue/samples.js";

const UTC = timeZone("UTC");
const SHANGHAI = timeZone("Asia/Shanghai");
const asOf = instant("2026-03-01T00:00:00Z");
const weekdays = { days: [1, 2, 3, 4, 5] as const, from: "09:00", until: "18:00" };
const catalogue = [
  place({ id: "website", channels: ["web"], hours: { zone: UTC, windows: ALL_WEEK } }),
  place({ id: "desk", channels: ["phone"], hours: { zone: SHANGHAI, windows: [weekdays] } }),
  place({ id: "store", channels: ["store"] }),
  place({ id: "talk", control: "earned" }),
  place({ id: "depot", visibility: "backstage" }),
];
const options = { catalogue, zones: [UTC, SHANGHAI], asOf };

const about = (id: string, at: string, touchpoint: string, more: Partial<Interaction> = {}) =>
  contact({ id, at, touchpoint, topic: "invoice", ...more, customer: more.customer ?? "C-1" });

describe("modernExpectations: access", () => {
  it("TP-10: the share of hours times channels is the same on every clock, the gaps are not", () => {
    const { access } = modernExpectations([], options);
    const [utc, shanghai] = access.zones;
    // 45 of 168 hours by phone, all by web
    expect(utc?.openShare).toBeCloseTo((45 / 168 + 1) / 2, 12);
    expect(shanghai?.openShare).toBe(utc?.openShare);
    expect(utc?.anyOpenShare).toBe(1);
    const phone = utc?.channels.find(({ channel }) => channel === "phone");
    expect(phone?.openShare).toBeCloseTo(45 / 168, 12);
    // 09:00 in Shanghai is 01:00 UTC
    expect(phone?.closed[0]).toEqual({ start: 0, end: 60 });
    expect(shanghai?.channels[0]?.closed[0]).toEqual({ start: 0, end: 540 });
  });

  it("TP-10: closed hours and unknown hours are findings; what is earned or backstage is left out", () => {
    const { access, findings } = modernExpectations([], options);
    expect(access.hoursUnknown).toEqual(["store"]);
    expect(codesOf(findings)).toEqual([
      "access-below-share",
      "access-below-share",
      "hours-not-known",
    ]);
  });

  it("two touchpoints of a channel open it together", () => {
    const night = { days: [1] as const, from: "18:00", until: "20:00" };
    const both = [
      place({ id: "a", hours: { zone: UTC, windows: [weekdays] } }),
      place({ id: "b", hours: { zone: UTC, windows: [night] } }),
    ];
    const { access } = modernExpectations([], { ...options, catalogue: both, zones: [UTC] });
    expect(access.zones[0]?.channels).toHaveLength(1);
    expect(access.zones[0]?.channels[0]?.touchpoints).toEqual(["a", "b"]);
    expect(access.zones[0]?.openShare).toBeCloseTo(47 / 168, 12);
  });

  it("without known hours nothing is said of a zone", () => {
    const { access } = modernExpectations([], { ...options, catalogue: [], zones: [UTC] });
    expect(access.zones).toEqual([{ zone: UTC, channels: [] }]);
  });

  it("TP-10: contacts outside hours are counted where hours are known, half-open", () => {
    const log = [
      contact({ id: "1", touchpoint: "desk", at: "2026-02-13T00:59:59.999Z" }), // 08:59 in Shanghai
      contact({ id: "2", touchpoint: "desk", at: "2026-02-13T01:00:00Z" }),
      contact({ id: "3", touchpoint: "desk", at: "2026-02-13T10:00:00Z" }), // 18:00
      contact({ id: "4", touchpoint: "desk", at: "2026-02-14T02:00:00Z" }), // a Saturday
      contact({ id: "5", touchpoint: "store" }),
      contact({ id: "6", touchpoint: "desk", at: "2026-02-14T02:00:00Z", direction: "outbound" }),
    ];
    const { outsideHours } = modernExpectations(log, options).access;
    expect([outsideHours.count, outsideHours.n, outsideHours.share]).toEqual([3, 4, 0.75]);
    // Wilson (1927), 3 of 4 at 95 percent: 0.3006 to 0.9544
    expect(outsideHours.interval?.lower).toBeCloseTo(0.3006, 4);
    expect(outsideHours.interval?.upper).toBeCloseTo(0.9544, 4);
    expect(codesOf(modernExpectations(log, options).findings)).toContain("contacts-outside-hours");
  });
});

describe("modernExpectations: seamless and one-stop", () => {
  it("TP-10: coming again elsewhere within the days is repeating, the last moment included", () => {
    const week = about("2", "2026-02-08T09:00:00Z", "desk");
    const log = [about("1", "2026-02-01T09:00:00Z", "website"), week];
    const { seamless, oneStop } = modernExpectations(log, options);
    expect(seamless.repeatedElsewhere).toMatchObject({ count: 1, n: 1, share: 1 });
    expect(seamless.examples).toEqual([
      {
        customer: "C-1",
        topic: "invoice",
        interactions: ["1", "2"],
        touchpoints: ["website", "desk"],
        from: "2026-02-01T09:00:00.000Z",
      },
    ]);
    expect(oneStop.settledAtFirst).toMatchObject({ count: 0, n: 1 });
    const later = { ...week, at: addMilliseconds(week.at, 1) };
    const apart = modernExpectations([log[0]!, later], options);
    expect(apart.seamless.repeatedElsewhere).toMatchObject({ count: 0, n: 2 });
    expect(apart.oneStop.settledAtFirst).toMatchObject({ count: 2, n: 2 });
  });

  it("coming again to the same touchpoint is no repeating elsewhere, and not settled at first", () => {
    const log = [
      about("1", "2026-02-01T09:00:00Z", "desk"),
      about("2", "2026-02-02T09:00:00Z", "desk"),
    ];
    const { seamless, oneStop } = modernExpectations(log, options);
    expect(seamless.repeatedElsewhere.count).toBe(0);
    expect(oneStop.settledAtFirst).toMatchObject({ count: 0, n: 1 });
  });

  it("another topic or another customer is another matter; without topic it is none", () => {
    const log = [
      about("1", "2026-02-01T09:00:00Z", "desk"),
      about("2", "2026-02-02T09:00:00Z", "website", { topic: "delivery" }),
      about("3", "2026-02-02T09:00:00Z", "website", { customer: customerId("C-2") }),
      contact({ id: "4", touchpoint: "website" }),
    ];
    const { seamless } = modernExpectations(log, options);
    expect(seamless.repeatedElsewhere).toMatchObject({ count: 0, n: 3 });
  });

  it("a matter whose days are not over is not decided; one that was repeated is", () => {
    const log = [
      about("1", "2026-02-22T00:00:00Z", "desk", { topic: "a" }), // exactly seven days
      about("2", "2026-02-21T23:59:59Z", "desk", { topic: "b" }),
      about("3", "2026-02-27T00:00:00Z", "desk", { topic: "c" }),
      about("4", "2026-02-28T00:00:00Z", "desk", { topic: "c" }),
    ];
    const { oneStop } = modernExpectations(log, options);
    expect(oneStop.undecided).toBe(1);
    expect(oneStop.settledAtFirst).toMatchObject({ count: 1, n: 2 });
  });

  it("an outcome may say that a matter was not settled", () => {
    const policy = { ...DEFAULT_MODERN_EXPECTATIONS_POLICY, unsettledOutcomes: ["handed on"] };
    const log = [about("1", "2026-02-01T09:00:00Z", "desk", { outcome: "handed on" })];
    expect(modernExpectations(log, options).oneStop.settledAtFirst.count).toBe(1);
    expect(modernExpectations(log, { ...options, policy }).oneStop.settledAtFirst.count).toBe(0);
  });

  it("the same fact logged twice counts once, and what lies at or after asOf does not count", () => {
    const one = about("1", "2026-02-01T09:00:00Z", "desk");
    const log = [one, one, about("2", "2026-03-01T00:00:00Z", "website")];
    expect(modernExpectations(log, options).oneStop.settledAtFirst).toMatchObject({
      count: 1,
      n: 1,
    });
  });

  it("the same fact logged again after another one counts once, at its earliest time", () => {
    const log = [
      about("1", "2026-02-01T09:00:00Z", "desk"),
      about("2", "2026-02-02T09:00:00Z", "website"),
      about("1", "2026-02-03T09:00:00Z", "desk"),
      about("1", "2026-02-20T09:00:00Z", "desk"),
    ];
    const { seamless } = modernExpectations(log, options);
    expect(seamless.examples.map(({ interactions }) => interactions)).toEqual([["1", "2"]]);
    expect(seamless.repeatedElsewhere).toMatchObject({ count: 1, n: 1 });
    // Another customer's fact of the same id is another fact.
    const other = about("1", "2026-02-01T09:00:00Z", "desk", { customer: customerId("C-2") });
    expect(modernExpectations([...log, other], options).oneStop.settledAtFirst.n).toBe(2);
  });

  it("matters that are not decided count neither as repeated elsewhere nor as not repeated", () => {
    const log = [
      about("1", "2026-02-01T09:00:00Z", "desk", { topic: "a" }),
      about("2", "2026-02-02T09:00:00Z", "website", { topic: "a" }),
      about("3", "2026-02-27T00:00:00Z", "desk", { topic: "b" }),
    ];
    const { seamless, oneStop } = modernExpectations(log, options);
    expect(oneStop.undecided).toBe(1);
    expect(seamless.repeatedElsewhere).toMatchObject({ count: 1, n: 1, share: 1 });
  });

  it("EXP-5: the policy is missed only where the whole interval says so", () => {
    const log = (matters: number) =>
      Array.from({ length: matters }, (_, i) => {
        const customer = customerId(`C-${String(i)}`);
        return [
          about(`${String(i)}a`, "2026-02-01T09:00:00Z", "desk", { customer }),
          about(`${String(i)}b`, "2026-02-02T09:00:00Z", "website", { customer }),
        ];
      }).flat();
    const found = (matters: number) => codesOf(modernExpectations(log(matters), options).findings);
    // 1 of 1 repeated: 0.207 to 1 lies above 0.1, 0 of 1 settled: 0 to 0.793 does not lie below 0.72
    expect(found(1)).toContain("repeated-elsewhere");
    expect(found(1)).not.toContain("settled-too-seldom");
    expect(found(3)).toContain("settled-too-seldom");
  });

  it("examples are those with most contacts, as many as the policy asks for", () => {
    const log = [
      about("1", "2026-02-01T09:00:00Z", "desk", { topic: "short" }),
      about("2", "2026-02-02T09:00:00Z", "website", { topic: "short" }),
      about("3", "2026-02-01T09:00:00Z", "desk", { topic: "long" }),
      about("4", "2026-02-02T09:00:00Z", "website", { topic: "long" }),
      about("5", "2026-02-03T09:00:00Z", "website", { topic: "long" }),
    ];
    const policy = { ...DEFAULT_MODERN_EXPECTATIONS_POLICY, examples: 1 };
    const { seamless } = modernExpectations(log, { ...options, policy });
    expect(seamless.examples.map(({ topic }) => topic)).toEqual(["long"]);
  });
});

describe("modernExpectations over a log", () => {
  const anyContact: fc.Arbitrary<Interaction> = fc
    .record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      customer: fc.constantFrom("1", "2", "__proto__"),
      day: fc.integer({ min: 1, max: 31 }),
      touchpoint: fc.constantFrom("website", "desk", "kiosk"),
      direction: fc.constantFrom("inbound" as const, "outbound" as const),
      topic: fc.option(fc.constantFrom("a", "__proto__", ""), { nil: undefined }),
      outcome: fc.option(fc.constant("done"), { nil: undefined }),
    })
    .map(({ customer, day, topic, outcome, ...rest }) =>
      contact({
        ...rest,
        customer,
        at: `2026-01-${String(day).padStart(2, "0")}T09:30:00Z`,
        ...(topic !== undefined && { topic }),
        ...(outcome !== undefined && { outcome }),
      }),
    );

  it("keeps the laws of merging", () => {
    expectMergeLaws(modernExpectationsCombine(options), anyContact, {
      maxRows: 8,
      strangers: [
        modernExpectationsCombine({
          ...options,
          asOf: instant("2026-03-02T00:00:00Z"),
        }).createAccumulator(),
        modernExpectationsCombine({ ...options, catalogue: [] }).createAccumulator(),
      ],
    });
  });

  it("no row is lost: every matter holds its contacts, and the order does not count", () => {
    fc.assert(
      fc.property(fc.array(anyContact, { maxLength: 20 }), (log) => {
        const found = modernExpectations(log, options);
        expect(modernExpectations(log.toReversed(), options)).toEqual(found);
        expect(found.oneStop.settledAtFirst.n + found.oneStop.undecided).toBe(
          found.seamless.repeatedElsewhere.n,
        );
      }),
    );
  });

  it("a bad row is counted and changes nothing else", () => {
    const bad = { ...contact({ id: "1" }), at: "yesterday" } as unknown as Interaction;
    expect(modernExpectations([bad], options)).toEqual({
      ...modernExpectations([], options),
      rejected: 1,
    });
  });

  it.each([
    { repeatDays: 0 },
    { repeatDays: Infinity },
    { level: 1 },
    { openShare: 1.1 },
    { settledShare: Number.NaN },
    { examples: -1 },
  ] as Partial<ModernExpectationsPolicy>[])("the policy %o is refused", (changes) => {
    const policy = { ...DEFAULT_MODERN_EXPECTATIONS_POLICY, ...changes };
    expect(() => modernExpectations([], { ...options, policy })).toThrow(RangeError);
  });

  it("a moment that is none and an unknown zone are refused", () => {
    const wrong = { ...options, asOf: "2026-03-01" as typeof asOf };
    expect(() => modernExpectations([], wrong)).toThrow("asOf");
    expect(() => modernExpectations([], { ...options, zones: ["Mars" as typeof UTC] })).toThrow(
      "Mars",
    );
  });
});
