import { pixels, textMark, type CanvasLayer } from "../frame/canvas.js";
import { dayText } from "../frame/day-axis.js";
import { shortenText, textWidth } from "../frame/wording.js";
import type { ChartClock } from "./chart-clock.js";
import { DAY_MS, localMs, minuteText, MINUTE_MS } from "./clock-time.js";

/** Where an axis of time lies, in pixels, and what it reaches over, in milliseconds. @internal */
export interface ClockPlane {
  readonly ends: readonly [number, number];
  readonly left: number;
  readonly width: number;
  readonly clock: ChartClock | undefined;
}

/** A mark of an axis of time. */
interface ClockTick {
  readonly at: number;
  readonly text: string;
  /** The date or year, where it is a new one. */
  readonly below?: string;
}

/** Height of the times, dates and title below a plot. @internal */
export const CLOCK_AXIS_HEIGHT = 50;

const STEPS = [
  ...[5, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 7, 14].map((days) => days * DAY_MS),
];

/** A Monday, so that steps of weeks begin on one. */
const MONDAY = 4 * DAY_MS;

const LABEL = { fontSize: 11, gap: 10 };

/** Nothing takes no time at all: then an hour is drawn. */
const LEAST_SPAN = 60 * MINUTE_MS;

/** The ends of an axis that holds all moments. @internal */
export function clockEnds(moments: readonly number[]): readonly [number, number] {
  const from = moments.reduce((least, at) => Math.min(least, at), Infinity);
  const to = moments.reduce((most, at) => Math.max(most, at), -Infinity);
  return [from, Math.max(to, from + LEAST_SPAN)];
}

/** The pixels of a moment. @internal */
export function clockPlace(at: number, { ends: [from, to], left, width }: ClockPlane): number {
  return pixels(left + ((at - from) / (to - from)) * width);
}

/** Round times of the clock, as close as their texts have room. */
function clockTicks({ ends: [from, to], width, clock }: ClockPlane): ClockTick[] {
  const room = ((textWidth("00:00", LABEL.fontSize) + LABEL.gap) / width) * (to - from);
  const weeks = 2 ** Math.ceil(Math.log2(Math.max(1, room / (14 * DAY_MS))));
  const step = STEPS.find((one) => one >= room) ?? 14 * DAY_MS * weeks;
  const ticks: ClockTick[] = [];
  let before = "";
  let local = Math.ceil((localMs(from, clock) - MONDAY) / step) * step + MONDAY;
  for (; ; local += step) {
    const at = momentShowing(local, { near: local - localMs(from, clock) + from, clock });
    if (at > to) return ticks;
    // Where the clock is put forward, it does not show every time.
    if (at < from || localMs(at, clock) !== local) continue;
    const date = dayText(local / DAY_MS);
    const below = step < DAY_MS ? date : date.slice(0, 4);
    const text = step < DAY_MS ? minuteText(local) : date.slice(5);
    ticks.push({ at, text, ...(below !== before && { below }) });
    before = below;
  }
}

function momentShowing(
  local: number,
  { near, clock }: { readonly near: number; readonly clock: ChartClock | undefined },
): number {
  return local - (localMs(near, clock) - near);
}

/** Lines over a plot, and times, dates and the zone below it. @internal */
export function clockAxis(
  plane: ClockPlane,
  { top = 0, bottom: height }: { readonly top?: number; readonly bottom: number },
): CanvasLayer[] {
  const ticks = clockTicks(plane).map((tick) => ({ ...tick, x: clockPlace(tick.at, plane) }));
  const right = plane.left + plane.width;
  const words = (texts: readonly { readonly x: number; readonly text: string }[], y: number) => {
    let free = 0;
    return texts.flatMap(({ x, text }) => {
      const half = 0.5 * textWidth(text, LABEL.fontSize);
      const middle = Math.min(Math.max(x, half), right - half);
      if (middle - half < free) return [];
      free = middle + half + LABEL.gap;
      return [{ x: pixels(middle), y: height + y, text, tone: "quiet" }];
    });
  };
  const dates = ticks.flatMap(({ x, below }) => (below === undefined ? [] : [{ x, text: below }]));
  const [title = ""] = shortenText(`time in ${plane.clock?.zone ?? "UTC"}`, {
    ...{ width: right, fontSize: LABEL.fontSize, lines: 1 },
  });
  return [
    {
      mark: { type: "rule", aria: false, strokeWidth: 1 },
      values: ticks.map(({ x }) => ({ x, x2: x, y: top, y2: height, tone: "line" })),
    },
    {
      mark: textMark(LABEL.fontSize, { align: "center" }),
      values: [...words(ticks, 11), ...words(dates, 25)],
    },
    {
      mark: textMark(LABEL.fontSize),
      values: [{ x: 0, y: height + 43, text: title, tone: "quiet" }],
    },
  ];
}
