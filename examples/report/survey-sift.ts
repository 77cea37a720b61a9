import { ratingsFromTable, type Study, type WideRating } from "goodwill/experience";
import type { RowIssue } from "goodwill/shared";
import type { Mapping } from "./mapping.js";
import { cellChecks, cellIssues } from "./survey-cell.js";
import type { CsvRow, SurveyFile } from "./survey-file.js";

/** The ratings of the rows that hold, and what is wrong with the others. */
export interface SiftedFile {
  readonly ratings: readonly WideRating[];
  /** By position of the row, in the order of the file. */
  readonly issues: ReadonlyMap<number, readonly RowIssue[]>;
}

interface FaultyRow {
  readonly index: number;
  readonly issues: readonly RowIssue[];
}

/** Parts the rows that hold from those that do not; of a faulty row every faulty cell is named. */
export function siftFile(
  { rows }: SurveyFile,
  mapping: Mapping,
  study: Study | undefined,
): SiftedFile {
  const checks = cellChecks(mapping);
  const ofCells = rows.map((row) => cellIssues(row, mapping, { checks }));
  const [whole, faulty]: [number[], number[]] = [[], []];
  ofCells.forEach((issues, index) => (issues.length === 0 ? whole : faulty).push(index));
  const rowsAt = (positions: readonly number[]): CsvRow[] =>
    positions.map((index) => rows[index] as CsvRow);

  const { accepted, rejected } =
    study === undefined
      ? { accepted: [], rejected: repeatedRespondents(rowsAt(whole), mapping) }
      : ratingsFromTable(rowsAt(whole), mapping.table, { study });
  const ofRatings = new Map<number, readonly RowIssue[]>();
  for (const { index, issues } of rejected) ofRatings.set(whole[index] as number, issues);
  if (study !== undefined) {
    const alsoRejected = ratingsFromTable(rowsAt(faulty), mapping.table, { study }).rejected;
    for (const { index, issues } of alsoRejected) {
      // who has answered already cannot be told from rows that are left out anyway
      const cells = issues.filter(({ path }) => path !== mapping.table.respondent);
      ofRatings.set(faulty[index] as number, cells);
    }
  }

  const issues = new Map<number, readonly RowIssue[]>();
  ofCells.forEach((found, index) => {
    const named = new Set(found.map(({ path }) => path));
    const others = (ofRatings.get(index) ?? []).filter(({ path }) => !named.has(path));
    if (found.length + others.length > 0) issues.set(index, [...found, ...others]);
  });
  return { ratings: accepted, issues };
}

/** Where there are no ratings to read, a second answer of the same person is still one too many. */
function repeatedRespondents(
  rows: readonly CsvRow[],
  { table: { respondent, wave } }: Mapping,
): readonly FaultyRow[] {
  if (respondent === undefined) return [];
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = JSON.stringify([row[respondent], wave === undefined ? "" : row[wave]]);
    const repeated = seen.has(key);
    seen.add(key);
    const message = `respondent ${row[respondent] ?? ""} has already answered in this wave`;
    return repeated ? [{ index, issues: [{ path: respondent, message }] }] : [];
  });
}
