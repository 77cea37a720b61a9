import { canvasChart } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, percentText } from "../frame/wording.js";
import { drawCells } from "./cell-grid.js";
import { colourSteps } from "./colour-steps.js";
import { requireFigure, requireOnce } from "./required-figures.js";

/** The customers of one recency score and one frequency score. */
export interface RfmHeatMapCell {
  /** Score of recency, a whole number from 1 to the number of bins, the latest highest. */
  readonly recencyScore: number;
  /** Score of frequency, a whole number from 1 to the number of bins, the most often highest. */
  readonly frequencyScore: number;
  /** How many customers, an integer of at least 0. */
  readonly count: number;
  /** What one of them spent on average; absent where that is not known or nobody is there. */
  readonly meanAmount?: number;
}

/** Customers by both scores. */
export interface RfmHeatMapGrid {
  /** The cells, in any order; one that is not given has no customers. */
  readonly cells: readonly RfmHeatMapCell[];
  /** How many scores there are, an integer from 2 to 10. */
  readonly bins: number;
}

/** How to draw customers by their scores. */
export interface RfmHeatMapOptions extends ChartOptions {
  /** What the colour and the figure of a cell tell; `customers` when absent. */
  readonly measure?: "customers" | "meanAmount";
  /** Decimals of the currency where amounts are in minor units, such as cents: 2 for euro; 0 when absent. */
  readonly minorDigits?: number;
  /** What to call the currency, such as `EUR`; not named when absent. */
  readonly currency?: string;
}

const TASK = "an RFM heat map";

const MOST_BINS = 10;

const ROW_HEIGHT = 36;

const WIDEST_CELL = 108;

/**
 * How many customers are recent and frequent, and what do they spend?
 *
 * A row a recency score, the latest on top; a column a frequency score, the most often at the right: the number of
 * customers, or what one of them spends on average, as colour and as figure. The best customers stand in the upper
 * right corner, those who came once and long ago in the lower left one.
 *
 * @param grid - Customers by both scores.
 * @param options - What is told of a cell, decimals and name of the currency, theme, title and width.
 * @returns The specification; without customers one that says so.
 * @throws RangeError when the bins are no integer from 2 to 10, a score is no integer from 1 to the bins, a cell is
 * given twice, a count is no integer of at least 0, an amount is no finite number, the decimals are no integer from 0
 * to 4, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { rfmHeatMap } from "goodwill/chart";
 *
 * const cells = [
 *   { recencyScore: 1, frequencyScore: 1, count: 60, meanAmount: 12 },
 *   { recencyScore: 2, frequencyScore: 1, count: 10, meanAmount: 14 },
 *   { recencyScore: 2, frequencyScore: 2, count: 30, meanAmount: 90 },
 * ];
 * const chart = rfmHeatMap({ cells, bins: 2 });
 * chart.title.text; // => ["30% of customers are best in both scores, 60% worst in both"]
 * ```
 */
export function rfmHeatMap(
  { cells, bins }: RfmHeatMapGrid,
  options: RfmHeatMapOptions = {},
): PlotSpecification {
  const { measure = "customers", minorDigits = 0, currency } = options;
  requireGrid({ cells, bins }, minorDigits);
  const filled = cells.filter(({ count }) => count > 0);
  const priced = filled.filter(hasAmount);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  const unit = currency === undefined ? "" : ` ${currency}`;
  const amount = (value: number): string => amountText(value / 10 ** minorDigits);
  const drawn =
    measure === "customers"
      ? filled.map((cell) => ({ ...cell, value: cell.count }))
      : priced.map((cell) => ({ ...cell, value: cell.meanAmount / 10 ** minorDigits }));
  const sentenceOf = (cell: RfmHeatMapCell): string =>
    `recency ${String(cell.recencyScore)}, frequency ${String(cell.frequencyScore)}: ${customersText(cell.count)} (${percentText(cell.count / total)})${hasAmount(cell) ? `, mean amount ${amount(cell.meanAmount)}${unit}` : ""}`;
  const { paper, ink, quiet, line } = paletteOf(options);
  const isEmpty = drawn.length === 0;
  const values = drawn.map(({ value }) => value);
  const steps = colourSteps(Math.max(measure === "customers" ? 5 : 0, ...values), {
    ...{ options, text: amountText },
  });
  const scores = Array.from({ length: bins }, (_, index) => String(index + 1));
  return canvasChart(
    {
      title: isEmpty
        ? `No customer has ${measure === "customers" ? "a score" : "an amount"}`
        : measure === "customers"
          ? sharesText(filled, { bins, total })
          : amountsText(priced, (cell) => `${amount(cell.meanAmount)}${unit}`),
      subtitle: isEmpty
        ? ""
        : `${customersText(total)}. ${measure === "customers" ? "Colour and figure: customers." : `Colour and figure: mean amount a customer${currency === undefined ? "" : `, ${currency}`}.`}`,
      description: isEmpty
        ? "Customers by recency score and frequency score: no customer has a score."
        : `Customers by recency score and frequency score, 1 to ${String(bins)}: ${drawn.map(sentenceOf).join("; ")}.`,
      legend: isEmpty ? [] : steps.legend,
      tones: { paper, ink, quiet, none: tint(paper, line, 0.35), ...steps.tones },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawCells(
            {
              rows: scores.toReversed(),
              columns: scores,
              rowTitle: `recency score (${String(bins)}: latest)`,
              columnTitle: `frequency score (${String(bins)}: most often)`,
              cells: drawn.map((cell) => ({
                ...{ row: bins - cell.recencyScore, column: cell.frequencyScore - 1 },
                ...steps.lookOf(cell.value),
                figures: figuresOf(cell.value),
                sentence: sentenceOf(cell),
              })),
              ...{ rowHeight: ROW_HEIGHT, widestCell: WIDEST_CELL },
              ...{ axes: "numbers", hasGround: true },
            },
            options,
          ),
    },
    options,
  );
}

type PricedCell = RfmHeatMapCell & Required<Pick<RfmHeatMapCell, "meanAmount">>;

function hasAmount(cell: RfmHeatMapCell): cell is PricedCell {
  return cell.meanAmount !== undefined;
}

function requireGrid({ cells, bins }: RfmHeatMapGrid, minorDigits: number): void {
  const whole = { task: TASK, whole: true };
  requireFigure(bins, { ...whole, name: "bins", least: 2, most: MOST_BINS });
  requireFigure(minorDigits, { ...whole, name: "minorDigits", least: 0, most: 4 });
  cells.forEach((cell, index) => {
    const name = (field: keyof RfmHeatMapCell): string => `cells[${String(index)}].${field}`;
    for (const score of ["recencyScore", "frequencyScore"] as const)
      requireFigure(cell[score], { ...whole, name: name(score), least: 1, most: bins });
    requireFigure(cell.count, { ...whole, name: name("count"), least: 0 });
    requireFigure(cell.meanAmount ?? 0, { task: TASK, name: name("meanAmount") });
  });
  requireOnce(
    cells.map((cell) => `${String(cell.recencyScore)}, ${String(cell.frequencyScore)}`),
    { task: TASK, what: "the cell" },
  );
}

function customersText(count: number): string {
  return count === 1 ? "1 customer" : `${amountText(count)} customers`;
}

function sharesText(
  cells: readonly RfmHeatMapCell[],
  { bins, total }: { readonly bins: number; readonly total: number },
): string {
  const share = (score: number): string => {
    const cell = cells.find(
      ({ recencyScore, frequencyScore }) => recencyScore === score && frequencyScore === score,
    );
    return percentText((cell?.count ?? 0) / total);
  };
  return `${share(bins)} of customers are best in both scores, ${share(1)} worst in both`;
}

function amountsText(cells: readonly PricedCell[], text: (cell: PricedCell) => string): string {
  const highest = cells.reduce((best, cell) => (cell.meanAmount > best.meanAmount ? cell : best));
  return `Most is spent at recency ${String(highest.recencyScore)} and frequency ${String(highest.frequencyScore)}: ${text(highest)} a customer`;
}

/** A figure as it is, without decimals, and in thousands or millions where the cell is narrow. */
function figuresOf(value: number): string[][] {
  const [unit, letter] = value >= 1e6 ? [1e6, "M"] : value >= 1000 ? [1000, "k"] : [1, ""];
  return [
    [amountText(value)],
    [amountText(Math.round(value))],
    [`${amountText(Math.round(value / unit))}${letter}`],
  ];
}
