// What a bundle would give. Internal: not part of the package's surface.

import { allocateMoney } from "../../shared/money/allocation.js";
import { exactAmount } from "../../shared/money/exact-amount.js";
import { decimalFraction, roundFraction } from "../accounting/exact-fraction.js";
import { totalAmountOf } from "./price-draft.js";
import type { DraftLine, WantedAmounts, WantedContext } from "./price-draft.js";
import type { PriceInstrument } from "./price-instrument.js";

type BundleInstrument = Extract<PriceInstrument, { readonly form: "bundle" }>;

/**
 * As many bundles as the open lines hold, their units taken from the lines in order; the price of the bundles is split
 * over the units by what is asked for them alone.
 */
export function bundleWanted(
  { parts, price }: BundleInstrument,
  { basket: { currency }, draft, open }: WantedContext,
): WantedAmounts {
  const units = (index: number, product: string): number =>
    open.includes(index) && draft[index]!.line.product === product
      ? Math.floor(draft[index]!.line.quantity)
      : 0;
  const held = (product: string): number =>
    draft.reduce((sum, _, index) => sum + units(index, product), 0);
  const missing = parts.filter(({ product, quantity }) => held(product) < quantity);
  if (missing.length > 0) {
    return {
      amounts: [],
      reasons: missing.map(({ product, quantity }) => ({
        code: "price-bundle-incomplete",
        params: { product, quantity, held: held(product) },
      })),
    };
  }
  const bundles = Math.min(
    ...parts.map(({ product, quantity }) => Math.floor(held(product) / quantity)),
  );
  const taken = draft.map(() => 0);
  for (const { product, quantity } of parts) {
    let left = bundles * quantity;
    taken.forEach((_, index) => {
      const some = Math.min(left, units(index, product));
      taken[index] = taken[index]! + some;
      left -= some;
    });
  }
  const alone = draft.map((line, index) => amountOfUnits(line, taken[index]!));
  const asked = exactAmount("apply a bundle", BigInt(bundles) * BigInt(price), currency);
  if (asked >= totalAmountOf(alone)) {
    const params = { bundles, asked, alone: totalAmountOf(alone) };
    return { amounts: [], reasons: [{ code: "price-bundle-not-cheaper", params }] };
  }
  const split = allocateMoney({ amount: asked, currency }, alone);
  return { amounts: alone.map((amount, index) => amount - split[index]!.amount), reasons: [] };
}

/** What is asked for some units of a line. */
function amountOfUnits({ line, amount }: DraftLine, units: number): number {
  if (units === line.quantity) return amount;
  const { numerator, denominator } = decimalFraction(line.quantity);
  const exact = { numerator: BigInt(amount) * BigInt(units) * denominator, denominator: numerator };
  return Number(roundFraction(exact, "half-even"));
}
