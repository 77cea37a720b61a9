import { createReadStream, existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse";
import { UnusableFile } from "./mapping.js";

/** A row of a CSV file: cells by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** A CSV file in memory. */
export interface SurveyFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The line of the file on which each row begins, from 1. */
  readonly lines: readonly number[];
}

/** Above this size progress is shown. */
const LARGE_BYTES = 5_000_000;

/** Reads a CSV file with a heading line; a malformed one is refused with the line at fault. */
export async function readSurveyFile(
  path: string,
  progress: (message: string) => void,
): Promise<SurveyFile> {
  if (!existsSync(path)) throw new UnusableFile(`There is no file ${path}.`);
  const name = basename(path);
  const size = statSync(path).size;
  const rows: CsvRow[] = [];
  const lines: number[] = [];
  const parser = parse({
    columns: true,
    bom: true,
    skip_empty_lines: true,
    info: true,
    trim: true,
  });
  const source = createReadStream(path);
  let nextPercent = 10;
  source.on("data", () => {
    const percent = (100 * source.bytesRead) / size;
    if (size < LARGE_BYTES || percent < nextPercent) return;
    progress(
      `reading ${name}: ${percent.toFixed(0)}%, ${rows.length.toLocaleString("en-US")} rows`,
    );
    nextPercent = percent + 10;
  });
  source.on("error", (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
      record: CsvRow;
      info: { lines: number };
    }>) {
      rows.push(record);
      lines.push(info.lines);
    }
  } catch (error) {
    const { message, lines: line } = error as Error & { lines?: number };
    throw new UnusableFile(
      `${name}${line === undefined ? "" : `, line ${String(line)}`}: ${message}`,
    );
  }
  const [first] = rows;
  if (first === undefined) throw new UnusableFile(`${name} has no rows below its heading.`);
  return { name, columns: Object.keys(first), rows, lines };
}
