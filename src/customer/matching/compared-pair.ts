import type { RecordReference } from "../merging/customer-record.js";
import type { MatchMeasure } from "./field-evidence.js";
import type { MatchCandidate } from "./match-candidate.js";
import type { MatchProfile } from "./match-profile.js";
import { pairVerdict, verdictReasons } from "./pair-verdict.js";

/**
 * Compares two records made ready.
 *
 * @internal
 */
export function comparedPair(
  a: MatchProfile,
  b: MatchProfile,
  measure: MatchMeasure,
): MatchCandidate {
  const [first, second] = isBefore(b.reference, a.reference) ? [b, a] : [a, b];
  const verdict = pairVerdict(first, second, measure);
  const { score, decision, consistent, evidence } = verdict;
  return {
    first: first.reference,
    second: second.reference,
    score,
    decision,
    consistent,
    trace: {
      code: "match-weight",
      value: score,
      parts: evidence.map(({ field, level, similarity, weight }) => ({
        code: "field-evidence",
        value: weight,
        params: { field, level, similarity },
      })),
    },
    reasons: verdictReasons(verdict, measure),
  };
}

function isBefore(a: RecordReference, b: RecordReference): boolean {
  return a.source === b.source ? a.recordId < b.recordId : a.source < b.source;
}
