import { ok, refuse } from "../result.js";
import type { Result } from "../result.js";
import { localNumber } from "./civil.js";
import { instantFromEpochMilliseconds } from "./instant.js";
import type { Instant } from "./instant.js";
import { plainlyAt, readLocal } from "./local-time.js";
import type { TimeZone } from "./time-zone.js";
import type { WallTime } from "./wall-time.js";

/**
 * What a wall time means in a zone.
 */
export interface WallTimeResolution {
  /**
   * `unique`: the clock shows it once. `gap`: never, the clock jumps over it. `overlap`: twice (or more), the clock
   * is set back over it.
   */
  readonly kind: "unique" | "gap" | "overlap";
  /**
   * Unique: the instant. Overlap: the first time the clock shows it. Gap: read with the offset after the jump, so
   * before the jump.
   */
  readonly earlier: Instant;
  /**
   * Unique: the instant. Overlap: the last time the clock shows it. Gap: read with the offset before the jump, so
   * after the jump.
   */
  readonly later: Instant;
  /** What most calendars do: `later` in a gap (02:30 becomes 03:30), `earlier` otherwise. */
  readonly compatible: Instant;
}

/**
 * What to do with a wall time the clock shows never or twice: take the `earlier` or `later` instant, do as most
 * calendars do (`compatible`: later in a gap, earlier in an overlap), or `reject` it.
 */
export type Disambiguation = "earlier" | "later" | "compatible" | "reject";

/**
 * Why a wall time has no one instant. Given only with `disambiguation: "reject"`.
 */
export interface WallTimeRefusal {
  /** `wall-time-gap`: the clock never shows it. `wall-time-overlap`: it shows it twice. */
  readonly code: "wall-time-gap" | "wall-time-overlap";
  /** The wall time asked for. */
  readonly wallTime: WallTime;
  /** The zone asked for. */
  readonly zone: TimeZone;
  /** The earlier choice, see {@link WallTimeResolution}. */
  readonly earlier: Instant;
  /** The later choice, see {@link WallTimeResolution}. */
  readonly later: Instant;
}

/**
 * Where a wall time is read, and what to do where that is ambiguous.
 */
export interface WallTimeOptions {
  /** The zone whose clock it is. */
  readonly zone: TimeZone;
  /** What to do where the clock shows the time never or twice. */
  readonly disambiguation: Disambiguation;
}

/**
 * At which instants does the clock in this zone show this?
 *
 * @remarks The meaning of earlier, later and compatible is that of RFC 5545 section 3.3.5 and of ECMAScript Temporal.
 * @param wall - The clock reading.
 * @param zone - The zone.
 * @returns Whether it is shown once, never or twice, and every choice there is.
 * @throws RangeError where the reading or zone is not valid, or an instant falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { resolveWallTime, timeZone, wallTime } from "goodwill/shared";
 *
 * const twice = resolveWallTime(wallTime("2026-10-25T01:30"), timeZone("Europe/London"));
 * twice.kind; // => "overlap"
 * twice.earlier; // => "2026-10-25T00:30:00.000Z"
 * twice.later; // => "2026-10-25T01:30:00.000Z"
 * ```
 */
export function resolveWallTime(wall: WallTime, zone: TimeZone): WallTimeResolution {
  const reading = readLocal(zone, localNumber(wall));
  const earlier = instantFromEpochMilliseconds(reading.earlier);
  const later = instantFromEpochMilliseconds(reading.later);
  return {
    kind: reading.kind,
    earlier,
    later,
    compatible: reading.kind === "gap" ? later : earlier,
  };
}

/**
 * Which instant is meant by this clock reading in this zone?
 *
 * @param wall - The clock reading.
 * @param options - The zone, and what to do where the clock shows the reading never or twice.
 * @returns The instant. With `disambiguation: "reject"` an ambiguous reading is refused, with both choices.
 * @throws RangeError where the reading or zone is not valid, or the instant falls outside the years 0000 to 9999.
 * @example
 * ```ts
 * import { instantFromWallTime, timeZone, wallTime } from "goodwill/shared";
 *
 * const zone = timeZone("America/New_York");
 * const skipped = wallTime("2026-03-08T02:30");
 *
 * const moved = instantFromWallTime(skipped, { zone, disambiguation: "compatible" });
 * moved; // => { ok: true, value: "2026-03-08T07:30:00.000Z" }
 * instantFromWallTime(skipped, { zone, disambiguation: "reject" }).ok; // => false
 * ```
 */
export function instantFromWallTime(
  wall: WallTime,
  options: WallTimeOptions,
): Result<Instant, WallTimeRefusal> {
  const { zone, disambiguation } = options;
  const local = localNumber(wall);
  const plain = plainlyAt(zone, local);
  if (plain !== undefined) return ok(instantFromEpochMilliseconds(plain));
  const { kind, earlier, later } = readLocal(zone, local);
  if (kind === "unique") return ok(instantFromEpochMilliseconds(earlier));
  switch (disambiguation) {
    case "earlier":
      return ok(instantFromEpochMilliseconds(earlier));
    case "later":
      return ok(instantFromEpochMilliseconds(later));
    case "compatible":
      return ok(instantFromEpochMilliseconds(kind === "gap" ? later : earlier));
    case "reject":
      return refuse({
        code: `wall-time-${kind}`,
        wallTime: wall,
        zone,
        earlier: instantFromEpochMilliseconds(earlier),
        later: instantFromEpochMilliseconds(later),
      });
  }
}
