// What an instrument would give without limits. Internal: not part of the package's surface.

import { allocateMoney } from "../../shared/money/allocation.js";
import { divideRounded } from "../../shared/money/division.js";
import type { Ratio } from "../../shared/money/ratio.js";
import { bundleWanted } from "./price-bundle.js";
import { competitorWanted } from "./price-competitor.js";
import type { WantedAmounts, WantedContext } from "./price-draft.js";
import type { PriceInstrument, PriceReduction } from "./price-instrument.js";

/** What an instrument would give. */
export function wantedBy(instrument: PriceInstrument, context: WantedContext): WantedAmounts {
  switch (instrument.form) {
    case "discount":
      return reductionWanted(instrument.off, context);
    case "refund":
      return reductionWanted(instrument.back, context);
    case "match":
    case "undercut":
      return competitorWanted(instrument, context);
    case "bundle":
      return bundleWanted(instrument, context);
  }
}

/** A share, or an amount, of all lines together, spread over them by what is asked for them. */
function reductionWanted(
  reduction: PriceReduction,
  { basket: { currency }, draft, open }: WantedContext,
): WantedAmounts {
  const weights = draft.map(({ amount }, index) => (open.includes(index) ? amount : 0));
  const all = weights.reduce((sum, amount) => sum + amount, 0);
  if (all === 0) return { amounts: [], reasons: [{ code: "price-nothing-to-reduce", params: {} }] };
  const isShare = "share" in reduction;
  const total = isShare ? shareOf(all, reduction.share) : Math.min(all, reduction.amount);
  const amounts = allocateMoney({ amount: total, currency }, weights).map(({ amount }) => amount);
  if (total === 0) return { amounts, reasons: [{ code: "price-below-minor-unit", params: {} }] };
  return isShare ? { amounts, reasons: [] } : { amounts, weights, reasons: [] };
}

function shareOf(all: number, { numerator, denominator }: Ratio): number {
  return Number(divideRounded(BigInt(all) * BigInt(numerator), BigInt(denominator), "half-even"));
}
