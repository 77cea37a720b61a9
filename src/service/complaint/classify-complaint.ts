import type { ComplaintRule } from "./complaint-rule.js";
import { foldedForKeywords, foldedKeyword, hasKeyword } from "./keyword.js";
import type { FoldedKeyword } from "./keyword.js";

/** What is known of a complaint to be classified. */
export interface ClassifiedText {
  /** What the customer wrote or said. */
  readonly text: string;
  /** The product; absent when unknown. */
  readonly product?: string;
}

/** A rule that fired. */
export interface FiredRule {
  /** The rule. */
  readonly rule: string;
  /** The kind it says. */
  readonly kind: string;
  /** The finer kind it says; absent when none. */
  readonly subKind?: string;
  /** Its priority. */
  readonly priority: number;
  /** The keywords found, as the rule writes them; none where it asks for the product only. */
  readonly keywords: readonly string[];
}

/** What the rules say about a complaint. */
export interface ComplaintClassification {
  /**
   * `classified`; `conflict` where rules of the same, highest priority say different kinds; `unmatched` where no rule
   * fired. Nothing is guessed: the last two are for a person.
   */
  readonly outcome: "classified" | "conflict" | "unmatched";
  /** The kind; absent unless it is classified. */
  readonly kind?: string;
  /** The finer kind; absent unless it is classified, and where the rules say none or different ones. */
  readonly subKind?: string;
  /** Whether a rule that fired says that somebody's safety is at risk, whatever its priority. */
  readonly safety: boolean;
  /** Every rule that fired, the highest priority first, then in the order given. */
  readonly fired: readonly FiredRule[];
}

/**
 * Which kind of complaint is this, by the firm's rules?
 *
 * A rule fires where all its conditions hold: one of `any`, each of `all`, none of `none`, and one of the products.
 * Among those that fire the highest priority decides. Keywords are whole words or phrases, in any case, width and
 * accent; `deliver*` takes any ending. Chinese, Japanese and Thai keywords are found anywhere, for these write no
 * blanks; traditional and simplified characters are different ones.
 *
 * @param facts - What is known of the complaint.
 * @param rules - The firm's rules, in any order; see `lintComplaintRules`.
 * @returns What they say, and which fired by which keywords.
 * @throws RangeError where a rule has no condition, or a keyword has no letter or digit.
 * @example
 * ```ts
 * import { classifyComplaint } from "goodwill/service";
 *
 * const rules = [
 *   { id: "late", kind: "late-delivery", any: ["late", "迟到", "not arrived"] },
 *   { id: "rude", kind: "attitude", any: ["rude"], priority: 1 },
 * ];
 * const { outcome, kind, fired } = classifyComplaint({ text: "Your driver was LATE, again!" }, rules);
 * [outcome, kind, fired[0]?.keywords]; // => ["classified", "late-delivery", ["late"]]
 * classifyComplaint({ text: "I would like to chat later." }, rules).outcome; // => "unmatched"
 * ```
 */
export function classifyComplaint(
  facts: ClassifiedText,
  rules: readonly ComplaintRule[],
): ComplaintClassification {
  return complaintClassifier(rules)(facts);
}

/**
 * How are many complaints classified by the same rules, which are then read only once?
 *
 * @param rules - The firm's rules, as for {@link classifyComplaint}.
 * @returns A function that classifies one complaint.
 * @throws RangeError where a rule has no condition, or a keyword has no letter or digit.
 * @example
 * ```ts
 * import { complaintClassifier } from "goodwill/service";
 *
 * const classify = complaintClassifier([{ id: "leak", kind: "product", any: ["leak*"] }]);
 * ["It leaks", "Too late"].map((text) => classify({ text }).outcome); // => ["classified", "unmatched"]
 * ```
 */
export function complaintClassifier(
  rules: readonly ComplaintRule[],
): (facts: ClassifiedText) => ComplaintClassification {
  const folded = rules.map(foldedRule);
  return (facts) => {
    const text = foldedForKeywords(facts.text);
    const has = ({ keyword }: WrittenKeyword): boolean => hasKeyword(text, keyword);
    const hits: { rule: ComplaintRule; fired: FiredRule }[] = [];
    for (const { rule, any, all, none } of folded) {
      const { products } = rule;
      if (products !== undefined && !products.includes(facts.product ?? "")) continue;
      if (!all.every(has) || none.some(has)) continue;
      const found = any?.filter(has) ?? [];
      if (any !== undefined && found.length === 0) continue;
      const keywords = [...all, ...found].map(({ written }) => written);
      hits.push({ rule, fired: firedRule(rule, keywords) });
    }
    return classificationOf(hits);
  };
}

function classificationOf(
  hits: readonly { readonly rule: ComplaintRule; readonly fired: FiredRule }[],
): ComplaintClassification {
  const fired = hits.map((hit) => hit.fired).sort((a, b) => b.priority - a.priority);
  const safety = hits.some(({ rule }) => rule.safety === true);
  const first = fired[0];
  if (first === undefined) return { outcome: "unmatched", safety, fired };
  const deciding = fired.filter(({ priority }) => priority === first.priority);
  const { kind } = first;
  if (deciding.some((one) => one.kind !== kind)) return { outcome: "conflict", safety, fired };
  const subKinds = new Set(deciding.flatMap(({ subKind }) => subKind ?? []));
  const [subKind] = subKinds;
  const finer = subKinds.size === 1 && subKind !== undefined ? { subKind } : {};
  return { outcome: "classified", kind, ...finer, safety, fired };
}

function firedRule(rule: ComplaintRule, keywords: readonly string[]): FiredRule {
  const { id, kind, subKind, priority = 0 } = rule;
  return {
    rule: id,
    kind,
    ...(subKind !== undefined && { subKind }),
    priority,
    keywords,
  };
}

interface WrittenKeyword {
  readonly written: string;
  readonly keyword: FoldedKeyword;
}

interface FoldedRule {
  readonly rule: ComplaintRule;
  readonly any: readonly WrittenKeyword[] | undefined;
  readonly all: readonly WrittenKeyword[];
  readonly none: readonly WrittenKeyword[];
}

function foldedRule(rule: ComplaintRule): FoldedRule {
  const { id, any, all = [], none = [], products } = rule;
  if (any === undefined && all.length + none.length === 0 && products === undefined) {
    throw new RangeError(
      `Cannot classify a complaint: rule "${id}" must have a condition, got none`,
    );
  }
  const folded = (written: string): WrittenKeyword => {
    const keyword = foldedKeyword(written);
    if (keyword.text !== "") return { written, keyword };
    throw new RangeError(
      `Cannot classify a complaint: a keyword of rule "${id}" must have a letter or digit, got "${written}"`,
    );
  };
  return { rule, any: any?.map(folded), all: all.map(folded), none: none.map(folded) };
}
