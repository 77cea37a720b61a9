import type { RejectedRow, SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import { attributionPathSchema, attributionTextSchema } from "../schema.js";
import type { AttributionPath } from "./attribution.js";
import { pathIssue } from "./path-check.js";
import { stepsOfText } from "./path-steps.js";
import type { AttributionText } from "./path-text.js";

/**
 * Splits paths at the border into those that can be attributed and those that cannot, and loses none.
 *
 * A row is handed back when it has no step or one without a name, when a count is not a whole number of at least 0, a
 * value is negative or stands without a conversion, or `daysBefore` does not fit the steps. What is accepted, every
 * model takes. Equal rows are all accepted: they add up.
 *
 * @param rows - Rows as they arrived: with `steps` as a list, or with `path` as one text, `search > mail`.
 * @returns The accepted paths, and the rejected rows with position, path and message.
 * @example
 * ```ts
 * import { siftAttributionPaths } from "goodwill/touchpoint";
 *
 * const { accepted, rejected } = siftAttributionPaths([
 *   { path: "search > mail", conversions: 3, nulls: 1 },
 *   { steps: [], conversions: 1, nulls: 0 },
 * ]);
 * accepted; // => [{ steps: ["search", "mail"], conversions: 3, nulls: 1 }]
 * rejected[0]?.issues[0]?.message; // => "a path needs at least one step, got none"
 * ```
 */
export function siftAttributionPaths(rows: Iterable<unknown>): SiftedRows<AttributionPath> {
  const accepted: AttributionPath[] = [];
  const rejected: RejectedRow[] = [];
  let index = 0;
  for (const row of rows) {
    const sifted = siftOne(row);
    accepted.push(...sifted.accepted);
    rejected.push(...sifted.rejected.map((rejection) => ({ ...rejection, index })));
    index += 1;
  }
  return { accepted, rejected };
}

function siftOne(row: unknown): SiftedRows<AttributionPath> {
  const check = (path: AttributionPath) => {
    const issue = pathIssue(path);
    return issue === undefined ? [] : [issue];
  };
  const isText = typeof row === "object" && row !== null && "path" in row;
  if (!isText) return siftRows<AttributionPath>(attributionPathSchema, [row], { check });
  const sifted = siftRows<AttributionText>(attributionTextSchema, [row], {
    check: (text) => check(pathOf(text)),
  });
  return { accepted: sifted.accepted.map(pathOf), rejected: sifted.rejected };
}

function pathOf({ path, ...counts }: AttributionText): AttributionPath {
  return { steps: stepsOfText(path), ...counts };
}
