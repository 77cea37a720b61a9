import { isCurrencyCode } from "../../shared/money/currency.js";
import type { ActivationRule } from "./activation-rule.js";
import type { ExpiryRule } from "./expiry-rule.js";
import type { PointKind } from "./point-kind.js";
import {
  refuseField,
  requireChoice,
  requireIds,
  requireKnown,
  requireName,
  requireSome,
  requireWhole,
  requireWholeIfAny,
} from "./require-field.js";
import type { ProgrammeNames } from "./require-field.js";

/** Refuses kinds of points that cannot be used. */
export function requireKinds(kinds: readonly PointKind[], names: ProgrammeNames): void {
  requireSome("kinds", kinds);
  requireIds("kinds", kinds);
  for (const [index, kind] of kinds.entries()) requireKind(`kinds[${String(index)}]`, kind, names);
}

function requireKind(path: string, kind: PointKind, { tiers }: ProgrammeNames): void {
  const { purpose, burnPriority, activation, expiry, expiryByTier, value } = kind;
  requireChoice(`${path}.purpose`, purpose, ["redeemable", "promotional", "qualifying", "partner"]);
  requireBurnPriority(`${path}.burnPriority`, burnPriority);
  requireActivation(`${path}.activation`, activation);
  requireExpiry(`${path}.expiry`, expiry);
  for (const [tier, rule] of Object.entries(expiryByTier ?? {})) {
    requireKnown(`${path}.expiryByTier`, tier, { known: tiers, what: "by tiers" });
    requireExpiry(`${path}.expiryByTier.${tier}`, rule);
  }
  if (value !== undefined) {
    requireWhole(`${path}.value.points`, value.points, { least: 1 });
    requireWhole(`${path}.value.amount`, value.amount, { least: 1 });
    if (!isCurrencyCode(value.currency)) {
      refuseField(`${path}.value.currency`, "a currency", value.currency);
    }
  }
  requireWholeIfAny(`${path}.reinstatementDays`, kind.reinstatementDays, 1);
}

/** Refuses a place in the burn order that is no integer. */
export function requirePriority(path: string, priority: number | undefined): void {
  if (priority !== undefined && !Number.isSafeInteger(priority)) {
    throw new RangeError(
      `Cannot use a programme: ${path} must be an integer, got ${String(priority)}`,
    );
  }
}

/** Refuses a place in the burn order that does not sort: an integer from -99,999 to 99,999. */
export function requireBurnPriority(path: string, priority: number | undefined): void {
  if (priority === undefined || (Number.isInteger(priority) && Math.abs(priority) < 100_000))
    return;
  refuseField(path, "an integer from -99999 to 99999", priority);
}

/** Refuses an activation that never comes or comes before the points. */
export function requireActivation(path: string, rule: ActivationRule | undefined): void {
  if (rule === undefined) return;
  requireChoice(`${path}.kind`, rule.kind, ["at-once", "after-days", "on-confirmation"]);
  if (rule.kind === "after-days") requireWhole(`${path}.days`, rule.days, { least: 1 });
  if (rule.kind === "on-confirmation") requireName(`${path}.action`, rule.action);
}

/** Refuses an expiry that has no day. */
export function requireExpiry(path: string, rule: ExpiryRule | undefined): void {
  if (rule === undefined) return;
  requireChoice(`${path}.kind`, rule.kind, ["never", "rolling", "yearly", "inactivity"]);
  if (rule.kind === "yearly") {
    requireWhole(`${path}.month`, rule.month, { least: 1, most: 12 });
    requireWhole(`${path}.day`, rule.day, { least: 1, most: 31 });
    requireWholeIfAny(`${path}.minimumDays`, rule.minimumDays, 0);
  } else if (rule.kind !== "never") {
    requireWhole(`${path}.count`, rule.count, { least: 1 });
    requireChoice(`${path}.unit`, rule.unit, ["days", "months"]);
    const { through = "day" } = rule;
    requireChoice(`${path}.through`, through, ["day", "week", "month", "quarter", "year"]);
  }
}
