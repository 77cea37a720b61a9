import { currencyMinorDigits } from "../../shared/money/currency.js";
import { dayNumber } from "../../shared/time/civil.js";
import { isTimeZone } from "../../shared/time/time-zone.js";
import type { PurchaseSummaryOptions } from "./purchase-summary.js";

/** Options with every default filled in. @internal */
export interface SummarySettings extends Required<Omit<PurchaseSummaryOptions, "holdoutUntil">> {
  /** The last day observed, in days since 1970-01-01. */
  readonly observedDay: number;
  /** The last day that is read: of the holdout where there is one. */
  readonly lastDay: number;
  /** All of them as one text. */
  readonly configuration: string;
}

const PERIODS = ["day", "half-week", "week"];

/** Checks the options and fills in the defaults. @internal */
export function settingsOf(options: PurchaseSummaryOptions): SummarySettings {
  const { zone, currency, observedUntil, holdoutUntil } = options;
  const { mergeWithin = "day", unit = "week" } = options;
  const { firstPurchase = "excluded", returns = "refuse" } = options;
  currencyMinorDigits(currency);
  requireOneOf("zone", zone, isTimeZone(zone) ? [zone] : ["a time zone the host knows"]);
  requireOneOf("mergeWithin", mergeWithin, PERIODS);
  requireOneOf("unit", unit, PERIODS);
  requireOneOf("firstPurchase", firstPurchase, ["excluded", "included"]);
  requireOneOf("returns", returns, ["refuse", "leave-out", "lower-spend", "undo"]);
  const observedDay = dayNumber(observedUntil);
  const lastDay = dayNumber(holdoutUntil ?? observedUntil);
  if (holdoutUntil !== undefined && lastDay <= observedDay) {
    throw new RangeError(
      `Cannot summarise purchases: holdoutUntil must be later than ${observedUntil}, got ${holdoutUntil}`,
    );
  }
  const settings = { zone, currency, observedUntil, mergeWithin, unit, firstPurchase, returns };
  const configuration = JSON.stringify([...Object.values(settings), holdoutUntil ?? "no holdout"]);
  // Written out: the shape of a copy is forgotten with it, and with it what has been compiled for it.
  return {
    zone,
    currency,
    observedUntil,
    mergeWithin,
    unit,
    firstPurchase,
    returns,
    observedDay,
    lastDay,
    configuration,
  };
}

function requireOneOf(name: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new RangeError(
    `Cannot summarise purchases: ${name} must be ${allowed.join(" or ")}, got ${JSON.stringify(value)}`,
  );
}
