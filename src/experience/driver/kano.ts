/**
 * How a customer would feel: "I like it", "it must be so", "I do not care", "I can live with it", "I dislike it".
 */
export type KanoAnswer = "like" | "must-be" | "neutral" | "live-with" | "dislike";

/**
 * What a feature does to satisfaction: `attractive` delights when there and is not missed; `one-dimensional`
 * satisfies when there and dissatisfies when not; `must-be` goes without saying and dissatisfies when not there;
 * `indifferent` does neither; `reverse` is not wanted; `questionable` contradicts itself.
 */
export type KanoCategory =
  "attractive" | "one-dimensional" | "must-be" | "indifferent" | "reverse" | "questionable";

/** One respondent's pair of answers on one feature. */
export interface KanoPair {
  /** How would you feel if the feature were there; absent when not answered. */
  readonly functional?: KanoAnswer;
  /** How would you feel if it were not; absent when not answered. */
  readonly dysfunctional?: KanoAnswer;
}

/** How many respondents put a feature into each category. */
export type KanoCounts = Readonly<Record<KanoCategory, number>>;

/** When two categories differ enough. */
export interface KanoPolicy {
  /** Standard errors by which the two most frequent categories must differ in the test of Fong, at least 0. */
  readonly fongStandardErrors: number;
}

/**
 * The 90 percent of the literature.
 *
 * @remarks Fong (1996, Center for Quality of Management Journal 5:21).
 */
export const DEFAULT_KANO_POLICY: KanoPolicy = { fongStandardErrors: 1.65 };

/** How to summarize a Kano study. */
export interface KanoOptions {
  /** When two categories differ enough; {@link DEFAULT_KANO_POLICY} when absent. */
  readonly policy?: KanoPolicy;
}

/** Whether the most frequent category stands out from the next. */
export interface FongTest {
  /** The most frequent category. */
  readonly first: KanoCategory;
  /** The next. */
  readonly second: KanoCategory;
  /** How many more chose the first. */
  readonly difference: number;
  /** From this difference on the two differ beyond chance. */
  readonly bound: number;
  /** Whether the difference reaches the bound; if not, read the feature as a mixture of both. */
  readonly significant: boolean;
}

/** What a feature does to the satisfaction of the customers asked. */
export interface KanoSummary {
  /** How many answered both questions. */
  readonly n: number;
  /** How many left one or both unanswered. */
  readonly missing: number;
  /** How many put it into each category. */
  readonly counts: KanoCounts;
  /**
   * The most frequent category; among equals must-be goes before one-dimensional, attractive, indifferent, reverse,
   * questionable.
   */
  readonly category: KanoCategory;
  /** Share whom the feature would satisfy, (A + O) / (A + O + M + I), 0 to 1; absent when nobody is in these four. */
  readonly better?: number;
  /**
   * Share whom its absence would dissatisfy, with a minus: -(O + M) / (A + O + M + I), -1 to 0; absent when nobody
   * is in these four.
   */
  readonly worse?: number;
  /** Share of the most frequent category minus share of the next. */
  readonly categoryStrengthShare: number;
  /** Share of those to whom the feature matters: (A + O + M) / n. */
  readonly totalStrengthShare: number;
  /** Whether the category stands out. */
  readonly fong: FongTest;
}

const ANSWERS: readonly KanoAnswer[] = ["like", "must-be", "neutral", "live-with", "dislike"];

/** Also the order among equals: M > O > A > I is the field's rule, the most serious first. */
const CATEGORIES: readonly KanoCategory[] = [
  "must-be",
  "one-dimensional",
  "attractive",
  "indifferent",
  "reverse",
  "questionable",
];

/**
 * What one respondent's two answers say about a feature.
 *
 * @remarks The evaluation table of Kano, Seraku, Takahashi and Tsuji (1984, Journal of the Japanese Society for
 * Quality Control 14:39), as printed by Berger et al. (1993, Center for Quality of Management Journal 2(4):3).
 * @param functional - How would you feel if the feature were there.
 * @param dysfunctional - How would you feel if it were not.
 * @returns The category.
 * @throws RangeError when an answer is none of the five.
 * @example
 * ```ts
 * import { kanoCategory } from "goodwill/experience";
 *
 * kanoCategory("like", "neutral"); // => "attractive"
 * kanoCategory("neutral", "dislike"); // => "must-be"
 * ```
 */
export function kanoCategory(functional: KanoAnswer, dysfunctional: KanoAnswer): KanoCategory {
  for (const answer of [functional, dysfunctional]) {
    if (!ANSWERS.includes(answer)) {
      throw new RangeError(
        `Cannot read a Kano pair: an answer must be one of ${ANSWERS.join(", ")}, got ${answer}`,
      );
    }
  }
  const likesIt = functional === "like";
  const dislikesItsLack = dysfunctional === "dislike";
  if (functional === dysfunctional && (likesIt || dislikesItsLack)) return "questionable";
  if (functional === "dislike" || dysfunctional === "like") return "reverse";
  if (likesIt) return dislikesItsLack ? "one-dimensional" : "attractive";
  return dislikesItsLack ? "must-be" : "indifferent";
}

/**
 * What a feature does to the satisfaction of all who were asked: its category, how clear that is, and how much it
 * gives and takes.
 *
 * @remarks Coefficients and the order among equals: Berger et al. (1993, Center for Quality of Management Journal
 * 2(4):3). Strengths: Lee and Newcomb (1997, Quality Management Journal 4(3):95). Fong's test: bound = 1.65 sqrt((a
 * + b)(2n - a - b) / 2n).
 * @param answers - The pairs of answers, one a respondent, or the counts by category.
 * @param options - When two categories differ enough.
 * @returns The summary; `undefined` when nobody answered both questions.
 * @throws RangeError when an answer is none of the five, a count is not a whole number of at least 0, or the policy's
 * number is not at least 0.
 * @example
 * ```ts
 * import { kanoSummary } from "goodwill/experience";
 *
 * const clickAndCollect = kanoSummary({
 *   attractive: 40,
 *   "one-dimensional": 30,
 *   "must-be": 20,
 *   indifferent: 8,
 *   reverse: 1,
 *   questionable: 1,
 * });
 * clickAndCollect?.category; // => "attractive"
 * [clickAndCollect?.better?.toFixed(2), clickAndCollect?.worse?.toFixed(2)]; // => ["0.71", "-0.51"]
 * clickAndCollect?.fong.significant; // => false
 * ```
 */
export function kanoSummary(
  answers: readonly KanoPair[] | KanoCounts,
  { policy = DEFAULT_KANO_POLICY }: KanoOptions = {},
): KanoSummary | undefined {
  const { fongStandardErrors } = policy;
  if (!(Number.isFinite(fongStandardErrors) && fongStandardErrors >= 0)) {
    throw new RangeError(
      `Cannot summarize a Kano study: fongStandardErrors must be a number of at least 0, got ${String(fongStandardErrors)}`,
    );
  }
  const { counts, missing } = isPairs(answers)
    ? countPairs(answers)
    : { counts: requireCounts(answers), missing: 0 };
  const n = CATEGORIES.reduce((sum, category) => sum + counts[category], 0);
  if (n === 0) return undefined;
  // Sorting keeps the order of equals.
  const [first, second] = CATEGORIES.toSorted((a, b) => counts[b] - counts[a]) as [
    KanoCategory,
    KanoCategory,
  ];
  const a = counts[first];
  const b = counts[second];
  const bound = fongStandardErrors * Math.sqrt(((a + b) * (2 * n - a - b)) / (2 * n));
  const { attractive, "one-dimensional": oneDimensional, "must-be": mustBe, indifferent } = counts;
  const judged = attractive + oneDimensional + mustBe + indifferent;
  return {
    n,
    missing,
    counts,
    category: first,
    ...(judged > 0 && {
      better: (attractive + oneDimensional) / judged,
      worse: (0 - oneDimensional - mustBe) / judged,
    }),
    categoryStrengthShare: (a - b) / n,
    totalStrengthShare: (attractive + oneDimensional + mustBe) / n,
    fong: { first, second, difference: a - b, bound, significant: a - b >= bound && a > b },
  };
}

function isPairs(answers: readonly KanoPair[] | KanoCounts): answers is readonly KanoPair[] {
  return Array.isArray(answers);
}

function countPairs(pairs: readonly KanoPair[]): {
  readonly counts: KanoCounts;
  readonly missing: number;
} {
  const counts = noCounts();
  let missing = 0;
  for (const { functional, dysfunctional } of pairs) {
    if (functional === undefined || dysfunctional === undefined) missing += 1;
    else counts[kanoCategory(functional, dysfunctional)] += 1;
  }
  return { counts, missing };
}

function requireCounts(given: KanoCounts): KanoCounts {
  const counts = noCounts();
  for (const category of CATEGORIES) {
    const count = given[category];
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(
        `Cannot summarize a Kano study: ${category} must be a whole number of at least 0, got ${String(count)}`,
      );
    }
    counts[category] = count;
  }
  return counts;
}

function noCounts(): Record<KanoCategory, number> {
  return {
    attractive: 0,
    "one-dimensional": 0,
    "must-be": 0,
    indifferent: 0,
    reverse: 0,
    questionable: 0,
  };
}
