// How many seats stay empty whatever is done: a flow of agents through their days to the seats, which knows neither
// rest nor the lengths of shifts that are combined, so nothing the rules allow can fill more.

import { paidInWeek } from "./agent-book.js";
import type { RosterDesk } from "./roster-desk.js";

interface FlowNet {
  readonly to: number[];
  readonly room: number[];
  readonly next: number[];
  readonly head: Int32Array;
}

function addEdge(
  { to, room, next, head }: FlowNet,
  { from, until, most }: { readonly from: number; readonly until: number; readonly most: number },
): void {
  for (const [a, b, size] of [
    [from, until, most],
    [until, from, 0],
  ] as const) {
    next.push(head[a]!);
    head[a] = to.length;
    to.push(b);
    room.push(size);
  }
}

/** The steps from the source to every node, -1 where there is no way with room. */
function levelsOf({ to, room, next, head }: FlowNet): Int32Array {
  const levels = new Int32Array(head.length).fill(-1);
  levels[0] = 0;
  const queue = [0];
  for (const node of queue) {
    for (let e = head[node]!; e >= 0; e = next[e]!) {
      if (room[e]! <= 0 || levels[to[e]!]! >= 0) continue;
      levels[to[e]!] = levels[node]! + 1;
      queue.push(to[e]!);
    }
  }
  return levels;
}

/** The most that flows from node 0 to node 1 (Dinic, 1970). */
function mostFlow(net: FlowNet): number {
  const { to, room, next, head } = net;
  let flow = 0;
  for (;;) {
    const levels = levelsOf(net);
    if (levels[1]! < 0) return flow;
    const at = head.slice();
    const push = (node: number, most: number): number => {
      if (node === 1) return most;
      for (; at[node]! >= 0; at[node] = next[at[node]!]!) {
        const e = at[node]!;
        if (room[e]! <= 0 || levels[to[e]!] !== levels[node]! + 1) continue;
        const sent = push(to[e]!, Math.min(most, room[e]!));
        if (sent === 0) continue;
        room[e]! -= sent;
        room[e ^ 1]! += sent;
        return sent;
      }
      return 0;
    };
    for (let sent = push(0, Infinity); sent > 0; sent = push(0, Infinity)) flow += sent;
  }
}

/** How many of these shifts fit into the week of an agent by their working time alone. */
function shiftsInWeek(desk: RosterDesk, a: number, seats: readonly number[]): number {
  const book = desk.books[a]!;
  let left = book.weekAtMost - paidInWeek(book, desk.seats[seats[0]!]!.week);
  let count = 0;
  for (const paid of seats.map((s) => desk.seats[s]!.paid).sort((x, y) => x - y)) {
    if (paid > left) break;
    left -= paid;
    count += 1;
  }
  return count;
}

/** No roster that keeps to the rules leaves fewer seats empty; of a desk where nobody has one yet. @internal */
export function unfilledAtLeast(desk: RosterDesk): number {
  const { seats, agents, fits, rules } = desk;
  const net: FlowNet = {
    to: [],
    room: [],
    next: [],
    head: new Int32Array(2 + seats.length + agents.length * seats.length * 2).fill(-1),
  };
  let nodes = 2 + seats.length;
  seats.forEach((one, s) => {
    addEdge(net, { from: 2 + s, until: 1, most: one.agents });
  });
  agents.forEach((_, a) => {
    const byWeek = new Map<number, Map<number, number[]>>();
    seats.forEach(({ week, day }, s) => {
      if (fits[a]![s] === 0) return;
      const days = byWeek.get(week) ?? new Map<number, number[]>();
      byWeek.set(week, days.set(day, [...(days.get(day) ?? []), s]));
    });
    for (const days of byWeek.values()) {
      const inWeek = nodes++;
      const longest = 7 - Math.floor(7 / (rules.mostDaysInARow + 1));
      const most = Math.min(
        longest * rules.mostShiftsADay,
        shiftsInWeek(desk, a, [...days.values()].flat()),
      );
      addEdge(net, { from: 0, until: inWeek, most });
      for (const onDay of days.values()) {
        const inDay = nodes++;
        addEdge(net, { from: inWeek, until: inDay, most: rules.mostShiftsADay });
        for (const s of onDay) addEdge(net, { from: inDay, until: 2 + s, most: 1 });
      }
    }
  });
  const wanted = seats.reduce((sum, one) => sum + one.agents, 0);
  const byFlow = wanted - mostFlow({ ...net, head: net.head.slice(0, nodes) });
  return Math.max(byFlow, emptyByMinutes(desk));
}

function commonMeasure(a: number, b: number): number {
  return b === 0 ? a : commonMeasure(b, a % b);
}

/** How many seats stay empty because all weeks together have too few minutes, if the shortest shifts go first. */
function emptyByMinutes({ seats, books, fits }: RosterDesk): number {
  let empty = 0;
  for (const week of new Set(seats.map((one) => one.week))) {
    const inWeek = seats.filter((one) => one.week === week).sort((x, y) => x.paid - y.paid);
    const measure = inWeek.reduce((sum, { paid }) => commonMeasure(paid, sum), 0);
    // Without a common measure minutes that are not whole would be lost to rounding.
    if (!Number.isInteger(measure) || measure === 0) continue;
    let left = 0;
    books.forEach((book, a) => {
      if (!inWeek.some(({ place }) => fits[a]![place] === 1)) return;
      const minutes = Math.max(0, book.weekAtMost - paidInWeek(book, week));
      left += Math.floor(minutes / measure) * measure;
    });
    for (const { paid, agents } of inWeek) {
      const filled = Math.min(agents, paid === 0 ? agents : Math.floor(left / paid));
      left -= filled * paid;
      empty += agents - filled;
    }
  }
  return empty;
}
