import { addMoney, subtractMoney } from "../../shared/money/arithmetic.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import { money, type Money } from "../../shared/money/money.js";
import type { Trace } from "../../shared/reason.js";
import { ok, refuse, type Result } from "../../shared/result.js";

/** A customer of a competitor and what it takes to win them. */
export interface SwitchingFacts<Currency extends CurrencyCode = CurrencyCode> {
  /** Lifetime value of the customer with us, before what it costs to win them. */
  readonly value: Money<Currency>;
  /** What it costs to win them apart from the subsidy: contact, advice, set-up; at least 0. */
  readonly winningCost: Money<NoInfer<Currency>>;
  /** What switching costs the customer: contract penalty, learning, data, lost points; at least 0. */
  readonly switchingCost: Money<NoInfer<Currency>>;
  /** What the customer gains by our better offer, as far as it makes up for the cost; at least 0, 0 when absent. */
  readonly advantage?: Money<NoInfer<Currency>>;
}

/** The subsidy that is part of an offer to a competitor's customer. */
export interface SwitchingSubsidy {
  /** What the customer needs so that switching costs them nothing: the cost less the advantage, at least 0. */
  readonly subsidy: Money;
  /** The most we may pay: value less cost of winning. */
  readonly highest: Money;
  /** What is left to us of the value. */
  readonly remaining: Money;
  /** How that follows: the parts add up. */
  readonly trace: Trace;
}

/** Why no offer is to be made. */
export interface SubsidyTooHigh {
  /** The customer costs more to win than they are worth. */
  readonly code: "subsidy-above-value";
  /** The currency of the amounts. */
  readonly currency: CurrencyCode;
  /** What the customer needs, in minor units. */
  readonly subsidy: number;
  /** The most we may pay, in minor units; below 0 where winning alone costs more than the value. */
  readonly highest: number;
}

/**
 * What do we pay a competitor's customer for the trouble of switching to us, and is it worth it (VAL-7)?
 *
 * The subsidy makes up for what switching costs the customer and our offer does not make good by itself. It is refused
 * where it exceeds what the customer is worth to us after the cost of winning; up to that, equal included, it is worth
 * it.
 *
 * @param facts - Value, cost of winning, cost of switching and advantage, in one currency.
 * @returns The subsidy and what remains, or why not.
 * @throws RangeError when the currencies differ, an amount is no safe integer, or a cost or the advantage is below 0.
 * @example
 * ```ts
 * import { switchingSubsidy } from "goodwill/value";
 * import { money } from "goodwill/shared";
 *
 * const offer = switchingSubsidy({
 *   value: money(60_000, "EUR"),
 *   winningCost: money(15_000, "EUR"),
 *   switchingCost: money(20_000, "EUR"),
 *   advantage: money(8_000, "EUR"),
 * });
 * offer.ok ? [offer.value.subsidy.amount, offer.value.remaining.amount] : []; // => [12000, 33000]
 * ```
 */
export function switchingSubsidy<Currency extends CurrencyCode>(
  facts: SwitchingFacts<Currency>,
): Result<SwitchingSubsidy, SubsidyTooHigh> {
  const { value, winningCost, switchingCost } = facts;
  const { currency } = value;
  const advantage = facts.advantage ?? money(0, currency);
  requireAmounts({ winningCost, switchingCost, advantage });
  const highest = subtractMoney(money(value.amount, currency), winningCost);
  const uncovered = subtractMoney(switchingCost, advantage);
  const subsidy = addMoney(money(0, currency), money(Math.max(0, uncovered.amount), currency));
  if (subsidy.amount > highest.amount) {
    const amounts = { subsidy: subsidy.amount, highest: highest.amount };
    return refuse({ code: "subsidy-above-value", currency, ...amounts });
  }
  const remaining = subtractMoney(highest, subsidy);
  const params = { currency };
  const parts = [
    { code: "lifetime-value-won", value: value.amount, params },
    { code: "cost-of-winning", value: 0 - winningCost.amount, params },
    { code: "switching-subsidy", value: 0 - subsidy.amount, params },
  ];
  const trace = { code: "value-after-switching", value: remaining.amount, params, parts };
  return ok({ subsidy, highest, remaining, trace });
}

function requireAmounts(amounts: Readonly<Record<string, Money>>): void {
  for (const [name, { amount }] of Object.entries(amounts)) {
    if (Number.isSafeInteger(amount) && amount >= 0) continue;
    throw new RangeError(
      `Cannot offer a switching subsidy: ${name} must be at least 0, in whole minor units, got ${String(amount)}`,
    );
  }
}
