import type { CountAudit } from "./count-audit.js";
import type { HandoverDiscrepancy } from "./discrepancy.js";
import type {
  AnnounceHandover,
  AppointSuccessor,
  CancelHandover,
  ChangeLastDay,
  CloseHandover,
  ExplainDiscrepancy,
  HandOverFile,
  HandoverCommandBase,
  HoldGroupMeeting,
  HoldHandoverMeeting,
  ResolveDiscrepancy,
  VisitCustomer,
  WaiveHandoverMeeting,
} from "./handover-command.js";

/** What the leaver knew was uploaded and counted. */
export interface RecordsUploaded extends HandoverCommandBase {
  /** Tells the event from others. */
  readonly kind: "upload-records";
  /** The audit of the counts. */
  readonly audit: CountAudit;
  /** What the audit leaves unexplained. */
  readonly discrepancies: readonly HandoverDiscrepancy[];
}

/** The file was handed over before a witness. */
export interface FileHandedOver extends HandOverFile {
  /** In what it falls short. */
  readonly discrepancies: readonly HandoverDiscrepancy[];
}

/**
 * Something that happened in a handover. An event has the kind of its command and says the same; those of the upload
 * and the file say what was found, too.
 */
export type HandoverEvent =
  | AnnounceHandover
  | AppointSuccessor
  | ChangeLastDay
  | RecordsUploaded
  | FileHandedOver
  | ResolveDiscrepancy
  | ExplainDiscrepancy
  | HoldHandoverMeeting
  | WaiveHandoverMeeting
  | HoldGroupMeeting
  | VisitCustomer
  | CloseHandover
  | CancelHandover;
