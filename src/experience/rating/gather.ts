import { ratingIssues } from "./issue.js";
import type { Rating, Study, WideRating } from "./rating.js";

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
  const gathered = new Map<string, WideRating>();
  let index = 0;
  for (const row of rows) {
    const message = ratingIssues(row, study)[0]?.message ?? joinIssue(gathered, row);
    if (message !== undefined) {
      throw new RangeError(
        `Cannot ${action}: row ${String(index)}: ${message}; siftRatings hands back such rows`,
      );
    }
    join(gathered, row);
    index += 1;
  }
  return [...gathered.values()];
}

/** Refuses respondents who answered in several waves: one person is not two. @internal */
export function requireOneWaveEach(rows: readonly WideRating[], action: string): void {
  const seen = new Map<string, WideRating>();
  for (const row of rows) {
    const other = seen.get(row.respondent);
    if (other !== undefined) {
      const waves = [other.wave ?? "none", row.wave ?? "none"].join(" and ");
      throw new RangeError(
        `Cannot ${action}: respondent ${row.respondent} answered in several waves (${waves}); take one wave at a time`,
      );
    }
    seen.set(row.respondent, row);
  }
}

/** Why a row cannot join what its respondent has already said in that wave; `undefined` when it can. @internal */
export function joinIssue(
  gathered: ReadonlyMap<string, WideRating>,
  row: Rating | WideRating,
): string | undefined {
  const known = gathered.get(respondentKey(row));
  if (known === undefined) return undefined;
  const repeated = factorsOf(row).find((factor) => Object.hasOwn(known.factors, factor));
  if (repeated !== undefined) {
    const wave = row.wave === undefined ? "" : ` in wave ${row.wave}`;
    return `respondent ${row.respondent} answered on ${repeated} twice${wave}`;
  }
  for (const about of ["segment", "weight"] as const) {
    const [first, second] = [known[about], row[about]];
    if (first !== undefined && second !== undefined && first !== second) {
      return `respondent ${row.respondent} has two ${about}s, ${String(first)} and ${String(second)}`;
    }
  }
  return undefined;
}

/** Adds a row that can join to what its respondent has said in that wave. @internal */
export function join(gathered: Map<string, WideRating>, row: Rating | WideRating): void {
  const key = respondentKey(row);
  const wide = wideOf(row);
  const known = gathered.get(key);
  gathered.set(
    key,
    known === undefined
      ? wide
      : { ...known, ...wide, factors: { ...known.factors, ...wide.factors } },
  );
}

/** The factors a row answers on. @internal */
export function factorsOf(row: Rating | WideRating): readonly string[] {
  return "factors" in row ? Object.keys(row.factors) : [row.factor];
}

/** Whose answers in which wave a row holds, as one key. */
function respondentKey(row: Rating | WideRating): string {
  return JSON.stringify([row.respondent, row.wave ?? ""]);
}

function wideOf(row: Rating | WideRating): WideRating {
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
