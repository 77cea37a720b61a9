import type { CustomerId } from "../../customer/record/customer.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { AuditedRecord, RecordChange } from "./count-audit.js";
import type { HandoverExpectation, HandoverFile } from "./handover-file.js";

/** What every command says: under which id, when, and who. */
export interface HandoverCommandBase {
  /** The host's id of what is done; it becomes the event's, and the same id is never applied twice. */
  readonly id: string;
  /** When it was done. */
  readonly at: Instant;
  /** Who did it: the host's id of the member of staff. */
  readonly by: string;
}

/** An account manager leaves: the handover begins. */
export interface AnnounceHandover extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "announce";
  /** Who leaves. */
  readonly leaver: string;
  /** Who answers for the handover; not the leaver. */
  readonly manager: string;
  /** Who takes over; not the leaver. Absent while nobody is appointed. */
  readonly successor?: string;
  /** The leaver's last day. */
  readonly lastDay: PlainDate;
  /** What the firm's own records say the leaver has. */
  readonly expected: HandoverExpectation;
}

/**
 * A successor is appointed, or another one, by anybody but the leaver. What the one before has met or visited is done
 * again: the handover goes back to before the personal meeting, whose days may be over, so that the manager waives
 * it; one that was waived stays waived. The file stays handed over, and can be handed over to the new successor, too.
 */
export interface AppointSuccessor extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "appoint-successor";
  /** Who takes over; not the leaver, nor who witnessed the file. */
  readonly successor: string;
}

/** The last day moves. */
export interface ChangeLastDay extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "change-last-day";
  /** The new last day. */
  readonly lastDay: PlainDate;
  /** Why. */
  readonly why: string;
}

/** The leaver uploads what the firm does not know yet; the records are counted before and after. */
export interface UploadRecords extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "upload-records";
  /** The records before. */
  readonly before: readonly AuditedRecord[];
  /** The records after. */
  readonly after: readonly AuditedRecord[];
  /** What was declared about the difference. */
  readonly changes: readonly RecordChange[];
}

/** The file is handed over before a witness, for the first time or corrected. */
export interface HandOverFile extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "hand-over-file";
  /** The file. */
  readonly file: HandoverFile;
  /** Who hands over: the leaver. */
  readonly handedBy: string;
  /** Who receives: the successor. */
  readonly receivedBy: string;
  /** Who saw it: neither of the two. */
  readonly witness: string;
}

/** A discrepancy is put right. */
export interface ResolveDiscrepancy extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "resolve-discrepancy";
  /** The key of the discrepancy. */
  readonly key: string;
  /** How it was put right. */
  readonly how: string;
}

/** A discrepancy is explained by somebody who answers for it by name: not the leaver. */
export interface ExplainDiscrepancy extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "explain-discrepancy";
  /** The key of the discrepancy. */
  readonly key: string;
  /** Why it is no loss. */
  readonly why: string;
}

/** The personal handover meeting was held. */
export interface HoldHandoverMeeting extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "hold-meeting";
  /** Which members of staff were there. */
  readonly present: readonly string[];
  /** Which customers were represented. */
  readonly customersPresent: readonly CustomerId[];
}

/** The manager goes on without the personal handover meeting, once its days are over. */
export interface WaiveHandoverMeeting extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "waive-meeting";
  /** Why there was none. */
  readonly why: string;
}

/** The successor met the customers as a group. */
export interface HoldGroupMeeting extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "hold-group-meeting";
  /** Which members of staff were there. */
  readonly present: readonly string[];
  /** Which customers of this handover took part, as evidence that they met; not said when absent. */
  readonly customers?: readonly CustomerId[];
}

/** The successor visited a customer. */
export interface VisitCustomer extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "visit-customer";
  /** Which customer. */
  readonly customer: CustomerId;
  /** Who visited: the successor. */
  readonly visitor: string;
}

/** The handover is complete; said by anybody but the leaver. */
export interface CloseHandover extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "close";
}

/** There is nothing to hand over any more; said by anybody but the leaver, at any time before the close. */
export interface CancelHandover extends HandoverCommandBase {
  /** Tells the command from others. */
  readonly kind: "cancel";
  /** Why. */
  readonly why: string;
}

/** Something done in a handover, before it is judged. */
export type HandoverCommand =
  | AnnounceHandover
  | AppointSuccessor
  | ChangeLastDay
  | UploadRecords
  | HandOverFile
  | ResolveDiscrepancy
  | ExplainDiscrepancy
  | HoldHandoverMeeting
  | WaiveHandoverMeeting
  | HoldGroupMeeting
  | VisitCustomer
  | CloseHandover
  | CancelHandover;

/** The kinds of commands. */
export type HandoverCommandKind = HandoverCommand["kind"];
