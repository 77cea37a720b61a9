import type { Reason } from "../../shared/reason.js";
import type { RejectedRow } from "../../shared/rows.js";
import type { PortfolioCustomer } from "./portfolio-customer.js";
import { DEFAULT_PORTFOLIO_POLICY } from "./portfolio-policy.js";
import type { PortfolioPolicy } from "./portfolio-policy.js";
import { requirePortfolioPolicy } from "./portfolio-policy-check.js";
import type { PortfolioPart } from "./portfolio-part.js";
import { siftPortfolio } from "./portfolio-rows.js";
import { portfolioScores } from "./portfolio-score.js";
import type { PortfolioScore } from "./portfolio-score.js";

/** A customer with its class. */
export interface ClassifiedCustomer {
  /** The host's id of the customer. */
  readonly customer: string;
  /** The class. */
  readonly class: string;
  /** Place among the customers, 1 for the best. */
  readonly rank: number;
  /** Weighted mean of the criteria, each divided by its mean: 1 is the average customer. */
  readonly score: number;
  /** Part of the sum of the scores, 0 to 1; 0 when all scores are. */
  readonly share: number;
  /** What the customers before it hold of the sum (or of the number) of customers, 0 to 1: what the class hangs on. */
  readonly shareBefore: number;
  /** What each known criterion gives to the score. */
  readonly parts: readonly PortfolioPart[];
  /** Why this class, and which criteria are unknown. */
  readonly reasons: readonly Reason[];
}

/** A class of customers in sum. */
export interface PortfolioClass {
  /** The class's name. */
  readonly name: string;
  /** How many customers. */
  readonly customers: number;
  /** Part of all customers, 0 to 1. */
  readonly customerShare: number;
  /** Part of the sum of the scores, 0 to 1. */
  readonly share: number;
  /** Sums of the figures by criterion. */
  readonly figures: Readonly<Record<string, number>>;
}

/** A portfolio of customers in classes. */
export interface PortfolioClasses {
  /** The customers from the best, equals by id. */
  readonly customers: readonly ClassifiedCustomer[];
  /** The classes, in the order of the policy, empty ones too. */
  readonly classes: readonly PortfolioClass[];
  /** The customers that cannot be judged, with position and what is wrong. */
  readonly rejected: readonly RejectedRow[];
}

/** A share is reached when less than this is missing: sums of fractions are not exact in the last digits. */
const SLACK_SHARE = 1e-12;

/**
 * Which customers carry the business: class A, B or C (VAL-1)?
 *
 * Each criterion is divided by its mean (or ranks are, see the policy), so that 1 is the average customer, and the
 * score is the weighted mean of what is known of a customer. Customers stand by score, the best first, equals by id.
 * A customer belongs to the first class whose end the customers *before* it have not reached: A while they hold less
 * than 0.8 of the sum of the scores, so that the customer who crosses the line still belongs to A. With `rank-share`
 * the same holds for the number of customers. Where all scores are 0, everybody is in the last class.
 *
 * An unknown figure is neither 0 nor the mean: the weights of the known ones are spread over them, and a reason says
 * so. A customer is handed back when its id is blank or was there before, a figure is below 0, or none is known.
 *
 * @param customers - The customers with their figures, each customer once.
 * @param policy - What differs from {@link DEFAULT_PORTFOLIO_POLICY}.
 * @returns The customers with class and reasons, the classes in sum, and who was handed back.
 * @throws RangeError when weights or classes of the policy are not valid.
 * @example
 * ```ts
 * import { portfolioClasses } from "goodwill/value";
 *
 * const customers = [
 *   { customer: "a", figures: { revenue: 700 } },
 *   { customer: "b", figures: { revenue: 50 } },
 *   { customer: "c", figures: { revenue: 200 } },
 *   { customer: "d", figures: { revenue: 50 } },
 * ];
 * const portfolio = portfolioClasses(customers, { criteria: [{ name: "revenue", weight: 1 }] });
 * portfolio.customers.map((one) => [one.customer, one.class]); // => [["a", "A"], ["c", "A"], ["b", "B"], ["d", "C"]]
 * portfolio.classes[0]?.figures; // => { revenue: 900 }
 * ```
 */
export function portfolioClasses(
  customers: Iterable<PortfolioCustomer>,
  policy: Partial<PortfolioPolicy> = {},
): PortfolioClasses {
  const rule = { ...DEFAULT_PORTFOLIO_POLICY, ...policy };
  requirePortfolioPolicy(rule);
  const { accepted, rejected } = siftPortfolio(customers, rule.criteria);
  // A stable sort keeps equals in the order of their ids.
  const ranked = portfolioScores(accepted, rule).toSorted((a, b) => b.measure - a.measure);
  let total = 0;
  for (const { measure } of ranked) total += measure;
  let before = 0;
  const classified = ranked.map((one, i) => {
    const shareOfValue = total === 0 ? 1 : before / total;
    before += one.measure;
    const shareBefore = rule.by === "value-share" ? shareOfValue : i / ranked.length;
    return classify(one, { rank: i + 1, shareBefore, total, rule });
  });
  return { customers: classified, classes: classesOf(classified, rule), rejected };
}

function classify(
  { customer, score, parts, unknown, measure }: PortfolioScore,
  place: {
    readonly rank: number;
    readonly shareBefore: number;
    readonly total: number;
    readonly rule: PortfolioPolicy;
  },
): ClassifiedCustomer {
  const { rank, shareBefore, total, rule } = place;
  const { classes, by } = rule;
  const found =
    classes.find(({ untilShare }) => shareBefore < untilShare - SLACK_SHARE) ??
    classes[classes.length - 1]!;
  const id = customer.customer;
  const until = found.untilShare;
  const params = { customer: id, class: found.name, rank, before: shareBefore, until };
  return {
    customer: id,
    class: found.name,
    rank,
    score,
    share: total === 0 ? 0 : measure / total,
    shareBefore,
    parts,
    reasons: [
      { code: by === "value-share" ? "class-by-value-share" : "class-by-rank-share", params },
      ...unknown.map((criterion) => ({
        code: "criterion-unknown",
        params: { customer: id, criterion },
      })),
    ],
  };
}

function classesOf(
  customers: readonly ClassifiedCustomer[],
  { classes, criteria }: PortfolioPolicy,
): PortfolioClass[] {
  return classes.map(({ name }) => {
    const members = customers.filter((one) => one.class === name);
    const figures = Object.fromEntries(criteria.map((criterion) => [criterion.name, 0]));
    let share = 0;
    for (const member of members) {
      share += member.share;
      for (const { criterion, figure } of member.parts) figures[criterion]! += figure;
    }
    const customerShare = customers.length === 0 ? 0 : members.length / customers.length;
    return { name, customers: members.length, customerShare, share, figures };
  });
}
