import type { Attribution, AttributionModel } from "../../touchpoint/attribution/attribution.js";
import { roundDomain } from "../frame/domain.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, NO_FIGURE, SENTENCE } from "../frame/row-marks.js";
import type { ChartLayer, ChartShape, PlotSpecification } from "../frame/specification.js";
import type { ChartPalette, LabelledChartOptions } from "../frame/theme.js";
import { listText, percentText } from "../frame/wording.js";
import { creditRows, type TouchpointRow } from "./credit-rows.js";

/** How to draw the comparison of attributions. */
export interface AttributionChartOptions extends LabelledChartOptions {
  /** What is shared: `conversions`, the default, or their `value`. */
  readonly measure?: "conversions" | "value";
}

interface ModelLook {
  readonly shape: ChartShape;
  readonly tone: "neutral" | "good" | "bad";
  readonly hollow?: true;
  readonly label: string;
  /** On which line of a row it is drawn, so that equal shares do not hide one another. */
  readonly line: 0 | 1 | 2;
}

/** How each model is drawn: rules of thumb in grey, computed models in colour. */
const LOOKS: Readonly<Record<AttributionModel, ModelLook>> = {
  first: { line: 0, shape: "triangle-left", tone: "neutral", label: "first" },
  last: { line: 0, shape: "triangle-right", tone: "neutral", label: "last" },
  "last-non-direct": {
    ...{ line: 0, shape: "triangle-right", tone: "neutral", hollow: true },
    label: "last non-direct",
  },
  linear: { line: 1, shape: "square", tone: "neutral", hollow: true, label: "linear" },
  "position-based": { line: 1, shape: "square", tone: "neutral", label: "position-based" },
  "time-decay": { line: 1, shape: "triangle-down", tone: "neutral", label: "time decay" },
  markov: { line: 2, shape: "circle", tone: "good", label: "Markov" },
  shapley: { line: 2, shape: "diamond", tone: "bad", label: "Shapley" },
};

/** Touchpoints that have a row; of more the least credited are left out. */
const MOST_ROWS = 20;

const FIGURE_WIDTH = 92;

/** Distance of the lines of a row, and its height with one of them. */
const LINE = { height: 11, row: 26 };

/** The lines that the models take, from the top. */
function linesOf(attributions: readonly Attribution[]): readonly number[] {
  return [0, 1, 2].filter((line) => attributions.some(({ model }) => LOOKS[model].line === line));
}

/**
 * Which touchpoints earn the outcome, and does that depend on the model?
 *
 * A row a touchpoint, a mark a model: the share of all conversions, or of their value, that the model credits to it. A
 * band from the lowest share to the highest, and both as figures, show how far the models differ. The highest mean
 * share comes first; beyond 20 touchpoints the least are left out, and the subtitle says so.
 *
 * @param attributions - The outcomes shared by different models, of the same paths.
 * @param options - Theme, title, width, names of the touchpoints, and what is shared.
 * @returns The specification; without attributions or without conversions a plot without marks.
 * @throws RangeError when a model is given twice or the width is below 280 pixels.
 * @example
 * ```ts
 * import { attributionChart } from "goodwill/chart";
 * import { compareAttribution } from "goodwill/touchpoint";
 *
 * const paths = [
 *   { steps: ["search", "mail"], conversions: 6, nulls: 30 },
 *   { steps: ["mail"], conversions: 2, nulls: 40 },
 * ];
 * const { attributions } = compareAttribution(paths, { models: ["first", "last", "linear"] });
 * attributionChart(attributions).title.text; // => ["2 of 3 models credit mail most"]
 * ```
 */
export function attributionChart(
  attributions: readonly Attribution[],
  options: AttributionChartOptions = {},
): PlotSpecification {
  attributions.forEach(({ model }, index) => {
    if (attributions.findIndex((other) => other.model === model) < index) {
      throw new RangeError(`Cannot draw attributions: the model "${model}" is given twice`);
    }
  });
  const { measure = "conversions", labels } = options;
  const all = creditRows(attributions, { measure, labels });
  const rows = all.slice(0, MOST_ROWS);
  const words = storyText(all, { models: attributions.length, shown: rows.length });
  const sentences = rows.map(rowText);
  const lines = linesOf(attributions);
  return rowChart(
    {
      title: titleText(all, attributions),
      subtitle: words,
      description:
        rows.length === 0
          ? `Share of ${measure} by touchpoint and model: nothing to share.`
          : `Share of ${measure} by touchpoint and model: ${sentences.join("; ")}. ${words}`,
      legend: (palette) =>
        attributions.map(({ model }) => ({
          label: LOOKS[model].label,
          shape: LOOKS[model].shape,
          color: palette[LOOKS[model].tone],
          ...(LOOKS[model].hollow && { fill: palette.paper }),
        })),
      rows: rows.map(({ touchpoint, label }) => ({ id: touchpoint, label })),
      rowHeight: LINE.row + LINE.height * (lines.length - 1),
      right: FIGURE_WIDTH,
      heading: attributions.length > 1 ? "range" : "share",
      axisTitle: `share of ${measure} credited (%)`,
      x: roundDomain([0, ...rows.map(({ highest }) => 100 * highest)], { min: 0, max: 100 }),
      layers: (plot) => creditLayers(rows, { plot, attributions }),
    },
    options,
  );
}

function titleText(rows: readonly TouchpointRow[], attributions: readonly Attribution[]): string {
  const [first] = rows;
  if (first === undefined) return "There is nothing to share";
  const models = new Set(rows.flatMap(({ shares }) => shares.map(({ model }) => model)));
  const won = (row: TouchpointRow): number =>
    row.shares.filter(({ model, share }) =>
      rows.every((other) => (other.shares.find((one) => one.model === model)?.share ?? 0) <= share),
    ).length;
  const winner = rows.toSorted((a, b) => won(b) - won(a))[0] ?? first;
  if (models.size === 1) {
    const model = attributions.find((one) => models.has(one.model))?.model ?? "first";
    return `The model \u201c${LOOKS[model].label}\u201d credits ${winner.label} most: ${percentText(winner.highest)}`;
  }
  return won(winner) === models.size
    ? `Every model credits ${winner.label} most`
    : `${won(winner)} of ${models.size} models credit ${winner.label} most`;
}

function storyText(
  rows: readonly TouchpointRow[],
  { models, shown }: { readonly models: number; readonly shown: number },
): string {
  const widest = rows.toSorted((a, b) => b.highest - b.lowest - (a.highest - a.lowest))[0];
  const spread =
    widest === undefined || models < 2
      ? []
      : [
          `The models differ most about ${widest.label}: ${percentText(widest.lowest)} to ${percentText(widest.highest)}.`,
        ];
  const rest = rows.length - shown;
  const left = rest > 0 ? [`${rest} touchpoints with less are left out.`] : [];
  return [...spread, ...left, "Credit is a convention of each model, no proof of cause."].join(" ");
}

function rowText({ label, shares }: TouchpointRow): string {
  const parts = shares.map(({ model, share }) => `${percentText(share)} by ${LOOKS[model].label}`);
  return `${label} ${listText(parts)}`;
}

function creditLayers(
  rows: readonly TouchpointRow[],
  { plot, attributions }: { readonly plot: RowPlot; readonly attributions: readonly Attribution[] },
): ChartLayer[] {
  const { x, y, palette, plotWidth } = plot;
  const lines = linesOf(attributions);
  const strokeWidth = 12 + LINE.height * Math.max(0, lines.length - 1);
  return [
    {
      data: {
        values: rows.map(({ touchpoint, lowest, highest }) => ({
          ...{ row: touchpoint, lowest: percentOf(lowest), highest: percentOf(highest) },
        })),
      },
      mark: { type: "rule", aria: false, color: palette.line, strokeWidth },
      encoding: { x: x("lowest"), x2: { field: "highest" }, y },
    },
    ...attributions.map(({ model }) => {
      const at = lines.indexOf(LOOKS[model].line) - 0.5 * (lines.length - 1);
      return modelLayer(rows, { plot, model, yOffset: LINE.height * at });
    }),
    figureLayer(
      rows.map((row) => ({ row: row.touchpoint, figure: figureText(row) })),
      { y, x: plotWidth + FIGURE_WIDTH, color: palette.ink },
    ),
  ];
}

/** Percent of a share without its last digits, which depend on the order of sums alone. */
function percentOf(share: number): number {
  return Math.round(1e8 * share) / 1e6;
}

function figureText({ lowest, highest, shares }: TouchpointRow): string {
  if (shares.length === 0) return NO_FIGURE;
  const [from, to] = [percentText(lowest), percentText(highest)];
  return from === to ? to : `${from} to ${to}`;
}

function modelLayer(
  rows: readonly TouchpointRow[],
  {
    plot: { x, y, palette },
    model,
    yOffset,
  }: { readonly plot: RowPlot; readonly model: AttributionModel; readonly yOffset: number },
): ChartLayer {
  const { shape, tone, hollow, label: name } = LOOKS[model];
  return {
    data: {
      values: rows.flatMap(({ touchpoint, label, shares }) =>
        shares
          .filter((one) => one.model === model)
          .map(({ share }) => ({
            ...{ row: touchpoint, percent: percentOf(share) },
            sentence: `${label}: ${percentText(share)} by ${name}`,
          })),
      ),
    },
    mark: {
      ...{ type: "point", aria: true, shape, size: 60, color: palette[tone], yOffset },
      ...(hollow ? fillOf(palette) : { filled: true, opacity: 1 }),
    },
    encoding: { x: x("percent"), y, ...SENTENCE },
  };
}

function fillOf({ paper }: ChartPalette) {
  return { filled: false, fill: paper, strokeWidth: 2 };
}
