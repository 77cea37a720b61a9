import type { CustomerId } from "../../customer/record/customer.js";
import type { Reason } from "../../shared/reason.js";
import type { OfferMatch } from "./offer-match.js";
import { offerMatch } from "./offer-match.js";
import type { Offer, OfferCustomer, OfferWay } from "./offer.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";

/** One offer that could be made to a customer, at a place, in a way. */
export interface OfferCandidate {
  /** The offer. */
  readonly offer: Offer;
  /** The customer. */
  readonly customer: OfferCustomer;
  /** The touchpoint. */
  readonly place: Touchpoint;
  /** The way. */
  readonly way: OfferWay;
}

/** A candidate with its place among those of the same customer. */
export interface RankedOfferMatch {
  /** The candidate, as it was given. */
  readonly candidate: OfferCandidate;
  /** Whether it is right, and why. */
  readonly match: OfferMatch;
  /** Its place, from 1. */
  readonly rank: number;
  /** `offer-chosen` for the first where it is right; for all others, why they lost to it or are not right. */
  readonly reasons: readonly Reason[];
}

/** The candidates of one customer, ranked. */
export interface BestOfferMatch {
  /** The customer. */
  readonly customer: CustomerId;
  /** The one to make; absent where none is right. */
  readonly best?: RankedOfferMatch;
  /** All candidates, the best first. */
  readonly ranked: readonly RankedOfferMatch[];
}

/** A candidate with what it is ranked by. */
interface JudgedCandidate {
  readonly candidate: OfferCandidate;
  readonly match: OfferMatch;
  readonly misfits: readonly string[];
  readonly unknowns: readonly string[];
  readonly name: string;
}

/**
 * Which offer shall be made to each customer, where and how, and why not the others (TP-3)?
 *
 * The candidates of a customer are ranked: fewer misfits first, then fewer unknowns, so that what is right leads; then
 * more needs met; then the lower price (those without one first, then currency by currency); then by offer, place,
 * channel and the rest of the way as text, so that the order of the input does not count.
 *
 * @param candidates - What could be offered, for any number of customers.
 * @returns One entry a customer, by id, with the candidates ranked and the reasons why each but the first lost.
 * @throws RangeError when the opening hours of a place are not valid, or an intent is none.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { bestOfferMatches, STANDARD_TOUCHPOINTS } from "goodwill/touchpoint";
 *
 * const place = STANDARD_TOUCHPOINTS.find(({ id }) => id === "salespeople")!;
 * const customer = {
 *   id: customerId("C-1"),
 *   stage: "before" as const,
 *   needs: [{ topic: "large screen", kind: "stated" as const }, { topic: "delivery", kind: "unstated" as const }],
 * };
 * const common = { customer, place, way: { channel: "store", direction: "inbound" as const } };
 * const [entry] = bestOfferMatches([
 *   { ...common, offer: { id: "screen", topics: ["large screen"] } },
 *   { ...common, offer: { id: "screen with delivery", topics: ["large screen", "delivery"] } },
 * ]);
 * entry?.best?.candidate.offer.id; // => "screen with delivery"
 * entry?.ranked[1]?.reasons[0]?.code; // => "offer-meets-fewer-needs"
 * ```
 */
export function bestOfferMatches(candidates: Iterable<OfferCandidate>): readonly BestOfferMatch[] {
  const byCustomer = new Map<CustomerId, JudgedCandidate[]>();
  for (const candidate of candidates) {
    const { id } = candidate.customer;
    const known = byCustomer.get(id);
    if (known === undefined) byCustomer.set(id, [judged(candidate)]);
    else known.push(judged(candidate));
  }
  return [...byCustomer]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([customer, all]) => {
      const sorted = all.toSorted(compareCandidates);
      const [first] = sorted as [JudgedCandidate];
      const ranked = sorted.map((one, index) => ({
        candidate: one.candidate,
        match: one.match,
        rank: index + 1,
        reasons: reasonsOf(one, first),
      }));
      const [best] = ranked;
      return { customer, ...(best?.match.right === true && { best }), ranked };
    });
}

function judged(candidate: OfferCandidate): JudgedCandidate {
  const { offer, customer, place, way } = candidate;
  const match = offerMatch(offer, { customer, place, way });
  const named = (fit: string): string[] =>
    Object.entries(match.dimensions)
      .filter(([, dimension]) => dimension.fit === fit)
      .map(([name]) => name);
  return {
    candidate,
    match,
    misfits: named("misfits"),
    unknowns: named("unknown"),
    // What two candidates can differ in, in an order of its own, so that only equal ones tie.
    name: [offer.id, place.id, way.channel, way.direction, way.at, way.language, way.tone].join(
      "\n",
    ),
  };
}

function compareCandidates(a: JudgedCandidate, b: JudgedCandidate): number {
  return (
    a.misfits.length - b.misfits.length ||
    a.unknowns.length - b.unknowns.length ||
    b.match.needsMet.length - a.match.needsMet.length ||
    comparePrices(a, b) ||
    (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)
  );
}

/** By currency first, those without a price leading, so that the order is one also among many currencies. */
function comparePrices(a: JudgedCandidate, b: JudgedCandidate): number {
  const [first, second] = [a.candidate.offer.price, b.candidate.offer.price];
  const [one, other] = [first?.currency ?? "", second?.currency ?? ""];
  if (one !== other) return one < other ? -1 : 1;
  return (first?.amount ?? 0) - (second?.amount ?? 0);
}

function reasonsOf(one: JudgedCandidate, first: JudgedCandidate): Reason[] {
  const { offer } = one.candidate;
  const best = first.candidate.offer.id;
  const needs = one.match.needsMet.length;
  if (!one.match.right) {
    return [
      ...one.misfits.map((dimension): Reason => {
        return { code: "candidate-misfits", params: { offer: offer.id, dimension } };
      }),
      ...one.unknowns.map((dimension): Reason => {
        return { code: "candidate-not-known", params: { offer: offer.id, dimension } };
      }),
    ];
  }
  if (one === first) return [{ code: "offer-chosen", params: { offer: offer.id, needs } }];
  const bestNeeds = first.match.needsMet.length;
  if (needs < bestNeeds) {
    const params = { offer: offer.id, needs, best, bestNeeds };
    return [{ code: "offer-meets-fewer-needs", params }];
  }
  const [price, bestPrice] = [offer.price, first.candidate.offer.price];
  return price?.currency === bestPrice?.currency && comparePrices(one, first) > 0
    ? [{ code: "offer-costs-more", params: { offer: offer.id, best } }]
    : [{ code: "offer-after-by-name", params: { offer: offer.id, best } }];
}
