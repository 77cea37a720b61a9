import type { Crosshairs, QuadrantPlace } from "../../experience/driver/importance-performance.js";
import { LINE_HEIGHT_SHARE, placeNames, type Box } from "../frame/label-placement.js";
import { endsAround, placeOn, shareOf, type Ends } from "../frame/map-axis.js";
import { cornerBoxes, cornerLayers, type MapSizes } from "./quadrant-names.js";
import { SENTENCE } from "../frame/row-marks.js";
import type { ChartLayer, ChartPanel, ChartPlace } from "../frame/specification.js";
import type { ChartPalette } from "../frame/theme.js";
import { decimalText, wrapText } from "../frame/wording.js";

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

const NAME_SIZE = 12;

/** Space between the outermost points and the edge, in pixels: the names of the quadrants lie above and below. */
const CLEARANCE = { across: 20, upright: 42 };

/** Names take at most this share of the width of a map. */
const MOST_NAME_SHARE = 0.45;

/** Space for the labels of an axis, in pixels. */
const LABEL_WIDTH = 34;

/** Draws one map. @internal */
export function mapPanel(content: MapContent, sizes: MapSizes): ChartPanel {
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
    placeOn(field, { ends: performance, title: ["performance"], pixels: sizes.width });
  const y = (field: string): ChartPlace => {
    const { axis, ...rest } = placeOn(field, {
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
  }: MapSizes & { readonly performance: Ends; readonly importance: Ends },
): PlacedName[] {
  const { width, height } = sizes;
  const inPixels = points.map((point) => ({
    lines: wrapText(point.label, { width: MOST_NAME_SHARE * width, fontSize: NAME_SIZE }),
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
    fontSize: NAME_SIZE,
  });
  return places.map(({ x, y }, index) => ({ lines: inPixels[index]!.lines, x, y }));
}

/** A line as an obstacle for names. */
function lineBox(line: Pick<Box, "left" | "top"> & Partial<Box>): Box {
  return { right: line.left + 2, bottom: line.top + 2, ...line };
}

function nameLayers(names: readonly PlacedName[]): ChartLayer[] {
  const lineHeight = LINE_HEIGHT_SHARE * NAME_SIZE;
  return names.map(({ lines, x, y }) => ({
    data: { values: [{ name: [...lines] }] },
    mark: {
      ...{ type: "text", aria: false, align: "center", baseline: "middle" },
      ...{ fontSize: NAME_SIZE, lineHeight, dy: 0.5 * lineHeight * (1 - lines.length) },
    },
    encoding: { x: { value: x }, y: { value: y }, text: { field: "name", type: "nominal" } },
  }));
}

function headingLayer(heading: string, { palette }: MapSizes): ChartLayer {
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
