import type { CurrencyCode } from "../../shared/money/currency.js";
import { money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import { meanTest } from "../../shared/statistics/mean-test.js";
import { momentsCombine } from "../../shared/statistics/moments.js";
import type { Instant } from "../../shared/time/instant.js";
import type {
  BusinessTouchpoint,
  BusinessTouchpoints,
  CustomerCounting,
  DistinctCustomers,
  TouchpointFeeling,
  TouchpointSums,
} from "./business-touchpoint.js";
import { countCustomers, customersErrorShare } from "./distinct-customers.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";

/** What was summed over a log. */
interface BusinessSums {
  readonly touchpoints: Readonly<Record<string, TouchpointSums>>;
  readonly customers: DistinctCustomers;
  readonly rejected: number;
  readonly rejectedByPath: Readonly<Record<string, number>>;
}

/** The figures of a business from its sums. */
export function businessOfSums(
  sums: BusinessSums,
  {
    known,
    counting,
    level,
  }: {
    readonly known: ReadonlyMap<string, Touchpoint>;
    readonly counting: CustomerCounting;
    readonly level: number;
  },
): BusinessTouchpoints {
  const entries = Object.entries(sums.touchpoints);
  const interactions = entries.reduce((sum, [, one]) => sum + one.interactions, 0);
  const touchpoints = entries
    .map(([touchpoint, one]) =>
      figuresOf(one, { touchpoint, known: known.has(touchpoint), of: interactions, level }),
    )
    .toSorted((a, b) => b.interactions - a.interactions || (a.touchpoint < b.touchpoint ? -1 : 1));
  const met = new Set(entries.map(([touchpoint]) => touchpoint));
  const unknown = touchpoints
    .filter((one) => !one.known)
    .toSorted((a, b) => (a.touchpoint < b.touchpoint ? -1 : 1));
  const silent = [...known.keys()].filter((id) => !met.has(id)).toSorted();
  return {
    interactions,
    customers: countCustomers(sums.customers),
    counting,
    customersErrorShare: customersErrorShare(sums.customers),
    touchpoints,
    unknown: unknown.map(({ touchpoint }) => touchpoint),
    silent,
    rejected: sums.rejected,
    rejectedByPath: Object.fromEntries(
      Object.entries(sums.rejectedByPath).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    findings: [
      ...unknown.map(({ touchpoint, interactions: count, share }): Reason => {
        const params = { touchpoint, interactions: count, share };
        return { code: "touchpoint-unknown", params };
      }),
      ...silent.map((touchpoint): Reason => ({
        code: "touchpoint-silent",
        params: { touchpoint, interactions },
      })),
    ],
  };
}

function figuresOf(
  sums: TouchpointSums,
  {
    touchpoint,
    known,
    of,
    level,
  }: {
    readonly touchpoint: string;
    readonly known: boolean;
    readonly of: number;
    readonly level: number;
  },
): BusinessTouchpoint {
  const { interactions, inbound } = sums;
  const feeling = feelingOf(sums, level);
  return {
    touchpoint,
    known,
    interactions,
    share: interactions / of,
    customers: countCustomers(sums.customers),
    inbound,
    outbound: interactions - inbound,
    outcomes: byCount(sums.outcomes).map(([outcome, count]) => ({
      outcome,
      interactions: count,
      share: count / interactions,
    })),
    topics: byCount(sums.topics).map(([topic, count]) => ({ topic, inbound: count })),
    ...(feeling !== undefined && { feeling }),
    costs: Object.entries(sums.costs)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, amount]) => money(amount, currency as CurrencyCode)),
    // A touchpoint has sums only when an interaction was counted there.
    first: sums.first as Instant,
    last: sums.last as Instant,
  };
}

function feelingOf({ feelings }: TouchpointSums, level: number): TouchpointFeeling | undefined {
  const summary = momentsCombine().extractOutput(feelings);
  const { n, mean } = summary;
  if (mean === undefined) return undefined;
  const interval = meanTest(summary, { level })?.interval;
  return { n, mean, ...(interval !== undefined && { interval }) };
}

function byCount(counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(counts).toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
