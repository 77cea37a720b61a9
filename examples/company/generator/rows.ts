import type { Wave } from "./calendar.js";
import type { Factor } from "./climate.js";
import type { ComplaintKind } from "./story.js";

/** A customer's value segment. */
export type Segment = "low" | "mid" | "high";

/** What a customer said about being written to. Absent: never asked. */
export type ConsentState = "granted" | "withdrawn" | "pending";

/** A row of `customers.csv`. */
export interface CustomerRow {
  readonly id: string;
  readonly kind: "person" | "organisation";
  readonly name: string;
  readonly segment: Segment;
  readonly city: string;
  readonly time_zone: "Asia/Shanghai" | "Europe/London" | "America/New_York";
  readonly language: string;
  readonly since: string;
  readonly birthday?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly consent_email?: ConsentState;
  readonly consent_sms?: ConsentState;
  readonly owner?: string;
}

/** A row of `purchases.csv`: one line of a purchase; lines of the same purchase share its id. */
export interface PurchaseRow {
  readonly id: string;
  readonly customer: string;
  readonly at: string;
  readonly channel: "store" | "web" | "app";
  readonly touchpoint: string;
  readonly product: string;
  readonly category: string;
  /** Negative in a return. */
  readonly quantity: number;
  /** Of the whole line, in fen; negative in a return. */
  readonly amount_minor: number;
  readonly currency: "CNY";
  readonly return_of?: string;
}

/** A row of `interactions.csv`. */
export interface InteractionRow {
  readonly id: string;
  readonly customer: string;
  readonly at: string;
  readonly touchpoint: string;
  readonly channel: string;
  readonly direction: "inbound" | "outbound";
  readonly kind: "visit" | "enquiry" | "delivery" | "service" | "call" | "message";
  readonly outcome: string;
  readonly feeling?: number;
  readonly topic: string;
  readonly purchase?: string;
}

/** A row of `complaints.csv`. */
export interface ComplaintRow {
  readonly id: string;
  readonly customer: string;
  readonly at: string;
  readonly kind: ComplaintKind;
  readonly severity: "minor" | "serious" | "critical";
  readonly resolved_at?: string;
  readonly state: "open" | "resolved" | "closed";
  readonly touchpoint: string;
  readonly cause: string;
  readonly purchase: string;
}

/** A row of `ratings.csv`: one respondent in one wave; an unanswered question is absent. */
export type RatingRow = {
  readonly respondent: string;
  readonly wave: Wave;
  readonly at: string;
  readonly segment: Segment;
  readonly customer_value: number;
  readonly overall_satisfaction?: number;
} & Readonly<Partial<Record<`${"imp" | "exp" | "act" | "ideal"}_${Factor}`, number>>>;

/** A row of `answers.csv`. */
export interface AnswerRow {
  readonly respondent: string;
  readonly wave: Wave;
  readonly at: string;
  readonly question: "nps" | "csat" | "ces";
  readonly score: number;
  readonly touchpoint?: string;
  readonly segment: Segment;
}

/** A row of `theme_counts.csv`. */
export interface ThemeCountRow {
  readonly theme: ComplaintKind;
  readonly period: string;
  readonly count: number;
  readonly exposure: number;
}

/** A candidate of `improvements.json`. */
export interface ImprovementRow {
  readonly id: string;
  readonly name: string;
  /** In thousand yuan. */
  readonly cost: number;
  /** Points of experience gained per factor. */
  readonly effects: Readonly<Partial<Record<Factor, number>>>;
  readonly excludes?: readonly string[];
  readonly fit?: Readonly<
    Partial<
      Record<"strategy" | "people" | "process" | "technology", "ready" | "attainable" | "missing">
    >
  >;
}

/** A row of `visits.csv`: a page seen on the website, in the columns of `interactions.csv`. */
export interface VisitRow extends Omit<InteractionRow, "kind" | "outcome" | "topic"> {
  readonly kind: "arrival" | "view" | "order";
  readonly outcome?: "purchase";
  readonly topic?: "delivery-date";
}

/** A row of `customer_records.csv`: what another department knows of a customer. */
export interface CustomerRecordRow {
  readonly source: "shop" | "service-desk";
  readonly record_id: string;
  /** Whose record it is; the departments do not know that. */
  readonly customer: string;
  readonly at: string;
  readonly kind: "person" | "organisation";
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly birthday?: string;
  readonly city?: string;
}

/** A row of `consents.csv`: what a customer once said. */
export interface ConsentRow {
  readonly customer: string;
  readonly purpose: string;
  readonly channel: "email" | "sms";
  readonly state: ConsentState;
  readonly at: string;
  readonly evidence: string;
  readonly source: string;
}
