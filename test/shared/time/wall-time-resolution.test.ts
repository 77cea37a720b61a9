import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMilliseconds,
  epochMilliseconds,
  instant,
  instantFromWallTime,
  offsetMillisecondsAt,
  ok,
  refuse,
  resolveWallTime,
  timeZone,
  wallTime,
  wallTimeAt,
} from "goodwill/shared";
import type { Instant, TimeZone, WallTime } from "goodwill/shared";
import golden from "../../golden/wall-time-cases.json" with { type: "json" };
import { ZONES, anyInstant } from "./dates.js";

const DAY_MS = 86_400_000;

/** The rule again, without the resolver: of all offsets seen around a reading, those that lead back to it. */
function instantsShowing(wall: WallTime, zone: TimeZone): readonly Instant[] {
  const local = instant(`${wall.padEnd(23, ":00.000".slice(wall.length - 16))}Z`);
  const candidates = new Set<Instant>();
  for (let hours = -30; hours <= 30; hours++) {
    const around = addMilliseconds(local, hours * 3_600_000);
    candidates.add(addMilliseconds(local, -offsetMillisecondsAt(around, zone)));
  }
  return [...candidates].filter((at) => wallTimeAt(at, zone) === wall).sort();
}

/** A reading near a change of the clock as often as not. */
const anyReading = fc
  .tuple(
    anyInstant(),
    fc.constantFrom(...ZONES),
    fc.integer({ min: -7200, max: 7200 }),
    fc.boolean(),
  )
  .map(([at, zone, seconds, near]) => {
    const from = near ? nextChange(at, zone) : at;
    const local = epochMilliseconds(from) + offsetMillisecondsAt(from, zone) + seconds * 1000;
    return { zone, wall: wallTime(new Date(local).toISOString().slice(0, 23)) };
  });

/** The day, within the next 400, in which the offset changes; else the same instant. */
function nextChange(at: Instant, zone: TimeZone): Instant {
  let from = at;
  for (let day = 0; day < 400; day++) {
    const to = addMilliseconds(from, DAY_MS);
    if (offsetMillisecondsAt(to, zone) !== offsetMillisecondsAt(from, zone))
      return halve(from, to, zone);
    from = to;
  }
  return at;
}

function halve(from: Instant, to: Instant, zone: TimeZone): Instant {
  let [low, high] = [epochMilliseconds(from), epochMilliseconds(to)];
  const offset = offsetMillisecondsAt(from, zone);
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    const same =
      offsetMillisecondsAt(addMilliseconds(from, middle - epochMilliseconds(from)), zone) ===
      offset;
    if (same) low = middle;
    else high = middle;
  }
  return addMilliseconds(from, high - epochMilliseconds(from));
}

describe("a wall time in a zone", () => {
  it.each(golden.cases)("$local in $zone: $kind ($note)", (one) => {
    const zone = timeZone(one.zone);
    const wall = wallTime(one.local);
    const [earlier, later, compatible] = [one.earlier, one.later, one.compatible].map(instant);
    expect(resolveWallTime(wall, zone)).toEqual({ kind: one.kind, earlier, later, compatible });
    expect(instantFromWallTime(wall, { zone, disambiguation: "earlier" })).toEqual(ok(earlier));
    expect(instantFromWallTime(wall, { zone, disambiguation: "later" })).toEqual(ok(later));
    expect(instantFromWallTime(wall, { zone, disambiguation: "compatible" })).toEqual(
      ok(compatible),
    );
    const rejected = { wallTime: wall, zone, earlier, later };
    expect(instantFromWallTime(wall, { zone, disambiguation: "reject" })).toEqual(
      one.kind === "unique" ? ok(earlier) : refuse({ code: `wall-time-${one.kind}`, ...rejected }),
    );
  });

  it("all golden cases are there: 9 gaps, 3 overlaps, 2 unique, no more and no less", () => {
    const count = (kind: string): number => golden.cases.filter((one) => one.kind === kind).length;
    expect([count("gap"), count("overlap"), count("unique")]).toEqual([9, 3, 2]);
    expect(golden.cases).toHaveLength(14);
  });

  it("is shown by the clock at the instants given, once, twice or never", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(anyReading, ({ zone, wall }) => {
        const shown = instantsShowing(wall, zone);
        const { kind, earlier, later, compatible } = resolveWallTime(wall, zone);
        kinds.add(kind);
        expect(kind).toBe(shown.length === 0 ? "gap" : shown.length === 1 ? "unique" : "overlap");
        if (kind !== "gap") {
          expect([earlier, later, compatible]).toEqual([shown[0], shown.at(-1), shown[0]]);
          return;
        }
        // Read with the offset of the other side: by how much the clock jumps, before and after.
        const jump = epochMilliseconds(later) - epochMilliseconds(earlier);
        expect(offsetMillisecondsAt(later, zone) - offsetMillisecondsAt(earlier, zone)).toBe(jump);
        expect(wallTimeAt(earlier, zone) < wall && wall < wallTimeAt(later, zone)).toBe(true);
        expect(compatible).toBe(later);
      }),
      { numRuns: 1000 },
    );
    expect([...kinds].sort()).toEqual(["gap", "overlap", "unique"]);
  });

  it("every instant is found again among the readings of its clock", () => {
    fc.assert(
      fc.property(anyInstant(), fc.constantFrom(...ZONES), (at, zone) => {
        const { kind, earlier, later } = resolveWallTime(wallTimeAt(at, zone), zone);
        expect(kind).not.toBe("gap");
        expect([earlier, later]).toContain(at);
      }),
      { numRuns: 1000 },
    );
  });

  it("a jump over midnight that begins the evening before", () => {
    const zone = timeZone("America/Toronto");
    expect(resolveWallTime(wallTime("1919-03-30T23:45"), zone)).toEqual({
      kind: "gap",
      earlier: "1919-03-31T03:45:00.000Z",
      later: "1919-03-31T04:45:00.000Z",
      compatible: "1919-03-31T04:45:00.000Z",
    });
  });

  it("what is no reading, no zone or beyond the years 0000 to 9999 is refused", () => {
    const zone = timeZone("Asia/Shanghai");
    const options = { zone, disambiguation: "reject" } as const;
    expect(() => instantFromWallTime("2026-02-30T09:30" as WallTime, options)).toThrow(
      'got "2026-02-30T09:30"',
    );
    expect(() => resolveWallTime(wallTime("2026-02-13T09:30"), "Moon/Base" as TimeZone)).toThrow(
      "Unknown time zone",
    );
    expect(() => instantFromWallTime(wallTime("0000-01-01T00:00"), options)).toThrow(
      "years 0000 to 9999",
    );
  });
});
