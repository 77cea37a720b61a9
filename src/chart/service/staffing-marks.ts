import { pixels, textMark, type CanvasDrawing } from "../frame/canvas.js";
import type { ChartClock } from "./chart-clock.js";
import { CLOCK_AXIS_HEIGHT, clockAxis, clockEnds, clockPlace } from "./clock-axis.js";
import { countAxis, countGrid } from "./count-axis.js";
import type { DrawnStretch } from "./staffed-stretch.js";

/** How much of its colour the area of those at work has. @internal */
export const STAFFING_TINT = 0.45;

const HEIGHT = 180;

/** Above the highest number, for the title of the axis. */
const TOP = 22;

/** Draws area, line and what is missing, and both axes. @internal */
export function drawStaffing(
  stretches: readonly DrawnStretch[],
  {
    width,
    clock,
    sentence,
  }: {
    readonly width: number;
    readonly clock: ChartClock | undefined;
    readonly sentence: (one: DrawnStretch) => string;
  },
): CanvasDrawing {
  const axis = countAxis(stretches.flatMap(({ required, scheduled }) => [required, scheduled]));
  const ends = clockEnds(stretches.flatMap(({ drawn }) => [drawn.from, drawn.to]));
  const plane = { ends, clock, left: axis.extent, width: width - axis.extent };
  const y = (agents: number): number => pixels(TOP + HEIGHT * (1 - agents / axis.most));
  const box = (one: DrawnStretch) => ({
    ...{ x: clockPlace(one.drawn.from, plane), x2: clockPlace(one.drawn.to, plane) },
    sentence: sentence(one),
  });
  const bottom = TOP + HEIGHT;
  return {
    height: bottom + CLOCK_AXIS_HEIGHT,
    layers: [
      ...clockAxis(plane, { top: TOP, bottom }),
      ...countGrid(axis, { left: axis.extent, right: width, top: TOP, height: HEIGHT }),
      {
        mark: { type: "rect", aria: true },
        values: stretches.flatMap((one) =>
          one.scheduled === 0
            ? []
            : [{ ...box(one), y: y(one.scheduled), y2: y(0), tone: "scheduled" }],
        ),
      },
      {
        mark: { type: "rect", aria: true },
        values: stretches.flatMap((one) =>
          one.under === 0
            ? []
            : [{ ...box(one), y: y(one.required), y2: y(one.scheduled), tone: "bad" }],
        ),
      },
      {
        mark: { type: "rule", aria: false, strokeWidth: 2 },
        values: stretches.flatMap((one, index) => {
          const { x, x2 } = box(one);
          const before = stretches[index - 1];
          const flat = { x, x2, y: y(one.required), y2: y(one.required), tone: "ink" };
          if (
            before === undefined ||
            before.required === one.required ||
            before.drawn.to < one.drawn.from
          )
            return [flat];
          return [{ x, x2: x, y: y(before.required), y2: y(one.required), tone: "ink" }, flat];
        }),
      },
      {
        mark: textMark(11),
        values: [{ x: 0, y: 6, text: "agents", tone: "quiet" }],
      },
    ],
  };
}
