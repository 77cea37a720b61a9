import { shareFlow } from "../../shared/optimisation/share-flow.js";
import type { FieldArcs } from "./field-arcs.js";
import type { FieldProblem, PlannedTechnician } from "./field-problem.js";

/** Into so many spans the days are cut at most. */
const MOST_SPANS = 12;

interface TimeDemand {
  /** By place in `numbers`, the time it takes for certain. */
  readonly needed: readonly number[];
  /** By place in `numbers`, from when to when that time can be. */
  readonly from: readonly number[];
  readonly until: readonly number[];
  /** By technician, what the last drive takes for certain. */
  readonly reserved: readonly number[];
}

/**
 * No plan serves more priority than this.
 *
 * A relaxation: each job takes its time and at least the shortest drive that can come before it (or after it); it may
 * be cut up, and be shared by several technicians, but it needs room in the time of those who could do it, before its
 * latest end (or after its earliest beginning). Jobs with the most priority for their time go first, which is best for
 * shares (the sets that have room form a polymatroid). The least of three such bounds, rounded down.
 *
 * @internal
 */
export function priorityBound(problem: FieldProblem, arcs: FieldArcs): number {
  const { jobs, technicians, able } = problem;
  const { numbers, between, out, back } = arcs;
  const planned = numbers.map((number) => jobs[number]!);
  const into = numbers.map((_, j) =>
    Math.min(...between.map((row) => row[j]!), ...out.map((row) => row[j]!)),
  );
  const onward = numbers.map((_, i) => Math.min(...between[i]!, ...back.map((row) => row[i]!)));
  const never = numbers.map(() => -Infinity);
  const always = numbers.map(() => Infinity);
  const homeward = technicians.map((_, who) => leastOf(back[who]!));
  const outward = technicians.map((_, who) => leastOf(out[who]!));
  const none = technicians.map(() => 0);
  const withInto = planned.map(({ lasts }, i) => lasts + finite(into[i]!));
  const withOnward = planned.map(({ lasts }, i) => lasts + finite(onward[i]!));
  const latest = planned.map(({ closes, lasts }) => closes + lasts);
  const earliest = planned.map(({ opens }) => opens);
  return Math.min(
    bound({ needed: withInto, from: never, until: always, reserved: homeward }),
    bound({ needed: withOnward, from: never, until: always, reserved: outward }),
    bound({ needed: withInto, from: never, until: latest, reserved: none }),
    bound({ needed: withOnward, from: earliest, until: always, reserved: none }),
    bound({
      needed: planned.map(({ lasts }) => lasts),
      from: earliest,
      until: latest,
      reserved: none,
    }),
  );

  function bound({ needed, from, until, reserved }: TimeDemand): number {
    const cuts = cutPoints([...from, ...until]);
    const order = [...numbers.keys()].sort(
      (a, b) => planned[b]!.priority * needed[a]! - planned[a]!.priority * needed[b]! || a - b,
    );
    const spans = technicians.flatMap((one, who) =>
      cuts
        .slice(1)
        .map((end, i) => ({ who, start: cuts[i]!, end, room: workedTime(one, cuts[i]!, end) })),
    );
    const capacities = spans.map(({ who, room }) =>
      BigInt(Math.max(0, room - (reserved[who] ?? 0))),
    );
    const { byLoad } = shareFlow({
      loads: order.map((i) => BigInt(needed[i]!)),
      capacities,
      takers: order.map((i) =>
        [...spans.keys()].filter((span) => {
          const { who, start, end } = spans[span]!;
          return able[who]![numbers[i]!]! && end > from[i]! && start < until[i]!;
        }),
      ),
    });
    let sum = 0;
    order.forEach((i, place) => {
      const share = needed[i] === 0 ? 1 : Number(byLoad[place]!) / needed[i]!;
      sum += planned[i]!.priority * share;
    });
    // What rounding took from the sum must not take a whole from the bound.
    return Math.floor(sum * (1 + 1e-12) + 1e-9);
  }
}

/** Some of the moments, and the ends of time. */
function cutPoints(moments: readonly number[]): readonly number[] {
  const all = [...new Set(moments.filter((one) => Number.isFinite(one)))].sort((a, b) => a - b);
  const every = Math.ceil(all.length / (MOST_SPANS - 1));
  return [-Infinity, ...all.filter((_, i) => i % every === 0), Infinity];
}

/** How much of a span a technician works, overtime included. */
function workedTime(
  { from, limit, blocked }: PlannedTechnician,
  start: number,
  end: number,
): number {
  const within = (a: number, b: number): number =>
    Math.max(0, Math.min(b, end, limit) - Math.max(a, start, from));
  return blocked.reduce((left, one) => left - within(one.from, one.until), within(from, limit));
}

function leastOf(ways: readonly number[]): number {
  return finite(Math.min(...ways));
}

function finite(way: number): number {
  return Number.isFinite(way) ? way : 0;
}
