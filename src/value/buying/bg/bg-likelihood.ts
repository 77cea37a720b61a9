import type { Objective } from "../../../shared/optimisation/minimise.js";
import type { HistoryCells } from "../history-cells.js";
import { bgCurvature } from "./bg-curvature.js";
import { createBgTables, fillBgTables, type BgTables } from "./bg-tables.js";

/** A log-likelihood with its first and second derivatives by r, alpha, a, b. @internal */
export interface BgLikelihood {
  /** The log-likelihood; writes its first derivatives. */
  readonly logLikelihood: Objective;
  /** Its second derivatives. */
  readonly curvature: (at: Float64Array) => number[][];
}

/**
 * The log-likelihood of BG/NBD and MBG/NBD with its derivatives by r, alpha, a, b.
 *
 * Both say: a customer buys at a rate of their own and may leave after each purchase; they differ in whether one may
 * leave after the very first. `firstChance` is 1 where one may, so that there is one chance to leave more than repeat
 * purchases.
 *
 * @remarks Fader, Hardie and Lee (2005, Marketing Science 24:275, equation 6); Batislam, Denizel and Filiztekin (2007,
 * International Journal of Research in Marketing 24:201).
 * @internal
 */
export function bgLikelihood(
  cells: HistoryCells,
  options: { readonly firstChance: 0 | 1 },
): BgLikelihood {
  const tables = createBgTables(cells, options);
  return {
    logLikelihood: (at, gradient) => {
      fillBgTables(tables, at);
      return sumOverCells(tables, { at, gradient });
    },
    curvature: (at) => {
      fillBgTables(tables, at);
      return bgCurvature(tables, at);
    },
  };
}

// A function of its own, not a closure: the compiler then keeps one fast version for all fits.
function sumOverCells(
  { cells, ...tables }: BgTables,
  { at, gradient }: { readonly at: Float64Array; readonly gradient: Float64Array },
): number {
  const { buying, staying, either, purchases, constant, logHazard, perStay } = tables;
  const { logAge, gapAge, logRecency, gapRecency } = tables;
  const { count } = cells;
  const bought = cells.frequency.values;
  const [x, last, end] = [cells.frequency.of, cells.recency.of, cells.age.of];
  const [, alpha, a] = at as unknown as readonly [number, number, number, number];
  const perAlpha = 1 / alpha;
  const perA = 1 / a;
  let total = 0;
  let byR = 0;
  let byAlpha = 0;
  let byA = 0;
  let byB = 0;
  for (let i = 0; i < count.length; i += 1) {
    const weight = count[i]!;
    const k = x[i]!;
    const t = end[i]!;
    const l = last[i]!;
    const n = purchases[k]!;
    const logEnd = logAge[t]!;
    const silence = logEnd - logRecency[l]!;
    const gapEnd = gapAge[t]!;
    // The odds that the customer left after the last purchase, and the chance that goes with them.
    const odds = logHazard[k]! + n * silence;
    const smaller = Math.exp(-Math.abs(odds));
    const left = (odds > 0 ? 1 : smaller) / (1 + smaller);
    // The last digits that log1p would keep are lost in the sum, and it takes twice the time.
    const lift = (odds > 0 ? odds : 0) + Math.log(1 + smaller);
    total += weight * (constant[k]! - n * logEnd + lift);
    byR += weight * (buying.inverses[k]! - logEnd + left * silence);
    byAlpha += weight * (n * (gapEnd - left * (gapEnd - gapRecency[l]!)) - bought[k]! * perAlpha);
    byA += weight * (left * perA - either.inverses[k]!);
    byB += weight * (staying.inverses[k]! - either.inverses[k]! - left * perStay[k]!);
  }
  gradient[0] = byR;
  gradient[1] = byAlpha;
  gradient[2] = byA;
  gradient[3] = byB;
  return total;
}
