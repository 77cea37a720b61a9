import { allocateMoney } from "../../shared/money/allocation.js";
import { addMoney } from "../../shared/money/arithmetic.js";
import type { CurrencyCode } from "../../shared/money/currency.js";
import type { Money } from "../../shared/money/money.js";
import type { CustomerId } from "../../customer/record/customer.js";
import type { CustomerTies } from "./customer-tie.js";

/** What hangs on somebody, or on a team. */
export interface HolderSums {
  value: Money;
  customers: number;
  /** What hangs on nobody else. */
  soleValue: Money;
  readonly soleCustomers: CustomerId[];
}

/** The sums of one currency. */
export interface CurrencyTieSums {
  total: Money;
  customers: number;
  untied: Money;
  readonly untiedCustomers: CustomerId[];
  single: Money;
  readonly singleCustomers: CustomerId[];
  readonly employees: Map<string, HolderSums>;
  readonly teams: Map<string, HolderSums>;
}

/** Nothing of a currency. */
export function noTies(currency: CurrencyCode): CurrencyTieSums {
  const none = { amount: 0, currency };
  return {
    total: none,
    customers: 0,
    untied: none,
    untiedCustomers: [],
    single: none,
    singleCustomers: [],
    employees: new Map(),
    teams: new Map(),
  };
}

/** Takes in one customer. */
export function addTies(sums: CurrencyTieSums, { customer, value, ties }: CustomerTies): void {
  sums.total = addMoney(sums.total, value);
  sums.customers += 1;
  if (ties.length === 0) {
    sums.untied = addMoney(sums.untied, value);
    sums.untiedCustomers.push(customer);
    return;
  }
  if (ties.length === 1) {
    sums.single = addMoney(sums.single, value);
    sums.singleCustomers.push(customer);
  }
  // The order decides who gets the odd minor unit, so it must not be that of the row.
  const sorted = ties.toSorted((a, b) => (a.employee < b.employee ? -1 : 1));
  const parts = allocateMoney(
    value,
    sorted.map(({ weight = 1 }) => weight),
  );
  const byTeam = new Map<string, Money>();
  for (const [index, { employee, team }] of sorted.entries()) {
    const part = parts[index]!;
    addHolder(sums.employees, employee, { customer, part, sole: ties.length === 1 });
    if (team === undefined) continue;
    const known = byTeam.get(team);
    byTeam.set(team, known === undefined ? part : addMoney(known, part));
  }
  const isOneTeam = byTeam.size === 1 && ties.every(({ team }) => team !== undefined);
  for (const [team, part] of byTeam) {
    addHolder(sums.teams, team, { customer, part, sole: isOneTeam });
  }
}

function addHolder(
  holders: Map<string, HolderSums>,
  name: string,
  { customer, part, sole }: { customer: CustomerId; part: Money; sole: boolean },
): void {
  const none = { amount: 0, currency: part.currency };
  const known = holders.get(name) ?? {
    value: none,
    customers: 0,
    soleValue: none,
    soleCustomers: [],
  };
  known.value = addMoney(known.value, part);
  known.customers += 1;
  if (sole) {
    known.soleValue = addMoney(known.soleValue, part);
    known.soleCustomers.push(customer);
  }
  holders.set(name, known);
}
