import { midRanks } from "../../shared/statistics/mid-ranks.js";

/**
 * Probability that one who bought has the higher score than one who did not, ties counting a half: the area under the
 * ROC curve, exact. `undefined` where all bought or nobody did.
 *
 * @internal
 */
export function areaUnderCurve(scores: Float64Array, actual: Float64Array): number | undefined {
  const ranks = midRanks(scores);
  let buyers = 0;
  let rankSum = 0;
  for (let i = 0; i < scores.length; i += 1) {
    if (actual[i]! > 0) {
      buyers += 1;
      rankSum += ranks[i]!;
    }
  }
  const others = scores.length - buyers;
  if (buyers === 0 || others === 0) return undefined;
  return (rankSum - (buyers * (buyers + 1)) / 2) / (buyers * others);
}

/** Mean squared distance of a probability from what happened. @internal */
export function brierScore(probability: Float64Array, actual: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < probability.length; i += 1) {
    sum += (probability[i]! - (actual[i]! > 0 ? 1 : 0)) ** 2;
  }
  return sum / probability.length;
}
