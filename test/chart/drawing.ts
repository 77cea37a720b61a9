import type { ChartDatum, ChartLayer, ChartSpecification, PlotSpecification } from "goodwill/chart";

/** The one plot of a chart. */
export function plotOf(chart: ChartSpecification): PlotSpecification {
  if ("layer" in chart) return chart;
  throw new Error("the chart has several plots");
}

/** The rows of all layers with a mark of one kind. */
export function rowsOf(chart: ChartSpecification, type: ChartLayer["mark"]["type"]): ChartDatum[] {
  return plotOf(chart).layer.flatMap(({ mark, data }) => (mark.type === type ? data.values : []));
}

/** The title in one line. */
export function titleOf(chart: ChartSpecification): string {
  return chart.title.text.join(" ");
}

/** The subtitle in one line. */
export function subtitleOf(chart: ChartSpecification): string {
  return chart.title.subtitle.join(" ");
}

/** What is placed in pixels and lies beyond the plot. */
export function beyondPlot(chart: ChartSpecification): ChartDatum[] {
  const { layer, width, height } = plotOf(chart);
  return layer
    .filter(({ encoding: { x } }) => x !== undefined && "axis" in x && x.axis === null)
    .flatMap(({ data }) => data.values)
    .filter((row) => {
      const within = (name: string, most: number): boolean => {
        const value = row[name];
        return value === undefined || (Number(value) >= -1e-9 && Number(value) <= most + 1e-9);
      };
      return !(
        within("x", width) &&
        within("x2", width) &&
        within("y", height) &&
        within("y2", height)
      );
    });
}

/** The colour that each tone of a chart stands for. */
export function tonesOf(chart: ChartSpecification): Readonly<Record<string, string>> {
  for (const { encoding } of plotOf(chart).layer) {
    const { domain, range } = encoding.color?.scale ?? {};
    if (domain !== undefined && range !== undefined)
      return Object.fromEntries(domain.map((name, index) => [String(name), range[index]!]));
  }
  throw new Error("no layer takes its colour from its data");
}

/** Texts placed in pixels, each with the colour of the smallest rectangle below it, or of the ground. */
export function textsOnGrounds(
  chart: ChartSpecification,
): { readonly text: string; readonly ink: string; readonly ground: string }[] {
  const tones = tonesOf(chart);
  const boxes = rowsOf(chart, "rect").map((row) => ({
    ...{ left: Number(row["x"]), right: Number(row["x2"]) },
    ...{ top: Number(row["y"]), bottom: Number(row["y2"]), tone: String(row["tone"]) },
  }));
  return rowsOf(chart, "text")
    .filter((row) => row["tone"] !== undefined)
    .map((row) => {
      const [x, y] = [Number(row["x"]) + 1, Number(row["y"])];
      const below = boxes
        .filter(
          ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
        )
        // Of equal ones the one drawn last is on top.
        .toReversed()
        .toSorted(
          (a, b) =>
            (a.right - a.left) * (a.bottom - a.top) - (b.right - b.left) * (b.bottom - b.top),
        );
      const ground = below[0] === undefined ? chart.background : tones[below[0].tone]!;
      return { text: String(row["text"]), ink: tones[String(row["tone"])]!, ground };
    });
}
