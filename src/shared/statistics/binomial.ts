import { betaShare } from "./beta.js";
import { logBeta } from "./gamma.js";

/**
 * Probability of at least so many successes in independent trials: the exact upper tail of the binomial distribution.
 *
 * @remarks Abramowitz and Stegun 26.5.24.
 * @param successes - Whole number of successes, at least 0.
 * @param options - The number of trials and the chance of each.
 * @param options.trials - Whole number of trials, at least 0.
 * @param options.chance - Probability of success of one trial, 0 to 1.
 * @returns The probability, 0 to 1.
 * @throws RangeError when a count is not whole or negative, or the chance is not a share.
 * @example
 * ```ts
 * import { binomialTail } from "goodwill/shared";
 *
 * binomialTail(9, { trials: 10, chance: 0.5 }).toFixed(8); // => "0.01074219"
 * ```
 */
export function binomialTail(
  successes: number,
  { trials, chance }: { readonly trials: number; readonly chance: number },
): number {
  requireCount("successes", successes);
  requireCount("trials", trials);
  if (!(chance >= 0 && chance <= 1))
    throw new RangeError(`A chance must lie between 0 and 1, got ${String(chance)}`);
  if (successes === 0) return 1;
  if (successes > trials) return 0;
  return betaShare(chance, 1 - chance, successes, trials - successes + 1);
}

/**
 * Probability of at least so many marked ones in a draw without replacement: the exact upper tail of the
 * hypergeometric distribution, and so the one-sided exact test of Fisher.
 *
 * @param marked - Whole number of marked ones drawn, at least 0.
 * @param options - The draw.
 * @param options.drawn - How many are drawn.
 * @param options.markedInAll - How many are marked in all.
 * @param options.total - How many there are in all.
 * @returns The probability, 0 to 1.
 * @throws RangeError when a count is not whole or negative, or more are drawn or marked than there are.
 * @example
 * ```ts
 * import { hypergeometricTail } from "goodwill/shared";
 *
 * hypergeometricTail(3, { drawn: 4, markedInAll: 4, total: 8 }).toFixed(10); // => "0.2428571429"
 * ```
 */
export function hypergeometricTail(
  marked: number,
  {
    drawn,
    markedInAll,
    total,
  }: { readonly drawn: number; readonly markedInAll: number; readonly total: number },
): number {
  requireCount("marked", marked);
  requireCount("drawn", drawn);
  requireCount("markedInAll", markedInAll);
  requireCount("total", total);
  if (drawn > total || markedInAll > total) {
    throw new RangeError(
      `Cannot draw ${String(drawn)} or mark ${String(markedInAll)} of ${String(total)}`,
    );
  }
  const least = Math.max(0, drawn + markedInAll - total);
  const most = Math.min(drawn, markedInAll);
  if (marked <= least) return 1;
  if (marked > most) return 0;
  // Terms above the mode shrink from one to the next, so the tail starts at its largest term; below the mode the
  // other tail is summed.
  const mode = Math.floor(((drawn + 1) * (markedInAll + 1)) / (total + 2));
  return marked > mode ? sumTerms(marked, most, 1) : 1 - sumTerms(marked - 1, least, -1);

  function sumTerms(from: number, to: number, step: 1 | -1): number {
    let term = Math.exp(
      logChoose(markedInAll, from) +
        logChoose(total - markedInAll, drawn - from) -
        logChoose(total, drawn),
    );
    let sum = 0;
    for (let k = from; step * (to - k) >= 0 && term > sum * 1e-18; k += step) {
      sum += term;
      term *=
        step === 1
          ? ((markedInAll - k) * (drawn - k)) / ((k + 1) * (total - markedInAll - drawn + k + 1))
          : (k * (total - markedInAll - drawn + k)) / ((markedInAll - k + 1) * (drawn - k + 1));
    }
    return sum;
  }
}

function logChoose(n: number, k: number): number {
  return k === 0 || k === n ? 0 : -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
}

function requireCount(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`${name} must be a whole number of at least 0, got ${String(count)}`);
  }
}
