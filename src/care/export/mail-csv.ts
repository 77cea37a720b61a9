import { CARE_MAIL_COLUMNS } from "./mail-row.js";
import type { CareMailRow } from "./mail-row.js";

/** Who reads a file. */
export interface CareMailCsvOptions {
  /**
   * A `program` takes every cell as it is. A `spreadsheet` takes a cell that begins with `=`, `+`, `-` or `@` for a
   * formula, and a file without a byte order mark for one in an old encoding.
   */
  readonly readBy: "program" | "spreadsheet";
}

const TO_QUOTE = /[",\r\n]|^\s|\s$/;
/** The wide forms count, too: spreadsheets in East Asia read them alike. */
const FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;
/** A number of money or a telephone number is no formula. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * How is a mailing written as CSV (RFC 4180)?
 *
 * The first line names the columns of `CARE_MAIL_COLUMNS`; lines end in CR LF; cells with commas, quotes, line ends or
 * blanks at their ends stand in quotes; what is absent is an empty cell.
 *
 * For a `spreadsheet` the text begins with a byte order mark, without which Chinese is garbled, and a cell that would
 * be run as a formula gets an apostrophe before it: a name such as `=HYPERLINK(...)` may come from a stranger. Numbers,
 * those of telephones with their `+` as well, are left alone. For a `program` nothing is changed, as an apostrophe
 * would spoil a handle such as `@lin`.
 *
 * @param rows - The rows.
 * @param options - Who reads the file.
 * @returns The text of the file, to be written in UTF-8.
 * @example
 * ```ts
 * import { careMailCsv } from "goodwill/care";
 *
 * careMailCsv([], { readBy: "program" }).startsWith("action,customer,name,language,channel"); // => true
 * ```
 */
export function careMailCsv(rows: readonly CareMailRow[], options: CareMailCsvOptions): string {
  const guards = options.readBy === "spreadsheet";
  const lines = [`${guards ? "\ufeff" : ""}${CARE_MAIL_COLUMNS.join(",")}\r\n`];
  for (const row of rows) {
    const cells = CARE_MAIL_COLUMNS.map((column) => {
      const text = row[column] ?? "";
      return cellOf(guards && FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);
    });
    lines.push(`${cells.join(",")}\r\n`);
  }
  return lines.join("");
}

function cellOf(text: string): string {
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
