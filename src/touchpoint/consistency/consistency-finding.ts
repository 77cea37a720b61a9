import type { Reason } from "../../shared/reason.js";
import type { RejectedRow } from "../../shared/rows.js";
import type { Instant } from "../../shared/time/instant.js";
import type { FindingSeverity } from "./consistency-policy.js";
import type { StatementValue } from "./statement.js";

/** Statements that say the same. */
export interface StatementGroup {
  /** What they say. */
  readonly value: StatementValue;
  /** How many statements say so; equal rows add up. */
  readonly statements: number;
  /** Where it is said, by id. */
  readonly touchpoints: readonly string[];
  /** What proves it, in the order of text; empty where nothing does. */
  readonly evidence: readonly string[];
  /** Whether they agree with the reference; `false` where there is none. */
  readonly agrees: boolean;
  /** For opening hours: in how many minutes of the week they differ from the reference; absent without one. */
  readonly differingMinutes?: number;
}

/** For whom a finding holds. */
export interface StatementScope {
  /** The audience; absent: whoever belongs to none that is named. */
  readonly audience?: string;
  /** The region; absent: wherever none is named. */
  readonly region?: string;
}

/**
 * What is wrong: values that contradict one another, prices in currencies that cannot be compared, or a promise that
 * was not kept.
 */
export type ConsistencyFindingKind = "contradiction" | "other-currency" | "broken-promise";

/** Something the customer is told differently, or promised and not given (TP-4). */
export interface ConsistencyFinding {
  /** What is wrong. */
  readonly kind: ConsistencyFindingKind;
  /** What it is about. */
  readonly subject: string;
  /** Which side of it. */
  readonly aspect: string;
  /** The first moment of it. */
  readonly from: Instant;
  /** The first moment after it; absent: it goes on. */
  readonly until?: Instant;
  /** For whom; absent: for everybody. */
  readonly scopes?: readonly StatementScope[];
  /** How much it matters, by the policy. */
  readonly severity: FindingSeverity;
  /**
   * What the others are held against: the word of the policy's touchpoint (`authority`), the value said most often
   * (`majority`), what customers got (`delivered`), or nothing, because values are said equally often (`none`).
   */
  readonly basis: "authority" | "majority" | "delivered" | "none";
  /** The value the others are held against; absent where there is none. */
  readonly reference?: StatementValue;
  /** What is said, the value said most often first, equals by value. */
  readonly groups: readonly StatementGroup[];
  /** Each deviation in one reason. */
  readonly reasons: readonly Reason[];
}

/** A touchpoint that is silent where customers ask. */
export interface MissingStatement {
  /** The touchpoint. */
  readonly touchpoint: string;
  /** What customers ask about there. */
  readonly subject: string;
  /** How often they asked. */
  readonly asks: number;
  /** Touchpoints that say something about it, by id; empty where nobody does. */
  readonly saidAt: readonly string[];
  /** `asked-and-not-said`, with the numbers. */
  readonly reasons: readonly Reason[];
}

/** What different touchpoints say about the same thing, compared. */
export interface ConsistencyReport {
  /** How many statements were compared; equal rows add up. */
  readonly statements: number;
  /** The findings, those that matter most first, then by subject, aspect and time. */
  readonly findings: readonly ConsistencyFinding[];
  /** Touchpoints that are silent where customers ask, the most asked first. */
  readonly missing: readonly MissingStatement[];
  /** Statements that could not be compared, with position and reasons. */
  readonly rejected: readonly RejectedRow[];
}
