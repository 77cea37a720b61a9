import type { Aggregation, ConfiguredAccumulator } from "../../shared/aggregation.js";
import { requireSameConfiguration } from "../../shared/aggregation.js";
import type { RejectedRow } from "../../shared/rows.js";
import type { LevelOptions } from "../../shared/statistics/interval.js";
import { DEFAULT_LEVEL, requireLevel } from "../../shared/statistics/interval.js";
import type { Interaction } from "../interaction.js";
import type {
  BusinessTouchpoints,
  BusinessTouchpointsReport,
  CustomerCounting,
  DistinctCustomers,
  TouchpointSums,
} from "./business-touchpoint.js";
import { businessOfSums } from "./business-of-sums.js";
import { addCustomer, addCustomers, noCustomers } from "./distinct-customers.js";
import { loggedInteractionIssues } from "./logged-interaction.js";
import { addCount, ownEntry, setOwnEntry } from "../catalogue/own-entry.js";
import { requireTouchpointCatalogue } from "../catalogue/touchpoint-catalogue.js";
import { addInteraction, addTouchpointSums, noSums } from "./touchpoint-sums.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";

/** Sums over the interactions of a log that can be stored, sent and merged. */
export interface BusinessTouchpointsAccumulator extends ConfiguredAccumulator {
  /** Sums by touchpoint. */
  readonly touchpoints: Record<string, TouchpointSums>;
  /** The different customers of all touchpoints. */
  readonly customers: DistinctCustomers;
  /** How many rows could not be counted. */
  rejected: number;
  /** How many faults by field. */
  readonly rejectedByPath: Record<string, number>;
}

/** Against which catalogue a log is read, and how customers are counted. */
export interface BusinessTouchpointsOptions extends LevelOptions {
  /** The firm's touchpoints. */
  readonly catalogue: Iterable<Touchpoint>;
  /** How different customers are told apart; `exact` when absent. */
  readonly counting?: CustomerCounting;
}

/**
 * A business taken apart into its touchpoints, as an aggregation: one pass over a log of any size.
 *
 * A row that cannot be counted (an empty id, an impossible time, a feeling off -1..1) is counted as rejected by field
 * and changes nothing else. Every row counts: sift double ids before.
 *
 * Memory grows with the touchpoints and the words of outcomes and topics; with `exact` counting also with the
 * customers of each touchpoint, about 100 bytes for each pair of them. `estimated` keeps that part constant.
 *
 * @param options - The catalogue, how customers are counted, and the level of the intervals.
 * @returns The aggregation. Means of feelings merged in another order may differ in the last digits; all else is exact.
 * @throws RangeError when the catalogue or the level is not valid, and in `addInput` when the costs of one currency
 * exceed 2^53 - 1 minor units.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { aggregate, instant } from "goodwill/shared";
 * import { businessTouchpointsCombine, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const log = [
 *   {
 *     id: "1",
 *     customer: customerId("C-1"),
 *     at: instant("2026-02-13T09:30:00Z"),
 *     touchpoint: "website",
 *     channel: "web",
 *     direction: "inbound" as const,
 *     kind: "visit",
 *   },
 * ];
 * const business = aggregate(log, businessTouchpointsCombine({ catalogue: STANDARD_TOUCHPOINTS }));
 * [business.interactions, business.silent.length]; // => [1, 16]
 * ```
 */
export function businessTouchpointsCombine({
  catalogue,
  counting = "exact",
  level = DEFAULT_LEVEL,
}: BusinessTouchpointsOptions): Aggregation<
  Interaction,
  BusinessTouchpointsAccumulator,
  BusinessTouchpoints
> {
  const known = requireTouchpointCatalogue(catalogue);
  requireLevel(level, "take a business apart");
  const createAccumulator = (): BusinessTouchpointsAccumulator => ({
    version: 1,
    configuration: counting,
    touchpoints: {},
    customers: noCustomers(counting),
    rejected: 0,
    rejectedByPath: {},
  });
  const sumsOf = (accumulator: BusinessTouchpointsAccumulator, key: string): TouchpointSums => {
    const { touchpoints } = accumulator;
    const found = ownEntry(touchpoints, key);
    if (found !== undefined) return found;
    const sums = noSums(counting);
    setOwnEntry(touchpoints, { key, value: sums });
    return sums;
  };
  return {
    createAccumulator,
    addInput: (accumulator, row) => {
      const issues = loggedInteractionIssues(row);
      if (issues.length > 0) {
        accumulator.rejected += 1;
        for (const { path } of issues) {
          addCount(accumulator.rejectedByPath, { key: path, count: 1 });
        }
        return accumulator;
      }
      addInteraction(sumsOf(accumulator, row.touchpoint), row);
      addCustomer(accumulator.customers, row.customer);
      return accumulator;
    },
    mergeAccumulators: (a, b) => {
      const merged = createAccumulator();
      requireSameConfiguration("business touchpoints", [merged, a, b]);
      for (const part of [a, b]) {
        for (const [key, sums] of Object.entries(part.touchpoints)) {
          addTouchpointSums(sumsOf(merged, key), sums);
        }
        addCustomers(merged.customers, part.customers);
        merged.rejected += part.rejected;
        for (const [key, count] of Object.entries(part.rejectedByPath)) {
          addCount(merged.rejectedByPath, { key, count });
        }
      }
      return merged;
    },
    extractOutput: (accumulator) => businessOfSums(accumulator, { known, counting, level }),
  };
}

/**
 * At which touchpoints is the firm really met, by how many, with what outcome, feeling and cost (TP-1)?
 *
 * Touchpoints that the log knows and the catalogue does not are listed as unknown, those of the catalogue that the log
 * does not know as silent. A row that cannot be counted is handed back and changes nothing else.
 *
 * @param interactions - The log, in any order.
 * @param options - The catalogue, how customers are counted, and the level of the intervals.
 * @returns The touchpoints with their figures, and the rows that could not be counted.
 * @throws RangeError when the catalogue or the level is not valid, or the costs of one currency at a touchpoint exceed
 * 2^53 - 1 minor units.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 * import { businessTouchpoints, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const common = { customer: customerId("C-1"), channel: "web", direction: "inbound", kind: "visit" } as const;
 * const { touchpoints, unknown } = businessTouchpoints(
 *   [
 *     { ...common, id: "1", at: instant("2026-02-13T09:30:00Z"), touchpoint: "website", outcome: "purchase" },
 *     { ...common, id: "2", at: instant("2026-02-14T09:30:00Z"), touchpoint: "website" },
 *     { ...common, id: "3", at: instant("2026-02-14T09:30:00Z"), touchpoint: "kiosk" },
 *   ],
 *   { catalogue: STANDARD_TOUCHPOINTS },
 * );
 * touchpoints[0]?.outcomes; // => [{ outcome: "purchase", interactions: 1, share: 0.5 }]
 * unknown; // => ["kiosk"]
 * ```
 */
export function businessTouchpoints(
  interactions: Iterable<Interaction>,
  options: BusinessTouchpointsOptions,
): BusinessTouchpointsReport {
  const aggregation = businessTouchpointsCombine(options);
  const rejectedRows: RejectedRow[] = [];
  let accumulator = aggregation.createAccumulator();
  let index = 0;
  for (const row of interactions) {
    const before = accumulator.rejected;
    accumulator = aggregation.addInput(accumulator, row);
    if (accumulator.rejected > before) {
      rejectedRows.push({ index, row, issues: loggedInteractionIssues(row) });
    }
    index += 1;
  }
  return { ...aggregation.extractOutput(accumulator), rejectedRows };
}
