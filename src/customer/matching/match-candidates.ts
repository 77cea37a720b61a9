import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import { canonicalText } from "../merging/canonical-text.js";
import type { CustomerRecord } from "../merging/customer-record.js";
import { versionKey } from "../merging/survivor.js";
import type { Blocks } from "./blocking.js";
import { blocksOf } from "./blocking.js";
import { connectedGroups } from "./connected-group.js";
import type { MatchMeasure } from "./field-evidence.js";
import { matchMeasure } from "./match-measure.js";
import { comparedPair } from "./compared-pair.js";
import type { MatchOptions } from "./match-pair.js";
import type { MatchResult } from "./match-result.js";
import type { MatchProfile } from "./match-profile.js";
import { matchProfiles } from "./match-profile.js";
import { areKeptApart, pairVerdict } from "./pair-verdict.js";

/**
 * Which records are of the same customer: pairs to merge, pairs to review, without comparing all with all.
 *
 * Records are gathered into blocks by the policy's keys (e-mail, last digits of the phone, a word of the name with the
 * postal code, and so on), and only pairs that meet in a block are compared, each once, as by `matchPair`. A value that
 * more than `sharedAbove` records have, such as the number of a switchboard, is no longer exact and weighs little. A
 * block larger than the limit is split; what is still larger is skipped and named. A pair that meets in no block
 * is not found. Of several versions of a record the latest counts. The order of the records does not matter.
 *
 * Time grows with the records and the pairs compared, not with the pairs there are.
 *
 * @param records - The records of all sources.
 * @param options - The policy and the measure of similarity.
 * @returns The candidates with what was compared, skipped and found; no candidates for no records.
 * @throws RangeError when the policy does not hold together or the similarity leaves 0 to 1.
 * @example
 * ```ts
 * import { matchCandidates } from "goodwill/customer";
 * import { instant } from "goodwill/shared";
 *
 * const at = instant("2026-01-05T10:00:00Z");
 * const contactPoints = [{ id: "e", channel: "email" as const, address: "li.na@example.com" }];
 * const { candidates, comparisons, pairsPossible } = matchCandidates([
 *   { source: "shop", recordId: "17", at, fields: { name: "Li Na", contactPoints } },
 *   { source: "club", recordId: "A-3", at, fields: { name: "Na Li", contactPoints } },
 *   { source: "club", recordId: "A-4", at, fields: { name: "Wang Wei" } },
 * ]);
 * candidates.map(({ first, second, decision }) => [first.recordId, second.recordId, decision]);
 * // => [["A-3", "17", "merge"]]
 * [comparisons, pairsPossible]; // => [1, 3]
 * ```
 */
export function matchCandidates(
  records: readonly CustomerRecord[],
  options: MatchOptions = {},
): MatchResult {
  const measure = matchMeasure(options);
  const profiles = matchProfiles(latestRecords(records), measure.policy);
  const gathered = blocksOf(profiles, measure.policy);
  const { pairs, comparisons, isCompared } = comparedPairs(profiles, { gathered, measure });
  const inGroups = groupPairs(pairs, { size: profiles.length, measure });
  const kept = new Set(pairs.map(({ i, j }) => i * profiles.length + j));
  const missing = inGroups.filter(({ i, j }) => !kept.has(i * profiles.length + j));
  const candidates = [...pairs, ...missing]
    .map(({ i, j }) => comparedPair(profiles[i]!, profiles[j]!, measure))
    .sort(
      (a, b) =>
        b.score - a.score ||
        compareText(versionKey(a.first), versionKey(b.first)) ||
        compareText(versionKey(a.second), versionKey(b.second)),
    );
  return {
    candidates,
    records: profiles.length,
    pairsPossible: (profiles.length * Math.max(profiles.length - 1, 0)) / 2,
    comparisons,
    groupComparisons: missing.filter(({ i, j }) => !isCompared(i, j)).length,
    blocks: gathered.blocks.length,
    skippedBlocks: gathered.skipped,
    findings: findingsOf(gathered, { profiles, measure }),
  };
}

/** The latest version of every record, in the order of source and id. */
function latestRecords(records: readonly CustomerRecord[]): CustomerRecord[] {
  const latest = new Map<string, CustomerRecord>();
  for (const record of records) {
    const key = versionKey(record);
    const known = latest.get(key);
    if (known === undefined || isLater(record, known)) latest.set(key, record);
  }
  return [...latest].sort(([a], [b]) => compareText(a, b)).map(([, record]) => record);
}

function isLater(record: CustomerRecord, known: CustomerRecord): boolean {
  if (record.at !== known.at) return record.at > known.at;
  return canonicalText(record) > canonicalText(known);
}

interface PlacePair {
  readonly i: number;
  readonly j: number;
}

/** Compares every pair that meets in a block, once, and keeps those to merge or review. */
function comparedPairs(
  profiles: readonly MatchProfile[],
  { gathered, measure }: { readonly gathered: Blocks; readonly measure: MatchMeasure },
): {
  readonly pairs: (PlacePair & { readonly isMerge: boolean })[];
  readonly comparisons: number;
  readonly isCompared: (i: number, j: number) => boolean;
} {
  const blocksByPlace: (readonly number[])[][] = profiles.map(() => []);
  for (const block of gathered.blocks) for (const place of block) blocksByPlace[place]!.push(block);
  const pairs: (PlacePair & { readonly isMerge: boolean })[] = [];
  // The last record each one was compared with; records are taken in their order.
  const comparedWith = new Int32Array(profiles.length).fill(-1);
  let comparisons = 0;
  for (const [i, profile] of profiles.entries()) {
    for (const block of blocksByPlace[i]!) {
      for (const j of block) {
        if (j <= i || comparedWith[j] === i) continue;
        comparedWith[j] = i;
        comparisons += 1;
        const other = profiles[j]!;
        if (areKeptApart(profile, other, measure)) continue;
        const { decision } = pairVerdict(profile, other, measure);
        if (decision !== "distinct") pairs.push({ i, j, isMerge: decision === "merge" });
      }
    }
  }
  const isCompared = (i: number, j: number): boolean =>
    blocksByPlace[i]!.some((block) => block.includes(j));
  return { pairs, comparisons, isCompared };
}

/** Every pair within the groups that merging would make, so that a chain of pairs is seen for what it is. */
function groupPairs(
  pairs: readonly (PlacePair & { readonly isMerge: boolean })[],
  { size, measure }: { readonly size: number; readonly measure: MatchMeasure },
): PlacePair[] {
  const merges = pairs.filter(({ isMerge }) => isMerge);
  return connectedGroups(merges, size)
    .filter(({ length }) => length <= measure.policy.maxGroupSize)
    .flatMap((group) => group.flatMap((i, at) => group.slice(at + 1).map((j) => ({ i, j }))));
}

function findingsOf(
  { skipped, split, unkeyed }: Blocks,
  {
    profiles,
    measure,
  }: { readonly profiles: readonly MatchProfile[]; readonly measure: MatchMeasure },
): Reason[] {
  const { maxBlockSize, sharedAbove } = measure.policy;
  const findings: Reason[] = skipped.map(({ blocking, value, records }) => ({
    code: "block-skipped",
    params: { blocking, value, records, limit: maxBlockSize },
  }));
  if (split > 0)
    findings.push({ code: "blocks-split", params: { blocks: split, limit: maxBlockSize } });
  for (const field of ["email", "phone", "address", "identifier"] as const) {
    const values = sharedValues(profiles, field);
    if (values > 0) {
      findings.push({ code: "values-shared", params: { field, values, limit: sharedAbove } });
    }
  }
  if (unkeyed > 0) findings.push({ code: "records-without-keys", params: { records: unkeyed } });
  return findings;
}

function sharedValues(
  profiles: readonly MatchProfile[],
  field: "email" | "phone" | "address" | "identifier",
): number {
  const list = {
    email: "emails",
    phone: "phones",
    address: "addresses",
    identifier: "identifiers",
  } as const;
  const texts = profiles.flatMap((profile) =>
    profile[list[field]].filter(({ shared }) => shared).map(({ text }) => text),
  );
  return new Set(texts).size;
}
