import type { CustomerId } from "../../customer/record/customer.js";
import type { Money } from "../../shared/money/money.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { CareAction } from "./care-action.js";

/** An occasion of one customer for which nothing is planned. */
export interface CareLeftOut {
  /** Whose. */
  readonly customer: CustomerId;
  /** The id of the occasion. */
  readonly occasion: string;
  /** Its key. */
  readonly key: string;
  /** Its day. */
  readonly date: PlainDate;
  /** Why nothing is planned, the deciding reason first; never empty. */
  readonly reasons: readonly Reason[];
}

/** Something that does not stop the plan, but wants mending. */
export interface CareDiagnostic {
  /** Whose; absent for what holds for every customer. */
  readonly customer?: CustomerId;
  /** What, with the facts and what was done instead. */
  readonly reason: Reason;
}

/** How good the choice of actions is. */
export interface CareOptimality {
  /** Whether no other choice within the limits has a larger effect. */
  readonly exact: boolean;
  /** The effect expected of the plan. */
  readonly effect: number;
  /** No choice within the limits has more than this; the same as `effect` where exact. */
  readonly effectAtMost: number;
}

/** What a limit was and how much of it the plan uses. */
export interface CareUse {
  /** Which limit: `plan`, `class A`, `team North`, `visit ann 2026-03-02`. */
  readonly limit: string;
  /** What kind of limit. */
  readonly kind: "plan" | "class" | "team" | "visit" | "call";
  /** Whose: the class, the team, the member of staff; absent for the plan. */
  readonly of?: string;
  /** The Monday of the week, for visits and calls; absent for money. */
  readonly week?: PlainDate;
  /** How much is used: minor units, or a number of visits or calls. */
  readonly used: number;
  /** How much there is; absent when there is no limit. */
  readonly available?: number;
}

/** What shall be done for whom, when, at what cost and why. */
export interface CarePlan {
  /** The host's id of the plan. */
  readonly id: string;
  /** The moment as of which it was made: nothing learned later is in it. */
  readonly asOf: Instant;
  /** The days it is for. */
  readonly period: Period<PlainDate>;
  /** What shall be done: by customer in the order given, then by day and id. */
  readonly actions: readonly CareAction[];
  /** Every occasion without an action, and why: by customer in the order given, then by day and key. */
  readonly leftOut: readonly CareLeftOut[];
  /** What wants mending. */
  readonly diagnostics: readonly CareDiagnostic[];
  /** What all actions cost. */
  readonly cost: Money;
  /** How much of each limit is used. */
  readonly uses: readonly CareUse[];
  /** How good the choice is. */
  readonly optimality: CareOptimality;
}
