import { formatMoney } from "../../shared/money/money.js";
import type { OfferCheck } from "./offer-check.js";
import { fits, misfits, unknown } from "./offer-check.js";
import type { Offer, OfferCustomer, OfferWay } from "./offer.js";

// Whether the offer and the customer are right. Internal: not part of the package's surface.

/** The checks of the offer: a need met, a price within the means, and a time at which it holds. */
export function offerReasons(
  offer: Offer,
  { customer, way }: { readonly customer: OfferCustomer; readonly way: OfferWay },
): OfferCheck[] {
  return [
    ...needChecks(offer, customer),
    ...priceChecks(offer, customer),
    ...timeChecks(offer, way),
  ];
}

/** The checks of the customer: stage and audience. */
export function offerCustomerReasons(
  { id: offer, stages, audiences }: Offer,
  { customer }: { readonly customer: OfferCustomer },
): OfferCheck[] {
  const checks: OfferCheck[] = [];
  const { stage } = customer;
  if (stages !== undefined) {
    if (stage === undefined) checks.push(unknown("stage-not-known", { customer: customer.id }));
    else if (stages.includes(stage)) checks.push(fits("offer-for-stage", { offer, stage }));
    else checks.push(misfits("offer-not-for-stage", { offer, stage }));
  }
  if (audiences !== undefined) {
    const shared = customer.audiences?.filter((one) => audiences.includes(one)).toSorted();
    const [audience] = shared ?? [];
    if (shared === undefined) checks.push(unknown("audience-not-known", { customer: customer.id }));
    else if (audience === undefined) {
      const params = { offer, customer: customer.id, audiences: audiences.toSorted().join(", ") };
      checks.push(misfits("offer-not-for-audience", params));
    } else checks.push(fits("offer-for-audience", { offer, audience }));
  }
  return checks;
}

function needChecks({ id: offer, topics }: Offer, { id, needs }: OfferCustomer): OfferCheck[] {
  if (needs === undefined) return [unknown("needs-not-known", { customer: id })];
  const met = needs
    .filter(({ topic }) => topics.includes(topic))
    .toSorted((a, b) => (`${a.topic}\n${a.kind}` < `${b.topic}\n${b.kind}` ? -1 : 1));
  if (met.length === 0) return [misfits("offer-meets-no-need", { offer, customer: id })];
  return met.map(({ topic, kind }) => fits("offer-meets-need", { offer, topic, kind }));
}

function priceChecks({ id: offer, price }: Offer, { means }: OfferCustomer): OfferCheck[] {
  if (price === undefined || means === undefined) return [];
  const params = { offer, price: formatMoney(price), means: formatMoney(means) };
  if (price.currency !== means.currency) return [unknown("price-not-comparable", params)];
  return [
    price.amount <= means.amount
      ? fits("price-within-means", params)
      : misfits("price-beyond-means", params),
  ];
}

function timeChecks({ id: offer, from, until }: Offer, { at }: OfferWay): OfferCheck[] {
  if (from === undefined && until === undefined) return [];
  if (at === undefined) return [unknown("offer-time-not-known", { offer })];
  const holds = (from === undefined || from <= at) && (until === undefined || at < until);
  return [
    holds ? fits("offer-holds", { offer, at }) : misfits("offer-does-not-hold", { offer, at }),
  ];
}
