import { endOfWord } from "./consent-end.js";
import type { ConsentScope, Unconfirmed, WordStanding } from "./consent-word.js";
import {
  compareWords,
  isAbout,
  isCovering,
  isForChannel,
  isKnown,
  isOfPoint,
  isReadable,
  isWithin,
  withdrawnBy,
} from "./consent-word.js";
import type { Consent } from "./consent.js";
import type { ContactRules } from "./contact-rules.js";
import { unconfirmedGrants } from "./double-opt-in.js";

const NOTHING_SAID: WordStanding = { state: "none" };

/** Whether a word about this purpose and channel is for a single contact point, so that points may stand apart. */
export function isSaidOfPoints(consents: readonly Consent[], rules: ContactRules): boolean {
  for (let i = 0; i < consents.length; i++) {
    const word = consents[i]!;
    if (word.contactPoint === undefined) continue;
    if (word.purpose !== rules.purpose && !isCovering(word.purpose, rules)) continue;
    if (isForChannel(word, rules)) return true;
  }
  return false;
}

/** Where the consent to one contact point, or the channel as a whole, stands. */
export function standingIn(consents: readonly Consent[], scope: ConsentScope): WordStanding {
  const { rules, point } = scope;
  const { purpose, channel } = rules;
  let latest: Consent | undefined;
  let hasWithdrawal = false;
  let hasPointWithdrawal = false;
  for (let i = 0; i < consents.length; i++) {
    const word = consents[i]!;
    // As isAbout, written out: most words are about something else, and this loop is most of the work.
    if (word.purpose !== purpose && !isCovering(word.purpose, rules)) continue;
    if (word.channel !== channel && !isForChannel(word, rules)) continue;
    const { contactPoint } = word;
    if (contactPoint !== undefined && contactPoint !== point && !isOfPoint(word, scope)) continue;
    if (!isReadable(word)) return { state: "unreadable", word };
    if (!isKnown(word, rules)) continue;
    if (word.state === "withdrawn") {
      hasWithdrawal = true;
      if (word.contactPoint !== undefined) hasPointWithdrawal = true;
    }
    if (
      latest === undefined ||
      word.at > latest.at ||
      (word.at === latest.at && compareWords(word, latest) > 0)
    ) {
      latest = word;
    }
  }
  if (latest === undefined) return NOTHING_SAID;
  if (latest.state === "withdrawn") return withdrawnBy(latest, scope);
  const unconfirmed =
    !rules.asksConfirmation || latest.state === "pending"
      ? undefined
      : unconfirmedGrants(consents, scope);
  if (unconfirmed !== undefined) latest = strictestAmong(unconfirmed, latest);
  const why = unconfirmed?.get(latest);
  if (why !== undefined) {
    return { state: why === "late" ? "expired" : "pending", word: latest, unconfirmed: why };
  }
  const end = endOfWord(latest, scope);
  if (end !== undefined && rules.asOf >= end) return { state: "expired", word: latest, end };
  // A later grant for the purpose itself lifts every withdrawal but those of single points it is not about.
  const liftsAll =
    latest.purpose === purpose && (latest.contactPoint !== undefined || !hasPointWithdrawal);
  if (hasWithdrawal && !liftsAll && latest.state === "granted") {
    const standing = standingWithdrawal(consents, { scope, unconfirmed });
    if (standing !== undefined) return withdrawnBy(standing, scope);
  }
  return end === undefined
    ? { state: latest.state, word: latest }
    : { state: latest.state, word: latest, end };
}

/** Of grants at the moment of the latest, one that does not count is the stricter. */
function strictestAmong(unconfirmed: ReadonlyMap<Consent, Unconfirmed>, latest: Consent): Consent {
  let strictest = latest;
  for (const word of unconfirmed.keys()) {
    if (word.at !== latest.at || unconfirmed.has(strictest)) continue;
    strictest = word;
  }
  return strictest;
}

/** The latest withdrawal that no later grant has lifted, whatever was said since; undefined when none stands. */
export function withdrawalIn(
  consents: readonly Consent[],
  scope: ConsentScope,
): Consent | undefined {
  const unconfirmed = scope.rules.asksConfirmation ? unconfirmedGrants(consents, scope) : undefined;
  return standingWithdrawal(consents, { scope, unconfirmed });
}

function standingWithdrawal(
  consents: readonly Consent[],
  {
    scope,
    unconfirmed,
  }: {
    readonly scope: ConsentScope;
    readonly unconfirmed?: ReadonlyMap<Consent, Unconfirmed> | undefined;
  },
): Consent | undefined {
  const { rules } = scope;
  let standing: Consent | undefined;
  for (const word of consents) {
    if (word.state !== "withdrawn" || !isAbout(word, scope) || !isKnown(word, rules)) continue;
    const lifted = consents.some(
      (grant) =>
        grant.state === "granted" &&
        grant.at > word.at &&
        isAbout(grant, scope) &&
        isKnown(grant, rules) &&
        isWithin(grant, { other: word, purpose: rules.purpose }) &&
        unconfirmed?.has(grant) !== true,
    );
    if (!lifted && (standing === undefined || compareWords(word, standing) > 0)) standing = word;
  }
  return standing;
}
