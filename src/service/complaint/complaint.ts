import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** How bad a complaint is for the customer, or how hard it is to settle, from the least to the most. */
export type ComplaintGrade = "low" | "medium" | "high" | "critical";

/** Every grade, from the least to the most. */
export const COMPLAINT_GRADES: readonly ComplaintGrade[] = ["low", "medium", "high", "critical"];

/** A complaint as it is received (ISO 10002, annex on the record of a complaint). */
export interface Complaint {
  /** The host's id; unique. */
  readonly id: string;
  /** Who complains. */
  readonly customer: CustomerId;
  /** When it was received. */
  readonly at: Instant;
  /** The system, department or person it came from; absent when unknown. */
  readonly source?: string;
  /** Who received it. */
  readonly receivedBy: string;
  /** The channel in the firm's own words, such as `phone`, `store`. */
  readonly channel: string;
  /** Its kind, an id of the firm's catalogue; see `COMPLAINT_KINDS` (SRV-1). */
  readonly kind: string;
  /** The finer kind within it, an id of the catalogue; absent when not told apart. */
  readonly subKind?: string;
  /** What it is about, in a few words. */
  readonly subject: string;
  /** The product or service concerned; absent when none or unknown. */
  readonly product?: string;
  /** The order, contract or invoice it is about; absent when none or unknown. */
  readonly reference?: string;
  /** The day the problem arose, not after the complaint; absent when unknown. */
  readonly occurredOn?: PlainDate;
  /** Whether the customer says it has happened before; absent when not said. */
  readonly recurrent?: boolean;
  /** What was done about it at once; absent when nothing. */
  readonly immediateAction?: string;
  /** What the customer asks for, in words; absent when nothing was asked for. */
  readonly remedySought?: string;
  /** What is at stake for the customer; absent when unknown. */
  readonly amount?: Money;
  /** How bad it is for the customer. */
  readonly severity: ComplaintGrade;
  /** How hard it is to settle; absent when not judged. */
  readonly complexity?: ComplaintGrade;
  /** How much it harms beyond this customer; absent when not judged. */
  readonly impact?: ComplaintGrade;
  /** Why it happened, an id of the firm's catalogue; absent until it is found out. */
  readonly cause?: string;
  /** Whether somebody's safety is at risk: it goes before all others. */
  readonly safety?: boolean;
}
