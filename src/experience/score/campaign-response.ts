import type { Reason } from "../../shared/reason.js";
import { requireLevel } from "../../shared/statistics/interval.js";
import type { Interval } from "../../shared/statistics/interval.js";
import { wilsonInterval } from "../../shared/statistics/proportion.js";

/** What response a campaign normally gets, and how sure a verdict must be. */
export interface ResponsePolicy {
  /** Lower end of the normal share of responses. */
  readonly normFromShare: number;
  /** Upper end of the normal share of responses, at least `normFromShare`. */
  readonly normToShare: number;
  /** Confidence level of the interval that decides, as a share. */
  readonly level: number;
}

/**
 * The norm of 2 to 3 percent for mailed campaigns, judged at 95 percent.
 *
 * @remarks The rule of thumb of direct mail that EXP-11 states. Channels and lists differ widely: a firm with
 * figures of its own passes those.
 */
export const DEFAULT_RESPONSE_POLICY: ResponsePolicy = {
  normFromShare: 0.02,
  normToShare: 0.03,
  level: 0.95,
};

/** How to judge a response. */
export interface CampaignResponseOptions {
  /** The norm and the level; {@link DEFAULT_RESPONSE_POLICY} when absent. */
  readonly policy?: ResponsePolicy;
}

/** Whom a campaign reached and who responded. */
export interface CampaignCounts {
  /** How many customers were contacted; a whole number. */
  readonly contacted: number;
  /** How many of them responded, each counted once; a whole number, at most `contacted`. */
  readonly responded: number;
}

/**
 * How a response stands to the norm: `within-norm` when the whole interval lies in it, ends included; `below-norm`
 * and `above-norm` when the whole interval lies outside; `undecided` when the interval crosses an end, because too
 * few were contacted to tell.
 */
export type ResponseVerdict = "below-norm" | "within-norm" | "above-norm" | "undecided";

/** The response to a campaign and how it stands to the norm. */
export interface CampaignResponse extends CampaignCounts {
  /** Share of those contacted who responded. */
  readonly responseShare: number;
  /** Interval of the true share, after Wilson. */
  readonly interval: Interval;
  /** How it stands to the norm. */
  readonly verdict: ResponseVerdict;
  /** The verdict with its numbers. */
  readonly reasons: readonly Reason[];
}

/**
 * Did a campaign do well: its response, set against what is normal (EXP-11).
 *
 * @param counts - How many were contacted and how many responded.
 * @param options - The norm and the level.
 * @returns Share, interval and verdict; `undefined` when nobody was contacted.
 * @throws RangeError when a count is not a whole number of at least 0, more responded than were contacted, the norm is
 * no range of shares, or the level is not above 0 and below 1.
 * @example
 * ```ts
 * import { campaignResponse } from "goodwill/experience";
 *
 * campaignResponse({ contacted: 2_000, responded: 90 })?.verdict; // => "above-norm"
 * campaignResponse({ contacted: 100, responded: 4 })?.verdict; // => "undecided"
 * ```
 */
export function campaignResponse(
  { contacted, responded }: CampaignCounts,
  { policy = DEFAULT_RESPONSE_POLICY }: CampaignResponseOptions = {},
): CampaignResponse | undefined {
  const { normFromShare, normToShare, level } = policy;
  const ends = [normFromShare, normToShare];
  const isRange = normFromShare >= 0 && normFromShare <= normToShare && normToShare <= 1;
  if (!(ends.every(Number.isFinite) && isRange)) {
    throw new RangeError(
      `Cannot judge a response: the norm must be a range of shares, got ${String(normFromShare)} to ${String(normToShare)}`,
    );
  }
  requireLevel(level, "judge a response");
  for (const [name, count] of Object.entries({ contacted, responded })) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(
        `Cannot judge a response: ${name} must be a whole number of at least 0, got ${String(count)}`,
      );
    }
  }
  if (responded > contacted) {
    throw new RangeError(
      `Cannot judge a response: ${String(responded)} responded of ${String(contacted)} contacted`,
    );
  }
  if (contacted === 0) return undefined;
  const responseShare = responded / contacted;
  const interval = wilsonInterval({ count: responded, n: contacted }, { level });
  const verdict = verdictOf(interval, policy);
  const params = {
    contacted,
    responded,
    responseShare,
    lower: interval.lower,
    upper: interval.upper,
    normFromShare,
    normToShare,
  };
  return {
    contacted,
    responded,
    responseShare,
    interval,
    verdict,
    reasons: [{ code: `response-${verdict}`, params }],
  };
}

function verdictOf(
  { lower, upper }: Interval,
  { normFromShare, normToShare }: ResponsePolicy,
): ResponseVerdict {
  if (upper < normFromShare) return "below-norm";
  if (lower > normToShare) return "above-norm";
  return lower >= normFromShare && upper <= normToShare ? "within-norm" : "undecided";
}
