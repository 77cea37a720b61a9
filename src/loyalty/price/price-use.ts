// What a customer may still have of an instrument. Internal: not part of the package's surface.

import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Reason } from "../../shared/reason.js";
import {
  monthPeriod,
  periodThrough,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from "../../shared/time/calendar-period.js";
import { periodContains } from "../../shared/time/period.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { CustomerPriceLimit, PriceInstrument } from "./price-instrument.js";
import type { PriceOptions } from "./price-options.js";

/** Minor units the customer may still have, and why none. */
export function leftForCustomer(
  { id, limit }: PriceInstrument,
  {
    options: { usedSoFar = [], customer, asOf, zone },
    day,
    currency,
  }: {
    readonly options: PriceOptions;
    readonly day: PlainDate;
    readonly currency: CurrencyCode;
  },
): { readonly left: number; readonly reasons: readonly Reason[] } {
  const perCustomer = limit?.perCustomer;
  if (perCustomer === undefined) return { left: Infinity, reasons: [] };
  const { span, uses: mostUses = Infinity, amount: mostAmount = Infinity } = perCustomer;
  const within = spanOf(day, span);
  const uses = usedSoFar.filter(
    (use) =>
      use.instrument === id &&
      use.customer === customer.id &&
      use.at <= asOf &&
      (within === undefined || periodContains(within, plainDateAt(use.at, zone))),
  );
  const stranger = uses.find(({ amount }) => amount.currency !== currency);
  if (stranger !== undefined && mostAmount !== Infinity) {
    const params = { currency: stranger.amount.currency, other: currency };
    return { left: 0, reasons: [{ code: "price-use-in-other-currency", params }] };
  }
  if (uses.length >= mostUses) {
    const params = { uses: uses.length, limit: mostUses, span };
    return { left: 0, reasons: [{ code: "price-uses-exhausted", params }] };
  }
  const used = uses.reduce((sum, { amount }) => sum + amount.amount, 0);
  if (used >= mostAmount) {
    const params = { used, limit: mostAmount, span };
    return { left: 0, reasons: [{ code: "price-amount-exhausted", params }] };
  }
  return { left: mostAmount - used, reasons: [] };
}

function spanOf(day: PlainDate, span: CustomerPriceLimit["span"]): Period<PlainDate> | undefined {
  switch (span) {
    case "day":
      return periodThrough(day, day);
    case "week":
      return weekPeriod(day);
    case "month":
      return monthPeriod(day);
    case "quarter":
      return quarterPeriod(day);
    case "year":
      return yearPeriod(day);
    case "ever":
      return undefined;
  }
}
