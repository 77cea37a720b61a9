import {
  linkageQuality,
  matchCandidates,
  matchGroups,
  mergeCustomers,
  mergeMatchedCustomers,
  type MatchResult,
} from "goodwill/customer";
import type { BenchmarkCase } from "./cases.js";
import { simulatedCustomers, type SimulatedCustomers } from "./simulated-customers.js";

const simulated = (count: number): SimulatedCustomers =>
  simulatedCustomers(count, { duplicateShare: 0.05, seed: 11 });

/** What the search compared and found, for a reader. */
function summary(
  { candidates, comparisons, pairsPossible }: MatchResult,
  truth: SimulatedCustomers["truth"],
): string {
  const found = candidates.filter(({ decision }) => decision !== "distinct");
  const merged = candidates.filter(({ decision }) => decision === "merge");
  const { recall } = linkageQuality(found, { truth });
  const { recall: mergedRecall, precision } = linkageQuality(merged, { truth });
  const percent = (share = 0): string => `${(100 * share).toFixed(2)}%`;
  return [
    `${comparisons.toLocaleString("en-US")} comparisons`,
    `${((100 * comparisons) / pairsPossible).toFixed(5)}% of all pairs`,
    `found ${percent(recall?.share)}`,
    `merged ${percent(mergedRecall?.share)}, of these right ${percent(precision?.share)}`,
  ].join(", ");
}

/** The benchmarks of matching and merging by name; `short` shrinks those that take long. */
export function customerMatchingCases(short: boolean): Record<string, () => BenchmarkCase> {
  const count = short ? 10_000 : 100_000;
  const text = count.toLocaleString("en-US");
  return {
    [`matching candidates of ${text} records`]: () => {
      const { records, truth } = simulated(count);
      const run = (): MatchResult => matchCandidates(records);
      return {
        run,
        items: count,
        unit: "records",
        aim: `a few seconds, < 0.01% of all pairs: ${summary(run(), truth)}`,
      };
    },
    [`customers of ${text} records, matched and merged`]: () => {
      const { records } = simulated(count);
      return {
        run: () =>
          mergeMatchedCustomers(records, { groups: matchGroups(matchCandidates(records)).merge }),
        items: count,
        unit: "records",
      };
    },
    "merging one customer of 5 records": () => {
      const { records } = simulated(5);
      return { run: () => mergeCustomers(records), items: 1, unit: "customers" };
    },
  };
}
