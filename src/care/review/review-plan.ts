import { aggregate, requireSameConfiguration, type Aggregation } from "../../shared/aggregation.js";
import { currencyMinorDigits, type CurrencyCode } from "../../shared/money/currency.js";
import type { Reason } from "../../shared/reason.js";
import { compareText } from "../../shared/text-order.js";
import type { CareActionState } from "../plan/care-action.js";
import type { CareOutcome, CareOutcomeItem } from "./care-outcome.js";
import type { PlanReview, ReviewDimension, ReviewPart } from "./plan-review.js";
import { requireReviewPolicy } from "./require-review-policy.js";
import type { ReviewAccumulator, ReviewPartCounts } from "./review-accumulator.js";
import { reviewPart } from "./review-effect.js";
import { DEFAULT_REVIEW_POLICY, type ReviewPolicy } from "./review-policy.js";
import { reviewSuggestions } from "./review-suggestions.js";
import {
  addCustomer,
  addStates,
  emptyTally,
  mergeTallies,
  type AmountReader,
} from "./review-tally.js";

/** How a plan is reviewed. */
export interface ReviewPlanOptions {
  /** The currency of all costs and values. */
  readonly currency: CurrencyCode;
  /**
   * Whose outcomes count among the customers with care: of actions that were `done`, or of all that were
   * `planned` and came to an end, done or not. The second keeps both groups alike where what was not done depends on
   * the customer. `done` when absent.
   */
  readonly basis?: PlanReview["basis"];
  /** What counts as enough; {@link DEFAULT_REVIEW_POLICY} when absent. */
  readonly policy?: ReviewPolicy;
}

const VERSION = 1;

const ALL = "all:all";

/**
 * What came of a plan of care, against customers without it, and what to adjust (CARE-10)?
 *
 * A customer counts once in each part (everything, a rule, a kind, an occasion, a class): as one who responded where
 * they did at least once, with the mean of their satisfaction and the sum of what they bought. What is unknown is not
 * counted. The effect is the difference to the control group, with its interval; a response has a cost where the
 * response is higher beyond chance. Each interval stands alone: of twenty rules without any effect one looks as if it
 * had one.
 *
 * @remarks Shares: the hybrid score interval of Newcombe (1998); means: Welch (1947).
 * @param outcomes - One row a customer, as {@link careOutcomes} makes them; treated and held out by chance.
 * @param options - The currency, whose outcomes count, and the policy.
 * @returns The review; with too few customers it says so.
 * @throws RangeError when an amount is in another currency, a satisfaction is no finite number, or the policy is out of
 * range.
 * @example
 * ```ts
 * import { reviewPlan } from "goodwill/care";
 *
 * const { all } = reviewPlan([], { currency: "EUR" });
 * all.effect.lacks.map(({ code }) => code); // => ["review-few-customers", "review-few-customers"]
 * ```
 */
export function reviewPlan(
  outcomes: Iterable<CareOutcome>,
  options: ReviewPlanOptions,
): PlanReview {
  return aggregate(outcomes, reviewCombine(options));
}

/**
 * The review of a plan as an aggregation, to be run in parts and merged.
 *
 * All items of a customer belong into one row. Merging in another order may differ in the last digits of means.
 *
 * @param options - As for {@link reviewPlan}.
 * @returns The aggregation; rows are outcomes.
 * @throws RangeError when the policy is out of range.
 * @example
 * ```ts
 * import { reviewCombine } from "goodwill/care";
 *
 * const review = reviewCombine({ currency: "EUR", basis: "planned" });
 * review.extractOutput(review.createAccumulator()).all.treated.customers; // => 0
 * ```
 */
export function reviewCombine(
  options: ReviewPlanOptions,
): Aggregation<CareOutcome, ReviewAccumulator, PlanReview> {
  const { currency, basis = "done" } = options;
  currencyMinorDigits(currency);
  const policy = requireReviewPolicy(options.policy ?? DEFAULT_REVIEW_POLICY);
  const configuration = JSON.stringify([currency, basis]);
  const empty = (): ReviewAccumulator => ({
    ...{ version: VERSION, configuration },
    parts: { [ALL]: emptyTally() },
  });
  return {
    createAccumulator: empty,
    addInput: (accumulator, outcome) => addOutcome(accumulator, { outcome, basis, currency }),
    mergeAccumulators: (a, b) => {
      requireSameConfiguration("review", [empty(), a, b]);
      const parts: Record<string, ReviewPartCounts> = { ...a.parts };
      for (const [key, tally] of Object.entries(b.parts))
        parts[key] = mergeTallies(parts[key] ?? emptyTally(), tally);
      // What is only in one of both is copied too: neither may change with the merged one.
      for (const [key, tally] of Object.entries(a.parts))
        if (parts[key] === tally) parts[key] = mergeTallies(tally, emptyTally());
      return { version: VERSION, configuration, parts };
    },
    extractOutput: ({ parts }) => reviewOf(parts, { currency, basis, policy }),
  };
}

function addOutcome(
  accumulator: ReviewAccumulator,
  {
    outcome,
    basis,
    currency,
  }: Required<Pick<ReviewPlanOptions, "basis" | "currency">> & { readonly outcome: CareOutcome },
): ReviewAccumulator {
  const amountOf: AmountReader = (item, field) => {
    const money = item[field];
    if (money === undefined) return undefined;
    if (money.currency === currency) return money.amount;
    throw new RangeError(
      `Cannot review a plan: the ${field} must be in ${currency}, got ${money.currency} of customer ${JSON.stringify(outcome.customer)}`,
    );
  };
  const { group } = outcome;
  const { parts } = accumulator;
  for (const [key, items] of itemsByPart(outcome)) {
    const tally = (parts[key] ??= emptyTally());
    addStates(tally, items);
    const counted = items.filter(
      ({ state, transactional = false }) =>
        !transactional && (group === "control" || hasPart(state, basis)),
    );
    if (counted.length > 0) addCustomer(tally[group], { items: counted, amountOf });
  }
  return accumulator;
}

/** What is still to come counts on neither basis. */
function hasPart(state: CareActionState | undefined, basis: PlanReview["basis"]): boolean {
  if (basis === "done") return state === "done";
  return state !== undefined && state !== "planned" && state !== "due";
}

/** The items of a customer by the parts they belong to. */
function itemsByPart({ items, valueClass }: CareOutcome): Map<string, readonly CareOutcomeItem[]> {
  const byPart = new Map<string, CareOutcomeItem[]>([[ALL, [...items]]]);
  if (valueClass !== undefined) byPart.set(`class:${valueClass}`, [...items]);
  for (const item of items) {
    for (const by of ["rule", "kind", "occasion"] as const) {
      const name = item[by];
      if (name === undefined) continue;
      const key = `${by}:${name}`;
      const own = byPart.get(key);
      if (own === undefined) byPart.set(key, [item]);
      else own.push(item);
    }
  }
  return byPart;
}

function reviewOf(
  tallies: Readonly<Record<string, ReviewPartCounts>>,
  { currency, basis, policy }: Required<ReviewPlanOptions>,
): PlanReview {
  const parts = Object.entries(tallies).map(([key, tally]) => {
    const colon = key.indexOf(":");
    const by = key.slice(0, colon) as ReviewDimension;
    return reviewPart(tally, { by, name: key.slice(colon + 1), policy });
  });
  const of = (by: ReviewDimension): ReviewPart[] =>
    parts.filter((part) => part.by === by).sort((a, b) => compareText(a.name, b.name));
  const [all] = of("all") as [ReviewPart];
  const rules = of("rule");
  return {
    ...{ currency, basis, all, rules },
    ...{ kinds: of("kind"), occasions: of("occasion"), classes: of("class") },
    suggestions: reviewSuggestions(rules, policy),
    notes: responseNotes(all, policy),
  };
}

/** Whether the response is surely outside of what is normal (EXP-11). */
function responseNotes(
  { treated }: ReviewPart,
  { normalResponse }: ReviewPolicy,
): readonly Reason[] {
  const { responseShare: share, responseInterval: interval } = treated;
  if (share === undefined || interval === undefined) return [];
  const params = { share, ...normalResponse };
  if (interval.lower > normalResponse.upper)
    return [{ code: "review-response-above-normal", params }];
  if (interval.upper < normalResponse.lower)
    return [{ code: "review-response-below-normal", params }];
  return [];
}
