import { requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { ok, refuse, type Result } from "../../shared/result.js";
import { comomentsCombine } from "../../shared/statistics/comoments.js";
import type { CompleteCases, DriverRow } from "./complete-cases.js";
import type { NoAnswers } from "./regression.js";

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
 * Co-moments of the rows that have every answer; the others are counted, never imputed. Refused when there are rows
 * and none of them answers a column.
 *
 * @throws RangeError when an answer is not a finite number.
 * @internal
 */
export function completeCasesCombine(
  plan: CompleteCasesPlan,
): Aggregation<DriverRow, CompleteCases, Result<CompleteCases, NoAnswers>> {
  const { purpose, columns } = plan;
  const width = plan.width ?? columns.length;
  const combine = comomentsCombine(width);
  const answers = new Float64Array(columns.length);
  const vector = plan.encode === undefined ? answers : new Float64Array(width);
  const createAccumulator = (): CompleteCases => ({
    version: 1,
    configuration: JSON.stringify({ columns, ...plan.settings }),
    dropped: 0,
    answered: columns.map(() => false),
    comoments: combine.createAccumulator(),
  });

  function addInput(accumulator: CompleteCases, row: DriverRow): CompleteCases {
    let missing = 0;
    for (const [i, column] of columns.entries()) {
      // A column may be called "constructor", which every object inherits.
      const answer = Object.hasOwn(row, column) ? row[column] : undefined;
      if (answer === undefined) {
        missing += 1;
        continue;
      }
      if (!Number.isFinite(answer)) throw notFinite(column, answer, accumulator);
      accumulator.answered[i] = true;
      answers[i] = answer;
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
        answered: a.answered.map((answered, i) => answered || b.answered[i]!),
        comoments: combine.mergeAccumulators(a.comoments, b.comoments),
      };
    },
    extractOutput: (accumulator) => {
      requireSameConfiguration(purpose, [createAccumulator(), accumulator]);
      const { answered, comoments, dropped } = accumulator;
      const unanswered = columns.filter((_, i) => !answered[i]!);
      // Without rows nobody was asked: too few rows, which the regression says.
      const wereAsked = comoments.n + dropped > 0;
      return wereAsked && unanswered.length > 0
        ? refuse({ code: "no-answers", columns: unanswered })
        : ok(accumulator);
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
