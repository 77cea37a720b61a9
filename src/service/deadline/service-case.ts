import type { Instant } from "../../shared/time/instant.js";

/**
 * What happens in a case as far as clocks see it: `opened` first of all; the `customer-wrote`; we `acknowledged`,
 * `informed` (news without an answer) or `answered`; we are `waiting` for somebody, until it is `resumed`; `resolved`,
 * `reopened`.
 */
export type ServiceCaseEventKind =
  | "opened"
  | "customer-wrote"
  | "acknowledged"
  | "informed"
  | "answered"
  | "waiting"
  | "resumed"
  | "resolved"
  | "reopened";

/** Something that happened in a case: map the events of a complaint, a ticket or a repair on to it. */
export interface ServiceCaseEvent {
  /** What happened. */
  readonly kind: ServiceCaseEventKind;
  /** When. */
  readonly at: Instant;
  /** For whom or what we wait, such as `customer`, `supplier`; needed with `waiting`, without effect otherwise. */
  readonly waitingFor?: string;
}

/** A complaint, ticket or repair with what happened in it. */
export interface ServiceCase {
  /** The host's id; unique. */
  readonly id: string;
  /** How urgent it is in the policy's words, such as a severity; the policy's other targets hold when absent. */
  readonly priority?: string;
  /** What happened, in the order of time; those of one moment in the order they happened. */
  readonly events: readonly ServiceCaseEvent[];
}
