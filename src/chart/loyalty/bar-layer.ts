import type { RowPlot } from "../frame/row-chart.js";
import { SENTENCE } from "../frame/row-marks.js";
import type { ChartDatum, ChartLayer } from "../frame/specification.js";

const BAR_HEIGHT = 18;

/** Lying bars from the column `from` to the column `to`; those with sentences are read out. @internal */
export function barLayer(
  values: readonly ChartDatum[],
  {
    x,
    y,
    color,
    aria,
  }: Pick<RowPlot, "x" | "y"> & { readonly color: string; readonly aria: boolean },
): ChartLayer {
  return {
    data: { values: [...values] },
    mark: { type: "bar", aria, orient: "horizontal", color, height: BAR_HEIGHT },
    encoding: { x: x("from"), x2: { field: "to" }, y, ...(aria && SENTENCE) },
  };
}

/** Throws unless each number is an integer of at least 0. @internal */
export function requireCounts(task: string, counts: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(counts)) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    throw new RangeError(
      `Cannot draw ${task}: ${name} must be an integer of at least 0, got ${String(value)}`,
    );
  }
}
