import { sumMoney } from "../../shared/money/arithmetic.js";
import type { Money } from "../../shared/money/money.js";
import type { Trace } from "../../shared/reason.js";
import { expectedMoney } from "./expected-money.js";
import { DEFAULT_RETENTION_AFTER_PROBLEM } from "./retention-after-problem.js";
import type {
  ProblemHandling,
  ProblemSeverity,
  RetentionAfterProblem,
} from "./retention-after-problem.js";

/** Customers with a problem. */
export interface HandledProblems {
  /** How bad it was. */
  readonly severity: ProblemSeverity;
  /** What became of it. */
  readonly handling: ProblemHandling;
  /** How many customers; at least 0. An estimate need not be whole. */
  readonly customers: number;
}

/** What is assumed, and what a customer is worth. */
export interface KeptAfterProblemsOptions {
  /** The share that buys again; {@link DEFAULT_RETENTION_AFTER_PROBLEM} when absent. */
  readonly retention?: RetentionAfterProblem;
  /** What a customer is worth; no money is said when absent. */
  readonly valuePerCustomer?: Money;
}

/** Customers with a problem, and how many are kept. */
export interface KeptCustomers extends HandledProblems {
  /** The share assumed to buy again, 0 to 1. */
  readonly retention: number;
  /** How many are expected to stay. */
  readonly kept: number;
  /** How many are expected to leave. */
  readonly lost: number;
  /** What those who leave are worth; absent where no value is given. */
  readonly lostMoney?: Money;
}

/** Customers kept and lost after problems. */
export interface KeptAfterProblems {
  /** One entry for each given, in the order given. */
  readonly rows: readonly KeptCustomers[];
  /** How many customers. */
  readonly customers: number;
  /** How many are expected to stay. */
  readonly kept: number;
  /** How many are expected to leave. */
  readonly lost: number;
  /** What those who leave are worth: the sum of the rows; absent where no value is given. */
  readonly lostMoney?: Money;
  /** How `kept` adds up from the rows. */
  readonly trace: Trace;
}

/**
 * How many customers stay after a problem, and how many leave, by how it was handled?
 *
 * @param problems - How many customers had which problem and what became of it; entries alike are not put together.
 * @param options - What is assumed, and what a customer is worth.
 * @returns The rows and their sums.
 * @throws RangeError where a number of customers is below 0, or a share is not between 0 and 1.
 * @example
 * ```ts
 * import { keptAfterProblems } from "goodwill/service";
 * import { money } from "goodwill/shared";
 *
 * const problems = [
 *   { severity: "minor", handling: "resolved-quickly", customers: 100 },
 *   { severity: "major", handling: "silent", customers: 100 },
 * ] as const;
 * const { kept, lost, lostMoney } = keptAfterProblems(problems, { valuePerCustomer: money(10000, "EUR") });
 * [kept, lost, lostMoney]; // => [104, 96, { amount: 960000, currency: "EUR" }]
 * ```
 */
export function keptAfterProblems(
  problems: readonly HandledProblems[],
  options: KeptAfterProblemsOptions = {},
): KeptAfterProblems {
  const { valuePerCustomer: value } = options;
  const rows = problems.map((problem) => keptOf(problem, options));
  const sumOf = (field: "customers" | "kept" | "lost"): number =>
    rows.reduce((sum, row) => sum + row[field], 0);
  const kept = sumOf("kept");
  const lostMoney = rows.flatMap((row) => row.lostMoney ?? []);
  return {
    rows,
    customers: sumOf("customers"),
    kept,
    lost: sumOf("lost"),
    ...(value !== undefined && { lostMoney: sumMoney(lostMoney, value.currency) }),
    trace: {
      code: "kept-after-problems",
      value: kept,
      parts: rows.map((row) => ({
        code: "kept-after-problem",
        value: row.kept,
        params: {
          severity: row.severity,
          handling: row.handling,
          customers: row.customers,
          retention: row.retention,
        },
      })),
    },
  };
}

function keptOf(
  { severity, handling, customers }: HandledProblems,
  {
    retention: assumed = DEFAULT_RETENTION_AFTER_PROBLEM,
    valuePerCustomer,
  }: KeptAfterProblemsOptions,
): KeptCustomers {
  const retention = assumed[severity]?.[handling];
  if (!(retention >= 0 && retention <= 1)) {
    throw new RangeError(
      `Cannot say who is kept: the share for ${severity}, ${handling} must lie between 0 and 1, got ${retention}`,
    );
  }
  if (!(customers >= 0 && Number.isFinite(customers))) {
    throw new RangeError(
      `Cannot say who is kept: customers must be at least 0, got ${String(customers)}`,
    );
  }
  const kept = customers * retention;
  const lost = customers - kept;
  return {
    severity,
    handling,
    customers,
    retention,
    kept,
    lost,
    ...(valuePerCustomer !== undefined && { lostMoney: expectedMoney(lost, valuePerCustomer) }),
  };
}
