import type { Crosshairs, QuadrantPlace } from "../experience/driver/importance-performance.js";
import { legibleTicks, roundDomain } from "./domain.js";
import { LINE_HEIGHT_SHARE, placeNames, type Box } from "./label-placement.js";
import { SENTENCE } from "./row-chart.js";
import type { ChartLayer, ChartPanel, ChartPlace } from "./specification.js";
import type { ChartPalette } from "./theme.js";
import { decimalText, textWidth, wrapText } from "./wording.js";

/** A factor on one map. @internal */
export interface MapPoint extends QuadrantPlace {
  readonly factor: string;
  readonly label: string;
  readonly performance: number;
}

/** One map: its points, its lines, and what it is called. @internal */
export interface MapContent {
  readonly heading: string;
  readonly axisTitle: string;
  readonly points: readonly MapPoint[];
  readonly lines: Crosshairs;
  /** Decimals of the importance in sentences. */
  readonly decimals: number;
}

interface Sizes {
  readonly palette: ChartPalette;
  readonly width: number;
  readonly height: number;
}

/** From one end of an axis to the other. */
type Ends = readonly [number, number];

const FONT = { name: 12, corner: 11, lineHeight: 13 };

/** Every quadrant takes at least this share of its axis, so that its name has room. */
const LEAST_QUADRANT_SHARE = 0.3;

/** Space between the outermost points and the edge, in pixels: the names of the quadrants lie above and below. */
const CLEARANCE = { across: 20, upright: 42 };

/** Names take at most this share of the width of a map. */
const MOST_NAME_SHARE = 0.45;

/** No tick is so near to an edge that its label reaches beyond, in pixels. */
const TICK_CLEARANCE = 14;

/** Space for the labels of an axis, in pixels. */
const LABEL_WIDTH = 34;

/** Draws one map. @internal */
export function mapPanel(content: MapContent, sizes: Sizes): ChartPanel {
  const { points, lines } = content;
  const performance = endsAround(lines.performance, {
    values: points.map((point) => point.performance),
    clearShare: CLEARANCE.across / sizes.width,
  });
  const importance = endsAround(lines.importance, {
    values: points.map((point) => point.importance),
    clearShare: CLEARANCE.upright / sizes.height,
  });
  const x = (field: string): ChartPlace =>
    place(field, { ends: performance, title: ["performance"], pixels: sizes.width });
  const y = (field: string): ChartPlace => {
    const { axis, ...rest } = place(field, {
      ends: importance,
      title: [content.axisTitle],
      pixels: sizes.height,
    });
    const extent = { minExtent: LABEL_WIDTH, maxExtent: LABEL_WIDTH };
    return { ...rest, axis: axis && { ...axis, ...extent } };
  };
  const named = namedPoints(content, { ...sizes, performance, importance });
  return {
    width: sizes.width,
    height: sizes.height,
    layer: [
      ...lineLayers(lines, { x, y, palette: sizes.palette }),
      ...cornerLayers(sizes),
      ...pointLayers(content, { x, y, palette: sizes.palette }),
      ...nameLayers(named),
      headingLayer(content.heading, sizes),
    ],
  };
}

function place(
  field: string,
  {
    ends,
    title,
    pixels,
  }: { readonly ends: Ends; readonly title: string[]; readonly pixels: number },
): ChartPlace {
  const [low, high] = ends;
  const clear = (TICK_CLEARANCE / pixels) * (high - low);
  const ticks = roundDomain(ends).ticks.filter(
    (tick) => tick >= low + clear && tick <= high - clear,
  );
  return {
    field,
    type: "quantitative",
    axis: { title, values: legibleTicks({ domain: ends, ticks }, pixels) },
    scale: { domain: [low, high], nice: false, zero: false },
  };
}

/** Ends of an axis that hold all values, keep them clear of the edge, and leave room on both sides of the line. */
function endsAround(
  line: number,
  { values, clearShare }: { readonly values: readonly number[]; readonly clearShare: number },
): Ends {
  const below = line - Math.min(line, ...values);
  const above = Math.max(line, ...values) - line;
  if (below + above === 0) return [line - 1, line + 1];
  const clear = ((below + above) * clearShare) / (1 - 2 * clearShare);
  const [low, high] = [below + clear, above + clear];
  const least = (LEAST_QUADRANT_SHARE / (1 - LEAST_QUADRANT_SHARE)) * Math.max(low, high);
  return [line - Math.max(low, least), line + Math.max(high, least)];
}

function lineLayers(
  lines: Crosshairs,
  { x, y, palette }: { readonly x: Axis; readonly y: Axis; readonly palette: ChartPalette },
): ChartLayer[] {
  const mark = {
    type: "rule",
    aria: false,
    color: palette.quiet,
    strokeWidth: 1.5,
    strokeDash: [5, 4],
  } as const;
  return [
    {
      data: { values: [{ performance: lines.performance }] },
      mark: { ...mark, strokeDash: [5, 4] },
      encoding: { x: x("performance") },
    },
    {
      data: { values: [{ importance: lines.importance }] },
      mark: { ...mark, strokeDash: [5, 4] },
      encoding: { y: y("importance") },
    },
  ];
}

type Axis = (field: string) => ChartPlace;

/** Names of the quadrants, in two lines so that they fit a phone. */
const CORNERS = [
  { lines: ["concentrate", "here"], right: false, bottom: false },
  { lines: ["keep", "up"], right: true, bottom: false },
  { lines: ["low", "priority"], right: false, bottom: true },
  { lines: ["possible", "overkill"], right: true, bottom: true },
] as const;

const CORNER_GAP = 6;

function cornerLayers({ palette, width, height }: Sizes): ChartLayer[] {
  return CORNERS.map(({ lines, right, bottom }) => ({
    data: { values: [{ quadrant: [...lines] }] },
    mark: {
      ...{ type: "text", aria: false, align: right ? "right" : "left", baseline: "top" },
      ...{ color: palette.quiet, fontSize: FONT.corner, lineHeight: FONT.lineHeight },
    },
    encoding: {
      x: { value: right ? width - CORNER_GAP : CORNER_GAP },
      y: { value: bottom ? height - CORNER_GAP - 2 * FONT.lineHeight : CORNER_GAP },
      text: { field: "quadrant", type: "nominal" },
    },
  }));
}

function cornerBoxes({ width, height }: Sizes): Box[] {
  return CORNERS.map(({ lines, right, bottom }) => {
    const wide = CORNER_GAP + Math.max(...lines.map((line) => textWidth(line, FONT.corner)));
    const high = CORNER_GAP + 2 * FONT.lineHeight;
    return {
      left: right ? width - wide : 0,
      right: right ? width : wide,
      top: bottom ? height - high : 0,
      bottom: bottom ? height : high,
    };
  });
}

function pointLayers(
  { points, axisTitle, decimals }: MapContent,
  { x, y, palette }: { readonly x: Axis; readonly y: Axis; readonly palette: ChartPalette },
): ChartLayer[] {
  return [true, false].map((urgent) => ({
    data: {
      values: points
        .filter(({ quadrant }) => (quadrant === "concentrate-here") === urgent)
        .map(({ factor, label, performance, importance, quadrant }) => ({
          ...{ factor, performance, importance, quadrant },
          sentence: `${label}: performance ${decimalText(performance, 2)}, ${axisTitle} ${decimalText(importance, decimals)}, ${quadrant.replaceAll("-", " ")}`,
        })),
    },
    mark: {
      ...{
        type: "point",
        aria: true,
        shape: urgent ? "diamond" : "circle",
        size: urgent ? 140 : 90,
      },
      ...{ filled: true, opacity: 1, color: urgent ? palette.bad : palette.good },
    },
    encoding: { x: x("performance"), y: y("importance"), ...SENTENCE },
  }));
}

interface PlacedName {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

function namedPoints(
  { points, lines }: MapContent,
  {
    performance,
    importance,
    ...sizes
  }: Sizes & { readonly performance: Ends; readonly importance: Ends },
): PlacedName[] {
  const { width, height } = sizes;
  const inPixels = points.map((point) => ({
    lines: wrapText(point.label, { width: MOST_NAME_SHARE * width, fontSize: FONT.name }),
    x: width * shareOf(point.performance, performance),
    y: height * (1 - shareOf(point.importance, importance)),
  }));
  const places = placeNames(inPixels, {
    plot: { left: 0, top: 0, right: width, bottom: height },
    taken: [
      ...cornerBoxes(sizes),
      lineBox({ left: width * shareOf(lines.performance, performance), top: 0, bottom: height }),
      lineBox({ top: height * (1 - shareOf(lines.importance, importance)), left: 0, right: width }),
    ],
    fontSize: FONT.name,
  });
  return places.map(({ x, y }, index) => ({ lines: inPixels[index]!.lines, x, y }));
}

/** A line as an obstacle for names. */
function lineBox(line: Pick<Box, "left" | "top"> & Partial<Box>): Box {
  return { right: line.left + 2, bottom: line.top + 2, ...line };
}

function shareOf(value: number, [low, high]: Ends): number {
  return (value - low) / (high - low);
}

function nameLayers(names: readonly PlacedName[]): ChartLayer[] {
  const lineHeight = LINE_HEIGHT_SHARE * FONT.name;
  return names.map(({ lines, x, y }) => ({
    data: { values: [{ name: [...lines] }] },
    mark: {
      ...{ type: "text", aria: false, align: "center", baseline: "middle" },
      ...{ fontSize: FONT.name, lineHeight, dy: 0.5 * lineHeight * (1 - lines.length) },
    },
    encoding: { x: { value: x }, y: { value: y }, text: { field: "name", type: "nominal" } },
  }));
}

function headingLayer(heading: string, { palette }: Sizes): ChartLayer {
  return {
    data: { values: [{ heading }] },
    mark: {
      type: "text",
      aria: false,
      align: "left",
      baseline: "middle",
      color: palette.ink,
      fontWeight: "bold",
    },
    encoding: { x: { value: 0 }, y: { value: -10 }, text: { field: "heading", type: "nominal" } },
  };
}
