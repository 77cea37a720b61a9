// The selection of actions with the most effect within everybody's limits: exact where few compete, otherwise with a
// bound on what is missed.

import type { BundleStore } from "./bundle-store.js";
import { dualBound } from "./dual-bound.js";
import { exactSelection, totalOf } from "./exact-selection.js";
import { gatherBundles } from "./gather-bundles.js";
import type { Selection, SelectionCustomer } from "./selection-problem.js";
import type { BundleChoice } from "./take-by-efficiency.js";
import { takeByEfficiency } from "./take-by-efficiency.js";

/** What all customers share, and how long to search. @internal */
export interface SelectionOptions {
  /** How much there is of each shared resource, `Infinity` for no limit; the first is the budget of the plan. */
  readonly shared: readonly number[];
  /** How many comparisons of half-made choices the exact search may take; 10,000,000 when absent. */
  readonly exactSteps?: number;
}

const EXACT_STEPS = 10_000_000;

/** The bound of a selection that is not exact may look at so many bundles, within so many rounds. */
const BOUND_WORK = 120_000_000;
const FEWEST_ROUNDS = 30;
const MOST_ROUNDS = 800;

/** A bound is met when it is exceeded by rounding alone. */
const ROUNDING_SHARE = 1e-10;

interface Verdict {
  readonly choice: BundleChoice;
  readonly effectAtMost: number;
  readonly exact: boolean;
}

function usedOf({ patterns, pattern }: BundleStore, choice: BundleChoice, count: number): number[] {
  const used = new Array<number>(count).fill(0);
  const { first, resource, amount } = patterns;
  for (const bundle of choice.chosen) {
    if (bundle < 0) continue;
    const p = pattern.values[bundle]!;
    for (let u = first.values[p]!; u < first.values[p + 1]!; u += 1) {
      used[resource.values[u]!]! += amount.values[u]!;
    }
  }
  return used;
}

function takenIn(store: BundleStore, { chosen }: BundleChoice, slots: number): Int16Array {
  const taken = new Int16Array(slots).fill(-1);
  const { kind, firstSlot, firstPlace, firstBundle } = store;
  for (let c = 0; c < kind.length; c += 1) {
    if (chosen[c]! < 0) continue;
    const of = kind.values[c]!;
    const from = firstSlot.values[c]!;
    const width = firstSlot.values[c + 1]! - from;
    const row = firstPlace.values[of]! + (chosen[c]! - firstBundle.values[of]!) * width;
    for (let i = 0; i < width; i += 1) {
      taken[store.slots.values[from + i]!] = store.places.values[row + i]! - 1;
    }
  }
  return taken;
}

/**
 * Selects at most one option per slot, so that all limits hold and the effect is as large as can be found.
 *
 * Options without effect are not taken; of selections found with equal effect the cheaper, then the one with earlier
 * slots and options is. The customers are read once, one after the other, and not kept: with the same customers
 * `obstacleOf` later says why not.
 *
 * A larger plan budget (shared resource 0) never lowers the effect: neither the quick selection does
 * (`takeByEfficiency`) nor the exact one, which does not see the budget until it has ended (`effectFront`), the better
 * of the two is taken, and where the quick one meets the bound nothing exceeds it. More of another resource does not
 * lower it where the selection is exact, and elsewhere by no more than `effectAtMost` exceeds `effect`.
 * @internal
 */
export function selectCare(
  customers: Iterable<SelectionCustomer>,
  { shared, exactSteps = EXACT_STEPS }: SelectionOptions,
): Selection {
  const { store, firstSlot } = gatherBundles(customers, shared);
  const { choice, effectAtMost, exact } = decide();
  const { effect } = totalOf(store, choice);
  const used = usedOf(store, choice, shared.length);
  return {
    taken: takenIn(store, choice, firstSlot.at(-1)!),
    firstSlot,
    used,
    left: used.map((amount, resource) => shared[resource]! - amount),
    effect,
    effectAtMost: exact ? effect : Math.max(effect, effectAtMost),
    exact,
  };

  function decide(): Verdict {
    const quick = takeByEfficiency(store, shared);
    const attained = totalOf(store, quick).effect;
    const task = { store, limits: shared, attained };
    const first = dualBound({ ...task, start: quick.prices, rounds: FEWEST_ROUNDS });
    if (first.effectAtMost <= attained * (1 + ROUNDING_SHARE)) {
      return { choice: quick, effectAtMost: attained, exact: true };
    }
    const best = store.isThinned
      ? undefined
      : exactSelection({ store, limits: shared, quick, steps: exactSteps });
    if (best !== undefined) return { choice: best, effectAtMost: attained, exact: true };
    const rounds = Math.floor(BOUND_WORK / Math.max(1, store.effect.length)) - FEWEST_ROUNDS;
    const { effectAtMost } = dualBound({
      ...task,
      start: first.prices,
      rounds: Math.min(MOST_ROUNDS, rounds),
    });
    return {
      choice: quick,
      effectAtMost: Math.min(first.effectAtMost, effectAtMost),
      exact: false,
    };
  }
}
