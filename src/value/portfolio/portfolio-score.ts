import { midRanks } from "../../shared/statistics/mid-ranks.js";
import type { PortfolioCustomer } from "./portfolio-customer.js";
import type { PortfolioPart } from "./portfolio-part.js";
import type { PortfolioPolicy } from "./portfolio-policy.js";
import { figureOf } from "./portfolio-rows.js";

/** A customer's score. @internal */
export interface PortfolioScore {
  readonly customer: PortfolioCustomer;
  /** Weighted mean of the indices: 1 is the average customer. */
  readonly score: number;
  readonly parts: readonly PortfolioPart[];
  /** Criteria of which no figure is known. */
  readonly unknown: readonly string[];
  /** What is ranked and summed: the figure itself where it alone decides, so that sums are exact; else the score. */
  readonly measure: number;
}

/**
 * The scores of customers, which stand in the order of their ids so that sums are the same whatever order was given.
 *
 * @internal
 */
export function portfolioScores(
  customers: readonly PortfolioCustomer[],
  { criteria, scale }: Pick<PortfolioPolicy, "criteria" | "scale">,
): readonly PortfolioScore[] {
  const counted = criteria.filter(({ weight }) => weight > 0);
  const indices = counted.map(({ name }) => {
    const figures = customers.map((one) => figureOf(one, name));
    return indicesOf(scale === "rank" ? ranksOf(figures) : figures);
  });
  const alone = counted.length === 1 && scale === "mean";
  return customers.map((customer, i) => {
    const parts: PortfolioPart[] = [];
    const unknown: string[] = [];
    let total = 0;
    for (const [k, { weight }] of counted.entries()) {
      if (indices[k]![i] !== undefined) total += weight;
    }
    for (const [k, { name: criterion, weight }] of counted.entries()) {
      const index = indices[k]![i];
      if (index === undefined) {
        unknown.push(criterion);
        continue;
      }
      const counts = weight / total;
      const figure = figureOf(customer, criterion)!;
      parts.push({ criterion, figure, index, weight: counts, part: index * counts });
    }
    const score = parts.reduce((sum, { part }) => sum + part, 0);
    return { customer, score, parts, unknown, measure: alone ? parts[0]!.figure : score };
  });
}

/** Values divided by their mean; all 0 where the mean is. */
function indicesOf(values: readonly (number | undefined)[]): (number | undefined)[] {
  let n = 0;
  let sum = 0;
  for (const value of values) {
    if (value === undefined) continue;
    n += 1;
    sum += value;
  }
  return values.map((value) => {
    if (value === undefined || sum === 0) return value;
    return (value / sum) * n;
  });
}

/** Ranks of the values that are known. */
function ranksOf(values: readonly (number | undefined)[]): (number | undefined)[] {
  const ranks = midRanks(Float64Array.from(values.filter((value) => value !== undefined)));
  let next = 0;
  return values.map((value) => {
    if (value === undefined) return undefined;
    next += 1;
    return ranks[next - 1];
  });
}
