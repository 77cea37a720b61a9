import {
  assessSixKeys,
  SERVICE_KEYS,
  SERVICE_SENTENCES,
  SIX_KEYS_QUESTIONNAIRE,
} from "goodwill/service";
import type { KeyAnswers, ServiceKey, SixKeysAssessment } from "goodwill/service";
import { explain } from "goodwill/shared";
import { describe, expect, test } from "vitest";

/** Answers that depend on the key only. */
function rater(
  name: string,
  byKey: Partial<Record<ServiceKey, number>> = {},
  otherwise = 4,
): KeyAnswers {
  const answers = SIX_KEYS_QUESTIONNAIRE.map(({ id, key }) => [id, byKey[key] ?? otherwise]);
  return { rater: name, answers: Object.fromEntries(answers) as Record<string, number> };
}

function keyOf(assessment: SixKeysAssessment, key: ServiceKey): SixKeysAssessment["keys"][number] {
  return assessment.keys.find((one) => one.key === key)!;
}

describe("SRV-9: the six keys to excellent service", () => {
  test("SRV-9: six keys, each with statements of its own", () => {
    expect(SERVICE_KEYS).toHaveLength(6);
    expect(new Set(SIX_KEYS_QUESTIONNAIRE.map(({ key }) => key))).toEqual(new Set(SERVICE_KEYS));
    expect(new Set(SIX_KEYS_QUESTIONNAIRE.map(({ id }) => id)).size).toBe(18);
  });

  test("SRV-9: the weakest key first, ties in the order of the keys", () => {
    const { keys, score, raters } = assessSixKeys([
      rater("ann", { improvement: 1, leadership: 2 }),
      rater("bob", { improvement: 2, leadership: 2 }),
    ]);
    expect(keys.map(({ key }) => key)).toEqual([
      "improvement",
      "leadership",
      "customer-first",
      "staff-first",
      "system-support",
      "assessment",
    ]);
    expect(keys.map((one) => one.score)).toEqual([1.5, 2, 4, 4, 4, 4]);
    expect([score, raters]).toEqual([19.5 / 6, 2]);
  });

  test("SRV-9: agreement is 1 for equal answers, and 0 where answers are as far apart as can be", () => {
    const found = assessSixKeys([rater("ann", { leadership: 1 }), rater("bob", { leadership: 5 })]);
    expect(keyOf(found, "staff-first").agreement).toBe(1);
    expect(keyOf(found, "leadership").agreement).toBe(0);
    expect(found.reasons.map((reason) => explain(reason, SERVICE_SENTENCES))).toEqual([
      "Raters disagree on leadership: agreement 0, below 0.7.",
    ]);
    // One step apart: variance 0.5, of the 2 that answers at random have.
    const close = assessSixKeys([rater("ann", { leadership: 4 }), rater("bob", { leadership: 5 })]);
    expect([keyOf(close, "leadership").agreement, close.reasons]).toEqual([0.75, []]);
  });

  test("SRV-9: missing answers are named and left out, not read as 0", () => {
    const [first, second] = SIX_KEYS_QUESTIONNAIRE;
    const whole = rater("bob");
    const answers = Object.fromEntries(
      Object.entries(rater("ann").answers).filter(([id]) => id !== first!.id),
    );
    const found = assessSixKeys([
      whole,
      { rater: "ann", answers: { ...answers, [second!.id]: 1 } },
    ]);
    expect(found.missing).toEqual([{ rater: "ann", statement: first!.id }]);
    const key = keyOf(found, "customer-first");
    expect([key.score, key.missing, key.weakest]).toEqual([(4 + 2.5) / 2, 1, second!.id]);
    expect(found.reasons.at(-1)).toEqual({
      code: "scorecard-answers-missing",
      params: { missing: 1 },
    });
  });

  test("SRV-9: a key without answers has no score, comes last, and leaves the whole without", () => {
    const answers = Object.fromEntries(
      SIX_KEYS_QUESTIONNAIRE.filter(({ key }) => key !== "customer-first").map(({ id }) => [id, 5]),
    );
    const found = assessSixKeys([{ rater: "ann", answers }]);
    expect(found.keys.at(-1)).toEqual({ key: "customer-first", raters: 0, missing: 3 });
    expect(found.score).toBeUndefined();
    expect(found.reasons[0]).toEqual({ code: "scorecard-one-rater", params: { raters: 1 } });
    expect(assessSixKeys([]).keys.every((one) => one.score === undefined)).toBe(true);
  });

  test("SRV-9: the order of raters does not matter", () => {
    const rows = [rater("ann", { leadership: 1 }), rater("bob"), rater("eve", {}, 3)];
    expect(assessSixKeys([...rows].reverse())).toEqual(assessSixKeys(rows));
  });

  test("SRV-9: a questionnaire of the firm's own", () => {
    const questionnaire = SERVICE_KEYS.map((key) => ({ id: `our ${key}`, key, text: "?" }));
    const answers = Object.fromEntries(questionnaire.map(({ id }, i) => [id, 1 + (i % 5)]));
    const found = assessSixKeys([{ rater: "ann", answers }], { questionnaire });
    expect(found.keys.map((one) => one.score)).toEqual([1, 1, 2, 3, 4, 5]);
    expect(() => assessSixKeys([], { questionnaire: questionnaire.slice(1) })).toThrow(
      'each key must have a statement, got "customer-first"',
    );
  });

  test.each([
    [[rater("ann"), rater("ann")], 'each rater must stand once, got "ann"'],
    [[{ rater: "ann", answers: { "staff-valued": 6 } }], "must be whole, 1 to 5, got 6"],
    [[{ rater: "ann", answers: { "staff-valued": 0 } }], "must be whole, 1 to 5, got 0"],
    [[{ rater: "ann", answers: { "staff-valued": Number.NaN } }], "whole, 1 to 5, got NaN"],
    [[{ rater: "ann", answers: { mood: 3 } }], 'statements of the questionnaire, got "mood"'],
  ])("SRV-9: what is not valid is refused", (rows, message) => {
    expect(() => assessSixKeys(rows)).toThrow(message);
  });
});
