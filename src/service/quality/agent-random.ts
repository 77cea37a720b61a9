import { seededRandom } from "../../shared/random.js";
import type { RandomSource } from "../../shared/random.js";

/** Numbers thrown away, until seeds that differ in one bit have nothing in common. */
const WARM_UP = 16;

/**
 * An agent's own source of random numbers for a month: other agents' contacts do not change it.
 *
 * @remarks MurmurHash3 (Appleby, 2011, 32 bits) of the code units, seeded; then the generator of the library.
 * @internal
 */
export function agentRandom(
  agent: string,
  { month, seed }: { readonly month: string; readonly seed: number },
): RandomSource {
  const text = `${month} ${agent}`;
  let hash = seed | 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = Math.imul(text.charCodeAt(place), 0xcc9e2d51);
    hash ^= Math.imul((unit << 15) | (unit >>> 17), 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  const random = seededRandom((hash ^ (hash >>> 16)) | 0);
  for (let thrown = 0; thrown < WARM_UP; thrown += 1) random();
  return random;
}
