import type { Scale } from "goodwill/experience";
import type { RowIssue } from "goodwill/shared";
import type { Mapping } from "./mapping.js";
import type { CsvRow } from "./survey-file.js";

/** What the cells of one column must be. */
export interface CellCheck {
  readonly column: string;
  /** What was expected, in words. */
  readonly kind: string;
  readonly holds: (value: number) => boolean;
}

/** A cell as a number; absent when empty or declared missing. */
export function numberAt(row: CsvRow, column: string, mapping: Mapping): number | undefined {
  return isMissing(row[column], mapping) ? undefined : Number(row[column]);
}

/** What the cells of scores and drivers must be, once a column; those of ratings are judged with the study. */
export function cellChecks({ scores, drivers }: Mapping): readonly CellCheck[] {
  const { nps, csat, ces } = scores;
  const checks: readonly CellCheck[] = [
    ...(nps === undefined ? [] : [{ column: nps.column, ...wholeNumberTo10 }]),
    ...[csat, ces].flatMap((score) =>
      score === undefined ? [] : [{ column: score.column, ...numberOn(score.scale) }],
    ),
    ...(drivers === undefined ? [] : [drivers.outcome, ...drivers.columns]).map((column) => ({
      column,
      kind: "a number",
      holds: Number.isFinite,
    })),
  ];
  return checks.filter(
    ({ column }, position) => checks.findIndex((one) => one.column === column) === position,
  );
}

/** What is wrong with the cells of respondent, wave, scores and drivers. */
export function cellIssues(
  row: CsvRow,
  mapping: Mapping,
  { checks }: { readonly checks: readonly CellCheck[] },
): readonly RowIssue[] {
  const { respondent, wave } = mapping.table;
  const issues: RowIssue[] = [];
  if (respondent !== undefined && isMissing(row[respondent], mapping))
    issues.push({ path: respondent, message: "the respondent is missing" });
  if (wave !== undefined && isMissing(row[wave], mapping))
    issues.push({ path: wave, message: "the wave is missing" });
  for (const { column, kind, holds } of checks) {
    const value = numberAt(row, column, mapping);
    if (value === undefined || holds(value)) continue;
    issues.push({ path: column, message: `expected ${kind}, got "${row[column] ?? ""}"` });
  }
  return issues;
}

const wholeNumberTo10: Omit<CellCheck, "column"> = {
  kind: "a whole number from 0 to 10",
  holds: (value) => Number.isInteger(value) && value >= 0 && value <= 10,
};

function numberOn({ min, max }: Scale): Omit<CellCheck, "column"> {
  const kind = `a number from ${String(min)} to ${String(max)}`;
  return { kind, holds: (value) => value >= min && value <= max };
}

function isMissing(cell: string | undefined, { table }: Mapping): boolean {
  return cell === undefined || cell === "" || table.missing?.includes(cell) === true;
}
