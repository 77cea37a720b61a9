import { beginAfter, driveFrom } from "./field-clock.js";
import type { FieldProblem } from "./field-problem.js";
import type { FieldSolution } from "./field-solution.js";
import { fieldSolution } from "./field-solution.js";

/** So many jobs that somebody could do, at most: sets of them are numbered by their bits. */
const MOST_JOBS = 16;

/** To lengthen a route takes as long as so many comparisons. */
const LABEL_STEPS = 20;

/** A way to have done a set of jobs. */
interface Label {
  readonly last: number;
  readonly now: number;
  readonly travelMs: number;
  readonly before: Label | undefined;
}

/** The best route of one technician for a set of jobs. */
interface SetRoute {
  readonly set: number;
  readonly travelMs: number;
  readonly label: Label;
}

/**
 * The best of all plans: undefined where there are too many to look at.
 *
 * For each technician the best route of every set of jobs is found by dynamic programming over sets (Held and Karp
 * 1962): of two ways to have done the same jobs with the same last one, only the earlier or shorter is followed, as who
 * is earlier can always wait. Then the sets are shared out to the technicians, one after the other.
 *
 * @internal
 */
export function exactField(
  problem: FieldProblem,
  { steps }: { readonly steps: number },
): FieldSolution | undefined {
  const { jobs, technicians, able } = problem;
  const numbers = [...jobs.keys()].filter((number) => able.some((can) => can[number]!));
  if (numbers.length > MOST_JOBS) return undefined;
  const budget = { left: steps };
  const routesOf: (readonly SetRoute[])[] = [];
  for (const who of technicians.keys()) {
    const routes = setRoutes(problem, who, { numbers, budget });
    if (routes === undefined) return undefined;
    routesOf.push(routes);
  }
  return sharedOut(problem, { numbers, routesOf, budget });
}

function setRoutes(
  { jobs, technicians, travel, able }: FieldProblem,
  who: number,
  { numbers, budget }: { readonly numbers: readonly number[]; readonly budget: { left: number } },
): readonly SetRoute[] | undefined {
  const planned = technicians[who]!;
  const places = travel.ids.length;
  const own = [...numbers.keys()].filter((bit) => able[who]![numbers[bit]!]!);
  const best = new Map<number, SetRoute>();
  let layer = new Map<number, Label[]>();
  layer.set(0, [{ last: -1, now: planned.from, travelMs: 0, before: undefined }]);
  while (layer.size > 0) {
    const next = new Map<number, Label[]>();
    for (const [set, labels] of layer) {
      for (const label of labels) {
        for (const bit of own) {
          if ((set & (1 << bit)) !== 0) continue;
          budget.left -= LABEL_STEPS;
          const grown = extended(label, bit);
          if (grown !== undefined) keep(next, set | (1 << bit), grown);
        }
        if (budget.left < 0) return undefined;
      }
    }
    for (const [set, labels] of next) for (const label of labels) close(set, label);
    layer = next;
  }
  return [...best.values()];

  function extended(label: Label, bit: number): Label | undefined {
    const job = jobs[numbers[bit]!]!;
    const at = label.last < 0 ? planned.start : jobs[numbers[label.last]!]!.place;
    const way = travel.direct[at * places + job.place]!;
    const begins = beginAfter(planned, driveFrom(planned, label.now, way), job);
    const now = begins + job.lasts;
    if (begins >= job.closes || now > planned.limit || !hasParts(label, bit)) return undefined;
    return { last: bit, now, travelMs: label.travelMs + way, before: label };
  }

  function hasParts(label: Label, bit: number): boolean {
    const { parts } = jobs[numbers[bit]!]!;
    return parts.every(({ part, count }) => {
      let used = count;
      for (
        let one: Label | undefined = label;
        one !== undefined && one.last >= 0;
        one = one.before
      ) {
        for (const other of jobs[numbers[one.last]!]!.parts) {
          if (other.part === part) used += other.count;
        }
      }
      return used <= planned.carried[part]!;
    });
  }

  function close(set: number, label: Label): void {
    const { place } = jobs[numbers[label.last]!]!;
    const way = planned.end < 0 ? 0 : travel.direct[place * places + planned.end]!;
    if (driveFrom(planned, label.now, way) > planned.limit) return;
    const travelMs = label.travelMs + way;
    if (travelMs < (best.get(set)?.travelMs ?? Infinity)) best.set(set, { set, travelMs, label });
  }
}

/**
 * Takes a label unless another of the same set and last job is as early and as short; drops those it makes needless.
 */
function keep(layer: Map<number, Label[]>, set: number, label: Label): void {
  const labels = layer.get(set);
  if (labels === undefined) {
    layer.set(set, [label]);
    return;
  }
  const { last, now, travelMs } = label;
  if (labels.some((one) => one.last === last && one.now <= now && one.travelMs <= travelMs)) return;
  const kept = labels.filter(
    (one) => one.last !== last || one.now < now || one.travelMs < travelMs,
  );
  kept.push(label);
  layer.set(set, kept);
}

function sharedOut(
  problem: FieldProblem,
  {
    numbers,
    routesOf,
    budget,
  }: {
    readonly numbers: readonly number[];
    readonly routesOf: readonly (readonly SetRoute[])[];
    readonly budget: { left: number };
  },
): FieldSolution | undefined {
  const sets = 1 << numbers.length;
  let best = new Float64Array(sets).fill(Infinity);
  best[0] = 0;
  const choices: (SetRoute | undefined)[][] = [];
  for (const routes of routesOf) {
    const next = best.slice();
    const choice = new Array<SetRoute | undefined>(sets);
    const ofSet = new Array<SetRoute | undefined>(sets);
    for (const route of routes) ofSet[route.set] = route;
    for (let set = 0; set < sets; set += 1) {
      if (best[set] === Infinity) continue;
      const rest = sets - 1 - set;
      const add = (route: SetRoute): void => {
        const travelMs = best[set]! + route.travelMs;
        if (travelMs >= next[set | route.set]!) return;
        next[set | route.set] = travelMs;
        choice[set | route.set] = route;
      };
      const tries = Math.min(routes.length, 2 ** bitsOf(rest));
      budget.left -= tries;
      if (budget.left < 0) return undefined;
      if (tries === routes.length) {
        for (const route of routes) if ((route.set & set) === 0) add(route);
        continue;
      }
      // Of the sets without these jobs there are fewer than routes.
      for (let part = rest; part > 0; part = (part - 1) & rest) {
        const route = ofSet[part];
        if (route !== undefined) add(route);
      }
    }
    best = next;
    choices.push(choice);
  }
  const priorityOf = (set: number): number =>
    numbers.reduce(
      (sum, number, bit) => sum + ((set & (1 << bit)) === 0 ? 0 : problem.jobs[number]!.priority),
      0,
    );
  let [chosen, most] = [0, 0];
  for (let set = 1; set < sets; set += 1) {
    if (best[set] === Infinity) continue;
    const priority = priorityOf(set);
    if (priority < most || (priority === most && best[set]! >= best[chosen]!)) continue;
    [chosen, most] = [set, priority];
  }
  const routes: number[][] = routesOf.map(() => []);
  for (let who = routesOf.length - 1; who >= 0; who -= 1) {
    const route = choices[who]![chosen];
    if (route === undefined) continue;
    chosen &= ~route.set;
    for (
      let one: Label | undefined = route.label;
      one !== undefined && one.last >= 0;
      one = one.before
    ) {
      routes[who]!.unshift(numbers[one.last]!);
    }
  }
  return fieldSolution(problem, routes);
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let left = set; left > 0; left &= left - 1) bits += 1;
  return bits;
}
