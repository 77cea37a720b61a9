import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import type { RecordReference } from "../merging/customer-record.js";
import { versionKey } from "../merging/survivor.js";
import { connectedGroups } from "./connected-group.js";
import { requireMatchPolicy } from "./match-measure.js";
import type { MatchCandidate } from "./match-candidate.js";
import type { MatchPolicy } from "./match-policy.js";
import { DEFAULT_MATCH_POLICY } from "./match-policy.js";

/** Records that hang together. */
export interface MatchGroup {
  /** The records, in the order of source and id; at least two. */
  readonly records: readonly RecordReference[];
  /** The weight of the weakest pair in it, merged or not; absent when not every pair is known. */
  readonly weakestScore?: number;
  /** Why it is not merged; empty for a group to be merged. */
  readonly reasons: readonly Reason[];
}

/** What to merge, and what a human should look at. */
export interface MatchGroups {
  /** Groups whose members all agree with each other. */
  readonly merge: readonly MatchGroup[];
  /** Groups that hang together only by a chain, or are too large. */
  readonly review: readonly MatchGroup[];
  /** Pairs to review that lie in no group to be merged. */
  readonly pairs: readonly MatchCandidate[];
}

/**
 * Which records become one customer, and which groups a human should look at.
 *
 * Pairs to merge hang together in groups. A group is merged only when every two of its members are consistent: where A
 * matches B and B matches C, but A and C contradict each other, a chain has formed, and the whole group goes to review.
 * So does a group of more than `maxGroupSize` records, and one of which a pair is not known. To feed in what a human
 * decided, change the `decision` and `consistent` of a candidate first.
 *
 * @param result - What `matchCandidates` found, or its candidates alone.
 * @param options - Only the largest size of a group counts here.
 * @param options.policy - The policy of the search; `DEFAULT_MATCH_POLICY` when absent.
 * @returns Groups to merge and to review, each in the order of its first record, and the pairs left to review.
 * @throws RangeError when the policy does not hold together.
 * @example
 * ```ts
 * import { matchCandidates, matchGroups } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-01-05T10:00:00Z");
 * const contactPoints = [{ id: "e", channel: "email" as const, address: "li.na@example.com" }];
 * const result = matchCandidates([
 *   { source: "shop", recordId: "17", at, fields: { name: "Li Na", contactPoints } },
 *   { source: "club", recordId: "A-3", at, fields: { name: "Na Li", contactPoints } },
 * ]);
 * matchGroups(result).merge.map(({ records }) => records.map(({ recordId }) => recordId));
 * // => [["A-3", "17"]]
 * ```
 */
export function matchGroups(
  result: { readonly candidates: readonly MatchCandidate[] },
  { policy = DEFAULT_MATCH_POLICY }: { readonly policy?: MatchPolicy } = {},
): MatchGroups {
  requireMatchPolicy(policy);
  const references = placedReferences(result.candidates);
  const placeOf = new Map(references.map((reference, place) => [versionKey(reference), place]));
  const pairs = result.candidates.map((candidate) => {
    const a = placeOf.get(versionKey(candidate.first))!;
    const b = placeOf.get(versionKey(candidate.second))!;
    return { i: Math.min(a, b), j: Math.max(a, b), candidate };
  });
  const byPlaces = new Map(pairs.map(({ i, j, candidate }) => [pairKey(i, j), candidate]));
  const merge: MatchGroup[] = [];
  const review: MatchGroup[] = [];
  const groupOf = new Map<number, number>();
  const edges = pairs.filter(({ candidate }) => candidate.decision === "merge");
  for (const places of connectedGroups(edges, references.length)) {
    const group = groupAt(places, { references, byPlaces, policy });
    if (group.reasons.length > 0) review.push(group);
    else {
      for (const place of places) groupOf.set(place, merge.length);
      merge.push(group);
    }
  }
  return {
    merge,
    review,
    pairs: pairs
      .filter(
        ({ i, j, candidate }) =>
          candidate.decision === "review" &&
          (groupOf.get(i) === undefined || groupOf.get(i) !== groupOf.get(j)),
      )
      .map(({ candidate }) => candidate),
  };
}

function placedReferences(candidates: readonly MatchCandidate[]): RecordReference[] {
  const byKey = new Map<string, RecordReference>();
  for (const { first, second } of candidates) {
    byKey.set(versionKey(first), first);
    byKey.set(versionKey(second), second);
  }
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, reference]) => reference);
}

function pairKey(i: number, j: number): string {
  return `${String(i)} ${String(j)}`;
}

function groupAt(
  places: readonly number[],
  {
    references,
    byPlaces,
    policy,
  }: {
    readonly references: readonly RecordReference[];
    readonly byPlaces: ReadonlyMap<string, MatchCandidate>;
    readonly policy: MatchPolicy;
  },
): MatchGroup {
  const records = places.map((place) => references[place]!);
  if (places.length > policy.maxGroupSize) {
    const params = { records: places.length, limit: policy.maxGroupSize };
    return { records, reasons: [{ code: "group-too-large", params }] };
  }
  const reasons: Reason[] = [];
  let weakestScore: number | undefined = Number.POSITIVE_INFINITY;
  for (const [at, i] of places.entries()) {
    for (const j of places.slice(at + 1)) {
      const candidate = byPlaces.get(pairKey(i, j));
      if (candidate === undefined) weakestScore = undefined;
      else if (weakestScore !== undefined) weakestScore = Math.min(weakestScore, candidate.score);
      if (candidate?.consistent === true) continue;
      const params = { first: nameOf(references[i]!), second: nameOf(references[j]!) };
      reasons.push(
        candidate === undefined
          ? { code: "group-pair-unknown", params }
          : { code: "group-contradiction", params: { ...params, score: candidate.score } },
      );
    }
  }
  return { records, ...(weakestScore !== undefined && { weakestScore }), reasons };
}

function nameOf({ source, recordId }: RecordReference): string {
  return `${source} ${recordId}`;
}
