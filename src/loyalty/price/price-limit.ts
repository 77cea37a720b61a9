// How far an instrument goes. Internal: not part of the package's surface.

import { allocateMoney } from "../../shared/money/allocation.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { divideRounded } from "../../shared/money/division.js";
import type { Reason } from "../../shared/reason.js";
import { totalAmountOf } from "./price-draft.js";
import type { AmountByLine, DraftLine, WantedAmounts } from "./price-draft.js";
import type { PriceLimit } from "./price-instrument.js";

/** What an instrument gives within its limits. */
export interface GrantedAmounts {
  readonly amounts: AmountByLine;
  /** What held the rest back; empty where nothing did. */
  readonly heldBack: readonly Reason[];
}

/** Takes what is wanted down to what floors and limits leave. */
export function withinLimits(
  { amounts: wanted, weights }: WantedAmounts,
  {
    draft,
    limit = {},
    customerLeft,
    currency,
  }: {
    readonly draft: readonly DraftLine[];
    readonly limit: PriceLimit | undefined;
    readonly customerLeft: number;
    readonly currency: CurrencyCode;
  },
): GrantedAmounts {
  const { perOrder = Infinity } = limit;
  const most = Math.min(perOrder, customerLeft);
  const total = totalAmountOf(wanted);
  const floors = draft.map((line, index) => floorOf(line, { limit, wanted: wanted[index]! }));
  const rooms = floors.map(({ room }) => room);
  const byLine = (): AmountByLine => wanted.map((amount, index) => Math.min(amount, rooms[index]!));
  const spread =
    weights === undefined
      ? cut(byLine(), { most, currency })
      : filled(Math.min(total, most), { weights, rooms, currency });
  const held = totalAmountOf(spread) < total;
  return {
    amounts: spread,
    heldBack: !held
      ? []
      : [
          ...floors.flatMap(({ reasons }) => reasons),
          ...(perOrder < total
            ? [{ code: "price-order-limit", params: { wanted: total, limit: perOrder } }]
            : []),
          ...(customerLeft < total
            ? [{ code: "price-customer-limit", params: { wanted: total, left: customerLeft } }]
            : []),
        ],
  };
}

/** How far a line may go down, and why no further. */
function floorOf(
  { line, amount, refund }: DraftLine,
  { limit, wanted }: { readonly limit: PriceLimit; readonly wanted: number },
): { readonly room: number; readonly reasons: readonly Reason[] } {
  const { leastPriceShare, leastMargin } = limit;
  const left = amount - refund;
  if (leastMargin !== undefined && line.cost === undefined) {
    const reasons = [{ code: "price-cost-unknown", params: { line: line.id } }];
    return { room: 0, reasons: wanted > 0 ? reasons : [] };
  }
  const floor = Math.max(
    0,
    leastPriceShare === undefined
      ? 0
      : upTo(line.amount, leastPriceShare.numerator, leastPriceShare.denominator),
    leastMargin === undefined || line.cost === undefined
      ? 0
      : line.cost + upTo(line.cost, leastMargin.numerator, leastMargin.denominator),
  );
  const room = Math.max(0, left - floor);
  const reasons = [{ code: "price-floor", params: { line: line.id, wanted, room, floor } }];
  return { room, reasons: wanted > room ? reasons : [] };
}

/** A share of an amount, up to the next minor unit. */
function upTo(amount: number, numerator: number, denominator: number): number {
  return Number(divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator), "ceiling"));
}

/** The amounts, cut in proportion where they exceed the most there may be. */
function cut(
  amounts: AmountByLine,
  { most, currency }: { readonly most: number; readonly currency: CurrencyCode },
): AmountByLine {
  if (totalAmountOf(amounts) <= most) return amounts;
  return allocateMoney({ amount: most, currency }, amounts).map(({ amount }) => amount);
}

/** One amount spread by weight, none above its room; what a line has no room for goes to the others. */
function filled(
  total: number,
  {
    weights,
    rooms,
    currency,
  }: {
    readonly weights: readonly number[];
    readonly rooms: readonly number[];
    readonly currency: CurrencyCode;
  },
): AmountByLine {
  const amounts = weights.map(() => 0);
  let left = total;
  while (left > 0) {
    const open = weights.map((weight, index) => (amounts[index]! < rooms[index]! ? weight : 0));
    if (totalAmountOf(open) === 0) break;
    for (const [index, { amount }] of allocateMoney({ amount: left, currency }, open).entries()) {
      const taken = Math.min(amount, rooms[index]! - amounts[index]!);
      amounts[index] = amounts[index]! + taken;
      left -= taken;
    }
  }
  return amounts;
}
