import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { isInstant } from "../../shared/time/instant.js";
import type { ContactPoint } from "../record/contact-point.js";
import type { Customer } from "../record/customer.js";
import type { ContactPolicy } from "./contact-policy.js";
import { anyPointOfId, isSameAddress } from "./contact-address.js";
import type { ContactRules } from "./contact-rules.js";
import { isKnownChannel } from "./contact-rules.js";
import type { MessageClass } from "./message-class.js";
import type { Suppression } from "./suppression.js";

/** Whether a suppression stops messages of the purpose at the moment asked about, on its channel. */
function isStopping(suppression: Suppression, rules: ContactRules): boolean {
  const { at, until, channel, recordedAt } = suppression;
  // A channel there is none of may mean any: a doubt is read as no.
  if (channel !== undefined && channel !== rules.channel && isKnownChannel(channel)) return false;
  if (!stopsClass(suppression.kind, rules.policy, rules.rule.messageClass)) return false;
  // What cannot be placed in time holds always, too.
  if (isInstant(at) && at > rules.asOf) return false;
  if (isInstant(until) && until <= rules.asOf) return false;
  return !isInstant(recordedAt ?? at) || (recordedAt ?? at) <= rules.knownAt;
}

/** Whether a kind of suppression stops a class of message; one the policy does not know stops all. */
export function stopsClass(
  kind: string,
  { suppressions }: ContactPolicy,
  messageClass: MessageClass,
): boolean {
  if (!Object.hasOwn(suppressions, kind)) return true;
  return suppressions[kind as Suppression["kind"]].includes(messageClass);
}

/** What stops every contact with the customer on the channel. */
export function customerStops(
  customer: Customer,
  rules: ContactRules,
): readonly Reason[] | undefined {
  const { suppressions } = customer;
  if (suppressions === undefined || suppressions.length === 0) return undefined;
  let stops: Suppression[] | undefined;
  for (const suppression of suppressions) {
    if (suppression.contactPoint !== undefined && !isOfUnknownPoint(suppression, customer)) {
      continue;
    }
    if (isStopping(suppression, rules)) (stops ??= []).push(suppression);
  }
  return stops && reasonsOf(stops, { customer, rules });
}

/** What stops contact with one contact point, or with another of the same address. */
export function pointStops(
  point: ContactPoint,
  { customer, rules }: { readonly customer: Customer; readonly rules: ContactRules },
): readonly Reason[] | undefined {
  const { suppressions } = customer;
  if (suppressions === undefined || suppressions.length === 0) return undefined;
  let stops: Suppression[] | undefined;
  for (const suppression of suppressions) {
    const { contactPoint } = suppression;
    if (contactPoint === undefined || !isStopping(suppression, rules)) continue;
    if (contactPoint !== point.id) {
      const meant = anyPointOfId(customer, contactPoint);
      if (meant === undefined || !isSameAddress(meant, point)) continue;
    }
    (stops ??= []).push(suppression);
  }
  return stops && reasonsOf(stops, { customer, rules });
}

/** Whether a suppression names a contact point there is none of, so that it may mean any. */
function isOfUnknownPoint({ contactPoint }: Suppression, customer: Customer): boolean {
  return contactPoint !== undefined && anyPointOfId(customer, contactPoint) === undefined;
}

const KINDS: readonly Suppression["kind"][] = [
  "deceased",
  "legal-hold",
  "do-not-contact",
  "minor",
  "complained",
  "bounced",
];

/** The gravest first, then the oldest, whatever the order of the list. */
function reasonsOf(
  stops: readonly Suppression[],
  { customer, rules }: { readonly customer: Customer; readonly rules: ContactRules },
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const stop of stops.length === 1 ? stops : stops.toSorted(compareStops)) {
    const { kind, at, until, contactPoint } = stop;
    // The record may be malformed: what it names is told as it is.
    const told: unknown = kind;
    const params = {
      kind: String(told),
      at: String(at),
      channel: rules.channel,
      ...(until !== undefined && { until }),
      ...(contactPoint !== undefined && { contactPoint }),
    };
    const code = KINDS.includes(kind) ? `suppressed-${kind}` : "suppressed-unreadable";
    reasons.push({ code, params });
    const why = unclearScope(stop, { customer, params });
    if (why !== undefined) reasons.push(why);
  }
  return reasons;
}

function compareStops(a: Suppression, b: Suppression): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareText(String(a.at), String(b.at)) ||
    compareText(a.contactPoint ?? "", b.contactPoint ?? "") ||
    compareText(a.until ?? "~", b.until ?? "~")
  );
}

/** Why a suppression stops more than it names. */
function unclearScope(
  stop: Suppression,
  { customer, params }: { readonly customer: Customer; readonly params: Reason["params"] },
): Reason | undefined {
  const { channel } = stop;
  if (channel !== undefined && !isKnownChannel(channel)) {
    const named: unknown = channel;
    return { code: "suppressed-channel-unknown", params: { ...params, named: String(named) } };
  }
  return isOfUnknownPoint(stop, customer)
    ? { code: "suppressed-contact-point-unknown", params }
    : undefined;
}
