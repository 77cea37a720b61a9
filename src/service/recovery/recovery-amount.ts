import { multiplyMoney } from "../../shared/money/arithmetic.js";
import { formatMoney } from "../../shared/money/money.js";
import type { Money } from "../../shared/money/money.js";
import { roundRatio } from "../../shared/money/rounding.js";
import type { Trace } from "../../shared/reason.js";
import type { ComplaintGrade } from "../complaint/complaint.js";
import type { RecoveryCap } from "./recovery-cap.js";
import type { RecoveryCase } from "./recovery-case.js";
import type { RecoveryPolicy } from "./recovery-policy.js";

const MILLION = 1_000_000;

/** What an amount is computed with. @internal */
export interface RecoveryAmountTerms {
  /** The rules. */
  readonly policy: RecoveryPolicy;
  /** The severity the case counts as. */
  readonly severity: ComplaintGrade;
  /** Whether what was paid for is delivered after all. */
  readonly restored: boolean;
  /** What caps leave for the compensation. */
  readonly caps: readonly RecoveryCap[];
  /** What the customer's value adds, as a share. */
  readonly valueShare: number;
}

/** An amount in minor units and the parts that add up to it. @internal */
export interface RecoveryAmount {
  /** The amount, at least 0. */
  readonly amount: number;
  /** The parts, in the order of the rules. */
  readonly parts: readonly Trace[];
}

/**
 * How much is paid: price and damage by fault, at least the minimum, more for repeats and value, rounded, capped.
 *
 * Each step is monotone in severity and in value, so that neither a worse failure nor a better customer gets less.
 * @internal
 */
export function recoveryAmount(given: RecoveryCase, terms: RecoveryAmountTerms): RecoveryAmount {
  const { policy, severity, restored, caps, valueShare } = terms;
  const { paid, harm, fault, earlierFailures } = given;
  const parts: Trace[] = [];
  let amount = 0;
  const text = (minor: number): string => formatMoney({ amount: minor, currency: paid.currency });
  const add = (code: string, value: number, params: Trace["params"] = {}): void => {
    if (value === 0) return;
    amount += value;
    parts.push({ code, value, params: { ...params, amount: text(value) } });
  };
  const of = (minor: number, share: number): number => shareOf(minor, share, paid);
  const priceShare = policy.priceShare[severity];
  const price = of(paid.amount, priceShare);
  add("recovery-price", price, { severity, share: priceShare, paid: formatMoney(paid) });
  if (restored) add("recovery-restored", 0 - price);
  add("recovery-harm", harm?.amount ?? 0);
  const faultShare = policy.faultShare[fault];
  add("recovery-fault", of(amount, faultShare) - amount, { fault, share: faultShare });
  const minimum = policy.minimumFor.includes(fault) ? policy.minimum[severity].amount : 0;
  add("recovery-minimum", Math.max(0, minimum - amount), { severity, minimum: text(minimum) });
  const { addedShareEach, atMostShare } = policy.repeat;
  const repeatShare = Math.min(earlierFailures * addedShareEach, atMostShare);
  add("recovery-repeat", of(amount, repeatShare), { times: earlierFailures, share: repeatShare });
  add("recovery-value", of(amount, valueShare), { share: valueShare });
  add("recovery-rounding", roundedUnits(amount, { policy, minimum }) - amount, {
    unit: text(policy.rounding.toMinorUnits),
    rounding: policy.rounding.rounding,
  });
  for (const { cap, limit, left } of caps) {
    if (amount <= left) continue;
    add("recovery-cap", left - amount, { cap, limit: text(limit), left: text(left) });
  }
  return { amount, parts };
}

function shareOf(minor: number, share: number, { currency }: Money): number {
  const factor = { numerator: Math.round(share * MILLION), denominator: MILLION };
  return multiplyMoney({ amount: minor, currency }, factor, { rounding: "half-even" }).amount;
}

/** Rounding down does not undo the minimum. */
function roundedUnits(
  amount: number,
  { policy, minimum }: { readonly policy: RecoveryPolicy; readonly minimum: number },
): number {
  const { toMinorUnits: denominator, rounding } = policy.rounding;
  const units = roundRatio({ numerator: amount, denominator }, { rounding });
  return Math.max(units * denominator, minimum);
}

/** What the customer's value adds, within the bound. @internal */
export function recoveryValueShare(given: RecoveryCase, policy: RecoveryPolicy): number {
  const { addedShareByClass, bands = [], atMostShare } = policy.value;
  const { valueClass, customerValue } = given;
  if (valueClass !== undefined) {
    const share = Object.hasOwn(addedShareByClass, valueClass) ? addedShareByClass[valueClass] : 0;
    return Math.min(share ?? 0, atMostShare);
  }
  if (customerValue === undefined) return 0;
  const reached = bands.filter(({ from }) => from.amount <= customerValue.amount);
  return Math.min(Math.max(0, ...reached.map(({ addedShare }) => addedShare)), atMostShare);
}
