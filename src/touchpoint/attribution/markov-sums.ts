import type { MarkovSums } from "./attribution-accumulator.js";

/** The counts of no paths. */
export function noMarkovSums(): MarkovSums {
  return { windows: [[]], starts: {}, follows: [{}], conversions: [0], nulls: [0], values: [0] };
}

/** Finds the window that follows another by one more touchpoint, or makes it. */
export interface WindowFinder {
  /** The number of that window. */
  after(window: number, touchpoint: number): number;
  /** Whether it knows every window of the counts. */
  isComplete(): boolean;
}

/** Finds windows in the counts; remembers each step it was asked for. */
export function windowFinder(sums: MarkovSums, order: number): WindowFinder {
  const numbers = new Map(sums.windows.map((window, number) => [window.join(), number]));
  const steps: number[][] = [];
  return {
    after: (window, touchpoint) => {
      const known = steps[window]?.[touchpoint];
      if (known !== undefined) return known;
      const next = [...sums.windows[window]!, touchpoint].slice(-order);
      const number = windowNumber(sums, next, numbers);
      (steps[window] ??= [])[touchpoint] = number;
      return number;
    },
    isComplete: () => numbers.size === sums.windows.length,
  };
}

/** A window finder for each set of counts, kept while the counts live. */
export function windowFinders(order: number): (sums: MarkovSums) => WindowFinder {
  const known = new WeakMap<MarkovSums, WindowFinder>();
  return (sums) => {
    const kept = known.get(sums);
    if (kept?.isComplete() === true) return kept;
    const finder = windowFinder(sums, order);
    known.set(sums, finder);
    return finder;
  };
}

function windowNumber(sums: MarkovSums, window: number[], numbers: Map<string, number>): number {
  const key = window.join();
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = sums.windows.push(window) - 1;
  sums.follows.push({});
  sums.conversions.push(0);
  sums.nulls.push(0);
  sums.values.push(0);
  numbers.set(key, number);
  return number;
}

/** Takes in one path of numbered touchpoints. */
export function addToMarkov(
  sums: MarkovSums,
  path: {
    readonly steps: readonly number[];
    readonly conversions: number;
    readonly nulls: number;
    readonly value: number;
  },
  { order, finder }: { readonly order: number; readonly finder: WindowFinder },
): void {
  const weight = path.conversions + path.nulls;
  if (weight === 0) return;
  const { steps } = path;
  let window = 0;
  for (let step = 0; step < steps.length; step += 1) {
    const touchpoint = steps[step]!;
    if (step >= order) {
      const row = sums.follows[window]!;
      row[touchpoint] = (row[touchpoint] ?? 0) + weight;
    }
    window = finder.after(window, touchpoint);
    if (step === Math.min(order, steps.length) - 1)
      sums.starts[window] = (sums.starts[window] ?? 0) + weight;
  }
  sums.conversions[window]! += path.conversions;
  sums.nulls[window]! += path.nulls;
  sums.values[window]! += path.value;
}

/** Adds the counts of a part whose touchpoints bear other numbers. */
export function addMarkovSums(
  target: MarkovSums,
  part: MarkovSums,
  { touchpoints, order }: { readonly touchpoints: readonly number[]; readonly order: number },
): void {
  const finder = windowFinder(target, order);
  const numbers = part.windows.map((window) =>
    window.reduce((number, touchpoint) => finder.after(number, touchpoints[touchpoint]!), 0),
  );
  numbers.forEach((number, window) => {
    target.conversions[number]! += part.conversions[window]!;
    target.nulls[number]! += part.nulls[window]!;
    target.values[number]! += part.values[window]!;
    const row = target.follows[number]!;
    for (const [touchpoint, count] of Object.entries(part.follows[window]!)) {
      const next = touchpoints[Number(touchpoint)]!;
      row[next] = (row[next] ?? 0) + count;
    }
    const starts = part.starts[window];
    if (starts !== undefined) target.starts[number] = (target.starts[number] ?? 0) + starts;
  });
}

/** The same counts with touchpoints renumbered and windows in the order of the new numbers. */
export function inOrder(sums: MarkovSums, touchpoints: readonly number[]): MarkovSums {
  const renumbered = sums.windows.map((window) =>
    window.map((touchpoint) => touchpoints[touchpoint]!),
  );
  const order = renumbered
    .map((_, old) => old)
    .sort((a, b) => compareWindows(renumbered[a]!, renumbered[b]!));
  const places: number[] = [];
  order.forEach((old, place) => {
    places[old] = place;
  });
  const moved = (
    counts: Readonly<Record<number, number>>,
    to: readonly number[],
  ): Record<number, number> => {
    const target: Record<number, number> = {};
    for (const [old, count] of Object.entries(counts)) target[to[Number(old)]!] = count;
    return target;
  };
  return {
    windows: order.map((old) => renumbered[old]!),
    starts: moved(sums.starts, places),
    follows: order.map((old) => moved(sums.follows[old]!, touchpoints)),
    conversions: order.map((old) => sums.conversions[old]!),
    nulls: order.map((old) => sums.nulls[old]!),
    values: order.map((old) => sums.values[old]!),
  };
}

/** Orders windows by their first difference, the shorter before the longer, the empty one first. */
function compareWindows(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((touchpoint, at) => touchpoint !== b[at]);
  if (differing < 0) return a.length - b.length;
  return a[differing]! - (b[differing] ?? -1);
}
