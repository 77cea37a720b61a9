import type { Study, WideRating } from "goodwill/experience";
import { mappedColumns, UnusableFile, type Mapping } from "./mapping.js";
import { notUtf8, type CsvRow, type SurveyFile } from "./survey-file.js";
import { siftFile } from "./survey-sift.js";
import { amount } from "./wording.js";

export { numberAt } from "./survey-cell.js";

/** A survey file read by its mapping. */
export interface Survey {
  readonly mapping: Mapping;
  readonly study?: Study;
  readonly ratings: readonly WideRating[];
  /** The waves in the order of their names, numbers by size; one empty name when the file has no waves. */
  readonly waves: readonly string[];
  /** The rows that were used, with their cells. */
  readonly rows: readonly CsvRow[];
  /** How many rows were left out. */
  readonly rowsLeftOut: number;
  /** What else a reader should know, a sentence each. */
  readonly notes: readonly string[];
  /** What was not used, a sentence each: file, line, column, reason. */
  readonly complaints: readonly string[];
}

/** With more segments than this the column is none of segments: a table of them could not be read. */
const MOST_SEGMENTS = 50;

/** Takes ratings and cells from a file; rows that do not hold are left out and named. */
export function surveyOf(file: SurveyFile, mapping: Mapping): Survey {
  requireColumns(file, mapping);
  const factors = Object.keys(mapping.table.factors);
  const study = factors.length > 0 ? { scale: mapping.scale, factors } : undefined;
  const segments = segmentCount(file, mapping);
  const { issues, ratings } = siftFile(
    file,
    segments > MOST_SEGMENTS ? withoutSegment(mapping) : mapping,
    study,
  );
  const rows = file.rows.filter((_, index) => !issues.has(index));
  const complaints = [...issues].flatMap(([index, found]) =>
    found.map(
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
    ratings,
    waves: wave === undefined ? [""] : wavesOf(rows, wave),
    rows,
    rowsLeftOut: issues.size,
    notes:
      segments > MOST_SEGMENTS
        ? [
            `The column ${mapping.table.segment ?? ""} has ${amount(segments)} different values: too many for segments, which are left out.`,
          ]
        : [],
    complaints,
  };
}

function requireColumns({ name, columns, rows, lines }: SurveyFile, mapping: Mapping): void {
  const mapped = mappedColumns(mapping);
  const absent = mapped.filter((column) => !columns.includes(column));
  if (absent.length > 0) {
    throw new UnusableFile(
      `${name} has no column ${absent.join(", ")}; it has ${columns.join(", ")}.`,
    );
  }
  const twice = mapped.find((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  if (twice !== undefined)
    throw new UnusableFile(`${name}, line 1: two columns are called ${twice}.`);
  rows.forEach((row, index) => {
    const broken = mapped.find((column) => row[column]?.includes("\uFFFD"));
    if (broken === undefined) return;
    throw new UnusableFile(
      `${name}, line ${String(lines[index])}, column ${broken}: ${notUtf8(row[broken] ?? "")}`,
    );
  });
}

function segmentCount({ rows }: SurveyFile, { table: { segment } }: Mapping): number {
  return segment === undefined ? 0 : new Set(rows.map((row) => row[segment])).size;
}

function withoutSegment(mapping: Mapping): Mapping {
  const table = { ...mapping.table };
  delete table.segment;
  return { ...mapping, table };
}

function wavesOf(rows: readonly CsvRow[], wave: string): readonly string[] {
  const { compare } = new Intl.Collator("en", { numeric: true });
  return [...new Set(rows.map((row) => row[wave] ?? ""))].toSorted(compare);
}
