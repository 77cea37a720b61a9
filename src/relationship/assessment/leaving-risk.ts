import type { LifecycleExit } from "../../customer/life-cycle/exit.js";
import type { Reason } from "../../shared/reason.js";
import type { SatisfactionCourse } from "./satisfaction-course.js";

/** How likely a customer leaves. */
export type LeavingBand = "low" | "medium" | "high";

/**
 * What points to a customer leaving.
 *
 * - `left`: the exit from the life cycle is seen: told us, contract ended, lost, interest gone cold;
 * - `leaving`: an exit threatens: notice given, lapsed, interest cooling, no contact for long;
 * - `hardly-alive`, `perhaps-alive`: the model of buying gives little chance, or not much, that it is still a customer;
 * - `dissatisfied`: said so last; `satisfaction-falling`: it falls;
 * - `complaint-open`: a complaint is not settled; `promise-overdue`: a promise is not kept in time.
 */
export type LeavingSign =
  | "left"
  | "leaving"
  | "hardly-alive"
  | "perhaps-alive"
  | "dissatisfied"
  | "satisfaction-falling"
  | "complaint-open"
  | "promise-overdue";

/** How the risk of leaving is read. */
export interface LeavingRiskPolicy {
  /** How grave each sign is by itself; `low` makes it no sign. */
  readonly bands: Readonly<Record<LeavingSign, LeavingBand>>;
  /** Below this probability a customer is hardly alive, 0 to 1. */
  readonly hardlyAliveShare: number;
  /** Below this probability a customer is perhaps alive, from `hardlyAliveShare` to 1. */
  readonly perhapsAliveShare: number;
  /** Signs of medium gravity from so many different sources make the risk high; a whole number of at least 2. */
  readonly sourcesForHigh: number;
}

/**
 * Gone or hardly alive is high, every other sign medium, and two of different sources together high.
 *
 * @remarks That dissatisfaction shortens relationships: Bolton (1998, Marketing Science 17:45). That a complaint is a
 * last word before leaving: Hirschman (1970, Exit, Voice, and Loyalty). The bounds of a quarter and a half have no
 * source: put in the firm's own.
 */
export const DEFAULT_LEAVING_RISK_POLICY: LeavingRiskPolicy = {
  bands: {
    left: "high",
    leaving: "medium",
    "hardly-alive": "high",
    "perhaps-alive": "medium",
    dissatisfied: "medium",
    "satisfaction-falling": "medium",
    "complaint-open": "medium",
    "promise-overdue": "medium",
  },
  hardlyAliveShare: 0.25,
  perhapsAliveShare: 0.5,
  sourcesForHigh: 2,
};

/** What is known of whether a customer leaves; what is absent is unknown. */
export interface LeavingFacts {
  /** Whether the customer leaves the life cycle; absent where nothing at all is known of its course. */
  readonly exit?: LifecycleExit;
  /** The chance that it is still a customer, 0 to 1. */
  readonly aliveProbability?: number;
  /** How satisfied it is. */
  readonly satisfaction?: Pick<SatisfactionCourse, "state" | "trend">;
  /** How many complaints are open, a whole number of at least 0. */
  readonly openComplaints?: number;
  /** How many promises are overdue, a whole number of at least 0. */
  readonly overduePromises?: number;
}

/** How likely a customer leaves, and what points to it. */
export interface LeavingRisk {
  /** How likely. */
  readonly band: LeavingBand;
  /** What points to it, in the order of the rules; those that count for nothing left out. */
  readonly signs: readonly LeavingSign[];
  /** Each sign with its facts; a single reason where nothing points to it. */
  readonly reasons: readonly Reason[];
}

interface SeenSign {
  readonly sign: LeavingSign;
  readonly source: "buying" | "feeling" | "complaint" | "promise";
  readonly params: Reason["params"];
}

/** That the last word was bad is a sign of its own, and shall not count twice. */
const OF_FEELING = "last-dissatisfied";

/**
 * How likely does this customer leave: low, medium or high?
 *
 * Each sign is as grave as the policy says. High: one sign is high, or signs of medium gravity come from as many
 * sources as the policy asks for; the sources are buying (life cycle and model), feeling (state and trend), complaints
 * and promises. Medium: one sign is. Low: none is. That there is no complaint and no overdue promise is no knowledge of
 * the customer: with nothing else known there is no risk to tell.
 *
 * @param facts - What is known.
 * @param policy - How it is read; {@link DEFAULT_LEAVING_RISK_POLICY} when absent.
 * @returns The band with its signs; `undefined` when nothing is known.
 * @throws RangeError when a probability does not lie between 0 and 1, a number of the policy is out of its range, or a
 * count is no whole number of at least 0.
 * @example
 * ```ts
 * import { leavingRisk } from "goodwill/relationship";
 *
 * const risk = leavingRisk({ aliveProbability: 0.4, openComplaints: 1 });
 * [risk?.band, risk?.signs]; // => ["high", ["perhaps-alive", "complaint-open"]]
 * leavingRisk({ aliveProbability: 0.9 })?.band; // => "low"
 * leavingRisk({ openComplaints: 0 }); // => undefined
 * ```
 */
export function leavingRisk(
  facts: LeavingFacts,
  policy: LeavingRiskPolicy = DEFAULT_LEAVING_RISK_POLICY,
): LeavingRisk | undefined {
  requireLeaving(facts, policy);
  const seen = signsOf(facts, policy).filter(({ sign }) => policy.bands[sign] !== "low");
  const { exit, aliveProbability, satisfaction } = facts;
  if (seen.length === 0) {
    const known = [exit, aliveProbability, satisfaction].some((one) => one !== undefined);
    if (!known) return undefined;
    return { band: "low", signs: [], reasons: [{ code: "assessment-no-sign", params: {} }] };
  }
  const sources = new Set(seen.map(({ source }) => source));
  const isHigh =
    seen.some(({ sign }) => policy.bands[sign] === "high") || sources.size >= policy.sourcesForHigh;
  return {
    band: isHigh ? "high" : "medium",
    signs: seen.map(({ sign }) => sign),
    reasons: seen.map(({ sign, params }) => ({ code: `assessment-sign-${sign}`, params })),
  };
}

function signsOf(facts: LeavingFacts, policy: LeavingRiskPolicy): SeenSign[] {
  const { exit, aliveProbability, satisfaction, openComplaints = 0, overduePromises = 0 } = facts;
  const signs: SeenSign[] = [];
  const threats = exit?.reasons.filter(({ code }) => code !== OF_FEELING) ?? [];
  if (exit !== undefined && exit.state !== "none" && threats.length > 0) {
    const sign = exit.state === "seen" ? "left" : "leaving";
    signs.push({ sign, source: "buying", params: { because: threats[0]!.code } });
  }
  if (aliveProbability !== undefined && aliveProbability < policy.perhapsAliveShare) {
    const sign = aliveProbability < policy.hardlyAliveShare ? "hardly-alive" : "perhaps-alive";
    signs.push({ sign, source: "buying", params: { aliveProbability } });
  }
  if (satisfaction?.state === "dissatisfied") {
    signs.push({ sign: "dissatisfied", source: "feeling", params: {} });
  }
  if (satisfaction?.trend === "falling") {
    signs.push({ sign: "satisfaction-falling", source: "feeling", params: {} });
  }
  if (openComplaints > 0) {
    const params = { complaints: openComplaints };
    signs.push({ sign: "complaint-open", source: "complaint", params });
  }
  if (overduePromises > 0) {
    const params = { promises: overduePromises };
    signs.push({ sign: "promise-overdue", source: "promise", params });
  }
  return signs;
}

function requireLeaving(facts: LeavingFacts, policy: LeavingRiskPolicy): void {
  const { hardlyAliveShare, perhapsAliveShare, sourcesForHigh } = policy;
  requireShare("hardlyAliveShare", hardlyAliveShare);
  requireShare("perhapsAliveShare", perhapsAliveShare);
  if (hardlyAliveShare > perhapsAliveShare) {
    throw cannot("hardlyAliveShare", `not exceed perhapsAliveShare`, hardlyAliveShare);
  }
  if (!Number.isSafeInteger(sourcesForHigh) || sourcesForHigh < 2) {
    throw cannot("sourcesForHigh", "be a whole number of at least 2", sourcesForHigh);
  }
  const { aliveProbability, openComplaints = 0, overduePromises = 0 } = facts;
  if (aliveProbability !== undefined) requireShare("aliveProbability", aliveProbability);
  for (const [name, count] of Object.entries({ openComplaints, overduePromises })) {
    if (Number.isSafeInteger(count) && count >= 0) continue;
    throw cannot(name, "be a whole number of at least 0", count);
  }
}

function requireShare(name: string, share: number): void {
  if (!(share >= 0 && share <= 1)) throw cannot(name, "lie between 0 and 1", share);
}

function cannot(name: string, must: string, got: number): RangeError {
  return new RangeError(
    `Cannot tell the risk of leaving: ${name} must ${must}, got ${String(got)}`,
  );
}
