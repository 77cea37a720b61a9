import type { ChartFrame, ChartLayer, ChartShape } from "./specification.js";
import { themeConfiguration } from "./theme-configuration.js";
import { CHART_PALETTES, type ChartOptions, type ChartPalette } from "./theme.js";
import { textWidth, wrapText } from "./wording.js";

/** What a mark of the chart means. @internal */
export interface LegendEntry {
  readonly label: string;
  readonly shape: ChartShape;
  readonly color: string;
  /** Colour inside the outline; the same as the outline where absent. */
  readonly fill?: string;
  /** Lengths of dashes and gaps of a line; full where absent. */
  readonly dash?: readonly number[];
}

/** What is written around a plot. @internal */
export interface FrameContent {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly legend: readonly LegendEntry[];
  /** Width left of the plot, for the names of rows or the labels of an axis. */
  readonly left: number;
  /** Width right of the plot. */
  readonly right: number;
  /** Height right above the plot, for headings of columns. */
  readonly above: number;
  /** Title of the horizontal axis. */
  readonly axisTitle: string;
  /** Width for title and subtitle; that of the chart, less its margins, where absent. */
  readonly titleWidths?: { readonly title: number; readonly subtitle: number };
}

/** A frame with the width it leaves to the plot, and what it draws itself. @internal */
export interface Frame {
  readonly specification: ChartFrame;
  readonly plotWidth: number;
  readonly axisTitle: string[];
  readonly legend: readonly ChartLayer[];
}

/** Narrower than this, names and plot have no room. */
const LEAST_WIDTH = 280;

const DEFAULT_WIDTH = 640;

/** Space between the chart and its edge, in pixels. @internal */
export const MARGIN = 12;

const TITLE = { fontSize: 15, weight: "bold", lineHeight: 19 } as const;

const SUBTITLE = { fontSize: 12, lineHeight: 16, padding: 5 };

const LEGEND = { fontSize: 12, lineHeight: 20, symbol: 16, gap: 18 };

const AXIS = { fontSize: 11, labels: 34, lineHeight: 14 };

/** Space below title and subtitle. */
const BELOW_TITLE = 12;

/** The colours asked for. @internal */
export function paletteOf({ theme = "light" }: ChartOptions): ChartPalette {
  return CHART_PALETTES[theme];
}

/** The width asked for. @internal */
export function widthOf({ width = DEFAULT_WIDTH }: ChartOptions): number {
  if (!(Number.isFinite(width) && width >= LEAST_WIDTH)) {
    throw new RangeError(
      `Cannot draw a chart: the width must be at least ${LEAST_WIDTH} pixels, got ${String(width)}`,
    );
  }
  return width;
}

/**
 * Title, legend and space around a plot, laid out so that nothing depends on how a renderer measures text. @internal
 */
export function frameOf(content: FrameContent, options: ChartOptions): Frame {
  const palette = paletteOf(options);
  const outer = widthOf(options);
  const inner = outer - 2 * MARGIN;
  const { titleWidths = { title: inner, subtitle: inner } } = content;
  const left = MARGIN + content.left;
  const right = MARGIN + content.right;
  const plotWidth = outer - left - right;
  const title = wrapText(options.title ?? content.title, {
    width: titleWidths.title,
    ...TITLE,
  });
  const subtitle = wrapText(content.subtitle, {
    width: titleWidths.subtitle,
    ...SUBTITLE,
  });
  const axisTitle = wrapText(content.axisTitle, {
    width: plotWidth + 2 * Math.min(left, right) - MARGIN,
    ...AXIS,
  });
  const lines = legendLines(content.legend, inner);
  const titleHeight =
    title.length * TITLE.lineHeight +
    (subtitle.length === 0 ? 0 : SUBTITLE.padding + subtitle.length * SUBTITLE.lineHeight);
  return {
    specification: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      description: content.description,
      background: palette.paper,
      title: {
        ...{ text: title, subtitle, anchor: "start", frame: "group" },
        ...{ dx: MARGIN - left, offset: BELOW_TITLE },
      },
      padding: {
        left,
        top: MARGIN + titleHeight + BELOW_TITLE + lines.length * LEGEND.lineHeight + content.above,
        right,
        bottom: AXIS.labels + axisTitle.length * AXIS.lineHeight,
      },
      config: themeConfiguration(palette),
    },
    plotWidth,
    axisTitle,
    legend: lines.flatMap((line, index) => {
      const y = -content.above - (lines.length - index - 0.5) * LEGEND.lineHeight;
      return line.flatMap(({ x, entry }) =>
        legendMarks(entry, { x: x + MARGIN - left, y, palette }),
      );
    }),
  };
}

interface PlacedEntry {
  readonly x: number;
  readonly entry: LegendEntry;
}

function legendLines(entries: readonly LegendEntry[], width: number): PlacedEntry[][] {
  const lines: PlacedEntry[][] = [];
  let x = 0;
  for (const entry of entries) {
    const needed = LEGEND.symbol + textWidth(entry.label, LEGEND.fontSize);
    if (lines.length === 0 || x + needed > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)!.push({ x, entry });
    x += needed + LEGEND.gap;
  }
  return lines;
}

function legendMarks(
  { label, shape, color, fill, dash }: LegendEntry,
  { x, y, palette }: { readonly x: number; readonly y: number; readonly palette: ChartPalette },
): ChartLayer[] {
  const values = [{ legend: label }];
  const isLine = shape === "stroke";
  const look =
    fill !== undefined || isLine
      ? { filled: false, fill: fill ?? palette.paper, strokeWidth: 2 }
      : { filled: true, opacity: 1 };
  return [
    {
      data: { values },
      mark: {
        ...{ type: "point", aria: false, shape, size: isLine ? 200 : 80, color, ...look },
        ...(dash && { strokeDash: [...dash] }),
      },
      encoding: { x: { value: x + 6 }, y: { value: y } },
    },
    {
      data: { values },
      mark: {
        ...{ type: "text", aria: false, align: "left", baseline: "middle" },
        ...{ color: palette.quiet, fontSize: LEGEND.fontSize },
      },
      encoding: {
        x: { value: x + LEGEND.symbol },
        y: { value: y },
        text: { field: "legend", type: "nominal" },
      },
    },
  ];
}
