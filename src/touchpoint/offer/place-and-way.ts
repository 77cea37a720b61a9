import type { OfferCheck } from "./offer-check.js";
import { fits, misfits, unknown } from "./offer-check.js";
import type { Offer, OfferCustomer, OfferWay } from "./offer.js";
import { isOpenAt, weeklyOpenMinutes } from "../opening/opening-hours.js";
import { TOUCHPOINT_STAGES } from "../catalogue/touchpoint.js";
import type { Touchpoint } from "../catalogue/touchpoint.js";
import { leadingRealm } from "../catalogue/visitor-intent.js";
import { WEEK_MINUTES } from "../opening/week-clock.js";

// Whether the place and the way are right. Internal: not part of the package's surface.

/** What place and way are held against. */
interface OfferSituation {
  readonly customer: OfferCustomer;
  readonly place: Touchpoint;
  readonly way: OfferWay;
}

/** The checks of the place: seen, serving the stage, open, and felt as the visit asks. */
export function offerPlaceReasons({ customer, place, way }: OfferSituation): OfferCheck[] {
  const { id: touchpoint, stages, hours, realm } = place;
  const { stage, intent } = customer;
  const { at } = way;
  const checks: OfferCheck[] = [];
  if (place.visibility === "backstage") checks.push(misfits("place-not-seen", { touchpoint }));
  if (stage === undefined) {
    // A place that serves every stage makes no demand.
    if (TOUCHPOINT_STAGES.some((one) => !stages.includes(one))) {
      checks.push(unknown("place-stage-not-known", { touchpoint }));
    }
  } else {
    const params = { touchpoint, stage };
    checks.push(
      stages.includes(stage)
        ? fits("place-serves-stage", params)
        : misfits("place-not-for-stage", params),
    );
  }
  // Hours bind who comes; a place that never closes makes no demand.
  const closes = hours !== undefined && weeklyOpenMinutes(hours) < WEEK_MINUTES;
  if (closes && way.direction === "inbound") {
    if (at === undefined) checks.push(unknown("place-time-not-known", { touchpoint }));
    else if (isOpenAt(hours, at)) checks.push(fits("place-open", { touchpoint, at }));
    else checks.push(misfits("place-closed", { touchpoint, at }));
  }
  if (intent !== undefined) {
    const leading = leadingRealm(intent);
    const params = { touchpoint, intent, leading };
    if (realm === undefined) checks.push(unknown("place-realm-not-known", params));
    else if (realm === leading) checks.push(fits("place-realm-leads", params));
    else checks.push(misfits("place-realm-differs", { ...params, realm }));
  }
  return checks;
}

/** The checks of the way: channel, language, tone, and leave to come to the customer. */
export function offerWayReasons(
  offer: Offer,
  { customer, place, way }: OfferSituation,
): OfferCheck[] {
  const { channel } = way;
  const checks: OfferCheck[] = [];
  if (!place.channels.includes(channel)) {
    checks.push(misfits("channel-not-at-place", { channel, touchpoint: place.id }));
  } else checks.push(fits("channel-at-place", { channel, touchpoint: place.id }));
  if (offer.channels?.includes(channel) === false) {
    checks.push(misfits("channel-not-for-offer", { channel, offer: offer.id }));
  }
  return [
    ...checks,
    ...languageChecks(offer, { customer, place, way }),
    ...toneChecks(offer, { customer, way }),
    ...permissionChecks(customer, way),
  ];
}

function languageChecks(offer: Offer, { customer, place, way }: OfferSituation): OfferCheck[] {
  const demands = [
    customer.language === undefined ? undefined : [customer.language],
    offer.languages,
    place.languages,
  ].filter((languages) => languages !== undefined);
  if (demands.length === 0) return [];
  const { language } = way;
  if (language === undefined) return [unknown("language-not-settled", { customer: customer.id })];
  const understood = demands.every((languages) =>
    languages.some((one) => isOneLanguage(one, language)),
  );
  const params = { language, customer: customer.id };
  return [understood ? fits("language-fits", params) : misfits("language-misfits", params)];
}

/** `zh` goes with `zh-CN`, `zh-CN` not with `zh-TW`: one tag is the beginning of the other (RFC 4647, 3.3.1). */
function isOneLanguage(a: string, b: string): boolean {
  const [first, second] = [`${a.toLowerCase()}-`, `${b.toLowerCase()}-`];
  return first.startsWith(second) || second.startsWith(first);
}

function toneChecks(
  offer: Offer,
  { customer, way }: Pick<OfferSituation, "customer" | "way">,
): OfferCheck[] {
  const demands = [offer.tones, customer.tones].filter((tones) => tones !== undefined);
  if (demands.length === 0) return [];
  const { tone } = way;
  if (tone === undefined) return [unknown("tone-not-settled", { customer: customer.id })];
  const params = { tone, customer: customer.id };
  return [
    demands.every((tones) => tones.includes(tone))
      ? fits("tone-fits", params)
      : misfits("tone-misfits", params),
  ];
}

function permissionChecks(
  { id: customer, permissions }: OfferCustomer,
  { channel, direction }: OfferWay,
): OfferCheck[] {
  if (direction === "inbound") return [];
  const asked = (permissions ?? []).filter((one) => one.channel === channel);
  // Where two decisions were passed for a channel, a refusal stands.
  const refused = asked
    .filter(({ allowed }) => !allowed)
    .map(({ reasons }) => (reasons ?? []).map(({ code }) => code).join(", ") || "not said")
    .toSorted();
  const [why] = refused;
  if (why !== undefined) return [misfits("contact-refused", { customer, channel, why })];
  const params = { customer, channel };
  return [
    asked.length > 0 ? fits("contact-allowed", params) : unknown("contact-undecided", params),
  ];
}
