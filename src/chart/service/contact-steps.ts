import { paletteOf } from "../frame/frame.js";
import type { ChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText } from "../frame/wording.js";
import type { ColourSteps } from "../value/colour-steps.js";

/** Steps as long as one of these, times a power of ten; the roundest come first. */
const ROUND = [1, 2, 5, 2.5, 3, 4, 6, 8, 1.5];

/** How much of its colour each step has, for four, five and six; between half and full no text is legible. */
const STRENGTHS: readonly (readonly number[])[] = [
  [0.12, 0.28, 0.5, 1],
  [0.1, 0.2, 0.34, 0.5, 1],
  [0.12, 0.2, 0.29, 0.39, 0.5, 1],
];

const FEWEST = 4;

/** With fewer contacts at the busiest time the steps reach up to this. */
const LEAST_SCALE = 0.01;

/** The steps reach down at least to this share of the largest, so that a small difference does not look large. */
const LEAST_SPAN = 0.5;

/** Values so near to an end, as a share of a step, are on it. */
const ROUNDING = 1e-9;

/** The fewest contacts have this many decimals. */
const MOST_DECIMALS = 4;

/** Five or six steps of colour with round ends, rarely four, over the range of some mean contacts. @internal */
export function contactSteps(contacts: readonly number[], options: ChartOptions): ColourSteps {
  const { paper, good } = paletteOf(options);
  const most = contacts.reduce((largest, mean) => Math.max(largest, mean), LEAST_SCALE);
  const least = contacts.reduce((fewest, mean) => Math.min(fewest, mean), LEAST_SPAN * most);
  const ends = roundEnds(least, most);
  const from = ends.slice(0, -1);
  const colours = STRENGTHS[from.length - FEWEST]!.map((share) => tint(paper, good, share));
  const tone = (step: number): string => `step-${String(step)}`;
  const last = from.length - 1;
  return {
    tones: Object.fromEntries(colours.map((colour, step) => [tone(step), colour])),
    legend: colours.map((color, step) => ({
      label: rangeText(step, ends),
      shape: "square",
      color,
    })),
    lookOf: (mean) => {
      const step = Math.max(0, from.filter((end) => mean >= end).length - 1);
      return { tone: tone(step), ink: step === last ? "paper" : "ink" };
    },
  };
}

/** How a mean is written among others: below ten with a decimal, where all are below one with two digits. @internal */
export function meanText(mean: number, largest: number): string {
  if (largest >= 1) return amountText(Number(mean.toFixed(mean < 10 ? 1 : 0)));
  const digits = 1 - Math.floor(Math.log10(Math.max(largest, LEAST_SCALE)));
  return decimalsText(mean, digits);
}

function decimalsText(value: number, digits: number): string {
  return digits <= 2 ? amountText(value) : String(Number(value.toFixed(digits)));
}

function roundEnds(least: number, most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most - least));
  const scales = ROUND.flatMap((digit) =>
    [power / 10, power].map((unit) => {
      const step = digit * unit;
      const first = Math.floor(least / step + ROUNDING);
      const last = Math.ceil(most / step - ROUNDING);
      return Array.from({ length: last - first + 1 }, (_, index) =>
        Number(((first + index) * step).toPrecision(12)),
      );
    }),
  );
  const scaleOf = (...counts: readonly number[]) =>
    scales.find(({ length }) => counts.includes(length - 1));
  return (scaleOf(5, 6) ?? scaleOf(FEWEST))!;
}

function rangeText(step: number, ends: readonly number[]): string {
  const text = (end: number): string => decimalsText(end, ends.at(-1)! > 1 ? 2 : MOST_DECIMALS);
  const [from, to] = [ends[step]!, ends[step + 1]!];
  if (step === 0) return `below ${text(to)}`;
  return step === ends.length - 2 ? `${text(from)} and more` : `${text(from)} to ${text(to)}`;
}
