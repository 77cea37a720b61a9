import { compareText } from "../../shared/text-order.js";
import { isInstant } from "../../shared/time/instant.js";
import type { Instant } from "../../shared/time/instant.js";
import type { ConsentUse } from "./consent-use.js";
import type { Consent, ConsentStandingState } from "./consent.js";
import type { ContactPointOwner } from "./contact-address.js";
import { anyPointOfId, isSameAddress } from "./contact-address.js";
import type { ContactRules } from "./contact-rules.js";
import { isKnownChannel } from "./contact-rules.js";

/** What is asked about one contact point, or about the channel as a whole. */
export interface ConsentScope {
  readonly rules: ContactRules;
  /** The contact point; the channel as a whole when undefined. */
  readonly point: string | undefined;
  readonly uses: readonly ConsentUse[] | undefined;
  /** Whose contact points are looked up: words of one address are words of each of its points. Nobody's when absent. */
  readonly owner?: ContactPointOwner;
}

/** Why a grant does not count under double opt-in: nothing was asked, or the answer came too late. */
export type Unconfirmed = "missing" | "late";

/** Where a consent stands, before it is put into words. */
export interface WordStanding {
  readonly state: ConsentStandingState;
  readonly word?: Consent;
  /** When the word runs out or ran out. */
  readonly end?: Instant;
  readonly unconfirmed?: Unconfirmed;
  /** Whether it is a withdrawal for a channel or contact point that is not known, so that it counts for all. */
  readonly isUnclear?: boolean;
}

/** Whether a word speaks of this purpose, channel and contact point, for it alone or with others. */
export function isAbout(word: Consent, scope: ConsentScope): boolean {
  const { rules, point } = scope;
  return (
    (word.purpose === rules.purpose || isCovering(word.purpose, rules)) &&
    isForChannel(word, rules) &&
    (word.contactPoint === undefined || word.contactPoint === point || isOfPoint(word, scope))
  );
}

/** Whether consent to a purpose covers the one asked about, by policy. */
export function isCovering(purpose: string, { covering }: ContactRules): boolean {
  // Most policies let nothing cover; this spares the search.
  return covering.length > 0 && covering.includes(purpose);
}

/** Whether a word is for the channel asked about; a no for a channel there is none of may mean any. */
export function isForChannel({ channel, state }: Consent, rules: ContactRules): boolean {
  return channel === rules.channel || (isNo(state) && !isKnownChannel(channel));
}

/** Whether a word for another contact point is for the address of the one asked about, or may be. */
export function isOfPoint({ contactPoint, state }: Consent, scope: ConsentScope): boolean {
  const { owner, point } = scope;
  if (owner === undefined || contactPoint === undefined) return false;
  const meant = anyPointOfId(owner, contactPoint);
  if (meant === undefined) return isNo(state);
  const asked = point === undefined ? undefined : anyPointOfId(owner, point);
  return asked !== undefined && isSameAddress(meant, asked);
}

/** Where a consent stands by a withdrawal. */
export function withdrawnBy(word: Consent, { rules, owner }: ConsentScope): WordStanding {
  const { channel, contactPoint } = word;
  const isUnclear =
    channel !== rules.channel ||
    (contactPoint !== undefined &&
      owner !== undefined &&
      anyPointOfId(owner, contactPoint) === undefined);
  return isUnclear ? { state: "withdrawn", word, isUnclear } : { state: "withdrawn", word };
}

/** Only what says yes, or is asked and not answered, is no no: what cannot be read is one. */
function isNo(state: Consent["state"]): boolean {
  return state !== "granted" && state !== "pending";
}

/** Whether a word can be placed in time and understood; what cannot is no ground for contact. */
export function isReadable({ state, at, expires, recordedAt }: Consent): boolean {
  return (
    isInstant(at) &&
    (state === "granted" || state === "withdrawn" || state === "pending") &&
    (expires === undefined || isInstant(expires)) &&
    (recordedAt === undefined || isInstant(recordedAt))
  );
}

/** Whether something was so, and known, at the moments asked about. */
export function isKnown(
  fact: { readonly at: Instant; readonly recordedAt?: Instant },
  { asOf, knownAt }: ContactRules,
): boolean {
  const { at, recordedAt } = fact;
  if (at > asOf) return false;
  // Mostly the two moments are one, so that nothing is left to compare.
  return recordedAt === undefined ? asOf === knownAt || at <= knownAt : recordedAt <= knownAt;
}

/**
 * Whether one word is for no more than another: for the same purpose or the very one asked about, and for one contact
 * point unless the other is for all.
 */
export function isWithin(
  word: Consent,
  { other, purpose }: { readonly other: Consent; readonly purpose: string },
): boolean {
  return (
    (word.purpose === purpose || word.purpose === other.purpose) &&
    (word.contactPoint !== undefined || other.contactPoint === undefined)
  );
}

const STRICTNESS = { granted: 0, pending: 1, withdrawn: 2 } as const;

/** Absent sorts last, as no expiry is later than any. */
const NEVER = "~";

/**
 * Orders words by time; at one moment the stricter is the later: withdrawn, pending, granted; then the one that
 * expires first; then by text, so that the order of the list never matters.
 */
export function compareWords(a: Consent, b: Consent): number {
  return (
    compareText(a.at, b.at) ||
    STRICTNESS[a.state] - STRICTNESS[b.state] ||
    compareText(b.expires ?? NEVER, a.expires ?? NEVER) ||
    compareText(a.purpose, b.purpose) ||
    compareText(a.contactPoint ?? "", b.contactPoint ?? "") ||
    compareText(a.evidence, b.evidence) ||
    compareText(a.source ?? "", b.source ?? "") ||
    compareText(a.recordedAt ?? "", b.recordedAt ?? "")
  );
}
