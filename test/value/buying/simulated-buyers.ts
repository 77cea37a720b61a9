import type { RandomSource } from "goodwill/shared";
import type { BuyingModel, PurchaseHistory } from "goodwill/value";

/** How customers are made. */
export interface SimulatedBuyersOptions {
  /** How many. */
  readonly customers: number;
  /** How long each is observed, in turn where there are several; opportunities for BG/BB. */
  readonly age: number | readonly number[];
  /** Where chance comes from: `seededRandom(...)`. */
  readonly random: RandomSource;
  /** A further span after the observation in which purchases are counted; none by default. */
  readonly later?: number;
}

/** What was seen of a made customer, and what came later. */
export interface SimulatedBuyer extends PurchaseHistory {
  /** Purchases in the span after the observation. */
  readonly later: number;
}

/** Customers who behave as the model says: made by living through it, not by the formulas that are to be tested. */
export function simulateBuyers(
  model: BuyingModel,
  { customers, age, random, later = 0 }: SimulatedBuyersOptions,
): SimulatedBuyer[] {
  const ages = typeof age === "number" ? [age] : age;
  return Array.from({ length: customers }, (_, i) => {
    const observed = ages[i % ages.length]!;
    const times = purchaseTimes(model, { until: observed + later, random });
    const seen = times.filter((time) => time <= observed);
    return {
      frequency: seen.length,
      recency: seen.at(-1) ?? 0,
      age: observed,
      later: times.length - seen.length,
    };
  });
}

function purchaseTimes(
  model: BuyingModel,
  { until, random }: { readonly until: number; readonly random: RandomSource },
): number[] {
  const times: number[] = [];
  switch (model.kind) {
    case "bg-nbd":
    case "mbg-nbd": {
      const { r, alpha, a, b } = model.parameters;
      const rate = randomGamma(r, random) / alpha;
      const leave = randomBeta([a, b], random);
      if (model.kind === "mbg-nbd" && random() < leave) return times;
      for (let time = wait(rate, random); time <= until; time += wait(rate, random)) {
        times.push(time);
        if (random() < leave) return times;
      }
      return times;
    }
    case "pareto-nbd": {
      const { r, alpha, s, beta } = model.parameters;
      const rate = randomGamma(r, random) / alpha;
      const end = Math.min(until, wait(randomGamma(s, random) / beta, random));
      for (let time = wait(rate, random); time <= end; time += wait(rate, random)) times.push(time);
      return times;
    }
    case "bg-bb": {
      const { alpha, beta, gamma, delta } = model.parameters;
      const buy = randomBeta([alpha, beta], random);
      const leave = randomBeta([gamma, delta], random);
      for (let time = 1; time <= until && random() >= leave; time += 1) {
        if (random() < buy) times.push(time);
      }
      return times;
    }
  }
}

/** An exponential waiting time; for ever at a rate of 0. */
function wait(rate: number, random: RandomSource): number {
  return rate > 0 ? -Math.log(1 - random()) / rate : Infinity;
}

/** A number of a gamma distribution of scale 1. */
export function randomGamma(shape: number, random: RandomSource): number {
  return Math.exp(logRandomGamma(shape, random));
}

/** A number of a beta distribution. */
export function randomBeta([a, b]: readonly [number, number], random: RandomSource): number {
  return 1 / (1 + Math.exp(logRandomGamma(b, random) - logRandomGamma(a, random)));
}

/** Marsaglia and Tsang (2000, ACM TOMS 26:363); in logarithms, as small shapes give numbers below the least double. */
function logRandomGamma(shape: number, random: RandomSource): number {
  if (shape < 1) return logRandomGamma(shape + 1, random) + Math.log(1 - random()) / shape;
  const d = shape - 1 / 3;
  for (;;) {
    const x = randomNormal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** Box and Muller. */
function randomNormal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
