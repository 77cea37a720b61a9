import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/**
 * A source of random numbers, uniform in 0 (included) to 1 (excluded): each call gives the next one.
 *
 * Functions that draw take it as a required option, so that the host decides whether a result can be repeated.
 */
export type RandomSource = () => number;

/**
 * A repeatable source of random numbers: the same seed gives the same numbers on every machine.
 *
 * @remarks xoroshiro128+ of Blackman and Vigna, as kept by the package pure-rand, with 53 random bits a number. Not
 * for secrets.
 * @param seed - An integer from -2147483648 to 4294967295; values that agree in their lowest 32 bits give the same
 * numbers.
 * @returns The source; calling it moves it on.
 * @throws RangeError when the seed is not an integer in that range.
 * @example
 * ```ts
 * import { seededRandom } from "goodwill/shared";
 *
 * seededRandom(42)() === seededRandom(42)(); // => true
 * ```
 */
export function seededRandom(seed: number): RandomSource {
  if (!Number.isInteger(seed) || seed < -(2 ** 31) || seed >= 2 ** 32) {
    throw new RangeError(`Cannot seed: the seed must be a 32-bit integer, got ${String(seed)}`);
  }
  const generator = xoroshiro128plus(seed | 0);
  return () => uniformFloat64(generator);
}
