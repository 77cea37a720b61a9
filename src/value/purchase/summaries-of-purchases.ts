import { textOfDay } from "../../shared/time/civil.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { customerPurchases } from "./customer-purchases.js";
import { firstDayOfPeriod, periodOfDay, periodsIn } from "./period-of-day.js";
import type { PurchaseAccumulator } from "./purchase-accumulator.js";
import { safeSum } from "./purchase-store.js";
import type { PurchaseSummaries, PurchaseSummary, UnmatchedReturn } from "./purchase-summary.js";
import { lowerByReturns } from "./spend-after-returns.js";
import type { SummarySettings } from "./summary-settings.js";

/** What is read of every customer. */
interface Reading {
  readonly accumulator: PurchaseAccumulator;
  readonly settings: SummarySettings;
  /** Entries by customer and period. */
  readonly entries: Int32Array;
  /** What returns have left of the spend, by entry. */
  readonly left: Float64Array;
  /** Texts of days: one text a day instead of two a customer. */
  readonly texts: Map<number, PlainDate>;
}

/** Some entries of one customer, as a range of those ordered. */
interface EntryRange {
  readonly from: number;
  readonly to: number;
}

/** What the purchases of a range come to. */
interface RangeSums {
  readonly purchases: number;
  readonly spend: number;
  /** What was paid for the first of them. */
  readonly firstSpend: number;
  readonly transactions: number;
  /** Entry of the first purchase; -1 without one. */
  readonly first: number;
  /** Entry of the last purchase; -1 without one. */
  readonly last: number;
}

/** From entries by customer and period to customers. @internal */
export function summariesOfPurchases(
  accumulator: PurchaseAccumulator,
  settings: SummarySettings,
): PurchaseSummaries {
  const { customers: order, entries, starts } = customerPurchases(accumulator);
  const left = Float64Array.from(accumulator.spend);
  const isLowering = settings.returns === "lower-spend" || settings.returns === "undo";
  const reading: Reading = { accumulator, settings, entries, left, texts: new Map() };
  const customers: PurchaseSummary[] = [];
  const unmatchedReturns: UnmatchedReturn[] = [];
  for (let i = 0; i < order.length; i += 1) {
    const position = order[i]!;
    const from = starts[position]!;
    const to = starts[position + 1]!;
    let cut = from;
    while (cut < to && accumulator.periods[entries[cut]!]! % 2 === 0) cut += 1;
    const open: number[] = [];
    if (isLowering) lowerRange(reading, { from, to: cut, open, unmatchedReturns });
    // A summary is what was known on the last day observed: returns of the holdout come after it.
    const observed = sumsOf(reading, { from, to: cut });
    if (isLowering) lowerRange(reading, { from: cut, to, open, unmatchedReturns });
    if (observed.purchases === 0) continue;
    const later = sumsOf(reading, { from: cut, to });
    customers.push(summaryOf(reading, { id: accumulator.customers[position]!, observed, later }));
  }
  return { customers, unmatchedReturns };
}

function lowerRange(
  reading: Reading,
  range: EntryRange & {
    readonly open: number[];
    readonly unmatchedReturns: UnmatchedReturn[];
  },
): void {
  const { accumulator, entries, left, settings } = reading;
  const { currency, mergeWithin } = settings;
  for (let i = range.from; i < range.to; i += 1) {
    const entry = entries[i]!;
    const amount = lowerByReturns({ accumulator, left, open: range.open }, entry);
    if (amount === 0) continue;
    const customer = accumulator.customers[accumulator.of[entry]!]!;
    const date = textOf(reading, firstDayOfPeriod(numberOf(reading, entry), mergeWithin));
    range.unmatchedReturns.push({ customer, date, amount: { amount, currency } });
  }
}

function sumsOf(reading: Reading, { from, to }: EntryRange): RangeSums {
  const { accumulator, entries, left, settings } = reading;
  const isUndoing = settings.returns === "undo";
  let purchases = 0;
  let spend = 0;
  let transactions = 0;
  let first = -1;
  let last = -1;
  for (let i = from; i < to; i += 1) {
    const entry = entries[i]!;
    if (accumulator.transactions[entry] === 0) continue;
    // What cost nothing from the start is a purchase all the same.
    if (isUndoing && left[entry] === 0 && accumulator.spend[entry]! > 0) continue;
    purchases += 1;
    spend = safeSum(spend, left[entry]!);
    transactions += accumulator.transactions[entry]!;
    if (first < 0) first = entry;
    last = entry;
  }
  const firstSpend = first < 0 ? 0 : left[first]!;
  return { purchases, spend, firstSpend, transactions, first, last };
}

function summaryOf(
  reading: Reading,
  {
    id: customer,
    observed,
    later,
  }: { readonly id: string; readonly observed: RangeSums; readonly later: RangeSums },
): PurchaseSummary {
  const { accumulator, settings } = reading;
  const { mergeWithin: period, unit, currency, observedDay, lastDay } = settings;
  const { first, last, transactions } = observed;
  const isExcluded = settings.firstPurchase === "excluded";
  const frequency = observed.purchases - (isExcluded ? 1 : 0);
  const spend = observed.spend - (isExcluded ? observed.firstSpend : 0);
  const start = numberOf(reading, first);
  const end = numberOf(reading, last);
  const until = periodOfDay(observedDay, period);
  // The lowest bit is the first day with a purchase, the highest the last.
  const firstBits = accumulator.days[first]!;
  const firstDay = firstDayOfPeriod(start, period) + 31 - Math.clz32(firstBits & -firstBits);
  const lastDayBought = firstDayOfPeriod(end, period) + 31 - Math.clz32(accumulator.days[last]!);
  const summary: { -readonly [Field in keyof PurchaseSummary]: PurchaseSummary[Field] } = {
    customer,
    frequency,
    recency: periodsIn(end - start, { period, unit }),
    age: periodsIn(until - start, { period, unit }),
    spend,
    currency,
    first: textOf(reading, firstDay),
    last: textOf(reading, lastDayBought),
    transactions,
    ...(!isExcluded && { firstPurchase: "included" as const }),
  };
  // Set afterwards: a copy with one field more takes twice the time.
  if (frequency > 0) summary.meanSpend = spend / frequency;
  if (lastDay > observedDay) {
    const length = periodsIn(periodOfDay(lastDay, period) - until, { period, unit });
    summary.holdout = { frequency: later.purchases, spend: later.spend, length };
  }
  return summary;
}

/** The number of an entry's period. */
function numberOf({ accumulator }: Reading, entry: number): number {
  return Math.floor(accumulator.periods[entry]! / 2);
}

function textOf({ texts }: Reading, day: number): PlainDate {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = textOfDay(day) as PlainDate;
  texts.set(day, text);
  return text;
}
