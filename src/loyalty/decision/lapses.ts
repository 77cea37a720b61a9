import { addDays } from "../../shared/time/date-arithmetic.js";
import type { Instant } from "../../shared/time/instant.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import { plainDateAt, startOfDay } from "../../shared/time/time-zone.js";
import type { TimeZone } from "../../shared/time/time-zone.js";
import type { LapseMoved } from "../ledger/event-base.js";
import { lastDayOfPoints } from "../programme/expiry-rule.js";
import type { ExpiryRule } from "../programme/expiry-rule.js";
import type { PointKind } from "../programme/point-kind.js";
import type { Decision } from "./decision.js";

/** When the points of each kind that lapse by inactivity lapse, now that the member is active. */
export function lapsesAfterActivity({ state, command, options }: Decision): LapseMoved[] {
  const { kinds, zone } = options.programme;
  const day = plainDateAt(command.occurredAt, zone);
  return kinds.flatMap((kind) => {
    const rule = inactivityRule(kind, state.tier?.tier);
    if (rule === undefined) return [];
    return [{ kind: kind.id, at: startAfter(lastDayOfPoints(day, rule)!, zone) }];
  });
}

/** The rule for what a member of a tier is issued of a kind. */
export function expiryRuleOf(kind: PointKind, tier: string | undefined): ExpiryRule {
  const byTier = tier === undefined ? undefined : kind.expiryByTier?.[tier];
  return byTier ?? kind.expiry ?? { kind: "never" };
}

/** The member's tier may have another rule by now; points that lapse by inactivity keep the kind's first one. */
function inactivityRule(kind: PointKind, tier: string | undefined): ExpiryRule | undefined {
  const rules = [expiryRuleOf(kind, tier), kind.expiry, ...Object.values(kind.expiryByTier ?? {})];
  return rules.find((rule) => rule?.kind === "inactivity");
}

/** The first moment after a day in a zone: "through D" is inclusive. */
export function startAfter(day: PlainDate, zone: TimeZone): Instant {
  return startOfDay(addDays(day, 1), zone);
}
