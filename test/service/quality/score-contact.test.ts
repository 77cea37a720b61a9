import {
  agentQuality,
  DEFAULT_QUALITY_FORM,
  scoreContact,
  SERVICE_SENTENCES,
} from "goodwill/service";
import type { ContactScore, QualityEvaluation, QualityForm } from "goodwill/service";
import { explain, wilsonInterval } from "goodwill/shared";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const FORM: QualityForm = {
  id: "f-1",
  passShare: 0.8,
  criteria: [
    { id: "polite", text: "Is polite.", weight: 1, points: 1 },
    { id: "right", text: "Is right.", weight: 3, points: 4 },
    { id: "private", text: "Keeps it private.", weight: 1, points: 1, critical: true },
  ],
};

function scored(answers: QualityEvaluation["answers"], form = FORM): ContactScore {
  return scoreContact({ contact: "k-1", agent: "eve", answers }, form);
}

function judged(passed: number, failed: number, agent = "eve"): readonly ContactScore[] {
  return Array.from({ length: passed + failed }, (_, i) => ({
    contact: `k-${String(i)}`,
    agent,
    passed: i < passed,
    criticalFailures: [],
    missing: [],
  }));
}

describe("SRV-6: scores of sampled contacts", () => {
  test("SRV-6: the weighted share of the points", () => {
    const score = scored({ polite: 1, right: 3, private: 1 });
    expect(score.score).toBeCloseTo((1 + 3 * 0.75 + 1) / 5, 12);
    expect(score.passed).toBe(true);
    expect(scored({ polite: 1, right: 2, private: 1 }).passed).toBe(false);
  });

  test("SRV-6: a score of exactly the bound passes, whatever the weights", () => {
    const tenths = Array.from({ length: 10 }, (_, i) => ({
      id: `q-${String(i)}`,
      text: "?",
      weight: 0.1,
      points: 1,
    }));
    const answers = Object.fromEntries(tenths.map(({ id }, i) => [id, i < 8 ? 1 : 0]));
    expect(scored(answers, { ...FORM, criteria: tenths }).passed).toBe(true);
  });

  test("SRV-6: what does not apply is left out; what is missing is named and not guessed", () => {
    expect(scored({ polite: "not-applicable", right: 4, private: 1 }).score).toBe(1);
    expect(scored({ polite: 0, right: 4 })).toEqual({
      contact: "k-1",
      agent: "eve",
      criticalFailures: [],
      missing: ["private"],
    });
    const nothing = scored({
      polite: "not-applicable",
      right: "not-applicable",
      private: "not-applicable",
    });
    expect([nothing.score, nothing.passed, nothing.missing]).toEqual([undefined, undefined, []]);
  });

  test("SRV-6: a critical failure fails the contact, whatever it scores and whatever is missing", () => {
    const failed = scored({ polite: 1, right: 4, private: 0 });
    expect([failed.score, failed.passed, failed.criticalFailures]).toEqual([
      0.8,
      false,
      ["private"],
    ]);
    expect(scored({ private: 0 })).toMatchObject({ passed: false, missing: ["polite", "right"] });
    expect(scored({ polite: 1, right: 4, private: "not-applicable" }).passed).toBe(true);
  });

  test("SRV-6: the parts of the trace add up to the score", () => {
    const points = fc.record({
      polite: fc.integer({ min: 0, max: 1 }),
      right: fc.integer({ min: 0, max: 4 }),
      private: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(points, (answers) => {
        const { score, trace } = scored(answers);
        const sum = (trace?.parts ?? []).reduce((total, { value }) => total + value, 0);
        expect(sum).toBeCloseTo(score!, 12);
        expect(score).toBeLessThanOrEqual(1);
        expect(explain(trace!, SERVICE_SENTENCES)).not.toContain("{");
      }),
      { numRuns: 20 },
    );
  });

  test("SRV-6: full marks on the default form are 1", () => {
    const full = DEFAULT_QUALITY_FORM.criteria.map(({ id, points }) => [id, points] as const);
    expect(scored(Object.fromEntries(full), DEFAULT_QUALITY_FORM)).toMatchObject({
      score: 1,
      passed: true,
    });
  });

  test.each([
    [{ polite: 2 }, FORM, "the answer on polite must be points from 0 to 1, got 2"],
    [{ kind: 1 }, FORM, 'answers must be on criteria of the form, got "kind"'],
    [{}, { ...FORM, criteria: [] }, "form.criteria must not be empty"],
    [{}, { ...FORM, passShare: 80 }, "form.passShare must be a share from 0 to 1, got 80"],
    [{}, { ...FORM, criteria: [...FORM.criteria, FORM.criteria[0]!] }, "must stand once"],
  ])("SRV-6: answers %j on a form are refused", (answers, form, message) => {
    expect(() => scored(answers, form)).toThrow(message);
  });
});

describe("SRV-6: how much five contacts say", () => {
  test("SRV-6: 4 of 5 is 0.38 to 0.96: for coaching, not for ranking", () => {
    const [eve] = agentQuality(judged(4, 1));
    expect(eve?.interval?.lower.toFixed(2)).toBe("0.38");
    expect(eve?.interval?.upper.toFixed(2)).toBe("0.96");
    expect(eve?.reasons.map((reason) => explain(reason, SERVICE_SENTENCES))).toEqual([
      "5 contacts of eve were judged, fewer than 30: for coaching, not for ranking.",
    ]);
  });

  test("SRV-6: the warning ends at the bound", () => {
    expect(agentQuality(judged(20, 10))[0]?.reasons).toEqual([]);
    expect(agentQuality(judged(20, 9))[0]?.reasons).toHaveLength(1);
    expect(agentQuality(judged(4, 1), { coachingBelow: 5 })[0]?.reasons).toEqual([]);
    expect(() => agentQuality([], { coachingBelow: 0 })).toThrow("coachingBelow must be");
  });

  test("SRV-6: unfinished contacts are counted and count for nothing", () => {
    const scores = [
      scored({ polite: 1, right: 4, private: 1 }),
      scored({ polite: 1, right: 0, private: 0 }),
      scored({ polite: 1 }),
    ];
    const [eve] = agentQuality([...scores, ...judged(1, 0, "ann")]).slice(1);
    expect(eve).toMatchObject({
      agent: "eve",
      n: 2,
      passed: 1,
      incomplete: 1,
      criticalFailures: 1,
    });
    expect(eve?.meanScore).toBeCloseTo(0.6, 12);
    expect(eve?.interval).toEqual(wilsonInterval({ count: 1, n: 2 }));
  });

  test("SRV-6: nothing judged has no share", () => {
    const [eve] = agentQuality([scored({})]);
    expect([eve?.n, eve?.passShare, eve?.interval, eve?.meanScore]).toEqual([
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
