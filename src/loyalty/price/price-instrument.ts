import type { Ratio } from "../../shared/money/ratio.js";
import type { PlainDate } from "../../shared/time/plain-date.js";

/** A part of a price: a share of it, 0 to 1, or so many minor units of the basket's currency, at least 1. */
export type PriceReduction =
  | {
      /** The share of the price. */
      readonly share: Ratio;
    }
  | {
      /** The amount, in minor units. */
      readonly amount: number;
    };

/** One product of a bundle. */
export interface BundlePart {
  /** The product. */
  readonly product: string;
  /** How many of it a bundle holds, an integer of at least 1. */
  readonly quantity: number;
}

/** Who may have an instrument, when, and for which lines: every field given must hold. */
export interface PriceEligibility {
  /** Members of any of these tiers. */
  readonly tiers?: readonly string[];
  /** Customers in any of these segments. */
  readonly segments?: readonly string[];
  /** Members of any of these clubs. */
  readonly clubs?: readonly string[];
  /** These customers by id. */
  readonly customers?: readonly string[];
  /** Baskets of at least this list price in all, in minor units. */
  readonly orderAtLeast?: number;
  /** From this day on, in the zone asked about. */
  readonly from?: PlainDate;
  /** Through this day, the last included. */
  readonly through?: PlainDate;
  /** Lines of these products, or of the categories below; of all when both are absent. */
  readonly products?: readonly string[];
  /** Lines of these categories, or of the products above. */
  readonly categories?: readonly string[];
}

/** How much of an instrument one customer may have, order for order. */
export interface CustomerPriceLimit {
  /** The calendar span that is counted, in the zone asked about; weeks begin on Monday. */
  readonly span: "day" | "week" | "month" | "quarter" | "year" | "ever";
  /** Orders at most, an integer of at least 1; any number when absent. */
  readonly uses?: number;
  /** Minor units at most; any number when absent. */
  readonly amount?: number;
}

/** How far an instrument goes. */
export interface PriceLimit {
  /** Minor units at most in one order. */
  readonly perOrder?: number;
  /** What one customer may have from order to order. */
  readonly perCustomer?: CustomerPriceLimit;
  /** No line is sold, after what is refunded, for less than this share of its list price, 0 to 1. */
  readonly leastPriceShare?: Ratio;
  /**
   * No line is sold, after what is refunded, for less than its cost and this share of the cost on top, at least 0. A
   * line whose cost is unknown is left as it is.
   */
  readonly leastMargin?: Ratio;
}

/**
 * What an instrument does to the lines it is for.
 *
 * - `discount`: takes a share, or an amount, off them together;
 * - `match`: asks for what the cheapest competitor asks;
 * - `undercut`: asks for less, by a share of the competitor's price or an amount a unit;
 * - `refund`: pays a share or an amount of what was paid back later;
 * - `bundle`: asks one price for products bought together, as many bundles as the basket holds.
 */
export type PriceForm =
  | {
      /** Tells the form from others. */
      readonly form: "discount";
      /** How much comes off. */
      readonly off: PriceReduction;
    }
  | {
      /** Tells the form from others. */
      readonly form: "match";
      /** How many days a competitor's price is good for, an integer of at least 0; without end when absent. */
      readonly seenWithinDays?: number;
    }
  | {
      /** Tells the form from others. */
      readonly form: "undercut";

      /** By how much. */
      readonly by: PriceReduction;
      /** As for `match`. */
      readonly seenWithinDays?: number;
    }
  | {
      /** Tells the form from others. */
      readonly form: "refund";

      /** How much comes back. */
      readonly back: PriceReduction;
      /** Days after the order on which it is paid back, an integer of at least 0. */
      readonly afterDays: number;
    }
  | {
      /** Tells the form from others. */
      readonly form: "bundle";

      /** What it is made of. */
      readonly parts: readonly BundlePart[];
      /** The price of one bundle, in minor units, at least 0. */
      readonly price: number;
    };

/** A price for special customers (LOY-4). */
export type PriceInstrument = {
  /** The host's id of it. */
  readonly id: string;
  /** Who may have it; everybody, for all lines, when absent. */
  readonly eligibility?: PriceEligibility;
  /** How far it goes; without limit when absent. No line is ever sold below 0. */
  readonly limit?: PriceLimit;
  /** Its place in the stacking order: lower first, of equals by id; 0 when absent. Refunds come after all others. */
  readonly order?: number;
  /** That it shares no line with another: it takes lines nothing has changed yet, and nothing changes them after. */
  readonly exclusive?: true;
} & PriceForm;
