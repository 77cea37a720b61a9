import type { Instant } from "../../shared/time/instant.js";
import type { ComplaintRemedy } from "./complaint-remedy.js";
import type { Complaint, ComplaintGrade } from "./complaint.js";

/** What every command says: under which id, about which complaint, when, and who. */
export interface ComplaintCommandBase {
  /** The host's id of what is done; it becomes the event's, and is never applied twice to a complaint. */
  readonly id: string;
  /** The complaint. */
  readonly complaint: string;
  /** When it was done. */
  readonly at: Instant;
  /** Who did it: the host's id of a member of staff, of a system, or of the customer. */
  readonly by: string;
}

/** A complaint is received; the case begins, and who received it answers for it until it is assigned. */
export interface ReceiveComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "receive";
  /** The complaint; its id and moment are those of the command. */
  readonly record: Complaint;
}

/** The customer is told that it was received. */
export interface AcknowledgeComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "acknowledge";
}

/** It is judged how bad and how hard it is; may be said again, which leaves the phase as it is. */
export interface AssessComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "assess";
  /** How bad it is for the customer. */
  readonly severity: ComplaintGrade;
  /** How hard it is to settle; as before when absent. */
  readonly complexity?: ComplaintGrade;
  /** How much it harms beyond this customer; as before when absent. */
  readonly impact?: ComplaintGrade;
  /** Whether somebody's safety is at risk; as before when absent. */
  readonly safety?: boolean;
}

/** It is looked into. */
export interface InvestigateComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "investigate";
}

/** The customer is told what was found and what is granted. */
export interface AnswerComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "answer";
  /** Whether the customer was right. */
  readonly finding: "upheld" | "upheld-in-part" | "not-upheld";
  /** What is granted; nothing when empty. */
  readonly remedies: readonly ComplaintRemedy[];
}

/** It is over. */
export interface CloseComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "close";
  /** What the customer said to the answer. */
  readonly outcome: "accepted" | "rejected" | "no-reply";
}

/** It is taken up again: the customer is not content, or it was no duplicate after all; waiting is over. */
export interface ReopenComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "reopen";
  /** Why. */
  readonly why: string;
}

/** The customer takes it back. */
export interface WithdrawComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "withdraw";
  /** Why. */
  readonly why: string;
}

/** It is the same matter as another complaint, which goes on for both. */
export interface MarkDuplicate extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "mark-duplicate";
  /** The other complaint. */
  readonly of: string;
}

/** Somebody is put in charge for the first time; that is no hand-off. */
export interface AssignComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "assign";
  /** Who. */
  readonly owner: string;
}

/** Somebody else of the same level is put in charge; it is counted. */
export interface HandOffComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "hand-off";
  /** To whom. */
  readonly to: string;
  /** Why. */
  readonly why: string;
}

/** Somebody of a higher level is put in charge. */
export interface EscalateComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "escalate";
  /** To whom. */
  readonly to: string;
  /** The level, above the one it is at. */
  readonly level: number;
  /** Why. */
  readonly why: string;
}

/** It is found out why it happened; may be said again. */
export interface FindCause extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "find-cause";
  /** The cause, an id of the firm's catalogue. */
  readonly cause: string;
}

/** Somebody with the authority agrees to remedies that another one is going to grant. */
export interface ApproveRemedies extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "approve";
  /** Which; at least one. */
  readonly remedies: readonly ComplaintRemedy[];
}

/** We wrote to the customer or called: how it stands. */
export interface InformCustomer extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "inform-customer";
  /** What was said, in a few words. */
  readonly text: string;
}

/** The customer wrote or called; waiting for it is over. */
export interface HearFromCustomer extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "hear-from-customer";
  /** What was said, in a few words. */
  readonly text: string;
}

/** We wait for something the customer has to say or send. */
export interface WaitForCustomer extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "wait-for-customer";
  /** What for. */
  readonly what: string;
}

/** We wait no longer, though the customer has not been heard. */
export interface StopWaiting extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "stop-waiting";
}

/** Something is promised to the customer. */
export interface MakePromise extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "promise";
  /** The host's id of the promise; unique in the complaint. */
  readonly promise: string;
  /** What. */
  readonly what: string;
  /** Until when; the moment itself is late. No moment was named when absent. */
  readonly due?: Instant;
}

/** A promise is kept, or called off with the customer. */
export interface SettlePromise extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "settle-promise";
  /** Which. */
  readonly promise: string;
  /** What became of it. */
  readonly outcome: "kept" | "called-off";
}

/** It has to do with another complaint, which goes its own way. */
export interface LinkComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "link";
  /** The other complaint. */
  readonly to: string;
  /** What they have in common. */
  readonly why: string;
}

/** Something is written down, for the staff only. */
export interface NoteComplaint extends ComplaintCommandBase {
  /** Tells the command from others. */
  readonly kind: "note";
  /** What. */
  readonly text: string;
}

/** Something done about a complaint, before it is judged. */
export type ComplaintCommand =
  | ReceiveComplaint
  | AcknowledgeComplaint
  | AssessComplaint
  | InvestigateComplaint
  | AnswerComplaint
  | CloseComplaint
  | ReopenComplaint
  | WithdrawComplaint
  | MarkDuplicate
  | AssignComplaint
  | HandOffComplaint
  | EscalateComplaint
  | FindCause
  | ApproveRemedies
  | InformCustomer
  | HearFromCustomer
  | WaitForCustomer
  | StopWaiting
  | MakePromise
  | SettlePromise
  | LinkComplaint
  | NoteComplaint;

/** The kinds of commands. */
export type ComplaintCommandKind = ComplaintCommand["kind"];

/** Something that happened to a complaint: an event has the kind of its command and says the same. */
export type ComplaintEvent = ComplaintCommand;
