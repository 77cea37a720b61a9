import {
  aggregate,
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { Purchase } from "./purchase.js";

/** What was bought and given back in one currency. */
export interface CurrencyPurchases {
  /** The currency. */
  readonly currency: CurrencyCode;
  /** How many purchases proper. */
  readonly purchases: number;
  /** How many returns. */
  readonly returns: number;
  /** Totals of the purchases proper. */
  readonly bought: Money;
  /** Totals of the returns, as an amount of at least 0. */
  readonly returned: Money;
  /** What remains: bought less returned; below 0 where more came back than was bought. */
  readonly net: Money;
}

/** Sums over purchases that can be stored, sent and merged. */
export interface PurchaseSums extends ConfiguredAccumulator {
  /** By currency: number of purchases, number of returns, minor units bought, minor units returned. */
  readonly currencies: Record<string, [number, number, number, number]>;
}

/**
 * What was bought, given back, and remains, by currency, as an aggregation.
 *
 * Currencies are never mixed. A return counts as it is; whether it fits its purchase is for {@link purchaseBalance} to
 * say, which needs all purchases at hand.
 *
 * @returns The aggregation; rows are purchases and returns, the output is in alphabetical order of currencies.
 * @throws RangeError in `addInput` and `mergeAccumulators` when a sum leaves the safe integers.
 * @example
 * ```ts
 * import { customerId, netPurchasesCombine } from "goodwill/customer";
 * import { aggregate, instant } from "goodwill/shared";
 *
 * const purchase = {
 *   id: "A-1",
 *   customer: customerId("C-17"),
 *   at: instant("2026-02-13T09:30:00Z"),
 *   lines: [{ product: "tea", quantity: 2, amount: { amount: 1200, currency: "EUR" } }],
 *   total: { amount: 1200, currency: "EUR" },
 * } as const;
 * aggregate([purchase], netPurchasesCombine())[0]?.net; // => { amount: 1200, currency: "EUR" }
 * ```
 */
export function netPurchasesCombine(): Aggregation<
  Purchase,
  PurchaseSums,
  readonly CurrencyPurchases[]
> {
  const createAccumulator = (): PurchaseSums => ({
    version: 1,
    configuration: "net-purchases",
    currencies: {},
  });
  return {
    createAccumulator,
    addInput: (accumulator, { total, returnOf }) => {
      const { amount, currency } = total;
      const isReturn = returnOf !== undefined;
      const sums = (accumulator.currencies[currency] ??= [0, 0, 0, 0]);
      addTo(sums, isReturn ? [0, 1, 0, -amount] : [1, 0, amount, 0], currency);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("net purchases", [merged, a, b]);
      for (const part of [a, b]) {
        for (const [currency, sums] of Object.entries(part.currencies)) {
          addTo((merged.currencies[currency] ??= [0, 0, 0, 0]), sums, currency);
        }
      }
      return merged;
    },
    extractOutput: ({ currencies }) =>
      Object.entries(currencies)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, [purchases, returns, bought, returned]]) => {
          const currency = code as CurrencyCode;
          return {
            currency,
            purchases,
            returns,
            bought: { amount: bought, currency },
            returned: { amount: returned, currency },
            net: { amount: bought - returned, currency },
          };
        }),
  };
}

function addTo(sums: number[], more: readonly number[], currency: string): void {
  for (const [index, value] of more.entries()) {
    const sum = (sums[index] ?? 0) + value + 0;
    if (!Number.isSafeInteger(sum)) {
      throw new RangeError(
        `Cannot sum purchases: the sum must be a safe integer of minor units, got ${String(sum)} ${currency}`,
      );
    }
    sums[index] = sum;
  }
}

/**
 * What was bought, given back, and remains, by currency?
 *
 * The same as {@link netPurchasesCombine}, on an array or any other iterable.
 *
 * @param purchases - Purchases and returns, in any order.
 * @returns One entry a currency, in alphabetical order; empty for no purchases.
 * @throws RangeError when a sum leaves the safe integers.
 * @example
 * ```ts
 * import { customerId, netPurchases } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-02-13T09:30:00Z");
 * const customer = customerId("C-17");
 * const tea = { product: "tea", quantity: 2, amount: { amount: 1200, currency: "EUR" } } as const;
 * const back = { product: "tea", quantity: -1, amount: { amount: -600, currency: "EUR" } } as const;
 * const [euro] = netPurchases([
 *   { id: "A-1", customer, at, lines: [tea], total: tea.amount },
 *   { id: "A-2", customer, at, lines: [back], total: back.amount, returnOf: "A-1" },
 * ]);
 * [euro?.bought.amount, euro?.returned.amount, euro?.net.amount]; // => [1200, 600, 600]
 * ```
 */
export function netPurchases(purchases: Iterable<Purchase>): readonly CurrencyPurchases[] {
  return aggregate(purchases, netPurchasesCombine());
}
