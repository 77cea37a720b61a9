import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { CareBudget, CareCapacity } from "./care-budget.js";

/** Throws unless budgets and capacities make sense; a budget of 0 does. @internal */
export function requireCareBudget(
  task: string,
  {
    budget = {},
    capacities = [],
    currency,
  }: {
    readonly budget: CareBudget | undefined;
    readonly capacities: readonly CareCapacity[] | undefined;
    readonly currency: CurrencyCode;
  },
): void {
  const { plan, perCustomer, perClass = {}, perTeam = {} } = budget;
  const amounts = { plan, perCustomer };
  for (const [name, amount] of Object.entries(amounts)) {
    if (amount !== undefined) requireAmount(task, { name: `budget.${name}`, amount, currency });
  }
  for (const [name, parts] of Object.entries({ perClass, perTeam })) {
    for (const [of, amount] of Object.entries(parts)) {
      requireAmount(task, { name: `budget.${name}.${of}`, amount, currency });
    }
  }
  const seen = new Set<string>();
  for (const { owner, kind, perWeek } of capacities) {
    if (!(Number.isInteger(perWeek) && perWeek >= 0)) {
      throw new RangeError(
        `Cannot ${task}: capacities must be whole numbers of at least 0 per week, got ${String(perWeek)} for ${owner}`,
      );
    }
    const key = `${kind} ${owner}`;
    if (seen.has(key)) {
      throw new RangeError(`Cannot ${task}: capacities must name ${key} once, got it twice`);
    }
    seen.add(key);
  }
}

/** Throws unless an amount is whole, at least 0 and in this currency. @internal */
export function requireAmount(
  task: string,
  {
    name,
    amount,
    currency,
  }: { readonly name: string; readonly amount: Money; readonly currency: CurrencyCode },
): void {
  if (amount.currency !== currency) {
    throw new RangeError(
      `Cannot ${task}: ${name} must be in ${currency}, as the first rule's cost, got ${amount.currency}`,
    );
  }
  if (!(Number.isSafeInteger(amount.amount) && amount.amount >= 0)) {
    throw new RangeError(
      `Cannot ${task}: ${name} must be whole minor units, at least 0, got ${String(amount.amount)}`,
    );
  }
}
