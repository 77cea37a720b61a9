import type { Instant } from "../../shared/time/instant.js";
import type { AnswerComplaint, CloseComplaint, ComplaintCommandKind } from "./complaint-command.js";
import type { ComplaintRemedy } from "./complaint-remedy.js";
import type { ComplaintPhase } from "./complaint-state.js";
import type { Complaint } from "./complaint.js";

/** A phase a complaint entered. */
export interface PhaseEntry {
  /** The phase. */
  readonly phase: ComplaintPhase;
  /** When. */
  readonly at: Instant;
}

/** An event of a complaint that has been applied. */
export interface AppliedComplaintEvent {
  /** Its id. */
  readonly id: string;
  /** Its kind. */
  readonly kind: ComplaintCommandKind;
  /** When it was done; not before the one applied before it. */
  readonly at: Instant;
}

/** Remedies somebody agreed to, not granted yet. */
export interface RemedyApproval {
  /** Who agreed. */
  readonly by: string;
  /** When. */
  readonly at: Instant;
  /** To what. */
  readonly remedies: readonly ComplaintRemedy[];
}

/** Something promised to a customer who complained. */
export interface ComplaintPromise {
  /** The host's id. */
  readonly id: string;
  /** What. */
  readonly what: string;
  /** When it was promised. */
  readonly at: Instant;
  /** Until when; no moment was named when absent. */
  readonly due?: Instant;
  /** When it was kept or called off; open when absent. */
  readonly settledAt?: Instant;
  /** What became of it; open when absent. */
  readonly outcome?: "kept" | "called-off";
}

/** Another complaint this one has to do with. */
export interface ComplaintLink {
  /** The other complaint. */
  readonly to: string;
  /** What they have in common. */
  readonly why: string;
}

/** What is waited for from the customer. */
export interface CustomerWait {
  /** Since when. */
  readonly since: Instant;
  /** What for. */
  readonly what: string;
}

/** A complaint as its events have left it. */
export interface ComplaintCase {
  /** The complaint, with what was judged and found out since; absent before it is received. */
  readonly record?: Complaint;
  /** Where it stands; absent before it is received. */
  readonly phase?: ComplaintPhase;
  /** The phases it entered, in order. */
  readonly phases: readonly PhaseEntry[];
  /** The events applied, in order. */
  readonly applied: readonly AppliedComplaintEvent[];
  /** Who answers for it; absent before it is received. */
  readonly owner?: string;
  /** Whether somebody was put in charge since it was received. */
  readonly assigned: boolean;
  /** The level it is at; 1 to begin with. */
  readonly level: number;
  /** How often it was handed to somebody else of the same level. */
  readonly handOffs: number;
  /** How often it went to a higher level. */
  readonly escalations: number;
  /** How often it was taken up again. */
  readonly reopened: number;
  /** What is waited for from the customer; nothing when absent. */
  readonly waiting?: CustomerWait;
  /** What was promised, in the order promised. */
  readonly promises: readonly ComplaintPromise[];
  /** What was agreed to and not granted yet. */
  readonly approvals: readonly RemedyApproval[];
  /** What was granted, by all answers. */
  readonly granted: readonly ComplaintRemedy[];
  /** What the last answer found; absent before one. */
  readonly finding?: AnswerComplaint["finding"];
  /** What the customer said to it; absent before it was closed. */
  readonly outcome?: CloseComplaint["outcome"];
  /** The complaint it is a duplicate of; absent when it is none. */
  readonly duplicateOf?: string;
  /** The complaints it has to do with. */
  readonly links: readonly ComplaintLink[];
}

/** A complaint that has not been received. */
export const NO_COMPLAINT: ComplaintCase = {
  phases: [],
  applied: [],
  assigned: false,
  level: 1,
  handOffs: 0,
  escalations: 0,
  reopened: 0,
  promises: [],
  approvals: [],
  granted: [],
  links: [],
};
