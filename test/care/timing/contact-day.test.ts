import fc from "fast-check";
import { addDays, daysBetween, instant, plainDate, timeZone } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import type { PastCare } from "../../../src/care/plan/care-relationship.js";
import { careZone } from "../../../src/care/timing/care-zone.js";
import { contactCapsLeft } from "../../../src/care/timing/contact-caps-left.js";
import { dueMoment } from "../../../src/care/timing/due-moment.js";
import { nextContactDay } from "../../../src/care/timing/next-contact-day.js";

const zone = timeZone("Asia/Shanghai");
/** Noon in Shanghai. */
const on = (date: string): PastCare => ({
  at: instant(`${date}T12:00:00+08:00`),
  kind: "message",
  channel: "sms",
});

const used = (per: string, cap: number, of: string) => ({
  code: "care-limit-reached",
  params: { limit: `contacts in a ${per}`, cap, of, needed: 1, left: 0 },
});

describe("CARE-6: a customer's zone", () => {
  const fallback = timeZone("Asia/Shanghai");

  it("CARE-6: is the customer's own where it is known", () => {
    const own = timeZone("Europe/London");
    expect(careZone({ timeZone: own }, { fallback })).toEqual({ zone: own });
  });

  it("CARE-6: missing or unknown, it is the fallback, with a diagnostic", () => {
    const missing = { code: "care-zone-missing", params: { fallback } };
    expect(careZone({}, { fallback })).toEqual({ zone: fallback, diagnostic: missing });
    expect(careZone({ timeZone: null as never }, { fallback }).diagnostic).toEqual(missing);
    for (const bad of ["Mars/Base", "IST", 8]) {
      const params = { zone: String(bad), fallback };
      expect(careZone({ timeZone: bad as never }, { fallback })).toEqual({
        zone: fallback,
        diagnostic: { code: "care-zone-unknown", params },
      });
    }
  });

  it("CARE-6: a fallback that is none is refused, whatever the customer's zone", () => {
    const bad = { fallback: "Nowhere" as never };
    expect(() => careZone({ timeZone: fallback }, bad)).toThrow("fallback must be the name");
  });
});

describe("CARE-6: contact caps", () => {
  it("CARE-6: count the customer's own day, week from Monday, and month", () => {
    const caps = { perDay: 2, perWeek: 3, perMonth: 4 };
    // Sunday, Monday, Friday; a moment that is already Saturday in Shanghai.
    const late = { ...on("2026-02-13"), at: instant("2026-02-13T16:00:00Z") };
    const past = [on("2026-02-08"), on("2026-02-09"), on("2026-02-13"), late, on("2026-01-31")];
    const left = (date: string) => contactCapsLeft(past, { caps, zone, on: plainDate(date) });
    expect(left("2026-02-13")).toEqual({ perDay: 1, perWeek: 0, perMonth: 0, least: 0 });
    expect(left("2026-02-08")).toEqual({ perDay: 1, perWeek: 2, perMonth: 0, least: 0 });
    expect(left("2026-02-14").perDay).toBe(1);
    expect(left("2026-01-26")).toEqual({ perDay: 2, perWeek: 2, perMonth: 3, least: 2 });
  });

  it("CARE-6: transactional care is exempt, and more than the cap leaves nothing", () => {
    const paid = { ...on("2026-02-13"), transactional: true };
    const options = { caps: { perDay: 1 }, zone, on: plainDate("2026-02-13") };
    expect(contactCapsLeft([paid], options)).toEqual({ perDay: 1, least: 1 });
    const two = [on("2026-02-13"), on("2026-02-13")];
    expect(contactCapsLeft(two, options)).toEqual({ perDay: 0, least: 0 });
    expect(contactCapsLeft(two, { ...options, caps: {} })).toEqual({});
  });

  it("CARE-6: the next day is the first that every cap and the spacing allow, with the reasons", () => {
    const past = [on("2026-02-26"), on("2026-02-27")];
    const next = (limits: Parameters<typeof nextContactDay>[1]["limits"], from = "2026-02-27") =>
      nextContactDay(past, { limits, zone, from: plainDate(from) });
    expect(next({})).toEqual({ date: "2026-02-27", reasons: [] });
    expect(next({ contacts: { perDay: 1 } })).toEqual({
      date: "2026-02-28",
      reasons: [used("day", 1, "2026-02-27")],
    });
    expect(next({ contacts: { perWeek: 2 } }).date).toBe("2026-03-02");
    expect(next({ contacts: { perMonth: 2 } }).date).toBe("2026-03-01");
    expect(next({ contacts: { perMonth: 2 }, spacingDays: 5 })).toEqual({
      date: "2026-03-04",
      reasons: [
        used("month", 2, "2026-02"),
        {
          code: "care-too-close",
          params: { day: "2026-02-27", other: "2026-02-27", spacingDays: 5 },
        },
      ],
    });
    expect(next({ spacingDays: 1 }, "2026-02-28").date).toBe("2026-02-28");
    expect(next({ contacts: { perDay: 0 } })).toEqual({
      reasons: [used("day", 0, "2026-02-27")],
    });
    const december = nextContactDay([on("2026-12-30")], {
      limits: { contacts: { perMonth: 1 } },
      zone,
      from: plainDate("2026-12-31"),
    });
    expect(december.date).toBe("2027-01-01");
  });

  it("CARE-6: no day before the next would do, and the next does", () => {
    const first = plainDate("2026-02-01");
    const count = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 12 }),
        fc.record({ perDay: count, perWeek: count, perMonth: count, spacingDays: count }),
        fc.integer({ min: 0, max: 40 }),
        (offsets, { perDay, perWeek, perMonth, spacingDays }, ahead) => {
          const dates = offsets.map((offset) => addDays(first, offset));
          const caps = {
            ...(perDay !== undefined && { perDay }),
            ...(perWeek !== undefined && { perWeek }),
            ...(perMonth !== undefined && { perMonth }),
          };
          const past = dates.map((date) => on(date));
          const does = (date: ReturnType<typeof plainDate>) => {
            const { least = 1 } = contactCapsLeft(past, { caps, zone, on: date });
            const apart = dates.every(
              (one) => Math.abs(daysBetween(one, date)) >= (spacingDays ?? 0),
            );
            return least > 0 && apart;
          };
          const from = addDays(first, ahead);
          const limits = { contacts: caps, ...(spacingDays !== undefined && { spacingDays }) };
          const { date, reasons } = nextContactDay(past, { limits, zone, from });
          let expected = from;
          while (!does(expected)) expected = addDays(expected, 1);
          expect(date).toBe(expected);
          expect(reasons.length > 0).toBe(expected !== from);
        },
      ),
    );
  });

  it("CARE-6: caps and spacing that are no whole numbers are refused by name", () => {
    const date = plainDate("2026-02-13");
    const left = (caps: object) => () => contactCapsLeft([], { caps, zone, on: date });
    expect(left({ perWeek: -1 })).toThrow(
      "caps.perWeek must be a whole number of at least 0, got -1",
    );
    expect(left({ perDay: Number.NaN })).toThrow(RangeError);
    const limits = { spacingDays: 1.5 };
    expect(() => nextContactDay([], { limits, zone, from: date })).toThrow("spacingDays must be");
  });
});

describe("CARE-6: the moment an action is due", () => {
  const options = { zone, channel: "sms", transactional: false } as const;
  const day = plainDate("2026-02-13");

  it("CARE-6: is the policy's time of day, or the end of the quiet hours it falls into", () => {
    const quietHours = { from: "21:00", until: "10:30" };
    const policy = { dueFrom: "09:00", quietHours };
    expect(dueMoment(day, { ...options, policy: { dueFrom: "09:00" } })).toBe(
      "2026-02-13T01:00:00.000Z",
    );
    expect(dueMoment(day, { ...options, policy })).toBe("2026-02-13T02:30:00.000Z");
    expect(dueMoment(day, { ...options, policy, transactional: true })).toBe(
      "2026-02-13T01:00:00.000Z",
    );
    const evening = { dueFrom: "22:00", quietHours };
    expect(dueMoment(day, { ...options, policy: evening })).toBe("2026-02-14T02:30:00.000Z");
  });

  it("CARE-6: is the jump of the clock where that skips the time of day", () => {
    const newYork = timeZone("America/New_York");
    const at = dueMoment(plainDate("2026-03-08"), {
      ...options,
      zone: newYork,
      policy: { dueFrom: "02:30" },
    });
    expect(at).toBe("2026-03-08T07:00:00.000Z");
  });

  it("CARE-6: a time of day that is none is refused", () => {
    expect(() => dueMoment(day, { ...options, policy: { dueFrom: "9:00" } })).toThrow(
      'policy.dueFrom must be a time from 00:00 to 23:59, got "9:00"',
    );
  });
});
