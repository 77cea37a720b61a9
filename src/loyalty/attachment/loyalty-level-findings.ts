// How each level of loyalty is judged. Internal: not part of the package's surface.

import type { Reason } from "../../shared/reason.js";
import type { LoyaltyAttachmentPolicy } from "./attachment-policy.js";
import type { AttitudeFact, AttitudeKind } from "./attitude-fact.js";
import { lastWord, obstaclesOf } from "./attitude.js";
import type { LoyaltyLevelFinding, RepeatedSatisfaction } from "./loyalty-level.js";
import type { RepeatedPurchase } from "./repeated-purchase.js";

/** The experiences judged. */
export function satisfactionOf(
  facts: readonly AttitudeFact[],
  policy: LoyaltyAttachmentPolicy,
): RepeatedSatisfaction {
  const judged = facts.filter(({ kind }) => kind === "satisfied");
  const lastMiss = judged.findLastIndex(({ holds }) => !holds);
  const inARow = judged.length - 1 - lastMiss;
  return {
    judged: judged.length,
    satisfied: judged.filter(({ holds }) => holds).length,
    inARow,
    isRepeated: inARow >= policy.satisfactions,
  };
}

/** The cognitive level: the last word on whether it is better. */
export function cognitiveFinding(facts: readonly AttitudeFact[]): LoyaltyLevelFinding {
  return { level: "cognitive", ...stated(facts, "believes-better") };
}

/**
 * The affective level: the last word on liking decides; without one, satisfaction, but only when it is repeated.
 */
export function affectiveFinding(
  facts: readonly AttitudeFact[],
  {
    satisfaction,
    policy,
  }: { readonly satisfaction: RepeatedSatisfaction; readonly policy: LoyaltyAttachmentPolicy },
): LoyaltyLevelFinding {
  const said = stated(facts, "likes");
  const { judged, inARow, isRepeated } = satisfaction;
  const params = { inARow, atLeast: policy.satisfactions };
  const evidence: Reason[] =
    judged === 0
      ? []
      : [{ code: isRepeated ? "satisfaction-repeated" : "satisfaction-not-repeated", params }];
  const isFelt = said.status === "unknown" && isRepeated;
  return {
    level: "affective",
    status: isFelt ? "reached" : said.status,
    evidence: [...said.evidence, ...evidence],
    missing: isFelt ? [] : said.missing,
  };
}

/** The conative level: the last word on buying again. */
export function conativeFinding(facts: readonly AttitudeFact[]): LoyaltyLevelFinding {
  return { level: "conative", ...stated(facts, "intends-to-rebuy") };
}

/**
 * The action level: purchases are repeated, and obstacles were overcome; the last one that came up not given in to.
 */
export function actionFinding(
  facts: readonly AttitudeFact[],
  {
    repurchase,
    policy,
  }: { readonly repurchase: RepeatedPurchase; readonly policy: LoyaltyAttachmentPolicy },
): LoyaltyLevelFinding {
  const obstacles = obstaclesOf(facts);
  const overcome = obstacles.filter(({ holds }) => holds);
  const last = obstacles.at(-1);
  const gaveIn = last?.holds === false;
  const isProven = overcome.length >= policy.obstacles;
  const evidence: Reason[] = [
    ...repurchase.reasons.slice(0, 1),
    ...overcome.map(({ id, kind }) => ({ code: "obstacle-overcome", params: { id, kind } })),
    ...(gaveIn
      ? [{ code: "obstacle-not-overcome", params: { id: last.id, kind: last.kind } }]
      : []),
  ];
  if (!repurchase.isRepeated || gaveIn) {
    return { level: "action", status: "not-reached", evidence, missing: [] };
  }
  return isProven
    ? { level: "action", status: "reached", evidence, missing: [] }
    : { level: "action", status: "unknown", evidence, missing: ["obstacle"] };
}

function stated(
  facts: readonly AttitudeFact[],
  kind: AttitudeKind,
): Omit<LoyaltyLevelFinding, "level"> {
  const fact = lastWord(facts, kind);
  if (fact === undefined) return { status: "unknown", evidence: [], missing: [kind] };
  const { id, at, holds } = fact;
  return {
    status: holds ? "reached" : "not-reached",
    evidence: [{ code: holds ? "attitude-held" : "attitude-not-held", params: { kind, id, at } }],
    missing: [],
  };
}
