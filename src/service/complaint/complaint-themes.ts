import { periodInZone } from "../../shared/time/calendar-period.js";
import type { Period } from "../../shared/time/period.js";
import { period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { compareText } from "../../shared/text-order.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { CountedComplaint } from "./counted-complaint.js";
import { distinctComplaints } from "./distinct-complaints.js";

/** A period complaints are counted in, and out of how much. */
export interface ThemePeriod {
  /** Its name, such as `2026Q1`; names that sort as time runs serve best. */
  readonly period: string;
  /** Its days; they may not overlap those of another. */
  readonly days: Period<PlainDate>;
  /** Out of how much: orders, customers or days; above 0. */
  readonly exposure: number;
}

/** How often a theme came up in a period: what `systemicProblems` of `goodwill/experience` takes. */
export interface ComplaintThemeCount {
  /** The theme. */
  readonly theme: string;
  /** The period. */
  readonly period: string;
  /** How many complaints; duplicates once. */
  readonly count: number;
  /** Out of how much. */
  readonly exposure: number;
}

/** Complaints by theme and period. */
export interface ComplaintThemes {
  /** One entry for each theme and period, also where the count is 0, by theme, then in the order of the periods. */
  readonly counts: readonly ComplaintThemeCount[];
  /** How many complaints lie in none of the periods. */
  readonly outside: number;
  /** How many were left out as duplicates. */
  readonly duplicates: number;
}

/** What is counted, when, and in whose days. */
export interface ComplaintThemeOptions {
  /** The zone whose calendar decides which day a complaint belongs to. */
  readonly zone: TimeZone;
  /** The periods, in any order. */
  readonly periods: readonly ThemePeriod[];
  /** What a theme is; `kind` when absent. Where it is not known, the theme is `unknown`. */
  readonly by?: "kind" | "sub-kind" | "cause" | "product";
  /** Themes that are counted even where no complaint names them; none when absent. */
  readonly themes?: readonly string[];
}

/**
 * How many complaints of each theme came in each period, for the early warning (EXP-11)?
 *
 * A theme without a complaint in a period has an entry with count 0, since `systemicProblems` takes a missing entry
 * for not counted. A sub-kind is written with its kind, as `product/defect`. What is not known is the theme `unknown`,
 * which `systemicProblems` tests like any other: where it is systemic, more causes stay unfound than before. Leave out
 * its entries to test the others alone; with one theme less, each of them has to clear a lower bar.
 *
 * @param complaints - The complaints, in any order; each belongs to the day it was received.
 * @param options - The zone, the periods with their exposure, and what a theme is.
 * @returns The counts, to be handed to `systemicProblems` with the model `poisson`, and what was left out.
 * @throws RangeError where a period is empty, named twice or overlaps another, or an exposure is not above 0.
 * @example
 * ```ts
 * import { complaintThemes } from "goodwill/service";
 * import { customerId } from "goodwill/customer";
 * import { instant, monthPeriod, plainDate, timeZone } from "goodwill/shared";
 *
 * const one = { id: "K-1", customer: customerId("C-1"), at: instant("2026-03-02T09:00:00Z"), kind: "product" };
 * const periods = ["2026-02", "2026-03"].map((name) => ({
 *   period: name,
 *   days: monthPeriod(plainDate(`${name}-01`)),
 *   exposure: 400,
 * }));
 * const { counts } = complaintThemes([one], { zone: timeZone("Asia/Shanghai"), periods });
 * counts.map(({ theme, period, count }) => [theme, period, count]);
 * // => [["product", "2026-02", 0], ["product", "2026-03", 1]]
 * ```
 */
export function complaintThemes(
  complaints: Iterable<CountedComplaint>,
  options: ComplaintThemeOptions,
): ComplaintThemes {
  const { zone, by = "kind", themes = [] } = options;
  const periods = placedPeriods(options.periods).map((one) => ({
    ...one,
    moments: periodInZone(one.days, zone),
  }));
  const distinct = distinctComplaints(complaints);
  const byTheme = new Map<string, number[]>();
  const countsOf = (theme: string): number[] => {
    const counts = byTheme.get(theme) ?? periods.map(() => 0);
    byTheme.set(theme, counts);
    return counts;
  };
  themes.forEach(countsOf);
  let outside = 0;
  for (const complaint of distinct.complaints) {
    const { at } = complaint;
    const place = periods.findIndex(({ moments }) => moments.start <= at && at < moments.end);
    if (place < 0) outside += 1;
    else countsOf(themeOf(complaint, by))[place]! += 1;
  }
  const counts = [...byTheme]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([theme, found]) =>
      periods.map(({ period: name, exposure }, place) => ({
        theme,
        period: name,
        count: found[place]!,
        exposure,
      })),
    );
  return { counts, outside, duplicates: distinct.duplicates };
}

function themeOf(
  { kind, subKind, cause, product }: CountedComplaint,
  by: NonNullable<ComplaintThemeOptions["by"]>,
): string {
  switch (by) {
    case "kind":
      return kind;
    case "sub-kind":
      return `${kind}/${subKind ?? "unknown"}`;
    case "cause":
      return cause ?? "unknown";
    case "product":
      return product ?? "unknown";
  }
}

/** The periods in the order of time, checked. */
function placedPeriods(periods: readonly ThemePeriod[]): readonly ThemePeriod[] {
  const names = new Set<string>();
  const sorted = [...periods].sort((a, b) => compareText(a.days.start, b.days.start));
  sorted.forEach(({ period: name, days, exposure }, place) => {
    period(days.start, days.end);
    const why = (must: string): RangeError =>
      new RangeError(`Cannot count the themes of complaints: ${must}, got "${name}"`);
    if (days.start === days.end) throw why("a period must not be empty");
    if (names.has(name)) throw why("a period must be named once");
    if (!(exposure > 0 && Number.isFinite(exposure))) throw why("an exposure must be above 0");
    const before = sorted[place - 1];
    if (before !== undefined && before.days.end > days.start) {
      throw why("periods must not overlap");
    }
    names.add(name);
  });
  return sorted;
}
