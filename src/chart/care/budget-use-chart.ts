import type { CareUse } from "../../care/plan/care-plan.js";
import { roundDomain } from "../frame/domain.js";
import { rowChart } from "../frame/row-chart.js";
import { figureLayer, NO_FIGURE } from "../frame/row-marks.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { decimalText, labelText, percentText, textWidth } from "../frame/wording.js";
import { barLayer } from "../loyalty/bar-layer.js";
import { requireFigure, requireOnce } from "../value/required-figures.js";

/** How to draw the use of budgets. */
export interface BudgetUseChartOptions extends LabelledChartOptions {
  /** Decimals of the currency: 2 for euro, 0 for yen; `currencyMinorDigits` tells. */
  readonly minorDigits: number;
  /** The currency, for the axis and the title, such as `CNY`. */
  readonly currency: string;
}

const TASK = "the use of budgets";

const HEADING = "used";

/** How much of its colour the part of a budget that is left has. */
const LEFT_TINT = 0.25;

/** The most decimals a currency has. */
const MOST_DIGITS = 4;

/**
 * How much of each budget does the plan use?
 *
 * A row a budget, of the whole plan, of a class or of a team: what is used as a bar, what is left in a lighter colour
 * behind it, the share used at the right. What has no budget shows what it costs. Limits of visits and calls are left
 * to the capacity chart.
 *
 * @param uses - How much of each limit the plan uses.
 * @param options - Currency and its decimals, theme, title, width, and names of the limits.
 * @returns The specification; without budgets one that says so.
 * @throws RangeError when a figure is negative or no finite number, a limit is given twice, or the width is below 280
 * pixels.
 * @example
 * ```ts
 * import { budgetUseChart } from "goodwill/chart";
 *
 * const uses = [{ limit: "class A", kind: "class", of: "A", used: 90_000, available: 100_000 } as const];
 * const chart = budgetUseChart(uses, { currency: "CNY", minorDigits: 2 });
 * chart.description; // => "Use of budgets in CNY: class A 900 of 1,000, 90%."
 * ```
 */
export function budgetUseChart(
  uses: readonly CareUse[],
  options: BudgetUseChartOptions,
): PlotSpecification {
  const { minorDigits, currency } = options;
  const name = "minorDigits";
  requireFigure(minorDigits, { task: TASK, name, least: 0, most: MOST_DIGITS, whole: true });
  const rows = uses.filter(({ kind }) => kind !== "visit" && kind !== "call");
  requireUses(rows);
  const major = (amount: number): number => amount / 10 ** minorDigits;
  const money = (amount: number): string => moneyText(major(amount), minorDigits);
  const sentences = rows.map((use) => sentenceOf(use, { money, options }));
  const figures = rows.map(figureOf);
  const right = 14 + Math.max(...[HEADING, ...figures].map((text) => textWidth(text, 12, "bold")));
  const isEmpty = rows.length === 0;
  return rowChart(
    {
      title: isEmpty ? "The plan has no budget" : titleText(rows, { money, options }),
      subtitle: isEmpty ? "" : "Budget of each limit, and what the plan uses of it.",
      description: `Use of budgets in ${currency}: ${isEmpty ? "there is no budget" : sentences.join("; ")}.`,
      legend: ({ good, paper }) => [
        { label: "used", shape: "square", color: good },
        { label: "left", shape: "square", color: tint(paper, good, LEFT_TINT) },
      ],
      rows: rows.map((use) => ({ id: use.limit, label: labelText(use.limit, options.labels) })),
      ...{ rowHeight: 30, right, heading: HEADING, axisTitle: currency },
      x: roundDomain([0, ...rows.flatMap((use) => [use.used, use.available ?? 0].map(major))], {
        min: 0,
      }),
      layers: ({ palette, plotWidth, ...plot }) => [
        barLayer(
          rows.flatMap(({ limit, used, available = 0 }) =>
            available > used ? [{ row: limit, from: major(used), to: major(available) }] : [],
          ),
          { ...plot, color: tint(palette.paper, palette.good, LEFT_TINT), aria: false },
        ),
        barLayer(
          rows.map(({ limit, used }, index) => ({
            ...{ row: limit, from: 0, to: major(used), sentence: sentences[index]! },
          })),
          { ...plot, color: palette.good, aria: true },
        ),
        figureLayer(
          rows.map(({ limit }, index) => ({ row: limit, figure: figures[index]! })),
          { y: plot.y, x: plotWidth + right, color: palette.ink, bold: true },
        ),
      ],
    },
    options,
  );
}

function requireUses(rows: readonly CareUse[]): void {
  for (const { limit, used, available } of rows) {
    requireFigure(used, { task: TASK, name: `used of ${limit}`, least: 0 });
    if (available !== undefined)
      requireFigure(available, { task: TASK, name: `available of ${limit}`, least: 0 });
  }
  requireOnce(
    rows.map(({ limit }) => limit),
    { task: TASK, what: "the limit" },
  );
}

/** Decimals are written where there are any. */
function moneyText(amount: number, digits: number): string {
  const [whole = "", part = ""] = decimalText(amount, digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return /^0*$/.test(part) ? grouped : `${grouped}.${part}`;
}

interface Wording {
  readonly money: (amount: number) => string;
  readonly options: BudgetUseChartOptions;
}

function sentenceOf(use: CareUse, { money, options }: Wording): string {
  const label = labelText(use.limit, options.labels);
  if (use.available === undefined) return `${label} ${money(use.used)}, without a budget`;
  return `${label} ${money(use.used)} of ${money(use.available)}, ${figureOf(use)}`;
}

/** A budget of nothing of which nothing is used has no share. */
function figureOf({ used, available }: CareUse): string {
  return available === undefined || available === 0 ? NO_FIGURE : percentText(used / available);
}

/** The whole plan where it has a budget; else the budget that is nearest to its end. */
function titleText(rows: readonly CareUse[], { money, options }: Wording): string {
  const share = ({ used, available = 0 }: CareUse): number =>
    available > 0 ? used / available : 0;
  const fullest = rows.reduce((most, use) => (share(use) > share(most) ? use : most));
  const told =
    rows.find(({ kind, available }) => kind === "plan" && available !== undefined) ?? fullest;
  const label = told.kind === "plan" ? "The plan" : labelText(told.limit, options.labels);
  return told.available === undefined
    ? `${label} costs ${money(told.used)} ${options.currency}`
    : `${label} uses ${money(told.used)} of ${money(told.available)} ${options.currency}`;
}
