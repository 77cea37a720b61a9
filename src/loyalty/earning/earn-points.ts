import { ok } from "../../shared/result.js";
import type { Result } from "../../shared/result.js";
import type { LoyaltyRefusal } from "../decision/loyalty-refusal.js";
import type { EarningRecord, RuleEarning, RuleNotApplied } from "../ledger/earning-record.js";
import type { TierMetric } from "../programme/tier-policy.js";
import type { RulePoints } from "./base-award.js";
import type { EarnedLot, EarnedPoints } from "./earned-points.js";
import type {
  EarningFacts,
  EarningOccasion,
  EarningOptions,
  RatedTier,
} from "./earning-occasion.js";
import { earningSituation } from "./earning-situation.js";
import type { EarningSituation } from "./earning-situation.js";
import { addPoints, pointsText, roundedPoints, timesFraction } from "./exact-points.js";
import type { ExactPoints } from "./exact-points.js";
import { capUsesOf, grantPoints } from "./granted-points.js";
import type { EarningLimits } from "./granted-points.js";
import { splitByWeights, wholePoints } from "./largest-remainder.js";
import type { WhyNotByRule } from "./rule-selection.js";
import { tierRating } from "./tier-rating.js";

type Changeable<Shape> = { -readonly [Field in keyof Shape]: Shape[Field] };

/**
 * How many points does an order or activity earn, by which rules, and why not by the others (LOY-3)?
 *
 * In this order:
 * - rules of the occasion's trigger are judged by its moment on the programme's clock; windows of days are inclusive,
 * those of hours end before their last minute;
 * - each rule that applies counts its lines. A line that is wholly paid by points does not earn, of one that is partly
 * paid the rest does, unless the policy says otherwise;
 * - of each group the rule that gives most stays; then an exclusive rule leaves no other of its kind, multipliers
 * included; then multipliers scale what is left on their lines;
 * - the total of each kind is rounded once; the whole points go back to rules, and from rules to lines, by largest
 * remainder;
 * - caps of the rule, the campaign, the member, then the budget hold back what is above them, rule by rule.
 *
 * Rules of other triggers are not judged and not listed. An order or activity is one grant of each cap, however many of
 * its rules share the cap. What one order earns never depends on anything but what is given here.
 *
 * @param occasion - What happened, with amounts in the programme's currency.
 * @param facts - The member, before it.
 * @param options - The programme; what is left of budgets; `trace: "applied"` leaves out why rules did not apply.
 * @returns The points with their explanation; or the refusal of more than 2^53 - 1 points.
 * @throws RangeError where a quantity, an amount, a budget or the shares of tiers are out of their range.
 * @example
 * ```ts
 * import { earnPoints, loyaltyProgramme } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const programme = loyaltyProgramme({
 *   id: "beans",
 *   version: 1,
 *   zone: timeZone("Europe/London"),
 *   currency: "GBP",
 *   kinds: [{ id: "beans", purpose: "redeemable" }],
 *   earning: [
 *     { id: "pound", kind: "beans", trigger: "order", award: { form: "per-amount", points: 1, per: 100 } },
 *   ],
 * });
 * const lines = [{ id: "1", product: "coffee", quantity: 1, amount: 1999 }];
 * const order = { trigger: "order", at: instant("2026-03-02T09:00:00Z"), lines };
 * const earned = earnPoints(order, {}, { programme });
 * earned.ok && earned.value.lots; // => [{ kind: "beans", points: 19, earnedBy: ["pound"] }]
 * ```
 */
export function earnPoints(
  occasion: EarningOccasion,
  facts: EarningFacts,
  options: EarningOptions,
): Result<EarnedPoints, LoyaltyRefusal> {
  const tiers = facts.tiers ?? [];
  requireShares(tiers);
  const situation = earningSituation(occasion, facts, options);
  const { points, whyNot } = tierRating(situation, tiers);
  const wanted = wholeByRule(points, situation);
  if (typeof wanted === "string") {
    return { ok: false, error: { code: "too-many-points", kind: wanted } };
  }
  const limits: EarningLimits = {
    situation,
    left: options.left,
    capped: new Map(),
    spent: new Map(),
  };
  const rules = points.map((one, place) => ruleEarning(one, wanted[place]!, limits));
  const rated = tiers.flatMap(({ tier }) => (tier === undefined ? [] : [tier]));
  const record: EarningRecord = {
    rules,
    ...(options.trace !== "applied" && { notApplied: notAppliedOf(whyNot, options) }),
    ...(rated.length > 0 && { tiers: rated }),
    ...(limits.spent.size > 0 && { budgets: Object.fromEntries(limits.spent) }),
  };
  return ok({
    record,
    lots: earnedLots(points, rules),
    spendByLine: situation.lineBasis,
    capUses: capUsesOf(limits),
    qualifying: qualifyingAmounts(situation, rules),
  });
}

/** Whole points of each rule; the kind of which there would be too many. */
function wholeByRule(
  points: readonly RulePoints[],
  { programme }: EarningSituation,
): readonly number[] | string {
  const wanted: number[] = [];
  const { rounding } = programme.earningPolicy;
  const byKind = new Map<string, number[]>();
  for (let place = 0; place < points.length; place += 1) {
    const { kind } = points[place]!.rule;
    const places = byKind.get(kind);
    wanted.push(0);
    if (places === undefined) byKind.set(kind, [place]);
    else places.push(place);
  }
  for (const [kind, places] of byKind) {
    const whole = wholePoints(
      places.map((place) => points[place]!.exact),
      rounding,
    );
    if (whole === undefined) return kind;
    places.forEach((place, index) => (wanted[place] = whole[index]!));
  }
  return wanted;
}

function ruleEarning(one: RulePoints, wanted: number, limits: EarningLimits): RuleEarning {
  const { rule, basis, exact, weights } = one;
  const { granted, heldBack } = grantPoints(rule, wanted, limits);
  const { isOrder, lines } = limits.situation;
  const earning: Changeable<RuleEarning> = {
    rule: rule.id,
    kind: rule.kind,
    basis: roundedPoints(basis, "floor") ?? Number.MAX_SAFE_INTEGER,
    exact: pointsText(exact),
    wanted,
    granted,
  };
  if (rule.campaign !== undefined) earning.campaign = rule.campaign;
  if (heldBack !== undefined) earning.heldBack = heldBack;
  if (!isOrder) return earning;
  const byLine: Record<string, number> = {};
  if (granted > 0) {
    const parts = splitByWeights(granted, weights);
    for (let line = 0; line < parts.length; line += 1) {
      if (parts[line]! > 0) byLine[lines[line]!.id] = parts[line]!;
    }
  }
  earning.lines = byLine;
  return earning;
}

function notAppliedOf(whyNot: WhyNotByRule, { programme }: EarningOptions): RuleNotApplied[] {
  const notApplied: RuleNotApplied[] = [];
  for (let index = 0; index < whyNot.length; index += 1) {
    const why = whyNot[index];
    if (why === undefined) continue;
    const rule = programme.earning[index]!.id;
    const beaten = "beaten-by-rule:";
    notApplied.push(
      why.startsWith(beaten)
        ? { rule, why: "beaten-by-rule", by: why.slice(beaten.length) }
        : { rule, why },
    );
  }
  return notApplied;
}

/** One lot for each kind and set of terms, in the order the rules apply. */
function earnedLots(points: readonly RulePoints[], rules: readonly RuleEarning[]): EarnedLot[] {
  const lots = new Map<string, Changeable<EarnedLot> & { readonly earnedBy: string[] }>();
  for (let place = 0; place < points.length; place += 1) {
    const { id, kind, activation, expiry, burnPriority } = points[place]!.rule;
    const { granted } = rules[place]!;
    if (granted === 0) continue;
    const hasTerms = (activation ?? expiry ?? burnPriority) !== undefined;
    const name = hasTerms ? JSON.stringify([kind, activation, expiry, burnPriority]) : kind;
    const lot = lots.get(name);
    if (lot !== undefined) {
      lot.points += granted;
      lot.earnedBy.push(id);
      continue;
    }
    const terms = {
      ...(activation !== undefined && { activation }),
      ...(expiry !== undefined && { expiry }),
      ...(burnPriority !== undefined && { burnPriority }),
    };
    lots.set(name, {
      kind,
      points: granted,
      earnedBy: [id],
      ...(hasTerms && { rules: terms }),
    });
  }
  return [...lots.values()];
}

function qualifyingAmounts(
  { occasion, programme, isOrder, basis }: EarningSituation,
  rules: readonly RuleEarning[],
): EarnedPoints["qualifying"] {
  const kind = programme.tiers?.qualifyingKind;
  let points = 0;
  for (const one of rules) if (one.kind === kind) points += one.granted;
  const { visits = isOrder ? 1 : 0, nights = 0 } = occasion;
  const amounts: Partial<Record<TierMetric, number>> = {};
  if (basis > 0) amounts.spend = basis;
  if (points > 0) amounts.points = points;
  if (visits > 0) amounts.visits = visits;
  if (nights > 0) amounts.nights = nights;
  return amounts;
}

function requireShares(tiers: readonly RatedTier[]): void {
  let sum: ExactPoints = 0;
  for (const { share } of tiers) {
    const { numerator, denominator } = share;
    if (!(Number.isSafeInteger(numerator) && numerator >= 1)) sum = Infinity;
    else if (!(Number.isSafeInteger(denominator) && denominator >= 1)) sum = Infinity;
    else if (sum !== Infinity) {
      const part = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
      sum = addPoints(sum, timesFraction(1, part));
    }
  }
  if (tiers.length === 0 || sum === 1) return;
  const got = tiers.map(({ share }) => `${String(share.numerator)}/${String(share.denominator)}`);
  throw new RangeError(
    `Cannot earn points: the shares of tiers must be above 0 and sum to 1, got ${got.join(" + ")}`,
  );
}
