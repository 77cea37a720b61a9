import type { CurrencyCode } from "../../shared/money/currency.js";
import type { ConsistencyPolicy } from "./consistency-policy.js";
import { amountIn, toleranceOf } from "./price-rate.js";
import type { SaidGroup } from "./said-group.js";

// What the other statements are held against. Internal: not part of the package's surface.

/** A group with its amount in the currency of comparison; other values than prices have none. */
export interface ComparedGroup {
  readonly group: SaidGroup;
  readonly amount?: number;
}

/** The groups that can be compared, and prices that cannot. */
export interface ComparableGroups {
  readonly compared: readonly ComparedGroup[];
  readonly apart: readonly SaidGroup[];
}

/** What was found to hold the others against. */
export interface GroupReference {
  readonly basis: "authority" | "majority" | "none";
  readonly reference?: ComparedGroup;
}

/**
 * The groups in one currency: that of the touchpoint whose word counts, else the one most prices are said in. Prices
 * without a recorded rate into it stand apart.
 */
export function comparableGroups(
  groups: readonly SaidGroup[],
  {
    authority,
    policy,
  }: { readonly authority?: string | undefined; readonly policy: ConsistencyPolicy },
): ComparableGroups {
  const currency = mainCurrency(groups, authority);
  const compared: ComparedGroup[] = [];
  const apart: SaidGroup[] = [];
  for (const group of groups) {
    const { value } = group;
    if (value.kind !== "money" || currency === undefined) compared.push({ group });
    else {
      const amount = amountIn(value.money, { currency, rates: policy.rates });
      if (amount === undefined) apart.push(group);
      else compared.push({ group, amount });
    }
  }
  return { compared, apart };
}

/**
 * The value said by the touchpoint whose word counts; else the value with which most statements agree. Where two values
 * are agreed with equally often, but not by the same, there is none.
 */
export function referenceOf(
  compared: readonly ComparedGroup[],
  {
    authority,
    policy,
  }: { readonly authority?: string | undefined; readonly policy: ConsistencyPolicy },
): GroupReference {
  const spoken = compared.find(
    ({ group }) => authority !== undefined && group.touchpoints.includes(authority),
  );
  if (spoken !== undefined) return { basis: "authority", reference: spoken };
  const supported = supportOf(compared, policy.priceToleranceShare);
  const [first, ...others] = supported.toSorted((a, b) => b.support - a.support);
  if (first === undefined) return { basis: "none" };
  const isTied = others.some(
    ({ support, reach }) => support === first.support && reach !== first.reach,
  );
  return isTied ? { basis: "none" } : { basis: "majority", reference: first.one };
}

/** Whether a value agrees with the reference. */
export function agreesWith(
  one: ComparedGroup,
  {
    reference,
    toleranceShare,
  }: { readonly reference: ComparedGroup; readonly toleranceShare: number },
): boolean {
  if (one.group.key === reference.group.key) return true;
  if (one.amount === undefined || reference.amount === undefined) return false;
  return Math.abs(one.amount - reference.amount) <= toleranceOf(reference.amount, toleranceShare);
}

/** How many statements agree with each value, and which: prices by their places in the order of amounts. */
function supportOf(
  compared: readonly ComparedGroup[],
  toleranceShare: number,
): { readonly one: ComparedGroup; readonly support: number; readonly reach: string }[] {
  const prices = compared
    .filter((one) => one.amount !== undefined)
    .toSorted((a, b) => amountOf(a) - amountOf(b));
  const sums = [0];
  for (const { group } of prices) sums.push(sums.at(-1)! + group.statements);
  return compared.map((one) => {
    if (one.amount === undefined) {
      return { one, support: one.group.statements, reach: one.group.key };
    }
    const tolerance = toleranceOf(one.amount, toleranceShare);
    const low = firstPlace(prices, (amount) => amount >= one.amount! - tolerance);
    const high = firstPlace(prices, (amount) => amount > one.amount! + tolerance);
    return { one, support: sums[high]! - sums[low]!, reach: `${String(low)}-${String(high)}` };
  });
}

function amountOf({ amount }: ComparedGroup): number {
  return amount ?? 0;
}

/** The first place at which a condition holds that holds from there on. */
function firstPlace(prices: readonly ComparedGroup[], holds: (amount: number) => boolean): number {
  let low = 0;
  let high = prices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(amountOf(prices[middle]!))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function mainCurrency(
  groups: readonly SaidGroup[],
  authority: string | undefined,
): CurrencyCode | undefined {
  const sums = new Map<CurrencyCode, number>();
  for (const { value, touchpoints, statements } of groups) {
    if (value.kind !== "money") continue;
    const { currency } = value.money;
    if (authority !== undefined && touchpoints.includes(authority)) return currency;
    sums.set(currency, (sums.get(currency) ?? 0) + statements);
  }
  const [first] = [...sums].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0];
}
