import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";

/** A source of random draws. Every draw moves it on; two equal sources give equal draws. */
export type Random = JumpableRandomGenerator;

/**
 * Gives `count` independent sources from one seed.
 *
 * Each customer draws from a source of their own, so a change in one life does not reshuffle the others.
 */
export function randomStreams(seed: number, count: number): Random[] {
  const head = xoroshiro128plus(seed);
  return Array.from({ length: count }, () => {
    head.jump();
    return head.clone();
  });
}

/** True with the given probability. Always draws once, so a changed rate does not shift later draws. */
export function chance(random: Random, probability: number): boolean {
  return uniformFloat64(random) < probability;
}

/** A number from 0 (included) to 1 (excluded). */
export function uniform(random: Random): number {
  return uniformFloat64(random);
}

/** A whole number from `from` to `to`, both included. */
export function whole(random: Random, from: number, to: number): number {
  return uniformInt(random, from, to);
}

/** One element of a list, all equally likely. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[uniformInt(random, 0, list.length - 1)] as T;
}

/** One value of a list of `[value, weight]` pairs, in proportion to the weights. */
export function pickWeighted<T>(random: Random, pairs: readonly (readonly [T, number])[]): T {
  let left = uniformFloat64(random) * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of pairs) {
    left -= weight;
    if (left < 0) return value;
  }
  return pairs.at(-1)![0];
}

/**
 * A bell-shaped draw with the given mean and standard deviation, never further than six deviations away.
 *
 * The sum of twelve uniform draws (Irwin-Hall) needs only additions, so every machine gets the same last bit;
 * logarithms and cosines may differ between JavaScript engines.
 */
export function bell(random: Random, mean: number, deviation: number): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += uniformFloat64(random);
  return mean + deviation * sum;
}

/** Brings a figure to the nearest whole number inside `[min, max]`. */
export function toScale(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.round(value)));
}
