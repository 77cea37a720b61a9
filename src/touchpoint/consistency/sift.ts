import type { SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import { touchpointStatementSchema } from "./schema.js";
import { statementIssues } from "./statement-issues.js";
import type { TouchpointStatement } from "./statement.js";

/**
 * Splits statements at the border into those that can be compared and those that cannot, and loses none.
 *
 * A row is handed back when a field is missing, misspelt or of the wrong type, a price has no known currency, a range
 * runs backwards, opening hours are not valid, or `until` does not lie after `at`.
 *
 * @param rows - The statements as they arrived.
 * @returns The accepted statements, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftStatements } from "goodwill/touchpoint";
 *
 * const { rejected } = siftStatements([{ subject: "screen", aspect: "tone", touchpoint: "website" }]);
 * rejected[0]?.issues.map(({ path }) => path); // => ["value", "at"]
 * ```
 */
export function siftStatements(rows: Iterable<unknown>): SiftedRows<TouchpointStatement> {
  return siftRows<TouchpointStatement>(touchpointStatementSchema, rows, { check: statementIssues });
}
