import type { Scale } from "goodwill/experience";
import type { RowIssue } from "goodwill/shared";
import type { Mapping } from "./mapping.js";
import type { CsvRow } from "./survey-file.js";

/** A cell as a number; absent when empty or declared missing. */
export function numberAt(row: CsvRow, column: string, mapping: Mapping): number | undefined {
  return isMissing(row[column], mapping) ? undefined : Number(row[column]);
}

/** Whether a cell is empty or declared missing. */
export function isMissing(cell: string | undefined, { table }: Pick<Mapping, "table">): boolean {
  return cell === undefined || cell === "" || table.missing?.includes(cell) === true;
}

/** What is wrong with the cells of respondent, wave, scores and drivers; those of ratings are judged with the study. */
export function cellIssues(row: CsvRow, mapping: Mapping): readonly RowIssue[] {
  const { table, scores, drivers } = mapping;
  const issues: RowIssue[] = [];
  const complain = (path: string, message: string): void => {
    issues.push({ path, message });
  };
  const expect = (column: string, kind: string, holds: (value: number) => boolean): void => {
    const value = numberAt(row, column, mapping);
    if (value === undefined || holds(value)) return;
    if (issues.some(({ path }) => path === column)) return;
    complain(column, `expected ${kind}, got "${row[column] ?? ""}"`);
  };
  const expectOn = (column: string, { min, max }: Scale): void => {
    const kind = `a number from ${String(min)} to ${String(max)}`;
    expect(column, kind, (value) => value >= min && value <= max);
  };

  if (table.respondent !== undefined && isMissing(row[table.respondent], mapping))
    complain(table.respondent, "the respondent is missing");
  if (table.wave !== undefined && isMissing(row[table.wave], mapping))
    complain(table.wave, "the wave is missing");
  if (scores.nps !== undefined) {
    const isScore = (value: number): boolean =>
      Number.isInteger(value) && value >= 0 && value <= 10;
    expect(scores.nps.column, "a whole number from 0 to 10", isScore);
  }
  if (scores.csat !== undefined) expectOn(scores.csat.column, scores.csat.scale);
  if (scores.ces !== undefined) expectOn(scores.ces.column, scores.ces.scale);
  for (const column of drivers === undefined ? [] : [drivers.outcome, ...drivers.columns])
    expect(column, "a number", Number.isFinite);
  return issues;
}
