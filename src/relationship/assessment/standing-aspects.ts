// Where a customer stands: life cycle, value, satisfaction, loyalty, tier. Internal: not part of the package's surface.

import { standingAt } from "../../customer/life-cycle/course/standing-at.js";
import type { LifecycleExit } from "../../customer/life-cycle/exit.js";
import type { LifecycleOptions } from "../../customer/life-cycle/rung.js";
import { loyaltyAttachment } from "../../loyalty/attachment/loyalty-attachment.js";
import type { Reason } from "../../shared/reason.js";
import { plainDateAt } from "../../shared/time/time-zone.js";
import { latestOf, notLookedUp } from "./assessed-case.js";
import type { AspectFinding, AssessedCase } from "./assessed-case.js";
import type { Relationship } from "./relationship.js";
import { satisfactionCourse } from "./satisfaction-course.js";

/** Stage, rung and exit; the exit itself where something is known of it. */
export function lifecycleAspect({ customer, facts, asOf, zone, policies }: AssessedCase): {
  readonly finding: AspectFinding<Pick<Relationship, "stage" | "rung" | "exit">>;
  readonly exit: LifecycleExit | undefined;
} {
  const { lifecycle: policy } = policies;
  const options: LifecycleOptions = { asOf, zone, ...(policy !== undefined && { policy }) };
  const { purchases, interactions, referrals, signals, terminations } = facts;
  const own = Object.fromEntries(
    Object.entries({ purchases, interactions, referrals, signals, terminations }).filter(
      ([, list]) => list !== undefined,
    ),
  );
  const { stage, exit, evidence, rung } = standingAt({ customer, facts: own }, options);
  const lists = { purchases, interactions };
  const missing = Object.entries(lists).filter(([, list]) => list === undefined);
  return {
    finding: {
      aspect: "life-cycle",
      values: { stage, rung: rung.rung, exit: exit.state },
      reasons: distinct([...evidence, ...exit.reasons, ...rung.reasons]),
      missing: missing.map(([list]) => notLookedUp(list)),
      at: latestOf(
        [purchases, interactions, referrals, signals, terminations].map((l) => l?.at(-1)?.at),
      ),
    },
    exit: stage === "initial" && exit.state === "none" ? undefined : exit,
  };
}

/** Stage, exit and rung give some of the same reasons. */
function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/** Value class and outlook, each by the latest standing that tells it. */
export function valueAspect({
  customer,
  facts: { values },
  zone,
}: AssessedCase): AspectFinding<Pick<Relationship, "valueClass" | "valueOutlook">> {
  const stranger = values?.find(
    ({ outlook }) => outlook !== undefined && outlook.customer !== customer.id,
  )?.outlook;
  if (stranger !== undefined) {
    throw new RangeError(
      `Cannot assess a relationship: values must be of customer "${customer.id}", got "${stranger.customer}"`,
    );
  }
  const classed = values?.findLast((one) => one.class !== undefined);
  const expected = values?.findLast((one) => one.outlook !== undefined);
  const reasons: Reason[] = [];
  const missing: Reason[] = values === undefined ? [notLookedUp("values")] : [];
  if (classed !== undefined) {
    const params = { class: classed.class!, date: plainDateAt(classed.at, zone) };
    reasons.push({ code: "assessment-value-class", params });
  } else if (values !== undefined) missing.push({ code: "assessment-no-value-class", params: {} });
  if (expected !== undefined) {
    const { aliveProbability, expectedPurchases } = expected.outlook!;
    const date = plainDateAt(expected.at, zone);
    const params = { aliveProbability, expectedPurchases, date };
    reasons.push({ code: "assessment-value-outlook", params });
  } else if (values !== undefined) missing.push({ code: "assessment-no-outlook", params: {} });
  return {
    aspect: "value",
    values: {
      ...(classed !== undefined && { valueClass: classed.class! }),
      ...(expected !== undefined && { valueOutlook: expected.outlook! }),
    },
    reasons,
    missing,
    at: latestOf([classed?.at, expected?.at]),
  };
}

/** Satisfaction and its trend. */
export function satisfactionAspect({
  facts: { signals },
  asOf,
  zone,
  policies,
}: AssessedCase): AspectFinding<Pick<Relationship, "satisfaction">> {
  const aspect = "satisfaction";
  if (signals === undefined) {
    return { aspect, values: {}, reasons: [], missing: [notLookedUp("signals")] };
  }
  const satisfaction = satisfactionCourse(signals, { asOf, zone, policy: policies.trend });
  if (satisfaction === undefined) {
    const missing = [{ code: "assessment-no-signal", params: {} }];
    return { aspect, values: {}, reasons: [], missing };
  }
  const { trend, reasons, at } = satisfaction;
  const isTrendKnown = trend !== undefined;
  return {
    aspect,
    values: { satisfaction },
    reasons: isTrendKnown ? reasons : reasons.slice(0, 1),
    missing: isTrendKnown ? [] : reasons.slice(1),
    at,
  };
}

/** Loyalty by behaviour and attitude. */
export function loyaltyAspect({
  customer,
  facts: { purchases, attitudes },
  asOf,
  policies,
}: AssessedCase): AspectFinding<Pick<Relationship, "loyaltyPattern" | "loyaltyLevel">> {
  const { attachment: policy } = policies;
  const given = { purchases: purchases ?? [], attitudes: attitudes ?? [] };
  const options = { customer: customer.id, asOf, ...(policy !== undefined && { policy }) };
  const { pattern, level, levels, repurchase, unknown } = loyaltyAttachment(given, options);
  const own = attitudes?.filter((fact) => fact.customer === customer.id);
  return {
    aspect: "loyalty",
    values: { loyaltyPattern: pattern, ...(level !== undefined && { loyaltyLevel: level }) },
    reasons: [
      // Shares of wallet are not asked for here; that they are unknown says nothing.
      ...(purchases === undefined ? [] : repurchase.reasons.slice(0, 1)),
      ...levels.flatMap(({ evidence }) => evidence),
    ],
    missing:
      attitudes === undefined
        ? [notLookedUp("attitudes")]
        : unknown.map((knowledge) => ({
            code: "assessment-attitude-unknown",
            params: { knowledge },
          })),
    at: latestOf([own?.at(-1)?.at, repurchase.last]),
  };
}

/** Tier and points by the latest view of the ledger; a tier that has ended since is unknown. */
export function tierAspect({
  facts: { memberships },
  asOf,
  zone,
}: AssessedCase): AspectFinding<Pick<Relationship, "tier" | "points">> {
  const aspect = "tier";
  const last = memberships?.at(-1);
  if (last === undefined) {
    const isUnknown = memberships === undefined;
    const reasons = isUnknown ? [] : [{ code: "assessment-no-member", params: {} }];
    return { aspect, values: {}, reasons, missing: isUnknown ? [notLookedUp("memberships")] : [] };
  }
  const { at, view } = last;
  const { tier: standing, balance } = view;
  const date = plainDateAt(at, zone);
  const points: Reason = { code: "assessment-points", params: { points: balance, date } };
  if (standing === undefined) {
    return { aspect, values: { points: balance }, reasons: [points], missing: [], at };
  }
  const { tier, since, heldUntil } = standing;
  if (heldUntil !== undefined && heldUntil <= asOf) {
    const ended = { tier, date: plainDateAt(heldUntil, zone) };
    const missing = [{ code: "assessment-tier-ended", params: ended }];
    return { aspect, values: { points: balance }, reasons: [points], missing, at };
  }
  const held: Reason = {
    code: "assessment-tier",
    params: { tier, since: plainDateAt(since, zone) },
  };
  return { aspect, values: { tier, points: balance }, reasons: [held, points], missing: [], at };
}
