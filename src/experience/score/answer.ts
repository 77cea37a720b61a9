import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** One respondent's answer to one question of a survey, such as the recommendation question of an NPS. */
export interface Answer {
  /** Who answered: an id chosen by the host. */
  readonly respondent: string;
  /** Which question was answered, such as `nps`, `csat` or `ces`. */
  readonly question: string;
  /** The score on the question's scale; absent when the question was put and not answered, never 0. */
  readonly score?: number;
  /** The wave of the survey, such as `2025H1`. */
  readonly wave?: string;
  /** The segment the respondent belongs to. */
  readonly segment?: string;
  /** When the answer was given. */
  readonly at?: Instant | PlainDate;
}

/**
 * Scores in the order of the answers: an array or a typed array. A missing answer is an `undefined` entry.
 */
export type ScoreList = ArrayLike<number | undefined>;

/** Which answers are looked at, and how they are grouped. */
export interface ScoreGrouping {
  /** The question; answers to other questions are passed over. */
  readonly question: string;
  /** One group a wave, or one a segment. */
  readonly by: "wave" | "segment";
}

/** The scores of one wave or segment. */
export interface ScoreGroup {
  /** Name of the wave or segment; absent for the answers that name none. */
  readonly group?: string;
  /** The scores in the order of the answers; `undefined` where the question was not answered. */
  readonly scores: readonly (number | undefined)[];
}

/**
 * The scores of one question, wave by wave or segment by segment, ready for `npsScore`, `csatScore` or `cesScore`.
 *
 * Every answer counts, so that a respondent asked after each contact may appear more than once. Groups come in the
 * order of their names (plain comparison of the text, so `2024H2` goes before `2025H1`), those without a name last.
 *
 * @param answers - The answers, in any order.
 * @param grouping - The question, and by what to group.
 * @returns One entry a group; none when nobody was asked the question.
 * @example
 * ```ts
 * import { npsScore, scoresBy } from "goodwill/experience";
 *
 * const answers = [
 *   { respondent: "C1", question: "nps", score: 9, wave: "2025H2" },
 *   { respondent: "C1", question: "nps", score: 6, wave: "2025H1" },
 *   { respondent: "C2", question: "nps", score: 8, wave: "2025H2" },
 *   { respondent: "C2", question: "csat", score: 4, wave: "2025H2" },
 * ];
 * const waves = scoresBy(answers, { question: "nps", by: "wave" });
 * waves.map(({ group, scores }) => [group, npsScore(scores)?.nps]); // => [["2025H1", -100], ["2025H2", 50]]
 * ```
 */
export function scoresBy(
  answers: Iterable<Answer>,
  { question, by }: ScoreGrouping,
): readonly ScoreGroup[] {
  const named = new Map<string, (number | undefined)[]>();
  const unnamed: (number | undefined)[] = [];
  for (const answer of answers) {
    if (answer.question !== question) continue;
    const group = answer[by];
    if (group === undefined) unnamed.push(answer.score);
    else if (named.has(group)) named.get(group)!.push(answer.score);
    else named.set(group, [answer.score]);
  }
  const groups = [...named].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...groups.map(([group, scores]) => ({ group, scores })),
    ...(unnamed.length > 0 ? [{ scores: unnamed }] : []),
  ];
}
