import type { ExperienceAnalysis } from "../../experience/analysis.js";
import type { ExperienceGap } from "../../experience/gap/experience-gap.js";
import { intervalEnds, roundDomain } from "../frame/domain.js";
import type { LegendEntry } from "../frame/frame.js";
import { rowChart, type RowPlot } from "../frame/row-chart.js";
import { figureLayer, intervalLayer, NO_FIGURE, SENTENCE } from "../frame/row-marks.js";
import type {
  ChartColour,
  ChartDatum,
  ChartLayer,
  PlotSpecification,
} from "../frame/specification.js";
import type { ChartPalette, LabelledChartOptions } from "../frame/theme.js";
import { amountText, decimalText, labelText, listText, signedText } from "../frame/wording.js";

type Gaps = Pick<ExperienceAnalysis, "gaps" | "key" | "study">;

type Naming = (factor: string) => string;

/** How the experience stands to the expectation; `open` where one of the two is unknown. */
type State = "met" | "short" | "open";

const STATES = [
  { state: "met", label: "experience meets it", tone: "good" },
  { state: "short", label: "experience falls short", tone: "bad" },
  { state: "open", label: "experience, expectation unknown", tone: "neutral" },
] as const;

const FIGURE_WIDTH = 60;

/**
 * Where does the experience fall short of what is expected?
 *
 * A dumbbell a factor: a ring for the mean expectation, a dot for the mean experience, the gap between them as a band
 * and as a figure, and thin lines for the intervals. The key experience is set off. A factor without one of the two
 * shows what it has.
 *
 * @param analysis - The result of `analyzeExperience`, or its gaps, key experience and study.
 * @param options - Theme, title, width, and names of the factors.
 * @returns The specification.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { gapChart } from "goodwill/chart";
 * import { analyzeExperience } from "goodwill/experience";
 *
 * const study = { scale: { min: 0, max: 10 }, factors: ["convenience"] };
 * const figures = [{ factor: "convenience", importance: 9, expectation: 7, experience: 5 }];
 * const chart = gapChart(analyzeExperience(figures, { study }), { theme: "dark" });
 * chart.title.text; // => ["Experience against expectation"]
 * chart.title.subtitle; // => ["Key experience: convenience."]
 * ```
 */
export function gapChart(
  analysis: Pick<ExperienceAnalysis, "gaps" | "key" | "study">,
  options: LabelledChartOptions = {},
): PlotSpecification {
  const { gaps, study } = analysis;
  const name: Naming = (factor) => labelText(factor, options.labels);
  const estimates = gaps.flatMap(({ experience, expectation }) => [experience, expectation]);
  const level = estimates.find((one) => one?.interval)?.interval?.level;
  const key = keyText(analysis, name);
  const scale = `scale ${String(study.scale.min)} to ${String(study.scale.max)}`;
  const texts = gaps.map((gap) => gapText(gap, name)).join("; ");
  return rowChart(
    {
      title: "Experience against expectation",
      subtitle:
        level === undefined ? key : `${key} Thin lines: ${amountText(100 * level)}% intervals.`,
      description: `Mean experience against mean expectation by factor, ${scale}: ${texts}. ${key}`,
      legend: (palette) => legendOf(analysis, palette),
      rows: gaps.map(({ factor }) => ({
        id: factor,
        label: name(factor),
        highlighted: analysis.key.factors.includes(factor),
      })),
      rowHeight: 34,
      right: FIGURE_WIDTH,
      heading: "gap",
      axisTitle: `mean rating, ${scale}`,
      x: roundDomain(estimates.flatMap(intervalEnds), study.scale),
      layers: (plot) => gapLayers(gaps, { plot, name }),
    },
    options,
  );
}

function keyText({ key }: Gaps, name: Naming): string {
  const names = listText(key.factors.map(name));
  if (key.status === "found") return `Key experience: ${names}.`;
  if (key.status === "none") return "No factor falls short.";
  if (key.status === "unknown") return "No gap was measured.";
  return `The key experience is open between ${names}.`;
}

function legendOf({ key, gaps }: Gaps, palette: ChartPalette): readonly LegendEntry[] {
  const { paper, ink, quiet, highlight } = palette;
  const states = gaps.flatMap((gap) => (gap.experience === undefined ? [] : [stateOf(gap)]));
  const keyLabel = key.status === "found" ? "key experience" : "may be the key experience";
  const experience = STATES.filter(({ state }) => states.includes(state)).map(
    ({ label, tone }): LegendEntry => ({ label, shape: "circle", color: palette[tone] }),
  );
  return [
    { label: "expected", shape: "circle", color: ink, fill: paper },
    ...experience,
    ...(key.factors.length === 0
      ? []
      : [{ label: keyLabel, shape: "square" as const, color: quiet, fill: highlight }]),
  ];
}

function stateOf({ satisfaction }: ExperienceGap): State {
  if (satisfaction === undefined) return "open";
  return satisfaction.mean < 0 ? "short" : "met";
}

function gapText(gap: ExperienceGap, name: Naming): string {
  const { factor, experience, expectation, satisfaction } = gap;
  const figures = [
    ...(experience ? [`${decimalText(experience.mean, 2)} experienced`] : []),
    ...(expectation ? [`${decimalText(expectation.mean, 2)} expected`] : []),
    ...(satisfaction ? [`gap ${signedText(satisfaction.mean, 2)}`] : []),
  ];
  return `${name(factor)} ${figures.join(", ") || "not measured"}`;
}

function gapLayers(
  gaps: readonly ExperienceGap[],
  { plot, name }: { readonly plot: RowPlot; readonly name: Naming },
): ChartLayer[] {
  const { x, y, palette, plotWidth } = plot;
  const color: ChartColour = {
    field: "state",
    type: "nominal",
    scale: {
      domain: STATES.map(({ state }) => state),
      range: STATES.map(({ tone }) => palette[tone]),
    },
    legend: null,
  };
  const experiences = (state: State): readonly ExperienceGap[] =>
    gaps.filter((gap) => stateOf(gap) === state);
  return [
    bandLayer(gaps, { plot, color }),
    intervalLayer(intervals(gaps, "expectation"), { x, y, color: palette.ink }),
    ...STATES.map(({ state, tone }) =>
      intervalLayer(intervals(experiences(state), "experience"), { x, y, color: palette[tone] }),
    ),
    {
      data: { values: means(gaps, { measure: "expectation", name }) },
      mark: {
        ...{ type: "point", aria: true, shape: "circle", size: 80, filled: false },
        ...{ color: palette.ink, fill: palette.paper, strokeWidth: 2 },
      },
      encoding: { x: x("mean"), y, ...SENTENCE },
    },
    {
      data: { values: means(gaps, { measure: "experience", name }) },
      mark: { type: "point", aria: true, shape: "circle", size: 100, filled: true, opacity: 1 },
      encoding: { x: x("mean"), y, color, ...SENTENCE },
    },
    figureLayer(
      gaps.map(({ factor, satisfaction }) => ({
        row: factor,
        figure: satisfaction ? signedText(satisfaction.mean, 2) : NO_FIGURE,
      })),
      { y, x: plotWidth + FIGURE_WIDTH, color: palette.ink, bold: true },
    ),
  ];
}

function bandLayer(
  gaps: readonly ExperienceGap[],
  { plot, color }: { readonly plot: RowPlot; readonly color: ChartColour },
): ChartLayer {
  const values = gaps.flatMap((gap) => {
    const { factor, experience, expectation } = gap;
    if (experience === undefined || expectation === undefined) return [];
    const ends = { experience: experience.mean, expectation: expectation.mean };
    return [{ row: factor, ...ends, state: stateOf(gap) }];
  });
  return {
    data: { values },
    mark: { type: "rule", aria: false, strokeWidth: 7, opacity: 0.3 },
    encoding: { x: plot.x("expectation"), x2: { field: "experience" }, y: plot.y, color },
  };
}

type Measure = "experience" | "expectation";

function means(
  gaps: readonly ExperienceGap[],
  { measure, name }: { readonly measure: Measure; readonly name: Naming },
): ChartDatum[] {
  return gaps.flatMap((gap) => {
    const mean = gap[measure]?.mean;
    if (mean === undefined) return [];
    return [{ row: gap.factor, mean, state: stateOf(gap), sentence: gapText(gap, name) }];
  });
}

function intervals(gaps: readonly ExperienceGap[], measure: Measure): ChartDatum[] {
  return gaps.flatMap((gap) => {
    const interval = gap[measure]?.interval;
    return interval ? [{ row: gap.factor, lower: interval.lower, upper: interval.upper }] : [];
  });
}
