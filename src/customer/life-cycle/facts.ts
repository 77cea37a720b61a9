import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { Customer, CustomerId } from "../record/customer.js";
import type { Purchase } from "../record/purchase.js";

/** What the life cycle needs of a customer: the id, and the day the relationship began where it is known. */
export type LifecycleCustomer = Pick<Customer, "id" | "since">;

/** The customer and the firm met; an interaction of `goodwill/touchpoint` is one. */
export interface LifecycleInteraction {
  /** The host's id. */
  readonly id: string;
  /** Whom it was with. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
  /** Whether the customer came to the firm or the firm to the customer. */
  readonly direction: "inbound" | "outbound";
  /** What happened, such as `visit` or `enquiry`. */
  readonly kind: string;
}

/** A customer recommended the firm to somebody. */
export interface LifecycleReferral {
  /** The host's id. */
  readonly id: string;
  /** Who recommended. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
  /** Who was referred; absent when not known. */
  readonly referred?: CustomerId;
}

/** What a customer said or was measured to feel, once. */
export interface SatisfactionSignal {
  /** The host's id. */
  readonly id: string;
  /** Who felt. */
  readonly customer: CustomerId;
  /** When. */
  readonly at: Instant;
  /** The state the score stands for; `satisfactionState` of `goodwill/experience` tells it. */
  readonly state: "dissatisfied" | "satisfied" | "delighted";
  /** The score itself, on the host's scale; absent when only the state is known. */
  readonly score?: number;
}

/** A customer leaves: said so, or a contract ends. */
export interface LifecycleTermination {
  /** The host's id. */
  readonly id: string;
  /** Who leaves. */
  readonly customer: CustomerId;
  /** When the firm learned of it. */
  readonly at: Instant;
  /** How it was learned: the customer told us, or a contract ended and was not renewed. */
  readonly kind: "told-us" | "contract-ended";
  /** The last day of the relationship, included; it ends at once when absent. */
  readonly lastDay?: PlainDate;
  /** From when on it no longer counts, because the customer stays after all; it stands when absent. */
  readonly withdrawnAt?: Instant;
}

/** Everything the life cycle of one customer is derived from, in any order; ids are unique within a list. */
export interface LifecycleFacts {
  /** What was bought and given back; nothing when absent. */
  readonly purchases?: readonly Purchase[];
  /** Where customer and firm met; nowhere when absent. */
  readonly interactions?: readonly LifecycleInteraction[];
  /** What the customer recommended; nothing when absent. */
  readonly referrals?: readonly LifecycleReferral[];
  /** How the customer felt; nothing known when absent. */
  readonly signals?: readonly SatisfactionSignal[];
  /** When the customer left or gave notice; never when absent. */
  readonly terminations?: readonly LifecycleTermination[];
}

/** A customer with the facts of its life cycle: one row of a base. */
export interface LifecycleRow {
  /** The customer. */
  readonly customer: LifecycleCustomer;
  /** The customer's facts. */
  readonly facts: LifecycleFacts;
}
