import type { Reason } from "../../shared/reason.js";

/** What a linter of rosters can find. */
export type RosterFindingCode =
  | "roster-pattern-never-starts"
  | "roster-pattern-fits-nobody"
  | "roster-pattern-longer-than-weeks"
  | "roster-agent-fits-nothing"
  | "roster-agent-hours-out-of-reach"
  | "roster-agent-hours-above-rules"
  | "roster-wish-pattern-unknown";

/** Something about patterns or agents that cannot be meant, or should be looked at. */
export interface RosterFinding extends Reason {
  /** What it is. */
  readonly code: RosterFindingCode;
  /** `error` where a pattern or agent can never be used; `warning` where it may be meant. */
  readonly severity: "error" | "warning";
  /** The place: `patterns[2]`, `agents[0]`. */
  readonly where: string;
}
