import { meanOverLeaving } from "./mean-over-leaving.js";
import type { FreshCustomer } from "./fresh-customer.js";

const ACCURACY = 1e-11;

/** Terms below this share of the sum do not count. */
const NEGLIGIBLE = 1e-17;

/** More terms than this take longer than the quadrature. */
const MOST_TERMS = 8000;

/**
 * The purchases to come of a customer who is alive, each discounted by exp(-rate times its time).
 *
 * The integral over time u of exp(-rate u) times the density of purchases at u. It is taken over t with
 * u = unit exp(t - exp(-t)), where the integrand falls double exponentially on both sides, by the trapezoidal rule; the
 * points are doubled until two results agree.
 *
 * @remarks Takahasi and Mori (1974, Publications of RIMS 9:721) for the quadrature.
 * @internal
 */
export function freshResidual(process: FreshCustomer, rateContinuous: number): number {
  const { shape, scale, leaves, stays } = process;
  // The density stays as it is until the first purchases, some of whom leave after them; discounting ends it elsewhere.
  const unit = 1 / (rateContinuous + (1 + (shape * leaves) / (leaves + stays)) / scale);
  let sum = 0;
  const add = (t: number): boolean => {
    const shrink = Math.exp(-t);
    const time = unit * Math.exp(t - shrink);
    const discount = Math.exp(-rateContinuous * time);
    const term = discount * freshDensity(process, time) * time * (1 + shrink);
    sum += term;
    return term > NEGLIGIBLE * sum || Math.abs(t) < 2;
  };
  const sweep = (first: number, by: number): void => {
    for (let t = first; add(t); t += by);
    for (let t = first - by; add(t); t -= by);
  };
  let step = 0.5;
  sweep(0, step);
  let before = sum * step;
  for (let round = 0; round < 8; round += 1) {
    sweep(step / 2, step);
    step /= 2;
    const value = sum * step;
    if (Math.abs(value - before) <= ACCURACY * value) return value;
    before = value;
  }
  return before;
}

/**
 * Expected purchases per unit of time, a time from now: R / scale times the mean over p of (1 + p s)^(-R - 1).
 *
 * That mean is a hypergeometric function, 2F1(R + 1, a; a + B; -s), after Pfaff (1 + s)^-a 2F1(a, D; a + B; z).
 *
 * @internal
 */
export function freshDensity(process: FreshCustomer, time: number): number {
  const { shape, scale } = process;
  const span = time / scale;
  const mean =
    pfaffMean(process, span) ??
    meanOverLeaving(process, (leave) => Math.exp(-(shape + 1) * Math.log1p(leave * span)));
  return (shape / scale) * mean;
}

function pfaffMean({ shape, leaves, stays }: FreshCustomer, span: number): number | undefined {
  const share = span / (1 + span);
  const either = leaves + stays;
  const excess = either - 1 - shape;
  let term = 1;
  let sum = 1;
  let size = 1;
  const enough = 1e-15 * (1 - share);
  for (let n = 0; ; n += 1) {
    term *= (((leaves + n) * (excess + n)) / ((either + n) * (n + 1))) * share;
    sum += term;
    const amount = Math.abs(term);
    size += amount;
    if (n > -excess && amount <= enough * size) break;
    if (n > MOST_TERMS) return undefined;
  }
  const result = sum * Math.exp(-leaves * Math.log1p(span));
  return sum > 1e-3 * size && result > 0 ? result : undefined;
}
