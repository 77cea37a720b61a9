import type { RejectedRow, RowIssue, SiftedRows } from "../../shared/rows.js";
import { siftRows } from "../../shared/rows.js";
import { ratingSchema, wideRatingSchema } from "../schema.js";
import { join, joinIssue } from "./gather.js";
import { ratingIssues } from "./issue.js";
import type { Rating, Study, WideRating } from "./rating.js";
import { requireStudy } from "./study.js";

/**
 * Splits ratings at the border into those that belong in the study and those that do not, and loses none.
 *
 * A row is handed back when a field has the wrong type, a number is off the scale or not finite, the factor is
 * unknown, the respondent has already answered on that factor in that wave (the first answer counts), or names
 * another segment or weight than before. What is accepted, the analysis takes.
 *
 * @param rows - Long or wide rows as they arrived; rows with `factors` are wide.
 * @param options - The scale and the factors.
 * @param options.study - The study the ratings belong to.
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
 * const { accepted, rejected } = siftRatings(rows, { study });
 * accepted.length; // => 1
 * rejected[0]?.issues[0]?.message; // => "experience must lie on 0..10, got 11"
 * ```
 */
export function siftRatings(
  rows: Iterable<unknown>,
  { study }: { readonly study: Study },
): SiftedRows<Rating | WideRating> {
  requireStudy(study);
  const gathered = new Map<string, WideRating>();
  const accepted: (Rating | WideRating)[] = [];
  const rejected: RejectedRow[] = [];
  let index = 0;
  for (const row of rows) {
    const sifted = siftOne(row, study, gathered);
    accepted.push(...sifted.accepted);
    rejected.push(...sifted.rejected.map((rejection) => ({ ...rejection, index })));
    index += 1;
  }
  return { accepted, rejected };
}

function siftOne(
  row: unknown,
  study: Study,
  gathered: Map<string, WideRating>,
): SiftedRows<Rating | WideRating> {
  const check = (rating: Rating | WideRating): readonly RowIssue[] => {
    const issues = ratingIssues(rating, study);
    if (issues.length > 0) return issues;
    const message = joinIssue(gathered, rating);
    if (message !== undefined) return [{ path: "", message }];
    join(gathered, rating);
    return [];
  };
  const isWide = typeof row === "object" && row !== null && "factors" in row;
  return isWide
    ? siftRows(wideRatingSchema, [row], { check })
    : siftRows(ratingSchema, [row], { check });
}
