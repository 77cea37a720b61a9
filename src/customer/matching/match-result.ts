import type { Reason } from "../../shared/reason.js";
import type { MatchCandidate } from "./match-candidate.js";
import type { BlockingKey } from "./match-policy.js";

/** A block that was too large to be compared and could not be split. */
export interface SkippedBlock {
  /** By what it was gathered. */
  readonly blocking: BlockingKey;
  /** The value its records share, with what it was split by. */
  readonly value: string;
  /** How many records it holds. */
  readonly records: number;
}

/** The pairs worth acting on, and how they were searched for. */
export interface MatchResult {
  /** The pairs to merge and to review, and all other pairs within a group to be merged; the heaviest first. */
  readonly candidates: readonly MatchCandidate[];
  /** How many records were compared with others; versions of one record count as one. */
  readonly records: number;
  /** How many pairs there are in all. */
  readonly pairsPossible: number;
  /** How many pairs met in a block and were compared. */
  readonly comparisons: number;
  /** How many pairs met in no block, and were compared because both belong to one group. */
  readonly groupComparisons: number;
  /** How many blocks of at least two records there were. */
  readonly blocks: number;
  /** The blocks whose pairs were not compared because they were too many. */
  readonly skippedBlocks: readonly SkippedBlock[];
  /** What a reader should know: blocks skipped and split, values shared by many, records nothing gathers. */
  readonly findings: readonly Reason[];
}
