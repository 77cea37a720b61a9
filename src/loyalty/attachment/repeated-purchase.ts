import type { CustomerId } from "../../customer/record/customer.js";
import type { PurchaseFinding } from "../../customer/record/purchase-finding.js";
import { isKept, setReturns } from "../../customer/record/purchase-return.js";
import type { OpenPurchase } from "../../customer/record/purchase-return.js";
import { netPurchases } from "../../customer/record/purchase-sums.js";
import type { Purchase } from "../../customer/record/purchase.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import { requireLoyaltyAttachmentPolicy } from "./attachment-check.js";
import { DEFAULT_LOYALTY_ATTACHMENT_POLICY } from "./attachment-policy.js";
import type { LoyaltyAttachmentPolicy } from "./attachment-policy.js";

/** All that the customer bought of the kind, here and elsewhere, in the time the purchases cover. */
export interface CategoryWallet {
  /** How many purchases; absent when unknown. */
  readonly purchases?: number;
  /** How much money; absent when unknown. */
  readonly spent?: Money;
}

/** Whose purchases to look at, and which. */
export interface RepeatedPurchaseOptions {
  /** The customer; rows of others are left out. */
  readonly customer: CustomerId;
  /** The moment asked about, included. */
  readonly asOf: Instant;
  /** The product group; all products when absent. */
  readonly category?: string;
  /** What the customer bought in all, here and elsewhere; shares are unknown where it is. */
  readonly wallet?: CategoryWallet;
  /** From when on purchases are repeated; `DEFAULT_LOYALTY_ATTACHMENT_POLICY` when absent. */
  readonly policy?: LoyaltyAttachmentPolicy;
}

/** How often a customer came back. */
export interface RepeatedPurchase {
  /** Purchases of which something was kept. */
  readonly purchases: number;
  /** Purchases after the first, at least 0. */
  readonly repurchases: number;
  /** Whether there are as many repurchases as the policy asks for. */
  readonly isRepeated: boolean;
  /** When the first was; absent without any. */
  readonly first?: Instant;
  /** When the last was; absent without any. */
  readonly last?: Instant;
  /** These purchases as a share of all the customer made, here and elsewhere, 0 to 1; absent when unknown. */
  readonly purchaseShare?: number;
  /** Share of wallet: money spent here, less returns, over all spent, 0 to 1; absent when unknown. */
  readonly walletShare?: number;
  /** What is so, and what is not known. */
  readonly reasons: readonly Reason[];
  /** Rows that do not fit the others, such as a return without its purchase; they are not counted. */
  readonly findings: readonly PurchaseFinding[];
}

/**
 * How often did a customer come back, and how much of what they buy is bought here (LOY-1)?
 *
 * A purchase counts when something of it was kept: one that was given back in full does not. With a category, at least
 * one product of it has to be kept. The first purchase is no repurchase. Shares need the customer's whole wallet;
 * where it is unknown, in another currency, or smaller than what was bought here, the share is absent and a reason
 * says so.
 *
 * @param purchases - Purchases and returns, in any order.
 * @param options - The customer, moment, category, wallet and policy.
 * @returns Counts, shares, reasons, and rows that do not fit.
 * @throws RangeError where a number of the policy is out of its range or a sum leaves the safe integers.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { repeatedPurchase } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * const customer = customerId("C-17");
 * const amount = { amount: 600, currency: "EUR" } as const;
 * const lines = [{ product: "tea", quantity: 1, amount }];
 * const purchases = ["01", "02", "03", "04"].map((month) => ({
 *   ...{ id: `A-${month}`, customer, at: instant(`2026-${month}-13T09:30:00Z`), lines, total: amount },
 * }));
 * const asOf = instant("2026-05-01T00:00:00Z");
 * const { repurchases, isRepeated } = repeatedPurchase(purchases, { customer, asOf });
 * [repurchases, isRepeated]; // => [3, true]
 * ```
 */
export function repeatedPurchase(
  purchases: Iterable<Purchase>,
  options: RepeatedPurchaseOptions,
): RepeatedPurchase {
  const { customer, asOf, category, wallet, policy = DEFAULT_LOYALTY_ATTACHMENT_POLICY } = options;
  requireLoyaltyAttachmentPolicy(policy);
  const { purchases: open, fitting, findings } = setReturns(purchases, { asOf });
  const kept = open.filter(
    (one) => one.purchase.customer === customer && isKept(ofCategory(one, category)),
  );
  const own = fitting.filter((one) => one.customer === customer);
  const repurchases = Math.max(0, kept.length - 1);
  const isRepeated = repurchases >= policy.repurchases;
  const byCount = purchaseShareOf(kept.length, wallet);
  const byMoney = walletShareOf(own, { category, wallet });
  const [first, last] = [kept[0]?.purchase.at, kept.at(-1)?.purchase.at];
  return {
    purchases: kept.length,
    repurchases,
    isRepeated,
    ...(first !== undefined && last !== undefined && { first, last }),
    ...(typeof byCount === "number" && { purchaseShare: byCount }),
    ...(typeof byMoney === "number" && { walletShare: byMoney }),
    reasons: [
      {
        code: isRepeated ? "purchase-repeated" : "purchase-not-repeated",
        params: { repurchases, atLeast: policy.repurchases },
      },
      ...[byCount, byMoney].filter((share) => typeof share !== "number"),
    ],
    findings: findings.filter(({ purchase }) => purchase.customer === customer),
  };
}

/** The purchase with what is left of the products of a category. */
function ofCategory(open: OpenPurchase, category: string | undefined): OpenPurchase {
  if (category === undefined) return open;
  const products = new Set(
    open.purchase.lines.filter((line) => line.category === category).map(({ product }) => product),
  );
  const quantities = new Map([...open.quantities].filter(([product]) => products.has(product)));
  return { ...open, quantities };
}

function purchaseShareOf(count: number, wallet: CategoryWallet | undefined): number | Reason {
  const all = wallet?.purchases;
  if (all === undefined || all === 0) return { code: "purchase-share-unknown", params: {} };
  if (!Number.isSafeInteger(all) || all < 0) {
    throw new RangeError(
      `Cannot count repurchases: wallet.purchases must be an integer of at least 0, got ${String(all)}`,
    );
  }
  return all < count
    ? { code: "wallet-below-own-purchases", params: { purchases: count, all } }
    : count / all;
}

function walletShareOf(
  own: readonly Purchase[],
  {
    category,
    wallet,
  }: { readonly category: string | undefined; readonly wallet: CategoryWallet | undefined },
): number | Reason {
  const all = wallet?.spent;
  if (all === undefined || all.amount <= 0) return { code: "wallet-share-unknown", params: {} };
  const sums = netPurchases(category === undefined ? own : inCategory(own, category));
  const stranger = sums.find(({ currency }) => currency !== all.currency);
  if (stranger !== undefined) {
    const params = { currency: stranger.currency, other: all.currency };
    return { code: "wallet-in-other-currency", params };
  }
  const spent = sums[0]?.net.amount ?? 0;
  return spent > all.amount
    ? { code: "wallet-below-own-spend", params: { spent, all: all.amount, currency: all.currency } }
    : Math.max(0, spent) / all.amount;
}

/**
 * The purchases with the lines of a category alone, at their amounts. A line of a return often names no category: its
 * product does.
 */
function inCategory(own: readonly Purchase[], category: string): Purchase[] {
  const products = new Set(
    own.flatMap(({ lines }) =>
      lines.filter((line) => line.category === category).map(({ product }) => product),
    ),
  );
  return own.flatMap((purchase) => {
    const lines = purchase.lines.filter((line) => products.has(line.product));
    const amount = lines.reduce((sum, line) => sum + line.amount.amount, 0);
    return lines.length === 0 ? [] : [{ ...purchase, lines, total: { ...purchase.total, amount } }];
  });
}
