import type { Instant } from "../../../shared/time/instant.js";
import type { TimeZone } from "../../../shared/time/time-zone.js";
import type { CustomerId } from "../../record/customer.js";
import { courseStates } from "../course/course-states.js";
import type { DatedState } from "../course/course-states.js";
import type { LifecycleRow } from "../facts.js";
import { lifecycleIssues } from "../course/fact-issues.js";
import { isUnread } from "../course/fact-shape.js";
import type { LifecyclePolicy } from "../policy.js";
import type { RejectedCustomer } from "./rejected-customer.js";

/** What a row of the base says at a moment. */
export type BaseRow =
  | { readonly kind: "rejected"; readonly rejected: RejectedCustomer }
  /** Everything known of the customer happened later. */
  | { readonly kind: "not-yet" }
  | { readonly kind: "known"; readonly states: readonly DatedState[] };

/** Reads a row of the base up to and including a moment; a faulty one is handed back, not thrown. */
export function readBaseRow(
  row: LifecycleRow,
  options: { readonly until: Instant; readonly zone: TimeZone; readonly policy: LifecyclePolicy },
): BaseRow {
  const issues = lifecycleIssues(row);
  if (issues.length > 0) {
    const customer = customerOf(row);
    const rejected = { ...(customer !== undefined && { customer }), issues };
    return { kind: "rejected", rejected };
  }
  const states = courseStates(row, options);
  const isLater = states.length === 0 && liesAhead(row, options.until);
  return isLater ? { kind: "not-yet" } : { kind: "known", states };
}

/** The customer a row of any form names, if it does. */
function customerOf(row: unknown): CustomerId | undefined {
  const customer = isUnread(row) ? row["customer"] : undefined;
  const id = isUnread(customer) ? customer["id"] : undefined;
  return typeof id === "string" ? (id as CustomerId) : undefined;
}

/** Whether something is known of the customer, and all of it happened after a moment. */
function liesAhead({ customer, facts }: LifecycleRow, until: Instant): boolean {
  const { purchases = [], interactions = [], referrals = [], signals = [] } = facts;
  const all = [purchases, interactions, referrals, signals, facts.terminations ?? []].flat();
  return (customer.since !== undefined || all.length > 0) && all.every(({ at }) => at > until);
}

/** Rejected customers in an order that does not depend on that of the rows. */
export function sortRejected(rejected: readonly RejectedCustomer[]): readonly RejectedCustomer[] {
  return rejected
    .map((one) => ({ one, key: JSON.stringify([one.customer ?? "", one.issues]) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
}
