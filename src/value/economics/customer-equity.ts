import type { CurrencyCode } from "../../shared/money/currency.js";
import { addMoney } from "../../shared/money/arithmetic.js";
import { money, type Money } from "../../shared/money/money.js";
import type { Trace } from "../../shared/reason.js";

/** What one customer is worth. */
export interface CustomerValue {
  /** The host's id of the customer; each once. */
  readonly customer: string;
  /** The lifetime value, rounded to minor units; below 0 for a customer who costs more than they bring. */
  readonly value: Money;
  /** Who referred them, as an id or any other text; absent where nobody did. */
  readonly referredBy?: string;
}

/** In which currency. */
export interface CustomerEquityOptions {
  /** The currency of all values. */
  readonly currency: CurrencyCode;
}

/** What the base is worth. */
export interface CustomerEquity {
  /** Sum of the lifetime values. */
  readonly equity: Money;
  /** How many customers. */
  readonly customers: number;
  /** How many of them are worth less than 0. */
  readonly belowZero: number;
  /** Sum of the values below 0. */
  readonly belowZeroValue: Money;
}

/** One source of growth. */
export interface EquityPart {
  /** Sum of the changes; at most 0 for keeping, at least 0 for extending. */
  readonly change: Money;
  /** How many customers. */
  readonly customers: number;
}

/** How the value of the base moved, and by what; the parts add up to the minor unit. */
export interface EquityGrowth {
  /** What the base was worth. */
  readonly before: CustomerEquity;
  /** What it is worth. */
  readonly after: CustomerEquity;
  /** After less before. */
  readonly change: Money;
  /** Keeping: the values of those who are no customers any more, and by how much those of others fell. */
  readonly keeping: EquityPart;
  /** Adding: the values of new customers whom nobody referred. */
  readonly adding: EquityPart;
  /** Extending: by how much the values of customers rose. */
  readonly extending: EquityPart;
  /** Referring: the values of new customers whom somebody referred. */
  readonly referring: EquityPart;
  /** How the change follows. */
  readonly trace: Trace;
}

/**
 * What is the whole base worth as an asset (VAL-7)?
 *
 * The sum of the lifetime values of its customers. Those below 0 lower it, and are also told apart.
 *
 * @param values - Lifetime values, each customer once, in any order.
 * @param options - The currency.
 * @returns The sum and how much of it is below 0.
 * @throws RangeError when a customer comes twice, a value is in another currency or no safe integer, or the sum is
 * beyond 2^53 - 1 minor units.
 * @example
 * ```ts
 * import { customerEquity } from "goodwill/value";
 * import { money } from "goodwill/shared";
 *
 * const values = [
 *   { customer: "C-1", value: money(52_000, "EUR") },
 *   { customer: "C-2", value: money(-3_000, "EUR") },
 * ];
 * customerEquity(values, { currency: "EUR" }).equity; // => { amount: 49000, currency: "EUR" }
 * ```
 */
export function customerEquity(
  values: Iterable<CustomerValue>,
  { currency }: CustomerEquityOptions,
): CustomerEquity {
  return equityOf(valuesById(values, currency), currency);
}

/**
 * By what did the value of the base grow: keeping, adding, extending or referring (VAL-7)?
 *
 * Each customer is in one part. Gone, or worth less than before: keeping. Worth more: extending. New: referring where
 * somebody referred them, else adding. A new customer worth less than 0 lowers adding or referring.
 *
 * @param before - Lifetime values at the first moment, each customer at most once.
 * @param after - Lifetime values at the second moment, by the same rules.
 * @param options - The currency.
 * @returns The value at both moments and the parts of the change, which add up exactly.
 * @throws RangeError as {@link customerEquity} does.
 * @example
 * ```ts
 * import { equityGrowth } from "goodwill/value";
 * import { money } from "goodwill/shared";
 *
 * const value = (amount: number) => money(amount, "EUR");
 * const growth = equityGrowth(
 *   [{ customer: "C-1", value: value(500) }, { customer: "C-2", value: value(200) }],
 *   [{ customer: "C-1", value: value(650) }, { customer: "C-3", value: value(90), referredBy: "C-1" }],
 *   { currency: "EUR" },
 * );
 * const { keeping, adding, extending, referring } = growth;
 * [keeping, adding, extending, referring].map(({ change }) => change.amount); // => [-200, 0, 150, 90]
 * growth.change.amount; // => 40
 * ```
 */
export function equityGrowth(
  before: Iterable<CustomerValue>,
  after: Iterable<CustomerValue>,
  { currency }: CustomerEquityOptions,
): EquityGrowth {
  const [old, now] = [valuesById(before, currency), valuesById(after, currency)];
  const nothing = { change: money(0, currency), customers: 0 };
  const parts = { keeping: nothing, adding: nothing, extending: nothing, referring: nothing };
  const add = (part: keyof typeof parts, amount: number): void => {
    const { change, customers } = parts[part];
    const sum = addMoney(change, money(amount, currency));
    parts[part] = { change: sum, customers: customers + 1 };
  };
  for (const [customer, { value }] of old) {
    const rise = (now.get(customer)?.value.amount ?? 0) - value.amount;
    if (!now.has(customer) || rise < 0) add("keeping", rise);
    else if (rise > 0) add("extending", rise);
  }
  for (const [customer, { value, referredBy }] of now) {
    if (old.has(customer)) continue;
    add(referredBy === undefined ? "adding" : "referring", value.amount);
  }
  const [equityBefore, equityAfter] = [equityOf(old, currency), equityOf(now, currency)];
  const change = money(equityAfter.equity.amount - equityBefore.equity.amount, currency);
  const trace = (["keeping", "adding", "extending", "referring"] as const).map((part) => ({
    code: `equity-${part}`,
    value: parts[part].change.amount,
    params: { currency, customers: parts[part].customers },
  }));
  return {
    before: equityBefore,
    after: equityAfter,
    change,
    ...parts,
    trace: { code: "equity-change", value: change.amount, params: { currency }, parts: trace },
  };
}

function valuesById(
  values: Iterable<CustomerValue>,
  currency: CurrencyCode,
): ReadonlyMap<string, CustomerValue> {
  const byId = new Map<string, CustomerValue>();
  for (const row of values) {
    if (row.value.currency !== currency) {
      throw cannot(`the currency must be ${currency}, got ${row.value.currency}`);
    }
    if (byId.has(row.customer))
      throw cannot(`each customer must come once, got ${row.customer} twice`);
    byId.set(row.customer, row);
  }
  return byId;
}

function equityOf(
  values: ReadonlyMap<string, CustomerValue>,
  currency: CurrencyCode,
): CustomerEquity {
  let equity = money(0, currency);
  let belowZeroValue = equity;
  let belowZero = 0;
  for (const { value } of values.values()) {
    // Checks that the amount is whole.
    const checked = money(value.amount, currency);
    equity = addMoney(equity, checked);
    if (checked.amount >= 0) continue;
    belowZero += 1;
    belowZeroValue = addMoney(belowZeroValue, checked);
  }
  return { equity, customers: values.size, belowZero, belowZeroValue };
}

function cannot(why: string): RangeError {
  return new RangeError(`Cannot sum lifetime values: ${why}`);
}
