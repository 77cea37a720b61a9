import type { BgTables } from "./bg-tables.js";

/** Second derivatives of the log-likelihood by r, alpha, a, b, from tables filled for them. @internal */
export function bgCurvature({ cells, ...tables }: BgTables, at: Float64Array): number[][] {
  const { buying, staying, either, purchases, logHazard, perStay } = tables;
  const { logAge, gapAge, logRecency, gapRecency } = tables;
  const { count } = cells;
  const bought = cells.frequency.values;
  const [x, last, end] = [cells.frequency.of, cells.recency.of, cells.age.of];
  const [r, alpha, a] = at as unknown as readonly [number, number, number, number];
  const perA = 1 / a;
  const perAlpha = 1 / alpha;
  let [rr, rAlpha, alphaAlpha] = [0, 0, 0];
  let [ra, rb, alphaA, alphaB] = [0, 0, 0, 0];
  let [aa, ab, bb] = [0, 0, 0];
  for (let i = 0; i < count.length; i += 1) {
    const weight = count[i]!;
    const k = x[i]!;
    const n = purchases[k]!;
    const gapEnd = gapAge[end[i]!]!;
    const gapSilence = gapEnd - gapRecency[last[i]!]!;
    const perEnd = perAlpha - gapEnd;
    const silence = logAge[end[i]!]! - logRecency[last[i]!]!;
    const odds = logHazard[k]! + n * silence;
    const smaller = Math.exp(-Math.abs(odds));
    const left = (odds > 0 ? 1 : smaller) / (1 + smaller);
    // The logarithm of 1 and the odds bends with the variance of having left ...
    const bend = (weight * smaller) / ((1 + smaller) * (1 + smaller));
    const oddsByAlpha = -n * gapSilence;
    const stay = perStay[k]!;
    rr += bend * silence * silence - weight * buying.squares[k]!;
    ra += bend * silence * perA;
    rb -= bend * silence * stay;
    alphaA += bend * oddsByAlpha * perA;
    alphaB -= bend * oddsByAlpha * stay;
    // ... and where the logarithm of the odds itself bends, with the chance of having left.
    rAlpha += bend * silence * oddsByAlpha + weight * (gapEnd - left * gapSilence);
    alphaAlpha +=
      bend * oddsByAlpha * oddsByAlpha +
      weight *
        (bought[k]! * perEnd * perEnd -
          r * gapEnd * (perAlpha + perEnd) +
          n * left * gapSilence * (2 * perEnd + gapSilence));
    aa += (bend - weight * left) * perA * perA + weight * either.squares[k]!;
    ab += weight * either.squares[k]! - bend * perA * stay;
    bb +=
      (bend + weight * left) * stay * stay + weight * (either.squares[k]! - staying.squares[k]!);
  }
  return [
    [rr, rAlpha, ra, rb],
    [rAlpha, alphaAlpha, alphaA, alphaB],
    [ra, alphaA, aa, ab],
    [rb, alphaB, ab, bb],
  ];
}
