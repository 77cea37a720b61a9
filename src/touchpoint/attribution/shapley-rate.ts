/** Paths that met exactly these touchpoints. */
export interface SetCounts {
  /** The touchpoints by number, each once. */
  readonly members: readonly number[];
  /** How many paths. */
  readonly paths: number;
  /** How many converted. */
  readonly conversions: number;
  /** What these were worth. */
  readonly value: number;
}

/**
 * Shapley values of two games in which a set of touchpoints wins the conversions, or the value, by path of the paths
 * that met no other.
 */
export function shapleyRates(
  entries: readonly SetCounts[],
  touchpoints: number,
): { readonly conversions: readonly number[]; readonly values: readonly number[] } {
  const paths = new Float64Array(2 ** touchpoints);
  const conversions = new Float64Array(2 ** touchpoints);
  const values = new Float64Array(2 ** touchpoints);
  for (const entry of entries) {
    const set = entry.members.reduce((bits, member) => bits | (1 << member), 0);
    paths[set]! += entry.paths;
    conversions[set]! += entry.conversions;
    values[set]! += entry.value;
  }
  for (const sums of [paths, conversions, values]) addSubsets(sums, touchpoints);
  for (let set = 0; set < paths.length; set += 1) {
    if (paths[set] === 0) continue;
    conversions[set]! /= paths[set]!;
    values[set]! /= paths[set]!;
  }
  return {
    conversions: shapleyValues(conversions, touchpoints),
    values: shapleyValues(values, touchpoints),
  };
}

/** Turns the sum of each set into the sum over all its subsets, one touchpoint after the other (Yates 1937). */
function addSubsets(sums: Float64Array, touchpoints: number): void {
  for (let touchpoint = 0; touchpoint < touchpoints; touchpoint += 1) {
    const bit = 1 << touchpoint;
    for (let set = 0; set < sums.length; set += 1)
      if ((set & bit) !== 0) sums[set]! += sums[set ^ bit]!;
  }
}

/** Each touchpoint's gain over the sets without it, weighed by how often that set comes before it. */
function shapleyValues(worth: Float64Array, touchpoints: number): number[] {
  const weights = weightsBySize(touchpoints);
  return Array.from({ length: touchpoints }, (_, touchpoint) => {
    const bit = 1 << touchpoint;
    let sum = 0;
    for (let set = 0; set < worth.length; set += 1) {
      if ((set & bit) === 0) sum += weights[bitsIn(set)]! * (worth[set | bit]! - worth[set]!);
    }
    return sum;
  });
}

/** k! (n - 1 - k)! / n! for sets of k out of n touchpoints. */
function weightsBySize(touchpoints: number): number[] {
  const weights: number[] = [];
  let ways = 1;
  for (let size = 0; size < touchpoints; size += 1) {
    weights.push(1 / (touchpoints * ways));
    ways *= (touchpoints - 1 - size) / (size + 1);
  }
  return weights;
}

function bitsIn(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
