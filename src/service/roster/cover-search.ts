// The cheapest choice that can be found: the whole tree where that is soon done, else part by part.

import type { CoverProgram } from "./cover-program.js";
import { coverPart, withPart } from "./cover-repair.js";
import type { CoverAnswer } from "./cover-tree.js";
import { searchTree } from "./cover-tree.js";

/** The share of the work for the whole tree; the rest is for parts where the tree is too large. */
const TREE_SHARE = 0.5;

/** The rows of a part: about a day and a half of half hours. */
const PART_ROWS = 64;

/** The work for one part. */
const PART_WORK = 6_000_000;

/** Searches for the cheapest choice within about so many steps of arithmetic. @internal */
export function searchCover(program: CoverProgram, workAtMost: number): CoverAnswer {
  const answer = searchTree(program, workAtMost * TREE_SHARE);
  const { costAtLeast } = answer;
  let { choice, work } = answer;
  const rows = program.least.length;
  let quietParts = 0;
  for (let from = 0; choice !== undefined && choice.cost - costAtLeast >= program.grain / 2;) {
    if (work >= workAtMost || quietParts * PART_ROWS > 2 * rows) break;
    const part = coverPart(program, { counts: choice.counts, from, until: from + PART_ROWS });
    const found = searchTree(part.program, Math.min(PART_WORK, workAtMost - work));
    work += found.work + program.cost.length;
    const whole =
      found.choice === undefined
        ? undefined
        : withPart(program, { choice, part, chosen: found.choice });
    const isBetter = whole !== undefined && whole.total < choice.total - 1e-9;
    if (isBetter) choice = whole;
    quietParts = isBetter ? 0 : quietParts + 1;
    // Half a part further, so that every row stands in the middle of one.
    from = from + PART_ROWS / 2 >= rows ? 0 : from + PART_ROWS / 2;
  }
  return { choice, costAtLeast, work };
}
