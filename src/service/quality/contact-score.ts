import type { Reason, Trace } from "../../shared/reason.js";
import type { Interval } from "../../shared/statistics/interval.js";

/** How one contact was judged. */
export interface ContactScore {
  /** The contact's id. */
  readonly contact: string;
  /** Who served. */
  readonly agent: string;
  /** Weighted share of the points, 0 to 1; absent while answers are missing, or where nothing applied. */
  readonly score?: number;
  /** Whether it passed; absent as the score, unless a critical criterion failed, which settles it. */
  readonly passed?: boolean;
  /** Critical criteria without any point, by id. */
  readonly criticalFailures: readonly string[];
  /** Criteria without an answer, by id. */
  readonly missing: readonly string[];
  /** How the score came about; its parts add up to it. Absent as the score. */
  readonly trace?: Trace;
}

/** How an agent's sampled contacts were judged. */
export interface AgentQuality {
  /** The agent. */
  readonly agent: string;
  /** Contacts judged: passed or not. */
  readonly n: number;
  /** Of them, passed. */
  readonly passed: number;
  /** Contacts that are not judged to the end. */
  readonly incomplete: number;
  /** Passed by judged; absent where nothing was judged. */
  readonly passShare?: number;
  /** Wilson interval of that share; absent where nothing was judged. */
  readonly interval?: Interval;
  /** Mean score of the contacts with one, 0 to 1; absent where there are none. */
  readonly meanScore?: number;
  /** Contacts that failed by a critical criterion. */
  readonly criticalFailures: number;
  /** What it is good for: coaching, not ranking, where too few were judged. */
  readonly reasons: readonly Reason[];
}
