import type { FreshCustomer } from "./fresh-customer.js";

/**
 * The chances of exactly 0, 1, ..., `most` purchases of a customer who is alive.
 *
 * There are exactly k when k would be made if nobody left and the customer stays after each; or when k or more would be
 * made and the customer leaves after the k-th.
 *
 * @remarks Fader, Hardie and Lee (2005, Marketing Science 24:275, equation 8).
 * @internal
 */
export function freshDistribution(
  { shape, scale, leaves, stays }: FreshCustomer,
  { within, most }: { readonly within: number; readonly most: number },
): number[] {
  const span = within / scale;
  const either = leaves + stays;
  const chances = countChances({ shape, span, most });
  const result: number[] = [];
  let stillHere = 1;
  let leavesNow = 0;
  for (let k = 0; k <= most; k += 1) {
    if (k > 0) {
      leavesNow = (stillHere * leaves) / (either + k - 1);
      stillHere *= (stays + k - 1) / (either + k - 1);
    }
    result.push(chances.exactly[k]! * stillHere + chances.atLeast[k]! * leavesNow);
  }
  return result;
}

/** Beyond so many terms a share is so near 1 that the remainder is no small one. */
const MOST_TERMS = 1_000_000;

/** Chances of a negative binomial: of exactly so many, and of so many or more. */
function countChances({
  shape,
  span,
  most,
}: {
  readonly shape: number;
  readonly span: number;
  readonly most: number;
}): { readonly exactly: Float64Array; readonly atLeast: Float64Array } {
  const share = span / (1 + span);
  const exactly = new Float64Array(most + 1);
  const atLeast = new Float64Array(most + 1);
  // In logarithms, as the chance of none may be far below the least double and that of many is not.
  let log = -shape * Math.log1p(span);
  let below = 0;
  for (let k = 0; k <= most; k += 1) {
    exactly[k] = Math.exp(log);
    atLeast[k] = Math.max(0, 1 - below);
    below += exactly[k]!;
    log += Math.log(((shape + k) / (k + 1)) * share);
  }
  // A small remainder of 1 has lost its digits: the sum from the far end keeps them, as long as it has an end.
  if (atLeast[most]! > 0.5 || most + 40 / (1 - share) > MOST_TERMS) return { exactly, atLeast };
  let tail = 0;
  let term = exactly[most]!;
  for (let k = most; term > 1e-17 * (1 - share) * tail; k += 1) {
    tail += term;
    term *= ((shape + k) / (k + 1)) * share;
  }
  for (let k = most; k >= 0; k -= 1) {
    atLeast[k] = tail;
    if (k > 0) tail += exactly[k - 1]!;
  }
  return { exactly, atLeast };
}
