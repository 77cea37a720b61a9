import type { RejectedRow, RowIssue, SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import { ratingSchema, wideRatingSchema } from "../schema.js";
import { ratingIssues } from "./issue.js";
import type { Rating, Study, WideRating } from "./rating.js";
import { duplicateMessage, requireStudy, respondentKey } from "./study.js";

/**
 * Splits ratings at the border into those that belong in the study and those that do not, and loses none.
 *
 * A row is handed back when a field has the wrong type, a number is off the scale or not finite, the factor is
 * unknown, or the respondent has already answered on that factor in that wave (the first answer counts).
 *
 * @param rows - Long or wide rows as they arrived; rows with `factors` are wide.
 * @param study - The scale and the factors.
 * @returns The accepted ratings, and the rejected rows with position, path and message.
 * @throws RangeError when the study itself is not valid.
 * @example
 * ```ts
 * import { siftRatings } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const rows = [
 *   { respondent: "1", factor: "price", experience: 7 },
 *   { respondent: "2", factor: "price", experience: 11 },
 * ];
 * const { accepted, rejected } = siftRatings(rows, study);
 * accepted.length; // => 1
 * rejected[0]?.issues[0]?.message; // => "experience must lie on 0..10, got 11"
 * ```
 */
export function siftRatings(
  rows: Iterable<unknown>,
  study: Study,
): SiftedRows<Rating | WideRating> {
  requireStudy(study);
  const answered = new Set<string>();
  const accepted: (Rating | WideRating)[] = [];
  const rejected: RejectedRow[] = [];
  let index = 0;
  for (const row of rows) {
    const sifted = siftOne(row, study, answered);
    accepted.push(...sifted.accepted);
    rejected.push(...sifted.rejected.map((rejection) => ({ ...rejection, index })));
    index += 1;
  }
  return { accepted, rejected };
}

function siftOne(
  row: unknown,
  study: Study,
  answered: Set<string>,
): SiftedRows<Rating | WideRating> {
  const check = (rating: Rating | WideRating): readonly RowIssue[] => {
    const issues = ratingIssues(rating, study);
    return issues.length > 0 ? issues : duplicateIssues(rating, answered);
  };
  const isWide = typeof row === "object" && row !== null && "factors" in row;
  return isWide
    ? siftRows(wideRatingSchema, [row], { check })
    : siftRows(ratingSchema, [row], { check });
}

/** Notes the answers of an accepted row; a row that repeats one is not accepted and leaves no note. */
function duplicateIssues(rating: Rating | WideRating, answered: Set<string>): readonly RowIssue[] {
  const factors = "factors" in rating ? Object.keys(rating.factors) : [rating.factor];
  const keys = factors.map((factor) => `${respondentKey(rating)}${JSON.stringify(factor)}`);
  const repeated = factors.filter((_, position) => answered.has(keys[position] ?? ""));
  if (repeated.length === 0) for (const key of keys) answered.add(key);
  return repeated.map((factor) => ({
    path: "factors" in rating ? `factors.${factor}` : "factor",
    message: duplicateMessage(rating, factor),
  }));
}
