import type { RejectedRow, RowIssue } from "../../shared/rows.js";
import { compareText } from "../../shared/text-order.js";
import type { PortfolioCustomer } from "./portfolio-customer.js";
import type { PortfolioCriterion } from "./portfolio-policy.js";

/** What is larger is no exact number of minor units, and sums would leave the range of a double. */
const MOST = Number.MAX_SAFE_INTEGER;

/** The customers that can be judged, by id, and the others with what is wrong. @internal */
export function siftPortfolio(
  customers: Iterable<PortfolioCustomer>,
  criteria: readonly PortfolioCriterion[],
): { readonly accepted: readonly PortfolioCustomer[]; readonly rejected: readonly RejectedRow[] } {
  const accepted: PortfolioCustomer[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Set<string>();
  let index = 0;
  for (const row of customers) {
    const issues = issuesOf(row, { criteria, seen });
    if (issues.length === 0) accepted.push(row);
    else rejected.push({ index, row, issues });
    seen.add(row.customer);
    index += 1;
  }
  accepted.sort((a, b) => compareText(a.customer, b.customer));
  return { accepted, rejected };
}

/** The figure of a criterion; absent when unknown. @internal */
export function figureOf({ figures }: PortfolioCustomer, criterion: string): number | undefined {
  return Object.hasOwn(figures, criterion) ? figures[criterion] : undefined;
}

function issuesOf(
  row: PortfolioCustomer,
  {
    criteria,
    seen,
  }: { readonly criteria: readonly PortfolioCriterion[]; readonly seen: ReadonlySet<string> },
): RowIssue[] {
  const issues: RowIssue[] = [];
  const { customer } = row;
  if (typeof customer !== "string" || customer.trim() === "") {
    issues.push({ path: "customer", message: "must not be blank" });
  } else if (seen.has(customer)) {
    issues.push({ path: "customer", message: `"${customer}" is given twice` });
  }
  let isKnown = false;
  for (const { name, weight } of criteria) {
    const figure = figureOf(row, name);
    if (figure === undefined) continue;
    if (!(figure >= 0 && figure <= MOST)) {
      const message = `must be a number of at least 0, at most 2^53 - 1, got ${String(figure)}`;
      issues.push({ path: `figures.${name}`, message });
    }
    isKnown ||= weight > 0;
  }
  if (!isKnown) issues.push({ path: "figures", message: "no figure that counts is known" });
  return issues;
}
