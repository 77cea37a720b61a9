import {
  CUSTOMER_QUESTIONS,
  DEFAULT_PROFILE_POLICY,
  PROFILE_ITEMS,
  profileQuality,
  profileQualityCombine,
  type Profile,
  type ProfileBaseAccumulator,
} from "goodwill/customer";
import { aggregate, instant, wilsonInterval, type Aggregation } from "goodwill/shared";
import { describe, expect, it } from "vitest";
import { expectMergeLaws } from "../../laws/merge-laws.js";
import { AS_OF, organisation, person, tea } from "../record/samples.js";
import { fact, profiles } from "./samples.js";

describe("the quality of a base", () => {
  it("CUS-4: says how many profiles answer each question, with Wilson's interval", () => {
    const rows = [
      { customer: person(), facts: [fact("price-limit"), fact("wants")] },
      { customer: person(), facts: [fact("price-limit", { days: 181 })] },
      { customer: organisation() },
      { customer: person(), facts: [fact("price-limit")] },
    ];
    const { n, questions } = aggregate(rows, profileQualityCombine({ asOf: AS_OF }));
    expect(n).toBe(4);
    expect(questions.map(({ question }) => question)).toEqual(
      CUSTOMER_QUESTIONS.map(({ id }) => id),
    );
    expect(questions[1]).toEqual({
      question: "willingness-to-pay",
      answered: 2,
      partly: 0,
      open: 2,
      answeredShare: 0.5,
      interval: wilsonInterval({ count: 2, n: 4 }),
    });
    expect(questions[6]).toMatchObject({ answered: 0, partly: 1, open: 3, answeredShare: 0 });
  });

  it("CUS-3: means of the scores and states of the items are those of the single profiles", () => {
    const rows = [
      { customer: person(), facts: [fact("wants", { invalid: "x" })] },
      { customer: organisation(), facts: [fact("wants", { days: 200 })] },
    ];
    const { score, kinds, items } = aggregate(rows, profileQualityCombine({ asOf: AS_OF }));
    const single = rows.map((row) => profileQuality(row, { asOf: AS_OF }));
    expect(score.n).toBe(2);
    expect(score.mean).toBeCloseTo((single[0]!.score! + single[1]!.score!) / 2, 14);
    expect(kinds.map(({ kind }) => kind)).toEqual(["basic", "behaviour", "outcome", "feedback"]);
    expect(kinds[3]?.mean).toBeCloseTo(
      (single[0]!.kinds[3]!.score + single[1]!.kinds[3]!.score) / 2,
      14,
    );
    expect(items.map(({ item }) => item)).toEqual(PROFILE_ITEMS.map(({ id }) => id));
    const statesOf = (id: string): unknown => items.find(({ item }) => item === id)?.states;
    expect(statesOf("wants")).toEqual({ fresh: 0, stale: 1, undated: 0, invalid: 1, missing: 0 });
    expect(statesOf("birthday")).toEqual({
      fresh: 0,
      stale: 0,
      undated: 0,
      invalid: 0,
      missing: 1,
    });
    expect(statesOf("name")).toEqual({ fresh: 2, stale: 0, undated: 0, invalid: 0, missing: 0 });
  });

  it("says nothing of no profiles", () => {
    const { n, score, questions } = aggregate([], profileQualityCombine({ asOf: AS_OF }));
    expect([n, score]).toEqual([0, { n: 0 }]);
    expect(questions[0]).toEqual({ question: "who", answered: 0, partly: 0, open: 0 });
  });

  it("merges in any order and any split, and refuses strangers", () => {
    const combine = profileQualityCombine({ asOf: AS_OF });
    const policy = { ...DEFAULT_PROFILE_POLICY, undatedShare: 0.4 };
    const strangers = [
      { ...combine.createAccumulator(), version: 2 },
      profileQualityCombine({ asOf: instant("2026-02-14T00:00:00Z") }).createAccumulator(),
      profileQualityCombine({ asOf: AS_OF, policy }).createAccumulator(),
    ];
    // Counts agree exactly; means of scores added up in another order to the last digits.
    const counts: Aggregation<Profile, ProfileBaseAccumulator, unknown> = {
      ...combine,
      extractOutput: (sums) => {
        const { n, questions, items } = combine.extractOutput(sums);
        return { n, questions, items };
      },
    };
    const means: Aggregation<Profile, ProfileBaseAccumulator, unknown> = {
      ...combine,
      extractOutput: (sums) => {
        const { score, kinds } = combine.extractOutput(sums);
        return [score, ...kinds].map(({ n, mean, variance }) => [n, mean ?? 0, variance ?? 0]);
      },
    };
    expectMergeLaws(counts, profiles, { maxRows: 4, strangers });
    expectMergeLaws(means, profiles, { maxRows: 4, tolerance: 1e-12 });
  });

  it("the configuration does not depend on the order in which the policy was written", () => {
    const { items, kindWeights, ...rest } = DEFAULT_PROFILE_POLICY;
    const { basic, ...others } = kindWeights;
    const policy = { ...rest, kindWeights: { ...others, basic }, items };
    expect(profileQualityCombine({ asOf: AS_OF, policy }).createAccumulator()).toEqual(
      profileQualityCombine({ asOf: AS_OF }).createAccumulator(),
    );
  });

  it("a level, a policy or a profile that cannot be computed with is refused", () => {
    expect(() => profileQualityCombine({ asOf: AS_OF, level: 1 })).toThrow(RangeError);
    const policy = { ...DEFAULT_PROFILE_POLICY, items: [] };
    expect(() => profileQualityCombine({ asOf: AS_OF, policy })).toThrow(RangeError);
    const foreign = { customer: person(), purchases: [tea({ id: "A", customer: "C-18" })] };
    expect(() => aggregate([foreign], profileQualityCombine({ asOf: AS_OF }))).toThrow(RangeError);
  });
});
