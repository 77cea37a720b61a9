import type { Reason } from "../../shared/reason.js";
import type { WordStanding } from "./consent-word.js";
import type { Consent } from "./consent.js";
import type { ContactRules } from "./contact-rules.js";

/** Why a consent stands as it does. */
export function consentReason(standing: WordStanding, { purpose, channel }: ContactRules): Reason {
  const { state, word } = standing;
  if (word === undefined) return { code: "consent-none", params: { purpose, channel } };
  const { at, evidence, contactPoint } = word;
  // Written out, as this is made a million times a second: copying objects costs most of it.
  if (state === "granted" && word.purpose === purpose) {
    const basis = "consent";
    return contactPoint === undefined
      ? { code: "consent-granted", params: { basis, purpose, channel, at, evidence } }
      : {
          code: "consent-granted",
          params: { basis, purpose, channel, contactPoint, at, evidence },
        };
  }
  if (standing.isUnclear === true) {
    // The word may be malformed: what it names is told as it is.
    const named = contactPoint === undefined ? {} : { contactPoint: contactPoint };
    const params = { purpose, channel, named: word.channel, ...named, at };
    return { code: "consent-withdrawn-unclear", params };
  }
  if (state === "withdrawn") {
    return contactPoint === undefined
      ? { code: "consent-withdrawn", params: { purpose, channel, at } }
      : { code: "consent-withdrawn", params: { purpose, channel, contactPoint, at } };
  }
  const params = { purpose, channel, ...(contactPoint !== undefined && { contactPoint }), at };
  return rarerReason(standing, { word, params });
}

function rarerReason(
  { state, end, unconfirmed }: WordStanding,
  {
    word,
    params,
  }: { readonly word: Consent; readonly params: Readonly<Record<string, string>> & { at: string } },
): Reason {
  switch (state) {
    case "granted": {
      const { evidence, purpose } = word;
      const code = "consent-granted-by-covering";
      return { code, params: { basis: "consent", ...params, evidence, by: purpose } };
    }
    case "pending":
      return {
        code: unconfirmed === undefined ? "consent-pending" : "consent-never-asked",
        params,
      };
    case "expired":
      return unconfirmed === undefined
        ? { code: "consent-expired", params: { ...params, expired: end ?? params.at } }
        : { code: "consent-confirmed-late", params };
    case "withdrawn":
      return { code: "consent-withdrawn", params };
    case "none":
    case "unreadable":
      return { code: "consent-unreadable", params: { ...params, state: word.state } };
  }
}
