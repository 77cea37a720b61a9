// From fractions to a choice: round down, add what covers most for its cost, take away what is not needed.

import type { CoverChoice, CoverProgram } from "./cover-program.js";
import { choiceOf, coverOf } from "./cover-program.js";

/** How much of what is still needed one of a column would cover, or 0 where a row has no room for it. */
function gainOf(program: CoverProgram, j: number, need: Float64Array, full: Float64Array): number {
  const { firstBlock, from, until } = program;
  let gain = 0;
  for (let b = firstBlock[j]!; b < firstBlock[j + 1]!; b += 1) {
    if (full[until[b]!]! > full[from[b]!]!) return 0;
    gain += need[until[b]!]! - need[from[b]!]!;
  }
  return gain;
}

function add(
  program: CoverProgram,
  j: number,
  { cover, count }: { readonly cover: Float64Array; readonly count: number },
): void {
  const { firstBlock, from, until } = program;
  for (let b = firstBlock[j]!; b < firstBlock[j + 1]!; b += 1) {
    for (let t = from[b]!; t < until[b]!; t += 1) cover[t]! += count;
  }
}

/** How many of a column can be taken away so that all rows keep their least. */
function spareOf(
  { firstBlock, from, until, least }: CoverProgram,
  j: number,
  cover: Float64Array,
): number {
  let spare = Infinity;
  for (let b = firstBlock[j]!; b < firstBlock[j + 1]!; b += 1) {
    for (let t = from[b]!; t < until[b]!; t += 1) spare = Math.min(spare, cover[t]! - least[t]!);
  }
  return spare;
}

function takeAway(program: CoverProgram, counts: Float64Array, cover: Float64Array): void {
  const order = [...counts.keys()]
    .filter((j) => counts[j]! > 0)
    .sort(
      (a, b) => program.cost[b]! - program.cost[a]! || program.tie[b]! - program.tie[a]! || b - a,
    );
  for (const j of order) {
    const spare = Math.min(counts[j]!, spareOf(program, j, cover));
    if (spare <= 0 || spare === Infinity) continue;
    counts[j]! -= spare;
    add(program, j, { cover, count: -spare });
  }
}

/** A choice near these fractions; undefined where rows with a limit leave no room for it. @internal */
export function roundedChoice(
  program: CoverProgram,
  fractions: Float64Array,
): CoverChoice | undefined {
  const { least, most, cost, tie } = program;
  const counts = fractions.map((count) => Math.floor(count + 1e-6));
  const cover = Float64Array.from(coverOf(program, counts));
  const need = new Float64Array(least.length + 1);
  const full = new Float64Array(least.length + 1);
  for (;;) {
    let isShort = false;
    for (let t = 0; t < least.length; t += 1) {
      const missing = cover[t]! < least[t]!;
      isShort ||= missing;
      need[t + 1] = need[t]! + (missing ? 1 : 0);
      full[t + 1] = full[t]! + (cover[t]! >= most[t]! ? 1 : 0);
    }
    if (!isShort) break;
    let best = 0;
    let taken = -1;
    for (let j = 0; j < cost.length; j += 1) {
      const gain = gainOf(program, j, need, full);
      if (gain === 0) continue;
      const left = Math.max(0, fractions[j]! - counts[j]!);
      const worth = (gain * (1 + left)) / (cost[j]! + tie[j]!);
      if (worth > best * (1 + 1e-12)) [best, taken] = [worth, j];
    }
    if (taken < 0) return undefined;
    counts[taken]! += 1;
    add(program, taken, { cover, count: 1 });
  }
  takeAway(program, counts, cover);
  return choiceOf(program, counts);
}
