import { canvasChart } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { amountText, listText, percentText } from "../frame/wording.js";
import { drawCells, widthOfCells, type GridCell } from "./cell-grid.js";
import type { CohortChartRow } from "./cohort-chart-row.js";
import { pooledCohort, type DrawnCohort } from "./cohort-pool.js";
import { colourSteps, type ColourSteps } from "./colour-steps.js";
import { requireFigure, requireOnce } from "./required-figures.js";

/** Cohorts with the share of each that is still active. */
export interface CohortChartRetention {
  /** The cohorts, from the first to the last. */
  readonly cohorts: readonly CohortChartRow[];
  /** What a period is called, in the singular; `month` when absent. */
  readonly by?: string;
}

const TASK = "a cohort triangle";

/** Narrower, a cell has no room for two digits. */
const LEAST_CELL = 19;

const WIDEST_CELL = 46;

const ROW_HEIGHT = 22;

/** More cohorts make a chart too high: then one in two is drawn, or one in three, and so on. */
const MOST_ROWS = 24;

/**
 * How many of those who came together are still active?
 *
 * A row a cohort with its size, a column a period since its first, the percent of the cohort active in it as colour and
 * figure; the last row takes all cohorts together, as far as they have come. A first period in which all are active is
 * left out. Of more than 24 cohorts, or where the width has no room for all periods, one in so many is drawn, and the
 * subtitle says so; nothing is averaged.
 *
 * @param retention - The cohorts; a later one has been seen for fewer periods; as `cohortRetention` gives them.
 * @param options - Theme, title and width.
 * @returns The specification; without customers one that says so.
 * @throws RangeError when a size is no integer of at least 0, a share is not between 0 and 1, a cohort is given twice,
 * or the width is below 280 pixels.
 * @example
 * ```ts
 * import { cohortTriangleChart } from "goodwill/chart";
 *
 * const cohorts = [
 *   { cohort: "2026-01", size: 200, retentionShare: [1, 0.5, 0.3] },
 *   { cohort: "2026-02", size: 100, retentionShare: [1, 0.2] },
 * ];
 * const chart = cohortTriangleChart({ cohorts }, { width: 800 });
 * chart.title.text; // => ["Of all cohorts 40% are active in month 1, 30% in month 2"]
 * ```
 */
export function cohortTriangleChart(
  { cohorts, by: period = "month" }: CohortChartRetention,
  options: ChartOptions = {},
): PlotSpecification {
  requireCohorts(cohorts);
  const filled = cohorts.filter(
    ({ size, retentionShare }) => size > 0 && retentionShare.length > 0,
  );
  const all = pooledCohort(filled);
  const isFirstWhole = filled.every(({ retentionShare: [first] }) => first === 1);
  const from = isFirstWhole && all.retentionShare.length > 1 ? 1 : 0;
  const every = { row: Math.max(1, Math.ceil(filled.length / MOST_ROWS)), column: 1 };
  const drawn = [...filled.filter((_, index) => index % every.row === 0).map(named), all];
  const rows = drawn.map(({ name }) => name);
  const room = Math.max(1, Math.floor(widthOfCells(rows, options) / LEAST_CELL));
  every.column = Math.max(1, Math.ceil((all.retentionShare.length - from) / room));
  const periods = all.retentionShare
    .map((_, index) => index)
    .filter((index) => index >= from && (index - from) % every.column === 0);
  const { paper, ink, quiet } = paletteOf(options);
  const largest = Math.max(
    0,
    ...filled.flatMap(({ retentionShare }) => retentionShare.slice(from)),
  );
  const steps = colourSteps(100 * largest, {
    ...{ options, text: (value: number) => `${amountText(value)}%`, max: 100 },
  });
  const isEmpty = filled.length === 0;
  return canvasChart(
    {
      title: isEmpty ? "No cohort has a customer" : titleText(all, { period, from }),
      subtitle: isEmpty ? "" : subtitleText(all, { period, every, from }),
      description: isEmpty
        ? "Share of each cohort that is still active: no cohort has a customer."
        : `Share of each cohort that is still active, by ${period}s since its first: ${drawn.map((row) => sentenceOf(row, { from, every: every.column })).join("; ")}.`,
      legend: isEmpty ? [] : steps.legend,
      tones: { paper, ink, quiet, ...steps.tones },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawCells(
            {
              ...{ rows, columns: periods.map(String), rowTitle: "cohort (customers)" },
              columnTitle: `${period} since the first`,
              cells: drawn.flatMap((row, index) =>
                periods.flatMap((at, column) =>
                  cellOf(row, { ...{ row: index, column, at, period, steps } }),
                ),
              ),
              ...{ rowHeight: ROW_HEIGHT, widestCell: WIDEST_CELL },
              ...{ axes: "numbers", hasGround: false },
            },
            options,
          ),
    },
    options,
  );
}

function requireCohorts(cohorts: readonly CohortChartRow[]): void {
  cohorts.forEach(({ size, retentionShare }, index) => {
    const name = `cohorts[${String(index)}]`;
    requireFigure(size, { task: TASK, name: `${name}.size`, least: 0, whole: true });
    retentionShare.forEach((share, period) => {
      const field = `${name}.retentionShare[${String(period)}]`;
      requireFigure(share, { task: TASK, name: field, least: 0, most: 1 });
    });
  });
  requireOnce(
    cohorts.map(({ cohort }) => cohort),
    { task: TASK, what: "the cohort" },
  );
}

function named(row: CohortChartRow): DrawnCohort {
  return { ...row, name: `${row.cohort} (${amountText(row.size)})`, cohorts: [] };
}

/** The first period, and the last that at least half of the cohorts have reached. */
function titleText(
  { retentionShare, cohorts }: DrawnCohort,
  { period, from }: { readonly period: string; readonly from: number },
): string {
  const half = 0.5 * (cohorts[0] ?? 0);
  const last = Math.max(
    from,
    cohorts.findLastIndex((count) => count >= half),
  );
  const at = (index: number): string => percentText(retentionShare[index] ?? 0);
  const first = `Of all cohorts ${at(from)} are active in ${period} ${String(from)}`;
  return last === from ? first : `${first}, ${at(last)} in ${period} ${String(last)}`;
}

function subtitleText(
  { size, cohorts }: DrawnCohort,
  {
    period,
    every: { row, column },
    from,
  }: {
    readonly period: string;
    readonly every: { readonly row: number; readonly column: number };
    readonly from: number;
  },
): string {
  const parts = [
    ...(row > 1 ? [`one cohort in ${String(row)}`] : []),
    ...(column > 1 ? [`one ${period} in ${String(column)}`] : []),
  ];
  return [
    `${amountText(size)} customers${(cohorts[0] ?? 0) > 1 ? ` in ${amountText(cohorts[0] ?? 0)} cohorts` : ""}. Percent of the cohort active in the ${period}.`,
    ...(from === 1 ? [`In ${period} 0 all are.`] : []),
    ...(parts.length > 0 ? [`Drawn: ${listText(parts)}.`] : []),
  ].join(" ");
}

function sentenceOf(
  { name, retentionShare }: DrawnCohort,
  { from, every }: { readonly from: number; readonly every: number },
): string {
  const shares = retentionShare
    .filter((_, index) => index >= from && (index - from) % every === 0)
    .map(percentText);
  return `${name} ${shares.join(", ")}`.trimEnd();
}

function cellOf(
  { name, retentionShare }: DrawnCohort,
  {
    row,
    column,
    at,
    period,
    steps,
  }: {
    readonly row: number;
    readonly column: number;
    readonly at: number;
    readonly period: string;
    readonly steps: ColourSteps;
  },
): GridCell[] {
  const share = retentionShare[at];
  if (share === undefined) return [];
  const text = percentText(share);
  return [
    {
      ...{ row, column, ...steps.lookOf(100 * share) },
      figures: [[text], [text.replace("%", "")], [share.toFixed(2).replace(/^0\.0?|\.00$/, "")]],
      sentence: `${name}, ${period} ${String(at)}: ${text}`,
    },
  ];
}
