import { Readable } from "node:stream";
import { parse, type Info } from "csv-parse";
import { csvFault } from "./csv-fault.js";
import { UnusableFile } from "./mapping.js";
import { openText } from "./survey-text.js";

/** A row of a CSV file: cells by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** A CSV file in memory. */
export interface SurveyFile {
  readonly name: string;
  /** The headings as they stand; a name may be there twice. */
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The line of the file on which each row begins, from 1. */
  readonly lines: readonly number[];
}

/**
 * Reads a CSV file with a heading line: comma, semicolon or tab between the cells, UTF-8 or UTF-16. A malformed file is
 * refused with the line at fault.
 */
export async function readSurveyFile(
  path: string,
  progress: (message: string) => void,
): Promise<SurveyFile> {
  const { name, head, chunks, shareRead, large } = openText(path);
  const delimiter = delimiterOf(head);
  let columns: readonly string[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    columns: (names: string[]) => (columns = names),
    skip_empty_lines: true,
    info: true,
    trim: true,
  });
  const source = Readable.from(chunks());
  source.on("error", (error) => parser.destroy(error));

  const rows: CsvRow[] = [];
  const lines: number[] = [];
  let lastLine = 1;
  let nextShare = 0.1;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
      record: Record<string, string>;
      info: Info;
    }>) {
      rows.push(delimiter === ";" ? withDecimalPoints(record) : record);
      lines.push(firstLine(record, info.lines, lastLine));
      lastLine = info.lines;
      if (!large || shareRead() < nextShare) continue;
      progress(
        `reading ${name}: ${(100 * shareRead()).toFixed(0)}%, ${rows.length.toLocaleString("en-US")} rows`,
      );
      nextShare = shareRead() + 0.1;
    }
  } catch (error) {
    throw new UnusableFile(`${name}${csvFault(error, { columns, lastLine })}`);
  }
  const broken = columns.find((column) => column.includes("\uFFFD"));
  if (broken !== undefined) throw new UnusableFile(`${name}, line 1: ${notUtf8(broken)}`);
  if (rows.length === 0) throw new UnusableFile(`${name} has no rows below its heading.`);
  return { name, columns, rows, lines };
}

/** What to say of a text that came out broken. */
export function notUtf8(text: string): string {
  return `"${text}" is not valid UTF-8. Save the file as CSV in UTF-8 and try again.`;
}

/** The delimiter that stands most often outside of quotes in the heading line; a comma where none does. */
function delimiterOf(head: string): "," | ";" | "\t" {
  const heading =
    head
      .trimStart()
      .replaceAll(/"[^"]*"/g, "")
      .split(/[\r\n]/, 1)[0] ?? "";
  const count = (mark: string): number => heading.split(mark).length;
  return ([";", "\t"] as const).find((mark) => count(mark) > count(",")) ?? ",";
}

/** Where cells are parted by semicolons, spreadsheets write decimals with a comma. */
function withDecimalPoints(record: CsvRow): CsvRow {
  return Object.fromEntries(
    Object.entries(record).map(([column, cell]) => [
      column,
      /^-?\d+,\d+$/.test(cell) ? cell.replace(",", ".") : cell,
    ]),
  );
}

/** The parser counts lines at the end of a row; cells in quotes may span several. */
function firstLine(record: CsvRow, line: number, lastLine: number): number {
  if (line === lastLine + 1) return line;
  const breaks = Object.values(record).map((cell) => cell.split(/\r\n|\n|\r/).length - 1);
  return line - breaks.reduce((sum, count) => sum + count, 0);
}
