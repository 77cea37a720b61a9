import type { ServiceBlueprint } from "../../touchpoint/blueprint/blueprint.js";
import { canvasChart, canvasWidth, type Tones } from "../frame/canvas.js";
import { paletteOf, type LegendEntry } from "../frame/frame.js";
import type { PlotSpecification } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { layoutBlueprint, type BlueprintCell } from "./blueprint-layout.js";
import { drawRows } from "./blueprint-marks.js";
import { cellText, findingText, titleText } from "./blueprint-words.js";
import type { BlueprintChartFinding } from "./blueprint-chart-finding.js";
import { behindStep, blueprintElementsById } from "./blueprint-support.js";

/** How to draw a service blueprint. */
export interface BlueprintChartOptions extends ChartOptions {
  /** What an audit found, to be written at the steps; steps without support are set off without it, too. */
  readonly findings?: readonly BlueprintChartFinding[];
}

/** The reason of an audit for what the chart sees itself. */
const WITHOUT_SUPPORT = "step-without-support";

/** How much of their colour the cards have. */
const CARD_TINT = { frontstage: 0.12, backstage: 0.14 };

/**
 * What does the customer do and see at each step, and what carries it behind the line of visibility?
 *
 * A column a step: what the customer does, the people, setting and systems that are seen, a dashed line of visibility,
 * and the technology, management and support behind it. Where the width has no room for all columns, the steps go on in
 * rows below, in a narrow chart as a list. Steps of which something is seen and that nothing carries are set off;
 * findings are written at their step.
 *
 * @remarks Front and back of a service, divided by the line of visibility: Shostack (1984), Harvard Business Review
 * 62(1):133.
 * @param blueprint - The service.
 * @param options - Theme, title, width, and what an audit found.
 * @returns The specification; without steps one that says so.
 * @throws RangeError when the width is below 280 pixels.
 * @example
 * ```ts
 * import { blueprintChart } from "goodwill/chart";
 *
 * const courier = { id: "courier", name: "courier", kind: "people" } as const;
 * const stock = { id: "stock", name: "stock system", kind: "technology" } as const;
 * const chart = blueprintChart({
 *   name: "Delivery",
 *   steps: [
 *     { id: "order", customerAction: "orders", frontstage: [courier], backstage: [stock] },
 *     { id: "receive", customerAction: "receives", frontstage: [courier], backstage: [] },
 *   ],
 * });
 * chart.title.text; // => ["1 of 2 steps has no support backstage"]
 * ```
 */
export function blueprintChart(
  blueprint: ServiceBlueprint,
  options: BlueprintChartOptions = {},
): PlotSpecification {
  const { findings = [] } = options;
  const elements = blueprintElementsById(blueprint);
  const cells = blueprint.steps.map((step, index): BlueprintCell => {
    const behind = behindStep(step, elements);
    // That a step has no support is written where the support would be.
    const own = findings.filter(
      ({ step: id, reason }) => id === step.id && reason?.code !== WITHOUT_SUPPORT,
    );
    return {
      ...{ step, number: index + 1, behind, findings: own.map(findingText) },
      isUnsupported: step.frontstage.length > 0 && behind.length === 0,
    };
  });
  const { rows, height } = layoutBlueprint(cells, canvasWidth(options));
  const steps = new Set(blueprint.steps.map(({ id }) => id));
  const others = findings.filter(({ step }) => step === undefined || !steps.has(step)).length;
  const title = titleText(cells);
  return canvasChart(
    {
      title,
      subtitle: `${blueprint.name}: what the customer does, what is seen of it (frontstage), and what carries it (backstage).${others === 0 ? "" : ` Not drawn: ${others} ${others === 1 ? "finding" : "findings"} about elements or the whole.`}`,
      description:
        cells.length === 0
          ? `Service blueprint of ${blueprint.name}: no step is given.`
          : `Service blueprint of ${blueprint.name}: ${cells.map(cellText).join("; ")}. ${title}.`,
      legend: cells.length === 0 ? [] : legendOf(options, cells),
      tones: tonesOf(options),
      drawing: drawRows(rows, { height, options }),
    },
    options,
  );
}

function tonesOf(options: ChartOptions): Tones {
  const { paper, ink, quiet, line, good, bad, neutral, highlight } = paletteOf(options);
  return {
    ...{ paper, ink, quiet, line, bad, highlight },
    frontstage: tint(paper, good, CARD_TINT.frontstage),
    backstage: tint(paper, neutral, CARD_TINT.backstage),
  };
}

function legendOf(options: ChartOptions, cells: readonly BlueprintCell[]): LegendEntry[] {
  const { quiet, highlight } = paletteOf(options);
  const { frontstage = quiet, backstage = quiet } = tonesOf(options);
  return [
    { label: "frontstage", shape: "square", color: frontstage },
    { label: "line of visibility", shape: "stroke", color: quiet },
    { label: "backstage", shape: "square", color: backstage },
    ...(cells.some(({ isUnsupported }) => isUnsupported)
      ? [{ label: "without support", shape: "square" as const, color: quiet, fill: highlight }]
      : []),
  ];
}
