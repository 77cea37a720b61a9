import { anyPointOfId } from "../consent/contact-address.js";
import { isKnownChannel } from "../consent/contact-rules.js";
import type { Suppression } from "../consent/suppression.js";
import type { ContactPoint } from "../record/contact-point.js";
import type { Customer } from "../record/customer.js";
import type { Erasure } from "./erasure.js";
import type { SuppressedAddress } from "./suppression-list.js";
import { addressHash } from "./suppression-list.js";

/** The addresses that must not be used again, by hash, kind and time. */
export function suppressedAddresses(erasure: Erasure): readonly SuppressedAddress[] {
  const { customer, asOf, policy, keyedHash } = erasure;
  const { suppressions = [], keyPersons = [] } = customer;
  const standing = suppressions.filter(({ until }) => until === undefined || until > asOf);
  const points = [
    ...customer.contactPoints,
    ...keyPersons.flatMap((person) => person.contactPoints ?? []),
  ].filter(({ address }) => address.trim() !== "");
  const entries = points.flatMap((point): SuppressedAddress[] => {
    const hash = addressHash(point, { keyedHash });
    const own = standing
      .filter((suppression) => isFor(suppression, { point, customer }))
      .map(({ kind, channel, at, until }) => ({
        hash,
        kind,
        ...(channel !== undefined && { channel }),
        at,
        ...(until !== undefined && { until }),
      }));
    return policy.suppressAddresses === "all"
      ? [...own, { hash, kind: "do-not-contact", at: asOf }]
      : own;
  });
  // Two contact points of one address have one entry.
  const distinct = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** A contact point or channel there is none of may mean any. */
function isFor(
  { contactPoint, channel }: Suppression,
  { point, customer }: { readonly point: ContactPoint; readonly customer: Customer },
): boolean {
  if (contactPoint !== undefined && anyPointOfId(customer, contactPoint) !== undefined) {
    return contactPoint === point.id;
  }
  const { channel: own } = point;
  if (channel === undefined || !isKnownChannel(channel)) return true;
  return channel === own || (channel === "sms" && own === "phone");
}

function keyOf({ hash, kind, channel, at, until }: SuppressedAddress): string {
  return JSON.stringify([hash, kind, channel ?? "", at, until ?? ""]);
}
