// Points that come back by being spent. Internal: not part of the package's surface.

import { addPoints, comparePoints, pointsText, timesFraction } from "../earning/exact-points.js";
import type { ExactPoints } from "../earning/exact-points.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { baseRulesOf } from "./most-earned.js";
import { pointsWorth } from "./points-worth.js";
import type { ProgrammeFinding } from "./programme-finding.js";
import { mostReturn, percentOf } from "./spend-return.js";

/** What points pay for earns points again, or partners turn points into more. */
export function burnLoops(programme: LoyaltyProgramme): ProgrammeFinding[] {
  return [...paidEarns(programme), ...vouchersEarn(programme), ...partnersGain(programme)];
}

/** Whether a kind of points that can be spent is earned by orders. */
function earnsByOrders(programme: LoyaltyProgramme): boolean {
  const spent = programme.redemption?.kinds ?? [];
  return spent.some((kind) =>
    baseRulesOf(programme, kind).some(({ trigger }) => trigger === "order"),
  );
}

function paidEarns(programme: LoyaltyProgramme): ProgrammeFinding[] {
  const { redemption, earningPolicy } = programme;
  if (earningPolicy.paidByPoints === "does-not-earn" || redemption?.payment === undefined)
    return [];
  if (!earnsByOrders(programme)) return [];
  const { share } = mostReturn(programme);
  const severity = comparePoints(share, 1) < 0 ? "warning" : "error";
  const params = { share: pointsText(share), percent: percentOf(share) };
  return [{ code: "points-paid-earn", severity, where: "earningPolicy.paidByPoints", params }];
}

/** An order paid by a voucher earns as if it had been paid by money. */
function vouchersEarn(programme: LoyaltyProgramme): ProgrammeFinding[] {
  const { rewards = [], redemption } = programme;
  if (rewards.length === 0 || !earnsByOrders(programme)) return [];
  const { points } = mostReturn(programme);
  let rate: ExactPoints = 0;
  for (const kind of redemption?.kinds ?? []) rate = addPoints(rate, points[kind] ?? 0);
  return rewards.flatMap((reward, index): ProgrammeFinding[] => {
    if (reward.form !== "voucher") return [];
    const { id, cost, amount } = reward;
    const amountFraction = { numerator: BigInt(amount), denominator: 1n };
    const earned = timesFraction(rate, amountFraction);
    const severity = comparePoints(earned, cost) < 0 ? "warning" : "error";
    const params = { reward: id, cost, earned: pointsText(earned) };
    return [{ code: "voucher-earns", severity, where: `rewards[${String(index)}]`, params }];
  });
}

/**
 * Partners that take points of one kind and issue those of another that is worth more. A programme does not say at
 * which rate they convert: they are judged as one for one.
 */
function partnersGain(programme: LoyaltyProgramme): ProgrammeFinding[] {
  return (programme.partners ?? []).flatMap(({ id: partner, accepts, issues }, index) =>
    accepts.flatMap((from) =>
      issues.flatMap((to): ProgrammeFinding[] => {
        const given = pointsWorth(programme, from);
        const got = pointsWorth(programme, to);
        if (given === undefined || got === undefined || comparePoints(got, given) <= 0) return [];
        const worth = { given: pointsText(given), got: pointsText(got) };
        const params = { partner, from, to, ...worth };
        const where = `partners[${String(index)}]`;
        return [{ code: "partner-converts-at-a-gain", severity: "warning", where, params }];
      }),
    ),
  );
}
