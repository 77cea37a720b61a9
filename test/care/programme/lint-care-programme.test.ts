import fc from "fast-check";
import { period, plainDate } from "goodwill/shared";
import { describe, expect, expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { careIntensities } from "../../../src/care/programme/care-intensity.js";
import { CARE_INSTRUMENTS } from "../../../src/care/programme/care-instrument.js";
import type { CareInstrument } from "../../../src/care/programme/care-instrument.js";
import { DEFAULT_CARE_PROGRAMME_POLICY } from "../../../src/care/programme/care-programme-policy.js";
import type { CareProgrammePolicy } from "../../../src/care/programme/care-programme-policy.js";
import type {
  CareInstrumentUse,
  CareProgramme,
} from "../../../src/care/programme/care-programme.js";
import { lintCareProgramme } from "../../../src/care/programme/lint-care-programme.js";
import {
  careInstrumentUseSchema,
  careProgrammePolicySchema,
  careProgrammeSchema,
} from "../../../src/care/programme/schema.js";

const year = period(plainDate("2026-01-01"), plainDate("2027-01-01"));

function use(other: Partial<CareInstrumentUse> = {}): CareInstrumentUse {
  return {
    id: "letter",
    instrument: "email",
    retention: "satisfaction",
    channels: ["email"],
    intensity: 1,
    everyDays: 30,
    ...other,
  };
}

const check = use({ id: "check", instrument: "quality", channels: ["shop"], everyDays: 91 });

/** A programme in which nothing is found, with what a test wants otherwise. */
function programme(other: Partial<CareProgramme> = {}): CareProgramme {
  return { id: "p", segments: ["families"], period: year, instruments: [use(), check], ...other };
}

/** The same, with one instrument more. */
function withUse(other: Partial<CareInstrumentUse>): CareProgramme {
  return programme({ instruments: [use(), check, use({ id: "third", ...other })] });
}

const found = (of: CareProgramme, options?: Parameters<typeof lintCareProgramme>[1]) =>
  lintCareProgramme(of, options).map(({ code, where, severity }) => [code, where, severity]);

describe("the instruments of care", () => {
  test("CARE-9: sixteen instruments over the 4P, each once, with both dimensions and both means", () => {
    const names = (mix: string) =>
      CARE_INSTRUMENTS.filter((one) => one.mix === mix).map(({ instrument }) => instrument);
    expect(names("product")).toEqual(["quality", "design", "warranty", "service-line"]);
    expect(names("price")).toEqual(["discount", "price-matching", "cashback", "bundle"]);
    expect(names("distribution")).toEqual(["key-account-management", "partner-evaluation"]);
    expect(names("communication")).toEqual([
      "direct-mail",
      "telemarketing",
      "email",
      "event",
      "club",
      "card",
    ]);
    const all = CARE_INSTRUMENTS.map(({ instrument }) => instrument);
    expect(new Set(all).size).toBe(16);
    expect(Object.keys(DEFAULT_CARE_PROGRAMME_POLICY.timing)).toEqual(all);
    expect(new Set(CARE_INSTRUMENTS.map(({ dimension }) => dimension)).size).toBe(2);
    expect(new Set(CARE_INSTRUMENTS.flatMap(({ retention }) => retention)).size).toBe(2);
  });
});

describe("the choices of a programme", () => {
  test("CARE-9: a programme that holds together has no findings", () => {
    expect(lintCareProgramme(programme())).toEqual([]);
    expect(lintCareProgramme(programme(), { sizes: { families: 1 } })).toEqual([]);
  });

  test.each<[string, CareProgramme, readonly (readonly [string, string, string])[]]>([
    [
      "an instrument without a channel",
      withUse({ channels: [] }),
      [["care-programme-channel-missing", "instruments[2]", "error"]],
    ],
    [
      "a blank channel",
      withUse({ channels: [" "] }),
      [["care-programme-channel-missing", "instruments[2]", "error"]],
    ],
    [
      "an e-mail by contract",
      withUse({ retention: "contract" }),
      [["care-programme-retention-unusual", "instruments[2]", "warning"]],
    ],
    [
      "e-mails every day",
      withUse({ everyDays: 6 }),
      [["care-programme-timing-out-of-range", "instruments[2]", "error"]],
    ],
    [
      "e-mails three times a year",
      withUse({ everyDays: 93 }),
      [["care-programme-timing-out-of-range", "instruments[2]", "error"]],
    ],
    [
      "half a day",
      withUse({ everyDays: 7.5 }),
      [["care-programme-timing-out-of-range", "instruments[2]", "error"]],
    ],
    [
      "days before the programme",
      withUse({ period: period(plainDate("2025-12-31"), plainDate("2026-06-01")) }),
      [["care-programme-outside-days", "instruments[2]", "error"]],
    ],
    [
      "days after the programme",
      withUse({ period: period(plainDate("2026-06-01"), plainDate("2027-01-02")) }),
      [["care-programme-outside-days", "instruments[2]", "error"]],
    ],
    [
      "no days of its own",
      withUse({ period: period(plainDate("2026-06-01"), plainDate("2026-06-01")) }),
      [["care-programme-outside-days", "instruments[2]", "error"]],
    ],
    [
      "no intensity",
      withUse({ intensity: 0 }),
      [["care-programme-intensity-not-positive", "instruments[2]", "error"]],
    ],
    [
      "cooperation with nobody",
      withUse({ cooperation: true }),
      [["care-programme-partner-missing", "instruments[2]", "error"]],
    ],
    [
      "an unknown partner",
      withUse({ partners: ["bank"] }),
      [["care-programme-partner-unknown", "instruments[2]", "error"]],
    ],
    [
      "nobody to evaluate",
      withUse({ instrument: "partner-evaluation" }),
      [["care-programme-nobody-to-evaluate", "instruments[2]", "warning"]],
    ],
    [
      "a segment of another programme",
      withUse({ segments: ["families", "students"] }),
      [["care-programme-segment-unknown", "instruments[2]", "error"]],
    ],
    [
      "an instrument for no segment",
      withUse({ segments: [] }),
      [["care-programme-without-segment", "instruments[2]", "error"]],
    ],
    [
      "an id twice",
      programme({ instruments: [use(), check, use()] }),
      [["care-programme-id-twice", "instruments[2]", "error"]],
    ],
    [
      "a segment twice, which is judged twice",
      programme({ segments: ["families", "families"] }),
      [["care-programme-id-twice", "segments[1]", "error"]],
    ],
    [
      "a partner who takes no part",
      programme({ partners: [{ id: "bank" }] }),
      [["care-programme-partner-idle", "partners[0]", "warning"]],
    ],
    [
      "no segment",
      programme({ segments: [] }),
      [["care-programme-without-segment", "segments", "error"]],
    ],
    [
      "nothing to use",
      programme({ instruments: [] }),
      [
        ["care-programme-without-instruments", "instruments", "error"],
        ["care-programme-segment-unserved", "segments[0]", "error"],
      ],
    ],
    [
      "a segment nothing is for",
      programme({
        segments: ["families", "students"],
        instruments: [use({ segments: ["families"] }), { ...check, segments: ["families"] }],
      }),
      [["care-programme-segment-unserved", "segments[1]", "error"]],
    ],
    [
      "days the wrong way round",
      programme({ period: { start: year.end, end: year.start } }),
      [["care-programme-without-days", "period", "error"]],
    ],
    [
      "contract alone, and nothing to be felt",
      programme({ instruments: [use({ instrument: "cashback", retention: "contract" })] }),
      [
        ["care-programme-contract-only", "segments[0]", "warning"],
        ["care-programme-dimension-missing", "segments[0]", "error"],
      ],
    ],
    [
      "feelings without a tool",
      programme({ instruments: [use()] }),
      [["care-programme-dimension-missing", "segments[0]", "error"]],
    ],
  ])("CARE-9: found: %s", (_, given, findings) => {
    expect(found(given)).toEqual(findings);
  });

  test("CARE-9: limits belong to the range, and a known partner may take part", () => {
    expect(found(withUse({ everyDays: 7 }))).toEqual([]);
    expect(found(withUse({ everyDays: 92 }))).toEqual([]);
    const partners = [{ id: "bank", part: "the card" }];
    const third = use({ id: "third", cooperation: true, partners: ["bank"] });
    expect(found(programme({ partners, instruments: [use(), check, third] }))).toEqual([]);
    const judged = use({ id: "j", instrument: "partner-evaluation", partners: ["bank"] });
    expect(found(programme({ partners, instruments: [use(), check, judged] }))).toEqual([]);
  });

  test("CARE-9: contract beside satisfaction is no fault; it is asked for each segment", () => {
    const rebate = use({
      id: "r",
      instrument: "cashback",
      retention: "contract",
      channels: ["app"],
    });
    expect(found(programme({ instruments: [use(), rebate] }))).toEqual([]);
    const apart = programme({
      segments: ["families", "students"],
      instruments: [use({ segments: ["families"] }), { ...check, segments: ["families"] }, rebate],
    });
    expect(found(apart)).toEqual([
      ["care-programme-contract-only", "segments[1]", "warning"],
      ["care-programme-dimension-missing", "segments[1]", "error"],
    ]);
  });

  test("CARE-9: segments without customers, and those nobody counted", () => {
    const given = programme({ segments: ["families", "students", "constructor"] });
    expect(found(given, { sizes: { families: 20, students: 0 } })).toEqual([
      ["care-programme-segment-empty", "segments[1]", "error"],
      ["care-programme-segment-uncounted", "segments[2]", "warning"],
    ]);
  });
});

describe("intensity over time", () => {
  test("CARE-1: a stretch without any use is a gap", () => {
    const summer = period(plainDate("2026-01-01"), plainDate("2026-10-01"));
    const given = programme({
      instruments: [use({ period: summer }), { ...check, period: summer }],
    });
    expect(lintCareProgramme(given)).toEqual([
      {
        code: "care-programme-gap",
        severity: "warning",
        where: "segments[0]",
        params: { segment: "families", from: "2026-10-01", until: "2027-01-01", gaps: 1, of: 4 },
      },
    ]);
  });

  test("CARE-1: one great event outweighs the year, and twice the mean does not yet", () => {
    const june = period(plainDate("2026-06-01"), plainDate("2026-06-02"));
    const fair = (intensity: number) => {
      const once = { id: "fair", instrument: "event", retention: "satisfaction" } as const;
      const fairUse = { ...once, channels: ["hall"], intensity, period: june };
      return programme({ instruments: [use(), check, fairUse] });
    };
    // The e-mails come 13 times and the checks 5, counted by hand: 5, 4, 4 and 5 uses in the quarters.
    const calm = careIntensities(fair(0), { stretchDays: 91 });
    expect(calm.map(({ intensity }) => intensity)).toEqual([5, 4, 4, 5]);
    // 365 days, the second quarter of 91: (4 + x) / 91 = 2 (18 + x) / 365 gives 183 x = 1816, x = 9.9235
    expect(found(fair(9.923))).toEqual([]);
    const [finding] = lintCareProgramme(fair(9.924));
    expect(finding).toMatchObject({
      code: "care-programme-peak",
      severity: "warning",
      params: { segment: "families", from: "2026-04-02", until: "2026-07-02", atMost: 2 },
    });
    expect(finding?.params["times"]).toBeCloseTo(2, 3);
  });

  test("CARE-1: a rest of less than half a stretch goes to the one before", () => {
    const of = (end: string) =>
      careIntensities(programme({ period: period(plainDate("2026-01-01"), plainDate(end)) }), {
        stretchDays: 10,
      }).map((one) => [one.period.start, one.period.end]);
    expect(of("2026-01-15")).toEqual([["2026-01-01", "2026-01-15"]]);
    expect(of("2026-01-16")).toEqual([
      ["2026-01-01", "2026-01-11"],
      ["2026-01-11", "2026-01-16"],
    ]);
    expect(of("2026-01-03")).toEqual([["2026-01-01", "2026-01-03"]]);
    expect(of("2026-01-01")).toEqual([]);
  });

  test.each([0, 1.5, Number.NaN])("CARE-9: a stretch of %d days is refused", (stretchDays) => {
    expect(() => careIntensities(programme(), { stretchDays })).toThrow(RangeError);
    const policy = { ...DEFAULT_CARE_PROGRAMME_POLICY, stretchDays };
    expect(() => lintCareProgramme(programme(), { policy })).toThrow("whole number of at least 1");
  });

  test("CARE-9: every use is in exactly one stretch, and the stretches cover the programme", () => {
    const arbitrary = fc.record({
      days: fc.integer({ min: 1, max: 900 }),
      everyDays: fc.integer({ min: 1, max: 400 }),
      stretchDays: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ days, everyDays, stretchDays }) => {
        const end = plainDate(
          new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10),
        );
        const given = programme({
          period: period(plainDate("2026-01-01"), end),
          instruments: [use({ everyDays, intensity: 3 })],
        });
        const stretches = careIntensities(given, { stretchDays });
        const uses = stretches.reduce((sum, one) => sum + one.uses, 0);
        expect(uses).toBe(Math.ceil(days / everyDays));
        expect(stretches.reduce((sum, one) => sum + one.intensity, 0)).toBe(3 * uses);
        expect(stretches[0]?.period.start).toBe("2026-01-01");
        expect(stretches.at(-1)?.period.end).toBe(end);
        for (const [index, one] of stretches.slice(1).entries()) {
          expect(one.period.start).toBe(stretches[index]!.period.end);
        }
      }),
      { numRuns: 50 },
    );
  });
});

type Writable<T> = T extends string | number ? T : { -readonly [K in keyof T]: Writable<T[K]> };

describe("the schemas of programmes of care", () => {
  test("CARE-9: they agree with the interfaces written by hand, and accept what holds", () => {
    expectTypeOf<z.infer<typeof careProgrammeSchema>>().toEqualTypeOf<Writable<CareProgramme>>();
    expectTypeOf<z.infer<typeof careInstrumentUseSchema>>().toEqualTypeOf<
      Writable<CareInstrumentUse>
    >();
    expectTypeOf<z.infer<typeof careProgrammePolicySchema>>().toEqualTypeOf<
      Writable<CareProgrammePolicy>
    >();
    expectTypeOf<
      z.infer<typeof careInstrumentUseSchema>["instrument"]
    >().toEqualTypeOf<CareInstrument>();
    const full = programme({
      partners: [{ id: "bank", part: "the card" }, { id: "post" }],
      instruments: [
        use({ period: year, segments: ["families"], cooperation: true, partners: ["bank"] }),
      ],
    });
    expect(careProgrammeSchema.parse(full)).toEqual(full);
    expect(careProgrammePolicySchema.parse(DEFAULT_CARE_PROGRAMME_POLICY)).toEqual(
      DEFAULT_CARE_PROGRAMME_POLICY,
    );
    for (const { instrument } of CARE_INSTRUMENTS) {
      expect(careInstrumentUseSchema.safeParse(use({ instrument })).success).toBe(true);
    }
  });

  const policy = DEFAULT_CARE_PROGRAMME_POLICY;
  const without = Object.fromEntries(
    Object.entries(policy.timing).filter(([instrument]) => instrument !== "card"),
  );

  test.each([
    [careInstrumentUseSchema, use({ intensity: 0 }), "intensity"],
    [careInstrumentUseSchema, use({ everyDays: 0 }), "everyDays"],
    [careInstrumentUseSchema, use({ id: " " }), "must not be blank"],
    [careInstrumentUseSchema, { ...use(), instrument: "leaflet" }, "instrument"],
    [careInstrumentUseSchema, { ...use(), retention: "habit" }, "retention"],
    [careProgrammeSchema, { ...programme(), colour: "red" }, "colour"],
    [
      careProgrammeSchema,
      programme({ period: { start: year.end, end: year.start } }),
      "must not lie before start",
    ],
    [careProgrammePolicySchema, { ...policy, peakToMean: 0.9 }, "peakToMean"],
    [careProgrammePolicySchema, { ...policy, timing: without }, "card"],
    [
      careProgrammePolicySchema,
      { ...policy, timing: { ...policy.timing, card: { leastDays: 2, mostDays: 1 } } },
      "must not be below leastDays",
    ],
  ])("CARE-9: what cannot be meant is refused, case %#", (schema, given, message) => {
    expect(JSON.stringify(schema.safeParse(given).error?.issues)).toContain(message);
  });
});
