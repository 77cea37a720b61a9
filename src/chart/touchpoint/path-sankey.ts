import type { FrequentPaths } from "../../touchpoint/path/frequent-path.js";
import type { TransitionTable } from "../../touchpoint/path/transition.js";
import {
  canvasChart,
  canvasWidth,
  pixels,
  textMark,
  type CanvasDrawing,
  type Tones,
} from "../frame/canvas.js";
import { paletteOf, type LegendEntry } from "../frame/frame.js";
import type { ChartDatum, PlotSpecification } from "../frame/specification.js";
import type { ChartOptions, LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, percentText, shortenText } from "../frame/wording.js";
import {
  flowOfPaths,
  flowOfTransitions,
  type FlowKind,
  type FlowNode,
  type PathFlow,
} from "./path-flow.js";
import { linkText, listed, nodeName, storyText, titleText } from "./path-words.js";
import { layoutPaths, type PathLayout, type PlacedLink } from "./path-layout.js";

/** How to draw paths. */
export interface PathSankeyOptions extends LabelledChartOptions {
  /** Touchpoints and ends with a smaller share of the journeys drawn are gathered at their step; 0.03 when absent. */
  readonly leastShare?: number;
}

const DEFAULT_LEAST_SHARE = 0.03;

/** Narrower, the names beside a bar have no room. */
const LEAST_PITCH = 84;

const MOST_LAYERS = 8;

const BAR_WIDTH = 7;

const NAME = { fontSize: 11, lineHeight: 13, lines: 3 };

const HEADING = 20;

/** Places at which a band is drawn; the renderer bends between them. */
const BENDS = 5;

const KINDS: Readonly<
  Record<FlowKind, { readonly tone: "ink" | "neutral" | "good" | "bad"; readonly label: string }>
> = {
  touchpoint: { tone: "ink", label: "touchpoint" },
  others: { tone: "neutral", label: "gathered" },
  more: { tone: "neutral", label: "gathered" },
  outcome: { tone: "good", label: "outcome" },
  exit: { tone: "bad", label: "ended without" },
  "other-ends": { tone: "neutral", label: "gathered" },
};

/** How much of its colour a band has. */
const BAND_TINT = 0.3;

/**
 * Which ways do journeys take, step by step?
 *
 * A column a step, a bar a touchpoint as high as the journeys that are there, bands to where they go next or how they
 * end. What is drawn is conserved: what comes to a touchpoint goes on from it. Small touchpoints and ends are gathered
 * at their step, steps beyond the width as further steps; the subtitle says so, and how many journeys the paths cover.
 *
 * Of frequent paths the counts are drawn. A table of transitions knows no positions: then the flow is the one to expect
 * if each next step depended on the step before alone.
 *
 * @param paths - The paths taken most often, or all transitions.
 * @param options - Theme, title, width, names of touchpoints and outcomes, and the least share.
 * @returns The specification; without paths one that says so.
 * @throws RangeError when the width is below 280 pixels or the least share is not between 0 and 1.
 * @example
 * ```ts
 * import { pathSankey } from "goodwill/chart";
 * import { instant } from "goodwill/shared";
 * import { frequentPaths, type Journey } from "goodwill/touchpoint";
 *
 * const at = instant("2026-02-13T09:30:00Z");
 * const customer = "c-1" as Journey["customer"];
 * const steps = [{ touchpoint: "search", at }, { touchpoint: "basket", at }];
 * const chart = pathSankey(frequentPaths([{ customer, steps, outcome: "purchase" }]));
 * chart.title.text; // => ["Most frequent: search → basket → purchase, 100%"]
 * ```
 */
export function pathSankey(
  paths: FrequentPaths | TransitionTable,
  options: PathSankeyOptions = {},
): PlotSpecification {
  const { leastShare = DEFAULT_LEAST_SHARE } = options;
  if (!(leastShare >= 0 && leastShare <= 1)) {
    throw new RangeError(
      `Cannot draw paths: the least share must lie between 0 and 1, got ${String(leastShare)}`,
    );
  }
  const width = canvasWidth(options);
  const layers = Math.min(MOST_LAYERS, Math.floor(width / LEAST_PITCH));
  const limits = { layers, leastShare };
  const flow = "paths" in paths ? flowOfPaths(paths, limits) : flowOfTransitions(paths, limits);
  const used = Math.max(1, ...flow.nodes.map(({ layer }) => layer + 1));
  const name = (node: FlowNode): string => nodeName(node, options);
  const pitch = width / used;
  const layout = layoutPaths(flow, {
    ...{ pitch, top: HEADING, lineHeight: NAME.lineHeight },
    lines: (node) => [
      ...shortenText(name(node), { ...NAME, width: pitch - BAR_WIDTH - 8 }),
      percentText(node.flow / flow.total),
    ],
  });
  const words = storyText(paths, { flow, leastShare });
  const isEmpty = flow.total === 0;
  const sentences = layout.links.map((link) => linkText(link, { flow, name }));
  return canvasChart(
    {
      title: titleText(paths, { flow, options }),
      subtitle: words,
      description: isEmpty
        ? "Paths of journeys, step by step: no path is known."
        : `Paths of journeys, step by step: ${listed(sentences)}. ${words}`,
      legend: legendOf(flow, options),
      tones: tonesOf(options),
      drawing: isEmpty ? { height: 1, layers: [] } : drawPaths(layout, { flow, sentences, name }),
    },
    options,
  );
}

function tonesOf(options: ChartOptions): Tones {
  const { paper, ink, quiet, good, bad, neutral } = paletteOf(options);
  return {
    ...{ ink, quiet, good, bad, neutral },
    ...{
      "band-ink": tint(paper, neutral, BAND_TINT),
      "band-neutral": tint(paper, neutral, BAND_TINT),
    },
    ...{ "band-good": tint(paper, good, BAND_TINT), "band-bad": tint(paper, bad, BAND_TINT) },
  };
}

function legendOf({ nodes }: PathFlow, options: ChartOptions): LegendEntry[] {
  const palette = paletteOf(options);
  const drawn = Object.entries(KINDS).filter(([kind]) => nodes.some((node) => node.kind === kind));
  const labels = new Map(drawn.map(([, { label, tone }]) => [label, tone]));
  return [...labels].map(([label, tone]) => ({ label, shape: "square", color: palette[tone] }));
}

function drawPaths(
  { nodes, links, height }: PathLayout,
  {
    flow,
    sentences,
    name,
  }: {
    readonly flow: PathFlow;
    readonly sentences: readonly string[];
    readonly name: (node: FlowNode) => string;
  },
): CanvasDrawing {
  const columns = new Map(
    nodes
      .filter(({ kind }) => kind === "touchpoint" || kind === "others")
      .map(({ layer, x }) => [layer, x]),
  );
  return {
    height,
    layers: [
      {
        mark: { type: "area", aria: true, interpolate: "monotone" },
        values: links.flatMap((link, index) => bandOf(link, sentences[index]!)),
      },
      {
        mark: { type: "rect", aria: true },
        values: nodes.map((node) => ({
          ...{ x: node.x, x2: node.x + BAR_WIDTH, y: node.top, y2: node.bottom },
          tone: KINDS[node.kind].tone,
          sentence: `step ${node.layer + 1}, ${name(node)}: ${percentText(node.flow / flow.total)} (${amountText(Math.round(node.flow))})`,
        })),
      },
      {
        mark: textMark(NAME.fontSize, { lineHeight: NAME.lineHeight }),
        values: nodes.map(({ x, top, bottom, lines }) => ({
          ...{ x: x + BAR_WIDTH + 4, text: [...lines], tone: "ink" },
          y: pixels(0.5 * (top + bottom) + 0.5 * NAME.lineHeight * (1 - lines.length)),
        })),
      },
      {
        mark: textMark(NAME.fontSize),
        values: [...columns].map(([layer, x]) => ({
          ...{ x, y: 0.35 * HEADING, text: `step ${layer + 1}`, tone: "quiet" },
        })),
      },
    ],
  };
}

/** The edges of a band, bent so that it leaves and arrives level. */
function bandOf(
  { source, target, fromTop, toTop, thickness, from, to }: PlacedLink,
  sentence: string,
): ChartDatum[] {
  const [left, right] = [source.x + BAR_WIDTH, target.x];
  return Array.from({ length: BENDS }, (_, index) => {
    const share = index / (BENDS - 1);
    const bent = share * share * (3 - 2 * share);
    const top = fromTop + bent * (toTop - fromTop);
    return {
      ...{ x: pixels(left + share * (right - left)), y: pixels(top), y2: pixels(top + thickness) },
      ...{ band: `${from} ${to}`, tone: `band-${KINDS[target.kind].tone}`, sentence },
    };
  });
}
