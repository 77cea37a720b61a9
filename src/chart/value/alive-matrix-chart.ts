import { canvasChart } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { amountText, percentText } from "../frame/wording.js";
import { drawCells } from "./cell-grid.js";
import { colourSteps } from "./colour-steps.js";
import { requireFigure, requireOnce } from "./required-figures.js";

/** Customers of one history, with the probability that they still are customers. */
export interface AliveMatrixCell {
  /** Repeat purchases, of at least 0. */
  readonly frequency: number;
  /** Time from the first purchase to the last, of at least 0. */
  readonly recency: number;
  /** The probability, 0 to 1. */
  readonly aliveProbability: number;
}

/** How to draw alive probabilities. */
export interface AliveMatrixChartOptions extends ChartOptions {
  /** What times are counted in, such as `weeks`; not named when absent. */
  readonly timeUnit?: string;
  /** How long the customers have been known, in the same unit; not said when absent. */
  readonly age?: number;
}

const TASK = "an alive matrix";

/** More values on an axis cannot be drawn on a phone. */
const MOST_VALUES = 120;

/** More cells than this are summed up in the description, not read out one by one. */
const MOST_READ = 60;

const GRID_HEIGHT = 300;

const ROW_HEIGHTS = { least: 3, most: 24 };

const WIDEST_CELL = 48;

/**
 * Who is still a customer, by how often and how lately they bought?
 *
 * A column a number of repeat purchases, a row a time of the last purchase, the latest on top; the colour is the
 * probability of being alive, in steps of 20 percent. Of two customers who fell silent at the same time, the one who
 * bought more often is more surely gone.
 *
 * @param cells - The probabilities, in any order; histories that are not given stay empty.
 * @param options - Unit of time, age of the customers, theme, title and width.
 * @returns The specification; without cells one that says so.
 * @throws RangeError when a figure is negative, a probability is not between 0 and 1, a history is given twice, there
 * are more than 120 different frequencies or recencies, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { aliveMatrixChart } from "goodwill/chart";
 *
 * const cells = [
 *   { frequency: 1, recency: 10, aliveProbability: 0.6 },
 *   { frequency: 9, recency: 10, aliveProbability: 0.1 },
 *   { frequency: 9, recency: 38, aliveProbability: 0.97 },
 * ];
 * const chart = aliveMatrixChart(cells, { timeUnit: "weeks", age: 39, width: 900 });
 * chart.title.text; // => ["After 9 repeat purchases: 97% alive if the last was at 38 weeks, 10% if at 10"]
 * ```
 */
export function aliveMatrixChart(
  cells: readonly AliveMatrixCell[],
  options: AliveMatrixChartOptions = {},
): PlotSpecification {
  requireCells(cells, options);
  const rising = (values: readonly number[]): number[] =>
    [...new Set(values)].toSorted((a, b) => a - b);
  const columns = rising(cells.map(({ frequency }) => frequency));
  const rows = rising(cells.map(({ recency }) => recency)).toReversed();
  requireFigure(columns.length, {
    ...{ task: TASK, name: "the number of frequencies", least: 0, most: MOST_VALUES },
  });
  requireFigure(rows.length, {
    ...{ task: TASK, name: "the number of recencies", least: 0, most: MOST_VALUES },
  });
  const { paper, ink, quiet } = paletteOf(options);
  const percent = (value: number): string => `${amountText(value)}%`;
  const steps = colourSteps(100, { options, text: percent, max: 100 });
  const isEmpty = cells.length === 0;
  const rowHeight = Math.round(GRID_HEIGHT / Math.max(1, rows.length));
  const unit = options.timeUnit === undefined ? "" : ` (${options.timeUnit})`;
  return canvasChart(
    {
      title: isEmpty ? "No history is given" : titleText(cells, options),
      subtitle: isEmpty
        ? ""
        : `Probability of being alive${options.age === undefined ? "" : `, known for ${timeText(options.age, options)}`}.`,
      description: descriptionOf(cells, options),
      legend: isEmpty ? [] : steps.legend,
      tones: { paper, ink, quiet, ...steps.tones },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawCells(
            {
              ...{ rows: rows.map(amountText), columns: columns.map(amountText) },
              ...{ rowTitle: `last purchase${unit}`, columnTitle: "repeat purchases" },
              cells: cells.map((cell) => {
                const text = percentText(cell.aliveProbability);
                return {
                  row: rows.indexOf(cell.recency),
                  column: columns.indexOf(cell.frequency),
                  ...steps.lookOf(100 * cell.aliveProbability),
                  figures: [[text], [text.replace("%", "")]],
                  sentence: sentenceOf(cell, options),
                };
              }),
              rowHeight: Math.max(ROW_HEIGHTS.least, Math.min(ROW_HEIGHTS.most, rowHeight)),
              ...{ widestCell: WIDEST_CELL, axes: "numbers", hasGround: false },
            },
            options,
          ),
    },
    options,
  );
}

function requireCells(cells: readonly AliveMatrixCell[], { age }: AliveMatrixChartOptions): void {
  if (age !== undefined) requireFigure(age, { task: TASK, name: "age", least: 0 });
  cells.forEach(({ frequency, recency, aliveProbability }, index) => {
    const figure = (value: number, field: keyof AliveMatrixCell, most?: number): void => {
      const name = `cells[${String(index)}].${field}`;
      requireFigure(value, { task: TASK, name, least: 0, ...(most !== undefined && { most }) });
    };
    figure(frequency, "frequency");
    figure(recency, "recency");
    figure(aliveProbability, "aliveProbability", 1);
  });
  requireOnce(
    cells.map(({ frequency, recency }) => `${String(frequency)}, ${String(recency)}`),
    { task: TASK, what: "the history" },
  );
}

function timeText(time: number, { timeUnit }: AliveMatrixChartOptions): string {
  return timeUnit === undefined ? amountText(time) : `${amountText(time)} ${timeUnit}`;
}

/** What the silence means for those who bought most often, where they are given with more than one last purchase. */
function titleText(cells: readonly AliveMatrixCell[], options: AliveMatrixChartOptions): string {
  const most = Math.max(...cells.map(({ frequency }) => frequency));
  const often = cells
    .filter(({ frequency }) => frequency === most)
    .toSorted((a, b) => a.recency - b.recency);
  const [earliest, latest] = [often[0]!, often.at(-1)!];
  const alive = `After ${amountText(most)} repeat purchases: ${percentText(latest.aliveProbability)} alive if the last was at ${timeText(latest.recency, options)}`;
  return often.length === 1
    ? alive
    : `${alive}, ${percentText(earliest.aliveProbability)} if at ${amountText(earliest.recency)}`;
}

function descriptionOf(
  cells: readonly AliveMatrixCell[],
  options: AliveMatrixChartOptions,
): string {
  const task = "Probability of being alive by repeat purchases and time of the last purchase";
  if (cells.length === 0) return `${task}: no history is given.`;
  if (cells.length <= MOST_READ)
    return `${task}: ${cells.map((cell) => sentenceOf(cell, options)).join("; ")}.`;
  const sorted = cells.toSorted((a, b) => a.aliveProbability - b.aliveProbability);
  const likely = cells.filter(({ aliveProbability }) => aliveProbability >= 0.5);
  return `${task}, ${amountText(cells.length)} histories: the least is ${sentenceOf(sorted[0]!, options)}; the most is ${sentenceOf(sorted.at(-1)!, options)}; at least 50% in ${amountText(likely.length)}. ${titleText(cells, options)}.`;
}

function sentenceOf(
  { frequency, recency, aliveProbability }: AliveMatrixCell,
  options: AliveMatrixChartOptions,
): string {
  return `${amountText(frequency)} repeat purchases, the last at ${timeText(recency, options)}: ${percentText(aliveProbability)} alive`;
}
