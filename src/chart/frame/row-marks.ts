import type { RowPlot } from "./row-chart.js";
import type { ChartDatum, ChartLayer } from "./specification.js";

/** A sentence for each mark, to be heard and to be shown under the pointer. @internal */
export const SENTENCE = {
  description: { field: "sentence", type: "nominal" },
  tooltip: { field: "sentence", type: "nominal" },
} as const;

/** Thin lines from one column to another, such as an interval. @internal */
export function intervalLayer(
  values: readonly ChartDatum[],
  {
    x,
    y,
    color,
    yOffset = 0,
  }: Pick<RowPlot, "x" | "y"> & { readonly color: string; readonly yOffset?: number },
): ChartLayer {
  return {
    data: { values: [...values] },
    mark: { type: "rule", aria: false, color, strokeWidth: 1.5, yOffset },
    encoding: { x: x("lower"), x2: { field: "upper" }, y },
  };
}

/** Stands for a figure that is unknown. @internal */
export const NO_FIGURE = "\u2013";

/** Figures at the right end of the rows. @internal */
export function figureLayer(
  values: readonly ChartDatum[],
  {
    y,
    x,
    color,
    bold = false,
    dy = 0,
  }: Pick<RowPlot, "y"> & {
    readonly x: number;
    readonly color: string;
    readonly bold?: boolean;
    readonly dy?: number;
  },
): ChartLayer {
  return {
    data: { values: [...values] },
    mark: {
      type: "text",
      aria: false,
      align: "right",
      baseline: "middle",
      color,
      fontWeight: bold ? "bold" : "normal",
      dy,
    },
    encoding: { x: { value: x }, y, text: { field: "figure", type: "nominal" } },
  };
}

/** The line where the horizontal axis is 0. @internal */
export function zeroLayer({ x, palette }: RowPlot): ChartLayer {
  return {
    data: { values: [{ zero: 0 }] },
    mark: { type: "rule", aria: false, color: palette.quiet, strokeWidth: 1 },
    encoding: { x: x("zero") },
  };
}
