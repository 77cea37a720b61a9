import type { TimeZone } from "../../shared/time/time-zone.js";

/** What outlives the erasure of a customer, and for how long. */
export interface RetentionPolicy {
  /** The zone whose calendar counts days and years. */
  readonly timeZone: TimeZone;
  /**
   * For how many years after the end of the calendar year of a purchase it is kept, with a pseudonym for the customer:
   * a whole number of at least 0, where 0 keeps none.
   */
  readonly purchaseYears: number;
  /**
   * For how many years after the end of the calendar year in which a word about consent was said it is kept as proof,
   * with pseudonyms for the customer, the contact point and the evidence: a whole number of at least 0, where 0 keeps
   * none.
   */
  readonly consentProofYears: number;
  /**
   * Whose addresses go on the suppression list, as keyed hashes: `all`, so that nobody who asked for erasure is
   * contacted again by an old list; or only those under a `suppression` at the time of the erasure.
   */
  readonly suppressAddresses: "all" | "suppressed";
}

/**
 * Purchases ten years, proofs of consent three, every address on the suppression list; years are those of UTC.
 *
 * Ten years from the end of the calendar year is the longest term for accounting records in Germany (Handelsgesetzbuch
 * section 257(4), Abgabenordnung section 147(3)); three from the end of the year is its regular limitation of claims
 * (Buergerliches Gesetzbuch sections 195 and 199), within which consent must be provable (GDPR, Art. 7(1)). Both are
 * exceptions from erasure under GDPR, Art. 17(3)(b) and (e). Other countries ask for other terms.
 */
export const DEFAULT_RETENTION_POLICY: RetentionPolicy = {
  timeZone: "UTC" as TimeZone,
  purchaseYears: 10,
  consentProofYears: 3,
  suppressAddresses: "all",
};
