import type { SlaClockKind } from "./sla-policy.js";

/**
 * When somebody is told: at a share of the target, or a time before or after the deadline. All of it is counted in the
 * business time of the clock's own calendar, its pauses left out.
 */
export type EscalationMoment =
  | {
      /** The share of the target that is used up, above 0 to 1; 1 is the deadline. */
      readonly targetShare: number;
    }
  | {
      /** Business minutes before the deadline; at the start where the target is shorter. */
      readonly minutesBefore: number;
    }
  | {
      /** Business minutes after the deadline, above 0. */
      readonly minutesAfter: number;
    };

/** Who is told when about a clock that is not stopped. */
export interface EscalationRule {
  /** The host's id; unique. */
  readonly id: string;
  /** Whether it only warns, or hands the case up. */
  readonly kind: "warning" | "escalation";
  /** The clocks it looks at; all when absent. */
  readonly clocks?: readonly SlaClockKind[];
  /** The priorities it looks at; all, and cases without one, when absent. */
  readonly priorities?: readonly string[];
  /** When. */
  readonly when: EscalationMoment;
  /** Who is told, in the host's words; at least one. */
  readonly tell: readonly string[];
}

/**
 * The owner is warned when four fifths of the time are used up, the supervisor told at the deadline, the manager an
 * hour later.
 *
 * @remarks SRV-4 asks that breach and escalation are computed without naming a moment; these are this library's.
 */
export const DEFAULT_ESCALATION_RULES: readonly EscalationRule[] = [
  { id: "four-fifths", kind: "warning", when: { targetShare: 0.8 }, tell: ["owner"] },
  {
    id: "at-deadline",
    kind: "escalation",
    when: { targetShare: 1 },
    tell: ["owner", "supervisor"],
  },
  { id: "hour-late", kind: "escalation", when: { minutesAfter: 60 }, tell: ["manager"] },
];
