import type { FrequentPaths } from "../../touchpoint/path/frequent-path.js";
import type { TransitionTable } from "../../touchpoint/path/transition.js";

/** What a place in the flow is; `more` are further steps that the chart has no room for. @internal */
export type FlowKind = "touchpoint" | "others" | "more" | "outcome" | "exit" | "other-ends";

/** Journeys at one place after so many steps. @internal */
export interface FlowNode {
  readonly id: string;
  /** Position among the steps, from 0. */
  readonly layer: number;
  /** The touchpoint or outcome; empty for what is gathered. */
  readonly name: string;
  readonly kind: FlowKind;
  /** How many it stands for. */
  readonly gathered: number;
  readonly flow: number;
}

/** Journeys from one place to the next. @internal */
export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly flow: number;
}

/** Journeys by step; what flows into a place flows on, or it is the end. @internal */
export interface PathFlow {
  readonly total: number;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** How much of the paths is drawn. @internal */
export interface FlowLimits {
  /** How many places there are beside one another. */
  readonly layers: number;
  /** What is a smaller share of all journeys is gathered. */
  readonly leastShare: number;
}

/** Touchpoints or ends below one another; of more the smallest are gathered. */
const MOST_NODES = 8;

/** So little of all journeys is nothing: what rounding leaves. */
const NOTHING = 1e-9;

const START = "(start)";

const EXIT = "(exit)";

interface Draft {
  readonly nodes: Map<string, FlowNode>;
  readonly links: Map<string, FlowLink>;
}

type Place = Pick<FlowNode, "layer" | "name" | "kind">;

/** The flow of the paths listed. @internal */
export function flowOfPaths({ paths }: FrequentPaths, limits: FlowLimits): PathFlow {
  const draft: Draft = { nodes: new Map(), links: new Map() };
  const last = limits.layers - 1;
  let total = 0;
  for (const { steps, outcome, journeys } of paths) {
    if (!(journeys > 0) || steps.length === 0) continue;
    total += journeys;
    const places = steps
      .slice(0, last)
      .map((name, layer): Place => ({ layer, name, kind: "touchpoint" }));
    const end: Place =
      steps.length > last
        ? { layer: last, name: "", kind: "more" }
        : {
            layer: steps.length,
            name: outcome ?? EXIT,
            kind: outcome === undefined ? "exit" : "outcome",
          };
    [...places, end].forEach((place, index, all) => {
      addNode(draft, { place, flow: journeys });
      if (index > 0) addLink(draft, { from: all[index - 1]!, to: place, flow: journeys });
    });
  }
  return gathered({ draft, total }, limits);
}

/** The flow to expect where each next step depends on the step before alone. @internal */
export function flowOfTransitions(
  { ends, transitions }: TransitionTable,
  limits: FlowLimits,
): PathFlow {
  const draft: Draft = { nodes: new Map(), links: new Map() };
  const next = new Map<string, { readonly to: string; readonly count: number }[]>();
  for (const { from, to, count } of transitions) {
    if (count > 0) next.set(from, [...(next.get(from) ?? []), { to, count }]);
  }
  const isEnd = new Set(ends);
  const last = limits.layers - 1;
  const sum = (from: string): number =>
    (next.get(from) ?? []).reduce((all, { count }) => all + count, 0);
  const total = sum(START);
  let flows = new Map([[START, total]]);
  for (let layer = -1; layer < last; layer += 1) {
    const reached = new Map<string, number>();
    for (const [from, flow] of flows) {
      const leaving = sum(from);
      // A state that nobody is known to leave is the end.
      for (const { to, count } of next.get(from) ?? [{ to: EXIT, count: 1 }]) {
        const part = (flow * count) / (leaving || 1);
        if (part < NOTHING * total) continue;
        const place = placeOf(to, { layer: layer + 1, isEnd: isEnd.has(to) || to === EXIT, last });
        addNode(draft, { place, flow: part });
        if (layer >= 0)
          addLink(draft, {
            from: { layer, name: from, kind: "touchpoint" },
            to: place,
            flow: part,
          });
        if (place.kind === "touchpoint") reached.set(to, (reached.get(to) ?? 0) + part);
      }
    }
    flows = reached;
  }
  return gathered({ draft, total }, limits);
}

function placeOf(
  name: string,
  {
    layer,
    isEnd,
    last,
  }: { readonly layer: number; readonly isEnd: boolean; readonly last: number },
): Place {
  if (isEnd) return { layer, name, kind: name === EXIT ? "exit" : "outcome" };
  return layer === last ? { layer, name: "", kind: "more" } : { layer, name, kind: "touchpoint" };
}

function idOf({ layer, name, kind }: Place): string {
  return JSON.stringify([layer, kind, name]);
}

function addNode(
  { nodes }: Draft,
  { place, flow }: { readonly place: Place; readonly flow: number },
): void {
  const id = idOf(place);
  const { layer, name, kind } = place;
  nodes.set(id, { id, layer, name, kind, gathered: 1, flow: flow + (nodes.get(id)?.flow ?? 0) });
}

function addLink(
  { links }: Draft,
  { from, to, flow }: { readonly from: Place; readonly to: Place; readonly flow: number },
): void {
  const ends = { from: idOf(from), to: idOf(to) };
  const key = JSON.stringify(ends);
  links.set(key, { ...ends, flow: flow + (links.get(key)?.flow ?? 0) });
}

/** The same flow with the smallest touchpoints, and the smallest ends, of each layer as one. */
function gathered(
  { draft, total }: { readonly draft: Draft; readonly total: number },
  { layers, leastShare }: FlowLimits,
): PathFlow {
  const all = [...draft.nodes.values()];
  const into = new Map<string, Place>();
  const counts = new Map<string, number>();
  for (let layer = 0; layer < layers; layer += 1) {
    for (const [kinds, kind] of [
      [["touchpoint"], "others"],
      [["outcome", "exit"], "other-ends"],
    ] as const) {
      const own = all
        .filter((node) => node.layer === layer && kinds.some((one) => one === node.kind))
        .toSorted((a, b) => b.flow - a.flow || (a.name < b.name ? -1 : 1));
      const small = own.filter(
        ({ flow }, index) =>
          flow < leastShare * total || (own.length > MOST_NODES && index >= MOST_NODES - 1),
      );
      // One alone keeps its name: gathered it would take as much room.
      if (small.length < 2) continue;
      const place: Place = { layer, name: "", kind };
      for (const node of small) into.set(node.id, place);
      counts.set(idOf(place), small.length);
    }
  }
  const result: Draft = { nodes: new Map(), links: new Map() };
  const places = new Map(all.map((node) => [node.id, into.get(node.id) ?? node]));
  for (const node of all) addNode(result, { place: places.get(node.id)!, flow: node.flow });
  for (const { from, to, flow } of draft.links.values())
    addLink(result, { from: places.get(from)!, to: places.get(to)!, flow });
  const nodes = [...result.nodes.values()].map((node) => ({
    ...node,
    gathered: counts.get(node.id) ?? 1,
  }));
  return { total, nodes, links: [...result.links.values()] };
}
