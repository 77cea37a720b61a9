import type { PurchaseHistory } from "../purchase-history.js";
import { chanceAgainst, logOddsLeft } from "./bg-alive.js";
import type { BgParameters } from "./bg-model.js";
import { freshDistribution } from "./fresh-distribution.js";
import { freshCustomer } from "./fresh-customer.js";
import { freshPurchases } from "./fresh-purchases.js";
import { freshResidual } from "./fresh-residual.js";
import { historyLogLikelihood } from "./history-log-likelihood.js";

/** One may leave after the first purchase, too: one chance more than repeat purchases. */
function chancesOf(history: PurchaseHistory): { readonly chances: number } {
  return { chances: history.frequency + 1 };
}

/** Chance that the customer is alive under MBG/NBD. @internal */
export function mbgNbdAlive(parameters: BgParameters, history: PurchaseHistory): number {
  return chanceAgainst(logOddsLeft(parameters, history, chancesOf(history)));
}

/** Expected number of purchases under MBG/NBD. @internal */
export function mbgNbdPurchases(
  parameters: BgParameters,
  history: PurchaseHistory,
  { within }: { readonly within: number },
): number {
  const alive = mbgNbdAlive(parameters, history);
  return alive * freshPurchases(freshCustomer(parameters, history, chancesOf(history)), within);
}

/** Chance of at least one purchase under MBG/NBD: nobody leaves before the next one. @internal */
export function mbgNbdAnyPurchase(
  parameters: BgParameters,
  history: PurchaseHistory,
  { within }: { readonly within: number },
): number {
  const { shape, scale } = freshCustomer(parameters, history, chancesOf(history));
  return -mbgNbdAlive(parameters, history) * Math.expm1(-shape * Math.log1p(within / scale));
}

/** Chances of exactly 0, 1, ..., `most` purchases under MBG/NBD. @internal */
export function mbgNbdDistribution(
  parameters: BgParameters,
  history: PurchaseHistory,
  options: { readonly within: number; readonly most: number },
): number[] {
  const alive = mbgNbdAlive(parameters, history);
  const left = chanceAgainst(-logOddsLeft(parameters, history, chancesOf(history)));
  const process = freshCustomer(parameters, history, chancesOf(history));
  return freshDistribution(process, options).map(
    (chance, purchases) => alive * chance + (purchases === 0 ? left : 0),
  );
}

/** Discounted expected number of purchases still to come under MBG/NBD. @internal */
export function mbgNbdResidual(
  parameters: BgParameters,
  history: PurchaseHistory,
  { rateContinuous }: { readonly rateContinuous: number },
): number {
  const process = freshCustomer(parameters, history, chancesOf(history));
  return mbgNbdAlive(parameters, history) * freshResidual(process, rateContinuous);
}

/** Log-likelihood of one history under MBG/NBD. @internal */
export function mbgNbdLogLikelihood(parameters: BgParameters, history: PurchaseHistory): number {
  return historyLogLikelihood(parameters, history, chancesOf(history));
}
