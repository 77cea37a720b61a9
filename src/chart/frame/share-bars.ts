import { roundDomain } from "./domain.js";
import { rowChart, type RowContent } from "./row-chart.js";
import { figureLayer, SENTENCE } from "./row-marks.js";
import type { ChartLayer, PlotSpecification } from "./specification.js";
import type { ChartOptions } from "./theme.js";
import { percentText } from "./wording.js";

/** One bar: a share of a whole. @internal */
export interface ShareBar {
  readonly id: string;
  readonly label: string;
  readonly share: number;
  readonly sentence: string;
  /** Which of the chart's two colours it has. */
  readonly tone: "good" | "bad" | "neutral";
  readonly highlighted?: boolean;
}

/** A chart of lying bars with their percentages at the right. @internal */
export interface ShareBarsContent extends Pick<
  RowContent,
  "title" | "subtitle" | "description" | "axisTitle" | "legend"
> {
  readonly bars: readonly ShareBar[];
}

const FIGURE_WIDTH = 48;

/** Lays out a chart of shares. @internal */
export function shareBars(
  { bars, ...content }: ShareBarsContent,
  options: ChartOptions,
): PlotSpecification {
  const x = roundDomain([0, ...bars.map(({ share }) => 100 * share)], { min: 0, max: 100 });
  return rowChart(
    {
      ...content,
      rows: bars,
      rowHeight: 30,
      right: FIGURE_WIDTH,
      x,
      layers: ({ palette, plotWidth, y, ...plot }): ChartLayer[] => [
        {
          data: {
            values: bars.map(({ id, share, tone, sentence }) => ({
              row: id,
              from: 0,
              percent: 100 * share,
              tone,
              sentence,
            })),
          },
          mark: { type: "bar", aria: true, orient: "horizontal", height: 18 },
          encoding: {
            x: plot.x("from"),
            x2: { field: "percent" },
            y,
            color: {
              field: "tone",
              type: "nominal",
              scale: {
                domain: ["good", "bad", "neutral"],
                range: [palette.good, palette.bad, palette.neutral],
              },
              legend: null,
            },
            ...SENTENCE,
          },
        },
        figureLayer(
          bars.map(({ id, share }) => ({ row: id, figure: percentText(share) })),
          { y, x: plotWidth + FIGURE_WIDTH, color: palette.ink, bold: true },
        ),
      ],
    },
    options,
  );
}
