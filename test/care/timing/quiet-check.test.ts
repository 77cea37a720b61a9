import fc from "fast-check";
import {
  addMilliseconds,
  instant,
  instantFromEpochMilliseconds,
  timeZone,
  wallTimeAt,
} from "goodwill/shared";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import { isQuietAt, quietCheck, quietUntil } from "../../../src/care/timing/quiet-check.js";
import type { QuietHours } from "../../../src/care/timing/quiet-hours.js";
import { quietHoursSchema } from "../../../src/care/timing/schema.js";

const SHANGHAI = timeZone("Asia/Shanghai");
const LONDON = timeZone("Europe/London");
const NEW_YORK = timeZone("America/New_York");
const SANTIAGO = timeZone("America/Santiago");
const APIA = timeZone("Pacific/Apia");
const NIGHT: QuietHours = { from: "21:00", until: "08:00" };

const TIMES = ["00:00", "00:30", "01:30", "02:00", "02:30", "03:00", "08:00", "21:00", "23:59"];
const moments = fc
  .integer({ min: Date.UTC(2023, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
  .map((minutes) => instantFromEpochMilliseconds(minutes * 60_000));
const options = fc.record({
  quietHours: fc.record({ from: fc.constantFrom(...TIMES), until: fc.constantFrom(...TIMES) }),
  zone: fc.constantFrom(SHANGHAI, LONDON, NEW_YORK, SANTIAGO),
});

/** The rule in words: the time the clock shows lies in the window, or in one of its two parts. */
function showsQuiet(time: string, { from, until }: QuietHours): boolean {
  return from <= until ? from <= time && time < until : time >= from || time < until;
}

describe("CARE-6: quiet hours", () => {
  it("CARE-6: quiet runs over midnight, from the first minute up to, but not, the end", () => {
    const at = (text: string) =>
      isQuietAt(instant(`${text}+08:00`), { quietHours: NIGHT, zone: SHANGHAI });
    expect(at("2026-02-13T20:59:59.999")).toBe(false);
    expect(at("2026-02-13T21:00:00")).toBe(true);
    expect(at("2026-02-14T00:00:00")).toBe(true);
    expect(at("2026-02-14T07:59:59.999")).toBe(true);
    expect(at("2026-02-14T08:00:00")).toBe(false);
  });

  it("CARE-6: is judged by the clock of the zone asked about", () => {
    const at = instant("2026-02-13T13:30:00Z");
    expect(isQuietAt(at, { quietHours: NIGHT, zone: SHANGHAI })).toBe(true);
    expect(isQuietAt(at, { quietHours: NIGHT, zone: LONDON })).toBe(false);
  });

  it("CARE-6: the same start and end means off, and so do no quiet hours", () => {
    const at = instant("2026-02-13T21:00:00Z");
    const off = { from: "21:00", until: "21:00" };
    expect(isQuietAt(at, { quietHours: off, zone: LONDON })).toBe(false);
    expect(quietUntil(at, { quietHours: off, zone: LONDON })).toBe(at);
    expect(isQuietAt(at, { zone: LONDON })).toBe(false);
  });

  it("CARE-6: only the channels named rest; a question without a channel counts any", () => {
    const quietHours: QuietHours = { ...NIGHT, channels: ["phone", "sms"] };
    const at = instant("2026-02-13T23:00:00Z");
    const asked = (channel?: "phone" | "email") =>
      isQuietAt(at, { quietHours, zone: LONDON, channel });
    expect([asked("phone"), asked("email"), asked()]).toEqual([true, false, true]);
  });

  it("CARE-6: quiet hours whose end the clock jumps over end at the jump", () => {
    const quietHours = { from: "22:00", until: "02:30" };
    const over = quietUntil(instant("2026-03-08T05:00:00Z"), { quietHours, zone: NEW_YORK });
    expect([over, wallTimeAt(over, NEW_YORK)]).toEqual([
      "2026-03-08T07:00:00.000Z",
      "2026-03-08T03:00",
    ]);
    // In Santiago the day begins at 01:00.
    const midnight = { from: "20:00", until: "00:00" };
    const day = quietUntil(instant("2024-09-08T02:00:00Z"), {
      quietHours: midnight,
      zone: SANTIAGO,
    });
    expect(day).toBe("2024-09-08T04:00:00.000Z");
  });

  it("CARE-6: where the clock is put back, it is quiet each time it shows a quiet time", () => {
    const options = { quietHours: { from: "22:00", until: "01:30" }, zone: NEW_YORK };
    const shown = ["05:29", "05:30", "06:00", "06:29", "06:30"].map((time) => [
      time,
      isQuietAt(instant(`2026-11-01T${time}:00Z`), options),
    ]);
    expect(shown).toEqual([
      ["05:29", true],
      ["05:30", false],
      ["06:00", true],
      ["06:29", true],
      ["06:30", false],
    ]);
    expect(quietUntil(instant("2026-11-01T05:00:00Z"), options)).toBe("2026-11-01T05:30:00.000Z");
    expect(quietUntil(instant("2026-11-01T06:00:00Z"), options)).toBe("2026-11-01T06:30:00.000Z");
  });

  it("CARE-6: a day the zone skips is passed over", () => {
    const options = { quietHours: { from: "20:00", until: "19:00" }, zone: APIA };
    const over = quietUntil(instant("2011-12-30T08:00:00Z"), options);
    expect(wallTimeAt(over, APIA)).toBe("2011-12-31T19:00");
  });

  it("CARE-6: at every minute it is quiet as the clock on the wall says", () => {
    fc.assert(
      fc.property(moments, options, (at, asked) => {
        const time = wallTimeAt(at, asked.zone).slice(11, 16);
        const expected = showsQuiet(time, asked.quietHours);
        expect(isQuietAt(at, asked)).toBe(expected);
        expect(quietCheck(asked)(at)).toBe(expected);
      }),
    );
  });

  it("CARE-6: one check answers of moments in any order, also beyond a change of the clock", () => {
    const isQuiet = quietCheck({ quietHours: NIGHT, zone: LONDON });
    // At 20:30 in winter, an hour later on the clock in summer, and in winter again.
    const asked = ["2026-01-15", "2026-07-15", "2026-12-15", "2025-07-15", "2025-01-15"];
    expect(asked.map((day) => isQuiet(instant(`${day}T20:30:00Z`)))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 12 }), options, (many, one) => {
        const check = quietCheck(one);
        expect(many.map(check)).toEqual(many.map((at) => isQuietAt(at, one)));
      }),
    );
  });

  it("CARE-6: quiet hours are over at the first moment that is not quiet", () => {
    fc.assert(
      fc.property(moments, options, (at, asked) => {
        const over = quietUntil(at, asked);
        const isQuiet = quietCheck(asked);
        expect(isQuiet(over)).toBe(false);
        expect(over >= at).toBe(true);
        // Every moment before is quiet: the window's borders and the jumps of clocks lie on half hours here.
        for (let one = at; one < over; one = addMilliseconds(one, 60_000)) {
          if (!isQuiet(one)) throw new Error(`${one} is not quiet, over at ${over}`);
        }
        if (over > at) expect(isQuiet(addMilliseconds(over, -1))).toBe(true);
      }),
    );
  });

  it("CARE-6: quiet hours, zones and moments that are none are refused by name", () => {
    const zone = LONDON;
    const at = instant("2026-02-13T13:30:00Z");
    const ask = (quietHours: QuietHours) => () => quietCheck({ quietHours, zone });
    expect(ask({ from: "24:00", until: "08:00" })).toThrow(
      'quietHours.from must be a time from 00:00 to 23:59, got "24:00"',
    );
    expect(ask({ from: "21:00", until: "8:00" })).toThrow("quietHours.until must be a time");
    expect(ask({ from: "21:00", until: undefined as never })).toThrow(RangeError);
    expect(ask({ ...NIGHT, channels: [] })).toThrow("quietHours.channels must name a channel");
    expect(ask({ ...NIGHT, whenTooLate: { kind: "defer", minutes: 0.5 } })).toThrow("got 0.5");
    expect(ask({ ...NIGHT, whenTooLate: { kind: "convert", channels: [] } })).toThrow(RangeError);
    expect(() => isQuietAt(at, { quietHours: NIGHT, zone: "Mars/Base" as never })).toThrow(
      'zone must be the name of a time zone, got "Mars/Base"',
    );
    expect(() => isQuietAt("2026-02-13" as never, { zone })).toThrow(RangeError);
    expect(() => quietUntil("2026-02-13" as never, { zone })).toThrow(RangeError);
  });

  it("CARE-6: the schema takes what a policy may say, and nothing else", () => {
    expectTypeOf<z.infer<typeof quietHoursSchema>["from"]>().toEqualTypeOf<QuietHours["from"]>();
    expectTypeOf<z.infer<typeof quietHoursSchema>>().toExtend<QuietHours>();
    for (const whenTooLate of [
      { kind: "drop" },
      { kind: "defer", minutes: 90 },
      { kind: "convert", channels: ["email"] },
    ]) {
      const written = { ...NIGHT, channels: ["sms"], whenTooLate };
      expect(quietHoursSchema.parse(written)).toEqual(written);
    }
    expect(quietHoursSchema.safeParse({ from: "21:00", until: "24:00" }).success).toBe(false);
    expect(quietHoursSchema.safeParse({ ...NIGHT, channels: [] }).success).toBe(false);
  });
});
