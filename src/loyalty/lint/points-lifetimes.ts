// How long points last, from the day they are earned. Internal: not part of the package's surface.

import { addDays, daysBetween } from "../../shared/time/date-arithmetic.js";
import { plainDate } from "../../shared/time/plain-date.js";
import type { PlainDate } from "../../shared/time/plain-date.js";
import type { ActivationRule } from "../programme/activation-rule.js";
import { lastDayOfPoints } from "../programme/expiry-rule.js";
import type { ExpiryRule } from "../programme/expiry-rule.js";
import type { LoyaltyProgramme } from "../programme/programme.js";
import { mayApply } from "./rule-scope.js";

/** Terms points of a kind can be issued under, and where they stand. */
export interface PlacedExpiry {
  /** The place in the programme. */
  readonly where: string;
  /** Until when they last. */
  readonly expiry: ExpiryRule;
  /** From when they can be spent. */
  readonly activation: ActivationRule | undefined;
}

/** All terms points of a kind can be issued under: the kind's, by tier, and those of rules. */
export function expiriesOf(programme: LoyaltyProgramme, id: string): readonly PlacedExpiry[] {
  const { kinds, earning } = programme;
  const index = kinds.findIndex((kind) => kind.id === id);
  const { activation, expiry = { kind: "never" }, expiryByTier = {} } = kinds[index]!;
  const where = `kinds[${String(index)}]`;
  const own: PlacedExpiry[] = [
    { where, expiry, activation },
    ...Object.entries(expiryByTier).map(([tier, byTier]) => ({
      where: `${where}.expiryByTier.${tier}`,
      expiry: byTier,
      activation,
    })),
  ];
  const ofRules = earning.flatMap((rule, place): PlacedExpiry[] => {
    const changes = rule.activation ?? rule.expiry;
    if (rule.kind !== id || changes === undefined || !mayApply(rule)) return [];
    const at = { where: `earning[${String(place)}]`, activation: rule.activation ?? activation };
    if (rule.expiry !== undefined) return [{ ...at, expiry: rule.expiry }];
    return own.map((one) => ({ ...at, expiry: one.expiry }));
  });
  return [...own, ...ofRules];
}

const SAMPLE_START = plainDate("2027-01-01");
/** Four years with a leap day: all lengths of months, all weekdays at month ends. */
const SAMPLE_DAYS = 1461;

/** Every day of four years points can be earned on. */
export function* sampleDays(): Generator<PlainDate, void> {
  for (let day = 0; day < SAMPLE_DAYS; day += 1) yield addDays(SAMPLE_START, day);
}

/** Days points last after the day they are earned on, at the least and at the most; infinite for ever. */
export function lifetimesOf(rule: ExpiryRule): {
  readonly shortest: number;
  readonly longest: number;
} {
  // An activity moves the end on: there is no telling how long points last at the most.
  const isMovable = rule.kind === "never" || rule.kind === "inactivity";
  let shortest = Infinity;
  let longest = isMovable ? Infinity : 0;
  if (rule.kind === "never") return { shortest, longest };
  for (const day of sampleDays()) {
    const days = daysBetween(day, lastDayOfPoints(day, rule)!);
    shortest = Math.min(shortest, days);
    longest = Math.max(longest, days);
  }
  return { shortest, longest };
}
