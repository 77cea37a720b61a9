import type { Purchase } from "../../customer/record/purchase.js";
import { DEFAULT_LOYALTY_ATTACHMENT_POLICY } from "./attachment-policy.js";
import type { AttitudeFact } from "./attitude-fact.js";
import { attitudesOf } from "./attitude.js";
import {
  actionFinding,
  affectiveFinding,
  cognitiveFinding,
  conativeFinding,
  satisfactionOf,
} from "./loyalty-level-findings.js";
import type { LoyaltyLevel, LoyaltyLevelFinding, RepeatedSatisfaction } from "./loyalty-level.js";
import { repeatedPurchase } from "./repeated-purchase.js";
import type { RepeatedPurchase, RepeatedPurchaseOptions } from "./repeated-purchase.js";

/** What is known of a customer's behaviour and attitude. */
export interface AttachmentFacts {
  /** Purchases and returns, in any order. */
  readonly purchases: Iterable<Purchase>;
  /** Statements and observations, in any order; of those with the same id the first counts. */
  readonly attitudes: Iterable<AttitudeFact>;
}

/**
 * What behaviour and attitude make together.
 *
 * - `loyal`: repeated purchase with attachment;
 * - `latent`: attached, without repeated purchase;
 * - `spurious`: repeated purchase without attachment: it ends when something better or nearer comes;
 * - `none`: neither;
 * - `unknown`: not enough is known of the attitude.
 */
export type AttachmentPattern = "loyal" | "latent" | "spurious" | "none" | "unknown";

/** How loyal a customer is, and by what one can tell. */
export interface LoyaltyAttachment {
  /** The pattern of behaviour and attitude. */
  readonly pattern: AttachmentPattern;
  /** The highest level reached with all below it; absent where not even the lowest is known to be. */
  readonly level?: LoyaltyLevel;
  /** The level above, and why it is not reached or not known to be; absent at the top. */
  readonly next?: LoyaltyLevelFinding;
  /** All four levels, the lowest first, each by its own facts. */
  readonly levels: readonly LoyaltyLevelFinding[];
  /** How often the customer came back. */
  readonly repurchase: RepeatedPurchase;
  /** How satisfied the customer was: no level of loyalty, and evidence of one only when repeated. */
  readonly satisfaction: RepeatedSatisfaction;
  /** The knowledge that is missing, by name, lowest level first: what to ask for. */
  readonly unknown: readonly string[];
}

/**
 * How loyal is a customer: by repeated purchase, and by attachment (LOY-1)?
 *
 * Four levels, each by its own facts and reached only with all levels below it: a belief that we are better, liking
 * from repeated satisfaction, the intention to buy again, and repeated purchase against obstacles. The last word on a
 * matter counts; of equal times the one with the larger id. Satisfaction alone is no loyalty: it speaks for the
 * affective level when the last experiences in a row were satisfying, and only where nothing is said about liking.
 * What is not known is named, and never guessed: behaviour without a known attitude is no attachment, and its pattern
 * is `unknown`.
 *
 * A customer is attached from the affective level on: a belief alone is given up for a better offer.
 *
 * @remarks The levels: Oliver (1999, "Whence Consumer Loyalty?", Journal of Marketing 63, special issue, 33-44). The
 * patterns: Dick and Basu (1994, "Customer Loyalty: Toward an Integrated Conceptual Framework", Journal of the Academy
 * of Marketing Science 22:99-113).
 * @param facts - Purchases, and what is known of attitudes.
 * @param options - The customer, moment, category, wallet and policy.
 * @returns Pattern, levels with evidence, repurchase and satisfaction, and what is unknown.
 * @throws RangeError where a number of the policy or wallet is out of its range.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { loyaltyAttachment } from "goodwill/loyalty";
 * import { instant } from "goodwill/shared";
 *
 * const customer = customerId("C-17");
 * const at = instant("2026-02-13T09:30:00Z");
 * const attitudes = [{ id: "Q-1", customer, at, kind: "believes-better", holds: true } as const];
 * const { level, next, unknown } = loyaltyAttachment({ purchases: [], attitudes }, { customer, asOf: at });
 * [level, next?.level, next?.status]; // => ["cognitive", "affective", "unknown"]
 * unknown; // => ["likes", "intends-to-rebuy"]
 * ```
 */
export function loyaltyAttachment(
  facts: AttachmentFacts,
  options: RepeatedPurchaseOptions,
): LoyaltyAttachment {
  const { policy = DEFAULT_LOYALTY_ATTACHMENT_POLICY } = options;
  const repurchase = repeatedPurchase(facts.purchases, options);
  const attitudes = attitudesOf(facts.attitudes, options);
  const satisfaction = satisfactionOf(attitudes, policy);
  const affective = affectiveFinding(attitudes, { satisfaction, policy });
  const levels = [
    cognitiveFinding(attitudes),
    affective,
    conativeFinding(attitudes),
    actionFinding(attitudes, { repurchase, policy }),
  ];
  const open = levels.findIndex(({ status }) => status !== "reached");
  const reached = levels[(open === -1 ? levels.length : open) - 1]?.level;
  return {
    pattern: patternOf(levels.slice(0, 2), repurchase.isRepeated),
    ...(reached !== undefined && { level: reached }),
    ...(open !== -1 && { next: levels[open]! }),
    levels,
    repurchase,
    satisfaction,
    unknown: levels.flatMap(({ missing }) => missing),
  };
}

function patternOf(
  attachment: readonly LoyaltyLevelFinding[],
  isRepeated: boolean,
): AttachmentPattern {
  if (attachment.some(({ status }) => status === "not-reached")) {
    return isRepeated ? "spurious" : "none";
  }
  if (attachment.some(({ status }) => status === "unknown")) return "unknown";
  return isRepeated ? "loyal" : "latent";
}
