import { frameOf, MARGIN, paletteOf, widthOf, type FrameContent } from "./frame.js";
import { SENTENCE } from "./row-marks.js";
import type {
  ChartColour,
  ChartDatum,
  ChartLayer,
  ChartMark,
  ChartPlace,
  PlotSpecification,
} from "./specification.js";
import type { ChartOptions, ChartPalette } from "./theme.js";

/** Colours by the names that the data use for them. @internal */
export type Tones = Readonly<Record<string, string>>;

/**
 * Marks of one look. Their rows are in pixels from the upper left corner of the plot: `x` and `y`, for rectangles and
 * rules `x2` and `y2`, for areas `x`, `y`, `y2` and the `band` they belong to; `text` for texts, `tone` for the colour,
 * `sentence` where the mark is no decoration. @internal
 */
export interface CanvasLayer {
  readonly mark: ChartMark;
  readonly values: readonly ChartDatum[];
}

/** What is drawn on a plot, and how high that is, in pixels. @internal */
export interface CanvasDrawing {
  readonly height: number;
  readonly layers: readonly CanvasLayer[];
}

/** A chart whose marks are placed by the chart itself, not by scales. @internal */
export interface CanvasContent extends Pick<
  FrameContent,
  "title" | "subtitle" | "description" | "legend"
> {
  /** Space right of the plot; the margin alone where absent. */
  readonly right?: number;
  /** The colours that the data name. */
  readonly tones: Tones;
  readonly drawing: CanvasDrawing;
}

/** The width that a chart's marks have, less its margins. @internal */
export function canvasWidth(options: ChartOptions): number {
  return widthOf(options) - 2 * MARGIN;
}

/** Lays out a chart whose marks have their places in pixels. @internal */
export function canvasChart(
  { tones, drawing, ...content }: CanvasContent,
  options: ChartOptions,
): PlotSpecification {
  const frame = frameOf({ ...content, left: 0, right: 0, above: 6, axisTitle: "" }, options);
  const { height, layers } = drawing;
  const sizes = { width: frame.plotWidth, height: Math.max(1, Math.ceil(height)) };
  const drawn = layers.filter(({ values }) => values.length > 0);
  const color: ChartColour = {
    field: "tone",
    type: "nominal",
    scale: { domain: Object.keys(tones), range: Object.values(tones) },
    legend: null,
  };
  return {
    ...frame.specification,
    padding: { ...frame.specification.padding, bottom: MARGIN },
    ...sizes,
    autosize: { type: "none" },
    layer: [
      ...(drawn.length > 0 ? drawn : [groundLine(sizes.width, paletteOf(options))]).map((layer) =>
        layerOf(layer, { ...sizes, color }),
      ),
      ...frame.legend,
    ],
  };
}

/** Colours of a theme as tones. @internal */
export function paletteTones(options: ChartOptions, names: readonly (keyof ChartPalette)[]): Tones {
  const palette = paletteOf(options);
  return Object.fromEntries(names.map((name) => [name, palette[name]]));
}

/** Where there is nothing to draw, a line shows where it would be; without a layer a chart has no size. */
function groundLine(width: number, { line }: ChartPalette): CanvasLayer {
  return {
    mark: { type: "rule", aria: false, color: line, strokeWidth: 1 },
    values: [{ x: 0, x2: width, y: 0, y2: 0 }],
  };
}

function layerOf(
  { mark, values }: CanvasLayer,
  {
    width,
    height,
    color,
  }: { readonly width: number; readonly height: number; readonly color: ChartColour },
): ChartLayer {
  const place = (field: "x" | "y"): ChartPlace => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: field === "x" ? [0, width] : [height, 0], nice: false, zero: false },
  });
  const hasEnds = mark.type === "rect" || mark.type === "rule";
  return {
    data: { values: [...values] },
    mark,
    encoding: {
      x: place("x"),
      y: place("y"),
      ...(hasEnds && { x2: { field: "x2" } }),
      ...((hasEnds || mark.type === "area") && { y2: { field: "y2" } }),
      ...(mark.type === "area" && { detail: { field: "band", type: "nominal" } }),
      ...(mark.type === "text" && { text: { field: "text", type: "nominal" } }),
      ...(mark.color === undefined && { color }),
      ...(mark.aria && SENTENCE),
    },
  };
}

/** A text mark, centred on its height; several lines begin there. @internal */
export function textMark(
  fontSize: number,
  look: Pick<ChartMark, "align" | "fontWeight" | "angle" | "lineHeight"> = {},
): ChartMark {
  return { type: "text", aria: false, align: "left", baseline: "middle", fontSize, ...look };
}

/** A number of pixels, rounded so that it is short and the same everywhere. @internal */
export function pixels(value: number): number {
  return Math.round(100 * value) / 100;
}
