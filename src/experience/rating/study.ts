import type { Rating, Study, WideRating } from "./rating.js";
import { requireScale } from "./scale.js";
import { ratingIssues } from "./issue.js";

/**
 * Checks a study: its scale, and that its factors are named and differ.
 *
 * @param study - The study.
 * @returns The study.
 * @throws RangeError when the scale is not valid, there are no factors, or a factor is empty or named twice.
 * @example
 * ```ts
 * import { requireStudy } from "goodwill/experience";
 *
 * requireStudy({ scale: { min: 0, max: 10 }, factors: ["price", "service"] }).factors.length; // => 2
 * ```
 */
export function requireStudy(study: Study): Study {
  requireScale(study.scale);
  if (study.factors.length === 0) throw new RangeError("A study needs at least one factor");
  const twice = study.factors.find(
    (factor, index) => factor === "" || study.factors.indexOf(factor) !== index,
  );
  if (twice !== undefined)
    throw new RangeError(
      `A study's factors must be named and differ, got "${twice}" twice or empty`,
    );
  return study;
}

/**
 * Gathers ratings into one wide row a respondent and wave, refusing what does not belong in the study.
 *
 * Long rows of a respondent are put together; wide rows pass. A factor without a row stays absent.
 *
 * @internal
 */
export function gatherRatings(
  rows: Iterable<Rating | WideRating>,
  study: Study,
  action: string,
): WideRating[] {
  const gathered = new Map<string, WideRating & { factors: Record<string, object> }>();
  let index = 0;
  for (const row of rows) {
    const [issue] = ratingIssues(row, study);
    if (issue !== undefined) refuseRow(action, index, issue.message);
    const key = respondentKey(row);
    const known = gathered.get(key);
    const { factors, ...respondent } = wideOf(row);
    if (known === undefined) {
      gathered.set(key, { ...respondent, factors: { ...factors } });
    } else {
      for (const [factor, answers] of Object.entries(factors)) {
        if (Object.hasOwn(known.factors, factor))
          refuseRow(action, index, duplicateMessage(row, factor));
        known.factors[factor] = answers;
      }
      if (known.segment !== respondent.segment || known.weight !== respondent.weight) {
        refuseRow(action, index, `respondent ${row.respondent} has two segments or two weights`);
      }
    }
    index += 1;
  }
  return [...gathered.values()];
}

/** Whose answers in which wave a row holds, as one key. @internal */
export function respondentKey(row: Rating | WideRating): string {
  return JSON.stringify([row.respondent, row.wave ?? ""]);
}

/** Why a second answer to the same question is not taken. @internal */
export function duplicateMessage(row: Rating | WideRating, factor: string): string {
  const wave = row.wave === undefined ? "" : ` in wave ${row.wave}`;
  return `respondent ${row.respondent} answered on ${factor} twice${wave}`;
}

/** A rating as a wide row. @internal */
export function wideOf(row: Rating | WideRating): WideRating {
  if ("factors" in row) return row;
  const { factor, importance, expectation, experience, ideal, ...respondent } = row;
  const answers = {
    ...(importance !== undefined && { importance }),
    ...(expectation !== undefined && { expectation }),
    ...(experience !== undefined && { experience }),
    ...(ideal !== undefined && { ideal }),
  };
  return { ...respondent, factors: { [factor]: answers } };
}

function refuseRow(action: string, index: number, message: string): never {
  throw new RangeError(
    `Cannot ${action}: row ${String(index)}: ${message}; siftRatings hands back such rows`,
  );
}
