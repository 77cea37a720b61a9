import type { PlainDate } from "../../shared/time/plain-date.js";
import { roundDomain } from "../frame/domain.js";
import { rowChart } from "../frame/row-chart.js";
import { figureLayer } from "../frame/row-marks.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { amountText, textWidth } from "../frame/wording.js";
import { barLayer, requireCounts } from "./bar-layer.js";

/** Points that go on a day unless they are spent before. */
export interface ExpiryOutlookRow {
  /** The last day on which they can be spent. */
  readonly lastDay: PlainDate;
  /** How many, an integer of at least 0. */
  readonly points: number;
}

/** One row: a month, or all that comes after the last. */
interface ExpiryMonth {
  readonly id: string;
  readonly label: string;
  readonly points: number;
  /** All points up to its end. */
  readonly sum: number;
}

/** Months that have a row; what goes later is gathered in one more. */
const MOST_MONTHS = 24;

/**
 * How many points go when, unless they are spent?
 *
 * A row a month from the first in which points go to the last, also those in which none do; the month in which most go
 * is set off. Beyond 24 months the rest is gathered as `later`.
 *
 * @param rows - Points by their last day, in any order; rows of the same month are added.
 * @param options - Theme, title and width.
 * @returns The specification; without points one that says so.
 * @throws RangeError when points are no integer of at least 0 or the width is below 280 pixels.
 * @example
 * ```ts
 * import { expiryOutlookChart } from "goodwill/chart";
 * import { plainDate } from "goodwill/shared";
 *
 * const chart = expiryOutlookChart([
 *   { lastDay: plainDate("2026-03-31"), points: 100 },
 *   { lastDay: plainDate("2026-07-31"), points: 200 },
 * ]);
 * chart.title.text; // => ["Most points go in 2026-07: 200 of 300"]
 * ```
 */
export function expiryOutlookChart(
  rows: readonly ExpiryOutlookRow[],
  options: ChartOptions = {},
): PlotSpecification {
  rows.forEach(({ points }, index) => {
    requireCounts("an expiry outlook", { [`rows[${index}].points`]: points });
  });
  const months = monthsOf(rows);
  const total = months.at(-1)?.sum ?? 0;
  const most = Math.max(0, ...months.map(({ points }) => points));
  const peak = most === 0 ? undefined : months.find(({ points }) => points === most);
  const sentences = months.map(
    ({ label, points, sum }) => `${label} ${amountText(points)}, up to its end ${amountText(sum)}`,
  );
  const figures = months.map(({ points }) => amountText(points));
  const right = 14 + Math.max(40, ...figures.map((figure) => textWidth(figure, 12, "bold")));
  return rowChart(
    {
      title:
        peak === undefined
          ? "No points are about to go"
          : `Most points go ${peak.id === LATER ? "later" : `in ${peak.label}`}: ${amountText(most)} of ${amountText(total)}`,
      subtitle: "Points that go at the end of their last day, unless they are spent before.",
      description:
        months.length === 0
          ? "Points that go, by month: no points are about to go."
          : `Points that go, by month: ${sentences.join("; ")}.`,
      legend: () => [],
      rows: months.map((month) => ({ ...month, highlighted: month === peak })),
      rowHeight: 26,
      right,
      heading: "points",
      axisTitle: "points that go",
      x: roundDomain([0, ...months.map(({ points }) => points)]),
      layers: (plot) => [
        barLayer(
          months.map(({ id, points }, index) => ({
            ...{ row: id, from: 0, to: points, sentence: sentences[index]! },
          })),
          { ...plot, color: plot.palette.bad, aria: true },
        ),
        figureLayer(
          months.map(({ id, points }) => ({ row: id, figure: amountText(points) })),
          { y: plot.y, x: plot.plotWidth + right, color: plot.palette.ink, bold: true },
        ),
      ],
    },
    options,
  );
}

const LATER = "later";

function monthsOf(rows: readonly ExpiryOutlookRow[]): readonly ExpiryMonth[] {
  const byMonth = new Map<string, number>();
  for (const { lastDay, points } of rows) {
    const month = lastDay.slice(0, 7);
    if (points > 0) byMonth.set(month, (byMonth.get(month) ?? 0) + points);
  }
  const [first, last] = [[...byMonth.keys()].toSorted()[0], [...byMonth.keys()].toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const names: string[] = [];
  for (let month = first; month <= last && names.length < MOST_MONTHS; month = nextMonth(month)) {
    names.push(month);
  }
  const end = names.at(-1)!;
  const later = [...byMonth].filter(([month]) => month > end);
  let sum = 0;
  const row = (id: string, points: number): ExpiryMonth => {
    sum += points;
    return { id, label: id, points, sum };
  };
  const drawn = names.map((month) => row(month, byMonth.get(month) ?? 0));
  const rest = later.reduce((all, [, points]) => all + points, 0);
  return rest > 0 ? [...drawn, row(LATER, rest)] : drawn;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const digits = (value: number, length: number): string => String(value).padStart(length, "0");
  return number === 12
    ? `${digits(year + 1, 4)}-01`
    : `${digits(year, 4)}-${digits(number + 1, 2)}`;
}
