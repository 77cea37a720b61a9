import { plainDate } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import type { OccasionFacts } from "../../../src/relationship/occasion/occasion-facts.js";
import { NOBODY, daysFound, days, event, found, year } from "./sample-facts.js";

function since(date: string): OccasionFacts {
  return { customer: { ...NOBODY.customer, since: date as ReturnType<typeof plainDate> } };
}

describe("occasions counted from what happened", () => {
  test("CARE-4: the anniversary of the relationship, but not its first day", () => {
    const timing = { kind: "relationship-anniversary", leapDay: "feb28" } as const;
    const { dates } = found(timing, year(2025, 2), { facts: since("2025-03-08") });
    expect(dates.map(({ key, reason }) => [key, reason])).toEqual([
      [
        "feast/2026-03-08",
        {
          code: "occasion-relationship-anniversary",
          params: { years: 1, since: "2025-03-08" },
        },
      ],
    ]);
    const fifth = { ...timing, everyYears: 5 };
    expect(daysFound(fifth, year(2025, 10), { facts: since("2023-01-01") })).toEqual([
      "2028-01-01",
      "2033-01-01",
    ]);
  });

  test("CARE-4: a relationship begun on 29 February is kept as the customer wishes, else as the rule says", () => {
    const timing = { kind: "relationship-anniversary", leapDay: "feb28" } as const;
    const facts = since("2024-02-29");
    expect(daysFound(timing, year(2027, 2), { facts })).toEqual(["2027-02-28", "2028-02-29"]);
    expect(daysFound(timing, year(2027, 2), { facts: { ...facts, leapDay: "mar1" } })).toEqual([
      "2027-03-01",
      "2028-02-29",
    ]);
  });

  test("CARE-4: a beginning that is not known or cannot be read is named", () => {
    const timing = { kind: "relationship-anniversary", leapDay: "feb28" } as const;
    const unknown = (facts: OccasionFacts): readonly unknown[] =>
      found(timing, year(2026), { facts }).unknown.map(({ reason }) => reason);
    expect(unknown(NOBODY)).toEqual([{ code: "occasion-since-missing", params: {} }]);
    expect(unknown(since("2025-02-30"))).toEqual([
      { code: "occasion-date-unreadable", params: { date: "2025-02-30" } },
    ]);
  });

  test("CARE-4: the anniversary of each purchase meant, also two on one day", () => {
    const timing = { kind: "event-anniversary", event: "purchase", leapDay: "mar1" } as const;
    const facts = {
      ...NOBODY,
      events: [
        event("p-2", "purchase", "2024-06-01"),
        event("p-1", "purchase", "2025-06-01"),
        { ...event("p-3", "purchase", "2024-02-29"), about: "piano" },
        event("s-1", "service", "2024-07-01"),
        event("p-4", "purchase", "2026-06-01"),
      ],
    };
    const { dates } = found(timing, year(2026), { facts });
    expect(dates.map(({ key }) => key)).toEqual([
      "feast/p-3/2026-03-01",
      "feast/p-1/2026-06-01",
      "feast/p-2/2026-06-01",
    ]);
    expect(dates[0]!.reason).toEqual({
      code: "occasion-event-anniversary",
      params: { years: 2, event: "p-3", kind: "purchase", date: "2024-02-29", about: "piano" },
    });
    expect(daysFound({ ...timing, about: "piano" }, year(2026), { facts })).toEqual(["2026-03-01"]);
    expect(daysFound({ ...timing, everyYears: 2 }, year(2026), { facts })).toEqual([
      "2026-03-01",
      "2026-06-01",
    ]);
    expect(
      daysFound({ ...timing, about: "piano" }, year(2026), {
        facts: { ...facts, leapDay: "feb28" },
      }),
    ).toEqual(["2026-02-28"]);
  });

  test("CARE-4: three days after a delivery, thirty before a warranty ends, and on the day itself", () => {
    const facts = {
      ...NOBODY,
      events: [
        event("d-1", "delivery", "2026-01-30"),
        event("w-1", "warranty-end", "2027-01-15"),
        { ...event("l-1", "life-moment", "2026-05-01"), about: "wedding" },
      ],
    };
    const after = { kind: "after-event", event: "delivery", days: 3 } as const;
    const [day] = found(after, year(2026), { facts }).dates;
    expect([day?.key, day?.reason]).toEqual([
      "feast/d-1/2026-02-02",
      {
        code: "occasion-after-event",
        params: { days: 3, event: "d-1", kind: "delivery", date: "2026-01-30" },
      },
    ]);
    const before = { kind: "after-event", event: "warranty-end", days: -30 } as const;
    const [warned] = found(before, year(2026), { facts }).dates;
    expect([warned?.date, warned?.reason.code, warned?.reason.params["days"]]).toEqual([
      "2026-12-16",
      "occasion-before-event",
      30,
    ]);
    const wedding = {
      kind: "after-event",
      event: "life-moment",
      about: "wedding",
      days: 0,
    } as const;
    expect(daysFound(wedding, year(2026), { facts })).toEqual(["2026-05-01"]);
    expect(daysFound({ ...wedding, about: "move" }, year(2026), { facts })).toEqual([]);
    // The first day of the period belongs to it, its end does not.
    expect(daysFound(after, days("2026-02-02", "2026-02-03"), { facts })).toEqual(["2026-02-02"]);
    expect(daysFound(after, days("2026-02-01", "2026-02-02"), { facts })).toEqual([]);
  });

  test("CARE-4: an event listed twice counts once, whichever comes first", () => {
    const timing = { kind: "after-event", event: "delivery", days: 3 } as const;
    const twice = [
      { ...event("d-1", "delivery", "2026-01-30"), about: "sofa" },
      { ...event("d-1", "delivery", "2026-01-30"), about: "armchair" },
    ];
    const asked = (events: typeof twice) =>
      found(timing, year(2026), { facts: { ...NOBODY, events } });
    expect(asked(twice).dates).toHaveLength(1);
    expect(asked(twice)).toEqual(asked(twice.toReversed()));
  });

  test("CARE-4: an event whose day cannot be read is named, and stops no other", () => {
    const timing = { kind: "after-event", event: "delivery", days: 0 } as const;
    const bad = (id: string, date: string) => ({
      ...event(id, "delivery", "2026-01-01"),
      date: date as ReturnType<typeof plainDate>,
    });
    const events = [
      bad("x", "2026-13-01"),
      event("d", "delivery", "2026-01-30"),
      bad("y", "2026-02-30T00:00"),
    ];
    const { dates, unknown } = found(timing, year(2026), { facts: { ...NOBODY, events } });
    expect(dates.map(({ date }) => date)).toEqual(["2026-01-30"]);
    expect(unknown.map(({ reason }) => reason.params["date"])).toEqual([
      "2026-02-30T00:00",
      "2026-13-01",
    ]);
  });
});

describe("occasions after silence", () => {
  const timing = { kind: "inactivity", days: 90 } as const;
  const events = [
    event("p-1", "purchase", "2026-01-10"),
    event("a-1", "activity", "2026-03-01"),
    event("s-1", "service", "2026-06-01"),
  ];

  test("CARE-4: so many days after the last sign of life, by purchases and activity", () => {
    const [day, ...more] = found(timing, year(2026), { facts: { ...NOBODY, events } }).dates;
    expect(more).toEqual([]);
    expect([day?.key, day?.reason]).toEqual([
      "feast/2026-05-30",
      { code: "occasion-inactivity", params: { days: 90, lastSign: "2026-03-01" } },
    ]);
  });

  test("CARE-4: signs of other kinds count where the rule names them", () => {
    const facts = { ...NOBODY, events };
    expect(daysFound({ ...timing, signs: ["service"] }, year(2026), { facts })).toEqual([
      "2026-08-30",
    ]);
    expect(daysFound({ ...timing, signs: ["weather"] }, year(2026), { facts })).toEqual([]);
  });

  test("CARE-4: as of a day, later signs are not known yet", () => {
    const asOf = (date: string) =>
      daysFound(timing, year(2026), { facts: { ...NOBODY, events, asOf: plainDate(date) } });
    expect([asOf("2026-02-28"), asOf("2026-03-01"), asOf("2026-01-09")]).toEqual([
      ["2026-04-10"],
      ["2026-05-30"],
      [],
    ]);
  });
});
