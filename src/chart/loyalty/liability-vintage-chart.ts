import type { VintageLiability } from "../../loyalty/accounting/vintage-liability.js";
import { roundDomain } from "../frame/domain.js";
import { rowChart } from "../frame/row-chart.js";
import { figureLayer } from "../frame/row-marks.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { decimalText, percentText, textWidth } from "../frame/wording.js";
import { barLayer } from "./bar-layer.js";

/** How to draw the liability of points. */
export interface LiabilityVintageChartOptions extends ChartOptions {
  /** Decimals of the currency: 2 for euro, 0 for yen, 3 for Kuwaiti dinar; `currencyMinorDigits` tells. */
  readonly minorDigits: number;
}

/** How much of its colour the part that is not expected to be redeemed has. */
const BREAKAGE_TINT = 0.3;

const HEADING = "liability";

/**
 * From when are the points that are still owed?
 *
 * A row a vintage: what is expected to be redeemed, and in a lighter colour the breakage up to the face value; at the
 * right the liability.
 *
 * @param vintages - The vintages of one currency, as `pointsLiability` gives them.
 * @param options - Decimals of the currency, theme, title and width.
 * @returns The specification; without vintages one that says so.
 * @throws RangeError when the vintages are of several currencies, one is given twice, the decimals are no integer from
 * 0 to 4, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { liabilityVintageChart } from "goodwill/chart";
 * import { pointsLiability } from "goodwill/loyalty";
 * import { instant, timeZone } from "goodwill/shared";
 *
 * const gone = { reserved: 0, redeemed: 0, clawedBack: 0, transferred: 0, settledDebt: 0 };
 * const value = { points: 1, amount: 1, currency: "EUR" } as const;
 * const lot = { earnedAt: instant("2026-02-13T09:30:00Z"), original: 2000, open: 2000, ...gone, value };
 * const { vintages } = pointsLiability([lot], {
 *   ...{ asOf: instant("2026-03-01T00:00:00Z"), zone: timeZone("Europe/Berlin"), by: "month" },
 *   expected: { form: "fixed", share: 0.8 },
 * });
 * const { title } = liabilityVintageChart(vintages, { minorDigits: 2 });
 * title.text; // => ["16.00 EUR of points are owed, of 20.00 at face value"]
 * ```
 */
export function liabilityVintageChart(
  vintages: readonly Omit<VintageLiability, "issued" | "redeemed">[],
  options: LiabilityVintageChartOptions,
): PlotSpecification {
  const { minorDigits } = options;
  const currency = requireVintages(vintages, minorDigits);
  const major = (amount: number): number => amount / 10 ** minorDigits;
  const text = (amount: number): string => groupedText(decimalText(major(amount), minorDigits));
  const sum = (field: "liability" | "faceValue"): number =>
    vintages.reduce((total, one) => total + one[field].amount, 0);
  const rows = vintages.toSorted((a, b) => (a.vintage < b.vintage ? -1 : 1));
  const sentences = rows.map(
    ({ vintage, liability, faceValue, expectedShare }) =>
      `${vintage} ${text(liability.amount)} of ${text(faceValue.amount)} ${currency}, ${percentText(expectedShare)} expected to be redeemed`,
  );
  const figures = rows.map(({ liability }) => text(liability.amount));
  const right = 14 + Math.max(...[HEADING, ...figures].map((text) => textWidth(text, 12, "bold")));
  const isEmpty = rows.length === 0;
  return rowChart(
    {
      title: isEmpty
        ? "No points are owed"
        : `${text(sum("liability"))} ${currency} of points are owed, of ${text(sum("faceValue"))} at face value`,
      subtitle: isEmpty ? "" : "By the first day of the period in which the points were earned.",
      description: isEmpty
        ? "Liability of points by vintage: no points are owed."
        : `Liability of points by vintage: ${sentences.join("; ")}.`,
      legend: ({ good, paper }) => [
        { label: "expected to be redeemed", shape: "square", color: good },
        { label: "breakage", shape: "square", color: tint(paper, good, BREAKAGE_TINT) },
      ],
      rows: rows.map(({ vintage }) => ({ id: vintage, label: vintage })),
      rowHeight: 26,
      right,
      heading: HEADING,
      axisTitle: isEmpty ? "value of points" : `value of points (${currency})`,
      x: roundDomain([0, ...rows.map(({ faceValue }) => major(faceValue.amount))]),
      layers: (plot) => [
        barLayer(
          rows.map(({ vintage, liability, faceValue }) => ({
            row: vintage,
            ...{ from: major(liability.amount), to: major(faceValue.amount) },
          })),
          {
            ...plot,
            color: tint(plot.palette.paper, plot.palette.good, BREAKAGE_TINT),
            aria: false,
          },
        ),
        barLayer(
          rows.map(({ vintage, liability }, index) => ({
            ...{ row: vintage, from: 0, to: major(liability.amount), sentence: sentences[index]! },
          })),
          { ...plot, color: plot.palette.good, aria: true },
        ),
        figureLayer(
          rows.map(({ vintage }, index) => ({ row: vintage, figure: figures[index]! })),
          { y: plot.y, x: plot.plotWidth + right, color: plot.palette.ink, bold: true },
        ),
      ],
    },
    options,
  );
}

function requireVintages(
  vintages: readonly Pick<VintageLiability, "vintage" | "currency">[],
  minorDigits: number,
): string {
  if (!(Number.isInteger(minorDigits) && minorDigits >= 0 && minorDigits <= 4)) {
    throw new RangeError(
      `Cannot draw a liability: minorDigits must be an integer from 0 to 4, got ${String(minorDigits)}`,
    );
  }
  const first = vintages[0]?.currency ?? "";
  vintages.forEach(({ vintage, currency }, index) => {
    if (currency !== first) {
      throw new RangeError(
        `Cannot draw a liability: all vintages must be in ${first}, got ${currency}`,
      );
    }
    if (vintages.findIndex((other) => other.vintage === vintage) < index) {
      throw new RangeError(`Cannot draw a liability: the vintage ${vintage} is given twice`);
    }
  });
  return first;
}

function groupedText(decimal: string): string {
  const [whole = "", part] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}
