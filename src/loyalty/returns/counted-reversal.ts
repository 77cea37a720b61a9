import type { RecordedLine } from "../ledger/earning-event.js";
import type { RuleEarning } from "../ledger/earning-record.js";
import type { CapUse, QualifyingEntry } from "../ledger/event-base.js";
import type { OrderRecord } from "../ledger/loyalty-state.js";
import type { TierMetric } from "../programme/tier-policy.js";
import { orderShare, shareOfPoints } from "./returned-share.js";
import type { ReturnedSums } from "./returned-share.js";

/** What a return takes back of what was counted. */
export interface CountedReversal {
  /** Cap uses below 0; absent where none is freed. */
  readonly capUses?: readonly CapUse[];
  /** Qualifying amounts below 0, on the order's own day; absent where none. */
  readonly qualifying?: readonly QualifyingEntry[];
}

/** What has come back of an order, and what of it counted towards a tier as points. */
export interface ReturnStep {
  /** What came back before. */
  readonly before: ReturnedSums;
  /** With what comes back now. */
  readonly after: ReturnedSums;
  /** The kind of points that counts towards a tier; absent where none does. */
  readonly qualifyingKind: string | undefined;
}

type LineWeight = (line: RecordedLine) => number;

/**
 * Frees the caps an order used, and takes back what it counted towards a tier.
 *
 * Points go with the lines that earned them, money with what of each line was spent, visits and nights with the whole
 * order. The sum over all returns is rounded down, so that a visit or a grant is taken back by the last one.
 */
export function countedReversal(order: OrderRecord, step: ReturnStep): CountedReversal {
  const freed = (count: number, weight?: LineWeight): number => {
    const before = orderShare(order, step.before, weight);
    const after = orderShare(order, step.after, weight);
    return shareOfPoints(count, before) - shareOfPoints(count, after);
  };
  const capUses = order.capUses.map(({ cap, points, times }): CapUse => {
    const weight = weightWhere(order, points, (rule) => isCapOf(cap, rule));
    return { cap, points: freed(points, weight), times: freed(times, weight) };
  });
  const qualifying = order.qualifying.map(({ day, amounts }): QualifyingEntry => {
    const back: Partial<Record<TierMetric, number>> = {};
    for (const [metric, amount] of Object.entries(amounts) as [TierMetric, number][]) {
      const count = freed(amount, qualifyingWeight(order, { metric, amount, ...step }));
      if (count < 0) back[metric] = count;
    }
    return { day, amounts: back };
  });
  const caps = capUses.filter(({ points, times }) => points < 0 || times < 0);
  const days = qualifying.filter(({ amounts }) => Object.keys(amounts).length > 0);
  return {
    ...(caps.length > 0 && { capUses: caps }),
    ...(days.length > 0 && { qualifying: days }),
  };
}

/** Whether a cap is the rule's, its campaign's or its kind's; its key begins with whose it is. */
function isCapOf(cap: string, { rule, campaign, kind }: RuleEarning): boolean {
  const owners = [`rule:${rule}`, `member:${kind}`];
  if (campaign !== undefined) owners.push(`campaign:${campaign}`);
  return owners.some((owner) => cap.startsWith(`${owner}:`));
}

function qualifyingWeight(
  order: OrderRecord,
  {
    metric,
    amount,
    qualifyingKind,
  }: Pick<ReturnStep, "qualifyingKind"> & {
    readonly metric: TierMetric;
    readonly amount: number;
  },
): LineWeight | undefined {
  if (metric === "points") {
    return weightWhere(order, amount, ({ kind }) => kind === qualifyingKind);
  }
  if (metric !== "spend") return undefined;
  const spentOf: LineWeight = ({ spend, amount: paid }) => spend ?? paid;
  return order.lines.reduce((sum, line) => sum + spentOf(line), 0) === amount ? spentOf : undefined;
}

/** The points of some rules by line, where they explain what was counted; else the whole order has to. */
function weightWhere(
  { earning }: OrderRecord,
  counted: number,
  isOf: (rule: RuleEarning) => boolean,
): LineWeight | undefined {
  const rules = earning.rules.filter(isOf);
  if (rules.reduce((sum, { granted }) => sum + granted, 0) !== counted) return undefined;
  return ({ id }) => rules.reduce((sum, { lines }) => sum + (lines?.[id] ?? 0), 0);
}
