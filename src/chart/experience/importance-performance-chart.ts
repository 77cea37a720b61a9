import type {
  Crosshairs,
  ImportancePerformance,
  Quadrant,
} from "../../experience/driver/importance-performance.js";
import { frameOf, MARGIN, paletteOf, widthOf } from "../frame/frame.js";
import { mapPanel, type MapPoint } from "./importance-map.js";
import type { PanelSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { labelText, listText } from "../frame/wording.js";

/** From this width on the two maps stand side by side. */
const SIDE_BY_SIDE_WIDTH = 600;

/** Widths for the labels and title of a vertical axis, and the height for those of a horizontal one. */
const AXIS = { width: 56, height: 54 };

/** Lines at the edge of a plot are drawn so many pixels beyond it. */
const BLEED = 2;

/** Height for the heading of a map. */
const HEADING_HEIGHT = 22;

/** Space between two maps side by side. */
const BETWEEN = 16;

/**
 * Lines are kept this much shorter: here a renderer that cannot measure text widens the chart for a title it thinks
 * too long.
 */
const LINE_SHARE = { title: 0.84, subtitle: 0.75 };

const QUADRANTS: readonly Quadrant[] = [
  "concentrate-here",
  "keep-up",
  "low-priority",
  "possible-overkill",
];

const KINDS = {
  stated: { heading: "By what they say", axisTitle: "stated importance", decimals: 1 },
  derived: { heading: "By what moves them", axisTitle: "derived importance", decimals: 2 },
} as const;

/**
 * Where to act first?
 *
 * Every factor by performance and importance, with the lines that part the quadrants: one map for stated and one for
 * derived importance, side by side, or one below the other on a narrow chart. A kind of importance that no factor has
 * is left out. What asks for action is drawn as an orange diamond.
 *
 * @param result - The result of `importancePerformance`.
 * @param options - Theme, title, width, and names of the factors.
 * @returns The specification.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { importancePerformanceChart } from "goodwill/chart";
 * import { importancePerformance } from "goodwill/experience";
 *
 * const points = [
 *   { factor: "convenience", stated: 9, performance: 5 },
 *   { factor: "price", stated: 8, performance: 7 },
 * ];
 * const chart = importancePerformanceChart(importancePerformance(points, { centre: "data" }));
 * chart.description.slice(39, 89); // => "By what they say: concentrate here on convenience;"
 * ```
 */
export function importancePerformanceChart(
  result: ImportancePerformance,
  options: LabelledChartOptions = {},
): PanelSpecification {
  const palette = paletteOf(options);
  const maps = (["stated", "derived"] as const).flatMap((kind) => {
    const lines = result.crosshairs[kind];
    return lines === undefined
      ? []
      : [{ ...KINDS[kind], lines, points: pointsOf(result, kind, options) }];
  });
  const columns = maps.length > 1 && widthOf(options) >= SIDE_BY_SIDE_WIDTH ? 2 : 1;
  const inner = widthOf(options) - 2 * MARGIN;
  const frame = frameOf(
    {
      title: "Importance and performance",
      subtitle: "Concentrate on what matters much and is done badly.",
      description: `Factors by performance and importance. ${maps.map(mapText).join(" ") || "No factor has an importance."}`,
      legend: [],
      left: AXIS.width,
      right: BLEED,
      above: HEADING_HEIGHT,
      axisTitle: "",
      titleWidths: { title: LINE_SHARE.title * inner, subtitle: LINE_SHARE.subtitle * inner },
    },
    options,
  );
  const spacing = columns === 2 ? AXIS.width + BETWEEN : AXIS.height + HEADING_HEIGHT;
  const width = Math.floor((frame.plotWidth - (columns - 1) * spacing) / columns);
  const height = Math.min(width, 280);
  return {
    ...frame.specification,
    padding: { left: MARGIN, top: MARGIN, right: MARGIN, bottom: MARGIN },
    autosize: { type: "pad" },
    columns,
    bounds: "flush",
    spacing,
    concat: maps.map((map) => mapPanel(map, { palette, width, height })),
  };
}

function pointsOf(
  { factors }: ImportancePerformance,
  kind: "stated" | "derived",
  { labels }: LabelledChartOptions,
): MapPoint[] {
  return factors.flatMap(({ factor, performance, [kind]: place }) =>
    place === undefined
      ? []
      : [{ factor, label: labelText(factor, labels), performance, ...place }],
  );
}

function mapText({
  heading,
  points,
}: {
  readonly heading: string;
  readonly lines: Crosshairs;
  readonly points: readonly MapPoint[];
}): string {
  const parts = QUADRANTS.flatMap((quadrant) => {
    const names = points.filter((point) => point.quadrant === quadrant).map(({ label }) => label);
    const words = quadrant.replaceAll("-", " ");
    const link = quadrant === "concentrate-here" || quadrant === "low-priority" ? "on" : "at";
    return names.length === 0 ? [] : [`${words} ${link} ${listText(names)}`];
  });
  return `${heading}: ${parts.join("; ")}.`;
}
