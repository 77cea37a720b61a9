import type { Instant } from "../../shared/time/instant.js";
import type { Reason } from "../../shared/reason.js";
import type { ContactChannel } from "../record/contact-point.js";
import { consentReason } from "./consent-reason.js";
import type { ConsentUse } from "./consent-use.js";
import { standingIn } from "./deciding-word.js";
import type { Consent, ConsentStandingState } from "./consent.js";
import type { ContactPolicy } from "./contact-policy.js";
import { contactRules } from "./contact-rules.js";

/** Where a consent stands, with the word that decides. */
export interface ConsentStanding {
  /** Where it stands. Only `granted` allows contact. */
  readonly state: ConsentStandingState;
  /** From when on it stands so; absent when nothing was said or it cannot be read. */
  readonly since?: Instant;
  /** From when on a grant or a pending consent will no longer count, as known at that time; absent when never. */
  readonly until?: Instant;
  /** The word that decides; absent when nothing was said. */
  readonly word?: Consent;
  /** Why it stands so. */
  readonly reason: Reason;
}

/** Whose word, for what, and when. */
export interface ConsentStateOptions {
  /** What the contact is for. */
  readonly purpose: string;
  /** The channel. */
  readonly channel: ContactChannel;
  /** The contact point; the channel as a whole when absent, for which words about single points do not count. */
  readonly contactPoint?: string;
  /** The moment asked about. What was said later does not count. */
  readonly asOf: Instant;
  /** What the firm learned later than this does not count; as of the moment asked about when absent. */
  readonly knownAt?: Instant;
  /** The rules; {@link DEFAULT_CONTACT_POLICY} when absent. */
  readonly policy?: ContactPolicy;
  /** When this customer's consents were used, for purposes whose grants lapse; never when absent. */
  readonly uses?: readonly ConsentUse[];
}

/**
 * Where does a customer's consent to a purpose on a channel stand?
 *
 * A word applies when it is for the purpose, or one the policy lets cover it, on the channel, and for the contact
 * point asked about or for every one. Then:
 *
 * 1. The latest word decides. Of words at one moment the stricter is the later: withdrawn, pending, granted.
 * 2. A withdrawal is lifted only by a later grant for no more than the withdrawal was for. So a withdrawal for the
 *    channel closes all its points and a later grant for one opens that one; a point that was withdrawn stays closed
 *    whatever is granted for the channel, before or later, until the point itself is granted. The same holds for a
 *    purpose under one that covers it.
 * 3. A pending consent never allows, and takes the place of the grant before it.
 * 4. Where the policy asks for double opt-in, a grant counts when it confirms the latest pending consent of the same
 *    purpose and point before its time is over and with no withdrawal between, or renews a grant that stands. Else it
 *    leaves the consent `pending`, or `expired` when it came too late.
 * 5. A grant ends at its `expires` or when it lapses by policy, whichever is first; at that moment it has expired.
 * 6. A word for a purpose that covers the one asked about must meet double opt-in and lapsing of both.
 *
 * A withdrawal for a channel there is none of counts for every channel. Addresses are not known here: only
 * {@link mayContact} sees that two contact points have one address.
 *
 * @remarks GDPR, Art. 7(3): a consent can be withdrawn at any time; Art. 7(1): who relies on it must be able to prove
 * it, so a doubt is read as no.
 * @param consents - What the customer said, in any order.
 * @param options - The purpose, channel, point and moment; the policy.
 * @returns Where it stands, the word that decides and the reason.
 * @throws RangeError when the purpose is empty, the channel unknown, a moment no instant, or the policy's zone, months
 * or hours are none.
 * @example
 * ```ts
 * import { consentState } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const newsletter = { purpose: "newsletter", channel: "email", evidence: "form 3" } as const;
 * const consents = [
 *   { ...newsletter, state: "granted", at: instant("2026-01-10T09:00:00Z") },
 *   { ...newsletter, state: "withdrawn", at: instant("2026-03-01T12:00:00Z") },
 * ] as const;
 * const question = { purpose: "newsletter", channel: "email" } as const;
 * consentState(consents, { ...question, asOf: instant("2026-02-01T00:00:00Z") }).state; // => "granted"
 * consentState(consents, { ...question, asOf: instant("2026-03-01T12:00:00Z") }).state; // => "withdrawn"
 * ```
 */
export function consentState(
  consents: readonly Consent[],
  options: ConsentStateOptions,
): ConsentStanding {
  const rules = contactRules(options);
  const scope = { rules, point: options.contactPoint, uses: options.uses };
  const standing = standingIn(consents, scope);
  const { state, word, end } = standing;
  const since = state === "expired" ? (end ?? word?.at) : word?.at;
  return {
    state,
    ...(since !== undefined && state !== "unreadable" && { since }),
    ...(end !== undefined && (state === "granted" || state === "pending") && { until: end }),
    ...(word !== undefined && { word }),
    reason: consentReason(standing, rules),
  };
}
