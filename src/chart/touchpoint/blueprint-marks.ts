import { canvasWidth, textMark, type CanvasDrawing, type CanvasLayer } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { ChartDatum } from "../frame/specification.js";
import type { ChartOptions } from "../frame/theme.js";
import {
  BLUEPRINT_TEXT,
  type BlueprintRow,
  type PlacedElement,
  type PlacedStep,
} from "./blueprint-layout.js";
import { actionText, elementText } from "./blueprint-words.js";

interface DrawnRows {
  readonly height: number;
  readonly options: ChartOptions;
}

/** Draws the rows of steps. @internal */
export function drawRows(
  rows: readonly BlueprintRow[],
  { height, options }: DrawnRows,
): CanvasDrawing {
  const steps = rows.flatMap((row) => row.steps);
  const { action, name, kind } = BLUEPRINT_TEXT;
  const width = canvasWidth(options);
  const { quiet } = paletteOf(options);
  const elements = [
    ...steps.flatMap((step) => sideOf(step, "frontstage")),
    ...steps.flatMap((step) => sideOf(step, "backstage")),
  ];
  return {
    height,
    layers: [
      {
        mark: { type: "rect", aria: false, cornerRadius: 4 },
        values: steps
          .filter(({ isUnsupported }) => isUnsupported)
          .map(({ ground }) => ({ ...ground, tone: "highlight" })),
      },
      {
        mark: { type: "rule", aria: false, strokeWidth: 1.5, strokeDash: [5, 4] },
        values: rows.map(({ line }) => ({ x: 0, x2: width, y: line, y2: line, tone: "quiet" })),
      },
      {
        mark: { type: "rect", aria: true, stroke: quiet, strokeWidth: 1, cornerRadius: 4 },
        values: steps.map((step) => ({
          ...{ ...step.card, tone: step.isUnsupported ? "highlight" : "paper" },
          sentence: actionText(step),
        })),
      },
      { mark: { type: "rect", aria: true, cornerRadius: 4 }, values: elements.map(cardDatum) },
      textLayer(
        { ...action, fontWeight: "bold" },
        steps.map((step) => ({ ...step.action, tone: "ink" })),
      ),
      textLayer(
        kind,
        steps.flatMap(({ notes }) => notes.map((note) => ({ ...note }))),
      ),
      textLayer(
        name,
        elements.map(({ placed }) => ({ ...placed.name, tone: "ink" })),
      ),
      textLayer(kind, [
        ...elements.map(({ placed }) => ({ ...placed.kind, tone: "quiet" })),
        ...rows.flatMap(({ frontstage, backstage }) => [
          { x: 0, y: frontstage - 8, text: ["frontstage"], tone: "quiet" },
          { x: 0, y: backstage - 8, text: ["backstage"], tone: "quiet" },
        ]),
      ]),
      textLayer(
        { ...name, fontWeight: "bold" },
        steps.filter((step) => step.isUnsupported).map(({ gap }) => ({ ...gap, tone: "bad" })),
      ),
    ],
  };
}

function textLayer(
  {
    fontSize,
    ...look
  }: {
    readonly fontSize: number;
    readonly lineHeight: number;
    readonly fontWeight?: "bold";
  },
  values: readonly ChartDatum[],
): CanvasLayer {
  return { mark: textMark(fontSize, look), values };
}

type Side = "frontstage" | "backstage";

interface SideElement {
  readonly placed: PlacedElement;
  readonly side: Side;
  readonly number: number;
}

function sideOf(step: PlacedStep, side: Side): SideElement[] {
  return step[side].map((placed) => ({ placed, side, number: step.number }));
}

function cardDatum({ placed: { x, x2, y, y2, element }, side, number }: SideElement): ChartDatum {
  return {
    ...{ x, x2, y, y2, tone: side },
    sentence: `step ${number}, ${side}: ${elementText(element)}`,
  };
}
