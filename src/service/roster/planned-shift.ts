import type { Instant } from "../../shared/time/instant.js";

/** A break at its time. */
export interface PlannedBreak {
  /** Its beginning. */
  readonly start: Instant;
  /** How long it lasts, in minutes. */
  readonly minutes: number;
  /** Whether it is paid. */
  readonly isPaid: boolean;
}

/** A shift at its time, to be worked by so many agents. */
export interface PlannedShift {
  /** Its id, unique in a plan: pattern, start, and the starts of its breaks. */
  readonly id: string;
  /** The id of its pattern. */
  readonly pattern: string;
  /** Its beginning. */
  readonly start: Instant;
  /** How long it lasts with its breaks, in minutes. */
  readonly minutes: number;
  /** Its breaks, by their beginning. */
  readonly breaks: readonly PlannedBreak[];
  /** The minutes paid: all but unpaid breaks. */
  readonly paidMinutes: number;
  /** How many agents work it; a whole number, at least 1. */
  readonly agents: number;
  /** The skills each of them needs; none when absent. */
  readonly skills?: readonly string[];
  /** The languages each of them needs; none when absent. */
  readonly languages?: readonly string[];
  /** Whether nobody likes it; not so when absent. */
  readonly isUnpopular?: boolean;
}
