import { editSimilarity } from "../../customer/matching/edit-similarity.js";
import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { millisecondsBetween } from "../../shared/time/instant.js";
import type { Complaint } from "./complaint.js";
import { foldedForKeywords } from "./keyword.js";

/** When two complaints are taken for the same matter, or for ones that have to do with each other. */
export interface DuplicatePolicy {
  /** Received within how many days of each other, that moment included; at least 0. */
  readonly withinDays: number;
  /** How alike the subjects of a duplicate are at least, 0 to 1. */
  readonly duplicateSimilarity: number;
  /** How alike those of linked complaints are at least, 0 to 1; not above that of a duplicate. */
  readonly linkSimilarity: number;
}

/**
 * Within 30 days; subjects alike by four fifths for a duplicate, by half for a link.
 *
 * @remarks These numbers are this library's: find your own on complaints judged by hand.
 */
export const DEFAULT_DUPLICATE_POLICY: DuplicatePolicy = {
  withinDays: 30,
  duplicateSimilarity: 0.8,
  linkSimilarity: 0.5,
};

/** What is compared of a complaint. */
export type ComparedComplaint = Pick<
  Complaint,
  "id" | "customer" | "at" | "kind" | "subject" | "product" | "reference"
>;

/** Two complaints that may be about the same matter. */
export interface DuplicateCandidate {
  /** The earlier one, which would go on. */
  readonly original: string;
  /** The later one. */
  readonly duplicate: string;
  /** What they seem to be: one `duplicate` of the other, or `linked`. A person decides. */
  readonly verdict: "duplicate" | "linked";
  /** How alike the subjects are, 0 to 1: the share of letters that need no edit, or of words they share. */
  readonly similarity: number;
  /** How many days lie between them. */
  readonly days: number;
  /** Why, with the numbers. */
  readonly reasons: readonly Reason[];
}

/** By which rules complaints are compared. */
export interface DuplicateOptions {
  /** The rules; {@link DEFAULT_DUPLICATE_POLICY} when absent. */
  readonly policy?: DuplicatePolicy;
}

const DAY_MS = 86_400_000;

/**
 * Which complaints may be the same matter told twice?
 *
 * Compared are those of the same customer, near enough in time. They are
 * - a duplicate, where kind and product are the same and the subjects are alike, or they name the same order;
 * - linked, where they name the same order, or kind or product is the same and the subjects are somewhat alike.
 *
 * A product that one of them does not name is no difference. Different orders make no duplicate. Subjects without a
 * letter or digit are like no other.
 *
 * @param complaints - The complaints, in any order; an id that comes again is passed over.
 * @param options - The rules.
 * @returns The pairs, the most alike first, then by ids.
 * @throws RangeError where the rules are not valid.
 * @example
 * ```ts
 * import { duplicateCandidates } from "goodwill/service";
 * import { customerId } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const one = { customer: customerId("C-1"), kind: "late-delivery", product: "sofa" };
 * const found = duplicateCandidates([
 *   { ...one, id: "K-1", at: instant("2026-03-02T09:00:00Z"), subject: "Sofa not delivered" },
 *   { ...one, id: "K-2", at: instant("2026-03-03T09:00:00Z"), subject: "sofa  not delivered!" },
 * ]);
 * found.map(({ original, duplicate, verdict, similarity }) => [original, duplicate, verdict, similarity]);
 * // => [["K-1", "K-2", "duplicate", 1]]
 * ```
 */
export function duplicateCandidates(
  complaints: Iterable<ComparedComplaint>,
  { policy = DEFAULT_DUPLICATE_POLICY }: DuplicateOptions = {},
): readonly DuplicateCandidate[] {
  requirePolicy(policy);
  const byCustomer = new Map<string, Folded[]>();
  const ids = new Set<string>();
  for (const complaint of complaints) {
    if (ids.has(complaint.id)) continue;
    ids.add(complaint.id);
    const own = byCustomer.get(complaint.customer) ?? [];
    own.push({ complaint, subject: foldedForKeywords(complaint.subject) });
    byCustomer.set(complaint.customer, own);
  }
  const found: DuplicateCandidate[] = [];
  for (const own of byCustomer.values()) {
    own.sort(
      ({ complaint: a }, { complaint: b }) => compareText(a.at, b.at) || compareText(a.id, b.id),
    );
    own.forEach((original, place) => {
      for (let next = place + 1; next < own.length; next += 1) {
        const later = own[next]!;
        const days = millisecondsBetween(original.complaint.at, later.complaint.at) / DAY_MS;
        if (days > policy.withinDays) break;
        const candidate = candidateOf(original, later, { days, policy });
        if (candidate !== undefined) found.push(candidate);
      }
    });
  }
  return found.sort(
    (a, b) =>
      b.similarity - a.similarity ||
      compareText(a.original, b.original) ||
      compareText(a.duplicate, b.duplicate),
  );
}

interface Folded {
  readonly complaint: ComparedComplaint;
  readonly subject: string;
}

function candidateOf(
  first: Folded,
  second: Folded,
  { days, policy }: { readonly days: number; readonly policy: DuplicatePolicy },
): DuplicateCandidate | undefined {
  const [a, b] = [first.complaint, second.complaint];
  const similarity = similarityOf(first.subject, second.subject);
  const named = a.reference !== undefined && b.reference !== undefined;
  const sameReference = named && a.reference === b.reference;
  const otherReference = named && !sameReference;
  const sameKind = a.kind === b.kind;
  const sameProduct = a.product !== undefined && a.product === b.product;
  const otherProduct = a.product !== undefined && b.product !== undefined && !sameProduct;
  const alike = similarity >= policy.duplicateSimilarity;
  const isDuplicate = sameKind && !otherProduct && !otherReference && (sameReference || alike);
  const isLinked =
    sameReference || ((sameKind || sameProduct) && similarity >= policy.linkSimilarity);
  if (!isDuplicate && !isLinked) return undefined;
  const reasons: Reason[] = [
    { code: "complaint-same-customer", params: { customer: a.customer, days: Math.floor(days) } },
  ];
  if (sameReference) reasons.push(reasonOf("complaint-same-reference", a.reference));
  if (sameKind) reasons.push(reasonOf("complaint-same-kind", a.kind));
  if (sameProduct) reasons.push(reasonOf("complaint-same-product", a.product));
  const limit = isDuplicate ? policy.duplicateSimilarity : policy.linkSimilarity;
  if (similarity >= limit) {
    reasons.push({ code: "complaint-subject-alike", params: { similarity, limit } });
  }
  const verdict = isDuplicate ? "duplicate" : "linked";
  return { original: a.id, duplicate: b.id, verdict, similarity, days, reasons };
}

function reasonOf(code: string, what: string | undefined): Reason {
  return { code, params: { what: what ?? "" } };
}

function similarityOf(a: string, b: string): number {
  return a === "" || b === "" ? 0 : Math.max(editSimilarity(a, b), sharedWords(a, b));
}

/** Of all words of either text, how many stand in both, 0 to 1: words told in another order are the same. */
function sharedWords(a: string, b: string): number {
  const [one, other] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}

function requirePolicy({ withinDays, duplicateSimilarity, linkSimilarity }: DuplicatePolicy): void {
  if (!(withinDays >= 0)) {
    throw new RangeError(
      `Cannot find duplicates: withinDays must be at least 0, got ${withinDays}`,
    );
  }
  if (linkSimilarity >= 0 && linkSimilarity <= duplicateSimilarity && duplicateSimilarity <= 1)
    return;
  throw new RangeError(
    `Cannot find duplicates: similarities must lie between 0 and 1, the link's not above the duplicate's, ` +
      `got ${linkSimilarity} and ${duplicateSimilarity}`,
  );
}
