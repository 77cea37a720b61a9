import { aggregate, requireSameConfiguration } from "../../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../../shared/statistics/interval.js";
import type { Interval } from "../../../shared/statistics/interval.js";
import { wilsonInterval } from "../../../shared/statistics/proportion.js";
import { dayNumber } from "../../../shared/time/civil.js";
import type { Instant } from "../../../shared/time/instant.js";
import { plainDateAt } from "../../../shared/time/time-zone.js";
import { readBaseRow, sortRejected } from "./base-row.js";
import type { DatedState } from "../course/course-states.js";
import { medianDays, sumCounts } from "./day-count.js";
import type { DayCounts } from "./day-count.js";
import type { LifecycleRow } from "../facts.js";
import { lifecyclePolicyText, requireLifecyclePolicy } from "../policy-check.js";
import { DEFAULT_LIFECYCLE_POLICY } from "../policy.js";
import type { RejectedCustomer } from "./rejected-customer.js";
import { noCounts } from "./rung-count.js";
import { RELATIONSHIP_LADDER } from "../rung.js";
import type { LadderRung, LifecycleOptions, RelationshipRung } from "../rung.js";

/** At which moment the base is looked at, and how sure the intervals shall be. */
export interface LifecycleFunnelOptions extends LifecycleOptions {
  /** Confidence level of the intervals, as a share; 0.95 when absent. */
  readonly level?: number;
}

/** What share of those on the rung below came further. */
export interface LifecycleConversion {
  /** The share, 0 to 1. */
  readonly share: number;
  /** The interval of the share, after Wilson. */
  readonly interval: Interval;
}

/** One rung of the funnel. */
export interface LifecycleFunnelStep {
  /** The rung. */
  readonly rung: LadderRung;
  /** How many ever reached it or a rung above. */
  readonly reached: number;
  /** Of those who reached the rung below; absent on the lowest rung and where nobody did. */
  readonly conversion?: LifecycleConversion;
  /**
   * Median of the calendar days from first reaching the rung below to first reaching this one, of those who did; absent
   * like the conversion, and where nobody did.
   */
  readonly medianDays?: number;
}

/** The funnel of a customer base. */
export interface LifecycleFunnel {
  /** How many customers are in it. */
  readonly customers: number;
  /** How many were left out because everything known of them happened later. */
  readonly notYet: number;
  /** The rungs, upwards. */
  readonly steps: readonly LifecycleFunnelStep[];
  /** How many customers stand on each rung now; they add up to `customers`. */
  readonly now: Readonly<Record<RelationshipRung, number>>;
  /** The rows that could not be read, with what was wrong, by customer. */
  readonly rejected: readonly RejectedCustomer[];
}

/** The funnel of the customers taken in so far. */
export interface LifecycleFunnelAccumulator extends ConfiguredAccumulator {
  /** How many customers. */
  customers: number;
  /** How many of whom nothing was known yet. */
  notYet: number;
  /** How many ever reached each rung of the ladder, upwards. */
  reached: number[];
  /** How many stand on each rung now. */
  now: Record<RelationshipRung, number>;
  /** The days from each rung of the ladder to the next, with how often they occurred. */
  days: Record<string, number>[];
  /** The customers whose facts could not be read. */
  rejected: RejectedCustomer[];
}

const VERSION = 1;

/**
 * How far did the customers of this base ever come, and where are they now (CUS-7)?
 *
 * A rung counts as reached when the customer ever stood on it or above, whatever came later: who bought without a word
 * before reached *qualified prospect* with the purchase. Days are calendar days in the zone.
 *
 * A row that cannot be read fails nothing, it is handed back with what is wrong: a field that is missing or of the
 * wrong type, a date that does not exist, a fact of another customer or given twice, a withdrawal before its notice,
 * purchases whose sum is beyond 2^53 - 1.
 *
 * @param rows - The customers with their facts, each customer once.
 * @param options - The moment, the zone, the policy and the level of the intervals.
 * @returns The funnel; of no customers, one of zeros. Rows that cannot be read are handed back.
 * @throws RangeError when zone, moment, level or policy are not valid.
 * @example
 * ```ts
 * import { baseFunnel, customerId } from "goodwill/customer";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const rows = ["C-1", "C-2", "C-3", "C-4"].map((id, index) => {
 *   const customer = { id: customerId(id), since: plainDate("2026-01-01") };
 *   const at = instant("2026-01-15T12:00:00Z");
 *   const interaction = { id: "I", customer: customer.id, at, direction: "inbound", kind: "enquiry" } as const;
 *   return { customer, facts: index === 0 ? {} : { interactions: [interaction] } };
 * });
 * const { steps, now } = baseFunnel(rows, { asOf: instant("2026-02-01T00:00:00Z"), zone: timeZone("UTC") });
 * [steps[1]?.reached, steps[1]?.conversion?.share, steps[1]?.medianDays]; // => [3, 0.75, 14]
 * [now.potential, now["qualified-prospect"]]; // => [1, 3]
 * ```
 */
export function baseFunnel(
  rows: Iterable<LifecycleRow>,
  options: LifecycleFunnelOptions,
): LifecycleFunnel {
  return aggregate(rows, lifecycleFunnelCombine(options));
}

/**
 * How is the funnel of a customer base computed from rows in any number of parts?
 *
 * The accumulator holds counts only, one for each number of days that occurred, and the customers handed back: the
 * median is exact and the size does not grow with the base.
 *
 * @param options - The moment, the zone, the policy and the level of the intervals; all parts need the same.
 * @returns The aggregation; see {@link baseFunnel}.
 * @throws RangeError when zone, moment, level or policy are not valid.
 * @example
 * ```ts
 * import { customerId, lifecycleFunnelCombine } from "goodwill/customer";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const funnel = lifecycleFunnelCombine({ asOf: instant("2026-02-01T00:00:00Z"), zone: timeZone("UTC") });
 * const north = funnel.addInput(funnel.createAccumulator(), { customer: { id: customerId("C-1") }, facts: {} });
 * const south = funnel.addInput(funnel.createAccumulator(), { customer: { id: customerId("C-2") }, facts: {} });
 * funnel.extractOutput(funnel.mergeAccumulators(north, south)).customers; // => 2
 * ```
 */
export function lifecycleFunnelCombine(
  options: LifecycleFunnelOptions,
): Aggregation<LifecycleRow, LifecycleFunnelAccumulator, LifecycleFunnel> {
  const { asOf, zone } = options;
  const policy = requireLifecyclePolicy(options.policy ?? DEFAULT_LIFECYCLE_POLICY);
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "make the funnel of a base");
  // Refuses a moment or a zone that is none before the first row.
  plainDateAt(asOf, zone);
  const configuration = JSON.stringify([asOf, zone, level, lifecyclePolicyText(policy)]);
  const createAccumulator = (): LifecycleFunnelAccumulator => ({
    version: VERSION,
    configuration,
    customers: 0,
    notYet: 0,
    reached: RELATIONSHIP_LADDER.map(() => 0),
    now: noCounts(),
    days: RELATIONSHIP_LADDER.slice(1).map(() => ({})),
    rejected: [],
  });
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      const read = readBaseRow(row, { until: asOf, zone, policy });
      if (read.kind === "rejected") accumulator.rejected.push(read.rejected);
      else if (read.kind === "not-yet") accumulator.notYet += 1;
      else addStates(accumulator, read.states, (at) => dayNumber(plainDateAt(at, zone)));
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      requireSameConfiguration("life cycle funnel", [createAccumulator(), a, b]);
      return {
        ...createAccumulator(),
        customers: a.customers + b.customers,
        notYet: a.notYet + b.notYet,
        reached: a.reached.map((count, index) => count + (b.reached[index] ?? 0)),
        now: sumCounts(a.now, b.now) as LifecycleFunnelAccumulator["now"],
        days: a.days.map((counts, index) => sumCounts(counts, b.days[index] ?? {})),
        rejected: [...a.rejected, ...b.rejected],
      };
    },
    extractOutput: ({ customers, notYet, reached, now, days, rejected }) => ({
      customers,
      notYet,
      steps: RELATIONSHIP_LADDER.map((rung, index) => {
        const count = reached[index] ?? 0;
        const n = reached[index - 1] ?? 0;
        const median = medianDays(days[index - 1] ?? {});
        return {
          rung,
          reached: count,
          ...(n > 0 && {
            conversion: { share: count / n, interval: wilsonInterval({ count, n }, { level }) },
          }),
          ...(median !== undefined && { medianDays: median }),
        };
      }),
      now: { ...now },
      rejected: sortRejected(rejected),
    }),
  };
}

function addStates(
  accumulator: LifecycleFunnelAccumulator,
  states: readonly DatedState[],
  dayOf: (at: Instant) => number,
): void {
  accumulator.customers += 1;
  accumulator.now[states.at(-1)?.state.rung ?? "potential"] += 1;
  accumulator.reached[0]! += 1;
  let below = states[0];
  for (let height = 1; height < RELATIONSHIP_LADDER.length; height += 1) {
    const first = states.find(
      ({ state }) => RELATIONSHIP_LADDER.indexOf(state.rung as LadderRung) >= height,
    );
    if (first === undefined || below === undefined) return;
    accumulator.reached[height]! += 1;
    const counts: DayCounts = accumulator.days[height - 1]!;
    const days = String(dayOf(first.at) - dayOf(below.at));
    counts[days] = (counts[days] ?? 0) + 1;
    below = first;
  }
}
