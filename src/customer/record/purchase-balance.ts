import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { CurrencyPurchases } from "./purchase-sums.js";
import { netPurchases } from "./purchase-sums.js";
import type { PurchaseFinding } from "./purchase-finding.js";
import { setReturns } from "./purchase-return.js";
import type { OpenPurchase } from "./purchase-return.js";
import type { Purchase } from "./purchase.js";

/** A purchase proper and what became of it. */
export interface BalancedPurchase {
  /** The purchase. */
  readonly purchase: Purchase;
  /** Ids of its returns that fit, in the order of time. */
  readonly returns: readonly string[];
  /** What was given back, as an amount of at least 0. */
  readonly returned: Money;
  /** What remains of the total. */
  readonly net: Money;
}

/** Purchases with their returns set against them. */
export interface PurchaseBalance {
  /** Purchases proper, in the order of time, equals by id. */
  readonly purchases: readonly BalancedPurchase[];
  /** Sums by currency over what fits, in alphabetical order of currencies. */
  readonly currencies: readonly CurrencyPurchases[];
  /** What does not fit and is in no sum, in the order given. */
  readonly findings: readonly PurchaseFinding[];
}

/**
 * What remains of each purchase once its returns are set against it, and which returns do not fit?
 *
 * Returns are taken in the order of time, equals by id. One that does not fit is handed back with every reason and is
 * in no sum: its purchase is unknown or is itself a return, belongs to another customer, lies later, is in another
 * currency, or is exceeded, in money or in the quantity of a product, by this return and those before it. An id given
 * twice counts once: the earliest row in time, then in position. Rows after `asOf` have not happened yet and are left
 * out. Quantities are compared to nine digits.
 *
 * A line of quantity 0 gives back money alone, as in a price reduction: it exceeds no quantity, only the amount of its
 * purchase can be exceeded.
 *
 * @param purchases - Purchases and returns of one or many customers, in any order.
 * @param options - The moment asked about.
 * @param options.asOf - The moment asked about, included.
 * @returns The purchases with what remains, the sums by currency, and the findings.
 * @throws RangeError when a sum leaves the safe integers.
 * @example
 * ```ts
 * import { customerId, purchaseBalance } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const customer = customerId("C-17");
 * const tea = { product: "tea", quantity: 1, amount: { amount: 600, currency: "EUR" } } as const;
 * const back = { product: "tea", quantity: -2, amount: { amount: -600, currency: "EUR" } } as const;
 * const { currencies, findings } = purchaseBalance(
 *   [
 *     { id: "A-1", customer, at: instant("2026-02-13T09:30:00Z"), lines: [tea], total: tea.amount },
 *     { id: "A-2", customer, at: instant("2026-02-14T09:30:00Z"), lines: [back], total: back.amount, returnOf: "A-1" },
 *   ],
 *   { asOf: instant("2026-03-01T00:00:00Z") },
 * );
 * currencies[0]?.net.amount; // => 600
 * findings[0]?.reasons.map(({ code }) => code); // => ["return-exceeds-quantity"]
 * ```
 */
export function purchaseBalance(
  purchases: Iterable<Purchase>,
  { asOf }: { readonly asOf: Instant },
): PurchaseBalance {
  const { purchases: open, fitting, findings } = setReturns(purchases, { asOf });
  return { purchases: open.map(balanced), currencies: netPurchases(fitting), findings };
}

function balanced({ purchase, returns, returned }: OpenPurchase): BalancedPurchase {
  const { amount, currency } = purchase.total;
  return {
    purchase,
    returns,
    returned: { amount: returned, currency },
    net: { amount: amount - returned, currency },
  };
}
