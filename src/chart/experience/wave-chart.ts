import type { FactorChange, WaveComparison } from "../../experience/wave/compare-waves.js";
import { intervalEnds, roundDomain } from "../frame/domain.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, intervalLayer, NO_FIGURE, SENTENCE, zeroLayer } from "../frame/row-marks.js";
import type { ChartLayer, ChartShape, PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, listText, signedText } from "../frame/wording.js";

/** How to draw the comparison of two waves. */
export interface WaveChartOptions extends LabelledChartOptions {
  /** What to call the waves; `before` and `after` when absent. */
  readonly waves?: {
    /** The earlier wave. */
    readonly before: string;
    /** The later wave. */
    readonly after: string;
  };
}

const FIGURE_WIDTH = 74;

/** Shift of both waves from the middle of the row: up for the earlier, down for the later. */
const SHIFT = 7;

const VERDICTS: Readonly<Record<FactorChange["verdict"], string>> = {
  improved: "improved beyond chance",
  worsened: "worsened beyond chance",
  unproven: "no change beyond chance",
  untested: "not tested",
};

const AIMS: Readonly<Record<WaveComparison["aims"][number]["outcome"], string>> = {
  closed: "the gap is closed",
  improved: "improved, but still short",
  unproven: "no change beyond chance",
  worsened: "worsened",
  untested: "not tested",
};

/**
 * Did it get better since the last wave?
 *
 * Two points a factor: the satisfaction (experience minus expectation) of the earlier wave above that of the later,
 * each with its interval; at the right the change, with a triangle where it is beyond chance. The factors aimed at
 * are set off.
 *
 * @param comparison - The result of `compareWaves` or `compareAnalyses`.
 * @param options - Theme, title, width, names of the factors and of the waves.
 * @returns The specification.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { waveChart } from "goodwill/chart";
 * import { analyzeExperience, compareAnalyses } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["price"] };
 * const wave = (experience: number) =>
 *   analyzeExperience([{ factor: "price", importance: 8, expectation: 7, experience }], { study });
 * const chart = waveChart(compareAnalyses(wave(5), wave(7)), { labels: { price: "Price" } });
 * chart.title.subtitle; // => ["Aim Price: not tested. Next: no factor falls short."]
 * ```
 */
export function waveChart(
  comparison: WaveComparison,
  options: WaveChartOptions = {},
): PlotSpecification {
  const { changes, aims } = comparison;
  const waves = options.waves ?? { before: "before", after: "after" };
  const name = (factor: string): string => labelText(factor, options.labels);
  const story = storyText(comparison, name);
  const level = changes.find(({ after }) => after?.interval)?.after?.interval?.level;
  const ends = changes.flatMap(({ before, after }) => [before, after].flatMap(intervalEnds));
  return rowChart(
    {
      title: `Satisfaction ${waves.before} and ${waves.after}`,
      subtitle:
        level === undefined ? story : `${story} Thin lines: ${amountText(100 * level)}% intervals.`,
      description: `Satisfaction (experience minus expectation) by factor, ${waves.before} and ${waves.after}: ${changes.map((change) => changeText(change, name)).join("; ")}. ${story}`,
      legend: ({ paper, neutral, ink, good, bad }) => [
        { label: waves.before, shape: "circle", color: neutral, fill: paper },
        { label: waves.after, shape: "circle", color: ink },
        ...(changes.some(({ verdict }) => verdict === "improved")
          ? [{ label: VERDICTS.improved, shape: "triangle-up" as const, color: good }]
          : []),
        ...(changes.some(({ verdict }) => verdict === "worsened")
          ? [{ label: VERDICTS.worsened, shape: "triangle-down" as const, color: bad }]
          : []),
      ],
      rows: changes.map(({ factor }) => ({
        id: factor,
        label: name(factor),
        highlighted: aims.some((aim) => aim.factor === factor),
      })),
      rowHeight: 42,
      right: FIGURE_WIDTH,
      heading: "change",
      axisTitle: "satisfaction: experience minus expectation, points of the scale",
      x: roundDomain([0, ...ends]),
      layers: (plot) => waveLayers(changes, { plot, name }),
    },
    options,
  );
}

function storyText({ aims, nextKey }: WaveComparison, name: (factor: string) => string): string {
  const next = {
    found: `key experience ${listText(nextKey.factors.map(name))}`,
    undetermined: `open between ${listText(nextKey.factors.map(name))}`,
    none: "no factor falls short",
    unknown: "no gap was measured",
  }[nextKey.status];
  return [
    ...aims.map(({ factor, outcome }) => `Aim ${name(factor)}: ${AIMS[outcome]}.`),
    `Next: ${next}.`,
  ].join(" ");
}

function changeText(
  { factor, before, after, change, verdict }: FactorChange,
  name: (factor: string) => string,
): string {
  const figure = (one: { readonly mean: number } | undefined): string =>
    one ? signedText(one.mean, 2) : "unknown";
  const test = change ? ` (${signedText(change.estimate, 2)}, ${VERDICTS[verdict]})` : "";
  return `${name(factor)} from ${figure(before)} to ${figure(after)}${test}`;
}

function waveLayers(
  changes: readonly FactorChange[],
  { plot, name }: { readonly plot: RowPlot; readonly name: (factor: string) => string },
): ChartLayer[] {
  const { x, y, palette, plotWidth } = plot;
  const right = plotWidth + FIGURE_WIDTH;
  const wave = (which: "before" | "after"): ChartLayer[] => {
    const yOffset = which === "before" ? -SHIFT : SHIFT;
    const color = which === "before" ? palette.neutral : palette.ink;
    const look =
      which === "before"
        ? { filled: false, fill: palette.paper, strokeWidth: 2 }
        : { filled: true, opacity: 1 };
    return [
      intervalLayer(
        changes.flatMap(({ factor, [which]: { interval } = {} }) =>
          interval ? [{ row: factor, lower: interval.lower, upper: interval.upper }] : [],
        ),
        { x, y, color, yOffset },
      ),
      {
        data: {
          values: changes.flatMap((change) => {
            const mean = change[which]?.mean;
            return mean === undefined
              ? []
              : [{ row: change.factor, mean, sentence: changeText(change, name) }];
          }),
        },
        mark: {
          type: "point",
          aria: which === "after",
          shape: "circle",
          size: 80,
          color,
          yOffset,
          ...look,
        },
        encoding: { x: x("mean"), y, ...SENTENCE },
      },
    ];
  };
  return [
    zeroLayer(plot),
    ...wave("before"),
    ...wave("after"),
    verdictLayer(changes, { plot, verdict: "improved", shape: "triangle-up", color: palette.good }),
    verdictLayer(changes, {
      plot,
      verdict: "worsened",
      shape: "triangle-down",
      color: palette.bad,
    }),
    ...[true, false].map((proven) =>
      figureLayer(
        changes
          .filter(({ verdict }) => (verdict === "improved" || verdict === "worsened") === proven)
          .map(({ factor, change, before, after }) => ({
            row: factor,
            figure: differenceText(
              change?.estimate ?? (before && after && after.mean - before.mean),
            ),
          })),
        { y, x: right, color: proven ? palette.ink : palette.quiet, bold: proven },
      ),
    ),
  ];
}

function differenceText(difference: number | undefined): string {
  return difference === undefined ? NO_FIGURE : signedText(difference, 2);
}

function verdictLayer(
  changes: readonly FactorChange[],
  {
    plot,
    verdict,
    shape,
    color,
  }: {
    readonly plot: RowPlot;
    readonly verdict: FactorChange["verdict"];
    readonly shape: ChartShape;
    readonly color: string;
  },
): ChartLayer {
  return {
    data: {
      values: changes
        .filter((change) => change.verdict === verdict)
        .map(({ factor }) => ({ row: factor, verdict })),
    },
    mark: { type: "point", aria: false, shape, size: 80, filled: true, opacity: 1, color },
    encoding: { x: { value: plot.plotWidth + 20 }, y: plot.y },
  };
}
