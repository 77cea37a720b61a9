import type { Money } from "../../shared/money/money.js";
import type { Instant } from "../../shared/time/instant.js";
import type { OpeningHours } from "../opening/opening-hours.js";

/** A price. */
export interface PriceValue {
  /** Which of the values it is. */
  readonly kind: "money";
  /** The price. */
  readonly money: Money;
}

/** A number with its unit: 30 days to return. The same as a range that begins and ends there. */
export interface QuantityValue {
  /** Which of the values it is. */
  readonly kind: "quantity";
  /** The number, finite. */
  readonly amount: number;
  /** The unit, in the firm's own words; another word is another value. */
  readonly unit: string;
}

/** A range with its unit: 2 to 3 days to deliver. */
export interface RangeValue {
  /** Which of the values it is. */
  readonly kind: "range";
  /** The lower end, finite. */
  readonly min: number;
  /** The upper end, finite and not below `min`. */
  readonly max: number;
  /** The unit, in the firm's own words; another word is another value. */
  readonly unit: string;
}

/** Opening hours. */
export interface HoursValue {
  /** Which of the values it is. */
  readonly kind: "hours";
  /** The hours; compared as sets of minutes, whatever the windows they are written in. */
  readonly hours: OpeningHours;
}

/** One of several: in stock or not, formal or casual, allowed or forbidden. */
export interface CategoryValue {
  /** Which of the values it is. */
  readonly kind: "category";
  /** The category, in the firm's own words. */
  readonly category: string;
}

/** What a touchpoint says of a subject. */
export type StatementValue = PriceValue | QuantityValue | RangeValue | HoursValue | CategoryValue;

/** What a touchpoint says or promises, or what the firm delivered there: one fact. Equal rows add up. */
export interface TouchpointStatement {
  /** What it is about: a product, a service, a shop. */
  readonly subject: string;
  /** Which side of it, in the firm's own words: `price`, `delivery-time`, `return-days`, `opening-hours`, `tone`. */
  readonly aspect: string;
  /** What is said of it. */
  readonly value: StatementValue;
  /** Where it is said: the touchpoint's id in the catalogue. */
  readonly touchpoint: string;
  /** From when on it is said: the first moment it holds. */
  readonly at: Instant;
  /**
   * The first moment it no longer holds. Absent: until the same touchpoint, on the same channel and in the same
   * language, says it anew to the same audience and region; else for good.
   */
  readonly until?: Instant;
  /** Whether it is what the firm says (`said`) or what customers got (`delivered`); `said` when absent. */
  readonly basis?: "said" | "delivered";
  /** The channel; absent when it was not noted. */
  readonly channel?: string;
  /** The language, as a BCP 47 tag; absent when it was not noted. */
  readonly language?: string;
  /** For whom it holds, in the firm's own words; for everybody when absent. */
  readonly audience?: string;
  /** Where it holds, in the firm's own words; everywhere when absent. */
  readonly region?: string;
  /** The system, department or person it came from; absent when unknown. */
  readonly source?: string;
  /** What proves it: the page, the recording, the leaflet; absent when nothing does. */
  readonly evidence?: string;
  /** For how many equal statements the row stands, a whole number of at least 1; 1 when absent. */
  readonly count?: number;
}
