import { compareWords, isReadable } from "../consent/consent-word.js";
import type { ConsentProof } from "./consent-proof.js";
import type { Erasure } from "./erasure.js";
import { erasurePseudonym, withoutIdentity } from "./erasure.js";
import { isWithinTerm } from "./retention.js";

/** The words within their term, by time. */
export function consentProofs(erasure: Erasure): readonly ConsentProof[] {
  const { customer, asOf, policy, keyedHash } = erasure;
  const { consentProofYears: years, timeZone } = policy;
  return customer.consents
    .filter((word) => isReadable(word) && isWithinTerm(word.at, { years, asOf, timeZone }))
    .toSorted(compareWords)
    .map(({ purpose, channel, contactPoint, state, at, evidence, expires }) => ({
      customer: erasure.as,
      purpose: withoutIdentity(purpose, erasure),
      channel,
      ...(contactPoint !== undefined && {
        contactPoint: erasurePseudonym(contactPoint, { keyedHash }),
      }),
      state,
      at,
      evidence: erasurePseudonym(evidence, { keyedHash }),
      ...(expires !== undefined && { expires }),
    }));
}
