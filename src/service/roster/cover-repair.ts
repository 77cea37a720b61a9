// A choice made better part by part: what covers a stretch of rows is taken back and chosen anew, the rest stays.

import type { CoverChoice, CoverProgram } from "./cover-program.js";
import { choiceOf, coverOf } from "./cover-program.js";

/** A part of a program, and the columns of the whole that its columns are. @internal */
export interface CoverPart {
  /** The part: only these columns, and what they are still needed for. */
  readonly program: CoverProgram;
  /** By column of the part: the column of the whole. */
  readonly columns: readonly number[];
}

/** What columns that begin in these rows have to cover when all others stay as they are. @internal */
export function coverPart(
  program: CoverProgram,
  {
    counts,
    from: first,
    until: last,
  }: { readonly counts: Float64Array; readonly from: number; readonly until: number },
): CoverPart {
  const { least, most, firstBlock, from, until } = program;
  const columns: number[] = [];
  const others = counts.slice();
  for (let j = 0; j < counts.length; j += 1) {
    const begins = from[firstBlock[j]!]!;
    if (begins < first || begins >= last) continue;
    columns.push(j);
    others[j] = 0;
  }
  const cover = coverOf(program, others);
  const isTouched = new Uint8Array(least.length + 1);
  for (const j of columns) {
    for (let b = firstBlock[j]!; b < firstBlock[j + 1]!; b += 1)
      isTouched.fill(1, from[b], until[b]);
  }
  const rows: number[] = [];
  const rowFrom = new Int32Array(least.length + 1);
  for (let t = 0; t < least.length; t += 1) {
    rowFrom[t] = rows.length;
    if (isTouched[t] === 1 && (least[t]! > cover[t]! || most[t] !== Infinity)) rows.push(t);
  }
  rowFrom[least.length] = rows.length;
  const starts = [0];
  const partFrom: number[] = [];
  const partUntil: number[] = [];
  for (const j of columns) {
    for (let b = firstBlock[j]!; b < firstBlock[j + 1]!; b += 1) {
      partFrom.push(rowFrom[from[b]!]!);
      partUntil.push(rowFrom[until[b]!]!);
    }
    starts.push(partFrom.length);
  }
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from(columns, (j) => values[j]!);
  return {
    columns,
    program: {
      least: Float64Array.from(rows, (t) => Math.max(0, least[t]! - cover[t]!)),
      most: Float64Array.from(rows, (t) => most[t]! - cover[t]!),
      firstBlock: Int32Array.from(starts),
      from: Int32Array.from(partFrom),
      until: Int32Array.from(partUntil),
      cost: pick(program.cost),
      tie: pick(program.tie),
      use: pick(program.use),
      grain: program.grain,
    },
  };
}

/** The whole choice with a part of it chosen anew. @internal */
export function withPart(
  program: CoverProgram,
  {
    choice,
    part,
    chosen,
  }: { readonly choice: CoverChoice; readonly part: CoverPart; readonly chosen: CoverChoice },
): CoverChoice | undefined {
  const counts = choice.counts.slice();
  part.columns.forEach((j, at) => (counts[j] = chosen.counts[at]!));
  return choiceOf(program, counts);
}
