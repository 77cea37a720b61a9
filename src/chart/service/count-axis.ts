import { pixels, textMark, type CanvasLayer } from "../frame/canvas.js";
import { roundDomain } from "../frame/domain.js";
import { amountText, textWidth } from "../frame/wording.js";

/** An upright axis of whole numbers from 0. @internal */
export interface CountAxis {
  /** The largest number on it. */
  readonly most: number;
  readonly ticks: readonly number[];
  /** Width of its labels, with the space beside them. */
  readonly extent: number;
}

const LABEL = { fontSize: 11, gap: 8 };

/** An axis that holds all counts. @internal */
export function countAxis(counts: readonly number[]): CountAxis {
  const largest = counts.reduce((most, count) => Math.max(most, count), 1);
  const { domain, ticks } = roundDomain([0, largest], { min: 0 });
  const whole = ticks.filter((tick) => Number.isInteger(tick));
  const widths = whole.map((tick) => textWidth(amountText(tick), LABEL.fontSize));
  return { most: domain[1], ticks: whole, extent: Math.max(...widths) + LABEL.gap };
}

/** Lines from left to right, with their numbers. @internal */
export function countGrid(
  { most, ticks }: CountAxis,
  {
    left,
    right,
    top,
    height,
  }: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly height: number;
  },
): CanvasLayer[] {
  const place = (tick: number): number => pixels(top + height * (1 - tick / most));
  return [
    {
      mark: { type: "rule", aria: false, strokeWidth: 1 },
      values: ticks.map((tick) => ({
        ...{ x: left, x2: right, y: place(tick), y2: place(tick), tone: "line" },
      })),
    },
    {
      mark: textMark(LABEL.fontSize, { align: "right" }),
      values: ticks.map((tick) => ({
        ...{ x: left - LABEL.gap, y: place(tick), text: amountText(tick), tone: "quiet" },
      })),
    },
  ];
}
