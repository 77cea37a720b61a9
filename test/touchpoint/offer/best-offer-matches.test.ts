import fc from "fast-check";
import { customerId } from "goodwill/customer";
import { money } from "goodwill/shared";
import type { OfferCandidate } from "goodwill/touchpoint";
import { bestOfferMatches } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { codesOf } from "../catalogue/codes.js";
import { place } from "../catalogue/samples.js";

const topics = ["screen", "delivery", "radio"];

function candidate(
  id: string,
  changes: Partial<OfferCandidate["offer"]> & { readonly customer?: string } = {},
): OfferCandidate {
  const { customer = "C-1", ...offer } = changes;
  return {
    offer: { id, topics: ["screen"], ...offer },
    customer: {
      id: customerId(customer),
      needs: [
        { topic: "screen", kind: "stated" },
        { topic: "delivery", kind: "unstated" },
      ],
    },
    place: place({ id: "store" }),
    way: { channel: "store", direction: "inbound" },
  };
}

const anyCandidate: fc.Arbitrary<OfferCandidate> = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "d"),
    customer: fc.constantFrom("1", "2"),
    topics: fc.subarray(topics, { minLength: 1 }),
    price: fc.option(
      fc
        .record({
          amount: fc.integer({ min: 1, max: 3 }),
          currency: fc.constantFrom("EUR" as const, "CNY" as const),
        })
        .map(({ amount, currency }) => money(amount, currency)),
      { nil: undefined },
    ),
    stages: fc.option(fc.constant(["after" as const]), { nil: undefined }),
  })
  .map(({ id, price, stages, ...rest }) =>
    candidate(id, {
      ...rest,
      ...(price !== undefined && { price }),
      ...(stages !== undefined && { stages }),
    }),
  );

describe("bestOfferMatches", () => {
  it("TP-3: what meets more needs leads, then what costs less, then the name; each says why", () => {
    const [entry] = bestOfferMatches([
      candidate("d", { topics: ["radio"] }),
      candidate("c", { price: money(3, "EUR") }),
      candidate("b", { price: money(2, "EUR"), topics: ["screen", "delivery"] }),
      candidate("a", { price: money(3, "EUR"), topics: ["screen", "delivery"] }),
      candidate("z", { price: money(2, "EUR"), topics: ["screen", "delivery"] }),
      candidate("e", { stages: ["after"] }),
    ]);
    expect(entry?.ranked.map(({ candidate: one }) => one.offer.id)).toEqual([
      "b",
      "z",
      "a",
      "c",
      "e",
      "d",
    ]);
    expect(entry?.ranked.flatMap(({ reasons }) => codesOf(reasons))).toEqual([
      "offer-chosen",
      "offer-after-by-name",
      "offer-costs-more",
      "offer-meets-fewer-needs",
      "candidate-not-known",
      "candidate-misfits",
    ]);
    expect(entry?.ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(entry?.best).toBe(entry?.ranked[0]);
  });

  it("prices in two currencies are not held against each other", () => {
    const [entry] = bestOfferMatches([
      candidate("a", { price: money(1, "EUR") }),
      candidate("b", { price: money(9, "CNY") }),
    ]);
    expect(codesOf(entry!.ranked[1]!.reasons)).toEqual(["offer-after-by-name"]);
  });

  it("where nothing is right there is no best, and everything says why", () => {
    const [entry] = bestOfferMatches([candidate("a", { topics: ["radio"] })]);
    expect(entry).not.toHaveProperty("best");
    expect(entry?.ranked[0]?.reasons).toEqual([
      { code: "candidate-misfits", params: { offer: "a", dimension: "offer" } },
    ]);
  });

  it("no candidates, no entries", () => {
    expect(bestOfferMatches([])).toEqual([]);
  });

  it("the order of the candidates does not count, and what is right leads", () => {
    fc.assert(
      fc.property(fc.array(anyCandidate, { maxLength: 12 }), fc.nat(), (candidates, turn) => {
        const shift = candidates.length === 0 ? 0 : turn % candidates.length;
        const turned = [...candidates.slice(shift), ...candidates.slice(0, shift)].toReversed();
        const order = (all: readonly OfferCandidate[]) =>
          bestOfferMatches(all).map(({ customer, ranked }) => [
            customer,
            ranked.map(({ candidate: { offer }, match, reasons }) => [
              match.needsMet.length,
              match.right,
              offer.price ?? {},
              offer.id,
              codesOf(reasons),
            ]),
          ]);
        expect(order(turned)).toEqual(order(candidates));
        for (const { ranked } of bestOfferMatches(candidates)) {
          const rights = ranked.map(({ match }) => match.right);
          expect(rights).toEqual(rights.toSorted((a, b) => Number(b) - Number(a)));
        }
      }),
    );
  });
});
