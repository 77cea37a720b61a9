import fc from "fast-check";
import type { EarningCondition } from "goodwill/loyalty";
import { addDays, instant, plainDate, startOfDay, timeZone } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { type OrderedMap } from "../../../src/shared/ordered-map.js";
import { withEntry } from "../../../src/shared/ordered-map-change.js";
import { earn, line, order, rule, total, whyNot } from "./shop.js";

const share = { numerator: 1, denominator: 1 };
/** Friday, 13 February 2026 in London. */
const at = (time: string) => ({ occasion: order({ at: instant(`2026-02-13T${time}Z`) }) });

function timesOf(...moments: string[]): OrderedMap<string> {
  return moments.reduce<OrderedMap<string>>(
    (map, moment, index) => withEntry(map, `${instant(moment)}|o${String(index)}`, "o"),
    [],
  );
}

describe("LOY-3: each condition, met and not", () => {
  test.each<[EarningCondition, Parameters<typeof whyNot>[1], string]>([
    [{ channels: ["app", "web"] }, { occasion: order({ channel: "web" }) }, "wrong-channel"],
    [{ weekdays: [5, 6] }, {}, ""],
    [
      { segments: ["student"] },
      { occasion: order({ segments: ["x", "student"] }) },
      "wrong-segment",
    ],
    [{ tiers: ["gold"] }, { facts: { tiers: [{ tier: "gold", share }] } }, "wrong-tier"],
    [{ clubs: ["roasters"] }, { facts: { clubs: ["roasters"] } }, "wrong-club"],
    [
      { facts: { size: 3, hot: true } },
      { occasion: order({ facts: { size: 3, hot: true } }) },
      "wrong-facts",
    ],
    [{ orderAtLeast: 1999 }, {}, ""],
  ])("LOY-3: %j", (when, met, code) => {
    expect(whyNot(when, met)).toBeUndefined();
    if (code !== "") expect(whyNot(when)).toBe(code);
  });

  test("LOY-3: the codes of what is not met", () => {
    expect(whyNot({ weekdays: [1, 2, 3, 4, 6, 7] })).toBe("wrong-weekday");
    expect(whyNot({ orderAtLeast: 2000 })).toBe("order-too-small");
    expect(whyNot({ facts: { hot: true } }, { occasion: order({ facts: { hot: "true" } }) })).toBe(
      "wrong-facts",
    );
    expect(whyNot({ tiers: ["gold"] }, { facts: { tiers: [{ tier: undefined, share }] } })).toBe(
      "wrong-tier",
    );
  });

  test("LOY-3: an order's amount is what its lines earn on", () => {
    const lines = [line("a", 1500), line("b", 500, { earns: false })];
    expect(whyNot({ orderAtLeast: 1500 }, { occasion: order({ lines }) })).toBeUndefined();
    expect(whyNot({ orderAtLeast: 1501 }, { occasion: order({ lines }) })).toBe("order-too-small");
    const paid = order({ lines, paidByPoints: 100 });
    expect(whyNot({ orderAtLeast: 1500 }, { occasion: paid })).toBe("order-too-small");
  });

  test("LOY-3: all, any and not", () => {
    const app = { channels: ["app"] };
    const friday = { weekdays: [5] as const };
    expect(whyNot({ all: [friday, app] })).toBe("wrong-channel");
    expect(whyNot({ any: [friday, app] })).toBeUndefined();
    expect(whyNot({ any: [app, { clubs: ["roasters"] }] })).toBe("no-alternative");
    expect(whyNot({ not: app })).toBeUndefined();
    expect(whyNot({ not: friday })).toBe("exception-met");
    expect(whyNot({ not: { all: [friday, { any: [app, friday] }] } })).toBe("exception-met");
  });

  test("LOY-3: hours begin with their first minute and end before their last", () => {
    const when = { hours: [{ from: "14:00", to: "16:00" }] };
    expect(whyNot(when, at("13:59:59.999"))).toBe("wrong-hours");
    expect(whyNot(when, at("14:00:00"))).toBeUndefined();
    expect(whyNot(when, at("15:59:59.999"))).toBeUndefined();
    expect(whyNot(when, at("16:00:00"))).toBe("wrong-hours");
    expect(whyNot({ hours: [{ from: "23:00", to: "24:00" }] }, at("23:59:59.999"))).toBeUndefined();
  });

  test("LOY-3: hours go over midnight", () => {
    const when = { hours: [{ from: "22:00", to: "02:00" }] };
    for (const time of ["22:00:00", "23:59:59", "00:00:00", "01:59:59"]) {
      expect(whyNot(when, at(time))).toBeUndefined();
    }
    for (const time of ["21:59:59", "02:00:00", "12:00:00"]) {
      expect(whyNot(when, at(time))).toBe("wrong-hours");
    }
    expect(whyNot({ hours: [...when.hours, { from: "12:00", to: "13:00" }] })).toBeUndefined();
  });

  test("LOY-3: windows of days are inclusive in the programme's zone", () => {
    const day = plainDate("2026-02-13");
    const shanghai = { zone: timeZone("Asia/Shanghai") };
    const first = startOfDay(day, shanghai.zone);
    const after = startOfDay(addDays(day, 1), shanghai.zone);
    const points = [first, after].map((moment) =>
      total(
        earn([rule("day", { from: day, through: day })], {
          occasion: order({ at: moment }),
          programme: shanghai,
        }),
      ),
    );
    expect(points).toEqual([19, 0]);
  });
});

describe("LOY-3: birthdays and anniversaries", () => {
  const on = (day: string) => order({ at: instant(`${day}T12:00:00Z`) });
  const birthday = (day: string, asOf: string, within = 0, leapDay: "feb28" | "mar1" = "feb28") =>
    whyNot(
      { birthdayWithinDays: within },
      { occasion: on(asOf), facts: { birthday: plainDate(day) }, programme: { leapDay } },
    );

  test("LOY-3: the day itself, and days around it, over the end of a year, too", () => {
    expect(birthday("1990-02-13", "2026-02-13")).toBeUndefined();
    expect(birthday("1990-02-13", "2026-02-14")).toBe("not-birthday");
    expect(birthday("1990-01-01", "2026-12-29", 3)).toBeUndefined();
    expect(birthday("1990-01-01", "2026-12-28", 3)).toBe("not-birthday");
    expect(birthday("1990-12-31", "2026-01-03", 3)).toBeUndefined();
    expect(whyNot({ birthdayWithinDays: 3 })).toBe("not-birthday");
    expect(birthday("2027-01-01", "2026-01-01")).toBe("not-birthday");
  });

  test("LOY-3: 29 February is kept on the day the policy names in other years", () => {
    expect(birthday("2000-02-29", "2026-02-28")).toBeUndefined();
    expect(birthday("2000-02-29", "2026-03-01")).toBe("not-birthday");
    expect(birthday("2000-02-29", "2026-02-28", 0, "mar1")).toBe("not-birthday");
    expect(birthday("2000-02-29", "2026-03-01", 0, "mar1")).toBeUndefined();
    expect(birthday("2000-02-29", "2028-02-29", 0, "mar1")).toBeUndefined();
    expect(birthday("2000-02-29", "2028-02-28")).toBe("not-birthday");
  });

  test("LOY-3: a birthday falls on exactly one day of each year", () => {
    const options = fc.record({
      days: fc.integer({ min: 0, max: 1460 }),
      year: fc.integer({ min: 2004, max: 2032 }),
      leapDay: fc.constantFrom("feb28" as const, "mar1" as const),
    });
    fc.assert(
      fc.property(options, ({ days, year, leapDay }) => {
        const born = addDays(plainDate("2000-01-01"), days);
        let kept = 0;
        let day = plainDate(`${String(year)}-01-01`);
        for (; day <= `${String(year)}-12-31`; day = addDays(day, 1)) {
          if (birthday(born, day, 0, leapDay) === undefined) kept += 1;
        }
        expect(kept).toBe(1);
      }),
      { numRuns: 10 },
    );
  });

  const anniversary = (enrolledOn: string, asOf: string, within = 0) =>
    whyNot(
      { anniversaryWithinDays: within },
      { occasion: on(asOf), facts: { enrolledOn: plainDate(enrolledOn) } },
    );

  test("LOY-3: an anniversary is never in the first year", () => {
    expect(anniversary("2025-02-13", "2026-02-13")).toBeUndefined();
    expect(anniversary("2025-02-13", "2026-02-15", 2)).toBeUndefined();
    expect(anniversary("2025-02-13", "2026-02-16", 2)).toBe("not-anniversary");
    expect(anniversary("2026-02-13", "2026-02-13")).toBe("not-anniversary");
    expect(anniversary("2026-02-13", "2026-02-15", 2)).toBe("not-anniversary");
    expect(anniversary("2025-02-14", "2026-02-13", 2)).toBe("not-anniversary");
    expect(anniversary("2024-02-14", "2026-02-13", 2)).toBeUndefined();
    expect(anniversary("2024-02-29", "2025-02-28")).toBeUndefined();
    expect(whyNot({ anniversaryWithinDays: 2 })).toBe("not-anniversary");
  });
});

describe("LOY-3: first purchases and streaks", () => {
  const activity = { trigger: "order", at: instant("2026-02-13T12:00:00Z") };

  test("LOY-3: the first purchase is an order without one before it", () => {
    expect(whyNot({ firstPurchase: true })).toBeUndefined();
    expect(whyNot({ firstPurchase: true }, { facts: { orderCount: 1 } })).toBe(
      "not-first-purchase",
    );
    expect(whyNot({ firstPurchase: true }, { occasion: activity })).toBe("not-first-purchase");
    expect(whyNot({ orderAtLeast: 0 }, { occasion: activity })).toBe("order-too-small");
  });

  const streak = { orders: 3, withinDays: 7 };
  const asked = (...moments: string[]) => ({ facts: { orderTimes: timesOf(...moments) } });

  test("LOY-3: a streak counts orders in a row by days of the programme's clock, this one, too", () => {
    const inRow = ["2026-01-30T00:00:00Z", "2026-02-06T23:00:00Z"];
    expect(whyNot({ streak }, asked(...inRow))).toBeUndefined();
    expect(whyNot({ streak }, asked("2026-01-29T23:59:59Z", inRow[1]!))).toBe("no-streak");
    expect(whyNot({ streak }, asked(inRow[1]!))).toBe("no-streak");
    expect(whyNot({ streak })).toBe("no-streak");
    expect(whyNot({ streak: { orders: 1, withinDays: 1 } })).toBeUndefined();
  });

  test("LOY-3: an order recorded late does not count what came after it, an activity not itself", () => {
    const before = ["2026-02-08T12:00:00Z", "2026-02-10T12:00:00Z"];
    expect(whyNot({ streak }, asked("2026-02-10T12:00:00Z", "2026-02-14T12:00:00Z"))).toBe(
      "no-streak",
    );
    expect(whyNot({ streak }, { ...asked(...before), occasion: activity })).toBe("no-streak");
    const more = asked("2026-02-07T12:00:00Z", ...before);
    const when = { streak };
    const fixed = rule("fixed", { when, award: { form: "fixed", points: 5 } });
    expect(total(earn([fixed], { ...more, occasion: activity }))).toBe(5);
  });
});
