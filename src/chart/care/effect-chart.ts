import type { PlanReview, ReviewPart } from "../../care/review/plan-review.js";
import { roundDomain } from "../frame/domain.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, intervalLayer, NO_FIGURE, SENTENCE, zeroLayer } from "../frame/row-marks.js";
import type { ChartLayer, ChartShape, PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, signedText } from "../frame/wording.js";

/** What an effect chart shows of a part of a review. */
export type EffectChartPart = Pick<ReviewPart, "by" | "name" | "effect"> & {
  /** Of how many with care it is known whether they responded. */
  readonly treated: Pick<ReviewPart["treated"], "known">;
  /** Of how many without care it is known. */
  readonly control: Pick<ReviewPart["control"], "known">;
};

/** What an effect chart shows of a review. */
export type EffectChartReview = {
  /** Everything. */
  readonly all: EffectChartPart;
} & Partial<Record<"rules" | "kinds" | "occasions" | "classes", readonly EffectChartPart[]>>;

/** How to draw the effect of care. */
export interface EffectChartOptions extends LabelledChartOptions {
  /** Which parts have a row each below that of everything; `rules` when absent. */
  readonly by?: keyof Pick<PlanReview, "rules" | "kinds" | "occasions" | "classes">;
}

type Verdict = "raises" | "lowers" | "open";

interface EffectRow {
  readonly id: string;
  readonly label: string;
  readonly isAll: boolean;
  readonly verdict: Verdict;
  readonly sentence: string;
  /** Difference of the shares and the ends of its interval, in points. */
  readonly points?: { readonly mean: number; readonly lower: number; readonly upper: number };
}

const VERDICTS = [
  { verdict: "raises", label: "raises the response", shape: "triangle-up", tone: "good" },
  { verdict: "lowers", label: "lowers the response", shape: "triangle-down", tone: "bad" },
  { verdict: "open", label: "no effect beyond chance", shape: "circle", tone: "neutral" },
] as const satisfies readonly {
  verdict: Verdict;
  label: string;
  shape: ChartShape;
  tone: string;
}[];

const FIGURE_WIDTH = 62;

/** Care as a whole has a row of its own. */
const ALL = "all care";

/**
 * Does care make a difference against the control group?
 *
 * A row for all care and for each part: how many points more customers responded with care than without, with its
 * interval, a triangle where the interval does not hold 0, and the figure at the right. A part without customers in
 * both groups shows none.
 *
 * @param review - The result of `reviewPlan`, or its parts.
 * @param options - Which parts, theme, title, width, and names of the parts.
 * @returns The specification.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { effectChart } from "goodwill/chart";
 * import { reviewPlan } from "goodwill/care";
 *
 * const chart = effectChart(reviewPlan([], { currency: "CNY" }));
 * chart.title.text; // => ["The effect of care is not measured"]
 * ```
 */
export function effectChart(
  review: EffectChartReview,
  options: EffectChartOptions = {},
): PlotSpecification {
  const rows = [review.all, ...(review[options.by ?? "rules"] ?? [])].map((part) =>
    rowOf(part, options),
  );
  const level = review.all.effect.response?.interval.level;
  return rowChart(
    {
      title: titleText(rows[0]!),
      subtitle: [
        `${amountText(review.all.treated.known)} customers with care, ${amountText(review.all.control.known)} without.`,
        ...(level === undefined ? [] : [`Thin lines: ${amountText(100 * level)}% intervals.`]),
      ].join(" "),
      description: `Difference of the response with care and without, in points: ${rows.map(({ sentence }) => sentence).join("; ")}.`,
      legend: (palette) =>
        VERDICTS.filter(({ verdict }) =>
          rows.some((row) => row.points !== undefined && row.verdict === verdict),
        ).map(({ label, shape, tone }) => ({ label, shape, color: palette[tone] })),
      rows: rows.map(({ id, label, isAll }) => ({ id, label, highlighted: isAll })),
      ...{ rowHeight: 30, right: FIGURE_WIDTH, heading: "points" },
      axisTitle: "response with care minus response without, points",
      x: roundDomain([
        0,
        ...rows.flatMap(({ points }) => (points === undefined ? [] : [points.lower, points.upper])),
      ]),
      layers: (plot) => effectLayers(rows, plot),
    },
    options,
  );
}

function rowOf(part: EffectChartPart, { labels }: EffectChartOptions): EffectRow {
  const { by, name, effect, treated, control } = part;
  const isAll = by === "all";
  const label = labelText(isAll ? ALL : name, labels);
  const id = `${by}:${name}`;
  const { response } = effect;
  if (response === undefined) {
    const sentence = `${label} not measured (${amountText(treated.known)} with, ${amountText(control.known)} without)`;
    return { id, label, isAll, sentence, verdict: "open" };
  }
  const { difference, interval } = response;
  const points = {
    ...{ mean: 100 * difference, lower: 100 * interval.lower, upper: 100 * interval.upper },
  };
  const verdict = points.lower > 0 ? "raises" : points.upper < 0 ? "lowers" : "open";
  const sentence = `${label} ${signedText(points.mean, 1)}, from ${signedText(points.lower, 1)} to ${signedText(points.upper, 1)}`;
  return { id, label, isAll, verdict, sentence, points };
}

function titleText({ points, verdict }: EffectRow): string {
  if (points === undefined) return "The effect of care is not measured";
  if (verdict === "open") return "No effect of care beyond chance";
  const more = verdict === "raises" ? "more" : "fewer";
  return `With care ${Math.abs(points.mean).toFixed(1)} points ${more} respond than without`;
}

function effectLayers(rows: readonly EffectRow[], plot: RowPlot): ChartLayer[] {
  const { x, y, palette, plotWidth } = plot;
  return [
    zeroLayer(plot),
    ...VERDICTS.flatMap(({ verdict, shape, tone }): ChartLayer[] => {
      const own = rows.flatMap(({ id, sentence, points, verdict: found }) =>
        points === undefined || found !== verdict ? [] : [{ row: id, sentence, ...points }],
      );
      const color = palette[tone];
      return [
        intervalLayer(own, { x, y, color }),
        {
          data: { values: own },
          mark: { type: "point", aria: true, shape, size: 90, filled: true, opacity: 1, color },
          encoding: { x: x("mean"), y, ...SENTENCE },
        },
      ];
    }),
    ...[true, false].map((isAll) =>
      figureLayer(
        rows
          .filter((row) => row.isAll === isAll)
          .map(({ id, points }) => ({
            row: id,
            figure: points === undefined ? NO_FIGURE : signedText(points.mean, 1),
          })),
        { y, x: plotWidth + FIGURE_WIDTH, color: palette.ink, bold: isAll },
      ),
    ),
  ];
}
