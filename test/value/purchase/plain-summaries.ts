import type {
  PurchaseRow,
  PurchaseSummaries,
  PurchaseSummary,
  PurchaseSummaryOptions,
  UnmatchedReturn,
} from "goodwill/value";
import { addDays, dayOfWeek, daysBetween, plainDateAt, type PlainDate } from "goodwill/shared";

const LENGTH = { day: 1, "half-week": 3.5, week: 7 };

interface Group {
  /** First day of the period. */
  readonly start: PlainDate;
  readonly isAfter: boolean;
  readonly days: PlainDate[];
  rows: number;
  paid: number;
  returned: number;
  left: number;
}

/**
 * The rules of purchase summaries written down as slowly and plainly as they are told: the reference of the property
 * tests.
 */
export function plainSummaries(
  rows: readonly PurchaseRow[],
  options: PurchaseSummaryOptions,
): PurchaseSummaries {
  const ids = [...new Set(rows.map(({ customer }) => customer))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const unmatchedReturns: UnmatchedReturn[] = [];
  const customers = ids.flatMap((customer): PurchaseSummary[] => {
    const groups = groupsOf(
      rows.filter((row) => row.customer === customer),
      options,
    );
    const setAgainst = (later: boolean): void => {
      for (const group of groups.filter(({ isAfter }) => isAfter === later)) {
        let open = group.returned;
        for (const earlier of groups.slice(0, groups.indexOf(group) + 1).toReversed()) {
          const lowered = Math.min(open, earlier.left);
          earlier.left -= lowered;
          open -= lowered;
        }
        if (open === 0) continue;
        const amount = { amount: open, currency: options.currency };
        unmatchedReturns.push({ customer, date: group.start, amount });
      }
    };
    const bought = (later: boolean): Group[] =>
      groups.filter(
        ({ isAfter, rows: count, paid, left }) =>
          isAfter === later && count > 0 && !(options.returns === "undo" && paid > 0 && left === 0),
      );
    setAgainst(false);
    const observed = bought(false).map((group) => ({ ...group }));
    setAgainst(true);
    return observed.length === 0
      ? []
      : [summaryOf(customer, { observed, later: bought(true), options })];
  });
  return { customers, unmatchedReturns };
}

function groupsOf(rows: readonly PurchaseRow[], options: PurchaseSummaryOptions): Group[] {
  const { zone, observedUntil, holdoutUntil = observedUntil, mergeWithin = "day" } = options;
  const groups: Group[] = [];
  for (const row of rows) {
    const day = "date" in row ? row.date : plainDateAt(row.at, zone);
    const isReturn = row.returnOf !== undefined;
    if (day > holdoutUntil || (isReturn && options.returns === "leave-out")) continue;
    const start = startOf(day, mergeWithin);
    const isAfter = day > observedUntil;
    let group = groups.find((one) => one.start === start && one.isAfter === isAfter);
    if (group === undefined) {
      group = { start, isAfter, days: [], rows: 0, paid: 0, returned: 0, left: 0 };
      groups.push(group);
    }
    if (isReturn) {
      group.returned -= row.total.amount;
      continue;
    }
    group.days.push(day);
    group.rows += 1;
    group.paid += row.total.amount;
    group.left += row.total.amount;
  }
  return groups.toSorted((a, b) =>
    a.start === b.start ? Number(a.isAfter) - Number(b.isAfter) : a.start < b.start ? -1 : 1,
  );
}

function startOf(day: PlainDate, period: "day" | "half-week" | "week"): PlainDate {
  const weekday = dayOfWeek(day);
  if (period === "day") return day;
  if (period === "half-week" && weekday > 3) return addDays(day, 4 - weekday);
  return addDays(day, 1 - weekday);
}

function summaryOf(
  customer: string,
  {
    observed,
    later,
    options,
  }: {
    readonly observed: readonly Group[];
    readonly later: readonly Group[];
    readonly options: PurchaseSummaryOptions;
  },
): PurchaseSummary {
  const { currency, observedUntil, holdoutUntil, mergeWithin = "day", unit = "week" } = options;
  const steps = (from: PlainDate, to: PlainDate): number => {
    const days = daysBetween(from, to);
    if (mergeWithin === "day") return days;
    if (mergeWithin === "week") return days / 7;
    // A half week is 3 or 4 days long: whole weeks, and one half more or less.
    return 2 * Math.round(days / 7) + Math.sign(days - 7 * Math.round(days / 7));
  };
  const between = (from: PlainDate, to: PlainDate): number =>
    (steps(from, to) * LENGTH[mergeWithin]) / LENGTH[unit];
  const counted = options.firstPurchase === "included" ? observed : observed.slice(1);
  const sum = (groups: readonly Group[]): number =>
    groups.reduce((total, { left }) => total + left, 0);
  const start = observed[0]!.start;
  const end = startOf(observedUntil, mergeWithin);
  const spend = sum(counted);
  return {
    ...{ customer, frequency: counted.length, recency: between(start, observed.at(-1)!.start) },
    ...{ age: between(start, end), spend, currency },
    ...(counted.length > 0 && { meanSpend: spend / counted.length }),
    first: observed[0]!.days.toSorted()[0]!,
    last: observed.at(-1)!.days.toSorted().at(-1)!,
    transactions: observed.reduce((total, { rows }) => total + rows, 0),
    ...(options.firstPurchase === "included" && { firstPurchase: "included" as const }),
    ...(holdoutUntil !== undefined && {
      holdout: {
        frequency: later.length,
        spend: sum(later),
        length: between(end, startOf(holdoutUntil, mergeWithin)),
      },
    }),
  };
}
