import { momentsCombine } from "../../shared/statistics/moments.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Interaction } from "../interaction.js";
import type { CustomerCounting, TouchpointSums } from "./business-touchpoint.js";
import { addCustomer, addCustomers, noCustomers } from "./distinct-customers.js";
import { addCount, ownEntry } from "../catalogue/own-entry.js";

// The sums of one touchpoint of a log. Internal: not part of the package's surface.

const FEELINGS = momentsCombine();

/** The sums of no interaction. */
export function noSums(counting: CustomerCounting): TouchpointSums {
  return {
    interactions: 0,
    inbound: 0,
    customers: noCustomers(counting),
    outcomes: {},
    topics: {},
    costs: {},
    feelings: FEELINGS.createAccumulator(),
  };
}

/** Takes in an interaction, in place. */
export function addInteraction(sums: TouchpointSums, row: Interaction): void {
  sums.interactions += 1;
  addCustomer(sums.customers, row.customer);
  if (row.direction === "inbound") sums.inbound += 1;
  if (row.outcome !== undefined) addCount(sums.outcomes, { key: row.outcome, count: 1 });
  if (row.topic !== undefined && row.direction === "inbound") {
    addCount(sums.topics, { key: row.topic, count: 1 });
  }
  if (row.cost !== undefined) addCost(sums.costs, row.cost);
  if (row.feeling !== undefined) sums.feelings = FEELINGS.addInput(sums.feelings, row.feeling);
  widen(sums, { first: row.at, last: row.at });
}

/** Takes in the sums of other interactions, in place; those stay as they are. */
export function addTouchpointSums(sums: TouchpointSums, other: TouchpointSums): void {
  sums.interactions += other.interactions;
  sums.inbound += other.inbound;
  addCustomers(sums.customers, other.customers);
  for (const part of ["outcomes", "topics"] as const) {
    for (const [key, count] of Object.entries(other[part])) addCount(sums[part], { key, count });
  }
  for (const [currency, amount] of Object.entries(other.costs)) {
    addCost(sums.costs, { currency, amount });
  }
  sums.feelings = FEELINGS.mergeAccumulators(sums.feelings, other.feelings);
  widen(sums, other);
}

function addCost(
  costs: Record<string, number>,
  { currency, amount }: { readonly currency: string; readonly amount: number },
): void {
  const sum = (ownEntry(costs, currency) ?? 0) + amount;
  if (!Number.isSafeInteger(sum)) {
    throw new RangeError(
      `Cannot add up the costs of a touchpoint: the sum must be at most 2^53 - 1 minor units in size, got about ${String(sum)} ${currency}`,
    );
  }
  costs[currency] = sum;
}

function widen(
  sums: TouchpointSums,
  { first, last }: { readonly first?: Instant; readonly last?: Instant },
): void {
  if (first === undefined || last === undefined) return;
  if (sums.first === undefined || first < sums.first) sums.first = first;
  if (sums.last === undefined || last > sums.last) sums.last = last;
}
