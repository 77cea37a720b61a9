import { pixels } from "../frame/canvas.js";
import type { FlowKind, FlowLink, FlowNode, PathFlow } from "./path-flow.js";

/** A place with its bar and its name, in pixels. @internal */
export interface PlacedNode extends FlowNode {
  readonly lines: readonly string[];
  /** The bar. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A band from one bar to another, in pixels. @internal */
export interface PlacedLink extends FlowLink {
  readonly source: PlacedNode;
  readonly target: PlacedNode;
  /** Upper edges at both ends. */
  readonly fromTop: number;
  readonly toTop: number;
  readonly thickness: number;
}

/** Bars and bands. @internal */
export interface PathLayout {
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

/** Sizes in pixels. @internal */
export interface LayoutSizes {
  /** From one layer to the next. */
  readonly pitch: number;
  /** Height above the first place. */
  readonly top: number;
  readonly lineHeight: number;
  readonly lines: (node: FlowNode) => readonly string[];
}

/** Height of all journeys together. */
const ALL_HEIGHT = 220;

/** Space between places below one another. */
const GAP = 8;

/** How often the order is improved from both sides. */
const SWEEPS = 8;

/** What comes first where nothing else decides. */
const RANKS: Readonly<Record<FlowKind, number>> = {
  touchpoint: 0,
  others: 1,
  more: 2,
  outcome: 3,
  exit: 4,
  "other-ends": 5,
};

type Layers = readonly (readonly FlowNode[])[];

/** Places the flow: the same every time, with few crossings. @internal */
export function layoutPaths(flow: PathFlow, sizes: LayoutSizes): PathLayout {
  const scale = flow.total > 0 ? ALL_HEIGHT / flow.total : 0;
  const layers = orderedLayers(flow).map((layer) =>
    layer.map((node) => {
      const lines = sizes.lines(node);
      const bar = Math.max(1, node.flow * scale);
      return { node, lines, bar, slot: Math.max(bar, lines.length * sizes.lineHeight) };
    }),
  );
  const heights = layers.map((layer) =>
    layer.reduce((sum, { slot }) => sum + slot + GAP, layer.length === 0 ? 0 : -GAP),
  );
  const height = Math.max(0, ...heights);
  const nodes = layers.flatMap((layer, index) => {
    let y = sizes.top + 0.5 * (height - heights[index]!);
    return layer.map(({ node, lines, bar, slot }): PlacedNode => {
      const top = y + 0.5 * (slot - bar);
      y += slot + GAP;
      return {
        ...{ ...node, lines, x: pixels(index * sizes.pitch) },
        ...{ top: pixels(top), bottom: pixels(top + bar) },
      };
    });
  });
  return { height: sizes.top + height, nodes, links: placedLinks(flow.links, { nodes, scale }) };
}

function placedLinks(
  links: readonly FlowLink[],
  { nodes, scale }: { readonly nodes: readonly PlacedNode[]; readonly scale: number },
): PlacedLink[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ended = links.map((link) => ({
    link,
    source: byId.get(link.from)!,
    target: byId.get(link.to)!,
  }));
  const stack = (side: "source" | "target"): ReadonlyMap<FlowLink, number> => {
    const other = side === "source" ? "target" : "source";
    const used = new Map<string, number>();
    const sorted = ended.toSorted((a, b) => a[other].top - b[other].top);
    return new Map(
      sorted.map(({ link, [side]: node }) => {
        const from = used.get(node.id) ?? node.top;
        used.set(node.id, from + link.flow * scale);
        return [link, from];
      }),
    );
  };
  const [fromTops, toTops] = [stack("source"), stack("target")];
  return ended
    .map(({ link, source, target }) => ({
      ...{ ...link, source, target, thickness: link.flow * scale },
      ...{ fromTop: fromTops.get(link)!, toTop: toTops.get(link)! },
    }))
    .toSorted((a, b) => b.flow - a.flow || (a.from + a.to < b.from + b.to ? -1 : 1));
}

/** The places of each layer from top to bottom: of the orders tried the one with the fewest crossings. */
function orderedLayers({ nodes, links }: PathFlow): Layers {
  const count = Math.max(0, ...nodes.map(({ layer }) => layer + 1));
  let layers: Layers = Array.from({ length: count }, (_, layer) =>
    nodes
      .filter((node) => node.layer === layer)
      .toSorted(
        (a, b) => RANKS[a.kind] - RANKS[b.kind] || b.flow - a.flow || (a.id < b.id ? -1 : 1),
      ),
  );
  let best = { layers, crossings: crossingsOf(layers, links) };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    layers = swept(layers, { links, isDown: sweep % 2 === 0 });
    const crossings = crossingsOf(layers, links);
    if (crossings < best.crossings) best = { layers, crossings };
  }
  return best.layers;
}

/** Each layer sorted by where its neighbours lie on average, from the first layer on or from the last. */
function swept(
  layers: Layers,
  { links, isDown }: { readonly links: readonly FlowLink[]; readonly isDown: boolean },
): Layers {
  const result = [...layers];
  const order = layers.map((_, index) => index);
  for (const index of isDown ? order : order.toReversed()) {
    const beside = result[isDown ? index - 1 : index + 1];
    if (beside === undefined) continue;
    const places = middles(beside);
    const pull = (node: FlowNode): number => {
      let [sum, weight] = [0, 0];
      for (const { from, to, flow } of links) {
        const [own, other] = isDown ? [to, from] : [from, to];
        const place = places.get(other);
        if (own !== node.id || place === undefined) continue;
        sum += place * flow;
        weight += flow;
      }
      return weight === 0 ? 1 : sum / weight;
    };
    const pulls = new Map(result[index]!.map((node) => [node.id, pull(node)]));
    result[index] = result[index]!.toSorted((a, b) => pulls.get(a.id)! - pulls.get(b.id)!);
  }
  return result;
}

/** The middle of each place as a share of the height of its layer. */
function middles(layer: readonly FlowNode[]): ReadonlyMap<string, number> {
  const total = layer.reduce((sum, { flow }) => sum + flow, 0) || 1;
  let above = 0;
  return new Map(
    layer.map(({ id, flow }) => {
      above += flow;
      return [id, (above - 0.5 * flow) / total];
    }),
  );
}

/** How much crosses, weighted by the journeys. */
function crossingsOf(layers: Layers, links: readonly FlowLink[]): number {
  const rank = new Map(
    layers.flatMap((layer) => layer.map(({ id }, index) => [id, index] as const)),
  );
  const layerOf = new Map(layers.flat().map(({ id, layer }) => [id, layer]));
  let crossings = 0;
  links.forEach((a, index) => {
    for (const b of links.slice(index + 1)) {
      if (layerOf.get(a.from) !== layerOf.get(b.from)) continue;
      const start = rank.get(a.from)! - rank.get(b.from)!;
      const end = rank.get(a.to)! - rank.get(b.to)!;
      if (start * end < 0) crossings += Math.min(a.flow, b.flow);
    }
  });
  return crossings;
}
