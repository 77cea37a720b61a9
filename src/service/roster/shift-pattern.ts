import type { DayOfWeek } from "../../shared/time/date-arithmetic.js";

/** A break of a shift: at a fixed time after its start, or within a window. */
export interface ShiftBreak {
  /** How long it lasts, in whole minutes of at least 1. */
  readonly minutes: number;
  /** It begins so many minutes after the shift at the earliest; whole, at least 0. */
  readonly fromMinutes: number;
  /** It begins so many minutes after the shift at the latest; exactly at `fromMinutes` when absent. */
  readonly untilMinutes?: number;
  /** From one possible beginning to the next, in whole minutes of at least 1; 15 when absent. */
  readonly stepMinutes?: number;
  /** Whether it is paid and counts as working time. */
  readonly isPaid: boolean;
}

/** A kind of shift that can be worked. */
export interface ShiftPattern {
  /** The firm's id of the pattern; unique in a list. */
  readonly id: string;
  /** How long it lasts with its breaks, in whole minutes that really pass whatever the clock does: 1 to 1440. */
  readonly minutes: number;
  /** When it may begin, `HH:MM` on the clock of the zone: on every day alike, or by weekday; 1 is Monday. */
  readonly starts: readonly string[] | Readonly<Partial<Record<DayOfWeek, readonly string[]>>>;
  /** Its breaks, in their order; none when absent. */
  readonly breaks?: readonly ShiftBreak[];
  /** What one costs, in the firm's own unit, at least 0; its paid minutes when absent. Decides between equal plans. */
  readonly cost?: number;
  /** The skills needed for it, every one; none when absent. */
  readonly skills?: readonly string[];
  /** The languages needed for it, every one; none when absent. */
  readonly languages?: readonly string[];
  /** Whether it is a shift nobody likes, to be shared out fairly; not so when absent. */
  readonly isUnpopular?: boolean;
}
