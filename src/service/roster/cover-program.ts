/**
 * How many of each column to take, so that every row has from its least to its most, at the least cost.
 *
 * A column adds 1 to every row of its blocks. Costs are made of a part that counts and a smaller part that decides
 * between equals.
 * @internal
 */
export interface CoverProgram {
  /** By row: at least so much. */
  readonly least: Float64Array;
  /** By row: at most so much, `Infinity` for no limit. */
  readonly most: Float64Array;
  /** By column: where its first block is; and, last, where they end. */
  readonly firstBlock: Int32Array;
  /** By block: its first row. */
  readonly from: Int32Array;
  /** By block: the first row after it. */
  readonly until: Int32Array;
  /** By column: what one costs, the part that counts. */
  readonly cost: Float64Array;
  /** By column: the part that decides between equals; of any sensible choice it is below half a grain in sum. */
  readonly tie: Float64Array;
  /** By column: at most so many are of use. */
  readonly use: Float64Array;
  /** All costs are whole multiples of it. */
  readonly grain: number;
}

/** A choice that keeps to all rows. @internal */
export interface CoverChoice {
  /** By column: how many. */
  readonly counts: Float64Array;
  /** What they cost, the part that counts. */
  readonly cost: number;
  /** What they cost with the part that decides between equals. */
  readonly total: number;
}

/** By row: what these counts add up to. @internal */
export function coverOf(program: CoverProgram, counts: Float64Array): Float64Array {
  const { firstBlock, from, until, least } = program;
  const change = new Float64Array(least.length + 1);
  for (let j = 0; j < counts.length; j += 1) {
    if (counts[j] === 0) continue;
    for (let b = firstBlock[j]!; b < firstBlock[j + 1]!; b += 1) {
      change[from[b]!]! += counts[j]!;
      change[until[b]!]! -= counts[j]!;
    }
  }
  for (let t = 1; t < change.length; t += 1) change[t]! += change[t - 1]!;
  return change.subarray(0, least.length);
}

/** The choice of these counts; undefined where a row has too little or too much, or a count is below 0. @internal */
export function choiceOf(program: CoverProgram, counts: Float64Array): CoverChoice | undefined {
  const { least, most, cost, tie } = program;
  const cover = coverOf(program, counts);
  for (let t = 0; t < least.length; t += 1) {
    if (cover[t]! < least[t]! || cover[t]! > most[t]!) return undefined;
  }
  let sum = 0;
  let ties = 0;
  for (let j = 0; j < counts.length; j += 1) {
    if (counts[j]! < 0) return undefined;
    sum += counts[j]! * cost[j]!;
    ties += counts[j]! * tie[j]!;
  }
  return { counts, cost: sum, total: sum + ties };
}
