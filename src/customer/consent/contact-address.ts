import { contactKey } from "../matching/contact-key.js";
import type { ContactChannel, ContactPoint } from "../record/contact-point.js";
import type { Customer } from "../record/customer.js";

/** Where the contact points of a customer are looked up. */
export type ContactPointOwner = Pick<Customer, "contactPoints" | "keyPersons">;

/** The contact point of this id, of the customer or of a key person. */
export function anyPointOfId(owner: ContactPointOwner, id: string): ContactPoint | undefined {
  const own = owner.contactPoints.find((point) => point.id === id);
  if (own !== undefined || owner.keyPersons === undefined) return own;
  for (const { contactPoints } of owner.keyPersons) {
    const point = contactPoints?.find((one) => one.id === id);
    if (point !== undefined) return point;
  }
  return undefined;
}

/**
 * Whether two contact points lead to one address: an e-mail address in any spelling of its letters, a number whether it
 * is called or written to, a postal address whether mail goes there or a visit, a handle of one service.
 */
export function isSameAddress(a: ContactPoint, b: ContactPoint): boolean {
  const kind = addressKind(a.channel);
  if (kind !== addressKind(b.channel) || a.service !== b.service) return false;
  // An address that is no text leads nowhere.
  if (typeof a.address !== "string" || typeof b.address !== "string") return false;
  if (a.address === b.address) return true;
  if (kind === "email" || kind === "messaging") {
    return isSpeltAlike(a.address, b.address);
  }
  const key = contactKey(a);
  return key !== "" && key === contactKey(b);
}

function addressKind(channel: ContactChannel): ContactChannel {
  return channel === "sms" ? "phone" : channel === "visit" ? "post" : channel;
}

/** Whether two texts have the same letters, however they are written. */
function isSpeltAlike(a: string, b: string): boolean {
  // A plain letter is written in no other way but its case, so that mostly the first that differs tells.
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const one = a.charCodeAt(i);
    const other = b.charCodeAt(i);
    if (!isPlainLetter(one) || !isPlainLetter(other)) break;
    if (lowered(one) !== lowered(other)) return false;
  }
  return lettersOf(a) === lettersOf(b);
}

/** Whether it is a visible sign of ASCII. */
function isPlainLetter(code: number): boolean {
  return code > 32 && code < 127;
}

function lowered(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function lettersOf(address: string): string {
  return address.normalize("NFKC").trim().toLowerCase();
}
