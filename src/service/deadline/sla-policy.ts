import type { AtClosing } from "./service-due.js";

/**
 * What a clock waits for: `acknowledgement` that we have the case; `first-response`, a first answer; `next-response`,
 * an answer to each later message; `update`, regular news; `resolution`.
 */
export type SlaClockKind =
  "acknowledgement" | "first-response" | "next-response" | "update" | "resolution";

/** Within how much time of which calendar. */
export interface SlaTarget {
  /** Business minutes, at least 0. */
  readonly minutes: number;
  /** The name of the calendar; the policy's when absent. */
  readonly calendar?: string;
}

/** The targets of one kind of clock, and what pauses it. */
export interface SlaRule {
  /** The kind of clock; one rule a kind. */
  readonly clock: SlaClockKind;
  /** The targets by priority. */
  readonly byPriority: Readonly<Record<string, SlaTarget>>;
  /** The target of cases of no priority listed; they have no such clock when absent. */
  readonly otherwise?: SlaTarget;
  /** For whom or what we may wait while the clock is paused, in the words of `waitingFor`. */
  readonly pausedBy: readonly string[];
}

/** What is promised: which clocks run, how fast, and what stops the counting. */
export interface SlaPolicy {
  /** The name of the calendar that counts where a target names none. */
  readonly calendar: string;
  /** The clocks; at least one. */
  readonly rules: readonly SlaRule[];
  /** What a deadline on the moment of closing does; `stay` when absent. */
  readonly atClosing?: AtClosing;
  /**
   * What a case reopened does to the clock of resolution: it goes on, the time resolved not counted, or a new one
   * starts; `continue` when absent.
   */
  readonly onReopening?: "continue" | "restart";
}

/**
 * An answer to anybody within 8 business hours, to critical cases within the hour, day and night; resolved within 5
 * days of 8 hours. Waiting for the customer pauses news and resolution; waiting for anyone else does not.
 *
 * @remarks SRV-4 names the clocks and ISO 10002:2018 (7.3, 7.4) asks to acknowledge at once and to keep the complainant
 * informed; neither gives a number. The minutes are this library's, meant to be replaced. An answer is paused by
 * nothing, since it is the customer who waits for it; a supplier pauses nothing, since the customer did not choose
 * them. The calendars `day-and-night` and `desk` are the host's to provide.
 */
export const DEFAULT_SLA_POLICY: SlaPolicy = {
  calendar: "desk",
  rules: [
    {
      clock: "acknowledgement",
      byPriority: { critical: { minutes: 15, calendar: "day-and-night" }, high: { minutes: 60 } },
      otherwise: { minutes: 240 },
      pausedBy: [],
    },
    {
      clock: "first-response",
      byPriority: { critical: { minutes: 60, calendar: "day-and-night" }, high: { minutes: 240 } },
      otherwise: { minutes: 480 },
      pausedBy: [],
    },
    {
      clock: "next-response",
      byPriority: { critical: { minutes: 60, calendar: "day-and-night" }, high: { minutes: 240 } },
      otherwise: { minutes: 480 },
      pausedBy: [],
    },
    {
      clock: "update",
      byPriority: { critical: { minutes: 240, calendar: "day-and-night" }, high: { minutes: 480 } },
      otherwise: { minutes: 960 },
      pausedBy: ["customer"],
    },
    {
      clock: "resolution",
      byPriority: {
        critical: { minutes: 1440, calendar: "day-and-night" },
        high: { minutes: 960 },
      },
      otherwise: { minutes: 2400 },
      pausedBy: ["customer"],
    },
  ],
};
