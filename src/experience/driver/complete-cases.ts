import {
  requireSameConfiguration,
  type Aggregation,
  type ConfiguredAccumulator,
} from "../../shared/aggregation.js";
import { comomentsCombine, type Comoments } from "../../shared/statistics/comoments.js";

/**
 * One respondent's answers by column, such as a factor's experience or overall satisfaction; a missing answer is
 * absent.
 */
export type DriverRow = Readonly<Record<string, number | undefined>>;

/** What is kept of the rows: enough for every regression on their columns. The working state of an aggregation. */
export interface CompleteCases extends ConfiguredAccumulator {
  /** Rows left out because an answer is missing. */
  dropped: number;
  /** For every column, whether any row so far had it, answered or not. */
  known: boolean[];
  /** Count, means and co-deviations of the rows with every answer. */
  comoments: Comoments;
}

/** How rows become vectors. @internal */
export interface CompleteCasesPlan {
  /** For messages, such as "find key drivers". */
  readonly purpose: string;
  /** Columns every row must answer. */
  readonly columns: readonly string[];
  /** Whatever else decides the vectors; accumulators with other settings do not merge. */
  readonly settings?: Readonly<Record<string, number>>;
  /** How many numbers the vector has; as many as columns when absent. */
  readonly width?: number;
  /** Turns the answers, in the order of the columns, into the vector; the answers themselves when absent. */
  readonly encode?: (answers: Float64Array, vector: Float64Array) => void;
}

/**
 * Co-moments of the rows that have every answer; the others are counted, never imputed.
 *
 * @throws RangeError when an answer is not a finite number, or, at the end, a column was in no row.
 * @internal
 */
export function completeCasesCombine(
  plan: CompleteCasesPlan,
): Aggregation<DriverRow, CompleteCases, CompleteCases> {
  const { purpose, columns } = plan;
  const width = plan.width ?? columns.length;
  const combine = comomentsCombine(width);
  const answers = new Float64Array(columns.length);
  const vector = plan.encode === undefined ? answers : new Float64Array(width);
  const createAccumulator = (): CompleteCases => ({
    version: 1,
    configuration: JSON.stringify({ columns, ...plan.settings }),
    dropped: 0,
    known: columns.map(() => false),
    comoments: combine.createAccumulator(),
  });

  function addInput(accumulator: CompleteCases, row: DriverRow): CompleteCases {
    let missing = 0;
    for (const [i, column] of columns.entries()) {
      const known = Object.hasOwn(row, column);
      const answer = known ? row[column] : undefined;
      if (known) accumulator.known[i] = true;
      if (answer === undefined) missing += 1;
      else if (Number.isFinite(answer)) answers[i] = answer;
      else throw notFinite(column, answer, accumulator);
    }
    if (missing > 0) {
      accumulator.dropped += 1;
    } else {
      plan.encode?.(answers, vector);
      combine.addInput(accumulator.comoments, vector);
    }
    return accumulator;
  }

  function notFinite(
    column: string,
    answer: unknown,
    { comoments, dropped }: CompleteCases,
  ): RangeError {
    const index = String(comoments.n + dropped);
    return new RangeError(
      `Cannot ${purpose}: an answer must be a finite number or absent, got ${String(answer)} for "${column}" at index ${index}`,
    );
  }

  return {
    createAccumulator,
    addInput,
    mergeAccumulators: (a, b) => {
      requireSameConfiguration(purpose, [createAccumulator(), a, b]);
      return {
        ...a,
        dropped: a.dropped + b.dropped,
        known: a.known.map((known, i) => known || b.known[i]!),
        comoments: combine.mergeAccumulators(a.comoments, b.comoments),
      };
    },
    extractOutput: (accumulator) => {
      requireSameConfiguration(purpose, [createAccumulator(), accumulator]);
      const unknown = columns.find((_, i) => !accumulator.known[i]!);
      const rows = accumulator.comoments.n + accumulator.dropped;
      if (rows > 0 && unknown !== undefined) {
        throw new RangeError(`Cannot ${purpose}: no row has a column "${unknown}"`);
      }
      return accumulator;
    },
  };
}

/** Checks the names of an outcome and the columns that shall explain it. @internal */
export function requireColumns(
  purpose: string,
  {
    outcome,
    columns,
    called,
  }: { readonly outcome: string; readonly columns: readonly string[]; readonly called: string },
): void {
  if (columns.length === 0)
    throw new RangeError(`Cannot ${purpose}: name at least 1 ${called}, got none`);
  const repeated = columns.find((column, i) => columns.indexOf(column) !== i);
  if (repeated !== undefined)
    throw new RangeError(`Cannot ${purpose}: ${called} "${repeated}" is named twice`);
  if (columns.includes(outcome)) {
    throw new RangeError(
      `Cannot ${purpose}: the outcome "${outcome}" is also named as a ${called}`,
    );
  }
}
