import { orderedEntries } from "../../shared/ordered-map.js";
import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import type { LoyaltyState } from "../ledger/loyalty-state.js";
import { nextBoundary, passBoundary } from "./tier-boundary.js";
import type { TierOptions } from "./tier-options.js";
import { tierPlace } from "./tier-qualification.js";
import { beginWalk, earnedThrough, raisedTo } from "./tier-walk.js";
import type { TierStep, TierWalk } from "./tier-walk.js";

/**
 * What the clock and the qualification have done to a standing since it was recorded, change by change. It begins on
 * the day of the last event, by which what was due before has been recorded.
 */
export function tierSteps(state: LoyaltyState, options: TierOptions): readonly TierStep[] {
  const begun = beginWalk(state, options);
  if (begun === undefined) return [];
  let walk = begun;
  const steps: TierStep[] = [];
  const take = (step: TierStep | undefined): void => {
    if (step === undefined) return;
    steps.push(step);
    walk = { ...walk, standing: step.standing };
  };
  let day = firstDay(walk);
  for (;;) {
    const boundary = nextBoundary(walk, day);
    const through = boundary === undefined ? walk.today : addDays(boundary.day, -1);
    const upgrade = nextUpgrade(walk, { from: day, through });
    if (upgrade !== undefined) {
      take(upgrade);
      day = plainDateAt(upgrade.at, walk.calendar.zone);
    } else if (boundary !== undefined) {
      const { step, qualifying } = passBoundary(walk, boundary);
      walk = { ...walk, qualifying };
      take(step);
      day = boundary.day;
    } else {
      return steps;
    }
  }
}

function firstDay({ calendar, last, standing }: TierWalk): PlainDate {
  const { since, rolledInto } = standing;
  const from = plainDateAt(last === undefined || since > last ? since : last, calendar.zone);
  return rolledInto !== undefined && rolledInto > from ? rolledInto : from;
}

/** The first rise to a higher tier by what was done through a day, where a tier is reached at once. */
function nextUpgrade(
  walk: TierWalk,
  { from, through }: { readonly from: PlainDate; readonly through: PlainDate },
): TierStep | undefined {
  const { calendar, standing, qualifying } = walk;
  const { policy } = calendar;
  if (policy.upgrade === "next-period") return undefined;
  const held = tierPlace(policy, standing.tier);
  // But for a rolling window amounts only grow: where they reach nothing in the end, they do on no day before.
  const grows = policy.period.kind !== "rolling";
  if (grows && earnedThrough(walk, through).place <= held) return undefined;
  const first = from < through ? from : through;
  for (const day of daysOf(qualifying, { from: first, through })) {
    const claim = earnedThrough(walk, day);
    if (claim.place <= held) continue;
    const at = momentOn(walk, day);
    return { at, standing: raisedTo(walk, claim, at) };
  }
  return undefined;
}

/** The first day, and each day after it on which something counted. */
function* daysOf(
  qualifying: TierWalk["qualifying"],
  { from, through }: { readonly from: PlainDate; readonly through: PlainDate },
): Generator<PlainDate, void> {
  yield from;
  for (const [day] of orderedEntries(qualifying, from)) {
    if (day > through) return;
    if (day > from) yield day as PlainDate;
  }
}

/** When on a day something took effect: with the last event, where that was on the day, else with the day's start. */
function momentOn({ calendar, last, standing }: TierWalk, day: PlainDate): Instant {
  const isLast = last !== undefined && plainDateAt(last, calendar.zone) === day;
  const at = isLast ? last : startOfDay(day, calendar.zone);
  return at < standing.since ? standing.since : at;
}
