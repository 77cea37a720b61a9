import type {
  Selection,
  SelectionCustomer,
  SelectionOption,
} from "../../../src/care/selection/selection-problem.js";
import { takenOf } from "../../../src/care/selection/selection-problem.js";

/** Adds the amounts of the options by resource. */
function usedBy(
  options: readonly SelectionOption[],
  kind: "own" | "shared",
  count: number,
): number[] {
  const used = new Array<number>(count).fill(0);
  for (const option of options) {
    for (const { resource, amount } of option[kind]) used[resource]! += amount;
  }
  return used;
}

/** Why the options of one customer may not be taken together; empty when they may. */
export function breaches(
  { own, spacingDays = 0, pastDays = [] }: SelectionCustomer,
  options: readonly SelectionOption[],
): string[] {
  const found: string[] = [];
  usedBy(options, "own", own.length).forEach((used, resource) => {
    if (used > 0 && used > own[resource]!) found.push(`own ${resource}: ${used}`);
  });
  const days = options.flatMap(({ days = [] }) => days);
  days.forEach((day, i) => {
    for (const other of [...pastDays, ...days.slice(0, i)]) {
      if (Math.abs(day - other) < spacingDays) found.push(`days ${other} and ${day}`);
    }
  });
  return found;
}

function* choices(
  slots: readonly (readonly SelectionOption[])[],
): Generator<readonly SelectionOption[]> {
  const [first, ...rest] = slots;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const later of choices(rest)) {
    yield later;
    for (const option of first) yield [option, ...later];
  }
}

/** The most effect there is: every choice of every customer, with each reachable use of the shared limits. */
export function mostEffect(
  customers: readonly SelectionCustomer[],
  shared: readonly number[],
): number {
  let states = new Map([["", { used: shared.map(() => 0), effect: 0 }]]);
  for (const customer of customers) {
    const allowed: typeof states = new Map();
    for (const options of choices(customer.slots)) {
      if (breaches(customer, options).length > 0) continue;
      const used = usedBy(options, "shared", shared.length);
      const effect = options.reduce((sum, option) => sum + option.effect, 0);
      const key = used.join();
      if (effect > (allowed.get(key)?.effect ?? -1)) allowed.set(key, { used, effect });
    }
    const next: typeof states = new Map();
    for (const state of states.values()) {
      for (const choice of allowed.values()) {
        const used = state.used.map((amount, r) => amount + choice.used[r]!);
        if (used.some((amount, r) => amount > 0 && amount > shared[r]!)) continue;
        const effect = state.effect + choice.effect;
        const key = used.join();
        if (effect > (next.get(key)?.effect ?? -1)) next.set(key, { used, effect });
      }
    }
    states = next;
  }
  return Math.max(...[...states.values()].map(({ effect }) => effect));
}

/** What is wrong with a selection; empty when every limit holds and its figures are right. */
export function faultsOf(
  selection: Selection,
  customers: readonly SelectionCustomer[],
  shared: readonly number[],
): string[] {
  const faults: string[] = [];
  const all: SelectionOption[] = [];
  customers.forEach((customer, at) => {
    const taken = takenOf(selection, at);
    if (taken.length !== customer.slots.length) faults.push(`slots of ${at}`);
    const options = customer.slots.flatMap((slot, i) => (taken[i]! < 0 ? [] : [slot[taken[i]!]!]));
    faults.push(...breaches(customer, options));
    all.push(...options);
  });
  const used = usedBy(all, "shared", shared.length);
  used.forEach((amount, r) => {
    if (amount > 0 && amount > shared[r]!) faults.push(`shared ${r}: ${amount}`);
    if (amount !== selection.used[r]) faults.push(`used ${r}: ${selection.used[r]}`);
  });
  const effect = all.reduce((sum, option) => sum + option.effect, 0);
  if (Math.abs(effect - selection.effect) > 1e-9 * effect) faults.push(`effect ${effect}`);
  if (selection.effectAtMost < selection.effect) faults.push("bound below effect");
  if (all.some((option) => !(option.effect > 0))) faults.push("an option without effect is taken");
  return faults;
}
