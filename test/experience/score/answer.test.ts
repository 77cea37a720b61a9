import { describe, expect, it } from "vitest";
import { answerSchema, npsScore, scoresBy } from "goodwill/experience";
import type { Answer } from "goodwill/experience";
import { siftRows } from "goodwill/shared";

const answers: readonly Answer[] = [
  { respondent: "C1", question: "nps", score: 9, wave: "W2", segment: "low" },
  { respondent: "C1", question: "csat", score: 2, wave: "W2", segment: "low" },
  { respondent: "C2", question: "nps", wave: "W2", segment: "high" },
  { respondent: "C3", question: "nps", score: 3, wave: "W1" },
  { respondent: "C4", question: "nps", score: 10 },
  { respondent: "C1", question: "nps", score: 8, wave: "W2", segment: "low" },
];

describe("scoresBy", () => {
  it("gives the scores of the question by wave, in the order of the names, those without a wave last", () => {
    expect(scoresBy(answers, { question: "nps", by: "wave" })).toEqual([
      { group: "W1", scores: [3] },
      { group: "W2", scores: [9, undefined, 8] },
      { scores: [10] },
    ]);
  });

  it("groups by segment, keeps a question not answered as missing, and takes any iterable", () => {
    const groups = scoresBy(new Set(answers), { question: "nps", by: "segment" });
    expect(groups).toEqual([
      { group: "high", scores: [undefined] },
      { group: "low", scores: [9, 8] },
      { scores: [3, 10] },
    ]);
    expect(groups.map(({ scores }) => npsScore(scores)?.nps)).toEqual([undefined, 50, 0]);
  });

  it("gives nothing when nobody was asked the question", () => {
    expect(scoresBy(answers, { question: "ces", by: "wave" })).toEqual([]);
  });

  it("keeps a wave called like a property of every object", () => {
    const odd = [{ respondent: "C1", question: "nps", score: 1, wave: "__proto__" }];
    expect(scoresBy(odd, { question: "nps", by: "wave" })).toEqual([
      { group: "__proto__", scores: [1] },
    ]);
  });
});

describe("answerSchema", () => {
  it("accepts what an Answer is and hands the rest back with its path", () => {
    const bad = [
      { respondent: "C1", question: "nps", score: Number.NaN },
      { respondent: "", question: "nps", score: 1 },
      { respondent: "C1", score: 1 },
      { respondent: "C1", question: "nps", score: 1, at: "yesterday" },
      { respondent: "C1", question: "nps", score: "9" },
      { respondent: "C1", question: "nps", score: 9, wawe: "W1" },
    ];
    const { accepted, rejected } = siftRows(answerSchema, [...answers, ...bad]);
    expect(accepted).toHaveLength(answers.length);
    expect(rejected).toHaveLength(bad.length);
  });
});
