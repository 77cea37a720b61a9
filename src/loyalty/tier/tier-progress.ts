import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { Period } from "../../shared/time/period.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import type { TierMetric, TierQualification } from "../programme/tier-policy.js";
import type { QualifiedAmounts } from "./qualified-amounts.js";
import { withAmounts } from "./tier-boundary.js";
import { periodAround, spellsOn } from "./tier-calendar.js";
import type { TierOptions } from "./tier-options.js";
import { meetsQualification, requirementsOf, tierPlace } from "./tier-qualification.js";
import { tierSteps } from "./tier-steps.js";
import { amountsThrough, beginWalk } from "./tier-walk.js";
import type { TierWalk } from "./tier-walk.js";

/** One requirement, and how far it is. */
export interface RequirementProgress {
  /** What counts. */
  readonly metric: TierMetric;
  /** How much is asked for. */
  readonly atLeast: number;
  /** How much there is. */
  readonly soFar: number;
  /** How much is missing; 0 once it is met. */
  readonly missing: number;
}

/** What it takes to reach or keep a tier. */
export interface TierGoal {
  /** The tier. */
  readonly tier: string;
  /** Whether all of the requirements are asked for, or any of them. */
  readonly asks: "all" | "any";
  /** The requirements, in the order of the programme. */
  readonly requirements: readonly RequirementProgress[];
  /** Whether enough of them are met already. */
  readonly isMet: boolean;
  /** First day that counts. */
  readonly from: PlainDate;
  /** Last day that counts: of a year its last, under a rolling window or for a lifetime today, to reach a tier. */
  readonly through: PlainDate;
}

/** Where a member stands between tiers. */
export interface TierProgress {
  /** The tier held. */
  readonly tier: string;
  /** The first moment at which it has to be earned again; absent where it is never lost. */
  readonly heldUntil?: Instant;
  /** The days that count now. */
  readonly counts: Period<PlainDate>;
  /** How much was done in them. */
  readonly soFar: QualifiedAmounts;
  /** The next higher tier that can be reached; absent at the highest. */
  readonly next?: TierGoal;
  /** What keeps the tier; absent where it is never lost, or where nothing done before its end could keep it. */
  readonly keep?: TierGoal;
}

/**
 * What is missing to the next tier, what keeps this one, and until when (LOY-3)?
 *
 * The next tier is counted over the days that count now. This one is kept by one period: the one in which enough was
 * done already, else the first that is not over, up to the day before the standing ends.
 *
 * @param state - The ledger.
 * @param options - The moment and the programme.
 * @returns Where the member stands; undefined where the programme has no tiers, or before the standing began.
 * @example
 * ```ts
 * import { loyaltyProgramme, NO_LOYALTY, tierProgress } from "goodwill/loyalty";
 * import { instant, plainDate, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "stays",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "points", purpose: "redeemable" }],
 *   earning: [],
 *   tiers: {
 *     tiers: [{ id: "blue" }, { id: "gold", reach: { all: [{ metric: "nights", atLeast: 20 }] } }],
 *     period: { kind: "calendar-year" },
 *     upgrade: "at-once",
 *     keepThrough: "next-period",
 *     landing: "one-tier-down",
 *     crossing: "after",
 *   },
 * });
 * const enrolledAt = instant("2026-01-10T09:00:00Z");
 * const enrolledOn = plainDate("2026-01-10");
 * const joined = { enrolledAt, enrolledOn, statusAt: enrolledAt };
 * const account = { member: "ann", holder: "member", status: "active", ...joined, cards: {} } as const;
 * const qualifying = [{ keys: ["2026-02-01"], values: [{ nights: 8 }] }];
 * const state = { ...NO_LOYALTY, account, qualifying };
 * const progress = tierProgress(state, { asOf: instant("2026-03-02T09:00:00Z"), programme });
 * progress?.next?.requirements; // => [{ metric: "nights", atLeast: 20, soFar: 8, missing: 12 }]
 * ```
 */
export function tierProgress(state: LoyaltyState, options: TierOptions): TierProgress | undefined {
  const begun = beginWalk(state, options);
  if (begun === undefined) return undefined;
  const { calendar, today } = begun;
  const steps = tierSteps(state, options);
  const standing = steps.at(-1)?.standing ?? begun.standing;
  const qualifying = steps.reduce(
    (days, { rollover }) => (rollover === undefined ? days : withAmounts(days, rollover)),
    begun.qualifying,
  );
  const walk = { ...begun, standing, qualifying };
  const counts = periodAround(today, calendar);
  const soFar = amountsThrough(walk, counts, today);
  const next = nextGoal(walk, { counts, soFar });
  const keep = keepGoal(walk);
  return {
    tier: standing.tier,
    ...(standing.heldUntil !== undefined && { heldUntil: standing.heldUntil }),
    counts,
    soFar,
    ...(next !== undefined && { next }),
    ...(keep !== undefined && { keep }),
  };
}

function nextGoal(
  { calendar, standing }: TierWalk,
  { counts, soFar }: { readonly counts: Period<PlainDate>; readonly soFar: QualifiedAmounts },
): TierGoal | undefined {
  const { tiers } = calendar.policy;
  const above = tiers.slice(tierPlace(calendar.policy, standing.tier) + 1);
  for (const { id, reach } of above) {
    if (reach !== undefined) return goal(id, reach, { counts, soFar });
  }
  return undefined;
}

/** What keeps the tier at its end. */
function keepGoal({ calendar, standing, qualifying, today }: TierWalk): TierGoal | undefined {
  const { heldUntil, tier } = standing;
  const { policy, zone } = calendar;
  const definition = policy.tiers[tierPlace(policy, tier)];
  const asked = definition?.keep ?? definition?.reach;
  if (heldUntil === undefined || asked === undefined) return undefined;
  const end = plainDateAt(heldUntil, zone);
  const goals = spellsOn(end, calendar).flatMap(({ counts: { start, end: last } }) => {
    const counts = { start, end: last < end ? last : end };
    if (counts.start >= counts.end) return [];
    return [goal(tier, asked, { counts, soFar: amountsThrough({ qualifying }, counts, today) })];
  });
  return goals.find(({ isMet }) => isMet) ?? goals.findLast(({ through }) => through >= today);
}

function goal(
  tier: string,
  asked: TierQualification,
  { counts, soFar }: { readonly counts: Period<PlainDate>; readonly soFar: QualifiedAmounts },
): TierGoal {
  return {
    tier,
    asks: "all" in asked ? "all" : "any",
    requirements: requirementsOf(asked).map(({ metric, atLeast }) => ({
      metric,
      atLeast,
      soFar: soFar[metric],
      missing: Math.max(0, atLeast - soFar[metric]),
    })),
    isMet: meetsQualification(soFar, asked),
    from: counts.start,
    through: addDays(counts.end, -1),
  };
}
