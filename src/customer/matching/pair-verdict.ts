import type { Reason } from "../../shared/reason.js";
import { birthdaySimilarity } from "./birthday-similarity.js";
import type { FieldEvidence, MatchMeasure } from "./field-evidence.js";
import { fieldEvidence } from "./field-evidence.js";
import type { MatchDecision } from "./match-candidate.js";
import type { MatchField, MatchVeto } from "./match-policy.js";
import type { MatchProfile } from "./match-profile.js";
import { personalAgreement, type PersonalAgreement } from "./personal-agreement.js";

/**
 * What was decided of two records, and by what.
 *
 * @internal
 */
export interface PairVerdict {
  readonly evidence: readonly FieldEvidence[];
  readonly score: number;
  readonly decision: MatchDecision;
  readonly consistent: boolean;
  readonly vetoes: readonly MatchVeto[];
  readonly decisive: MatchField | undefined;
  readonly disagreement: MatchField | undefined;
  /** Why what weighs enough is not merged without a human. */
  readonly doubt: PersonalAgreement["doubt"];
}

/**
 * Weighs the evidence on two records and decides.
 *
 * @internal
 */
export function pairVerdict(a: MatchProfile, b: MatchProfile, measure: MatchMeasure): PairVerdict {
  const { policy } = measure;
  const { thresholds } = policy;
  const evidence = fieldEvidence(a, b, measure);
  let score = 0;
  let disagreement: MatchField | undefined;
  let decisive: MatchField | undefined;
  for (const { field, weight, disagrees, exact } of evidence) {
    score += weight;
    if (disagrees && policy.reviewOnDisagreement.includes(field)) disagreement ??= field;
    if (exact && policy.decisive.includes(field)) decisive ??= field;
  }
  const vetoes = policy.vetoes.filter((veto) => isVetoed(veto, a, b));
  const isKeptApart = vetoes.length > 0;
  const isLikely = score >= thresholds.review;
  const isEnough = score >= thresholds.merge || (isLikely && decisive !== undefined);
  const { doubt, areTwoNames } = personalAgreement(a, b, evidence);
  const isSure = disagreement === undefined && doubt === undefined;
  const together = isEnough && isSure ? "merge" : "review";
  // The same decisive value is always worth a look: the name may have changed.
  const isWorthALook = isLikely || decisive !== undefined;
  return {
    evidence,
    score,
    decision: isKeptApart || !isWorthALook ? "distinct" : together,
    consistent:
      !isKeptApart && !areTwoNames && disagreement === undefined && score >= thresholds.consistent,
    vetoes,
    decisive,
    disagreement,
    doubt: isEnough ? doubt : undefined,
  };
}

/**
 * Whether anything keeps two records apart; cheaper than the verdict, for the many pairs that need no more.
 *
 * @internal
 */
export function areKeptApart(a: MatchProfile, b: MatchProfile, { policy }: MatchMeasure): boolean {
  return policy.vetoes.some((veto) => isVetoed(veto, a, b));
}

function isVetoed(veto: MatchVeto, a: MatchProfile, b: MatchProfile): boolean {
  switch (veto) {
    case "kind":
      return a.kind !== undefined && b.kind !== undefined && a.kind !== b.kind;
    case "birthday":
      return (
        a.birthday !== undefined &&
        b.birthday !== undefined &&
        birthdaySimilarity(a.birthday, b.birthday) === 0
      );
    case "identifier":
      return [...a.exclusive].some(([system, values]) => {
        const others = b.exclusive.get(system);
        return others !== undefined && ![...values].some((value) => others.has(value));
      });
  }
}

/**
 * Why it was decided so, in the order the rules were applied.
 *
 * @internal
 */
export function verdictReasons(
  { score, decision, vetoes, decisive, disagreement, doubt }: PairVerdict,
  { policy: { thresholds } }: MatchMeasure,
): Reason[] {
  const reasons: Reason[] = vetoes.map((veto) => ({
    code: "match-vetoed",
    params: { veto, score },
  }));
  if (vetoes.length > 0) return reasons;
  const { merge, review } = thresholds;
  if (decision === "distinct") return [{ code: "weight-below-review", params: { score, review } }];
  if (score >= merge) {
    reasons.push({ code: "weight-reaches-merge", params: { score, merge } });
  } else if (decisive !== undefined) {
    const code = score >= review ? "decisive-agreement" : "decisive-below-review";
    reasons.push({ code, params: { field: decisive, score, review } });
  } else {
    reasons.push({ code: "weight-reaches-review", params: { score, review, merge } });
  }
  if (disagreement !== undefined) {
    reasons.push({ code: "disagreement-needs-review", params: { field: disagreement } });
  }
  if (doubt !== undefined) reasons.push({ code: doubt, params: { score } });
  return reasons;
}
