// The options of a customer that can be taken at all, before any other is.

import type { SelectionCustomer, SelectionOption, SelectionUse } from "./selection-problem.js";

/** An option that can be taken, as long as nothing else is. @internal */
export interface OpenOption {
  /** Its place among the options of its slot plus 1, as the only entry: an option is a bundle of one slot. */
  readonly places: readonly [number];
  /** The effect expected, above 0. */
  readonly effect: number;
  /** What it takes of the customer's limits, each named once; in a component, of those that can be reached. */
  readonly own: readonly SelectionUse[];
  /** What it takes of the shared limits, each named once. */
  readonly shared: readonly SelectionUse[];
}

/** An option with the days it counts on for the spacing; absent where it is no contact. @internal */
export interface DatedOption extends OpenOption {
  /** The days. */
  readonly days?: readonly number[];
}

/** A slot with options that can be taken. @internal */
export interface OpenSlot {
  /** Its place among the slots of the customer. */
  readonly slot: number;
  /** The options, at least one, in their order. */
  readonly options: readonly OpenOption[];
}

/** Whether each resource is named once and something is taken of it. */
function isPlain(uses: readonly SelectionUse[]): boolean {
  for (let i = 0; i < uses.length; i += 1) {
    const { resource, amount } = uses[i]!;
    if (!(amount > 0)) return false;
    for (let j = 0; j < i; j += 1) if (uses[j]!.resource === resource) return false;
  }
  return true;
}

/** Names each resource once and leaves out those of which nothing is taken. */
function merged(uses: readonly SelectionUse[]): readonly SelectionUse[] {
  if (isPlain(uses)) return uses;
  const amounts = new Map<number, number>();
  for (const { resource, amount } of uses) {
    if (amount > 0) amounts.set(resource, (amounts.get(resource) ?? 0) + amount);
  }
  return [...amounts].map(([resource, amount]) => ({ resource, amount }));
}

function isWithin(uses: readonly SelectionUse[], limits: readonly number[], from: number): boolean {
  for (let i = 0; i < uses.length; i += 1) {
    const { resource, amount } = uses[i]!;
    if (resource >= from && amount > limits[resource]!) return false;
  }
  return true;
}

function isTooNear(
  { days = [] }: SelectionOption,
  { spacingDays = 0, pastDays = [] }: SelectionCustomer,
): boolean {
  const isNear = (day: number, other: number): boolean => Math.abs(day - other) < spacingDays;
  return days.some(
    (day, i) =>
      pastDays.some((past) => isNear(day, past)) ||
      days.some((other, j) => j < i && isNear(day, other)),
  );
}

/**
 * The options that have an effect and could be taken alone. The plan budget is not looked at: the answer must not
 * depend on it, see `selectCare`.
 * @internal
 */
export function openOptionsOf(
  given: readonly SelectionOption[],
  {
    customer,
    shared,
  }: { readonly customer: SelectionCustomer; readonly shared: readonly number[] },
): readonly DatedOption[] {
  const options: DatedOption[] = [];
  for (let place = 0; place < given.length; place += 1) {
    const option = given[place]!;
    if (!(option.effect > 0) || isTooNear(option, customer)) continue;
    const own = merged(option.own);
    const uses = merged(option.shared);
    if (!isWithin(own, customer.own, 0) || !isWithin(uses, shared, 1)) continue;
    const { effect, days } = option;
    const places = [place + 1] as const;
    options.push(
      days === undefined
        ? { places, effect, own, shared: uses }
        : { places, effect, own, shared: uses, days },
    );
  }
  return options;
}
