import { pixels, textMark, type CanvasLayer } from "../frame/canvas.js";
import { dayText } from "../frame/day-axis.js";
import { MARGIN } from "../frame/frame.js";
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

/** The space that a step of ticks leaves between two labels, the least there is, and how far one may stand out. */
const LABEL = { fontSize: 11, gap: 10, least: 3, beyond: MARGIN - 1 };

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

/** A place that no line runs through. @internal */
export interface ClearBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface ClockLines {
  readonly top?: number;
  readonly bottom: number;
  /** From the top. */
  readonly clear?: readonly ClearBox[];
}

/** Lines over a plot, and times, dates and the zone below it. @internal */
export function clockAxis(plane: ClockPlane, lines: ClockLines): CanvasLayer[] {
  const { bottom: height } = lines;
  const ticks = clockTicks(plane).map((tick) => ({ ...tick, x: clockPlace(tick.at, plane) }));
  const right = plane.left + plane.width;
  const dates = ticks.flatMap(({ x, below }) => (below === undefined ? [] : [{ x, text: below }]));
  // Where a date has no room, the years of all stand once, beside the zone.
  const isShort = dates.length > 1 && besideOneAnother(dates, right).length < dates.length;
  const years = [...new Set(dates.map(({ text }) => text.slice(0, 4)))].join(" to ");
  const below = isShort ? dates.map(({ x, text }) => ({ x, text: text.slice(5) })) : dates;
  const zone = `time in ${plane.clock?.zone ?? "UTC"}`;
  const [title = ""] = shortenText(isShort ? `${years}, ${zone}` : zone, {
    ...{ width: right, fontSize: LABEL.fontSize, lines: 1 },
  });
  const words = (texts: readonly AxisText[], y: number) =>
    besideOneAnother(texts, right).map((text) => ({ ...text, y: height + y, tone: "quiet" }));
  return [
    {
      mark: { type: "rule", aria: false, strokeWidth: 1 },
      values: ticks.flatMap(({ x }) => linesAt(x, lines)),
    },
    {
      mark: textMark(LABEL.fontSize, { align: "center" }),
      values: [...words(ticks, 11), ...words(below, 25)],
    },
    {
      mark: textMark(LABEL.fontSize),
      values: [{ x: 0, y: height + 43, text: title, tone: "quiet" }],
    },
  ];
}

interface AxisText {
  readonly x: number;
  readonly text: string;
}

/** The texts that have room, those at the ends no further out than the margin of the chart. */
function besideOneAnother(texts: readonly AxisText[], right: number): AxisText[] {
  let free = -LABEL.beyond;
  return texts.flatMap(({ x, text }) => {
    const half = 0.5 * textWidth(text, LABEL.fontSize);
    const most = Math.min(right, right + LABEL.beyond - half);
    const middle = Math.min(Math.max(x, half - LABEL.beyond, 0), most);
    if (middle - half < free) return [];
    free = middle + half + LABEL.least;
    return [{ x: pixels(middle), text }];
  });
}

/** A line from top to bottom, cut where it would run through what is to stay clear. */
function linesAt(x: number, { top = 0, bottom, clear = [] }: ClockLines) {
  const cuts = clear
    .filter(({ left, right }) => left <= x && x <= right)
    .toSorted((a, b) => a.top - b.top);
  const ends = [...cuts.map((cut) => cut.top), bottom];
  return [top, ...cuts.map((cut) => cut.bottom)]
    .map((y, index) => ({ x, x2: x, y, y2: ends[index]!, tone: "line" }))
    .filter(({ y, y2 }) => y2 > y);
}
