// What caps and budgets leave of whole points. Internal: not part of the package's surface.

import { orderedValue } from "../../shared/ordered-map.js";
import type { RuleEarning } from "../ledger/earning-record.js";
import type { CapUse } from "../ledger/event-base.js";
import type { EarningCap, EarningRule } from "../programme/earning-rule.js";
import type { PointValue } from "../programme/point-kind.js";
import { capKey } from "./cap-span.js";
import type { EarningOptions } from "./earning-occasion.js";
import type { EarningSituation } from "./earning-situation.js";

/** What held points of a rule back. */
export type HeldBack = NonNullable<RuleEarning["heldBack"]>[number];

/** Caps and budgets while the rules of one occasion draw on them, one after another. */
export interface EarningLimits {
  /** The occasion. */
  readonly situation: EarningSituation;
  /** What is left of shared budgets. */
  readonly left: EarningOptions["left"];
  /** What this occasion has used of caps so far, by key. */
  readonly capped: Map<string, number>;
  /** What it has taken from budgets so far. */
  readonly spent: Map<string, number>;
}

/** One cap a rule stands under. */
interface RuleCap {
  readonly by: HeldBack["by"];
  readonly key: string;
  readonly cap: EarningCap;
}

/** Grants a rule what its caps, its campaign's, the member's and its budget leave of what it wants. */
export function grantPoints(
  rule: EarningRule,
  wanted: number,
  limits: EarningLimits,
): { readonly granted: number; readonly heldBack?: readonly HeldBack[] } {
  const caps = capsOf(rule, limits.situation);
  if (caps === undefined && rule.budget === undefined) return { granted: wanted };
  const heldBack: HeldBack[] = [];
  let granted = wanted;
  for (const { by, key, cap } of caps ?? []) {
    const left = leftOf(key, cap, limits);
    if (granted > left) heldBack.push({ by, of: key, points: granted - left });
    granted = Math.min(granted, left);
  }
  const { budget } = rule;
  if (budget !== undefined) {
    const price = priceInBudget(rule, limits.situation);
    const left = affordable(leftInBudget(budget, limits), price);
    if (granted > left) heldBack.push({ by: "budget", of: budget, points: granted - left });
    granted = Math.min(granted, left);
    const spent = limits.spent.get(budget) ?? 0;
    if (granted > 0) limits.spent.set(budget, spent + costOf(granted, price));
  }
  if (granted > 0 && caps !== undefined) {
    // Two caps of one span share a key and are counted once.
    for (const key of new Set(caps.map((one) => one.key))) {
      limits.capped.set(key, (limits.capped.get(key) ?? 0) + granted);
    }
  }
  return heldBack.length === 0 ? { granted } : { granted, heldBack };
}

/** What the occasion used of caps that last longer than it: one grant each, however many rules shared it. */
export function capUsesOf({ capped }: EarningLimits): readonly CapUse[] {
  const uses: CapUse[] = [];
  for (const [cap, points] of capped) {
    if (!cap.endsWith(":order")) uses.push({ cap, points, times: 1 });
  }
  return uses;
}

function capsOf(rule: EarningRule, { programme, clock }: EarningSituation): RuleCap[] | undefined {
  const { campaigns, caps: memberCaps } = programme.earningPolicy;
  const ofCampaign =
    rule.campaign === undefined ? undefined : campaigns?.find(({ id }) => id === rule.campaign);
  if (rule.caps === undefined && ofCampaign === undefined && memberCaps === undefined) {
    return undefined;
  }
  const all: RuleCap[] = [];
  const add = (by: HeldBack["by"], owner: string, caps: readonly EarningCap[]): void => {
    for (const cap of caps) all.push({ by, key: capKey(owner, cap.per, clock), cap });
  };
  add("rule-cap", `rule:${rule.id}`, rule.caps ?? []);
  if (ofCampaign !== undefined) add("campaign-cap", `campaign:${ofCampaign.id}`, ofCampaign.caps);
  const ofMember = memberCaps?.filter(({ kind }) => kind === rule.kind) ?? [];
  add("member-cap", `member:${rule.kind}`, ofMember);
  return all;
}

function leftOf(
  key: string,
  { points, times }: EarningCap,
  { situation, capped }: EarningLimits,
): number {
  const before = orderedValue(situation.facts.capUses ?? [], key);
  // What this occasion has been granted already counts as its one grant.
  if (times !== undefined && (before?.times ?? 0) >= times) return 0;
  if (points === undefined) return Infinity;
  return Math.max(points - (before?.points ?? 0) - (capped.get(key) ?? 0), 0);
}

/** What points of a rule cost its budget: themselves, or what they are worth. */
function priceInBudget(
  { budget, kind: id }: EarningRule,
  { programme }: EarningSituation,
): Pick<PointValue, "points" | "amount"> {
  const isOfLiability = programme.earningPolicy.liabilityBudgets?.includes(budget!) === true;
  const value = programme.kinds.find((kind) => kind.id === id)?.value;
  return isOfLiability && value !== undefined ? value : { points: 1, amount: 1 };
}

/** The most whole points that cost at most so much. */
function affordable(
  left: number,
  { points, amount }: Pick<PointValue, "points" | "amount">,
): number {
  if (points === amount) return left;
  const most = (BigInt(left) * BigInt(points)) / BigInt(amount);
  return most > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(most);
}

/** What whole points cost, rounded up: a budget is never overdrawn. */
function costOf(
  granted: number,
  { points, amount }: Pick<PointValue, "points" | "amount">,
): number {
  if (points === amount) return granted;
  const [part, whole] = [BigInt(granted) * BigInt(amount), BigInt(points)];
  return Number((part + whole - 1n) / whole);
}

function leftInBudget(budget: string, { left, spent }: EarningLimits): number {
  const given = left?.[budget] ?? 0;
  if (!(given >= 0)) {
    throw new RangeError(
      `Cannot earn points: what is left of a budget must be a number of at least 0, ` +
        `got ${String(given)} for ${JSON.stringify(budget)}`,
    );
  }
  return Math.max(Math.floor(given) - (spent.get(budget) ?? 0), 0);
}
