import { addMilliseconds } from "../../shared/time/instant.js";
import { complaintMatters } from "./complaint-matters.js";
import type { CountedComplaint } from "./counted-complaint.js";

/** How far back is looked, and for what. */
export interface EarlierComplaintOptions {
  /** Within how many days before it, at least 0; a year of 365 when absent. */
  readonly withinDays?: number;
  /** Whether only those of the same kind count; all kinds do when absent. */
  readonly sameKind?: boolean;
}

/**
 * How often has this customer complained before?
 *
 * Complaints received before this one count, so many days before at most; duplicates once, and those of the same
 * matter as this one not at all.
 *
 * For the limits of authority (`earlier` of `resolveWithin` and `decideComplaint`) all kinds count, which is what they
 * mean unless said. For the `earlierFailures` of `proposeRecovery`, failures in the same way, take `sameKind: true`.
 *
 * @param complaint - The complaint.
 * @param others - The firm's complaints, in any order; itself may be among them.
 * @param options - How far back is looked, and for which kinds.
 * @returns How many.
 * @throws RangeError where `withinDays` is below 0.
 * @example
 * ```ts
 * import { earlierComplaints } from "goodwill/service";
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const now = { id: "K-2", customer: customerId("C-1"), at: instant("2026-03-02T09:00:00Z"), kind: "product" };
 * earlierComplaints(now, [now, { ...now, id: "K-1", at: instant("2026-01-05T09:00:00Z") }]); // => 1
 * ```
 */
export function earlierComplaints(
  complaint: CountedComplaint,
  others: Iterable<CountedComplaint>,
  { withinDays = 365, sameKind = false }: EarlierComplaintOptions = {},
): number {
  if (!(withinDays >= 0 && Number.isFinite(withinDays))) {
    throw new RangeError(
      `Cannot count earlier complaints: withinDays must be at least 0, got ${withinDays}`,
    );
  }
  const { id, customer, at, kind } = complaint;
  const from = addMilliseconds(at, -Math.round(withinDays * 86_400_000));
  const own: CountedComplaint[] = [complaint];
  for (const one of others) if (one.customer === customer) own.push(one);
  const { rows, matterOf } = complaintMatters(own);
  const itself = matterOf(id);
  const matters = new Set([...rows.keys()].map(matterOf));
  return [...matters].filter(
    (one) => one !== itself && one.at >= from && one.at < at && (!sameKind || one.kind === kind),
  ).length;
}
