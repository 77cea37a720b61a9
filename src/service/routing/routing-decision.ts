import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";
import type { RoutingFinding } from "./routing-finding.js";

/** An agent who did not get the contact. */
export interface PassedOverAgent {
  /** Who. */
  readonly agent: string;
  /** Why: the first thing that stood against it, or who was better by how much. */
  readonly reason: Reason;
}

/** What holds of a contact whether it was routed or not. */
export interface RoutingStanding {
  /** The id of the contact. */
  readonly contact: string;
  /** How long it has waited, in minutes. */
  readonly waitedMinutes: number;
  /** The wait with all head starts, in minutes: the contact with more goes first. */
  readonly priorityMinutes: number;
  /** Every agent who did not get it, by id. */
  readonly passedOver: readonly PassedOverAgent[];
}

/** A contact that found its agent. */
export interface RoutedContact extends RoutingStanding {
  /** Who gets it. */
  readonly agent: string;
  /** How well they fit, in points of the policy's weights. */
  readonly points: number;
  /**
   * Why: what was needed and is met, then what else speaks for the agent, each with its points, which sum to
   * `points`.
   */
  readonly reasons: readonly Reason[];
}

/** A contact that nobody gets now. */
export interface UnroutedContact extends RoutingStanding {
  /**
   * `unroutable` where no active agent could serve it even when free; `all-busy` where those who could are not free.
   */
  readonly code: "unroutable" | "all-busy";
  /** What nobody has; empty where all is there and only busy. */
  readonly missing: readonly Reason[];
  /** The agents who could serve it, by id; empty where it is `unroutable`. */
  readonly couldServe: readonly string[];
  /** When the policy asks for less next; absent when never. */
  readonly widensAt?: Instant;
}

/** A queue, routed. */
export interface RoutedQueue {
  /** Who goes where, in the order of priority. */
  readonly routed: readonly RoutedContact[];
  /** Who goes on waiting, in the order of priority. */
  readonly waiting: readonly UnroutedContact[];
  /** What is odd about the agents; see {@link routingFindings}. */
  readonly findings: readonly RoutingFinding[];
}
