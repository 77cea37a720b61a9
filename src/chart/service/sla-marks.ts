import { textMark, type CanvasDrawing } from "../frame/canvas.js";
import { shortenText, textWidth } from "../frame/wording.js";
import { CLOCK_AXIS_HEIGHT, clockAxis, clockPlace, type ClockPlane } from "./clock-axis.js";
import type { SlaLane, SlaStretch } from "./sla-lanes.js";

/** How much of its colour paused time has. @internal */
export const SLA_TINT = 0.5;

const NAME = { fontSize: 12, lineHeight: 16, gap: 12, clear: 4 };

/** Heights of the bars: what counts is high, what does not is low. */
const BAR = { counted: 18, paused: 10, closed: 3, above: 8, below: 12, least: 1.5 };

/** The triangle over the last moment in time. */
const DUE = { size: 60, above: 4 };

const TONES = {
  counted: { early: "good", late: "bad" },
  paused: { early: "paused", late: "late-paused" },
  closed: { early: "neutral", late: "bad" },
} as const;

const STATE_TONES = { met: "good", running: "ink", paused: "quiet", breached: "bad" } as const;

/** Draws the lanes and the axis below them. @internal */
export function drawSlaLanes(lanes: readonly SlaLane[], plane: ClockPlane): CanvasDrawing {
  const right = plane.left + plane.width;
  const most = Math.max(...lanes.map(({ state }) => textWidth(state, NAME.fontSize, "bold")));
  const names = lanes.map(({ name }) =>
    shortenText(name, { ...NAME, lines: 2, width: plane.width - most - NAME.gap }),
  );
  let height = 0;
  const places = names.map((lines) => {
    const top = height;
    const middle = top + lines.length * NAME.lineHeight + BAR.above + 0.5 * BAR.counted;
    height = middle + 0.5 * BAR.counted + BAR.below;
    return { top, middle };
  });
  const nameBoxes = names.map((lines, index) => {
    const widest = Math.max(...lines.map((line) => textWidth(line, NAME.fontSize)));
    const { top } = places[index]!;
    return {
      ...{ left: plane.left, right: plane.left + widest + NAME.clear },
      ...{ top, bottom: top + lines.length * NAME.lineHeight },
    };
  });
  const stateBoxes = lanes.map(({ state }, index) => {
    const { top } = places[index]!;
    const left = right - textWidth(state, NAME.fontSize, "bold") - NAME.clear;
    return { left, right, top, bottom: top + NAME.lineHeight };
  });
  const box = ({ kind, from, to }: SlaStretch, middle: number) => {
    const x = Math.min(clockPlace(from, plane), right - BAR.least);
    const [y, y2] = [middle - 0.5 * BAR[kind], middle + 0.5 * BAR[kind]];
    return { x, x2: Math.max(clockPlace(to, plane), x + BAR.least), y, y2 };
  };
  const marks = lanes.flatMap(({ due, dueSentence: sentence }, index) => {
    if (due === undefined) return [];
    const { middle } = places[index]!;
    const x = clockPlace(due, plane);
    const [y, y2] = [middle - 0.5 * BAR.counted, middle + 0.5 * BAR.counted];
    return [{ x, x2: x, y: y - DUE.above, y2, tone: "ink", sentence }];
  });
  return {
    height: height + CLOCK_AXIS_HEIGHT,
    layers: [
      ...clockAxis(plane, { bottom: height, clear: [...nameBoxes, ...stateBoxes] }),
      {
        mark: { type: "rect", aria: true },
        values: lanes.flatMap(({ stretches }, index) =>
          stretches.map((part) => ({
            ...box(part, places[index]!.middle),
            ...{ tone: TONES[part.kind][part.isLate ? "late" : "early"], sentence: part.sentence },
          })),
        ),
      },
      { mark: { type: "rule", aria: false, strokeWidth: 1.5 }, values: marks },
      {
        mark: {
          ...{ type: "point", aria: true, shape: "triangle-down", filled: true, opacity: 1 },
          size: DUE.size,
        },
        values: marks.map(({ x, y, tone, sentence }) => ({ x, y, tone, sentence })),
      },
      {
        mark: textMark(NAME.fontSize, { lineHeight: NAME.lineHeight }),
        values: names.map((text, index) => ({
          ...{ x: plane.left, y: places[index]!.top + 0.5 * NAME.lineHeight, text, tone: "ink" },
        })),
      },
      {
        mark: textMark(NAME.fontSize, { align: "right", fontWeight: "bold" }),
        values: lanes.map(({ state }, index) => ({
          ...{ x: right, y: places[index]!.top + 0.5 * NAME.lineHeight, text: state },
          tone: STATE_TONES[state],
        })),
      },
    ],
  };
}
