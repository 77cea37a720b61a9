import { compareText } from "../../shared/text-order.js";
import type { CountedComplaint } from "./counted-complaint.js";
import { distinctComplaints } from "./distinct-complaints.js";

/** How much of all complaints one cause, kind, sub-kind or product makes up. */
export interface CauseShare {
  /** The cause; `unknown` for those not found out yet. */
  readonly cause: string;
  /** How many complaints. */
  readonly count: number;
  /** Of all, 0 to 1. */
  readonly share: number;
  /** With all causes before it, 0 to 1. */
  readonly cumulativeShare: number;
}

/** What is counted. */
export interface CauseShareOptions {
  /** By what; `cause` when absent. A sub-kind is written with its kind, as `product/defect`. */
  readonly by?: "cause" | "kind" | "sub-kind" | "product";
}

/**
 * Which few causes make up most of the complaints?
 *
 * The most frequent first, of equal ones by name. Complaints whose cause is not known stand last, whatever their
 * number: `unknown` is no cause to work on. Duplicates count once.
 *
 * @param complaints - The complaints, in any order.
 * @param options - `by`: what is counted.
 * @returns One entry a cause; none for no complaints. The shares add up to 1.
 * @example
 * ```ts
 * import { causeShares } from "goodwill/service";
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const one = { customer: customerId("C-1"), at: instant("2026-03-02T09:00:00Z"), kind: "product" };
 * const causes = ["seal", undefined, "seal", "label"];
 * const complaints = causes.map((cause, i) => ({ ...one, id: `K-${i}`, ...(cause !== undefined && { cause }) }));
 * causeShares(complaints).map(({ cause, count, cumulativeShare }) => [cause, count, cumulativeShare]);
 * // => [["seal", 2, 0.5], ["label", 1, 0.75], ["unknown", 1, 1]]
 * ```
 */
export function causeShares(
  complaints: Iterable<CountedComplaint>,
  { by = "cause" }: CauseShareOptions = {},
): readonly CauseShare[] {
  const counts = new Map<string, number>();
  const { complaints: distinct } = distinctComplaints(complaints);
  for (const complaint of distinct) {
    const cause = causeOf(complaint, by) ?? UNKNOWN;
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const n = distinct.length;
  let before = 0;
  return [...counts]
    .sort(
      ([a, countA], [b, countB]) =>
        Number(a === UNKNOWN) - Number(b === UNKNOWN) || countB - countA || compareText(a, b),
    )
    .map(([cause, count]) => {
      before += count;
      return { cause, count, share: count / n, cumulativeShare: before / n };
    });
}

function causeOf(
  complaint: CountedComplaint,
  by: NonNullable<CauseShareOptions["by"]>,
): string | undefined {
  if (by !== "sub-kind") return complaint[by];
  const { kind, subKind } = complaint;
  return subKind === undefined ? undefined : `${kind}/${subKind}`;
}

/** What stands for a cause not found out yet. */
const UNKNOWN = "unknown";
