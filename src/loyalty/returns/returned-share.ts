import { addPoints, exactQuotient, fractionOf } from "../earning/exact-points.js";
import type { ExactPoints } from "../earning/exact-points.js";
import type { RecordedLine } from "../ledger/earning-event.js";
import type { OrderRecord } from "../ledger/loyalty-state.js";

/** An exact share: so much of so much, at most all of it. */
export interface ReturnedShare {
  /** How much has come back. */
  readonly back: bigint;
  /** Of how much; at least 1. */
  readonly of: bigint;
}

/** How much of each line has come back in all, by line: units and amount. */
export type ReturnedSums = Readonly<
  Record<string, { readonly quantity: number; readonly amount: number }>
>;

/** The share of a line that has come back: of its amount; of its units where it cost nothing. */
export function lineShare(
  { id, quantity, amount }: RecordedLine,
  sums: ReturnedSums,
): ReturnedShare {
  const back = sums[id];
  return amount === 0
    ? { back: BigInt(back?.quantity ?? 0), of: BigInt(quantity) }
    : { back: BigInt(back?.amount ?? 0), of: BigInt(amount) };
}

/**
 * The share of an order that has come back, each line counted by a weight of its own; by its amount where no weights
 * are given or all are 0, and by its units where the whole order cost nothing.
 */
export function orderShare(
  { lines }: Pick<OrderRecord, "lines">,
  sums: ReturnedSums,
  weights: (line: RecordedLine) => number = amountOf,
): ReturnedShare {
  const weightOf = [weights, amountOf, quantityOf].find((one) =>
    lines.some((line) => one(line) > 0),
  )!;
  let back: ExactPoints = 0;
  let of = 0n;
  for (const line of lines) {
    const weight = BigInt(weightOf(line));
    const share = lineShare(line, sums);
    back = addPoints(back, exactQuotient(weight * share.back, share.of));
    of += weight;
  }
  const { numerator, denominator } = fractionOf(back);
  return { back: numerator, of: denominator * of };
}

/** The whole part of a share of a number. */
export function shareOfPoints(points: number, { back, of }: ReturnedShare): number {
  return Number((BigInt(points) * back) / of);
}

function amountOf({ amount }: RecordedLine): number {
  return amount;
}

function quantityOf({ quantity }: RecordedLine): number {
  return quantity;
}
