import { describe, expect, it } from "vitest";
import {
  campaignCountsSchema,
  campaignResponse,
  DEFAULT_RESPONSE_POLICY,
  EXPERIENCE_SENTENCES,
} from "goodwill/experience";
import { explain, wilsonInterval } from "goodwill/shared";

describe("campaignResponse", () => {
  it.each([
    [2000, 10, "below-norm"],
    [20_000, 500, "within-norm"],
    [2000, 90, "above-norm"],
    [100, 4, "undecided"],
    [1000, 25, "undecided"],
    [10, 0, "undecided"],
  ] as const)("EXP-11: of %i contacted %i responded: %s", (contacted, responded, verdict) => {
    const response = campaignResponse({ contacted, responded })!;
    expect(response).toMatchObject({
      contacted,
      responded,
      responseShare: responded / contacted,
      verdict,
    });
    expect(response.interval).toEqual(wilsonInterval({ count: responded, n: contacted }));
    expect(response.reasons.map(({ code }) => code)).toEqual([`response-${verdict}`]);
    expect(explain(response.reasons[0]!, EXPERIENCE_SENTENCES)).toContain(
      `${responded} of ${contacted} responded`,
    );
  });

  it("EXP-11: an end of the interval on an end of the norm is within it", () => {
    const { lower, upper } = wilsonInterval({ count: 25, n: 1000 });
    const judge = (normFromShare: number, normToShare: number) =>
      campaignResponse(
        { contacted: 1000, responded: 25 },
        { policy: { normFromShare, normToShare, level: 0.95 } },
      )?.verdict;
    expect(judge(lower, upper)).toBe("within-norm");
    expect(judge(lower, upper - 1e-9)).toBe("undecided");
    expect(judge(upper, 1)).toBe("undecided");
    expect(judge(upper + 1e-9, 1)).toBe("below-norm");
    expect(judge(0, lower)).toBe("undecided");
    expect(judge(0, lower - 1e-9)).toBe("above-norm");
  });

  it("the level decides how much it takes", () => {
    const counts = { contacted: 400, responded: 18 };
    const judge = (level: number) =>
      campaignResponse(counts, { policy: { ...DEFAULT_RESPONSE_POLICY, level } })?.verdict;
    expect(judge(0.8)).toBe("above-norm");
    expect(judge(0.99)).toBe("undecided");
  });

  it("is undefined when nobody was contacted", () => {
    expect(campaignResponse({ contacted: 0, responded: 0 })).toBeUndefined();
  });

  it("refuses counts that cannot be and a norm that is no range", () => {
    expect(() => campaignResponse({ contacted: 5, responded: 6 })).toThrow(
      "6 responded of 5 contacted",
    );
    expect(() => campaignResponse({ contacted: 0, responded: 1 })).toThrow(RangeError);
    expect(() => campaignResponse({ contacted: 5.5, responded: 1 })).toThrow(
      "contacted must be a whole number",
    );
    expect(() => campaignResponse({ contacted: 5, responded: -1 })).toThrow(
      "responded must be a whole number",
    );
    const counts = { contacted: 5, responded: 1 };
    expect(() =>
      campaignResponse(counts, { policy: { normFromShare: 0.3, normToShare: 0.2, level: 0.95 } }),
    ).toThrow("norm");
    expect(() =>
      campaignResponse(counts, { policy: { normFromShare: 0.3, normToShare: 2, level: 0.95 } }),
    ).toThrow("norm");
  });

  it("refuses a policy that is none, also where nobody was contacted", () => {
    const none = { contacted: 0, responded: 0 };
    for (const normFromShare of [null, "0.01", Number.NaN] as number[]) {
      expect(() =>
        campaignResponse(none, { policy: { ...DEFAULT_RESPONSE_POLICY, normFromShare } }),
      ).toThrow(
        `Cannot judge a response: the norm must be a range of shares, got ${normFromShare} to 0.03`,
      );
    }
    expect(() =>
      campaignResponse(none, { policy: { ...DEFAULT_RESPONSE_POLICY, level: 95 } }),
    ).toThrow("Cannot judge a response: a confidence level must lie between 0 and 1, got 95");
  });

  it("has a schema that says the same", () => {
    expect(campaignCountsSchema.safeParse({ contacted: 5, responded: 5 }).success).toBe(true);
    expect(campaignCountsSchema.safeParse({ contacted: 5, responded: 6 }).success).toBe(false);
  });
});
