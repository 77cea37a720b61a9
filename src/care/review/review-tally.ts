// What is counted of outcomes, in a form that can be stored and merged. Internal: not part of the package's surface.

import { momentsCombine } from "../../shared/statistics/moments.js";
import type { CareActionState } from "../plan/care-action.js";
import type { CareOutcomeItem } from "./care-outcome.js";
import type { ReviewGroupCounts, ReviewPartCounts } from "./review-accumulator.js";

const SUMS = momentsCombine();

/** Reads the amount of a cost or value in minor units. @internal */
export type AmountReader = (item: CareOutcomeItem, field: "cost" | "value") => number | undefined;

const STATES: Readonly<Record<CareActionState, number>> = {
  ...{ planned: 0, due: 0, done: 0, blocked: 0, expired: 0, cancelled: 0 },
};

const UNDONE: readonly string[] = ["blocked", "expired", "cancelled"] satisfies CareActionState[];

/** A part of which nothing is known. @internal */
export function emptyTally(): ReviewPartCounts {
  const group = (): ReviewGroupCounts => ({
    ...{ customers: 0, known: 0, responded: 0, cost: 0 },
    ...{ satisfaction: SUMS.createAccumulator(), value: SUMS.createAccumulator() },
  });
  return { treated: group(), control: group(), states: { ...STATES }, stops: {}, stories: 0 };
}

/** Counts how far the actions of a customer came. @internal */
export function addStates(tally: ReviewPartCounts, items: readonly CareOutcomeItem[]): void {
  for (const { state, stoppedBy = "unknown", hasStory = false } of items) {
    if (hasStory) tally.stories += 1;
    if (state === undefined) continue;
    tally.states[state] += 1;
    if (UNDONE.includes(state)) {
      // With a colon no code is the name of something inherited.
      const code = `:${stoppedBy}`;
      tally.stops[code] = (tally.stops[code] ?? 0) + 1;
    }
  }
}

/** Counts one customer once, whatever the number of items. @internal */
export function addCustomer(
  group: ReviewGroupCounts,
  {
    items,
    amountOf,
  }: { readonly items: readonly CareOutcomeItem[]; readonly amountOf: AmountReader },
): void {
  let responded: boolean | undefined;
  let [answers, satisfaction] = [0, 0];
  let value: number | undefined;
  for (const item of items) {
    if (item.responded !== undefined) responded = responded === true || item.responded;
    if (item.satisfaction !== undefined) {
      answers += 1;
      satisfaction += item.satisfaction;
    }
    const bought = amountOf(item, "value");
    if (bought !== undefined) value = (value ?? 0) + bought;
    group.cost += amountOf(item, "cost") ?? 0;
  }
  group.customers += 1;
  if (responded !== undefined) group.known += 1;
  if (responded === true) group.responded += 1;
  if (answers > 0) group.satisfaction = SUMS.addInput(group.satisfaction, satisfaction / answers);
  if (value !== undefined) group.value = SUMS.addInput(group.value, value);
}

/** Both together; changes neither. @internal */
export function mergeTallies(a: ReviewPartCounts, b: ReviewPartCounts): ReviewPartCounts {
  return {
    treated: mergeGroups(a.treated, b.treated),
    control: mergeGroups(a.control, b.control),
    states: mergeCounts(a.states, b.states),
    stops: mergeCounts(a.stops, b.stops),
    stories: a.stories + b.stories,
  };
}

function mergeGroups(a: ReviewGroupCounts, b: ReviewGroupCounts): ReviewGroupCounts {
  return {
    customers: a.customers + b.customers,
    known: a.known + b.known,
    responded: a.responded + b.responded,
    satisfaction: SUMS.mergeAccumulators(a.satisfaction, b.satisfaction),
    value: SUMS.mergeAccumulators(a.value, b.value),
    cost: a.cost + b.cost,
  };
}

function mergeCounts<Key extends string>(
  a: Readonly<Record<Key, number>>,
  b: Readonly<Record<Key, number>>,
): Record<Key, number> {
  const merged: Record<string, number> = { ...a };
  for (const [key, count] of Object.entries<number>(b)) merged[key] = (merged[key] ?? 0) + count;
  return merged;
}
