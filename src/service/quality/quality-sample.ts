import type { CustomerId } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import type { Instant } from "../../shared/time/instant.js";

/** How contacts are sampled, as data. */
export interface QualitySamplePolicy {
  /** Customers of each agent and month; whole, at least 1. */
  readonly customers: number;
  /** Substitutes for each agent; whole, at least 0. */
  readonly substitutes: number;
  /** Contacts below so many seconds are left out; 0 for none. */
  readonly leastSeconds: number;
  /** Into how many parts of about equal length the month is cut; whole, 1 to 28. */
  readonly monthParts: number;
  /** Hours at which a part of the day begins, rising, the first 0: `[0, 12, 17]`; each a whole number, 0 to 23. */
  readonly dayPartsFrom: readonly number[];
}

/** A contact chosen to be looked at. */
export interface SampledContact {
  /** The contact's id. */
  readonly contact: string;
  /** The customer. */
  readonly customer: CustomerId;
  /** The channel. */
  readonly channel: string;
  /** What came of it. */
  readonly outcome: string;
  /** When it began. */
  readonly at: Instant;
  /** Which part of the month it is in, from 1. */
  readonly monthPart: number;
  /** Which part of the day it is in, from 1. */
  readonly dayPart: number;
  /** How many contacts the customer had with the agent that could have been chosen. */
  readonly customerContacts: number;
  /** The chance this contact had: that of the customer, shared by the customer's contacts; above 0, up to 1. */
  readonly contactInclusionShare: number;
}

/** A contact that takes the place of one that cannot be looked at after all. */
export interface SubstituteContact extends SampledContact {
  /** The contact it stands in for first, by id: of the same stratum where there is one left, otherwise the nearest. */
  readonly insteadOf: string;
}

/** How many customers of a stratum there are and how many were chosen. */
export interface SampledStratum {
  /** The channel. */
  readonly channel: string;
  /** The outcome. */
  readonly outcome: string;
  /** The part of the month, from 1. */
  readonly monthPart: number;
  /** The part of the day, from 1. */
  readonly dayPart: number;
  /** Customers in it. */
  readonly customers: number;
  /** Of them, chosen. */
  readonly sampled: number;
}

/** The sample of one agent. */
export interface AgentSample {
  /** The agent. */
  readonly agent: string;
  /** Customers who could be chosen. */
  readonly customers: number;
  /** Their contacts that could be chosen. */
  readonly contacts: number;
  /** The chance each of these customers had, 0 to 1; the same for all; 0 where there are none. */
  readonly inclusionShare: number;
  /** Who was chosen, one contact a customer, by channel, outcome and time. */
  readonly sampled: readonly SampledContact[];
  /** Who comes instead, in this order; fewer than asked for where nobody is left. */
  readonly substitutes: readonly SubstituteContact[];
  /** Where the agent's customers were and where the sample came from. */
  readonly strata: readonly SampledStratum[];
  /** What to bear in mind: fewer customers than asked for. */
  readonly reasons: readonly Reason[];
}

/** A contact that could not be chosen. */
export interface ExcludedContact {
  /** The contact's id. */
  readonly contact: string;
  /** The agent. */
  readonly agent: string;
  /** Why not. */
  readonly reason: Reason;
}

/** The samples of a month. */
export interface QualitySample {
  /** The month, `YYYY-MM`. */
  readonly month: string;
  /** The seed it can be repeated with. */
  readonly seed: number;
  /** One entry an agent, in the order of text; agents with excluded contacts only, too. */
  readonly agents: readonly AgentSample[];
  /** Contacts left out, by agent and id. */
  readonly excluded: readonly ExcludedContact[];
}
