import type { RatingColumn, RatingColumns } from "../rating/columns.js";
import { isWeight, MEASURES } from "../rating/issue.js";
import type { Measure, Study } from "../rating/rating.js";
import { scaleText } from "../rating/scale-text.js";
import { addAnswers, createSums, mergeSums, middleOf, type AnswerSums } from "./answer-sums.js";

/** Where the sums of a segment are kept, and in which study. @internal */
export interface ColumnTarget {
  readonly study: Study;
  /** The sums of a segment, one list a factor; of those without segment for `undefined`. */
  readonly sumsOf: (segment: string | undefined) => AnswerSums[];
}

/**
 * More combinations of answers than this are not tallied but added one by one: the tally would no longer fit a
 * processor's cache.
 */
const TALLY_LIMIT = 200_000;

/**
 * Adds a block of columns.
 *
 * Few combinations of answers exist on a whole-point scale: how often each occurs is tallied in one pass, one
 * increment a rating, and only the combinations are summed.
 *
 * @internal
 */
export function addColumns(block: RatingColumns, { study, sumsOf }: ColumnTarget): void {
  requireBlock(block, study);
  const { segment } = block;
  const names = segment === undefined ? [undefined] : segment.names;
  // a block of its own first, so that a rating refused in its last factor leaves nothing behind
  const added = names.map(() => study.factors.map(createSums));
  study.factors.forEach((factor, position) => {
    const columns = block.columns[factor] ?? {};
    const measures = MEASURES.filter((measure) => columns[measure] !== undefined);
    const sums = added.map((bySegment) => bySegment[position] as AnswerSums);
    const bounds = { factor, study, missing: block.missing };
    const combinations = (pointsOf(study) + 1) ** measures.length * sums.length;
    if (block.weight === undefined && combinations <= TALLY_LIMIT) {
      tally(block, { columns, measures, levels: levelsOf(study, block.missing), sums, bounds });
    } else {
      addOneByOne(block, { columns, measures, sums, bounds });
    }
  });
  names.forEach((name, position) => {
    const target = sumsOf(name);
    added[position]?.forEach((sums, factor) => {
      target[factor] = mergeSums(target[factor] as AnswerSums, sums);
    });
  });
}

/** How many whole points a scale has. */
function pointsOf({ scale }: Pick<Study, "scale">): number {
  return Math.floor(scale.max) - Math.ceil(scale.min) + 1;
}

interface Bounds {
  readonly factor: string;
  readonly study: Study;
  readonly missing: number;
}

interface FactorColumns {
  readonly columns: Readonly<Partial<Record<Measure, RatingColumn>>>;
  readonly measures: readonly Measure[];
  readonly sums: readonly AnswerSums[];
  readonly bounds: Bounds;
}

/** The values an answer can take: the points of the scale, and last the missing one. */
interface Levels {
  readonly lowest: number;
  readonly values: readonly (number | undefined)[];
  readonly missing: number;
}

function levelsOf({ scale }: Study, missing: number): Levels {
  const lowest = Math.ceil(scale.min);
  const points = Array.from({ length: pointsOf({ scale }) }, (_, step) => lowest + step);
  return { lowest, values: [...points, undefined], missing };
}

function tally(
  block: RatingColumns,
  { columns, measures, levels, sums, bounds }: FactorColumns & { readonly levels: Levels },
): void {
  const counts = countCombinations(block, { columns, measures, levels, sums, bounds });
  const size = levels.values.length;
  const middle = middleOf(bounds.study.scale);
  const perSegment = size ** measures.length;
  const strideOf = (measure: Measure): number | undefined =>
    measures.includes(measure) ? size ** measures.indexOf(measure) : undefined;
  const [importance, expectation, experience, ideal] = MEASURES.map(strideOf);
  const answerAt = (cell: number, stride: number | undefined): number | undefined =>
    stride === undefined ? undefined : levels.values[Math.floor(cell / stride) % size];
  for (let cell = 0; cell < counts.length; cell += 1) {
    const times = counts[cell] as number;
    if (times === 0) continue;
    const answers = {
      importance: answerAt(cell, importance),
      expectation: answerAt(cell, expectation),
      experience: answerAt(cell, experience),
      ideal: answerAt(cell, ideal),
    };
    addAnswers(sums[Math.floor(cell / perSegment)] as AnswerSums, answers, { middle, times });
  }
}

/** Rows are tallied in blocks of this many, so that their combinations stay in a processor's first cache. */
const BLOCK_ROWS = 4096;

/** How often each combination of answers occurs in each segment; the first measure changes fastest. */
function countCombinations(
  block: RatingColumns,
  { columns, measures, levels, sums, bounds }: FactorColumns & { readonly levels: Levels },
): Uint32Array {
  const size = levels.values.length;
  const perSegment = size ** measures.length;
  const counts = new Uint32Array(perSegment * sums.length);
  const cells = new Uint32Array(Math.min(BLOCK_ROWS, block.rows));
  const codes = block.segment?.codes;
  for (let from = 0; from < block.rows; from += BLOCK_ROWS) {
    const to = Math.min(from + BLOCK_ROWS, block.rows);
    cells.fill(0);
    let stride = 1;
    for (const measure of measures) {
      const off = addLevels(cells, columns[measure] as RatingColumn, { from, to, stride, levels });
      if (off !== undefined)
        refuse(off, measure, (columns[measure] as RatingColumn)[off] as number, bounds);
      stride *= size;
    }
    if (codes !== undefined) addCodes(cells, codes, { from, to, stride });
    for (let i = 0; i < to - from; i += 1) {
      const cell = cells[i] as number;
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return counts;
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly stride: number;
}

/**
 * Adds the level of each answer to its row's cell; returns the first row whose answer is neither on the scale nor
 * missing.
 */
function addLevels(
  cells: Uint32Array,
  column: RatingColumn,
  { from, to, stride, levels }: Part & { readonly levels: Levels },
): number | undefined {
  const { lowest, missing } = levels;
  const last = levels.values.length - 1;
  for (let row = from; row < to; row += 1) {
    const value = column[row] as number;
    const step = value - lowest;
    if (step >= 0 && step < last) cells[row - from] = (cells[row - from] as number) + stride * step;
    else if (value === missing) cells[row - from] = (cells[row - from] as number) + stride * last;
    else return row;
  }
  return undefined;
}

function addCodes(
  cells: Uint32Array,
  codes: NonNullable<RatingColumns["segment"]>["codes"],
  { from, to, stride }: Part,
): void {
  for (let row = from; row < to; row += 1) {
    cells[row - from] = (cells[row - from] as number) + stride * (codes[row] as number);
  }
}

function addOneByOne(
  block: RatingColumns,
  { columns, measures, sums, bounds }: FactorColumns,
): void {
  const { scale } = bounds.study;
  const middle = middleOf(scale);
  for (let row = 0; row < block.rows; row += 1) {
    const answers: Partial<Record<Measure, number>> = {};
    for (const measure of measures) {
      const value = (columns[measure] as RatingColumn)[row] as number;
      if (value === block.missing) continue;
      if (!(value >= scale.min && value <= scale.max)) refuse(row, measure, value, bounds);
      answers[measure] = value;
    }
    const segment = sums[block.segment?.codes[row] ?? 0] as AnswerSums;
    addAnswers(segment, answers, { middle, times: 1, weight: block.weight?.[row] });
  }
}

function refuse(
  row: number,
  measure: Measure,
  value: number,
  { factor, study, missing }: Bounds,
): never {
  throw new RangeError(
    `Cannot add columns: row ${String(row)}, ${factor}, ${measure} must lie on ${scaleText(study.scale)} or be the missing code ` +
      `${String(missing)}, got ${String(value)}`,
  );
}

function requireBlock(block: RatingColumns, study: Study): void {
  const { rows, missing, segment, weight } = block;
  const fail = (what: string): never => {
    throw new RangeError(`Cannot add columns: ${what}`);
  };
  if (missing >= study.scale.min && missing <= study.scale.max)
    fail(`the missing code ${String(missing)} lies on the scale`);
  for (const [factor, columns] of Object.entries(block.columns)) {
    if (!study.factors.includes(factor))
      fail(`unknown factor "${factor}"; the study has ${study.factors.join(", ")}`);
    for (const [measure, column] of Object.entries(columns)) {
      if (column.length !== rows)
        fail(`${factor}, ${measure} has ${String(column.length)} entries for ${String(rows)} rows`);
    }
  }
  if (weight !== undefined && weight.length !== rows)
    fail(`weight has ${String(weight.length)} entries for ${String(rows)} rows`);
  if (weight?.some((value) => !isWeight(value)) === true)
    fail("a weight is neither 0 nor a number from 1e-100 to 1e100");
  if (segment === undefined) return;
  if (segment.codes.length !== rows)
    fail(`segment has ${String(segment.codes.length)} entries for ${String(rows)} rows`);
  if (segment.codes.some((code) => code >= segment.names.length))
    fail("a segment code has no name");
}
