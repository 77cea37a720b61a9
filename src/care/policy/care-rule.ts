import type { ContactChannel } from "../../customer/record/contact-point.js";
import type { Money } from "../../shared/money/money.js";
import type { CareKind } from "./care-kind.js";

/** How often a rule may fire for one customer. */
export interface CareFrequency {
  /** At most so many times, at least 1. */
  readonly times: number;
  /** In what: a calendar year, counting what was done before, or this plan. */
  readonly per: "year" | "plan";
}

/** What goes after an action, as a feedback form goes with every gift (CARE-3). */
export interface CareFollowUp {
  /** What kind of care. */
  readonly kind: CareKind;
  /** So many days after the action it follows, at least 0. */
  readonly afterDays: number;
  /** For how many days after that it still makes sense; 0 when absent. */
  readonly lastsDays?: number;
  /** Its channels, the preferred first. */
  readonly channels: readonly ContactChannel[];
  /** What it costs; nothing when absent. */
  readonly cost?: Money;
  /** The id of its template; absent where none is needed. */
  readonly template?: string;
}

/** What a class of customers gets on which occasions, by which means, at what cost and for what effect. */
export interface CareRule {
  /** The firm's id of the rule; unique in a policy. */
  readonly id: string;
  /** The value classes it is for; every class, and customers without one, when `any`. */
  readonly classes: readonly string[] | "any";
  /** The ids of the occasions it answers; each when `any`. */
  readonly occasions: readonly string[] | "any";
  /** What kind of care. */
  readonly kind: CareKind;
  /** What exactly, in the firm's own words: `a box of moon cakes`; absent when the kind says enough. */
  readonly content?: string;
  /** In which form, in the firm's own words: `inside the province`; absent when any. */
  readonly form?: string;
  /** The channels it may take, the preferred first; at least one. */
  readonly channels: readonly ContactChannel[];
  /** What it is for, as consent is asked for it. */
  readonly purpose: string;
  /** What one costs. */
  readonly cost: Money;
  /** The effect expected of one, 0 or more, in the firm's own unit: the same for all rules of a policy. */
  readonly effect: number;
  /** The id of the message's template; absent where none is needed. */
  readonly template?: string;
  /** So many days before the occasion it is due; 0 when absent. */
  readonly leadDays?: number;
  /** How often it may fire for one customer; on every occasion when absent. */
  readonly atMost?: CareFrequency;
  /** Only for customers of one of these segments; for all when absent. */
  readonly segments?: readonly string[];
  /** The team whose budget pays and whose people act; the customer's own team when absent. */
  readonly team?: string;
  /** What goes after it; nothing when absent. */
  readonly followUp?: CareFollowUp;
}
