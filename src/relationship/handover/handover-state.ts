import type { CustomerId } from "../../customer/record/customer.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CountAudit } from "./count-audit.js";
import type { HandoverDiscrepancy } from "./discrepancy.js";
import type { HandoverCommandKind } from "./handover-command.js";
import type { HandoverExpectation } from "./handover-file.js";

/** How far a handover has come. */
export type HandoverPhase =
  | "not-begun"
  | "announced"
  | "uploaded"
  | "file-handed-over"
  | "met"
  | "introduced"
  | "closed"
  | "cancelled";

/** Who hands over to whom, until when, and what. */
export interface HandoverPlan {
  /** Who leaves. */
  readonly leaver: string;
  /** Who answers for the handover. */
  readonly manager: string;
  /** Who takes over; absent while nobody is appointed. */
  readonly successor?: string;
  /** The leaver's last day. */
  readonly lastDay: PlainDate;
  /** What the firm's own records say the leaver has. */
  readonly expected: HandoverExpectation;
}

/** What became of a discrepancy. */
export interface DiscrepancyAnswer {
  /** Put right, or explained. */
  readonly kind: "resolved" | "explained";
  /** Who answers for it. */
  readonly by: string;
  /** When. */
  readonly at: Instant;
  /** How, or why it is no loss. */
  readonly text: string;
}

/** A discrepancy and what became of it. */
export interface TrackedDiscrepancy {
  /** The discrepancy. */
  readonly discrepancy: HandoverDiscrepancy;
  /** Where it was found. */
  readonly found: "upload" | "file";
  /** What became of it; absent while it is open. */
  readonly answer?: DiscrepancyAnswer;
}

/** The personal handover meeting, held or waived. */
export interface HandoverMeeting {
  /** When it was held, or waived. */
  readonly at: Instant;
  /** Which members of staff were there; nobody where it was waived. */
  readonly present: readonly string[];
  /** Why there was none; absent where it was held. */
  readonly waived?: string;
}

/** A visit of the successor to a customer. */
export interface HandoverVisit {
  /** Which customer. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
}

/** A handover as its events have left it. */
export interface HandoverState {
  /** How far it has come. */
  readonly phase: HandoverPhase;
  /** When it came there; absent before it begins. */
  readonly phaseAt?: Instant;
  /** The events applied, by id, kind and moment, in order. */
  readonly applied: readonly AppliedEvent[];
  /** The plan; absent before it begins. */
  readonly plan?: HandoverPlan;
  /** When the leaver uploaded; absent before. */
  readonly uploadedAt?: Instant;
  /** The audit of the upload; absent before. */
  readonly audit?: CountAudit;
  /** When the file was first handed over; absent before. */
  readonly fileAt?: Instant;
  /** Who saw the file handed over last; absent before. */
  readonly witness?: string;
  /** What was found, in the order of keys, the upload's first. */
  readonly discrepancies: readonly TrackedDiscrepancy[];
  /** The personal handover meeting; absent before. */
  readonly meeting?: HandoverMeeting;
  /** When the group meeting was held; absent before. */
  readonly groupMeetingAt?: Instant;
  /** Which customers took part in it; absent before, and where it was not said. */
  readonly groupMeetingCustomers?: readonly CustomerId[];
  /** The visits of the successor, in the order recorded. */
  readonly visits: readonly HandoverVisit[];
}

/** An event that has been applied. */
export interface AppliedEvent {
  /** Its id. */
  readonly id: string;
  /** Its kind. */
  readonly kind: HandoverCommandKind;
  /** When it was done; not before the one applied before it. */
  readonly at: Instant;
}

/** A handover that has not begun. */
export const NO_HANDOVER: HandoverState = {
  phase: "not-begun",
  applied: [],
  discrepancies: [],
  visits: [],
};

/** What may be done in each phase (CUS-9). */
export const HANDOVER_COMMANDS: Readonly<Record<HandoverPhase, readonly HandoverCommandKind[]>> = {
  "not-begun": ["announce"],
  announced: ["upload-records", "appoint-successor", "change-last-day", "cancel"],
  uploaded: [
    "hand-over-file",
    "resolve-discrepancy",
    "explain-discrepancy",
    "appoint-successor",
    "change-last-day",
    "cancel",
  ],
  "file-handed-over": [
    "hold-meeting",
    "waive-meeting",
    "hand-over-file",
    "resolve-discrepancy",
    "explain-discrepancy",
    "appoint-successor",
    "change-last-day",
    "cancel",
  ],
  met: [
    "hold-group-meeting",
    "hand-over-file",
    "resolve-discrepancy",
    "explain-discrepancy",
    "appoint-successor",
    "cancel",
  ],
  introduced: [
    "visit-customer",
    "resolve-discrepancy",
    "explain-discrepancy",
    "close",
    "appoint-successor",
    "cancel",
  ],
  closed: [],
  cancelled: [],
};
