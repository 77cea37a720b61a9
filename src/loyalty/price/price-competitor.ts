// What matching or undercutting would give. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import { daysBetween } from "../../shared/time/date-arithmetic.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { decimalFraction, multiplyFractions, roundFraction } from "../accounting/exact-fraction.js";
import type { ExactFraction } from "../accounting/exact-fraction.js";
import { totalAmountOf } from "./price-draft.js";
import type { WantedAmounts, WantedContext } from "./price-draft.js";
import type { PriceInstrument } from "./price-instrument.js";

type CompetitorInstrument = Extract<PriceInstrument, { readonly form: "match" | "undercut" }>;

/** What is asked beyond the target, by line; a line without a competitor's price has none. */
export function competitorWanted(
  instrument: CompetitorInstrument,
  context: WantedContext,
): WantedAmounts {
  const { draft, open } = context;
  const found = cheapest(instrument, context);
  const amounts = draft.map(({ line, amount }, index) => {
    const unit = found.prices.get(line.product);
    if (unit === undefined || !open.includes(index)) return 0;
    const target = multiplyFractions(targetOf(unit, instrument), decimalFraction(line.quantity));
    // Down to the minor unit: a price that is matched is never above the competitor's.
    return Math.max(0, amount - Number(roundFraction(target, "floor")));
  });
  if (totalAmountOf(amounts) > 0) return { amounts, reasons: [] };
  const isKnown = open.some((index) => found.prices.has(draft[index]!.line.product));
  return {
    amounts,
    reasons: isKnown ? [{ code: "price-not-dearer", params: {} }] : found.reasons,
  };
}

function targetOf(unit: number, instrument: CompetitorInstrument): ExactFraction {
  const whole = { numerator: BigInt(unit), denominator: 1n };
  if (instrument.form === "match") return whole;
  const { by } = instrument;
  if ("amount" in by) return { ...whole, numerator: BigInt(Math.max(0, unit - by.amount)) };
  const { numerator, denominator } = by.share;
  const left = { numerator: BigInt(denominator - numerator), denominator: BigInt(denominator) };
  return multiplyFractions(whole, left);
}

/** The lowest price of one by product, and why there is none for the lines that may be changed. */
function cheapest(
  { seenWithinDays = Infinity }: CompetitorInstrument,
  { basket: { currency }, draft, open, options, day }: WantedContext,
): { readonly prices: ReadonlyMap<string, number>; readonly reasons: readonly Reason[] } {
  const { competitorPrices = [], asOf, zone } = options;
  const products = new Set(open.map((index) => draft[index]!.line.product));
  const prices = new Map<string, number>();
  const reasons: Reason[] = [];
  for (const { product, competitor, price, seenAt } of competitorPrices) {
    if (!products.has(product) || seenAt > asOf) continue;
    const ageDays = daysBetween(plainDateAt(seenAt, zone), day);
    if (price.currency !== currency) {
      const params = { competitor, product, currency: price.currency, other: currency };
      reasons.push({ code: "price-competitor-in-other-currency", params });
    } else if (ageDays > seenWithinDays) {
      const params = { competitor, product, ageDays, seenWithinDays };
      reasons.push({ code: "price-competitor-too-old", params });
    } else {
      prices.set(product, Math.min(price.amount, prices.get(product) ?? Infinity));
    }
  }
  return {
    prices,
    reasons: reasons.length > 0 ? reasons : [{ code: "price-no-competitor", params: {} }],
  };
}
