/** What was wrong with one field of a row. */
export interface RowIssue {
  /** Where in the row, such as `factors.price.experience`; empty when the row as a whole is meant. */
  readonly path: string;
  /** What was wrong and, where it helps, what was found. */
  readonly message: string;
}

/** A row that was not accepted, kept whole with its reasons. */
export interface RejectedRow {
  /** Position among the rows given, from 0. */
  readonly index: number;
  /** The row as it was given. */
  readonly row: unknown;
  /** Everything that was wrong with it; never empty. */
  readonly issues: readonly RowIssue[];
}

/** Rows at the border, split; every row given is in exactly one of the two lists. */
export interface SiftedRows<Row> {
  /** The rows that hold, parsed, in the order given. */
  readonly accepted: readonly Row[];
  /** The rows that do not, with position and reasons, in the order given. */
  readonly rejected: readonly RejectedRow[];
}

/** A row that a schema parsed. */
export interface ParsedRow<Row> {
  /** Always `true`: the row holds. */
  readonly success: true;
  /** The row, parsed. */
  readonly data: Row;
}

/** A row that a schema did not parse. */
export interface UnparsedRow {
  /** Always `false`: the row does not hold. */
  readonly success: false;
  /** What was wrong with it. */
  readonly error: SchemaError;
}

/** What a schema found wrong with a row. */
export interface SchemaError {
  /** One entry a fault. */
  readonly issues: readonly SchemaIssue[];
}

/** One fault a schema found. */
export interface SchemaIssue {
  /** The steps that lead to the fault, from the row inwards. */
  readonly path: readonly PropertyKey[];
  /** What is wrong there. */
  readonly message: string;
}

/** The part of a zod schema that sifting needs. */
export interface RowSchema<Row> {
  /** Parses one row without throwing, as zod's schemas do. */
  safeParse(row: unknown): ParsedRow<Row> | UnparsedRow;
}

/** How rows are sifted. */
export interface SiftRowsOptions<Row> {
  /**
   * A further check of each row that parses, against rows before it or facts around it; what it returns rejects the
   * row.
   */
  readonly check?: (row: Row, index: number) => readonly RowIssue[];
}

/**
 * Splits rows at the border into those that hold and those that do not, and loses none.
 *
 * @param schema - The schema each row must satisfy: any zod schema.
 * @param rows - The rows as they arrived: from a file, a form, a queue.
 * @param options - A further check across rows.
 * @returns The accepted rows, parsed, and the rejected ones with path and message.
 * @example
 * ```ts
 * import * as z from "zod";
 * import { siftRows } from "goodwill/shared";
 *
 * const { accepted, rejected } = siftRows(z.object({ score: z.number() }), [{ score: 9 }, { score: "nine" }]);
 * accepted; // => [{ score: 9 }]
 * rejected[0]?.issues[0]?.path; // => "score"
 * ```
 */
export function siftRows<Row>(
  schema: RowSchema<Row>,
  rows: Iterable<unknown>,
  options: SiftRowsOptions<Row> = {},
): SiftedRows<Row> {
  const accepted: Row[] = [];
  const rejected: RejectedRow[] = [];
  let index = 0;
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    const issues = parsed.success
      ? (options.check?.(parsed.data, index) ?? [])
      : parsed.error.issues.map(({ path, message }) => ({
          path: path.map(String).join("."),
          message,
        }));
    if (parsed.success && issues.length === 0) accepted.push(parsed.data);
    else rejected.push({ index, row, issues });
    index += 1;
  }
  return { accepted, rejected };
}
