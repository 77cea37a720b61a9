// What a member's ledger says to an occasion, and the lots and entries it becomes. Internal: not part of the surface.

import { orderedValue } from "../../shared/ordered-map.js";
import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { Decision } from "../decision/decision.js";
import { issueLots } from "../decision/issue-lots.js";
import type { LotsIssued } from "../decision/issue-lots.js";
import { lapsesAfterActivity } from "../decision/lapses.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { LoyaltyEventBase, QualifyingEntry } from "../ledger/event-base.js";
import { pointsEver } from "../grant/points-fault.js";
import type { LotSource } from "../ledger/lot.js";
import { tierSegments } from "../tier/tier-segments.js";
import { invalidField } from "./earning-fields.js";
import { earnPoints } from "./earn-points.js";
import type { EarnedPoints } from "./earned-points.js";
import type { EarningFacts, EarningOccasion, RatedTier } from "./earning-occasion.js";

/**
 * What an occasion earns in a member's ledger. Where it reaches a tier itself, what it counts towards it is taken from
 * the rating at the tier before, and it is rated again, once, by the programme's crossing policy.
 */
export function ratedOccasion(
  decision: Decision,
  occasion: EarningOccasion,
): Result<EarnedPoints, LoyaltyRefusal> {
  const { options } = decision;
  if (options.programme.tiers === undefined) return earned(decision, occasion, undefined);
  const before = segmentsWith(decision, occasion, {});
  const first = earned(decision, occasion, before);
  if (!first.ok) return first;
  const tiers = segmentsWith(decision, occasion, first.value.qualifying);
  const isSame = tiers.length === 1 && before.length === 1 && tiers[0]!.tier === before[0]!.tier;
  return isSame ? first : earned(decision, occasion, tiers);
}

function segmentsWith(
  { state, options }: Decision,
  { at }: EarningOccasion,
  amounts: QualifyingEntry["amounts"],
): readonly RatedTier[] {
  const { programme } = options;
  const adding = { day: plainDateAt(at, programme.zone), amounts };
  return tierSegments(state, { asOf: at, programme, adding });
}

function earned(
  decision: Decision,
  occasion: EarningOccasion,
  tiers: readonly RatedTier[] | undefined,
): Result<EarnedPoints, LoyaltyRefusal> {
  const facts = { ...memberFacts(decision), ...(tiers !== undefined && { tiers }) };
  const result = earnPoints(occasion, facts, decision.options);
  if (!result.ok) return result;
  const kind = overfullKind(decision, result.value) ?? overusedCap(decision, result.value);
  if (kind !== undefined) return { ok: false, error: { code: "too-many-points", kind } };
  const refusal = overfullCount(decision, occasion, result.value);
  return refusal === undefined ? ok(result.value) : { ok: false, error: refusal };
}

function memberFacts({ state, command }: Decision): EarningFacts {
  const { account, orderCount, orderTimes, capUses } = state;
  const clubs: string[] = [];
  for (const [club, { status, until }] of Object.entries(state.clubs)) {
    const isOver = until !== undefined && until <= command.occurredAt;
    if (status === "member" && !isOver) clubs.push(club);
  }
  return {
    clubs,
    ...(account?.birthday !== undefined && { birthday: account.birthday }),
    ...(account !== undefined && { enrolledOn: account.enrolledOn }),
    orderCount,
    orderTimes,
    capUses,
  };
}

/** A kind of which more than 2^53 - 1 points would have been issued and taken back. */
function overfullKind({ state }: Decision, { lots }: EarnedPoints): string | undefined {
  const issued: Record<string, number> = {};
  for (const { kind, points } of lots) {
    issued[kind] ??= pointsEver(state.wallets[kind]);
    issued[kind] += points;
    if (!Number.isSafeInteger(issued[kind])) return kind;
  }
  return undefined;
}

/** The first kind of points where a cap several kinds share would have counted more than 2^53 - 1. */
function overusedCap({ state }: Decision, { lots, capUses }: EarnedPoints): string | undefined {
  for (const { cap, points, times } of capUses) {
    const before = orderedValue(state.capUses, cap);
    const isCountable =
      Number.isSafeInteger((before?.points ?? 0) + points) &&
      Number.isSafeInteger((before?.times ?? 0) + times);
    if (!isCountable) return lots[0]?.kind;
  }
  return undefined;
}

/** The fields of what counts towards tiers; points are bounded by those issued. */
const COUNTED = [
  ["spend", "lines"],
  ["visits", "visits"],
  ["nights", "nights"],
] as const;

/** The field by which a metric of a day, or where there are tiers of all days, would pass 2^53 - 1. */
function overfullCount(
  { state, options }: Decision,
  { trigger, at }: EarningOccasion,
  { qualifying }: EarnedPoints,
): LoyaltyRefusal | undefined {
  const { tiers, zone } = options.programme;
  const day = orderedValue(state.qualifying, plainDateAt(at, zone));
  const before = tiers === undefined ? (day ?? {}) : state.qualifyingEver;
  for (const [metric, name] of COUNTED) {
    const amount = qualifying[metric];
    if (amount === undefined || Number.isSafeInteger((before[metric] ?? 0) + amount)) continue;
    const field = trigger === "order" ? `order.${name}` : name;
    return invalidField(field, `at most 2^53 - 1 ${metric} with what was counted before`, amount);
  }
  return undefined;
}

/** What an order or activity does to points, caps and tiers, to be spread into its event. */
export function earningEffects(
  decision: Decision,
  { lots, capUses, qualifying }: EarnedPoints,
  source: Pick<LotSource, "kind" | "id">,
): LotsIssued & Pick<LoyaltyEventBase, "capUses" | "qualifying" | "lapses"> {
  const { command, options } = decision;
  const earnedAt = command.occurredAt;
  const requests = lots.map(({ kind, points, earnedBy, rules }) => ({
    kind,
    points,
    earnedAt,
    source: { ...source, rules: earnedBy },
    ...(rules !== undefined && { rules }),
  }));
  const lapses = lapsesAfterActivity(decision);
  const day = plainDateAt(earnedAt, options.programme.zone);
  return {
    ...issueLots(decision, requests),
    ...(capUses.length > 0 && { capUses }),
    ...(Object.keys(qualifying).length > 0 && { qualifying: [{ day, amounts: qualifying }] }),
    ...(lapses.length > 0 && { lapses }),
  };
}
