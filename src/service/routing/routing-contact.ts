import type { CustomerId } from "../../customer/record/customer.js";
import type { Instant } from "../../shared/time/instant.js";

/** A skill that a contact asks for. */
export interface RoutingNeed {
  /** The skill in the firm's own words. */
  readonly skill: string;
  /** The lowest level that will do; a whole number from 1; 1 when absent. */
  readonly level?: number;
  /** Whether no wait widens it, as for a licence that the law asks for; `false` when absent. */
  readonly strict?: boolean;
}

/** Who served the customer last. */
export interface LastAgent {
  /** The id of the agent. */
  readonly agent: string;
  /** When. */
  readonly at: Instant;
}

/** A call, message or meeting that waits for an agent. */
export interface RoutingContact {
  /** The host's id; unique among those that wait. */
  readonly id: string;
  /** The channel in the firm's own words, such as `voice`. */
  readonly channel: string;
  /** Since when it has been waiting; after `asOf` it counts as just arrived. */
  readonly since: Instant;
  /** Whom it is from; absent where nobody was recognised. */
  readonly customer?: CustomerId;
  /** The skills without which nobody can help; none when absent. */
  readonly needs?: readonly RoutingNeed[];
  /** The skills that would help; none when absent. */
  readonly wishes?: readonly RoutingNeed[];
  /** The customer's languages as BCP 47 tags, the best first; any language will do when absent or empty. */
  readonly languages?: readonly string[];
  /** The account manager: the id of an agent; nobody when absent. */
  readonly owner?: string;
  /** The class of the customer's value; absent when not known. */
  readonly valueClass?: string;
  /** Who served the customer last; absent when nobody, or not known. */
  readonly lastAgent?: LastAgent;
  /** By how many minutes its wait counts longer, for urgency; on top of that of the class; 0 when absent. */
  readonly headStartMinutes?: number;
}
