import { pixels, textMark, type CanvasDrawing, type CanvasLayer } from "../frame/canvas.js";
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
  const x = (at: number): number => clockPlace(at, plane);
  const box = (one: DrawnStretch) => ({
    ...{ x: x(one.drawn.from), x2: x(one.drawn.to) },
    sentence: sentence(one),
  });
  const bottom = TOP + HEIGHT;
  return {
    height: bottom + CLOCK_AXIS_HEIGHT,
    layers: [
      ...clockAxis(plane, { top: TOP, bottom }),
      ...countGrid(axis, { left: axis.extent, right: width, top: TOP, height: HEIGHT }),
      // Between rectangles side by side the ground would shine through: below them lies an area without seams.
      areas(stretches, {
        ...{ tone: "scheduled", x, isIn: ({ scheduled }) => scheduled > 0 },
        ends: ({ scheduled }) => ({ y: y(scheduled), y2: y(0) }),
      }),
      areas(stretches, {
        ...{ tone: "bad", x, isIn: ({ under }) => under > 0 },
        ends: ({ required, scheduled }) => ({ y: y(required), y2: y(scheduled) }),
      }),
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
          const { x: left, x2 } = box(one);
          const before = stretches[index - 1];
          const flat = { x: left, x2, y: y(one.required), y2: y(one.required), tone: "ink" };
          if (
            before === undefined ||
            before.required === one.required ||
            before.drawn.to < one.drawn.from
          )
            return [flat];
          return [
            { x: left, x2: left, y: y(before.required), y2: y(one.required), tone: "ink" },
            flat,
          ];
        }),
      },
      {
        mark: textMark(11),
        values: [{ x: 0, y: 6, text: "agents", tone: "quiet" }],
      },
    ],
  };
}

interface AreaLook {
  readonly tone: string;
  readonly x: (at: number) => number;
  readonly isIn: (one: DrawnStretch) => boolean;
  readonly ends: (one: DrawnStretch) => { readonly y: number; readonly y2: number };
}

/** Stretches side by side in one area, in steps. */
function areas(stretches: readonly DrawnStretch[], { tone, x, isIn, ends }: AreaLook): CanvasLayer {
  let band = 0;
  return {
    mark: { type: "area", aria: false, interpolate: "step-after" },
    values: stretches.flatMap((one, index) => {
      if (!isIn(one)) return [];
      const { from, to } = one.drawn;
      const before = stretches[index - 1];
      const next = stretches[index + 1];
      if (before === undefined || before.drawn.to < from || !isIn(before)) band += 1;
      const goesOn = next?.drawn.from === to && isIn(next);
      const place = { ...ends(one), tone, band: `${tone} ${String(band)}` };
      return [{ ...place, x: x(from) }, ...(goesOn ? [] : [{ ...place, x: x(to) }])];
    }),
  };
}
