import { WAVES } from "../../examples/company/generator/calendar.js";
import type { Wave } from "../../examples/company/generator/calendar.js";
import { FACTORS } from "../../examples/company/generator/climate.js";
import type { Factor } from "../../examples/company/generator/climate.js";
import type { Company } from "../../examples/company/generator/company.js";
import type { RatingRow } from "../../examples/company/generator/rows.js";

// Plain arithmetic, apart from the library's own statistics: the story must not be proved by the code it demonstrates.

const DAY_MILLISECONDS = 86_400_000;
const MEMORY_DAYS = 183;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOfMean(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return squares / (values.length - 1) / values.length;
}

/** The difference of two means in standard errors (Welch's statistic): after minus before. */
export function standardisedChange(before: readonly number[], after: readonly number[]): number {
  return (mean(after) - mean(before)) / Math.sqrt(varianceOfMean(before) + varianceOfMean(after));
}

export function daysLater(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY_MILLISECONDS).toISOString();
}

export function ratingsOf({ ratings }: Company, wave: Wave): readonly RatingRow[] {
  return ratings.filter((row) => row.wave === wave);
}

/** Experience minus expectation of a factor; respondents who left one out are left out. */
export function gapsOf(rows: readonly RatingRow[], factor: Factor): number[] {
  return rows.flatMap((row) => gapOf(row, factor) ?? []);
}

export function gapOf(row: RatingRow, factor: Factor): number | undefined {
  const experience = row[`act_${factor}`];
  const expectation = row[`exp_${factor}`];
  return experience === undefined || expectation === undefined
    ? undefined
    : experience - expectation;
}

export function figuresOf(
  rows: readonly RatingRow[],
  column: `${"imp" | "exp" | "act" | "ideal"}_${Factor}`,
): number[] {
  return rows.flatMap((row) => row[column] ?? []);
}

/** Mean of importance x (experience - expectation) by factor, over the respondents who answered all three. */
export function weightedSatisfaction(rows: readonly RatingRow[]): Readonly<Record<Factor, number>> {
  const entries = FACTORS.map((factor) => {
    const products = rows.flatMap((row) => {
      const importance = row[`imp_${factor}`];
      const gap = gapOf(row, factor);
      return importance === undefined || gap === undefined ? [] : [importance * gap];
    });
    return [factor, mean(products)] as const;
  });
  return Object.fromEntries(entries) as Record<Factor, number>;
}

export function lowest(figures: Readonly<Record<Factor, number>>): Factor {
  return FACTORS.toSorted((a, b) => figures[a] - figures[b])[0]!;
}

export function meanExperience(rows: readonly RatingRow[]): Readonly<Record<Factor, number>> {
  return Object.fromEntries(
    FACTORS.map((factor) => [factor, mean(figuresOf(rows, `act_${factor}`))]),
  ) as Record<Factor, number>;
}

/** How a respondent's deliveries of the half-year before the answer went. */
export type DeliveryMemory = "none" | "on-time" | "late" | "late-and-settled";

export function deliveryMemory(company: Company, row: RatingRow): DeliveryMemory {
  const since = daysLater(row.at, -MEMORY_DAYS);
  const deliveries = company.interactions.filter(
    ({ kind, customer, at }) =>
      kind === "delivery" && customer === row.respondent && at >= since && at < row.at,
  );
  const lates = deliveries.filter(({ outcome }) => outcome === "late");
  if (lates.length === 0) return deliveries.length === 0 ? "none" : "on-time";
  const isSettled = (purchase: string | undefined): boolean =>
    company.complaints.some(
      (complaint) =>
        complaint.kind === "late-delivery" &&
        complaint.purchase === purchase &&
        complaint.resolved_at !== undefined &&
        complaint.resolved_at < row.at,
    );
  return lates.every(({ purchase }) => isSettled(purchase)) ? "late-and-settled" : "late";
}

/**
 * Gaps of a factor by what the respondent remembers of deliveries, each minus the mean of its wave among those served
 * on time: so waves with many late deliveries are not compared with waves with few.
 */
export function gapsByDeliveryMemory(
  company: Company,
  factor: Factor,
): Readonly<Record<DeliveryMemory, readonly number[]>> {
  const groups: Record<DeliveryMemory, number[]> = {
    none: [],
    "on-time": [],
    late: [],
    "late-and-settled": [],
  };
  for (const wave of WAVES) {
    const remembered = ratingsOf(company, wave).flatMap((row) => {
      const gap = gapOf(row, factor);
      return gap === undefined ? [] : [{ gap, memory: deliveryMemory(company, row) }];
    });
    const usual = mean(
      remembered.filter(({ memory }) => memory === "on-time").map(({ gap }) => gap),
    );
    for (const { gap, memory } of remembered) groups[memory].push(gap - usual);
  }
  return groups;
}

/** Whether each delivery of an outcome was followed by a new order within some days; too recent ones are left out. */
export function nextOrders(
  company: Company,
  { outcome, withinDays }: { readonly outcome: "late" | "on-time"; readonly withinDays: number },
): (0 | 1)[] {
  const orders = company.purchases.filter(({ return_of }) => return_of === undefined);
  return company.interactions
    .filter((row) => row.kind === "delivery" && row.outcome === outcome)
    .filter((row) => daysLater(row.at, withinDays) < "2026")
    .map(({ customer, at }) => {
      const end = daysLater(at, withinDays);
      return orders.some((row) => row.customer === customer && row.at > at && row.at < end) ? 1 : 0;
    });
}

/**
 * How likely a count at least as high as the last quarter's is, if the rate had stayed as before: given the total, the
 * count of a quarter is binomial with that quarter's share of the orders.
 */
export function chanceOfLastQuarter({ themeCounts }: Company, theme: string): number {
  const rows = themeCounts.filter((row) => row.theme === theme);
  const last = rows.at(-1)!;
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const share = last.exposure / rows.reduce((sum, { exposure }) => sum + exposure, 0);
  let term = (1 - share) ** total;
  let below = 0;
  for (let k = 0; k < last.count; k += 1) {
    below += term;
    term *= ((total - k) / (k + 1)) * (share / (1 - share));
  }
  return 1 - below;
}

/** Holm's step-down: which of the given probabilities stay below the level together. */
export function standOutByHolm(
  probabilities: Readonly<Record<string, number>>,
  level: number,
): string[] {
  const sorted = Object.entries(probabilities).sort(([, a], [, b]) => a - b);
  const firstKept = sorted.findIndex(([, p], rank) => p > level / (sorted.length - rank));
  return sorted.slice(0, firstKept === -1 ? sorted.length : firstKept).map(([name]) => name);
}

/** The best set of candidates within a budget by trying all: importance x the part of the shortfall they close. */
export function bestImprovements(company: Company, wave: Wave, budget: number): string[] {
  const rows = ratingsOf(company, wave);
  const worth = FACTORS.map((factor) => ({
    factor,
    importance: mean(figuresOf(rows, `imp_${factor}`)),
    shortfall: Math.max(0, -mean(gapsOf(rows, factor))),
  }));
  const { improvements } = company;
  let best: { value: number; ids: string[] } = { value: 0, ids: [] };
  for (let mask = 0; mask < 2 ** improvements.length; mask += 1) {
    const chosen = improvements.filter((_, index) => (mask >> index) & 1);
    const ids = chosen.map(({ id }) => id);
    const isAllowed = chosen.every(({ excludes = [] }) => !excludes.some((id) => ids.includes(id)));
    const cost = chosen.reduce((sum, candidate) => sum + candidate.cost, 0);
    if (!isAllowed || cost > budget) continue;
    const value = worth.reduce((sum, { factor, importance, shortfall }) => {
      const points = chosen.reduce((gain, { effects }) => gain + (effects[factor] ?? 0), 0);
      return sum + importance * Math.min(points, shortfall);
    }, 0);
    if (value > best.value) best = { value, ids };
  }
  return best.ids;
}
