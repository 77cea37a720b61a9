import type { Reason } from "../../shared/reason.js";
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
  const stops = suppressions.filter(
    (suppression) =>
      (suppression.contactPoint === undefined || isOfUnknownPoint(suppression, customer)) &&
      isStopping(suppression, rules),
  );
  return stops.length === 0 ? undefined : reasonsOf(stops, { customer, rules });
}

/** What stops contact with one contact point, or with another of the same address. */
export function pointStops(
  point: ContactPoint,
  { customer, rules }: { readonly customer: Customer; readonly rules: ContactRules },
): readonly Reason[] | undefined {
  const { suppressions } = customer;
  if (suppressions === undefined || suppressions.length === 0) return undefined;
  const stops = suppressions.filter((suppression) => {
    const { contactPoint } = suppression;
    if (contactPoint === undefined || !isStopping(suppression, rules)) return false;
    if (contactPoint === point.id) return true;
    const meant = anyPointOfId(customer, contactPoint);
    return meant !== undefined && isSameAddress(meant, point);
  });
  return stops.length === 0 ? undefined : reasonsOf(stops, { customer, rules });
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
  const rank = ({ kind }: Suppression): number => KINDS.indexOf(kind);
  return stops
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        compare(String(a.at), String(b.at)) ||
        compare(a.contactPoint ?? "", b.contactPoint ?? "") ||
        compare(a.until ?? "~", b.until ?? "~"),
    )
    .flatMap((stop) => {
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
      const why = unclearScope(stop, { customer, params });
      return why === undefined ? [{ code, params }] : [{ code, params }, why];
    });
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

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
