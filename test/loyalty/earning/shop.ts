import {
  earnPoints,
  loyaltyProgramme,
  type EarnedPoints,
  type EarningCondition,
  type EarningFacts,
  type EarningLine,
  type EarningOccasion,
  type EarningOptions,
  type EarningPolicy,
  type EarningRule,
  type LoyaltyProgramme,
  type LoyaltyProgrammeDefinition,
} from "goodwill/loyalty";
import { instant, timeZone } from "goodwill/shared";

export const POLICY: EarningPolicy = {
  paidByPoints: "does-not-earn",
  multipliers: "add",
  rounding: "floor",
};

/** A rule of the kind `points` for orders: a point a pound unless something else is said. */
export function rule(id: string, said: Partial<EarningRule> = {}): EarningRule {
  const award = { form: "per-amount", points: 1, per: 100 } as const;
  return { id, kind: "points", trigger: "order", award, ...said };
}

/** A multiplier of the kind `points`. */
export function times(
  id: string,
  [numerator, denominator]: readonly [number, number],
  said: Partial<EarningRule> = {},
): EarningRule {
  return rule(id, { award: { form: "multiplier", factor: { numerator, denominator } }, ...said });
}

export function programmeOf(
  earning: readonly EarningRule[],
  said: Partial<LoyaltyProgrammeDefinition> = {},
): LoyaltyProgramme {
  return loyaltyProgramme({
    id: "shop",
    version: 1,
    zone: timeZone("Europe/London"),
    currency: "GBP",
    kinds: [
      { id: "points", purpose: "redeemable" },
      { id: "miles", purpose: "qualifying" },
    ],
    earning,
    tiers: {
      tiers: [
        { id: "silver" },
        { id: "gold", reach: { all: [{ metric: "spend", atLeast: 10_000 }] } },
      ],
      qualifyingKind: "miles",
      period: { kind: "lifetime" },
      upgrade: "at-once",
      keepThrough: "this-period",
      landing: "qualified-tier",
      crossing: "split",
    },
    clubs: [{ id: "roasters" }],
    ...said,
  });
}

export function line(id: string, amount: number, said: Partial<EarningLine> = {}): EarningLine {
  return { id, product: `product-${id}`, quantity: 1, amount, ...said };
}

/** An order of one line of 19.99 on Friday, 13 February 2026 at noon. */
export function order(said: Partial<EarningOccasion> = {}): EarningOccasion {
  return {
    trigger: "order",
    at: instant("2026-02-13T12:00:00Z"),
    lines: [line("a", 1999)],
    ...said,
  };
}

export interface Asked {
  readonly occasion?: EarningOccasion;
  readonly facts?: EarningFacts;
  readonly policy?: Partial<EarningPolicy>;
  readonly programme?: Partial<LoyaltyProgrammeDefinition>;
  readonly options?: Partial<EarningOptions>;
}

export function earn(
  rules: readonly EarningRule[],
  { occasion = order(), facts = {}, policy, programme, options }: Asked = {},
): EarnedPoints {
  const said = { earningPolicy: { ...POLICY, ...policy }, ...programme };
  const earned = earnPoints(occasion, facts, { programme: programmeOf(rules, said), ...options });
  if (!earned.ok) throw new Error(JSON.stringify(earned.error));
  return earned.value;
}

/** All points of a kind. */
export function total({ lots }: EarnedPoints, kind = "points"): number {
  return lots.filter((lot) => lot.kind === kind).reduce((sum, { points }) => sum + points, 0);
}

/** Granted points by rule. */
export function granted({ record }: EarnedPoints): Record<string, number> {
  return Object.fromEntries(record.rules.map((one) => [one.rule, one.granted]));
}

/** Why a rule with this condition does not apply; `undefined` where it does. */
export function whyNot(when: EarningCondition, asked: Asked = {}): string | undefined {
  const { record } = earn([rule("one", { when })], asked);
  return record.notApplied?.[0]?.why;
}
