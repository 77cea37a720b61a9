import { customerId } from "goodwill/customer";
import { instant, money, timeZone } from "goodwill/shared";
import type {
  Offer,
  OfferCustomer,
  OfferDimensionName,
  OfferFit,
  OfferWay,
  Touchpoint,
} from "goodwill/touchpoint";
import { ALL_WEEK, offerMatch } from "goodwill/touchpoint";
import { describe, expect, it } from "vitest";
import { codesOf } from "../catalogue/codes.js";
import { place } from "../catalogue/samples.js";

const at = instant("2026-02-13T09:30:00Z"); // a Friday
const offer: Offer = { id: "screen", topics: ["large screen"], price: money(900, "EUR") };
const customer: OfferCustomer = {
  id: customerId("C-1"),
  stage: "before",
  needs: [{ topic: "large screen", kind: "stated" }],
  means: money(900, "EUR"),
};
const store = place({ id: "store", stages: ["before"], realm: "education" });
const way: OfferWay = { channel: "store", direction: "inbound", at };

interface Changes {
  readonly offer?: Partial<Offer>;
  readonly customer?: Partial<OfferCustomer>;
  readonly place?: Partial<Touchpoint>;
  readonly way?: Partial<OfferWay>;
}

function matchWith(changes: Changes) {
  return offerMatch(
    { ...offer, ...changes.offer },
    {
      customer: { ...customer, ...changes.customer },
      place: { ...store, ...changes.place },
      way: { ...way, ...changes.way },
    },
  );
}

const hours = (from: string, until: string) => ({
  zone: timeZone("UTC"),
  windows: [{ days: [5] as const, from, until }],
});

describe("offerMatch", () => {
  it("TP-3: the right offer, customer, place and way make a match", () => {
    const { right, needsMet, dimensions } = matchWith({});
    expect(right).toBe(true);
    expect(needsMet).toEqual(["large screen"]);
    expect(Object.keys(dimensions)).toEqual(["offer", "customer", "place", "way"]);
    expect(codesOf(Object.values(dimensions).flatMap(({ reasons }) => reasons))).toEqual([
      "offer-meets-need",
      "price-within-means",
      "place-serves-stage",
      "channel-at-place",
    ]);
  });

  const cases: readonly (readonly [Changes, OfferDimensionName, OfferFit, string])[] = [
    [{ customer: { needs: [] } }, "offer", "misfits", "offer-meets-no-need"],
    [{ offer: { topics: ["radio"] } }, "offer", "misfits", "offer-meets-no-need"],
    [{ customer: { means: money(899, "EUR") } }, "offer", "misfits", "price-beyond-means"],
    [{ customer: { means: money(899, "CNY") } }, "offer", "unknown", "price-not-comparable"],
    [{ offer: { from: at } }, "offer", "fits", "offer-holds"],
    [{ offer: { until: at } }, "offer", "misfits", "offer-does-not-hold"],
    [{ offer: { stages: ["before"] } }, "customer", "fits", "offer-for-stage"],
    [{ offer: { stages: ["after"] } }, "customer", "misfits", "offer-not-for-stage"],
    [{ offer: { audiences: ["club"] } }, "customer", "unknown", "audience-not-known"],
    [
      { offer: { audiences: ["club"] }, customer: { audiences: [] } },
      "customer",
      "misfits",
      "offer-not-for-audience",
    ],
    [
      { offer: { audiences: ["club"] }, customer: { audiences: ["club"] } },
      "customer",
      "fits",
      "offer-for-audience",
    ],
    [{ place: { visibility: "backstage" } }, "place", "misfits", "place-not-seen"],
    [{ place: { stages: ["after"] } }, "place", "misfits", "place-not-for-stage"],
    [{ place: { hours: hours("09:30", "10:00") } }, "place", "fits", "place-open"],
    [{ place: { hours: hours("09:00", "09:30") } }, "place", "misfits", "place-closed"],
    [{ customer: { intent: "searching" } }, "place", "fits", "place-realm-leads"],
    [{ customer: { intent: "roaming" } }, "place", "misfits", "place-realm-differs"],
    [{ way: { channel: "web" } }, "way", "misfits", "channel-not-at-place"],
    [{ offer: { channels: ["web"] } }, "way", "misfits", "channel-not-for-offer"],
    [{ customer: { language: "zh" } }, "way", "unknown", "language-not-settled"],
    [{ customer: { language: "zh-CN" }, way: { language: "zh" } }, "way", "fits", "language-fits"],
    [
      { customer: { language: "zh-CN" }, way: { language: "zh-TW" } },
      "way",
      "misfits",
      "language-misfits",
    ],
    [
      { customer: { language: "de" }, offer: { languages: ["en"] }, way: { language: "de" } },
      "way",
      "misfits",
      "language-misfits",
    ],
    [{ place: { languages: ["en"] }, way: { language: "EN-gb" } }, "way", "fits", "language-fits"],
    [{ customer: { tones: ["formal"] } }, "way", "unknown", "tone-not-settled"],
    [{ customer: { tones: ["formal"] }, way: { tone: "formal" } }, "way", "fits", "tone-fits"],
    [{ offer: { tones: ["formal"] }, way: { tone: "casual" } }, "way", "misfits", "tone-misfits"],
    [{ way: { direction: "outbound" } }, "way", "unknown", "contact-undecided"],
    [
      {
        way: { direction: "outbound" },
        customer: { permissions: [{ channel: "store", allowed: true }] },
      },
      "way",
      "fits",
      "contact-allowed",
    ],
    [
      {
        way: { direction: "outbound" },
        customer: { permissions: [{ channel: "phone", allowed: true }] },
      },
      "way",
      "unknown",
      "contact-undecided",
    ],
  ];

  it.each(cases)("TP-3, case %#: one thing changed is said", (changes, name, fit, code) => {
    const match = matchWith(changes);
    expect(match.dimensions[name].fit).toBe(fit);
    expect(codesOf(match.dimensions[name].reasons)).toContain(code);
    expect(match.right).toBe(fit === "fits");
    for (const [other, dimension] of Object.entries(match.dimensions)) {
      if (other !== name) expect(dimension.fit, other).toBe("fits");
    }
  });

  it("CUS-6: a refusal stands beside a permission, with its reason", () => {
    const refusal = { code: "consent-withdrawn", params: {} };
    const permissions = [
      { channel: "store", allowed: true },
      { channel: "store", allowed: false, reasons: [refusal] },
    ];
    const match = matchWith({ customer: { permissions }, way: { direction: "outbound" } });
    expect(match.dimensions.way.fit).toBe("misfits");
    expect(match.dimensions.way.reasons.at(-1)).toEqual({
      code: "contact-refused",
      params: { customer: "C-1", channel: "store", why: "consent-withdrawn" },
    });
  });

  it("what is asked for and not known is unknown, and no match", () => {
    const nobody = { id: customerId("C-2") };
    const match = offerMatch(
      { ...offer, stages: ["before"], audiences: ["club"], from: at },
      {
        customer: { ...nobody, intent: "buying" },
        place: place({ id: "desk", stages: ["after"], hours: hours("09:00", "10:00") }),
        way: { channel: "store", direction: "inbound" },
      },
    );
    expect(match.right).toBe(false);
    expect(Object.values(match.dimensions).map(({ fit }) => fit)).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "fits",
    ]);
    expect(codesOf(Object.values(match.dimensions).flatMap(({ reasons }) => reasons))).toEqual([
      "needs-not-known",
      "offer-time-not-known",
      "stage-not-known",
      "audience-not-known",
      "place-stage-not-known",
      "place-time-not-known",
      "place-realm-not-known",
      "channel-at-place",
    ]);
  });

  it("a place that never closes does not ask for the time", () => {
    const { at: now, ...anytime } = way;
    expect(now).toBe(at);
    const never = { zone: timeZone("UTC"), windows: ALL_WEEK };
    const asked = { customer, place: { ...store, hours: never }, way: anytime };
    expect(offerMatch(offer, asked).right).toBe(true);
  });

  it("a place that serves every stage asks for none, and hours bind only who comes", () => {
    const { stage, ...unstaged } = customer;
    expect(stage).toBe("before");
    const match = offerMatch(offer, {
      customer: { ...unstaged, permissions: [{ channel: "store", allowed: true }] },
      place: place({ id: "desk", hours: hours("20:00", "21:00") }),
      way: { ...way, direction: "outbound" },
    });
    expect(match.right).toBe(true);
  });
});
