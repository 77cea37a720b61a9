import { multiplyMoney } from "../../shared/money/arithmetic.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { Decision } from "../decision/decision.js";
import type { RedemptionRequest } from "../decision/loyalty-command.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { RedemptionPolicy } from "../programme/redemption-policy.js";
import { numberFault, textFault } from "../decision/field-fault.js";
import { redemptionsOfOrder, stillInUse } from "./order-redemptions.js";
import { pointsWithin } from "./points-worth.js";
import { ratedRefusal } from "./rated-order.js";
import type { RedemptionQuote } from "./redemption-quote.js";

type PaymentRequest = Extract<RedemptionRequest, { use: "payment" }>;
type CashbackRequest = Extract<RedemptionRequest, { use: "cashback" }>;

const WHOLE = { numerator: 1, denominator: 1 };

/**
 * Points pay an order: as many whole blocks as were asked for, are there, and fit into the share of the order that may
 * be paid by points, together with what points paid of it before.
 *
 * Once an order is recorded points pay no more of it, unless what they pay earns: it was rated by what they had paid
 * till then. One that has come back in whole can be paid anew.
 */
export function paymentQuote(
  decision: Decision,
  { order, payable, points }: PaymentRequest,
): Result<RedemptionQuote, LoyaltyRefusal> {
  const { state, options } = decision;
  const { redemption: policy, currency } = options.programme;
  const fault =
    textFault("request.order", order) ??
    numberFault("request.payable.amount", payable.amount, { least: 1 }) ??
    (points === undefined ? undefined : numberFault("request.points", points, { least: 1 }));
  if (fault !== undefined) return { ok: false, error: fault };
  if (payable.currency !== currency) {
    return { ok: false, error: { code: "no-rate", from: payable.currency, to: currency } };
  }
  if (policy?.payment === undefined) return NO_PAYMENT;
  const rated = ratedRefusal(decision, order);
  if (rated !== undefined) return { ok: false, error: rated };
  const share = policy.orderShare ?? WHOLE;
  const most = multiplyMoney(payable, share, { rounding: "floor" }).amount;
  const paid = paidByPoints(state, order);
  const taken = blockQuote(decision, policy, {
    points: points ?? Number.MAX_SAFE_INTEGER,
    amount: Math.max(0, most - paid),
    isAtMost: true,
  });
  if (!taken.ok) return taken;
  const { value } = taken;
  return ok({
    use: "payment",
    ...value,
    unusedPoints: points === undefined ? 0 : points - value.points,
    stillPayable: payable.amount - paid - value.amount,
  });
}

/** Points become money: all whole blocks of what was asked for. */
export function cashbackQuote(
  decision: Decision,
  { points }: CashbackRequest,
): Result<RedemptionQuote, LoyaltyRefusal> {
  const fault = numberFault("request.points", points, { least: 1 });
  if (fault !== undefined) return { ok: false, error: fault };
  const policy = decision.options.programme.redemption;
  if (policy?.payment === undefined) return NO_PAYMENT;
  const amount = Number.MAX_SAFE_INTEGER;
  const taken = blockQuote(decision, policy, { points, amount, isAtMost: false });
  if (!taken.ok) return taken;
  return ok({ use: "cashback", ...taken.value, unusedPoints: points - taken.value.points });
}

const NO_PAYMENT = { ok: false, error: { code: "not-offered", what: "payment" } } as const;

/**
 * Whole blocks within so many points and so much money; of a wish "at most" also fewer, where fewer are there.
 *
 * The block is the programme's; what its points are worth is the sum over the lots they come from, each by the value it
 * recorded when it was issued, by the programme's rate where it recorded none. The sum is rounded down, once.
 */
function blockQuote(
  decision: Decision,
  { kinds, payment, minimumPoints = 0 }: RedemptionPolicy,
  wish: { readonly points: number; readonly amount: number; readonly isAtMost: boolean },
): Result<
  Pick<RedemptionQuote, "points" | "allocations"> & { readonly amount: number },
  LoyaltyRefusal
> {
  const { points: block } = payment!;
  const minimum = block * Math.max(1, Math.ceil(minimumPoints / block));
  const wanted = wholeBlocks(wish.points, block);
  const within = pointsWithin(decision, { ...wish, kinds, points: wanted, rate: payment! });
  const points = wholeBlocks(within.fitting, block);
  if (points < minimum) {
    return { ok: false, error: { code: "below-minimum", minimum, points } };
  }
  const needed = wish.isAtMost ? minimum : points;
  const available = Math.min(within.available, points);
  if (available < needed) {
    return { ok: false, error: { code: "insufficient-points", needed, available } };
  }
  const taken = wholeBlocks(available, block);
  const { allocations, amount } = within.first(taken);
  if (amount === 0) {
    // Points that are worth next to nothing do not go for nothing.
    return { ok: false, error: { code: "below-minimum", minimum: taken + block, points: taken } };
  }
  return ok({ points: taken, allocations, amount });
}

function wholeBlocks(points: number, block: number): number {
  return points - (points % block);
}

/** What points have paid of an order, or are set aside for; what was given back does not count. */
function paidByPoints(state: LoyaltyState, order: string): number {
  return redemptionsOfOrder(state, order)
    .filter(({ redemption }) => redemption.use === "payment")
    .reduce((sum, record) => sum + stillInUse(record, record.redemption.amount ?? 0), 0);
}
