import { serviceClocks, slaAttainment } from "goodwill/service";
import type { ServiceCaseEventKind, ServiceClock } from "goodwill/service";
import type { Instant } from "goodwill/shared";
import { wilsonInterval } from "goodwill/shared";
import { describe, expect, test } from "vitest";
import { ALWAYS, OFFICE, june } from "./calendars.js";

const calendars = { desk: OFFICE, "day-and-night": ALWAYS };

/** The clocks of a case opened on Monday 1 June at 9, as they stood on the Tuesday at noon. */
function clocksOf(
  id: string,
  happened: readonly (readonly [ServiceCaseEventKind, Instant])[],
  priority?: string,
): readonly ServiceClock[] {
  const events = [["opened", june(1, "09:00")] as const, ...happened].map(([kind, at]) => ({
    ...{ kind, at },
    ...(kind === "waiting" && { waitingFor: "customer" }),
  }));
  const serviceCase = { id, events, ...(priority !== undefined && { priority }) };
  const clocks = serviceClocks(serviceCase, { calendars, asOf: june(2, "12:00") });
  if (!clocks.ok) throw new Error(clocks.error.code);
  return clocks.value;
}

// A first response is due at 17:00 the same day, for a high priority at 13:00; a resolution on the Friday.
const CLOCKS = [
  ...clocksOf("met at the last moment", [["answered", june(1, "17:00")]]),
  ...clocksOf("late by a minute", [["answered", june(2, "09:01")]]),
  ...clocksOf("late and open", []),
  ...clocksOf("high, late", [["answered", june(1, "13:01")]], "high"),
  ...clocksOf("high, met", [["answered", june(1, "12:00")]], "high"),
  ...clocksOf("critical, late and open", [["waiting", june(1, "10:00")]], "critical"),
];

function rowOf(kind: ServiceClock["clock"], clocks = CLOCKS) {
  return slaAttainment(clocks).find(({ clock }) => clock === kind)!;
}

describe("SRV-4: which share of the clocks was met", () => {
  test("SRV-4: met and missed are counted by kind, those late and open among the missed", () => {
    const { priorities, ...first } = rowOf("first-response");
    expect(first).toEqual({
      ...{ clock: "first-response", met: 2, missed: 4, missedOpen: 2, open: 0, n: 6 },
      ...{ share: 2 / 6, interval: wilsonInterval({ count: 2, n: 6 }) },
    });
    expect(priorities.map(({ priority, met, missed, n }) => [priority, met, missed, n])).toEqual([
      ["critical", 0, 1, 1],
      ["high", 1, 1, 2],
      [undefined, 1, 2, 3],
    ]);
    expect(priorities.at(-1)).not.toHaveProperty("priority");
  });

  test("SRV-4: what runs or waits and is not late is told apart, not counted as met", () => {
    expect(rowOf("resolution")).toMatchObject({ met: 0, missed: 0, open: 6, n: 0 });
    expect(rowOf("resolution")).not.toHaveProperty("share");
    expect(rowOf("resolution")).not.toHaveProperty("interval");
    const paused = CLOCKS.filter(({ state }) => state === "paused");
    expect(slaAttainment(paused).map(({ clock, open, n }) => [clock, open, n])).toEqual([
      ["update", 1, 0],
      ["resolution", 1, 0],
    ]);
  });

  test("SRV-4: every clock is in one row, in the order of a case's life, whatever their own", () => {
    const rows = slaAttainment(CLOCKS.toReversed());
    expect(rows).toEqual(slaAttainment(CLOCKS));
    expect(rows.map(({ clock }) => clock)).toEqual([
      ...["acknowledgement", "first-response", "update", "resolution"],
    ]);
    expect(rows.reduce((sum, { n, open }) => sum + n + open, 0)).toBe(CLOCKS.length);
    for (const { n, open, met, missed, priorities } of rows) {
      expect(met + missed).toBe(n);
      expect(priorities.reduce((sum, one) => sum + one.n + one.open, 0)).toBe(n + open);
    }
    expect(slaAttainment([])).toEqual([]);
  });

  test("SRV-4: the level is the caller's; a clock given twice is refused", () => {
    const [row] = slaAttainment(CLOCKS, { level: 0.8 });
    expect(row?.interval).toEqual(wilsonInterval({ count: row!.met, n: row!.n }, { level: 0.8 }));
    expect(() => slaAttainment(CLOCKS, { level: 1 })).toThrow(/level must lie between 0 and 1/);
    expect(() => slaAttainment([...CLOCKS, CLOCKS[0]!])).toThrow(
      /each clock must stand once, got two of acknowledgement 1 of case met at the last moment/,
    );
  });
});
