import type { CurrencyCode } from "../../shared/money/currency.js";
import type { RejectedRow } from "../../shared/rows.js";
import { DEFAULT_CONCENTRATION_POLICY } from "./concentration-policy.js";
import type { ConcentrationPolicy } from "./concentration-policy.js";
import { concentrationWarnings } from "./concentration-warnings.js";
import type { CurrencyConcentration, TieHolder } from "./currency-concentration.js";
import type { CustomerTies } from "./customer-tie.js";
import { tieIssues } from "./tie-issues.js";
import { addTies, noTies } from "./tie-sums.js";
import type { CurrencyTieSums, HolderSums } from "./tie-sums.js";

/** How much of the value of the relationships hangs on single members of staff. */
export interface RelationshipConcentration {
  /** One entry a currency, by code: amounts in several are never summed. */
  readonly currencies: readonly CurrencyConcentration[];
  /** The rows that were not counted, with position and reasons. */
  readonly rejected: readonly RejectedRow[];
}

/** From when on a concentration is a warning. */
export interface ConcentrationOptions {
  /** The bounds; {@link DEFAULT_CONCENTRATION_POLICY} when absent. */
  readonly policy?: ConcentrationPolicy;
}

/**
 * How much of what the customers are worth hangs on one member of staff (CUS-9)?
 *
 * A customer's value is split over its ties by weight, to the minor unit and with nothing lost; odd units go by the
 * largest remainder, then by the name of the member of staff. Customers without a tie count in the total, but in
 * nobody's share. A row is handed back when a field is missing, its value is negative, no whole number or in no known
 * currency, a member of staff is blank or named twice, a weight is not above 0, or the customer was there before in
 * the same currency (the first counts).
 *
 * @remarks The index is that of Hirschman (1945, National Power and the Structure of Foreign Trade) and Herfindahl
 * (1950, Concentration in the Steel Industry); its reciprocal the numbers equivalent of Adelman (1969, Review of
 * Economics and Statistics 51:99).
 * @param ties - The customers with their value and ties, each once a currency.
 * @param options - The policy.
 * @returns The concentration by currency, and the rows handed back.
 * @throws RangeError when a bound of the policy does not lie between 0 and 1, or a sum is beyond 2^53 - 1.
 * @example
 * ```ts
 * import { customerId } from "goodwill/customer";
 * import { relationshipConcentration } from "goodwill/relationship";
 * import { money } from "goodwill/shared";
 *
 * const { currencies } = relationshipConcentration([
 *   { customer: customerId("C-1"), value: money(6000, "EUR"), ties: [{ employee: "wang" }] },
 *   { customer: customerId("C-2"), value: money(4000, "EUR"), ties: [{ employee: "wang" }, { employee: "li" }] },
 * ]);
 * const [euro] = currencies;
 * euro?.employees.map(({ name, share, atRiskShare }) => [name, share, atRiskShare]);
 * // => [["wang", 0.8, 0.6], ["li", 0.2, 0]]
 * euro?.herfindahlIndex?.toFixed(2); // => "0.68"
 * ```
 */
export function relationshipConcentration(
  ties: Iterable<CustomerTies>,
  options: ConcentrationOptions = {},
): RelationshipConcentration {
  const policy = options.policy ?? DEFAULT_CONCENTRATION_POLICY;
  requirePolicy(policy);
  const rejected: RejectedRow[] = [];
  const sums = new Map<CurrencyCode, CurrencyTieSums>();
  const seen = new Set<string>();
  let index = 0;
  for (const row of ties) {
    const issues = tieIssues(row);
    if (issues.length > 0) rejected.push({ index, row, issues });
    else {
      const { currency } = row.value;
      const key = `${currency} ${row.customer}`;
      const message = `"${row.customer}" is given twice in ${currency}`;
      if (seen.has(key)) rejected.push({ index, row, issues: [{ path: "customer", message }] });
      else {
        const known = sums.get(currency) ?? noTies(currency);
        addTies(known, row);
        sums.set(currency, known);
      }
      seen.add(key);
    }
    index += 1;
  }
  const currencies = [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, one]) => concentrationOf(currency, one, policy));
  return { currencies, rejected };
}

function concentrationOf(
  currency: CurrencyCode,
  sums: CurrencyTieSums,
  policy: ConcentrationPolicy,
): CurrencyConcentration {
  const total = sums.total.amount;
  const employees = holdersOf(sums.employees, total);
  const tied = total - sums.untied.amount;
  const index = employees.reduce((sum, { value }) => sum + (value.amount / tied) ** 2, 0);
  const [top] = employees;
  const found: Omit<CurrencyConcentration, "warnings"> = {
    currency,
    customers: sums.customers,
    total: sums.total,
    employees,
    teams: holdersOf(sums.teams, total),
    ...(tied > 0 && { herfindahlIndex: index, effectiveEmployees: 1 / index }),
    ...(tied > 0 && top?.share !== undefined && { topShare: top.share }),
    singleTieCustomers: sums.singleCustomers.toSorted(),
    singleTieValue: sums.single,
    untiedCustomers: sums.untiedCustomers.toSorted(),
    untiedValue: sums.untied,
    trace: {
      code: "value-by-employee",
      value: total,
      params: { currency },
      parts: [
        ...employees.map(({ name, value }) => ({
          code: "value-of-employee",
          value: value.amount,
          params: { employee: name },
        })),
        { code: "value-untied", value: sums.untied.amount },
      ],
    },
  };
  return { ...found, warnings: concentrationWarnings(found, policy) };
}

function holdersOf(holders: ReadonlyMap<string, HolderSums>, total: number): TieHolder[] {
  return [...holders]
    .map(([name, { customers, value, soleValue, soleCustomers }]) => ({
      name,
      customers,
      value,
      ...(total > 0 && { share: value.amount / total }),
      atRisk: soleValue,
      ...(total > 0 && { atRiskShare: soleValue.amount / total }),
      atRiskCustomers: soleCustomers.toSorted(),
    }))
    .sort((a, b) => b.value.amount - a.value.amount || (a.name < b.name ? -1 : 1));
}

function requirePolicy(policy: ConcentrationPolicy): void {
  for (const [name, bound] of Object.entries(policy) as [string, number][]) {
    if (Number.isFinite(bound) && bound >= 0 && bound <= 1) continue;
    throw new RangeError(
      `Cannot measure concentration: ${name} must lie between 0 and 1, got ${String(bound)}`,
    );
  }
}
