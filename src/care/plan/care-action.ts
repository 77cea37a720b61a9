import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareKind } from "../policy/care-kind.js";

/**
 * How far an action has come: `planned` until its day, `due` while it may be done, then one of four ends: `done`,
 * `blocked` (something stands against it), `expired` (too late), `cancelled` (no longer wanted).
 */
export type CareActionState = "planned" | "due" | "done" | "blocked" | "expired" | "cancelled";

/** Something to be done for one customer. */
export interface CareAction {
  /** Names the action; the same when the plan is made again from the same facts. */
  readonly id: string;
  /** For whom. */
  readonly customer: CustomerId;
  /** The id of the occasion it answers; the first by priority where it answers several. */
  readonly occasion: string;
  /** The keys of every occasion it answers, that of `occasion` first. */
  readonly occasionKeys: readonly string[];
  /** The id of the rule that asks for it. */
  readonly rule: string;
  /** What kind of care. */
  readonly kind: CareKind;
  /** By which channel. */
  readonly channel: ContactChannel;
  /** The id of the contact point. */
  readonly contactPoint: string;
  /** What it is for, as consent was asked for it. */
  readonly purpose: string;
  /** What exactly, in the firm's own words; absent when the kind says enough. */
  readonly content?: string;
  /** In which form, in the firm's own words; absent when any. */
  readonly form?: string;
  /** The value class of the customer; absent when unknown. */
  readonly valueClass?: string;
  /** Who acts; absent when nobody looks after the customer. */
  readonly owner?: string;
  /** Whose budget pays; absent when no team's. */
  readonly team?: string;
  /** The day it is due, on the customer's own calendar. */
  readonly due: PlainDate;
  /** The first moment it may be done: quiet hours are over. Facts call it `at`. */
  readonly at: Instant;
  /** The first moment it no longer makes sense. */
  readonly notAfter: Instant;
  /** What it costs. */
  readonly cost: Money;
  /** The effect expected, in the policy's unit. */
  readonly effect: number;
  /** Whether the occasion is one to be glad of: a cheerful action waits while a complaint is open. */
  readonly cheerful: boolean;
  /** Whether it is exempt from quiet hours and caps, as its purpose is not promotional; no when absent. */
  readonly transactional?: boolean;
  /** The id of the message's template; absent where none is needed. */
  readonly template?: string;
  /** Whether the day may yet change, because it lies beyond the coverage of the holiday list; no when absent. */
  readonly provisional?: boolean;
  /** The id of the action it goes with, for a feedback form after a gift; absent for all others. */
  readonly follows?: string;
  /** The rule and the facts that led to it, in the order applied. */
  readonly why: readonly Reason[];
  /** How far it has come. */
  readonly state: CareActionState;
}
