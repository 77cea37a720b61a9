import type { RejectedRow, RowIssue } from "../../shared/rows.js";
import { answerIssues, MEASURES } from "./issue.js";
import type { FactorAnswers, Measure, Study, WideRating } from "./rating.js";
import { requireStudy } from "./study.js";

/** Which column of a table holds what. */
export interface RatingTable {
  /** The column that names the respondent; without it rows are numbered from 1. */
  readonly respondent?: string;
  /** The column of the wave. */
  readonly wave?: string;
  /** The column of the segment. */
  readonly segment?: string;
  /** The column of the weight, such as customer value. */
  readonly weight?: string;
  /** The columns of each factor's measures. */
  readonly factors: Readonly<Record<string, Readonly<Partial<Record<Measure, string>>>>>;
  /** Cell texts that mean "not answered", beside the empty cell; such as `NA` or `99`. */
  readonly missing?: readonly string[];
}

/** Ratings read from a table; every row given is in exactly one of the two lists. */
export interface TableRatings {
  /** The rows that hold, as wide ratings, in the order given. */
  readonly accepted: readonly WideRating[];
  /** The rows that do not, with position and, as path, the column at fault. */
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads ratings from the rows of a table, such as a CSV file parsed by a package of the host's choice.
 *
 * An empty cell is a missing answer, never 0. A row with a cell that is no number, or off the scale, or with a
 * respondent who has already answered in that wave, is handed back with the column at fault.
 *
 * @param rows - The rows, cells by column name.
 * @param table - Which column holds what.
 * @param options - The study.
 * @returns Accepted ratings and rejected rows.
 * @throws RangeError when the study is not valid, a mapped factor is not in it, or a mapped column is missing from
 * the first row.
 * @example
 * ```ts
 * import { ratingsFromTable } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const table = { respondent: "id", factors: { price: { expectation: "exp_price", experience: "act_price" } } };
 * const rows = [
 *   { id: "1", exp_price: "7", act_price: "" },
 *   { id: "2", exp_price: "7", act_price: "six" },
 * ];
 * const { accepted, rejected } = ratingsFromTable(rows, table, { study });
 * accepted; // => [{ respondent: "1", factors: { price: { expectation: 7 } } }]
 * rejected[0]?.issues; // => [{ path: "act_price", message: 'expected a number, got "six"' }]
 * ```
 */
export function ratingsFromTable(
  rows: Iterable<Readonly<Record<string, string | undefined>>>,
  table: RatingTable,
  { study }: { readonly study: Study },
): TableRatings {
  requireStudy(study);
  const accepted: WideRating[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Set<string>();
  let index = 0;
  for (const row of rows) {
    if (index === 0) requireColumns(row, table, study);
    const { rating, issues } = readRow(row, index, { table, study });
    const key = JSON.stringify([rating.respondent, rating.wave ?? ""]);
    if (issues.length === 0 && seen.has(key)) {
      issues.push({
        path: table.respondent ?? "",
        message: `respondent ${rating.respondent} has already answered in this wave`,
      });
    }
    if (issues.length === 0) {
      seen.add(key);
      accepted.push(rating);
    } else {
      rejected.push({ index, row, issues });
    }
    index += 1;
  }
  return { accepted, rejected };
}

type Row = Readonly<Record<string, string | undefined>>;

function requireColumns(row: Row, table: RatingTable, study: Study): void {
  for (const factor of Object.keys(table.factors)) {
    if (!study.factors.includes(factor))
      throw new RangeError(`Cannot read the table: "${factor}" is no factor of the study`);
  }
  const answers = Object.values(table.factors).flatMap((columns) => Object.values(columns));
  const named = [table.respondent, table.wave, table.segment, table.weight, ...answers];
  const absent = named.filter((column) => column !== undefined && !Object.hasOwn(row, column));
  if (absent.length > 0) {
    throw new RangeError(
      `Cannot read the table: no column ${absent.join(", ")}; it has ${Object.keys(row).join(", ")}`,
    );
  }
}

function readRow(
  row: Row,
  index: number,
  { table, study }: { readonly table: RatingTable; readonly study: Study },
): { rating: WideRating; issues: RowIssue[] } {
  const issues: RowIssue[] = [];
  const text = (column: string | undefined): string | undefined => {
    const cell = column === undefined ? undefined : row[column]?.trim();
    return cell === undefined || cell === "" || table.missing?.includes(cell) === true
      ? undefined
      : cell;
  };
  const number = (column: string | undefined): number | undefined => {
    const cell = text(column);
    if (cell === undefined || column === undefined) return undefined;
    const value = Number(cell);
    if (Number.isFinite(value)) return value;
    issues.push({ path: column, message: `expected a number, got "${cell}"` });
    return undefined;
  };

  const factors: Record<string, FactorAnswers> = {};
  for (const [factor, columns] of Object.entries(table.factors)) {
    const answers: Partial<Record<Measure, number>> = {};
    for (const measure of MEASURES) {
      const value = number(columns[measure]);
      if (value !== undefined) answers[measure] = value;
    }
    issues.push(
      ...answerIssues(answers, study).map(({ path, message }) => ({
        path: columns[path as Measure] ?? path,
        message,
      })),
    );
    if (Object.keys(answers).length > 0) factors[factor] = answers;
  }
  const respondent = table.respondent === undefined ? String(index + 1) : text(table.respondent);
  if (respondent === undefined)
    issues.push({ path: table.respondent ?? "", message: "the respondent is missing" });
  const wave = text(table.wave);
  const segment = text(table.segment);
  if (segment === "__proto__") {
    issues.push({ path: table.segment ?? "", message: "__proto__ cannot name a segment" });
  }
  const weight = number(table.weight);
  if (weight !== undefined && weight < 0) {
    issues.push({
      path: table.weight ?? "",
      message: `weight must be at least 0, got ${String(weight)}`,
    });
  }
  const rating = {
    respondent: respondent ?? "",
    ...(wave !== undefined && { wave }),
    ...(segment !== undefined && { segment }),
    ...(weight !== undefined && { weight }),
    factors,
  };
  return { rating, issues };
}
