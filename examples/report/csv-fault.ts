import { CsvError } from "csv-parse";

/** How far the file was read before its fault. */
export interface ReadSoFar {
  /** The headings; empty when the fault is in the heading line. */
  readonly columns: readonly string[];
  /** The last line that was read whole. */
  readonly lastLine: number;
}

/** What is wrong with a CSV file, in words that begin with the line and, where it is known, the column. */
export function csvFault(error: unknown, { columns, lastLine }: ReadSoFar): string {
  if (!(error instanceof CsvError)) return `: ${(error as Error).message}`;
  const {
    lines: line,
    column,
    record,
  } = error as CsvError & {
    readonly lines?: number;
    readonly column?: unknown;
    readonly record?: readonly string[];
  };
  const at = (number: number | undefined): string =>
    `, line ${String(number)}${typeof column === "string" ? `, column ${column}` : ""}: `;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return `${at(columns.length === 0 ? 1 : lastLine + 1)}a quotation mark is opened here or below and never closed.`;
    case "CSV_INVALID_CLOSING_QUOTE":
    case "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE":
      return `${at(line)}text follows a closing quotation mark; a mark inside a cell in quotes is written twice.`;
    case "INVALID_OPENING_QUOTE":
      return `${at(line)}a quotation mark stands inside a cell; put the whole cell in quotes and write the mark twice.`;
    case "CSV_RECORD_INCONSISTENT_COLUMNS":
      return `, line ${String(line)}: ${wrongCount(record ?? [], columns)}`;
    default:
      return `${at(line)}${error.message}`;
  }
}

function wrongCount(record: readonly string[], columns: readonly string[]): string {
  const count = `the row has ${String(record.length)} ${record.length === 1 ? "cell" : "cells"}, the heading ${String(columns.length)}`;
  const spans = record.some((cell) => /[\r\n]/.test(cell))
    ? "; one of its cells spans several lines, so a closing quotation mark may be missing"
    : "";
  const missing = columns[record.length];
  return `${count}${missing === undefined ? "" : `; there is none for column ${missing}`}${spans}.`;
}
