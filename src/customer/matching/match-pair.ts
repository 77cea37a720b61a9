import type { CustomerRecord } from "../merging/customer-record.js";
import { comparedPair } from "./compared-pair.js";
import type { TextSimilarity } from "./edit-similarity.js";
import type { MatchCandidate } from "./match-candidate.js";
import { matchMeasure } from "./match-measure.js";
import type { MatchPolicy } from "./match-policy.js";
import { matchProfiles } from "./match-profile.js";

/** How two records are compared. */
export interface MatchOptions {
  /** What each field weighs and from when on what is done; `DEFAULT_MATCH_POLICY` when absent. */
  readonly policy?: MatchPolicy;
  /** How alike two folded texts are; `editSimilarity` when absent. */
  readonly similarity?: TextSimilarity;
}

/**
 * How likely two records are of the same customer, and why.
 *
 * Every field both records know gives its weight: the logarithm of how much more often its level of agreement is seen
 * among records of one customer than among those of two. Agreement counts for, disagreement against, a field one of
 * them does not know not at all. A name is the same in any order of its words, whatever its case, width and accents.
 *
 * From the threshold `merge` on, the records are merged; from `review` on when they fully agree on a decisive field,
 * such as the e-mail address. From `review` on, or with that agreement whatever the weight, a human looks; so too where
 * they would be merged and the names disagree. A veto keeps them apart.
 *
 * House, number, e-mail address and, with twins, birthday are a household's, so that they merge nobody alone. Where no
 * names can be compared, the birthday or an identifier must agree. Where the names are close but not the same (Paul and
 * Paula Weber, Anna and Hanna Schmidt), a human looks. Not so where they share an identifier; where the fields
 * `givenName` are the same; where a name lacks a word, shortens one to its initial or doubles a letter (`Wang Kexin`,
 * `Wangg Kexin`); and where one word of at least 5 letters has one slip inside, neither in its first nor in its last
 * letter (`Martin`, `Matrin`), beside the same full birthday or an e-mail address of these two records only that holds
 * that word. What is no address, such as `n/a` or `ask reception`, is not compared.
 *
 * Whether a value is shared by many, two records do not tell: `matchCandidates` knows.
 *
 * @remarks Fellegi and Sunter (1969, Journal of the American Statistical Association 64:1183).
 * @param records - The two records, in any order.
 * @param options - The policy and the measure of similarity.
 * @returns The decision with its score, trace and reasons.
 * @throws RangeError when the policy does not hold together or the similarity leaves 0 to 1.
 * @example
 * ```ts
 * import { matchPair } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-01-05T10:00:00Z");
 * const birthday = { calendar: "gregorian" as const, year: 1980, month: 3, day: 14 };
 * const { decision, score, trace } = matchPair([
 *   { source: "shop", recordId: "17", at, fields: { name: "José Núñez", birthday } },
 *   { source: "club", recordId: "A-3", at, fields: { name: "NUNEZ, Jose", birthday } },
 * ]);
 * [decision, score.toFixed(1)]; // => ["merge", "27.1"]
 * trace.parts?.map(({ params }) => params?.["level"]); // => ["same", "same"]
 * ```
 */
export function matchPair(
  records: readonly [CustomerRecord, CustomerRecord],
  options: MatchOptions = {},
): MatchCandidate {
  const measure = matchMeasure(options);
  const [a, b] = matchProfiles(records, measure.policy);
  return comparedPair(a!, b!, measure);
}
