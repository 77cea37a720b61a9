import type { ContactPolicy } from "../../customer/consent/contact-policy.js";
import type { Money } from "../../shared/money/money.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { QuietHours } from "../timing/quiet-hours.js";
import type { CareRule } from "./care-rule.js";

/** How much a customer may be given: the worth of gifts and cakes. */
export interface GiftCaps {
  /** On one occasion at most; no limit when absent. */
  readonly perOccasion?: Money;
  /** On one day at most; no limit when absent. */
  readonly perDay?: Money;
  /** In one calendar year at most, counting what was given before; no limit when absent. */
  readonly perYear?: Money;
}

/** How often a customer may be contacted, on the customer's own calendar. */
export interface ContactCaps {
  /** On one day at most; no limit when absent. */
  readonly perDay?: number;
  /** In one week, Monday to Sunday, at most; no limit when absent. */
  readonly perWeek?: number;
  /** In one calendar month at most; no limit when absent. */
  readonly perMonth?: number;
}

/** How far care of one class of customers may go. */
export interface CareLimits {
  /** How much may be given. */
  readonly gifts?: GiftCaps;
  /** How often a customer may be contacted; without limit when absent. */
  readonly contacts?: ContactCaps;
  /** How many days lie between two contacts at least: 1 forbids the same day; 0 when absent. */
  readonly spacingDays?: number;
}

/** The firm's rules of care (CARE-3, CARE-6), as data. */
export interface CarePolicy {
  /** What is done for whom on which occasion. */
  readonly rules: readonly CareRule[];
  /** How far care may go, by value class. */
  readonly limits: Readonly<Record<string, CareLimits>>;
  /** How far it may go for every other class, and for customers without one. */
  readonly otherwise: CareLimits;
  /** When nobody is contacted, on the customer's own clock; never quiet when absent. Transactional messages go out. */
  readonly quietHours?: QuietHours;
  /** From which time of day on an action is due, `HH:MM` on the customer's clock. */
  readonly dueFrom: string;
  /** The zone of customers whose own is unknown or none. */
  readonly timeZone: TimeZone;
  /** Who may be contacted for what; `DEFAULT_CONTACT_POLICY` of `goodwill/customer` when absent. */
  readonly contact?: ContactPolicy;
}
