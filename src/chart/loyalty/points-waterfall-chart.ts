import { roundDomain } from "../frame/domain.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, zeroLayer } from "../frame/row-marks.js";
import type { ChartDatum, ChartLayer, PlotSpecification } from "../frame/specification.js";
import type { ChartPalette, LabelledChartOptions } from "../frame/theme.js";
import { amountText, labelText, listText, textWidth } from "../frame/wording.js";
import { barLayer, requireCounts } from "./bar-layer.js";

/** Points by where they are, such as the balance of a wallet, or the sums over many. */
export interface PointsTotals {
  /** Ever issued: the sum of all below, less what is owed. */
  readonly issued: number;
  /** Spent. */
  readonly redeemed: number;
  /** Expired. */
  readonly expired: number;
  /** Taken back. */
  readonly clawedBack: number;
  /** Passed on. */
  readonly transferred: number;
  /** Set aside. */
  readonly reserved: number;
  /** Earned, and not yet to be spent. */
  readonly pending: number;
  /** To be spent. */
  readonly active: number;
  /** Owed, at least 0. */
  readonly deficit: number;
}

type StepKind = "level" | "gone" | "aside" | "owed";

/** One bar of the waterfall. */
interface WaterfallStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly from: number;
  readonly to: number;
}

interface LabelledStep extends WaterfallStep {
  readonly label: string;
}

const TONES: Readonly<Record<StepKind, keyof ChartPalette>> = {
  ...{ level: "good", gone: "bad", aside: "neutral", owed: "ink" },
};

const HEADING = "points";

const LEGEND: readonly (readonly [StepKind, string])[] = [
  ["level", "points there are"],
  ["gone", "gone"],
  ["aside", "not to be spent now"],
  ["owed", "owed"],
];

/**
 * What has become of all points issued?
 *
 * A waterfall: from the points issued, down by those redeemed, expired, clawed back, passed on and reserved, to the
 * balance, which is what is left less what is owed; from it, less what is pending, to what can be spent. Every bar
 * begins where the one before ends, so that nothing is lost from sight.
 *
 * @param totals - Points by where they are, each an integer of at least 0.
 * @param options - Theme, title, width, and names: `issued`, `redeemed`, `expired`, `clawed_back`, `transferred`,
 * `reserved`, `balance`, `pending`, `deficit`, `active`.
 * @returns The specification.
 * @throws RangeError when a number is no integer of at least 0, they do not sum to the points issued, or the width is
 * below 280 pixels.
 * @example
 * ```ts
 * import { pointsWaterfallChart } from "goodwill/chart";
 *
 * const gone = { redeemed: 400, expired: 100, clawedBack: 0, transferred: 0 };
 * const held = { reserved: 50, pending: 150, active: 300, deficit: 0 };
 * const chart = pointsWaterfallChart({ issued: 1000, ...gone, ...held });
 * chart.title.text; // => ["Of 1,000 points issued 300 can be spent"]
 * ```
 */
export function pointsWaterfallChart(
  totals: PointsTotals,
  options: LabelledChartOptions = {},
): PlotSpecification {
  const { issued, active, deficit } = totals;
  requirePoints(totals);
  const steps = stepsOf(totals).map((step): LabelledStep => ({
    ...step,
    label: labelText(step.id, options.labels),
  }));
  const figures = steps.map(figureText);
  const right = 14 + Math.max(...[HEADING, ...figures].map((text) => textWidth(text, 12, "bold")));
  const owes = deficit > 0 ? ` ${amountText(deficit)} are owed.` : "";
  return rowChart(
    {
      title: `Of ${amountText(issued)} points issued ${amountText(active)} can be spent`,
      subtitle: `Each bar begins where the one before ends.${owes}`,
      description: `Points by where they are: ${listText(steps.map(stepText))}.${owes}`,
      legend: (palette) =>
        LEGEND.filter(([kind]) => steps.some((step) => step.kind === kind)).map(
          ([kind, label]) => ({ label, shape: "square" as const, color: palette[TONES[kind]] }),
        ),
      rows: steps.map(({ id, label }) => ({ id, label, highlighted: id === "active" })),
      rowHeight: 28,
      right,
      heading: HEADING,
      axisTitle: "points",
      x: roundDomain([0, ...steps.flatMap(({ from, to }) => [from, to])]),
      layers: (plot) => stepLayers(steps, { plot, right }),
    },
    options,
  );
}

function requirePoints(totals: PointsTotals): void {
  const { issued, redeemed, expired, clawedBack, transferred, reserved, pending, active, deficit } =
    totals;
  const held = { redeemed, expired, clawedBack, transferred, reserved, pending, active };
  requireCounts("points", { issued, ...held, deficit });
  const sum = Object.values(held).reduce((all, points) => all + points, 0) - deficit;
  if (sum === issued) return;
  throw new RangeError(
    `Cannot draw points: they must sum to the ${String(issued)} issued, got ${String(sum)}`,
  );
}

function stepsOf(totals: PointsTotals): readonly WaterfallStep[] {
  const { issued, redeemed, expired, clawedBack, transferred, reserved, pending, deficit } = totals;
  let level = issued;
  const down = (id: string, points: number, kind: StepKind): WaterfallStep => {
    const from = level;
    level -= points;
    return { id, kind, from, to: level };
  };
  const reached = (id: string): WaterfallStep => ({ id, kind: "level", from: 0, to: level });
  return [
    reached("issued"),
    down("redeemed", redeemed, "gone"),
    down("expired", expired, "gone"),
    down("clawed_back", clawedBack, "gone"),
    down("transferred", transferred, "gone"),
    down("reserved", reserved, "aside"),
    reached("balance"),
    down("pending", pending, "aside"),
    // What is owed is in the balance, but not taken from what can be spent.
    ...(deficit > 0 ? [down("deficit", -deficit, "owed")] : []),
    reached("active"),
  ];
}

function figureText({ from, to, kind }: WaterfallStep): string {
  if (kind === "level") return amountText(to);
  return to > from ? `+${amountText(to - from)}` : amountText(to - from);
}

function stepText(step: LabelledStep): string {
  return `${step.label} ${figureText(step)}`;
}

function stepLayers(
  steps: readonly LabelledStep[],
  { plot, right }: { readonly plot: RowPlot; readonly right: number },
): ChartLayer[] {
  const { palette, plotWidth, y } = plot;
  const x = plotWidth + right;
  const figure = (step: LabelledStep): ChartDatum => ({ row: step.id, figure: figureText(step) });
  return [
    ...LEGEND.map(([kind]) =>
      barLayer(
        steps
          .filter((step) => step.kind === kind)
          .map((step) => ({
            ...{ row: step.id, from: step.from, to: step.to, sentence: stepText(step) },
          })),
        { ...plot, color: palette[TONES[kind]], aria: true },
      ),
    ).filter(({ data }) => data.values.length > 0),
    zeroLayer(plot),
    ...[true, false].map((bold) =>
      figureLayer(steps.filter(({ kind }) => (kind === "level") === bold).map(figure), {
        y,
        x,
        color: bold ? palette.ink : palette.quiet,
        bold,
      }),
    ),
  ];
}
