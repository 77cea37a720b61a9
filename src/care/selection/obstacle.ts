// Why not: what stands in the way of an option when everything else stays as selected.

import type {
  Selection,
  SelectionCustomer,
  SelectionObstacle,
  SelectionOption,
} from "./selection-problem.js";
import { takenOf } from "./selection-problem.js";

/** The selection and whose slot is asked about. @internal */
export interface ObstacleContext {
  /** What `selectCare` answered. */
  readonly selection: Selection;
  /** The place of the customer among all customers. */
  readonly customerAt: number;
}

/**
 * Why no option of a slot is taken: what stands in the way of its best option, the one of most effect, when all else
 * stays as selected; of several obstacles the first of spacing, own limits, shared limits. `less-effect` when an option
 * would fit, or none has an effect: what was taken, or saved, is worth more. Undefined where an option is taken or
 * there is none.
 * @internal
 */
export function obstacleOf(
  customer: SelectionCustomer,
  slot: number,
  { selection, customerAt }: ObstacleContext,
): SelectionObstacle | undefined {
  const taken = takenOf(selection, customerAt);
  const options = customer.slots[slot]!;
  if (options.length === 0 || taken[slot]! >= 0) return undefined;
  const others = customer.slots.flatMap((rivals, at) =>
    taken[at]! >= 0 ? [rivals[taken[at]!]!] : [],
  );
  let first: SelectionObstacle | undefined;
  let most = 0;
  for (const option of options) {
    if (!(option.effect > 0)) continue;
    const obstacle =
      spacingObstacle(customer, option, others) ??
      ownObstacle(customer, option, others) ??
      sharedObstacle(selection, option);
    if (obstacle === undefined) return { code: "less-effect" };
    if (option.effect > most) [first, most] = [obstacle, option.effect];
  }
  return first ?? { code: "less-effect" };
}

function spacingObstacle(
  { spacingDays = 0, pastDays = [] }: SelectionCustomer,
  { days = [] }: SelectionOption,
  others: readonly SelectionOption[],
): SelectionObstacle | undefined {
  const taken = [...pastDays, ...others.flatMap((other) => other.days ?? [])];
  for (const [i, day] of days.entries()) {
    const otherDay = [...taken, ...days.slice(0, i)].find(
      (other) => Math.abs(other - day) < spacingDays,
    );
    if (otherDay !== undefined) return { code: "spacing", day, otherDay };
  }
  return undefined;
}

function ownObstacle(
  { own }: SelectionCustomer,
  option: SelectionOption,
  others: readonly SelectionOption[],
): SelectionObstacle | undefined {
  for (const resource of new Set(option.own.map((use) => use.resource))) {
    const needed = amountOf(option.own, resource);
    const left = others.reduce(
      (rest, other) => rest - amountOf(other.own, resource),
      own[resource]!,
    );
    if (needed > 0 && needed > left) return { code: "own", resource, left, needed };
  }
  return undefined;
}

function sharedObstacle(
  { left }: Selection,
  option: SelectionOption,
): SelectionObstacle | undefined {
  for (const resource of new Set(option.shared.map((use) => use.resource))) {
    const needed = amountOf(option.shared, resource);
    if (needed > 0 && needed > left[resource]!) {
      return { code: "shared", resource, left: left[resource]!, needed };
    }
  }
  return undefined;
}

/** How much is taken of a resource; it may be named more than once. @internal */
export function amountOf(uses: SelectionOption["own"], resource: number): number {
  let amount = 0;
  for (const use of uses) if (use.resource === resource) amount += use.amount;
  return amount;
}
