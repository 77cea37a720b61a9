// Why a customer may not have an instrument, and which lines it is for. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { PriceCustomer } from "./price-basket.js";
import type { DraftLine } from "./price-draft.js";
import type { PriceEligibility, PriceInstrument } from "./price-instrument.js";

/** Every condition of customer, day and basket that does not hold; empty where the customer may have it. */
export function ineligibility(
  eligibility: PriceEligibility,
  {
    customer,
    day,
    listTotal,
  }: { readonly customer: PriceCustomer; readonly day: PlainDate; readonly listTotal: number },
): Reason[] {
  const { tiers, segments, clubs, customers, orderAtLeast = 0, from, through } = eligibility;
  const { tier } = customer;
  return [
    ...notIn("tier", { asked: tiers, held: tier === undefined ? undefined : [tier] }),
    ...notIn("segment", { asked: segments, held: customer.segments }),
    ...notIn("club", { asked: clubs, held: customer.clubs }),
    ...(customers?.includes(customer.id) === false
      ? [{ code: "price-not-for-customer", params: { customer: customer.id } }]
      : []),
    ...(listTotal < orderAtLeast
      ? [{ code: "price-order-too-small", params: { listTotal, atLeast: orderAtLeast } }]
      : []),
    ...(from !== undefined && day < from
      ? [{ code: "price-not-yet-valid", params: { from, day } }]
      : []),
    ...(through !== undefined && day > through
      ? [{ code: "price-no-longer-valid", params: { through, day } }]
      : []),
  ];
}

function notIn(
  what: "tier" | "segment" | "club",
  {
    asked,
    held,
  }: {
    readonly asked: readonly string[] | undefined;
    readonly held: readonly string[] | undefined;
  },
): Reason[] {
  if (asked === undefined) return [];
  const params = { what, asked: asked.join(", ") };
  if (held === undefined) return [{ code: "price-standing-unknown", params }];
  return held.some((one) => asked.includes(one)) ? [] : [{ code: "price-wrong-standing", params }];
}

/**
 * The positions of the lines an instrument may change: those of its products and categories, without those that an
 * exclusive instrument has taken, and for an exclusive one without those that anything has changed.
 */
export function linesFor(
  { eligibility = {}, exclusive }: PriceInstrument,
  draft: readonly DraftLine[],
): { readonly open: readonly number[]; readonly reasons: readonly Reason[] } {
  const { products, categories } = eligibility;
  const isAll = products === undefined && categories === undefined;
  const chosen = draft.flatMap(({ line: { product, category } }, index) => {
    const isOf =
      products?.includes(product) === true ||
      (category !== undefined && categories?.includes(category) === true);
    return isAll || isOf ? [index] : [];
  });
  if (chosen.length === 0) return { open: [], reasons: [{ code: "price-no-line", params: {} }] };
  const open = chosen.filter((index) => {
    const { isTaken, reductions, refunds } = draft[index]!;
    return !isTaken && (exclusive !== true || reductions.length + refunds.length === 0);
  });
  return {
    open,
    reasons: open.length > 0 ? [] : [{ code: "price-not-stackable", params: {} }],
  };
}
