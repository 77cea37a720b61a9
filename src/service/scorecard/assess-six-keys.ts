import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { keyScore } from "./key-score.js";
import { SERVICE_KEYS } from "./six-keys.js";
import { SIX_KEYS_QUESTIONNAIRE } from "./six-keys-questionnaire.js";
import type { KeyAnswers, KeyStatement, MissingKeyAnswer, SixKeysAssessment } from "./six-keys.js";

/** The questionnaire, and from when on raters agree. */
export interface AssessSixKeysOptions {
  /** The statements; {@link SIX_KEYS_QUESTIONNAIRE} when absent. Each id once, at least one for each key. */
  readonly questionnaire?: readonly KeyStatement[];
  /** Below this agreement a key is one on which raters disagree; 0.7 when absent. 0 to 1. */
  readonly agreementFrom?: number;
}

/**
 * How does our service stand by the six keys, and which is the weakest (SRV-9)?
 *
 * Each rater's mean on a key counts the same, from the statements answered. Agreement is how much less raters differ
 * than if they answered at random. Missing answers are named and left out, never read as 0.
 *
 * @remarks Agreement: r_wg of James, Demaree and Wolf (1984, Journal of Applied Psychology 69:85), averaged over
 * the statements, below 0 taken as 0; that 0.7 is enough is custom.
 * @param answers - The answers by rater.
 * @param options - The questionnaire and the bound of agreement.
 * @returns The keys, the weakest first, ties in the order of the keys; missing answers; what to bear in mind.
 * @throws RangeError when a rater stands twice, an answer is not whole, 1 to 5, or on no statement, or the
 * questionnaire leaves a key out or has an id twice.
 * @example
 * ```ts
 * import { assessSixKeys, SIX_KEYS_QUESTIONNAIRE } from "goodwill/service";
 *
 * const answersOf = (weak: number) =>
 *   Object.fromEntries(SIX_KEYS_QUESTIONNAIRE.map(({ id, key }) => [id, key === "staff-first" ? weak : 4]));
 * const { keys, score } = assessSixKeys([
 *   { rater: "ann", answers: answersOf(2) },
 *   { rater: "bob", answers: answersOf(3) },
 * ]);
 * [keys[0]?.key, keys[0]?.score, score]; // => ["staff-first", 2.5, 3.75]
 * ```
 */
export function assessSixKeys(
  answers: readonly KeyAnswers[],
  options: AssessSixKeysOptions = {},
): SixKeysAssessment {
  const { questionnaire = SIX_KEYS_QUESTIONNAIRE, agreementFrom = 0.7 } = options;
  requireAnswers(answers, { questionnaire, agreementFrom });
  const keys = SERVICE_KEYS.map((key) =>
    keyScore(answers, { key, statements: questionnaire.filter((one) => one.key === key) }),
  );
  const scores = keys.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const missing = [...answers]
    .sort((a, b) => compareText(a.rater, b.rater))
    .flatMap(({ rater, answers: own }): readonly MissingKeyAnswer[] =>
      questionnaire
        .filter(({ id }) => !Object.hasOwn(own, id))
        .map(({ id }) => ({ rater, statement: id })),
    );
  const reasons: Reason[] = [];
  if (answers.length < 2) {
    reasons.push({ code: "scorecard-one-rater", params: { raters: answers.length } });
  }
  for (const { key, agreement } of keys) {
    if (agreement === undefined || agreement >= agreementFrom) continue;
    reasons.push({
      code: "scorecard-raters-disagree",
      params: { key, agreement, from: agreementFrom },
    });
  }
  if (missing.length > 0) {
    reasons.push({ code: "scorecard-answers-missing", params: { missing: missing.length } });
  }
  return {
    keys: keys.sort((a, b) => (a.score ?? 6) - (b.score ?? 6)),
    ...(scores.length === SERVICE_KEYS.length && {
      score: scores.reduce((sum, value) => sum + value, 0) / scores.length,
    }),
    raters: answers.length,
    missing,
    reasons,
  };
}

function requireAnswers(
  answers: readonly KeyAnswers[],
  { questionnaire, agreementFrom }: Required<AssessSixKeysOptions>,
): void {
  const broken = (rule: string, got: unknown): RangeError =>
    new RangeError(
      `Cannot assess the six keys: ${rule}, got ${typeof got === "number" ? String(got) : JSON.stringify(got)}`,
    );
  const ids = new Set(questionnaire.map(({ id }) => id));
  if (ids.size < questionnaire.length) {
    throw broken("each statement must stand once", questionnaire.length);
  }
  const without = SERVICE_KEYS.find((key) => questionnaire.every((one) => one.key !== key));
  if (without !== undefined) throw broken("each key must have a statement", without);
  if (!(agreementFrom >= 0 && agreementFrom <= 1)) {
    throw broken("agreementFrom must be from 0 to 1", agreementFrom);
  }
  const raters = new Set<string>();
  for (const { rater, answers: own } of answers) {
    if (raters.has(rater)) throw broken("each rater must stand once", rater);
    raters.add(rater);
    for (const [id, answer] of Object.entries(own)) {
      if (!ids.has(id)) throw broken("answers must be on statements of the questionnaire", id);
      if (Number.isInteger(answer) && answer >= 1 && answer <= 5) continue;
      throw broken(`the answer of ${rater} on ${id} must be whole, 1 to 5`, answer);
    }
  }
}
