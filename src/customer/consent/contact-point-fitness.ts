import type { Reason } from "../../shared/reason.js";
import { isInstant, type Instant } from "../../shared/time/instant.js";
import { isPlainDate, type PlainDate } from "../../shared/time/plain-date.js";
import { isTimeZone, plainDateAt, type TimeZone } from "../../shared/time/time-zone.js";
import { contactPointState } from "../record/contact-point-state.js";
import type { ContactPoint } from "../record/contact-point.js";
import type { Customer } from "../record/customer.js";
import { pointStops } from "./contact-stop.js";
import type { ContactRules } from "./contact-rules.js";

/** A contact point and, where it is that of a key person, the days of that person in the position. */
export interface CandidatePoint {
  readonly point: ContactPoint;
  readonly tenure?: { readonly from?: PlainDate; readonly through?: PlainDate };
}

/** Whether a message on a channel can go to a contact point: to its own channel, a text message to a phone, too. */
export function isOnChannel(point: ContactPoint, { channel }: ContactRules): boolean {
  return point.channel === channel || (channel === "sms" && point.channel === "phone");
}

/** The contact point of this id, of the customer or of a key person. */
export function pointOfId(customer: Customer, id: string): CandidatePoint | undefined {
  const own = customer.contactPoints.find((point) => point.id === id);
  if (own !== undefined) return { point: own };
  for (const tenure of customer.keyPersons ?? []) {
    const point = tenure.contactPoints?.find((one) => one.id === id);
    if (point !== undefined) return { point, tenure };
  }
  return undefined;
}

/** What stands against the use of a contact point, whatever was agreed to; undefined when nothing does. */
export function pointTroubles(
  { point, tenure }: CandidatePoint,
  { customer, rules }: { readonly customer: Customer; readonly rules: ContactRules },
): readonly Reason[] | undefined {
  const stops = pointStops(point, { customer, rules });
  if (tenure === undefined && point.validity === undefined && isText(point.address)) return stops;
  const trouble = troubleOf(point, { tenure, customer, rules });
  return trouble === undefined ? stops : [...(stops ?? []), trouble];
}

function troubleOf(
  point: ContactPoint,
  {
    tenure,
    customer,
    rules,
  }: {
    readonly tenure: CandidatePoint["tenure"] | undefined;
    readonly customer: Customer;
    readonly rules: ContactRules;
  },
): Reason | undefined {
  const { id, validity, address } = point;
  if (!isText(address) || !isReadableValidity(validity) || !isReadableValidity(tenure)) {
    return { code: "contact-point-unreadable", params: { id } };
  }
  const zone = zoneOf(customer, rules);
  if (zone === undefined) {
    if (hasDays(validity) || hasDays(tenure)) {
      const params = { id, timeZone: String(customer.timeZone) };
      return { code: "contact-time-zone-unknown", params };
    }
  } else if (hasDays(tenure)) {
    const today = plainDateAt(rules.asOf, zone);
    const { from = today, through = today } = tenure ?? {};
    if (today < from || today > through) {
      return { code: "contact-person-not-in-position", params: { id, today } };
    }
  }
  // Without days and a failure nothing stands against it, which spares the judgement.
  if (validity?.failedAt === undefined && !hasDays(validity)) return undefined;
  const { state, reason } = contactPointState(point, {
    asOf: rules.asOf,
    zone: zone ?? rules.zone,
  });
  return state === "valid" || state === "unverified" ? undefined : reason;
}

/** Days, and moments, from when to when something holds. */
interface Days {
  readonly from?: PlainDate;
  readonly through?: PlainDate;
  readonly verifiedAt?: Instant;
  readonly failedAt?: Instant;
}

function hasDays(days: Days | undefined): boolean {
  return days?.from !== undefined || days?.through !== undefined;
}

function isReadableValidity(days: Days | undefined): boolean {
  if (days === undefined) return true;
  const { from, through, verifiedAt, failedAt } = days;
  return (
    (from === undefined || isPlainDate(from)) &&
    (through === undefined || isPlainDate(through)) &&
    (verifiedAt === undefined || isInstant(verifiedAt)) &&
    (failedAt === undefined || isInstant(failedAt))
  );
}

/** The zone of the customer's calendar, that of the policy where none is on record; undefined where it is unknown. */
export function zoneOf(customer: Customer, { zone }: ContactRules): TimeZone | undefined {
  if (customer.timeZone === undefined) return zone;
  return isTimeZone(customer.timeZone) ? customer.timeZone : undefined;
}

/** Orders contact points as they are tried: preferred, proven, made for the channel, latest proven, by id. */
export function comparePoints(a: ContactPoint, b: ContactPoint, rules: ContactRules): number {
  const byPreference = Number(b.preferred === true) - Number(a.preferred === true);
  if (byPreference !== 0) return byPreference;
  const provenA = provenAt(a, rules);
  const provenB = provenAt(b, rules);
  const byProof = Number(provenB !== "") - Number(provenA !== "");
  if (byProof !== 0) return byProof;
  const byChannel = Number(b.channel === rules.channel) - Number(a.channel === rules.channel);
  if (byChannel !== 0) return byChannel;
  if (provenA !== provenB) return provenA > provenB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function provenAt({ validity }: ContactPoint, { asOf }: ContactRules): string {
  const at = validity?.verifiedAt;
  return at !== undefined && at <= asOf ? at : "";
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
