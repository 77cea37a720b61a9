import { complaintMatters } from "./complaint-matters.js";
import type { CountedComplaint } from "./counted-complaint.js";

/** Complaints without their duplicates. */
export interface DistinctComplaints<Row extends CountedComplaint = CountedComplaint> {
  /** One of each matter, in the order given. */
  readonly complaints: readonly Row[];
  /** How many were left out, since another one stands for them. */
  readonly duplicates: number;
}

/**
 * Which complaints are left when each matter counts once?
 *
 * A complaint and all its duplicates, also duplicates of duplicates, count once: by the one that is no duplicate, or,
 * where that is not among them, by the earliest.
 *
 * @param complaints - The complaints, in any order; an id that comes again counts once.
 * @returns The complaints that count, and how many were left out.
 * @example
 * ```ts
 * import { distinctComplaints } from "goodwill/service";
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const first = { id: "K-1", customer: customerId("C-1"), at: instant("2026-03-02T09:00:00Z"), kind: "product" };
 * const again = { ...first, id: "K-2", duplicateOf: "K-1" };
 * distinctComplaints([first, again]).duplicates; // => 1
 * ```
 */
export function distinctComplaints<Row extends CountedComplaint>(
  complaints: Iterable<Row>,
): DistinctComplaints<Row> {
  const { rows, given, matterOf } = complaintMatters(complaints);
  const left = [...rows.values()].filter((row) => matterOf(row.id) === row);
  return { complaints: left, duplicates: given - left.length };
}
