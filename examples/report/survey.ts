import { ratingsFromTable, type Study, type WideRating } from "goodwill/experience";
import type { RowIssue } from "goodwill/shared";
import { mappedColumns, UnusableFile, type Mapping } from "./mapping.js";
import type { CsvRow, SurveyFile } from "./survey-file.js";

/** A survey file read by its mapping. */
export interface Survey {
  readonly mapping: Mapping;
  readonly study?: Study;
  readonly ratings: readonly WideRating[];
  /** The waves, in alphabetical order; one empty name when the file has no waves. */
  readonly waves: readonly string[];
  /** The rows that were used, with their cells. */
  readonly rows: readonly CsvRow[];
  /** What was not used, a sentence each: file, line, column, reason. */
  readonly complaints: readonly string[];
}

/** Takes ratings and cells from a file; rows that do not hold are left out and named. */
export function surveyOf(file: SurveyFile, mapping: Mapping): Survey {
  const absent = mappedColumns(mapping).filter((column) => !file.columns.includes(column));
  if (absent.length > 0) {
    throw new UnusableFile(
      `${file.name} has no column ${absent.join(", ")}; it has ${file.columns.join(", ")}.`,
    );
  }
  const faulty = file.rows.map((row) => cellIssues(row, mapping));
  const whole = file.rows.flatMap((_, index) => (faulty[index]?.length === 0 ? [index] : []));
  const factors = Object.keys(mapping.table.factors);
  const study = factors.length > 0 ? { scale: mapping.scale, factors } : undefined;
  const sifted =
    study === undefined
      ? { accepted: [], rejected: [] }
      : ratingsFromTable(
          whole.map((index) => file.rows[index] as CsvRow),
          mapping.table,
          { study },
        );
  for (const { index, issues } of sifted.rejected) faulty[whole[index] as number] = issues;
  const rows = file.rows.filter((_, index) => faulty[index]?.length === 0);
  const complaints = faulty.flatMap((issues, index) =>
    issues.map(
      ({ path, message }) =>
        `${file.name}, line ${String(file.lines[index])}, column ${path}: ${message}`,
    ),
  );
  if (rows.length === 0) {
    throw new UnusableFile(
      `No row of ${file.name} can be used.\n${complaints.slice(0, 5).join("\n")}`,
    );
  }
  const { wave } = mapping.table;
  return {
    mapping,
    ...(study && { study }),
    ratings: sifted.accepted,
    waves: wave === undefined ? [""] : [...new Set(rows.map((row) => row[wave] ?? ""))].toSorted(),
    rows,
    complaints,
  };
}

/** A cell as a number; absent when empty or declared missing. */
export function numberAt(row: CsvRow, column: string, { table }: Mapping): number | undefined {
  const cell = row[column];
  return cell === undefined || cell === "" || table.missing?.includes(cell) === true
    ? undefined
    : Number(cell);
}

/** What is wrong with the cells of scores and drivers: no number, or off their scale. */
function cellIssues(row: CsvRow, mapping: Mapping): readonly RowIssue[] {
  const { scores, drivers } = mapping;
  const scaled = [
    ...(scores.nps ? [{ column: scores.nps.column, scale: { min: 0, max: 10 } }] : []),
    ...(scores.csat ? [scores.csat] : []),
    ...(scores.ces ? [scores.ces] : []),
  ];
  const plain = drivers === undefined ? [] : [drivers.outcome, ...drivers.columns];
  return [
    ...scaled.flatMap(({ column, scale }) => {
      const value = numberAt(row, column, mapping);
      if (value === undefined || (value >= scale.min && value <= scale.max)) return [];
      return [
        {
          path: column,
          message: `expected a number from ${String(scale.min)} to ${String(scale.max)}, got "${row[column] ?? ""}"`,
        },
      ];
    }),
    ...plain.flatMap((column) => {
      const value = numberAt(row, column, mapping);
      if (value === undefined || Number.isFinite(value)) return [];
      return [{ path: column, message: `expected a number, got "${row[column] ?? ""}"` }];
    }),
  ];
}
