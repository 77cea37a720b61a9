import { pixels, textMark, type CanvasDrawing, type CanvasLayer } from "../frame/canvas.js";
import { dayText, dayTicks } from "../frame/day-axis.js";
import { textWidth, wrapText } from "../frame/wording.js";
import { CONSENT_STATES, type ConsentLane, type SpanState } from "./consent-lanes.js";

/** The name of a lane, and at the right how it stands. */
const NAME = { fontSize: 12, lineHeight: 16, gap: 12 };

const BAR = { height: 18, fontSize: 11, clear: 8, least: 2, below: 12 };

/** The dates below the last lane. */
const DATES = { fontSize: 11, height: 22, gap: 8 };

interface LanePlot {
  /** The ends of the axis, in days. */
  readonly ends: readonly [number, number];
  readonly width: number;
  /** Colour around what expired. */
  readonly outline: string;
}

/** Draws the lanes and the dates below them. @internal */
export function drawLanes(lanes: readonly ConsentLane[], plot: LanePlot): CanvasDrawing {
  const most = Math.max(0, ...lanes.map(({ now }) => textWidth(now ?? "", NAME.fontSize, "bold")));
  const names = lanes.map(({ label }) =>
    wrapText(label, { ...NAME, width: plot.width - most - NAME.gap - 6 }),
  );
  let height = 0;
  const tops = names.map((lines) => {
    const top = height;
    height += lines.length * NAME.lineHeight + BAR.height + BAR.below;
    return { top, bar: height - BAR.height - BAR.below + 2 };
  });
  if (lanes.length === 0) return { height: 1, layers: [] };
  return {
    height: height + DATES.height,
    layers: [
      ...dateLayers(plot, height),
      ...CONSENT_STATES.flatMap(({ state }) =>
        stateLayers(lanes, { ...plot, state, bars: tops.map(({ bar }) => bar) }),
      ),
      {
        mark: textMark(NAME.fontSize, { lineHeight: NAME.lineHeight }),
        values: names.map((text, index) => ({
          ...{ x: 0, y: tops[index]!.top + 0.5 * NAME.lineHeight, text, tone: "ink" },
        })),
      },
      {
        mark: textMark(NAME.fontSize, { align: "right", fontWeight: "bold" }),
        values: lanes.flatMap(({ now }, index) =>
          now === undefined
            ? []
            : [
                {
                  ...{ x: plot.width - 6, y: tops[index]!.top + 0.5 * NAME.lineHeight, text: now },
                  tone: CONSENT_STATES.find(({ state }) => state === now)!.tone,
                },
              ],
        ),
      },
    ],
  };
}

/** Lines at the days and their dates below; the moment asked about comes last and is always written. */
function dateLayers({ ends, width }: LanePlot, height: number): CanvasLayer[] {
  const [from, to] = ends;
  const end = { day: to, text: dayText(to) };
  let free = 0;
  const half = (text: string): number => 0.5 * textWidth(text, DATES.fontSize);
  const limit = width - 2 * half(end.text) - DATES.gap;
  const ticks = dayTicks(ends, width).flatMap(({ day, text }) => {
    const x = pixels(((day - from) / (to - from)) * width);
    const middle = Math.max(x, half(text));
    if (middle - half(text) < free || middle + half(text) > limit) return [];
    free = middle + half(text) + DATES.gap;
    return [{ x, middle, text }];
  });
  const all = [...ticks, { x: width, middle: width - half(end.text), text: end.text }];
  return [
    {
      mark: { type: "rule", aria: false, strokeWidth: 1 },
      values: all.map(({ x }) => ({
        ...{ x, x2: x, y: 0, y2: height, tone: x === width ? "quiet" : "line" },
      })),
    },
    {
      mark: textMark(DATES.fontSize, { align: "center" }),
      values: all.map(({ middle, text }) => ({
        ...{ x: middle, y: height + 0.5 * DATES.height, text, tone: "quiet" },
      })),
    },
  ];
}

function stateLayers(
  lanes: readonly ConsentLane[],
  {
    ends: [from, to],
    width,
    outline,
    state,
    bars,
  }: LanePlot & { readonly state: SpanState; readonly bars: readonly number[] },
): CanvasLayer[] {
  const isHollow = state === "expired";
  const { tone } = CONSENT_STATES.find((one) => one.state === state)!;
  const place = (day: number): number => pixels(((day - from) / (to - from)) * width);
  const values = lanes.flatMap(({ label, spans }, index) =>
    spans
      .filter((span) => span.state === state)
      .map((span) => {
        // Short or at the very end, it is still to be seen.
        const x = Math.min(place(span.from), width - BAR.least);
        return {
          ...{ x, x2: Math.max(place(span.to), x + BAR.least), y: bars[index]! },
          ...{ y2: bars[index]! + BAR.height, tone: isHollow ? "paper" : tone },
          sentence: `${label}: ${span.sentence}`,
        };
      }),
  );
  const room = textWidth(state, BAR.fontSize) + BAR.clear;
  return [
    {
      mark: { type: "rect", aria: true, ...(isHollow && { stroke: outline, strokeWidth: 1 }) },
      values,
    },
    {
      mark: textMark(BAR.fontSize, { align: "center" }),
      values: values
        .filter(({ x, x2 }) => x2 - x >= room)
        .map(({ x, x2, y }) => ({
          ...{ x: pixels(0.5 * (x + x2)), y: y + 0.5 * BAR.height, text: state },
          tone: isHollow ? tone : "paper",
        })),
    },
  ];
}
