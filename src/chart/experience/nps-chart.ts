import type { NpsScore } from "../../experience/score/nps.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, intervalLayer, SENTENCE, zeroLayer } from "../frame/row-marks.js";
import type { ChartDatum, ChartLayer, PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { amountText, percentText, signedText, textWidth } from "../frame/wording.js";

/** The score of one group of customers, such as a wave, a segment or a shop. */
export interface NpsGroup {
  /** Name of the group, each once. */
  readonly group: string;
  /** Its score. */
  readonly score: NpsScore;
}

/** Space between the plot and the figures at the right, in pixels. */
const FIGURE_GAP = 12;

/** Shifts from the middle of the row, downwards: the bar, and the score below it. */
const BAR_SHIFT = -9;

const SCORE_SHIFT = 14;

/**
 * Who recommends us, who warns of us, and is one group better than another?
 *
 * A bar a group: detractors to the left, passives around the middle, promoters to the right, in percent of the
 * answers; below it the Net Promoter Score with its interval, in points, and as figures at the right.
 *
 * @param groups - The groups with their scores, in the order to draw them.
 * @param options - Theme, title and width.
 * @returns The specification; without groups an empty plot.
 * @throws RangeError when a group is named twice or the width is below 280 pixels.
 * @example
 * ```ts
 * import { npsChart } from "goodwill/chart";
 * import { npsScore } from "goodwill/experience";
 *
 * const score = npsScore({ promoters: 462, passives: 176, detractors: 362 });
 * const chart = npsChart(score ? [{ group: "2026", score }] : []);
 * chart.description.slice(0, 68); // => "Net Promoter Score by group: 2026 +10.0 (95% interval +4.4 to +15.6;"
 * ```
 */
export function npsChart(
  groups: readonly NpsGroup[],
  options: ChartOptions = {},
): PlotSpecification {
  groups.forEach(({ group }, index) => {
    if (groups.findIndex((other) => other.group === group) < index) {
      throw new RangeError(`Cannot draw an NPS chart: the group "${group}" is given twice`);
    }
  });
  const sentences = groups.map(scoreSentence);
  const reach = reachOf(groups);
  const widths = groups.map((group) => textWidth(intervalText(group), 12));
  const figureWidth = FIGURE_GAP + Math.max(40, ...widths);
  return rowChart(
    {
      title: "Net Promoter Score",
      subtitle:
        "Promoters scored 9 or 10, passives 7 or 8, detractors 0 to 6. The score is the percentage of promoters minus that of detractors.",
      description:
        groups.length === 0
          ? "Net Promoter Score by group: no group."
          : `Net Promoter Score by group: ${sentences.join("; ")}.`,
      legend: (palette) => [
        { label: "detractors", shape: "square", color: palette.bad },
        { label: "passives", shape: "square", color: palette.neutral },
        { label: "promoters", shape: "square", color: palette.good },
        { label: "score with interval", shape: "diamond", color: palette.ink },
      ],
      rows: groups.map(({ group }) => ({ id: group, label: group })),
      rowHeight: 58,
      right: figureWidth,
      heading: "NPS",
      axisTitle: "bars: percent of answers, passives centred; score: points",
      x: { domain: [-reach, reach], ticks: [-1, -0.5, 0, 0.5, 1].map((share) => share * reach) },
      layers: (plot) => [
        zeroLayer(plot),
        ...barLayers(groups, plot),
        ...scoreLayers(groups, { plot, sentences, right: plot.plotWidth + figureWidth }),
      ],
    },
    options,
  );
}

function scoreSentence({ group, score }: NpsGroup): string {
  const { nps, interval, n } = score;
  const shares = `${percentText(score.promoterShare)} promoters, ${percentText(score.passiveShare)} passives, ${percentText(score.detractorShare)} detractors of ${amountText(n)}`;
  return `${group} ${signedText(nps, 1)} (${amountText(100 * interval.level)}% interval ${signedText(interval.lower, 1)} to ${signedText(interval.upper, 1)}; ${shares})`;
}

function intervalText({ score: { interval } }: NpsGroup): string {
  return `${signedText(interval.lower, 0)} to ${signedText(interval.upper, 0)}`;
}

/** How far the plot has to go to both sides, in percent and points alike; a multiple of 20. */
function reachOf(groups: readonly NpsGroup[]): number {
  const ends = groups.flatMap(({ score }) => [
    100 * (score.promoterShare + 0.5 * score.passiveShare),
    100 * (score.detractorShare + 0.5 * score.passiveShare),
    Math.abs(score.interval.lower),
    Math.abs(score.interval.upper),
  ]);
  return Math.min(100, Math.max(20, 20 * Math.ceil(Math.max(0, ...ends) / 20)));
}

function barLayers(groups: readonly NpsGroup[], { x, y, palette, pixels }: RowPlot): ChartLayer[] {
  const bars = groups.flatMap(({ group, score }) => {
    const middle = 50 * score.passiveShare;
    const parts = [
      {
        kind: "detractors",
        share: score.detractorShare,
        from: 0 - middle - 100 * score.detractorShare,
        to: 0 - middle,
      },
      { kind: "passives", share: score.passiveShare, from: 0 - middle, to: middle },
      {
        kind: "promoters",
        share: score.promoterShare,
        from: middle,
        to: middle + 100 * score.promoterShare,
      },
    ];
    return parts.map((part) => ({ row: group, ...part }));
  });
  const sentence = ({ row, kind, share }: (typeof bars)[number]): string =>
    `${row}: ${percentText(share)} ${kind}`;
  const legible = bars.filter(
    ({ share }) => pixels(100 * share) >= textWidth(percentText(share), 11) + 6,
  );
  return [
    {
      data: { values: bars.map((bar): ChartDatum => ({ ...bar, sentence: sentence(bar) })) },
      mark: { type: "bar", aria: true, orient: "horizontal", height: 22, yOffset: BAR_SHIFT },
      encoding: {
        x: x("from"),
        x2: { field: "to" },
        y,
        color: {
          field: "kind",
          type: "nominal",
          scale: {
            domain: ["detractors", "passives", "promoters"],
            range: [palette.bad, palette.neutral, palette.good],
          },
          legend: null,
        },
        ...SENTENCE,
      },
    },
    {
      data: {
        values: legible.map(({ row, from, to, share }) => ({
          row,
          middle: 0.5 * (from + to),
          percent: percentText(share),
        })),
      },
      mark: {
        type: "text",
        aria: false,
        baseline: "middle",
        color: palette.paper,
        fontSize: 11,
        dy: BAR_SHIFT,
      },
      encoding: { x: x("middle"), y, text: { field: "percent", type: "nominal" } },
    },
  ];
}

function scoreLayers(
  groups: readonly NpsGroup[],
  {
    plot,
    sentences,
    right,
  }: { readonly plot: RowPlot; readonly sentences: readonly string[]; readonly right: number },
): ChartLayer[] {
  const { x, y, palette } = plot;
  return [
    intervalLayer(
      groups.map(({ group, score }) => ({
        row: group,
        lower: score.interval.lower,
        upper: score.interval.upper,
      })),
      { x, y, color: palette.ink, yOffset: SCORE_SHIFT },
    ),
    {
      data: {
        values: groups.map(({ group, score }, index) => ({
          row: group,
          nps: score.nps,
          sentence: sentences[index]!,
        })),
      },
      mark: {
        type: "point",
        aria: true,
        shape: "diamond",
        size: 90,
        filled: true,
        opacity: 1,
        color: palette.ink,
        yOffset: SCORE_SHIFT,
      },
      encoding: { x: x("nps"), y, ...SENTENCE },
    },
    figureLayer(
      groups.map(({ group, score }) => ({ row: group, figure: signedText(score.nps, 1) })),
      { y, x: right, color: palette.ink, bold: true, dy: BAR_SHIFT },
    ),
    figureLayer(
      groups.map((one) => ({ row: one.group, figure: intervalText(one) })),
      { y, x: right, color: palette.quiet, dy: SCORE_SHIFT },
    ),
  ];
}
