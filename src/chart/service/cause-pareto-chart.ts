import type { CauseShare, CauseShareOptions } from "../../service/complaint/cause-share.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, SENTENCE } from "../frame/row-marks.js";
import type { ChartLayer, PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, percentText, textWidth } from "../frame/wording.js";
import { barLayer } from "../loyalty/bar-layer.js";
import { PERCENT_DOMAIN } from "../value/curve-plane.js";
import {
  causeRows,
  MOST_CAUSE_ROWS,
  requireCauseShares,
  UNKNOWN_CAUSE,
  type CauseRow,
} from "./cause-rows.js";

/** How to draw causes by their weight. */
export interface CauseParetoChartOptions extends LabelledChartOptions {
  /** What was counted; `cause` when absent. */
  readonly by?: NonNullable<CauseShareOptions["by"]>;
}

/** Where the few that matter end. */
const MOST_SHARE = 0.8;

/** Shares that miss it by less reach it. */
const ROUNDING = 1e-9;

const HEADING = "count, sum";

/** How much of its colour the bar of what is not known has. */
const UNKNOWN_TINT = 0.4;

/**
 * Which few causes make up most of the complaints?
 *
 * A row a cause, the most frequent first: a bar for its share of all complaints, a point for its share with all causes
 * above it, a dashed line at 80%; at the right the count and the sum of the shares. The causes needed to reach 80% are
 * set off. What is not known stands last and is no cause to work on. Beyond 15 rows the rest is gathered in one.
 *
 * @param shares - What `causeShares` gives, in its order.
 * @param options - What was counted, names of the causes, theme, title and width.
 * @returns The specification; without complaints one that says so.
 * @throws RangeError when a count is no whole number of at least 0, a share is not between 0 and 1, a sum of shares
 * falls, a cause is given twice, or the width is below 280 pixels.
 * @example
 * ```ts
 * import { causeParetoChart } from "goodwill/chart";
 *
 * const shares = [
 *   { cause: "seal", count: 17, share: 0.85, cumulativeShare: 0.85 },
 *   { cause: "label", count: 3, share: 0.15, cumulativeShare: 1 },
 * ];
 * causeParetoChart(shares).title.text; // => ["1 of 2 causes makes up 80% of the complaints"]
 * ```
 */
export function causeParetoChart(
  shares: readonly CauseShare[],
  options: CauseParetoChartOptions = {},
): PlotSpecification {
  requireCauseShares(shares);
  const { by = "cause" } = options;
  const known = shares.filter(({ cause }) => cause !== UNKNOWN_CAUSE);
  const reached = known.findIndex(
    ({ cumulativeShare }) => cumulativeShare >= MOST_SHARE - ROUNDING,
  );
  const few = reached + 1;
  const rows = causeRows(shares, { few, by, options });
  const isEmpty = rows.length === 0;
  const widths = rows.map(({ figure }) => textWidth(figure, 12, "bold"));
  const right = 14 + Math.max(textWidth(HEADING, 11), ...widths);
  return rowChart(
    {
      title: isEmpty ? "No complaint is counted" : titleText(known, { few, by }),
      subtitle: isEmpty ? "" : subtitleText(shares, { few, rows: rows.length, by }),
      description: isEmpty
        ? `Complaints by ${by}: no complaint is counted.`
        : `Complaints by ${by}, with the sum of the shares: ${rows.map(({ sentence }) => sentence).join("; ")}.`,
      legend: ({ bad, neutral, paper, ink }) =>
        isEmpty
          ? []
          : [
              ...(few > 0
                ? [{ label: "the first 80%", shape: "square" as const, color: bad }]
                : []),
              ...(rows.some(({ kind }) => kind === "other")
                ? [{ label: `other ${by}s`, shape: "square" as const, color: neutral }]
                : []),
              ...(rows.some(({ kind }) => kind === "unknown")
                ? [
                    {
                      ...{ label: "not known", shape: "square" as const },
                      color: tint(paper, neutral, UNKNOWN_TINT),
                    },
                  ]
                : []),
              { label: "sum of the shares", shape: "circle", color: ink },
            ],
      rows: rows.map(({ row, label, kind }) => ({ id: row, label, highlighted: kind === "few" })),
      ...(isEmpty ? {} : { heading: HEADING }),
      ...{ rowHeight: 28, right, axisTitle: "share of the complaints, percent" },
      x: PERCENT_DOMAIN,
      layers: (plot) => (isEmpty ? [] : paretoLayers(rows, { plot, right })),
    },
    options,
  );
}

interface ParetoWords {
  readonly few: number;
  readonly by: string;
}

function titleText(known: readonly CauseShare[], { few, by }: ParetoWords): string {
  if (known.length === 0) return `No ${by} is known`;
  const share = percentText(few === 0 ? known.at(-1)!.cumulativeShare : MOST_SHARE);
  const all = `${amountText(known.length)} ${by}${known.length === 1 ? "" : "s"}`;
  if (few === 0)
    return `The ${all} known make${known.length === 1 ? "s" : ""} up ${share} of the complaints`;
  return `${amountText(few)} of ${all} make${few === 1 ? "s" : ""} up ${share} of the complaints`;
}

function subtitleText(
  shares: readonly CauseShare[],
  { few, rows, by }: ParetoWords & { readonly rows: number },
): string {
  const count = shares.reduce((sum, one) => sum + one.count, 0);
  const unknown = shares.find(({ cause }) => cause === UNKNOWN_CAUSE)?.count ?? 0;
  const exact = shares[few - 1];
  return [
    `${amountText(count)} complaint${count === 1 ? "" : "s"}${exact === undefined ? "." : `; exactly ${percentText(exact.cumulativeShare)}.`}`,
    ...(unknown === 0 ? [] : [`Of ${amountText(unknown)} the ${by} is not known.`]),
    ...(rows < shares.length
      ? [`Drawn one by one: the ${String(MOST_CAUSE_ROWS - 2)} most frequent.`]
      : []),
  ].join(" ");
}

const BARS = [
  { kind: "few", tone: "bad", share: 1 },
  { kind: "other", tone: "neutral", share: 1 },
  { kind: "unknown", tone: "neutral", share: UNKNOWN_TINT },
] as const;

function paretoLayers(
  rows: readonly CauseRow[],
  { plot, right }: { readonly plot: RowPlot; readonly right: number },
): ChartLayer[] {
  const { x, y, palette, plotWidth } = plot;
  const { ink: color } = palette;
  return [
    {
      data: { values: [{ at: 100 * MOST_SHARE }] },
      mark: {
        ...{ type: "rule", aria: false, color: palette.quiet, strokeWidth: 1 },
        strokeDash: [4, 4],
      },
      encoding: { x: x("at") },
    },
    ...BARS.map(({ kind, tone, share }) =>
      barLayer(
        rows.flatMap((row) =>
          row.kind === kind
            ? [{ row: row.row, from: 0, to: row.share, sentence: row.sentence }]
            : [],
        ),
        { ...plot, color: tint(palette.paper, palette[tone], share), aria: true },
      ),
    ),
    {
      data: { values: rows.map(({ row, cumulative }) => ({ row, cumulative })) },
      mark: { type: "line", aria: false, color, strokeWidth: 1.5 },
      encoding: { x: x("cumulative"), y },
    },
    {
      data: {
        values: rows.map(({ row, cumulative, sentence }) => ({ row, cumulative, sentence })),
      },
      mark: {
        type: "point",
        aria: false,
        shape: "circle",
        filled: true,
        opacity: 1,
        size: 45,
        color,
      },
      encoding: { x: x("cumulative"), y, tooltip: SENTENCE.tooltip },
    },
    ...[true, false].map((bold) =>
      figureLayer(
        rows
          .filter(({ kind }) => (kind === "few") === bold)
          .map(({ row, figure }) => ({ row, figure })),
        { y, x: plotWidth + right, color, bold },
      ),
    ),
  ];
}
