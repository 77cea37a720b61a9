import {
  addPoints,
  comparePoints,
  exactQuotient,
  fractionOf,
  roundedPoints,
} from "../earning/exact-points.js";
import type { ExactPoints } from "../earning/exact-points.js";
import type { Decision } from "../decision/decision.js";
import { burnableLots } from "../ledger/burn.js";
import type { PointsLot } from "../ledger/lot.js";
import type { LotAllocation } from "../ledger/loyalty-state.js";
import type { RedemptionPolicy } from "../programme/redemption-policy.js";
import { firstPoints } from "./burn-quote.js";

/** Which points are to be taken, and how much they may be worth. */
export interface WorthWish {
  /** The kinds of points, burned together. */
  readonly kinds: readonly string[];
  /** How many at the most. */
  readonly points: number;
  /** What they may be worth at the most, in minor units of the programme's currency. */
  readonly amount: number;
  /** What a point is worth whose lot says nothing. */
  readonly rate: NonNullable<RedemptionPolicy["payment"]>;
}

/** Points that are there, in burn order, with what each of their lots is worth. */
export interface PointsWithin {
  /** How many points fit into the wish and its worth, whether they are there or not. */
  readonly fitting: number;
  /** How many points are there, as far as it was looked: at least as many as fit, else all there are. */
  readonly available: number;
  /** The first so many points that are there, and what they are worth together, rounded down once. */
  readonly first: (points: number) => {
    /** From which lots, in burn order. */
    readonly allocations: readonly LotAllocation[];
    /** Minor units of the programme's currency. */
    readonly amount: number;
  };
}

type Rate = Pick<WorthWish["rate"], "points" | "amount">;

/**
 * How many points fit into an amount of money, in burn order.
 *
 * Points of a lot that recorded a value in the programme's currency are worth that, however the programme values points
 * today; all others, and those that are not there, are worth the programme's rate.
 */
export function pointsWithin(
  { state, command, options }: Decision,
  { kinds, points: wanted, amount, rate }: WorthWish,
): PointsWithin {
  const { currency } = options.programme;
  const found: LotAllocation[] = [];
  const rates = new Map<string, Rate>();
  let worth: ExactPoints = 0;
  let available = 0;
  let fitting = 0;
  let isFull = wanted === 0;
  for (const lot of isFull ? [] : burnableLots(state, kinds, command.occurredAt)) {
    const own = rateOf(lot, { rate, currency });
    const points = Math.min(lot.open, wanted - available);
    found.push({ lot: lot.id, kind: lot.kind, points });
    rates.set(lot.id, own);
    available += points;
    const fit = Math.min(points, pointsFor(amount, { worth, rate: own }));
    fitting += fit;
    isFull = fit < points || available === wanted;
    if (isFull) break;
    worth = addPoints(worth, worthOf(points, own));
  }
  if (!isFull) fitting += Math.min(wanted - available, pointsFor(amount, { worth, rate }));
  return {
    fitting,
    available,
    first(points) {
      const allocations = firstPoints(found, points);
      let sum: ExactPoints = 0;
      for (const { lot, points: part } of allocations) {
        sum = addPoints(sum, worthOf(part, rates.get(lot)!));
      }
      // It fits into an amount that is a safe integer.
      return { allocations, amount: roundedPoints(sum, "floor")! };
    },
  };
}

function rateOf(
  { value }: PointsLot,
  { rate, currency }: Pick<WorthWish, "rate"> & { readonly currency: string },
): Rate {
  return value?.currency === currency ? value : rate;
}

function worthOf(points: number, rate: Rate): ExactPoints {
  return exactQuotient(BigInt(points) * BigInt(rate.amount), BigInt(rate.points));
}

/** How many points at a rate fit into what is left of an amount. */
function pointsFor(
  amount: number,
  { worth, rate }: { readonly worth: ExactPoints; readonly rate: Rate },
): number {
  if (comparePoints(worth, amount) >= 0) return 0;
  const { numerator, denominator } = fractionOf(worth);
  const left = BigInt(amount) * denominator - numerator;
  const points = (left * BigInt(rate.points)) / (denominator * BigInt(rate.amount));
  return points > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(points);
}
