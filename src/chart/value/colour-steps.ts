import type { Tones } from "../frame/canvas.js";
import { roundDomain } from "../frame/domain.js";
import { paletteOf, type LegendEntry } from "../frame/frame.js";
import type { ChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";

/** The look of a cell: its tone and that of the figure in it. @internal */
export interface CellLook {
  readonly tone: string;
  readonly ink: "ink" | "paper";
}

/** Colours for values, in few steps with round ends. @internal */
export interface ColourSteps {
  readonly tones: Tones;
  readonly legend: readonly LegendEntry[];
  readonly lookOf: (value: number) => CellLook;
}

/** How much of its colour each step has, by the number of steps; between half and full no text is legible. */
const STRENGTHS: readonly (readonly number[])[] = [
  [],
  [0.34],
  [0.2, 1],
  [0.12, 0.45, 1],
  [0.12, 0.28, 0.5, 1],
  [0.1, 0.2, 0.34, 0.5, 1],
];

/** From this strength on a figure has the colour of the ground. */
const FULL = 0.9;

/** Steps from 0 to the largest value; the text says how an end is written. @internal */
export function colourSteps(
  largest: number,
  {
    options,
    text,
    max,
  }: {
    readonly options: ChartOptions;
    readonly text: (value: number) => string;
    /** Values go no higher. */
    readonly max?: number;
  },
): ColourSteps {
  const { paper, good } = paletteOf(options);
  const { ticks } = roundDomain([0, largest], { min: 0, ...(max !== undefined && { max }) });
  const from = ticks.slice(0, -1);
  const strengths = STRENGTHS[from.length] ?? STRENGTHS.at(-1)!;
  const colours = strengths.map((share) => tint(paper, good, share));
  const tone = (step: number): string => `step-${String(step)}`;
  return {
    tones: Object.fromEntries(colours.map((colour, step) => [tone(step), colour])),
    legend: colours.map((color, step) => ({
      label: rangeText(step, { ticks, text }),
      shape: "square",
      color,
    })),
    lookOf: (value) => {
      const step = Math.max(
        0,
        Math.min(from.filter((end) => value >= end).length, colours.length) - 1,
      );
      return { tone: tone(step), ink: strengths[step]! >= FULL ? "paper" : "ink" };
    },
  };
}

function rangeText(
  step: number,
  { ticks, text }: { readonly ticks: readonly number[]; readonly text: (value: number) => string },
): string {
  const last = ticks.length - 2;
  if (last <= 0) return `up to ${text(ticks[1] ?? 0)}`;
  if (step === 0) return `below ${text(ticks[1]!)}`;
  return step === last
    ? `${text(ticks[step]!)} and more`
    : `${text(ticks[step]!)} to ${text(ticks[step + 1]!)}`;
}
