import type { FunnelStage } from "../../touchpoint/path/funnel.js";
import { roundDomain } from "../frame/domain.js";
import { widthOf } from "../frame/frame.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, intervalLayer, SENTENCE } from "../frame/row-marks.js";
import type { ChartDatum, ChartLayer, PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, labelText, percentText, textWidth } from "../frame/wording.js";

/** Shifts from the middle of the row, downwards: the bar, and the share below it. */
const BAR = { shift: -10, height: 22 };

const SHARE = { shift: 14, lineHeight: 14, fontSize: 11 };

/** How much of its colour the lost part of a bar has. */
const LOST_TINT = 0.3;

/** Narrower charts write the interval on a line of its own. */
const NARROW = 400;

/** One stage with all that is said of it. */
interface StageRow {
  readonly stage: FunnelStage;
  readonly label: string;
  /** How many were in the stage before; absent at the first. */
  readonly before?: number;
}

/**
 * How many get how far, and where are most of them lost?
 *
 * A bar a stage with those who got so far, and in a lighter colour those of the stage before who did not; below it the
 * share that went on with its interval, at the right the counts. The stage before which most are lost is set off.
 *
 * @param stages - The stages of a funnel, in order.
 * @param options - Theme, title, width, and names of the stages.
 * @returns The specification; without stages an empty plot.
 * @throws RangeError when a stage is named twice or the width is below 280 pixels.
 * @example
 * ```ts
 * import { funnelChart } from "goodwill/chart";
 * import { funnelOfCounts } from "goodwill/touchpoint";
 *
 * const stages = funnelOfCounts([
 *   { stage: "basket", count: 100 },
 *   { stage: "order", count: 25 },
 * ]);
 * funnelChart(stages).title.text; // => ["Most are lost before order: 75 of 100"]
 * ```
 */
export function funnelChart(
  stages: readonly FunnelStage[],
  options: LabelledChartOptions = {},
): PlotSpecification {
  const rows = stages.map((stage, index): StageRow => {
    if (stages.findIndex((other) => other.stage === stage.stage) < index) {
      throw new RangeError(`Cannot draw a funnel: the stage "${stage.stage}" is given twice`);
    }
    const before = stages[index - 1]?.count;
    return {
      stage,
      label: labelText(stage.stage, options.labels),
      ...(before !== undefined && { before }),
    };
  });
  const worst = worstOf(rows);
  const sentences = rows.map(stageText);
  const figures = rows.flatMap(({ stage }) => [amountText(stage.count), lostText(stage)]);
  const right = 14 + Math.max(40, ...figures.map((figure) => textWidth(figure, 12, "bold")));
  const isNarrow = widthOf(options) < NARROW;
  return rowChart(
    {
      title: titleText(rows, worst),
      subtitle: storyText(rows),
      description:
        rows.length === 0
          ? "Funnel by stage: no stage is given."
          : `Funnel by stage: ${sentences.join("; ")}. ${titleText(rows, worst)}.`,
      legend: ({ good, bad, paper, ink }) => [
        { label: "got so far", shape: "square", color: good },
        {
          label: "lost since the stage before",
          shape: "square",
          color: tint(paper, bad, LOST_TINT),
        },
        ...(levelOf(rows) === undefined
          ? []
          : [{ label: "interval", shape: "stroke" as const, color: ink }]),
      ],
      rows: rows.map((row) => ({
        id: row.stage.stage,
        label: row.label,
        highlighted: row === worst,
      })),
      rowHeight: isNarrow ? 70 : 58,
      right,
      heading: "count",
      axisTitle: "how many",
      x: roundDomain([0, ...stages.map(({ count }) => count)]),
      layers: (plot) => stageLayers(rows, { plot, sentences, isNarrow, right }),
    },
    options,
  );
}

/** The stage before which most are lost; of equals the first; none where nobody is lost. */
function worstOf(rows: readonly StageRow[]): StageRow | undefined {
  const most = Math.max(0, ...rows.map(({ stage }) => stage.dropped));
  return most === 0 ? undefined : rows.find(({ stage }) => stage.dropped === most);
}

function titleText(rows: readonly StageRow[], worst: StageRow | undefined): string {
  if (rows.length === 0) return "No stage is given";
  if (worst === undefined) return "Nobody is lost on the way";
  const { stage, label, before = 0 } = worst;
  return `Most are lost before ${label}: ${amountText(stage.dropped)} of ${amountText(before)}`;
}

function levelOf(rows: readonly StageRow[]): number | undefined {
  return rows.find(({ stage }) => stage.stepInterval)?.stage.stepInterval?.level;
}

function storyText(rows: readonly StageRow[]): string {
  const [first, last] = [rows[0]?.stage, rows.at(-1)];
  if (first === undefined || last === undefined) return "";
  const through =
    last.stage.overallShare === undefined
      ? `Nobody came to ${rows[0]!.label}.`
      : `${percentText(last.stage.overallShare)} of ${amountText(first.count)} get to ${last.label}.`;
  const level = levelOf(rows);
  return level === undefined
    ? through
    : `${through} Below a bar: the share of the stage before, with its ${amountText(100 * level)}% interval.`;
}

function lostText({ dropped }: FunnelStage): string {
  return dropped === 0 ? "" : `\u2212${amountText(dropped)}`;
}

function intervalText({ stepInterval }: FunnelStage): string {
  if (stepInterval === undefined) return "";
  return `${percentText(stepInterval.lower)} to ${percentText(stepInterval.upper)}`;
}

function stageText({ stage, label, before }: StageRow): string {
  const { count, stepShare, dropped } = stage;
  if (stepShare === undefined) return `${label} ${amountText(count)}`;
  const sure = intervalText(stage);
  return `${label} ${amountText(count)}, ${percentText(stepShare)}${sure && ` (${sure})`} of the ${amountText(before ?? 0)} before, ${amountText(dropped)} lost`;
}

function stageLayers(
  rows: readonly StageRow[],
  {
    plot,
    sentences,
    isNarrow,
    right,
  }: {
    readonly plot: RowPlot;
    readonly sentences: readonly string[];
    readonly isNarrow: boolean;
    readonly right: number;
  },
): ChartLayer[] {
  const { x, y, palette, plotWidth } = plot;
  const bar = (color: string, values: readonly ChartDatum[], aria: boolean): ChartLayer => ({
    data: { values: [...values] },
    mark: {
      ...{ type: "bar", aria, orient: "horizontal", color },
      ...{ height: BAR.height, yOffset: BAR.shift },
    },
    encoding: { x: x("from"), x2: { field: "to" }, y, ...(aria && SENTENCE) },
  });
  const shares = rows.flatMap(({ stage }): ChartDatum[] => {
    if (stage.stepShare === undefined) return [];
    const share = `${percentText(stage.stepShare)} go on`;
    const sure = intervalText(stage);
    const text = sure === "" ? [share] : isNarrow ? [share, sure] : [`${share} (${sure})`];
    return [{ row: stage.stage, share: text }];
  });
  return [
    bar(
      tint(palette.paper, palette.bad, LOST_TINT),
      rows.flatMap(({ stage, before }) =>
        before === undefined || stage.dropped === 0
          ? []
          : [{ row: stage.stage, from: stage.count, to: before }],
      ),
      false,
    ),
    bar(
      palette.good,
      rows.map(({ stage }, index) => ({
        ...{ row: stage.stage, from: 0, to: stage.count },
        sentence: sentences[index]!,
      })),
      true,
    ),
    intervalLayer(
      rows.flatMap(({ stage: { stage, stepInterval }, before = 0 }) =>
        stepInterval === undefined
          ? []
          : [
              {
                row: stage,
                lower: before * stepInterval.lower,
                upper: before * stepInterval.upper,
              },
            ],
      ),
      { x, y, color: palette.ink, yOffset: BAR.shift },
    ),
    {
      data: { values: shares },
      mark: {
        ...{ type: "text", aria: false, align: "left", baseline: "middle" },
        ...{ color: palette.ink, fontSize: SHARE.fontSize, lineHeight: SHARE.lineHeight },
        dy: isNarrow ? SHARE.shift - 4 : SHARE.shift,
      },
      encoding: { x: { value: 0 }, y, text: { field: "share", type: "nominal" } },
    },
    figureLayer(
      rows.map(({ stage }) => ({ row: stage.stage, figure: amountText(stage.count) })),
      { y, x: plotWidth + right, color: palette.ink, bold: true, dy: BAR.shift },
    ),
    figureLayer(
      rows.flatMap(({ stage }) =>
        stage.dropped === 0 ? [] : [{ row: stage.stage, figure: lostText(stage) }],
      ),
      { y, x: plotWidth + right, color: palette.bad, dy: SHARE.shift },
    ),
  ];
}
