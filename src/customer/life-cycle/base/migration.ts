import { aggregate, requireSameConfiguration } from "../../../shared/aggregation.js";
import type { Aggregation, ConfiguredAccumulator } from "../../../shared/aggregation.js";
import { DEFAULT_LEVEL, requireLevel } from "../../../shared/statistics/interval.js";
import type { Interval } from "../../../shared/statistics/interval.js";
import { wilsonInterval } from "../../../shared/statistics/proportion.js";
import { plainDateAt } from "../../../shared/time/time-zone.js";
import { readBaseRow, sortRejected } from "./base-row.js";
import { sumCounts } from "./day-count.js";
import type { LifecycleRow } from "../facts.js";
import type { LifecycleSpanOptions } from "../history.js";
import { lifecyclePolicyText, requireLifecyclePolicy, requireSpan } from "../policy-check.js";
import { DEFAULT_LIFECYCLE_POLICY } from "../policy.js";
import type { RejectedCustomer } from "./rejected-customer.js";
import { noCounts } from "./rung-count.js";
import { RELATIONSHIP_RUNGS } from "../rung.js";
import type { RelationshipRung } from "../rung.js";

/** Where somebody was at the opening: on a rung, or `new`, when nothing was known of the customer yet. */
export type MigrationOrigin = RelationshipRung | "new";

/** Between which moments the base is compared, and how sure the intervals shall be. */
export interface LifecycleMigrationOptions extends LifecycleSpanOptions {
  /** Confidence level of the intervals, as a share; 0.95 when absent. */
  readonly level?: number;
}

/** How many went from one rung to another, or stayed. */
export interface MigrationCell {
  /** Where they were at the opening. */
  readonly from: MigrationOrigin;
  /** Where they are at the close. */
  readonly to: RelationshipRung;
  /** How many. */
  readonly count: number;
  /** Of those who were there at the opening, 0 to 1. */
  readonly share: number;
  /** The interval of the share, after Wilson. */
  readonly interval: Interval;
}

/** How the customers of a base moved between two moments. */
export interface LifecycleMigration {
  /** How many customers are in it. */
  readonly customers: number;
  /** How many were left out because everything known of them happened after the close. */
  readonly notYet: number;
  /** How many were on each rung, or new, at the opening; they add up to `customers`. */
  readonly opening: Readonly<Record<MigrationOrigin, number>>;
  /** How many are on each rung at the close; they add up to `customers`. */
  readonly closing: Readonly<Record<RelationshipRung, number>>;
  /** The moves that occurred, in the order of the rungs, `new` last; their counts add up to `customers`. */
  readonly cells: readonly MigrationCell[];
  /** The rows that could not be read, with what was wrong, by customer. */
  readonly rejected: readonly RejectedCustomer[];
}

/** The moves of the customers taken in so far. */
export interface LifecycleMigrationAccumulator extends ConfiguredAccumulator {
  /** How many of whom nothing was known yet. */
  notYet: number;
  /** How many moved, by origin and by rung at the close. */
  moves: Record<MigrationOrigin, Record<RelationshipRung, number>>;
  /** The customers whose facts could not be read. */
  rejected: RejectedCustomer[];
}

const VERSION = 1;
const ORIGINS: readonly MigrationOrigin[] = [...RELATIONSHIP_RUNGS, "new"];

/**
 * How did the customers of this base move between the rungs from one moment to another (CUS-7)?
 *
 * Both moments are judged by what was known then. Shares are of those who were on the rung at the opening.
 * Rows that cannot be read are handed back with what is wrong, as by {@link baseFunnel}.
 *
 * @param rows - The customers with their facts, each customer once.
 * @param options - The two moments, the zone, the policy and the level of the intervals.
 * @returns The table of moves. Rows that cannot be read are handed back.
 * @throws RangeError when `to` is before `from`, or zone, moments, level or policy are not valid.
 * @example
 * ```ts
 * import { customerId, lifecycleMigration } from "goodwill/customer";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const customer = { id: customerId("C-1"), since: plainDate("2026-01-01") };
 * const at = instant("2026-02-10T12:00:00Z");
 * const interactions = [{ id: "I-1", customer: customer.id, at, direction: "inbound", kind: "enquiry" }] as const;
 * const [from, to] = [instant("2026-02-01T00:00:00Z"), instant("2026-03-01T00:00:00Z")];
 * const options = { from, to, zone: timeZone("UTC") };
 * const { cells } = lifecycleMigration([{ customer, facts: { interactions } }], options);
 * cells.map(({ from, to, count }) => [from, to, count]); // => [["potential", "qualified-prospect", 1]]
 * ```
 */
export function lifecycleMigration(
  rows: Iterable<LifecycleRow>,
  options: LifecycleMigrationOptions,
): LifecycleMigration {
  return aggregate(rows, lifecycleMigrationCombine(options));
}

/**
 * How is the table of moves computed from rows in any number of parts?
 *
 * The accumulator holds one count for each pair of rungs, and the customers handed back.
 *
 * @param options - The two moments, the zone, the policy and the level of the intervals; all parts need the same.
 * @returns The aggregation; see {@link lifecycleMigration}.
 * @throws RangeError when `to` is before `from`, or zone, moments, level or policy are not valid.
 * @example
 * ```ts
 * import { customerId, lifecycleMigrationCombine } from "goodwill/customer";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const [from, to] = [instant("2026-02-01T00:00:00Z"), instant("2026-03-01T00:00:00Z")];
 * const options = { from, to, zone: timeZone("UTC") };
 * const migration = lifecycleMigrationCombine(options);
 * const row = { customer: { id: customerId("C-1") }, facts: {} };
 * const accumulator = migration.addInput(migration.createAccumulator(), row);
 * migration.extractOutput(accumulator).closing.potential; // => 1
 * ```
 */
export function lifecycleMigrationCombine(
  options: LifecycleMigrationOptions,
): Aggregation<LifecycleRow, LifecycleMigrationAccumulator, LifecycleMigration> {
  const { from, to, zone } = options;
  requireSpan(options);
  const policy = requireLifecyclePolicy(options.policy ?? DEFAULT_LIFECYCLE_POLICY);
  const level = requireLevel(options.level ?? DEFAULT_LEVEL, "compare a base at two moments");
  // Refuses moments or a zone that are none before the first row.
  plainDateAt(from, zone);
  plainDateAt(to, zone);
  const configuration = JSON.stringify([from, to, zone, level, lifecyclePolicyText(policy)]);
  const createAccumulator = (): LifecycleMigrationAccumulator => ({
    version: VERSION,
    configuration,
    notYet: 0,
    moves: byOrigin(noCounts),
    rejected: [],
  });
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      const read = readBaseRow(row, { until: to, zone, policy });
      if (read.kind === "rejected") accumulator.rejected.push(read.rejected);
      else if (read.kind === "not-yet") accumulator.notYet += 1;
      else {
        const { states } = read;
        const opening = states.findLast(({ at }) => at <= from)?.state.rung;
        const origin = states.length === 0 ? "potential" : (opening ?? "new");
        accumulator.moves[origin][states.at(-1)?.state.rung ?? "potential"] += 1;
      }
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      requireSameConfiguration("life cycle migration", [createAccumulator(), a, b]);
      return {
        ...createAccumulator(),
        notYet: a.notYet + b.notYet,
        moves: byOrigin((origin) => sumCounts(a.moves[origin], b.moves[origin]) as Counts),
        rejected: [...a.rejected, ...b.rejected],
      };
    },
    extractOutput: ({ notYet, moves, rejected }) => {
      const opening = byOrigin((origin) =>
        RELATIONSHIP_RUNGS.reduce((sum, rung) => sum + moves[origin][rung], 0),
      );
      const closing = noCounts();
      for (const rung of RELATIONSHIP_RUNGS) {
        for (const origin of ORIGINS) closing[rung] += moves[origin][rung];
      }
      return {
        customers: ORIGINS.reduce((sum, origin) => sum + opening[origin], 0),
        notYet,
        opening,
        closing,
        cells: ORIGINS.flatMap((origin) => cellsOf(origin, { moves, n: opening[origin], level })),
        rejected: sortRejected(rejected),
      };
    },
  };
}

type Counts = Record<RelationshipRung, number>;

function byOrigin<T>(of: (origin: MigrationOrigin) => T): Record<MigrationOrigin, T> {
  const entries = ORIGINS.map((origin) => [origin, of(origin)] as const);
  return Object.fromEntries(entries) as Record<MigrationOrigin, T>;
}

function cellsOf(
  from: MigrationOrigin,
  options: {
    readonly moves: LifecycleMigrationAccumulator["moves"];
    readonly n: number;
    readonly level: number;
  },
): MigrationCell[] {
  const { moves, n, level } = options;
  return RELATIONSHIP_RUNGS.filter((to) => moves[from][to] > 0).map((to) => {
    const count = moves[from][to];
    return { from, to, count, share: count / n, interval: wilsonInterval({ count, n }, { level }) };
  });
}
