import { wilsonInterval } from "../../shared/statistics/proportion.js";
import { compareText } from "../../shared/text-order.js";
import type { TransitionAccumulator } from "./transition-accumulator.js";
import { EXIT_STATE, START_STATE, type Transition, type TransitionTable } from "./transition.js";

function sumOf(counts: Readonly<Record<number, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The table of the counts. */
export function tableOf(accumulator: TransitionAccumulator, level: number): TransitionTable {
  const { touchpoints, outcomes, follows, endings, starts, journeys, open } = accumulator;
  const visits = touchpoints.map((_, number) => sumOf(follows[number]!) + sumOf(endings[number]!));
  const order = touchpoints
    .map((_, number) => number)
    .filter((number) => visits[number]! > 0)
    .sort((a, b) => visits[b]! - visits[a]! || compareText(touchpoints[a]!, touchpoints[b]!));
  const endOrder = outcomes
    .map((_, number) => number + 1)
    .sort((a, b) => compareText(outcomes[a - 1]!, outcomes[b - 1]!));
  endOrder.push(0);
  const taken = new Set(touchpoints);
  const ends: string[] = [];
  for (const end of endOrder) ends.push(end === 0 ? EXIT_STATE : apart(outcomes[end - 1]!, taken));
  const transitions: Transition[] = [];
  const states = placed(
    order,
    order.map((number) => touchpoints[number]!),
  );
  const endStates = placed(endOrder, ends);
  const take = (
    from: string,
    counts: Readonly<Record<number, number>>,
    { n, to }: { readonly n: number; readonly to: PlacedNames },
  ): void => {
    for (const { name, count } of listed(counts, to)) {
      const interval = wilsonInterval({ count, n }, { level });
      transitions.push({ from, to: name, count, share: count / n, interval });
    }
  };
  take(START_STATE, starts, { n: journeys, to: states });
  order.forEach((number, position) => {
    const from = states.names[position]!;
    const n = visits[number]!;
    take(from, follows[number]!, { n, to: states });
    take(from, endings[number]!, { n, to: endStates });
  });
  return {
    journeys,
    ...(open > 0 && { open }),
    states: [START_STATE, ...states.names],
    ends,
    transitions,
  };
}

/** Where each number stands in a list, and the names there. */
interface PlacedNames {
  readonly places: readonly number[];
  readonly names: readonly string[];
}

function placed(order: readonly number[], names: readonly string[]): PlacedNames {
  const places: number[] = [];
  order.forEach((number, place) => {
    places[number] = place;
  });
  return { places, names };
}

/** The counts that occurred, by name, in the order of the list. */
function listed(
  counts: Readonly<Record<number, number>>,
  { places, names }: PlacedNames,
): { readonly name: string; readonly count: number }[] {
  return Object.entries(counts)
    .map(([number, count]) => ({ place: places[Number(number)]!, count }))
    .sort((a, b) => a.place - b.place)
    .map(({ place, count }) => ({ name: names[place]!, count }));
}

/** A name that no touchpoint and no earlier outcome bears. */
function apart(outcome: string, taken: Set<string>): string {
  let name = outcome;
  while (taken.has(name)) name += " (outcome)";
  taken.add(name);
  return name;
}
