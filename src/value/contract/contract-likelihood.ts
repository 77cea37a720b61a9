import type { Objective } from "../../shared/optimisation/minimise.js";
import { digamma } from "../../shared/statistics/digamma.js";
import { logBetaStep } from "./log-beta-step.js";
import type { RenewalCounts } from "./renewal-counts.js";

/**
 * The log-likelihood of the shifted beta-geometric model with its derivatives by alpha, beta.
 *
 * @remarks Fader and Hardie (2007, Journal of Interactive Marketing 21:76), renewal by renewal: those still
 * there before the t-th leave with the chance alpha / (alpha + beta + t - 1).
 * @internal
 */
export function shiftedBetaGeometricLogLikelihood({ renewed, left }: RenewalCounts): Objective {
  return (at, gradient) => {
    const [alpha, beta] = at as unknown as readonly [number, number];
    const logAlpha = Math.log(alpha);
    let total = 0;
    let [byAlpha, byBeta] = [0, 0];
    for (let t = 0; t < renewed.length; t += 1) {
      const either = alpha + beta + t;
      const all = (renewed[t]! + left[t]!) / either;
      total +=
        left[t]! * logAlpha +
        renewed[t]! * Math.log(beta + t) -
        (renewed[t]! + left[t]!) * Math.log(either);
      byAlpha += left[t]! / alpha - all;
      byBeta += renewed[t]! / (beta + t) - all;
    }
    gradient.set([byAlpha, byBeta]);
    return total;
  };
}

/**
 * The log-likelihood of the beta-discrete-Weibull model with its derivatives by alpha, beta, c.
 *
 * @remarks Fader, Hardie, Liu, Davin and Steenburgh (2018, Journal of Interactive Marketing 43:1): the share still
 * there after t renewals is B(alpha, beta + t^c) / B(alpha, beta).
 * @internal
 */
export function betaDiscreteWeibullLogLikelihood({ renewed, left }: RenewalCounts): Objective {
  const logTime = Float64Array.from(renewed, (_, t) => Math.log(t + 1));
  return (at, gradient) => {
    const [alpha, beta, c] = at as unknown as readonly [number, number, number];
    let total = 0;
    gradient.fill(0);
    let before = { time: 0, digammas: timeDigammas(0) };
    for (let t = 0; t < renewed.length; t += 1) {
      // Beyond this the time is without end for the digits of a double.
      const time = Math.exp(Math.min(c * logTime[t]!, 690));
      const now = { time, digammas: timeDigammas(time) };
      const stay = logBetaStep(alpha, { b: beta + before.time, step: time - before.time });
      const leave = Math.log(-Math.expm1(stay));
      if (renewed[t]! > 0) total += renewed[t]! * stay;
      if (left[t]! > 0) total += left[t]! * leave;
      // Both chances move with the logarithm of the chance to stay.
      const slope = renewed[t]! - (left[t]! > 0 ? left[t]! * Math.exp(stay - leave) : 0);
      const [passes, either] = now.digammas;
      const [passesBefore, eitherBefore] = before.digammas;
      gradient[0]! += slope * (eitherBefore - either);
      gradient[1]! += slope * (passes - passesBefore - (either - eitherBefore));
      const timeLog = (k: number): number => (k < 0 ? 0 : logTime[k]!);
      gradient[2]! +=
        slope *
        ((passes - either) * time * timeLog(t) -
          (passesBefore - eitherBefore) * before.time * timeLog(t - 1));
      before = now;
    }
    return total;

    function timeDigammas(time: number): readonly [number, number] {
      return [digamma(beta + time), digamma(alpha + beta + time)];
    }
  };
}
