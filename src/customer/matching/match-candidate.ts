import type { Reason, Trace } from "../../shared/reason.js";
import type { RecordReference } from "../merging/customer-record.js";

/** What is done with two records: merge them, have a human look, or keep them apart. */
export type MatchDecision = "merge" | "review" | "distinct";

/** Two records. */
export interface RecordPair {
  /** The one whose source and id come first as texts. */
  readonly first: RecordReference;
  /** The other one. */
  readonly second: RecordReference;
}

/** What the evidence says about two records. */
export interface MatchCandidate extends RecordPair {
  /** The weight of all evidence together; the higher, the more likely they are of one customer. */
  readonly score: number;
  /** What is done. */
  readonly decision: MatchDecision;
  /**
   * Whether both can be members of one group: no veto, no disagreement that asks for a human, no names that are close
   * and may be of two persons, no weight against.
   */
  readonly consistent: boolean;
  /** The score with the weight of each field that both records know; the parts add up to it. */
  readonly trace: Trace;
  /** Why it was decided so. */
  readonly reasons: readonly Reason[];
}
