import type { Instant } from "../../shared/time/instant.js";
import { endOfWord } from "./consent-end.js";
import type { ConsentScope, Unconfirmed } from "./consent-word.js";
import { compareWords, isAbout, isKnown, isWithin } from "./consent-word.js";
import type { Consent } from "./consent.js";

/** What was asked and granted for one purpose and contact point, or for the channel as a whole. */
interface Asked {
  readonly first: Consent;
  /** The latest pending consent. */
  pending?: Consent;
  /** The latest grant that counts. */
  granted?: Consent;
}

/**
 * The grants that double opt-in does not count.
 *
 * A grant counts when it confirms the latest pending consent to the same purpose and contact point within its time,
 * with no withdrawal between, or when it renews a grant that counts and still stands.
 */
export function unconfirmedGrants(
  consents: readonly Consent[],
  scope: ConsentScope,
): ReadonlyMap<Consent, Unconfirmed> {
  const unconfirmed = new Map<Consent, Unconfirmed>();
  const asked = new Map<string, Asked>();
  const words = consents.filter((word) => isAbout(word, scope) && isKnown(word, scope.rules));
  for (const word of words.toSorted(compareWords)) {
    if (word.state === "withdrawn") {
      for (const one of asked.values()) {
        if (!isWithin(one.first, { other: word, purpose: scope.rules.purpose })) continue;
        delete one.pending;
        delete one.granted;
      }
      continue;
    }
    // Words for single contact points are all about the address asked about.
    const key = JSON.stringify([word.purpose, word.contactPoint === undefined]);
    const one: Asked = asked.get(key) ?? { first: word };
    asked.set(key, one);
    if (word.state === "pending") {
      one.pending = word;
      delete one.granted;
    } else if (
      !asksConfirmation(word, scope) ||
      isBeforeEnd(word.at, one.granted, scope) ||
      isBeforeEnd(word.at, one.pending, scope)
    ) {
      one.granted = word;
    } else {
      unconfirmed.set(word, one.pending === undefined ? "missing" : "late");
    }
  }
  return unconfirmed;
}

/** Whether a grant must be confirmed, by the terms of its own purpose or of the one asked about. */
function asksConfirmation({ purpose }: Consent, { rules }: ConsentScope): boolean {
  const terms = purpose === rules.purpose ? rules.terms : rules.coveringTerms.get(purpose);
  return terms?.confirmWithinMs !== undefined;
}

function isBeforeEnd(at: Instant, word: Consent | undefined, scope: ConsentScope): boolean {
  if (word === undefined) return false;
  const end = endOfWord(word, scope);
  return end === undefined || at < end;
}
