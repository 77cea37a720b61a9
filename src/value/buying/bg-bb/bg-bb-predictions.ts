import { discountedStay } from "../../contract/discounted-stay.js";
import { NEW_CUSTOMER, type PurchaseHistory } from "../purchase-history.js";
import type { BgBbParameters } from "./bg-bb-model.js";
import { leavingOdds } from "./bg-bb-silence.js";

/**
 * Someone who was there at the last opportunity begins anew with these shapes; `there` is the chance that they were,
 * `gone` that they were not.
 */
interface FreshStart extends BgBbParameters {
  readonly there: number;
  readonly gone: number;
}

function freshStart(parameters: BgBbParameters, history: PurchaseHistory): FreshStart {
  const { alpha, beta, gamma, delta } = parameters;
  const { odds, excess } = leavingOdds(parameters, history);
  return {
    alpha: alpha + history.frequency,
    beta: beta + history.age - history.frequency,
    gamma,
    delta: delta + history.age,
    there: Math.exp(-excess) / (Math.exp(-excess) + odds),
    gone: odds / (Math.exp(-excess) + odds),
  };
}

/** Chance that a customer is still there at the next opportunity. @internal */
export function bgBbAlive(parameters: BgBbParameters, history: PurchaseHistory): number {
  const { there, gamma, delta } = freshStart(parameters, history);
  return (there * delta) / (gamma + delta);
}

/** Expected number of purchases at the next opportunities. @internal */
export function bgBbPurchases(
  parameters: BgBbParameters,
  history: PurchaseHistory,
  { within }: { readonly within: number },
): number {
  const { there, alpha, beta, gamma, delta } = freshStart(parameters, history);
  // Summed opportunity by opportunity: the closed form divides by gamma - 1.
  let stays = 1;
  let opportunities = 0;
  for (let k = 0; k < within && stays > 0; k += 1) {
    stays *= (delta + k) / (gamma + delta + k);
    opportunities += stays;
  }
  return there * (alpha / (alpha + beta)) * opportunities;
}

/** Chance of at least one purchase at the next opportunities. @internal */
export function bgBbAnyPurchase(
  parameters: BgBbParameters,
  history: PurchaseHistory,
  { within }: { readonly within: number },
): number {
  const { there, alpha, beta, gamma, delta } = freshStart(parameters, history);
  // The first purchase comes at one of the opportunities: a sum of chances, without 1 minus another.
  let waits = 1;
  let buys = 0;
  for (let k = 0; k < within && waits > 0; k += 1) {
    waits *= (delta + k) / (gamma + delta + k);
    buys += (waits * alpha) / (alpha + beta + k);
    waits *= (beta + k) / (alpha + beta + k);
  }
  return there * buys;
}

/** Chances of exactly 0, 1, ... up to `most` purchases at the next opportunities. @internal */
export function bgBbDistribution(
  parameters: BgBbParameters,
  history: PurchaseHistory,
  { within, most }: { readonly within: number; readonly most: number },
): number[] {
  const start = freshStart(parameters, history);
  const { there, gone, gamma, delta } = start;
  // Chances to be there at exactly so many of the next opportunities.
  const stay = new Float64Array(within + 1);
  let stays = 1;
  for (let k = 0; k < within; k += 1) {
    stay[k] = (stays * gamma) / (gamma + delta + k);
    stays *= (delta + k) / (gamma + delta + k);
  }
  stay[within] = stays;
  return Array.from({ length: most + 1 }, (_, count) => {
    const fresh = count > within ? 0 : chanceOfCount(start, { stay, count });
    return (count === 0 ? gone : 0) + there * fresh;
  });
}

const LARGE = 1e250;

/** Chance of a number of purchases for someone who was there at the last opportunity. */
function chanceOfCount(
  { alpha, beta }: BgBbParameters,
  { stay, count }: { readonly stay: Float64Array; readonly count: number },
): number {
  // Against the chance to buy at all of `count` opportunities, which itself may be less than a double can be.
  let logAll = 0;
  for (let i = 0; i < count; i += 1) logAll += Math.log((alpha + i) / (alpha + beta + i));
  let relative = 1;
  let sum = 0;
  for (let i = count; ; i += 1) {
    sum += stay[i]! * relative;
    if (i + 1 === stay.length) break;
    relative *= ((i + 1) / (i + 1 - count)) * ((beta + i - count) / (alpha + beta + i));
    if (relative > LARGE) {
      relative /= LARGE;
      sum /= LARGE;
      logAll += Math.log(LARGE);
    }
  }
  return sum === 0 ? 0 : Math.exp(logAll + Math.log(sum));
}

/**
 * Discounted expected residual transactions: purchases at all opportunities to come, the next discounted by one step.
 *
 * @internal
 */
export function bgBbResidual(
  parameters: BgBbParameters,
  history: PurchaseHistory,
  { rateContinuous }: { readonly rateContinuous: number },
): number {
  const { there, alpha, beta, gamma, delta } = freshStart(parameters, history);
  const factor = Math.exp(-rateContinuous);
  const stay = discountedStay({ leave: gamma, stay: delta, factor });
  return there * (alpha / (alpha + beta)) * factor * stay;
}

/** Logarithm of the likelihood of one history. @internal */
export function bgBbLogLikelihood(parameters: BgBbParameters, history: PurchaseHistory): number {
  const { alpha, beta, gamma, delta } = parameters;
  const { frequency, age } = history;
  if (frequency === 0) {
    const buys = bgBbAnyPurchase(parameters, NEW_CUSTOMER, { within: age });
    // A likelihood near 1 has a logarithm near 0, whose digits only what is missing to 1 knows.
    if (buys < 0.5) return Math.log1p(-buys);
  }
  const { odds, excess } = leavingOdds(parameters, history);
  let log = 0;
  for (let i = 0; i < age; i += 1) {
    log += logShare(delta + i, gamma);
    log +=
      i < frequency ? logShare(alpha + i, beta) : logShare(beta + i - frequency, alpha + frequency);
  }
  return log + (excess > 0 ? excess + Math.log(odds) : Math.log1p(odds));
}

/** Logarithm of part / (part + rest). */
function logShare(part: number, rest: number): number {
  return part > rest ? -Math.log1p(rest / part) : Math.log(part / (part + rest));
}
