import type { Instant } from "../../shared/time/instant.js";
import type { ContactPolicy } from "../consent/contact-policy.js";
import { DEFAULT_CONTACT_POLICY } from "../consent/contact-policy.js";
import { isKnownChannel } from "../consent/contact-rules.js";
import { stopsClass } from "../consent/contact-stop.js";
import type { MessageClass } from "../consent/message-class.js";
import type { SuppressionKind } from "../consent/suppression.js";
import type { ContactChannel, ContactPoint } from "../record/contact-point.js";
import type { KeyedHash, PseudonymKind } from "./pseudonym.js";
import { pseudonym } from "./pseudonym.js";

/** An address that is not to be used, known by its keyed hash only. */
export interface SuppressedAddress {
  /** The keyed hash of the address; see {@link addressHash}. */
  readonly hash: string;
  /** Why. */
  readonly kind: SuppressionKind;
  /** The one channel it closes; every channel that uses the address when absent. */
  readonly channel?: ContactChannel;
  /** From when on. */
  readonly at: Instant;
  /** The first moment it no longer holds; for ever when absent. */
  readonly until?: Instant;
}

/** Suppressed addresses, or the same by their hash where many are asked about; see {@link suppressionsByHash}. */
export type SuppressionList =
  readonly SuppressedAddress[] | ReadonlyMap<string, readonly SuppressedAddress[]>;

/** The part of a contact point that says where a message goes. */
export type ContactAddress = Pick<ContactPoint, "channel" | "address" | "service">;

/**
 * What is the hash of an address on the suppression list?
 *
 * A telephone number has one, whether it is called or written to; a handle one for each service.
 *
 * @param point - The channel and the address, and the service of a handle.
 * @param options - The keyed hash.
 * @param options.keyedHash - The host's keyed hash.
 * @returns The hash, which is a pseudonym for the purpose `suppression`.
 * @throws RangeError when the address is empty, or the keyed hash is none.
 * @example
 * ```ts
 * import { createHmac } from "node:crypto";
 * import { addressHash } from "goodwill/customer";
 *
 * const keyedHash = (text: string) => createHmac("sha256", "a secret of the host").update(text).digest("hex");
 * const called = addressHash({ channel: "phone", address: "+49 30 123456" }, { keyedHash });
 * addressHash({ channel: "sms", address: "+4930123456" }, { keyedHash }) === called; // => true
 * ```
 */
export function addressHash(
  { channel, address, service }: ContactAddress,
  { keyedHash }: { readonly keyedHash: KeyedHash },
): string {
  const kind = addressKind(channel);
  const value = kind === "text" ? address.replaceAll(/\s+/g, " ").trim().toLowerCase() : address;
  // Handles of two services and the addresses of two channels are different even where they read alike.
  const purpose =
    kind === "text" ? JSON.stringify(["suppression", channel, service ?? ""]) : "suppression";
  return pseudonym(value, { keyedHash, purpose, kind });
}

/**
 * How are many addresses held against a long list?
 *
 * @param list - The suppressed addresses, in any order.
 * @returns The same by their hash, for {@link isSuppressedAddress}.
 * @example
 * ```ts
 * import { suppressionsByHash } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const entry = { hash: "5f3a", kind: "do-not-contact", at: instant("2026-02-13T09:30:00Z") } as const;
 * suppressionsByHash([entry]).get("5f3a")?.length; // => 1
 * ```
 */
export function suppressionsByHash(
  list: Iterable<SuppressedAddress>,
): ReadonlyMap<string, readonly SuppressedAddress[]> {
  const byHash = new Map<string, SuppressedAddress[]>();
  for (const entry of list) {
    const entries = byHash.get(entry.hash);
    if (entries === undefined) byHash.set(entry.hash, [entry]);
    else entries.push(entry);
  }
  return byHash;
}

/** The list, and what is to be sent when. */
export interface SuppressedAddressOptions {
  /** The suppressed addresses. */
  readonly list: SuppressionList;
  /** The keyed hash the list was made with. */
  readonly keyedHash: KeyedHash;
  /** The moment of the contact. */
  readonly asOf: Instant;
  /** What the message is to the law; `promotional` when absent. */
  readonly messageClass?: MessageClass;
  /** The rules of what each kind stops; {@link DEFAULT_CONTACT_POLICY} when absent. */
  readonly policy?: ContactPolicy;
}

/**
 * Is this address one that must not be used, though nobody may know any more whose it is?
 *
 * Ask it before an address is imported, bought or mailed: it finds those of customers whose records were erased.
 *
 * @param point - The channel and the address, and the service of a handle.
 * @param options - The list, the keyed hash, the moment and the class of the message.
 * @returns Whether an entry that holds at that moment stops such a message.
 * @throws RangeError when the address is empty, or the keyed hash is none.
 * @example
 * ```ts
 * import { createHmac } from "node:crypto";
 * import { addressHash, isSuppressedAddress } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const keyedHash = (text: string) => createHmac("sha256", "a secret of the host").update(text).digest("hex");
 * const point = { channel: "email", address: "mei.lin@example.com" } as const;
 * const at = instant("2026-02-13T09:30:00Z");
 * const list = [{ hash: addressHash(point, { keyedHash }), kind: "do-not-contact", at }] as const;
 * const typed = { channel: "email", address: "Mei.Lin@Example.com" } as const;
 * isSuppressedAddress(typed, { list, keyedHash, asOf: at }); // => true
 * isSuppressedAddress(typed, { list, keyedHash, asOf: at, messageClass: "legal-notice" }); // => false
 * ```
 */
export function isSuppressedAddress(
  point: ContactAddress,
  options: SuppressedAddressOptions,
): boolean {
  const { list, asOf, messageClass = "promotional", policy = DEFAULT_CONTACT_POLICY } = options;
  const hash = addressHash(point, options);
  const entries = isByHash(list) ? (list.get(hash) ?? []) : list;
  return entries.some(
    (entry) =>
      entry.hash === hash &&
      (entry.channel === undefined ||
        entry.channel === point.channel ||
        !isKnownChannel(entry.channel)) &&
      entry.at <= asOf &&
      (entry.until === undefined || asOf < entry.until) &&
      stopsClass(entry.kind, policy, messageClass),
  );
}

function isByHash(
  list: SuppressionList,
): list is ReadonlyMap<string, readonly SuppressedAddress[]> {
  return list instanceof Map;
}

/** What kind of value the address of a channel is. */
function addressKind(channel: ContactChannel): PseudonymKind {
  if (channel === "email") return "email";
  return channel === "phone" || channel === "sms" ? "phone" : "text";
}
