import { compareText } from "../../shared/text-order.js";
import { requireInstant } from "../../shared/time/require-instant.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import { openLots } from "../ledger/burn.js";
import { lotEnd } from "../ledger/lot-phase.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { fallenBackPoints } from "./fallen-back.js";

/** Points that go on a day, if they are not spent before. */
export interface ExpiringPoints {
  /** The last day they can be spent, on the programme's clock. */
  readonly lastDay: PlainDate;
  /** The kind of points. */
  readonly kind: string;
  /** How many go with that day. */
  readonly points: number;
  /** How many of the kind have gone by then, those of earlier days counted. */
  readonly cumulative: number;
}

/** From when on, and in which zone. */
export interface ForecastExpiryOptions {
  /** The moment. What has expired by then is no forecast any more. */
  readonly asOf: Instant;
  /** The programme's clock. */
  readonly zone: TimeZone;
  /** The last day looked at; without end when absent. */
  readonly through?: PlainDate;
}

/**
 * Which points go when, if nothing is spent and the member does nothing?
 *
 * Pending points count, those set aside only once their reservation is over, points that lapse by inactivity go when
 * the member's time is over, and those that last for ever do not appear.
 *
 * @param state - The member's ledger.
 * @param options - The moment, the zone and how far to look.
 * @returns A row a kind and day, by day, then kind.
 * @throws RangeError where a moment is none.
 * @example
 * ```ts
 * import { forecastExpiry, NO_LOYALTY } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const zone = timeZone("Europe/London");
 * forecastExpiry(NO_LOYALTY, { asOf: instant("2026-03-02T09:00:00Z"), zone }); // => []
 * ```
 */
export function forecastExpiry(
  state: LoyaltyState,
  { asOf, zone, through }: ForecastExpiryOptions,
): readonly ExpiringPoints[] {
  requireInstant("forecast expiry", { asOf });
  const rows: ExpiringPoints[] = [];
  const fallen = fallenBackPoints(state, asOf);
  for (const [kind, { lapsesAt }] of Object.entries(state.wallets)) {
    const byEnd = new Map<Instant, number>();
    const count = (lot: PointsLot, points: number): void => {
      const end = lotEnd(lot, lapsesAt);
      if (end === undefined || end <= asOf || points === 0) return;
      byEnd.set(end, (byEnd.get(end) ?? 0) + points);
    };
    for (const lot of openLots(state, [kind])) count(lot, lot.open);
    for (const { lot, points, gone, paid } of fallen) {
      if (lot.kind === kind) count(lot, points - gone - paid);
    }
    let cumulative = 0;
    for (const [end, points] of [...byEnd].sort(([a], [b]) => compareText(a, b))) {
      // Points are gone from the start of the day after their last.
      const lastDay = addDays(plainDateAt(end, zone), -1);
      if (through !== undefined && lastDay > through) break;
      cumulative += points;
      rows.push({ lastDay, kind, points, cumulative });
    }
  }
  return rows.sort((a, b) => compareText(a.lastDay, b.lastDay) || compareText(a.kind, b.kind));
}
