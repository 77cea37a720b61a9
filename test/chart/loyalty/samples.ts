import { plainDate } from "goodwill/shared";
import type { ExpiryOutlookRow } from "../../../src/chart/loyalty/expiry-outlook-chart.js";
import type { PointsTotals } from "../../../src/chart/loyalty/points-waterfall-chart.js";
import type { TierMove } from "../../../src/chart/loyalty/tier-flow-chart.js";
import type { VintageLiability } from "../../../src/loyalty/accounting/vintage-liability.js";

/** A programme in its third year: 1,250,000 points issued, and where they are. */
export const TOTALS: PointsTotals = {
  ...{ issued: 1_250_000, redeemed: 612_400, expired: 88_150, clawedBack: 21_300 },
  ...{ transferred: 9_000, reserved: 4_150, pending: 130_000, active: 387_000, deficit: 2_000 },
};

export const OUTLOOK: readonly ExpiryOutlookRow[] = [
  { lastDay: plainDate("2026-03-31"), points: 100 },
  { lastDay: plainDate("2026-07-31"), points: 150 },
  { lastDay: plainDate("2026-07-15"), points: 50 },
  { lastDay: plainDate("2026-05-31"), points: 0 },
];

export const TIERS = ["bronze", "silver", "gold", "platinum_for_life"];

/** From every tier to every other, with counts that a formula gives. */
export const MOVES: readonly TierMove[] = TIERS.flatMap((from, row) =>
  TIERS.map((to, column) => ({
    ...{ from, to, members: row === column ? 4000 >> (2 * row) : 300 >> (row + column) },
  })),
);

/** So many months from January 2024 on. */
export function vintagesOf(count: number, currency: "EUR" | "JPY" = "EUR"): VintageLiability[] {
  return Array.from({ length: count }, (_, index) => {
    const [year, month] = [2024 + Math.floor(index / 12), (index % 12) + 1];
    const face = 100_000 + 7_919 * ((index * 31) % 17);
    const liability = Math.round(face * (0.4 + 0.05 * (index % 10)));
    return {
      ...{ vintage: plainDate(`${year}-${String(month).padStart(2, "0")}-01`), currency },
      ...{ issued: 2 * face, redeemed: face, outstanding: face, expectedShare: liability / face },
      faceValue: { amount: face, currency },
      breakage: { amount: face - liability, currency },
      liability: { amount: liability, currency },
    };
  });
}
