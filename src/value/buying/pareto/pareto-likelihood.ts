import type { Objective } from "../../../shared/optimisation/minimise.js";
import type { HistoryCells } from "../history-cells.js";
import { createRisingSums, fillRisingSums } from "../rising-sums.js";
import { createDepartureIntegrals, fillDepartureIntegrals } from "./departure-integrals.js";
import { departureMoments } from "./departure-moments.js";

/**
 * The log-likelihood of Pareto/NBD with its derivatives by r, alpha, s, beta.
 *
 * @remarks Fader and Hardie (2005, "A note on deriving the Pareto/NBD model and related expressions"), the integral
 * over the moment of leaving by quadrature, with its derivatives from the same nodes.
 * @internal
 */
export function paretoLogLikelihood(cells: HistoryCells): Objective {
  const { frequency, recency, age, count } = cells;
  const moments = departureMoments(cells);
  const integrals = createDepartureIntegrals(moments.timeOf.length);
  const rising = createRisingSums(frequency.values);
  const logAlphas = new Float64Array(moments.times.length);
  const logBetas = new Float64Array(moments.times.length);
  return (at, gradient) => {
    const [r, alpha, s, beta] = at as unknown as readonly [number, number, number, number];
    fillRisingSums(rising, { lengths: frequency.values, from: r });
    moments.times.forEach((time, i) => {
      logAlphas[i] = Math.log1p(time / alpha);
      logBetas[i] = Math.log1p(time / beta);
    });
    for (let k = 0; k < frequency.values.length; k += 1) {
      const [first, stop] = [moments.starts[k]!, moments.starts[k + 1]!];
      const n = r + frequency.values[k]!;
      const weights = { first, stop, n, alpha, s, beta, logAlphas, logBetas };
      fillDepartureIntegrals(integrals, moments, weights);
    }
    const { plain, logAlpha, logBeta, shareAlpha, shareBeta } = integrals;
    const logScale = Math.log(alpha);
    let total = 0;
    let [byR, byAlpha, byS, byBeta] = [0, 0, 0, 0];
    for (let i = 0; i < count.length; i += 1) {
      const weight = count[i]!;
      const k = frequency.of[i]!;
      const x = frequency.values[k]!;
      const n = r + x;
      const last = moments.last[i]!;
      const end = moments.end[i]!;
      const [lastTime, endTime] = [moments.timeOf[last]!, moments.timeOf[end]!];
      const then = recency.values[recency.of[i]!]!;
      const now = age.values[age.of[i]!]!;
      const silence = now - then;
      const [a, b] = [alpha + then, beta + then];
      const logA = logAlphas[endTime]! - logAlphas[lastTime]!;
      const logB = logBetas[endTime]! - logBetas[lastTime]!;
      const factor = Math.exp(-n * logA - (s + 1) * logB);
      const beyond = factor * plain[end]!;
      const [partA, partB] = [silence / (alpha + now), silence / (beta + now)];
      // The chances, after the last purchase, to stay without buying until now, and to leave before.
      const stays = (factor * (beta + now)) / b;
      const leaving = plain[last]! - beyond;
      const either = stays + (s / b) * leaving;
      total +=
        weight *
        (rising.logs[k]! -
          x * logScale -
          n * logAlphas[lastTime]! -
          s * logBetas[lastTime]! +
          Math.log(either));
      const leavingLogA = logAlpha[last]! - factor * logAlpha[end]! - logA * beyond;
      const leavingLogB = logBeta[last]! - factor * logBeta[end]! - logB * beyond;
      const leavingA = shareAlpha[last]! - (1 - partA) * factor * shareAlpha[end]! - partA * beyond;
      const leavingB = shareBeta[last]! - (1 - partB) * factor * shareBeta[end]! - partB * beyond;
      const per = weight / either;
      byR +=
        weight * (rising.inverses[k]! - logAlphas[lastTime]!) -
        per * (stays * logA + (s / b) * leavingLogA);
      byAlpha +=
        (weight * ((n * then) / a - x)) / alpha +
        (per * n * (stays * partA + (s / b) * leavingA)) / a;
      byS += per * ((leaving - s * leavingLogB) / b - stays * logB) - weight * logBetas[lastTime]!;
      byBeta +=
        (weight * s * then) / (beta * b) +
        (per * s * (stays * partB + ((s + 1) * leavingB - leaving) / b)) / b;
    }
    gradient[0] = byR;
    gradient[1] = byAlpha;
    gradient[2] = byS;
    gradient[3] = byBeta;
    return total;
  };
}
