import { legibleTicks, type RoundDomain } from "./domain.js";
import { frameOf, paletteOf, widthOf, type LegendEntry } from "./frame.js";
import type { ChartDatum, ChartLayer, ChartPlace, PlotSpecification } from "./specification.js";
import type { ChartOptions, ChartPalette } from "./theme.js";
import { textWidth, wrapText } from "./wording.js";

/** One row: a factor, driver or group. @internal */
export interface ChartRow {
  readonly id: string;
  readonly label: string;
  /** Whether the row is set off, as the one to look at. */
  readonly highlighted?: boolean;
}

/** A chart of one row each for some things, names at the left. @internal */
export interface RowContent {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly legend: (palette: ChartPalette) => readonly LegendEntry[];
  readonly rows: readonly ChartRow[];
  readonly rowHeight: number;
  /** Width at the right, for figures. */
  readonly right: number;
  /** Heading of the figures at the right; absent where they need none. */
  readonly heading?: string;
  readonly axisTitle: string;
  /** The ends of the horizontal axis. */
  readonly x: RoundDomain;
  readonly layers: (plot: RowPlot) => readonly ChartLayer[];
}

/** What the layers of a row chart place their marks by. @internal */
export interface RowPlot {
  readonly palette: ChartPalette;
  readonly plotWidth: number;
  /** The row a datum belongs to, named in its column `row`. */
  readonly y: ChartPlace;
  /** A number on the horizontal axis. */
  readonly x: (field: string) => ChartPlace;
  /** Pixels of a length on the horizontal axis. */
  readonly pixels: (length: number) => number;
}

const NAME = { fontSize: 12, lineHeight: 15, gap: 10 };

/** Names take at most this share of the width. */
const MOST_NAME_SHARE = 0.34;

/** Height for the heading of a column. */
const HEADING = 18;

/** Height above the rows without one. */
const NO_HEADING = 6;

/** Lays out a chart of rows. @internal */
export function rowChart(content: RowContent, options: ChartOptions): PlotSpecification {
  const palette = paletteOf(options);
  const { rows, rowHeight, heading } = content;
  const { domain } = content.x;
  const names = rows.map(({ id, label, highlighted = false }) => ({
    id,
    highlighted,
    lines: nameLines(label, options),
  }));
  const widths = names.flatMap(({ lines }) =>
    lines.map((line) => textWidth(line, NAME.fontSize, "bold")),
  );
  const frame = frameOf(
    {
      ...content,
      legend: content.legend(palette),
      left: Math.max(0, ...widths) + NAME.gap,
      above: heading === undefined ? NO_HEADING : HEADING,
    },
    options,
  );
  const { plotWidth } = frame;
  const y: ChartPlace = {
    field: "row",
    type: "nominal",
    axis: null,
    scale: { type: "band", domain: rows.map(({ id }) => id), padding: 0 },
  };
  const x = (field: string): ChartPlace => ({
    field,
    type: "quantitative",
    axis: { title: frame.axisTitle, values: legibleTicks(content.x, plotWidth) },
    scale: { domain: [...domain], nice: false, zero: false },
  });
  const pixels = (length: number): number => (length / (domain[1] - domain[0])) * plotWidth;
  const tallest = Math.max(1, ...names.map(({ lines }) => lines.length));
  const height = Math.max(rowHeight, tallest * NAME.lineHeight + 8);
  return {
    ...frame.specification,
    width: plotWidth,
    height: Math.max(1, rows.length) * height,
    autosize: { type: "none" },
    layer: [
      highlightLayer(names, { y, palette, padding: frame.specification.padding, plotWidth }),
      ...content.layers({ palette, plotWidth, y, x, pixels }),
      ...[true, false].map((bold) =>
        nameLayer(
          names.filter((name) => name.highlighted === bold),
          { y, bold },
        ),
      ),
      ...frame.legend,
      ...(heading === undefined
        ? []
        : [headingLayer(heading, { palette, x: plotWidth + content.right })]),
    ],
  };
}

interface RowName {
  readonly id: string;
  readonly highlighted: boolean;
  readonly lines: string[];
}

function nameLines(label: string, options: ChartOptions): string[] {
  return wrapText(label, {
    width: MOST_NAME_SHARE * widthOf(options),
    fontSize: NAME.fontSize,
    weight: "bold",
  });
}

function nameLayer(
  names: readonly RowName[],
  { y, bold }: { readonly y: ChartPlace; readonly bold: boolean },
): ChartLayer {
  return {
    data: {
      values: names.map(({ id, lines }) => ({
        row: id,
        name: lines,
        shift: 0.5 * NAME.lineHeight * (1 - lines.length),
      })),
    },
    mark: {
      ...{
        type: "text",
        aria: false,
        align: "right",
        baseline: "middle",
        dy: { expr: "datum.shift" },
      },
      ...{
        fontSize: NAME.fontSize,
        fontWeight: bold ? "bold" : "normal",
        lineHeight: NAME.lineHeight,
      },
    },
    encoding: { x: { value: -NAME.gap }, y, text: { field: "name", type: "nominal" } },
  };
}

function highlightLayer(
  names: readonly RowName[],
  {
    y,
    palette,
    padding,
    plotWidth,
  }: Pick<RowPlot, "y" | "palette" | "plotWidth"> & Pick<PlotSpecification, "padding">,
): ChartLayer {
  return {
    data: {
      values: names
        .filter(({ highlighted }) => highlighted)
        .map(({ id }): ChartDatum => ({ row: id })),
    },
    mark: { type: "rect", aria: false, color: palette.highlight },
    encoding: { x: { value: 6 - padding.left }, x2: { value: plotWidth + padding.right - 6 }, y },
  };
}

function headingLayer(
  heading: string,
  { palette, x }: { readonly palette: ChartPalette; readonly x: number },
): ChartLayer {
  return {
    data: { values: [{ heading }] },
    mark: {
      type: "text",
      aria: false,
      align: "right",
      baseline: "middle",
      color: palette.quiet,
      fontSize: 11,
    },
    encoding: {
      x: { value: x },
      y: { value: -0.5 * HEADING },
      text: { field: "heading", type: "nominal" },
    },
  };
}
