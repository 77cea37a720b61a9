import type { Reason } from "../../shared/reason.js";
import { aliveProbability } from "../buying/alive-probability.js";
import type { BuyingModel } from "../buying/buying-model.js";
import { expectedPurchases } from "../buying/expected-purchases.js";
import type { PurchaseHistory } from "../buying/purchase-history.js";
import { purchaseProbability } from "../buying/purchase-probability.js";
import { expectedSpend } from "../spend/expected-spend.js";
import type { GammaGammaModel } from "../spend/gamma-gamma-model.js";
import { discountedPurchases } from "./discounted-purchases.js";
import type { LifetimeValueTerms } from "./lifetime-terms.js";
import { perHistory } from "./per-history.js";
import { requireLifetimeTerms } from "./require-lifetime-terms.js";

/** A customer with what they have bought; a purchase summary is one. */
export interface OutlookRow extends PurchaseHistory {
  /** The host's id of the customer. */
  readonly customer: string;
  /** Mean spend of the repeat purchases, in the unit of the model of spend; absent without one. */
  readonly meanSpend?: number;
}

/** How to look ahead. */
export interface OutlookOptions {
  /** The model of buying: a fit, or parameters. */
  readonly model: BuyingModel;
  /** The model of spend; without it there is neither spend nor value in the outlook. */
  readonly spendModel?: GammaGammaModel;
  /** How far to look ahead, at least 0, in the unit of the histories; whole for BG/BB. */
  readonly within: number;
  /** Margin, discount and horizon of the lifetime value; without them, or without spend, there is none. */
  readonly lifetime?: LifetimeValueTerms;
}

/** What is to be expected of one customer. */
export interface CustomerOutlook {
  /** The host's id of the customer. */
  readonly customer: string;
  /** Probability that they are still a customer, 0 to 1. */
  readonly aliveProbability: number;
  /** Expected purchases within the time asked for. */
  readonly expectedPurchases: number;
  /** Probability of at least one purchase within that time, 0 to 1. */
  readonly purchaseProbability: number;
  /**
   * Expected spend a purchase; absent without a model of spend, where that has no mean (q at most 1), and where all
   * repeat purchases were free of charge, which the model does not know.
   */
  readonly expectedSpend?: number;
  /** Discounted margin of the purchases to come; absent without expected spend or without terms. */
  readonly lifetimeValue?: number;
}

/** What is to be expected of many customers, and why some have no expected spend. */
export interface CustomerOutlooks {
  /** One outlook a customer, in the order given. */
  readonly outlooks: readonly CustomerOutlook[];
  /**
   * What is missing, each at most once: `no-mean-spend` where the model of spend has no mean, so that nobody has an
   * expected spend; `free-repeat-purchases` with how many have none because all their repeat purchases were free.
   */
  readonly notes: readonly Reason[];
}

/**
 * What is to be expected of each of these customers: still there, how many purchases, what are they worth (VAL-3)?
 *
 * Each prediction is made once for all customers who share a history, and so costs as much as there are different ones.
 * Where a spend cannot be expected, a note says why; `customerValues` makes amounts of money of the values.
 *
 * @param summaries - The customers, in any order.
 * @param options - The models, the time ahead, and how a lifetime is valued.
 * @returns One outlook a customer, in the order given, and notes on what is missing.
 * @throws RangeError when a parameter, a history, a mean spend, the time ahead or the terms are not valid; TypeError
 * when the kind of model is not known.
 * @example
 * ```ts
 * import { customerOutlooks } from "goodwill/value";
 *
 * const parameters = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };
 * const model = { kind: "bg-nbd", parameters } as const;
 * const rows = [{ customer: "C-1", frequency: 2, recency: 30.43, age: 38.86, meanSpend: 22.35 }];
 * const { outlooks, notes } = customerOutlooks(rows, {
 *   model,
 *   spendModel: { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, v: 15.44 } },
 *   within: 39,
 *   lifetime: { marginShare: 0.3, discount: { rate: 0.01, period: 4.345 }, horizon: { periods: 12 } },
 * });
 * outlooks[0]?.aliveProbability.toFixed(2); // => "0.73"
 * outlooks[0]?.lifetimeValue?.toFixed(2); // => "10.89"
 * notes; // => []
 * ```
 */
export function customerOutlooks(
  summaries: Iterable<OutlookRow>,
  options: OutlookOptions,
): CustomerOutlooks {
  const { model, spendModel, within, lifetime } = options;
  if (lifetime !== undefined) requireLifetimeTerms(lifetime);
  const predict = perHistory((history) => ({
    aliveProbability: aliveProbability(model, history),
    expectedPurchases: expectedPurchases(model, history, { within }),
    purchaseProbability: purchaseProbability(model, history, { within }),
    discounted:
      lifetime === undefined || spendModel === undefined
        ? 0
        : discountedPurchases(model, history, { ...lifetime.discount, horizon: lifetime.horizon })
            .purchases,
  }));
  const outlooks: CustomerOutlook[] = [];
  // Asked without a customer, the model tells whether it has a mean at all.
  const ofAll = spendModel && expectedSpend(spendModel, { frequency: 0 });
  let free = 0;
  for (const row of summaries) {
    const prediction = predict(row);
    const isFree = row.frequency > 0 && row.meanSpend === 0;
    if (isFree) free += 1;
    const spend = spendModel === undefined || isFree ? undefined : spendOf(row, spendModel);
    // Written out, because spreading takes most of the time of a million customers.
    const outlook: { -readonly [Key in keyof CustomerOutlook]: CustomerOutlook[Key] } = {
      customer: row.customer,
      aliveProbability: prediction.aliveProbability,
      expectedPurchases: prediction.expectedPurchases,
      purchaseProbability: prediction.purchaseProbability,
    };
    if (spend !== undefined) {
      outlook.expectedSpend = spend;
      if (lifetime !== undefined) {
        outlook.lifetimeValue = prediction.discounted * spend * lifetime.marginShare;
      }
    }
    outlooks.push(outlook);
  }
  const notes: Reason[] = [];
  if (ofAll?.ok === false) {
    notes.push({ code: "no-mean-spend", params: { q: ofAll.error.q } });
  } else if (spendModel !== undefined && free > 0) {
    notes.push({ code: "free-repeat-purchases", params: { customers: free } });
  }
  return { outlooks, notes };
}

function spendOf({ frequency, meanSpend }: OutlookRow, model: GammaGammaModel): number | undefined {
  const spend = expectedSpend(model, {
    frequency,
    ...(meanSpend !== undefined && { meanSpend }),
  });
  return spend.ok ? spend.value : undefined;
}
