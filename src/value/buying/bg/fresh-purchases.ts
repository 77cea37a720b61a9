import type { FreshCustomer } from "./fresh-customer.js";
import { logOnePlus } from "./bg-alive.js";
import { meanOverLeaving } from "./mean-over-leaving.js";

/** So many terms of the plain series take less time than the other forms. */
const FEW_TERMS = 40;

/** More terms than this take longer than the quadrature. */
const MOST_TERMS = 8000;

/** So many digits may cancel in the quicker form: 13 remain of 16. */
const LEAST_REMAINDER = 1e-3;

/** Sums beyond exp of this are left to the quadrature: they come near the largest double. */
const LARGEST_EXPONENT = 600;

/**
 * The expected number of purchases of a customer who is alive, with R the shape, s the span over the scale, a and B the
 * shapes of the chance p to leave: the mean over p of (1 - (1 + p s)^-R) / p.
 *
 * The published form has a - 1 as a denominator, and 0 / 0 there. None of the three used here has it:
 * - Purchases are counted as if nobody left, a negative binomial; of n of them each is made with the chance that the
 *   customer is still there, (B)_k / (a + B)_k after k. All terms are positive, but for long spans there are many.
 * - Pfaff's transformation (DLMF 15.8.1): its series ends soon, the sooner the more purchases there were; but digits
 *   cancel where few leave.
 * - Where neither will do: quadrature over p.
 *
 * @remarks Fader, Hardie and Lee (2005, Marketing Science 24:275, equations 9 and 10).
 * @internal
 */
export function freshPurchases(process: FreshCustomer, within: number): number {
  const { shape, scale } = process;
  const span = within / scale;
  if (!(span > 0)) return 0;
  const known = { span, logSpan: logOnePlus(span), share: span / (1 + span) };
  const terms = 1.5 * shape * span + 35 * (1 + span);
  if (terms < FEW_TERMS) return byCounting(process, known);
  const quick = byPfaff(process, known);
  if (quick !== undefined) return quick;
  return terms < MOST_TERMS && shape * known.logSpan < LARGEST_EXPONENT
    ? byCounting(process, known)
    : byQuadrature(process, span);
}

interface Span {
  /** The span over the scale. */
  readonly span: number;
  /** Logarithm of 1 and that. */
  readonly logSpan: number;
  /** The span over the sum of both. */
  readonly share: number;
}

/** Sum over n of the chance of n purchases, if nobody left, times how many of them are made all the same. */
function byCounting({ shape, leaves, stays }: FreshCustomer, { logSpan, share }: Span): number {
  const either = leaves + stays;
  let chance = 1;
  let made = 0;
  let stillHere = 1;
  let sum = 0;
  const enough = 1e-15 * (1 - share);
  for (let n = 1; ; n += 1) {
    chance *= ((shape + n - 1) / n) * share;
    made += stillHere;
    stillHere *= (stays + n - 1) / (either + n - 1);
    const term = chance * made;
    sum += term;
    // In the end each term is the last one times a little more than the share: so much is left.
    if (term < enough * sum) return sum * Math.exp(-shape * logSpan);
  }
}

/**
 * (a + B - 1) ((1 + s)^(1-a) - 1) / (1 - a) less (1 + s)^(1-a) times the sum over n of
 * (a)_(n-1) (D)_n / ((a + B)_(n-1) n!) z^n, with z = s / (1 + s); D = a + B - 1 - R does not grow with the purchases.
 */
function byPfaff(
  { shape, leaves, stays }: FreshCustomer,
  { logSpan, share }: Span,
): number | undefined {
  const either = leaves + stays;
  const excess = either - 1 - shape;
  let term = excess * share;
  let sum = term;
  let size = Math.abs(term);
  let n = 1;
  // The signs alternate as long as this lasts; from there on they stay the same.
  for (; n <= -excess; n += 1) {
    if (n > MOST_TERMS) return undefined;
    term *= (((leaves + n - 1) * (excess + n)) / ((either + n - 1) * (n + 1))) * share;
    sum += term;
    size += Math.abs(term);
  }
  const sign = term < 0 ? -1 : 1;
  let amount = Math.abs(term);
  let ratio = 0;
  let rest = 0;
  const enough = 1e-13 * (1 - share);
  for (; amount > enough * (size + rest); n += 1) {
    if (n > MOST_TERMS) return undefined;
    ratio = (((leaves + n - 1) * (excess + n)) / ((either + n - 1) * (n + 1))) * share;
    amount *= ratio;
    rest += amount;
  }
  // What is left out is nearly a geometric series.
  if (ratio < 1) rest += (amount * ratio) / (1 - ratio);
  sum += sign * rest;
  const gained = Math.expm1((1 - leaves) * logSpan);
  const leading = (either - 1) * (leaves === 1 ? logSpan : gained / (1 - leaves));
  const result = leading - (1 + gained) * sum;
  const largest = Math.max(Math.abs(leading), (1 + gained) * (size + rest));
  return result > LEAST_REMAINDER * largest ? result : undefined;
}

function byQuadrature(process: FreshCustomer, span: number): number {
  const { shape } = process;
  return meanOverLeaving(
    process,
    (leave) => -Math.expm1(-shape * Math.log1p(leave * span)) / leave,
  );
}
