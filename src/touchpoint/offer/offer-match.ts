import type { Reason } from "../../shared/reason.js";
import { offerReasons, offerCustomerReasons } from "./offer-and-customer.js";
import type { OfferCheck } from "./offer-check.js";
import type { Offer, OfferCustomer, OfferWay } from "./offer.js";
import { offerPlaceReasons, offerWayReasons } from "./place-and-way.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";

/** The four things that must be right (TP-3). */
export type OfferDimensionName = "offer" | "customer" | "place" | "way";

/** Whether something fits; `unknown` where a demand is made and the answer to it is not known. */
export type OfferFit = "fits" | "misfits" | "unknown";

/** Whether one of the four is right, and why. */
export interface OfferDimension {
  /** `misfits` when one check fails, else `unknown` when one cannot be made, else `fits`. */
  readonly fit: OfferFit;
  /** Every check that was made or could not be, in a fixed order. */
  readonly reasons: readonly Reason[];
}

/** Whether it is the right offer for the right customer, at the right place, in the right way. */
export interface OfferMatch {
  /** Whether all four fit. */
  readonly right: boolean;
  /** The needs of the customer that the offer meets, by name. */
  readonly needsMet: readonly string[];
  /** The four, each with its reasons. */
  readonly dimensions: Readonly<Record<OfferDimensionName, OfferDimension>>;
}

/** What to hold an offer against. */
export interface OfferMatchOptions {
  /** The customer. */
  readonly customer: OfferCustomer;
  /** The touchpoint it would be made at. */
  readonly place: Touchpoint;
  /** The way it would be made. */
  readonly way: OfferWay;
}

/**
 * Is it the right offer to the right customer, at the right touchpoint, in the right way (TP-3)?
 *
 * - offer: it meets a need of the customer, its price lies within the customer's means (the same amount does), and it
 *   holds at the time (`from` inclusive, `until` exclusive).
 * - customer: the stage is one of the offer's, and one of the audiences.
 * - place: the customer sees it, it serves the customer's stage, it is open at the time where the customer comes to it,
 *   and it is felt as the realm that leads a visit with the customer's intent.
 * - way: the place and the offer know the channel; the language is the customer's and one of the offer's (`zh` and
 *   `zh-CN` go together); the tone suits both; and where the firm comes to the customer, it may.
 *
 * What is not asked for is not checked: an offer without audiences is for everybody. What is asked for and not known
 * makes the answer `unknown`, and the match is then not right.
 *
 * @param offer - The offer.
 * @param options - Customer, place and way.
 * @returns Whether all four fit, and each with its reasons.
 * @throws RangeError when the opening hours of the place are not valid, or the intent is none.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { offerMatch, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const place = STANDARD_TOUCHPOINTS.find(({ id }) => id === "e-mail")!;
 * const match = offerMatch(
 *   { id: "screen-65", topics: ["large screen"] },
 *   {
 *     customer: { id: customerId("C-1"), needs: [{ topic: "large screen", kind: "stated" }] },
 *     place,
 *     way: { channel: "email", direction: "outbound" },
 *   },
 * );
 * [match.right, match.dimensions.offer.fit, match.dimensions.way.fit]; // => [false, "fits", "unknown"]
 * match.dimensions.way.reasons.at(-1)?.code; // => "contact-undecided"
 * ```
 */
export function offerMatch(offer: Offer, options: OfferMatchOptions): OfferMatch {
  const dimensions = {
    offer: dimensionOf(offerReasons(offer, options)),
    customer: dimensionOf(offerCustomerReasons(offer, options)),
    place: dimensionOf(offerPlaceReasons(options)),
    way: dimensionOf(offerWayReasons(offer, options)),
  };
  const topics = (options.customer.needs ?? []).map(({ topic }) => topic);
  return {
    right: Object.values(dimensions).every(({ fit }) => fit === "fits"),
    needsMet: [...new Set(topics)].filter((topic) => offer.topics.includes(topic)).toSorted(),
    dimensions,
  };
}

function dimensionOf(checks: readonly OfferCheck[]): OfferDimension {
  const fit = checks.some((one) => one.fit === "misfits")
    ? "misfits"
    : checks.some((one) => one.fit === "unknown")
      ? "unknown"
      : "fits";
  return { fit, reasons: checks.map(({ reason }) => reason) };
}
