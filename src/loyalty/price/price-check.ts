// The check of what instruments are applied to. Internal: not part of the package's surface.

import { currencyMinorDigits } from "../../shared/money/currency.js";
import type { Ratio } from "../../shared/money/ratio.js";
import type { Basket } from "./price-basket.js";
import type { PriceInstrument, PriceReduction } from "./price-instrument.js";
import type { PriceOptions } from "./price-options.js";

/** Throws unless every number is in its range and no id stands twice. */
export function requirePricing(
  basket: Basket,
  instruments: readonly PriceInstrument[],
  { competitorPrices = [], usedSoFar = [] }: PriceOptions,
): void {
  currencyMinorDigits(basket.currency);
  requireDistinct("lines", basket.lines);
  requireDistinct("instruments", instruments);
  basket.lines.forEach(({ quantity, amount, cost }, index) => {
    const at = `lines[${index}]`;
    if (!(Number.isFinite(quantity) && quantity > 0)) {
      throw broken(`${at}.quantity must be finite and above 0`, quantity);
    }
    requireWhole(`${at}.amount`, amount, 0);
    requireWhole(`${at}.cost`, cost, 0);
  });
  requireWhole(
    "the list price in all",
    basket.lines.reduce((sum, { amount }) => sum + amount, 0),
    0,
  );
  instruments.forEach((instrument, index) => {
    requireInstrument(instrument, `instruments[${index}]`);
  });
  competitorPrices.forEach(({ price }, index) => {
    requireWhole(`competitorPrices[${index}].price.amount`, price.amount, 0);
  });
  usedSoFar.forEach(({ amount }, index) => {
    requireWhole(`usedSoFar[${index}].amount.amount`, amount.amount, 0);
  });
}

function requireInstrument(instrument: PriceInstrument, at: string): void {
  const { eligibility = {}, limit = {}, order } = instrument;
  if (order !== undefined && !Number.isFinite(order)) {
    throw broken(`${at}.order must be finite`, order);
  }
  requireWhole(`${at}.eligibility.orderAtLeast`, eligibility.orderAtLeast, 0);
  requireWhole(`${at}.limit.perOrder`, limit.perOrder, 0);
  requireWhole(`${at}.limit.perCustomer.uses`, limit.perCustomer?.uses, 1);
  requireWhole(`${at}.limit.perCustomer.amount`, limit.perCustomer?.amount, 0);
  requireShare(`${at}.limit.leastPriceShare`, limit.leastPriceShare, 1);
  requireShare(`${at}.limit.leastMargin`, limit.leastMargin, Number.MAX_SAFE_INTEGER);
  switch (instrument.form) {
    case "discount":
      requireReduction(`${at}.off`, instrument.off);
      return;
    case "refund":
      requireReduction(`${at}.back`, instrument.back);
      requireWhole(`${at}.afterDays`, instrument.afterDays, 0);
      return;
    case "undercut":
      requireReduction(`${at}.by`, instrument.by);
      requireWhole(`${at}.seenWithinDays`, instrument.seenWithinDays, 0);
      return;
    case "match":
      requireWhole(`${at}.seenWithinDays`, instrument.seenWithinDays, 0);
      return;
    case "bundle":
      requireWhole(`${at}.price`, instrument.price, 0);
      requireDistinct(
        `${at}.parts`,
        instrument.parts.map(({ product }) => ({ id: product })),
      );
      if (instrument.parts.length === 0) throw broken(`${at}.parts must name a product`, 0);
      instrument.parts.forEach(({ quantity }, index) => {
        requireWhole(`${at}.parts[${index}].quantity`, quantity, 1);
      });
  }
}

function requireReduction(name: string, reduction: PriceReduction): void {
  if ("share" in reduction) requireShare(`${name}.share`, reduction.share, 1);
  else requireWhole(`${name}.amount`, reduction.amount, 1);
}

function requireShare(name: string, share: Ratio | undefined, most: number): void {
  if (share === undefined) return;
  requireWhole(`${name}.numerator`, share.numerator, 0);
  requireWhole(`${name}.denominator`, share.denominator, 1);
  if (share.numerator / share.denominator <= most) return;
  throw broken(`${name} must be at most ${most}`, share.numerator / share.denominator);
}

function requireWhole(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= least)) return;
  throw broken(`${name} must be an integer of at least ${least}`, value);
}

function requireDistinct(name: string, things: readonly { readonly id: string }[]): void {
  const ids = new Set<string>();
  for (const { id } of things) {
    if (ids.has(id)) throw broken(`every id of ${name} must stand once`, JSON.stringify(id));
    ids.add(id);
  }
}

function broken(rule: string, value: number | string): RangeError {
  return new RangeError(`Cannot apply price instruments: ${rule}, got ${String(value)}`);
}
