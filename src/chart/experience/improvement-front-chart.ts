import type { ImprovementPlan } from "../../experience/improvement/plan.js";
import { legibleTicks, roundDomain } from "../frame/domain.js";
import { frameOf, paletteOf } from "../frame/frame.js";
import { SENTENCE } from "../frame/row-marks.js";
import type { ChartLayer, ChartPlace, PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { amountText, decimalText, textWidth } from "../frame/wording.js";

/** How to draw what a budget buys. */
export interface ImprovementFrontChartOptions extends ChartOptions {
  /** Unit of the costs, such as `thousand yuan`; not named when absent. */
  readonly costUnit?: string;
}

/** Names of chosen improvements in the subtitle; more are counted. */
const MOST_NAMES = 6;

const PLOT_HEIGHT = 240;

/** Width for the labels and the title of the vertical axis. */
const AXIS_WIDTH = 52;

/**
 * What does the budget buy, and what would less have bought?
 *
 * The best value for every budget up to the one given, as steps; the chosen plan as a diamond, the budget as a dashed
 * line.
 *
 * @param plan - The result of `planImprovements`.
 * @param options - Theme, title, width, and the unit of the costs.
 * @returns The specification.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { improvementFrontChart } from "goodwill/chart";
 * import { planImprovements } from "goodwill/experience";
 *
 * const plan = planImprovements([{ id: "training", cost: 20, effects: { service: 1 } }], {
 *   ...{ budget: 30, importance: { service: 7 }, shortfall: { service: 2 } },
 * });
 * if (plan.ok) {
 *   const [words] = improvementFrontChart(plan.value).title.subtitle;
 *   words; // => "Budget 30. The best plan costs 20 and is worth 7.0: training."
 * }
 * ```
 */
export function improvementFrontChart(
  plan: ImprovementPlan,
  options: ImprovementFrontChartOptions = {},
): PlotSpecification {
  const { budget, cost, value, front } = plan;
  const unit = options.costUnit === undefined ? "" : ` ${options.costUnit}`;
  const words =
    plan.chosen.length === 0
      ? `Budget ${amountText(budget)}${unit}. Nothing in it is worth doing.`
      : `Budget ${amountText(budget)}${unit}. The best plan costs ${amountText(cost)} and is worth ${decimalText(value, 1)}: ${chosenText(plan)}.`;
  const frame = frameOf(
    {
      title: "What the budget buys",
      subtitle: words,
      description: `Value of the best improvements by what they cost, up to a budget of ${amountText(budget)}${unit}: ${front
        .map((point) => `${decimalText(point.value, 1)} for ${amountText(point.cost)}`)
        .join(", ")}. ${words}`,
      legend: [
        { label: "best for that cost", shape: "circle", color: paletteOf(options).neutral },
        { label: "chosen plan", shape: "diamond", color: paletteOf(options).good },
        { label: "budget", shape: "stroke", color: paletteOf(options).bad },
      ],
      left: AXIS_WIDTH,
      right: 16,
      above: 6,
      axisTitle: unit === "" ? "cost" : `cost (${unit.trim()})`,
    },
    options,
  );
  return {
    ...frame.specification,
    width: frame.plotWidth,
    height: PLOT_HEIGHT,
    autosize: { type: "none" },
    layer: [
      ...frontLayers(plan, { options, axisTitle: frame.axisTitle, plotWidth: frame.plotWidth }),
      ...frame.legend,
    ],
  };
}

function chosenText({ chosen }: ImprovementPlan): string {
  const names = chosen.slice(0, MOST_NAMES).map(({ id, name = id }) => name);
  const rest = chosen.length - names.length;
  return rest > 0 ? `${names.join("; ")}; and ${rest} more` : names.join("; ");
}

function frontLayers(
  { budget, cost, value, front }: ImprovementPlan,
  {
    options,
    axisTitle,
    plotWidth,
  }: { readonly options: ChartOptions; readonly axisTitle: string[]; readonly plotWidth: number },
): ChartLayer[] {
  const palette = paletteOf(options);
  const costs = roundDomain([0, budget]);
  const values = roundDomain([0, ...front.map((point) => 1.08 * point.value)]);
  const x: ChartPlace = {
    field: "cost",
    type: "quantitative",
    axis: { title: axisTitle, values: legibleTicks(costs, plotWidth) },
    scale: { domain: [...costs.domain], nice: false, zero: false },
  };
  const y: ChartPlace = {
    field: "value",
    type: "quantitative",
    axis: { title: ["value (importance \u00d7 points)"], values: [...values.ticks] },
    scale: { domain: [...values.domain], nice: false, zero: false },
  };
  const points = front.map((point) => ({
    cost: point.cost,
    value: point.value,
    sentence: `${decimalText(point.value, 1)} for ${amountText(point.cost)}: ${point.chosen.join(", ") || "nothing"}`,
  }));
  const label = decimalText(value, 1);
  const isRoomLeft = (cost / costs.domain[1]) * plotWidth > textWidth(label, 12, "bold") + 16;
  return [
    {
      data: { values: [{ cost: budget }] },
      mark: { type: "rule", aria: false, color: palette.bad, strokeWidth: 2, strokeDash: [6, 4] },
      encoding: { x },
    },
    {
      data: { values: [...points, { cost: budget, value }] },
      mark: {
        type: "line",
        aria: false,
        color: palette.neutral,
        strokeWidth: 2,
        interpolate: "step-after",
      },
      encoding: { x, y },
    },
    {
      data: { values: points.slice(0, -1) },
      mark: {
        type: "point",
        aria: true,
        shape: "circle",
        size: 50,
        filled: true,
        opacity: 1,
        color: palette.neutral,
      },
      encoding: { x, y, ...SENTENCE },
    },
    {
      data: { values: points.slice(-1) },
      mark: {
        type: "point",
        aria: true,
        shape: "diamond",
        size: 160,
        filled: true,
        opacity: 1,
        color: palette.good,
      },
      encoding: { x, y, ...SENTENCE },
    },
    {
      data: { values: [{ cost, value, figure: label }] },
      mark: {
        ...{
          type: "text",
          aria: false,
          align: isRoomLeft ? "right" : "left",
          baseline: "bottom",
          color: palette.ink,
        },
        ...{ fontWeight: "bold", dx: isRoomLeft ? -8 : 8, dy: -4 },
      },
      encoding: { x, y, text: { field: "figure", type: "nominal" } },
    },
  ];
}
