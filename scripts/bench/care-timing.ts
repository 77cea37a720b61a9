import { isQuietAt, quietCheck, quietUntil } from "goodwill/care";
import type { Instant, TimeZone } from "goodwill/shared";
import { instantFromEpochMilliseconds, seededRandom, timeZone } from "goodwill/shared";
import type { BenchmarkCase } from "./cases.js";

const YEAR_MS = 365 * 24 * 3_600_000;
const quietHours = { from: "21:00", until: "08:00" };
const ZONES = ["Asia/Shanghai", "Europe/London", "America/New_York", "Australia/Sydney"];

/** Moments of one year, in no order. */
function moments(count: number): readonly Instant[] {
  const random = seededRandom(17);
  const start = Date.UTC(2026, 0, 1);
  return Array.from({ length: count }, () =>
    instantFromEpochMilliseconds(start + Math.floor(random() * YEAR_MS)),
  );
}

/** How often it is quiet, each zone asked about in turn. */
function countQuiet(
  rows: readonly Instant[],
  isQuiet: (at: Instant, zone: number) => boolean,
): number {
  let quiet = 0;
  for (let i = 0; i < rows.length; i += 1) if (isQuiet(rows[i]!, i % ZONES.length)) quiet += 1;
  return quiet;
}

/** The same by the host's calendar, as it is mostly written. */
function plainQuietCheck(zone: TimeZone): (at: Instant) => boolean {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    const time = format.format(Date.parse(at));
    return time >= quietHours.from || time < quietHours.until;
  };
}

/** The benchmarks of quiet hours by name; `short` shrinks those that take long. */
export function careTimingCases(short: boolean): Record<string, () => BenchmarkCase> {
  const many = short ? 100_000 : 1_000_000;
  const text = many.toLocaleString("en-US");
  const aim = "at least 2,000,000 a second";
  const zones = ZONES.map((name) => timeZone(name));
  return {
    [`quietCheck, ${text} moments in four zones`]: () => {
      const rows = moments(many);
      const checks = zones.map((zone) => quietCheck({ quietHours, zone }));
      const plain = zones.map(plainQuietCheck);
      return {
        run: () => countQuiet(rows, (at, zone) => checks[zone]!(at)),
        baseline: () => countQuiet(rows, (at, zone) => plain[zone]!(at)),
        items: many,
        unit: "checks",
        aim,
      };
    },
    [`isQuietAt, ${text} moments in four zones`]: () => {
      const rows = moments(many);
      return {
        run: () =>
          countQuiet(rows, (at, zone) => isQuietAt(at, { quietHours, zone: zones[zone]! })),
        items: many,
        unit: "checks",
      };
    },
    [`quietUntil, ${text} moments in four zones`]: () => {
      const rows = moments(many);
      const until = (at: Instant, zone: number): boolean =>
        quietUntil(at, { quietHours, zone: zones[zone]! }) > at;
      return { run: () => countQuiet(rows, until), items: many, unit: "moments" };
    },
  };
}
