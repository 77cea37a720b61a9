import { CHINESE_CALENDAR, chineseFestivalDate } from "goodwill/calendar-cn";
import { customerId } from "goodwill/customer";
import { period, plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { GERMANY_OCCASIONS } from "../../../../src/relationship/occasion/calendars/germany.js";
import { HONG_KONG_OCCASIONS } from "../../../../src/relationship/occasion/calendars/hong-kong.js";
import { MAINLAND_CHINA_OCCASIONS } from "../../../../src/relationship/occasion/calendars/mainland-china.js";
import { PERSONAL_OCCASIONS } from "../../../../src/relationship/occasion/calendars/personal.js";
import { TAIWAN_OCCASIONS } from "../../../../src/relationship/occasion/calendars/taiwan.js";
import { UNITED_KINGDOM_OCCASIONS } from "../../../../src/relationship/occasion/calendars/united-kingdom.js";
import { UNITED_STATES_OCCASIONS } from "../../../../src/relationship/occasion/calendars/united-states.js";
import { occasionDates } from "../../../../src/relationship/occasion/occasion-dates.js";
import type { OccasionEvent } from "../../../../src/relationship/occasion/occasion-event.js";
import type { OccasionFacts } from "../../../../src/relationship/occasion/occasion-facts.js";
import type { OccasionRule } from "../../../../src/relationship/occasion/occasion-rule.js";
import golden from "../../../golden/occasions-by-country.json" with { type: "json" };

const LISTS = {
  "mainland-china": MAINLAND_CHINA_OCCASIONS,
  "hong-kong": HONG_KONG_OCCASIONS,
  taiwan: TAIWAN_OCCASIONS,
  "united-states": UNITED_STATES_OCCASIONS,
  "united-kingdom": UNITED_KINGDOM_OCCASIONS,
  germany: GERMANY_OCCASIONS,
} as const;
const COUNTRIES = Object.keys(LISTS) as (keyof typeof LISTS)[];
const YEARS = [2024, 2025, 2026, 2027, 2028] as const;
const FIVE_YEARS = period(plainDate("2024-01-01"), plainDate("2029-01-01"));
const calendars = { lunar: CHINESE_CALENDAR };
const CUSTOMER: OccasionFacts["customer"] = { id: customerId("C-17"), kind: "person" };

/** The days of each occasion. */
function datesOf(rules: readonly OccasionRule[], facts: OccasionFacts, within = FIVE_YEARS) {
  const { dates, unknown } = occasionDates(facts, { rules, period: within, calendars });
  expect(unknown).toEqual([]);
  const found: Record<string, string[]> = Object.fromEntries(rules.map(({ id }) => [id, []]));
  for (const { occasion, date } of dates) found[occasion]!.push(date);
  return found;
}

/** Golden days: one month and day for every year, or one for each. */
function expectedDates(country: keyof typeof LISTS): Record<string, string[]> {
  const days: Readonly<Record<string, string>> = golden.countries[country];
  return Object.fromEntries(
    Object.entries(days).map(([id, text]) => {
      const each = text.split(" ");
      return [id, YEARS.map((year, i) => `${String(year)}-${each[i] ?? each[0]!}`)];
    }),
  );
}

function solemnOf(rules: readonly OccasionRule[]): readonly string[] {
  return rules.filter(({ mood }) => mood === "solemn").map(({ id }) => id);
}

describe("CARE-4: ready calendars", () => {
  test.each(COUNTRIES)("every occasion of %s is on its days from 2024 to 2028", (country) => {
    expect(datesOf(LISTS[country], { customer: CUSTOMER })).toEqual(expectedDates(country));
  });

  test("days of remembrance are solemn, so that nothing cheerful is said on them", () => {
    const solemn = Object.fromEntries(COUNTRIES.map((one) => [one, solemnOf(LISTS[one])]));
    expect(solemn).toEqual({
      "mainland-china": ["qingming", "ghost"],
      // Chung Yeung is a day of the graves in Hong Kong, and of the old in the mainland and Taiwan.
      "hong-kong": ["qingming", "good-friday", "ghost", "double-ninth"],
      taiwan: ["peace-memorial-day", "qingming", "ghost"],
      "united-states": ["memorial-day", "patriot-day"],
      "united-kingdom": ["good-friday", "remembrance-sunday"],
      germany: ["good-friday", "all-saints-day", "volkstrauertag", "totensonntag"],
    });
    expect(solemnOf(PERSONAL_OCCASIONS)).toEqual([]);
  });

  test("the occasions of CARE-4 are in the list of mainland China or are a customer's own", () => {
    const ids = [...MAINLAND_CHINA_OCCASIONS, ...PERSONAL_OCCASIONS].map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        ...["birthday", "relationship-anniversary", "womens-day", "mothers-day", "dragon-boat"],
        ...["mid-autumn", "national-day", "thanksgiving", "christmas", "year-end"],
        ...["spring", "summer", "autumn", "winter", "cold-dew", "frost-descent"],
        ...["weather-turn", "weekend", "life-moment", "quarterly-call", "quarterly-visit"],
      ]),
    );
  });

  test.each(COUNTRIES)("the list of %s and that of a customer's own share no id", (country) => {
    const ids = [...LISTS[country], ...PERSONAL_OCCASIONS].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("the occasions of mainland China and the festivals of the calendar agree", () => {
    const found = datesOf(MAINLAND_CHINA_OCCASIONS, { customer: CUSTOMER });
    for (const [occasion, festival] of [
      ["spring-festival", "spring-festival"],
      ["qixi", "qixi"],
      ["ghost", "ghost"],
      ["winter-solstice", "winter-solstice"],
    ] as const) {
      expect(found[occasion]).toEqual(YEARS.map((year) => chineseFestivalDate(festival, year)));
    }
    expect(found["lunar-new-year-eve"]).toEqual(
      YEARS.map((year) => chineseFestivalDate("new-year-eve", year - 1)),
    );
  });

  test("without a Chinese calendar its days are unknown, the others are dated all the same", () => {
    const within = { rules: MAINLAND_CHINA_OCCASIONS, period: FIVE_YEARS };
    const { dates, unknown } = occasionDates({ customer: CUSTOMER }, within);
    expect(unknown.map(({ occasion }) => occasion)).toContain("mid-autumn");
    expect(dates.filter(({ occasion }) => occasion === "mid-autumn")).toEqual([]);
    expect(dates.filter(({ occasion }) => occasion === "mothers-day")).toHaveLength(5);
  });
});

describe("CARE-4: a customer's own occasions", () => {
  const day = (id: string, kind: OccasionEvent["kind"], date: string): OccasionEvent => ({
    ...{ id, kind },
    date: plainDate(date),
  });
  const facts: OccasionFacts = {
    customer: {
      ...CUSTOMER,
      birthday: { calendar: "gregorian", month: 2, day: 29, year: 1996 },
      since: plainDate("2020-06-15"),
    },
    events: [
      day("o-1", "purchase", "2026-01-20"),
      day("d-1", "delivery", "2026-01-25"),
      day("s-1", "service", "2026-03-02"),
      day("c-1", "complaint-resolved", "2026-03-10"),
      day("w-1", "warranty-end", "2026-12-31"),
      day("k-1", "contract-end", "2026-09-30"),
      day("l-1", "life-moment", "2026-05-02"),
      day("t-1", "weather", "2026-11-12"),
    ],
  };

  test("birthday, anniversary, quarters, and what follows or goes before an event", () => {
    const year = period(plainDate("2026-01-01"), plainDate("2027-01-01"));
    const { weekend, ...found } = datesOf(PERSONAL_OCCASIONS, facts, year);
    const quarters = ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"];
    expect(found).toEqual({
      birthday: ["2026-02-28"],
      "relationship-anniversary": ["2026-06-15"],
      "purchase-anniversary": [],
      "life-moment": ["2026-05-02"],
      "complaint-resolved": ["2026-03-17"],
      "contract-end": ["2026-08-01"],
      "warranty-end": ["2026-12-01"],
      "after-delivery": ["2026-01-28"],
      "after-service": ["2026-03-03"],
      "after-purchase": ["2026-01-27"],
      inactivity: ["2026-04-20"],
      "quarterly-visit": quarters,
      "quarterly-call": quarters,
      "yearly-trip": ["2026-01-01"],
      "weather-turn": ["2026-11-12"],
    });
    expect(weekend).toHaveLength(13);
  });

  test("what is offered before an end still makes sense on the last day before it", () => {
    const rules = PERSONAL_OCCASIONS.filter(({ id }) => id.endsWith("-end"));
    const { dates } = occasionDates(facts, { rules, period: FIVE_YEARS });
    expect(dates.map(({ occasion, through }) => [occasion, through])).toEqual([
      ["contract-end", "2026-09-29"],
      ["warranty-end", "2026-12-30"],
    ]);
  });
});
