import { canvasWidth, pixels } from "../frame/canvas.js";
import type { Box } from "../frame/label-placement.js";
import type { ChartOptions } from "../frame/theme.js";
import { shortenText, textWidth, wrapText } from "../frame/wording.js";

/** From the worst to the best, and what is neither. @internal */
export interface EmotionScale {
  readonly min: number;
  readonly max: number;
  readonly neutral: number;
}

/** A place in pixels. @internal */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A text with the place of its first line. @internal */
export interface PlacedText extends Spot {
  readonly text: string[];
}

/**
 * Where steps and emotions lie: from left to right where every name has room below, else from top to bottom, with the
 * names at the left. @internal
 */
export interface EmotionPlot {
  readonly isUpright: boolean;
  readonly height: number;
  /** The place of an emotion at a step. */
  readonly spot: (step: number, emotion: number) => Spot;
  /** The place of what stands in the way at a step. */
  readonly obstacle: (step: number) => Spot;
  /** From the first step to the last at one emotion. */
  readonly level: (emotion: number) => readonly [Spot, Spot];
  readonly names: readonly PlacedText[];
  /** What the ends of the scale and its middle are called. */
  readonly scale: readonly (PlacedText & { readonly align: "left" | "center" | "right" })[];
  /** Where the curve runs. */
  readonly box: Box;
}

/** Sizes in pixels. @internal */
export const STEP_NAME: { readonly fontSize: number; readonly lineHeight: number } = {
  fontSize: 11,
  lineHeight: 14,
};

const FLAT = { axis: 50, height: 190, top: 10, lane: 22, leastPitch: 56, mostLines: 3 };

const UPRIGHT = {
  row: 36,
  heading: 20,
  lane: 20,
  nameShare: 0.36,
  mostLines: 4,
  edge: 10,
  below: 14,
};

/** Lays out the steps. @internal */
export function emotionPlot(
  names: readonly string[],
  {
    scale,
    hasObstacle,
    options,
  }: {
    readonly scale: EmotionScale;
    readonly hasObstacle: boolean;
    readonly options: ChartOptions;
  },
): EmotionPlot {
  const width = canvasWidth(options);
  const words = names.flatMap((name) => name.split(" "));
  const widest = Math.max(0, ...words.map((word) => textWidth(word, STEP_NAME.fontSize)));
  const pitch = (width - FLAT.axis) / names.length;
  const lines = names.map((name) => wrapText(name, { ...STEP_NAME, width: pitch - 6 }));
  const isFlat =
    pitch >= Math.max(FLAT.leastPitch, widest + 6) &&
    lines.every((one) => one.length <= FLAT.mostLines);
  const sizes = { scale, width, lane: hasObstacle };
  return isFlat ? flatPlot(lines, { ...sizes, pitch }) : uprightPlot(names, sizes);
}

interface PlotSizes {
  readonly scale: EmotionScale;
  readonly width: number;
  /** Whether there is a lane for obstacles. */
  readonly lane: boolean;
}

function flatPlot(
  names: readonly string[][],
  { scale, width, lane, pitch }: PlotSizes & { readonly pitch: number },
): EmotionPlot {
  const bottom = FLAT.top + FLAT.height;
  const below = bottom + (lane ? FLAT.lane : 0);
  const x = (step: number): number => pixels(FLAT.axis + (step + 0.5) * pitch);
  const y = (emotion: number): number =>
    pixels(FLAT.top + ((scale.max - emotion) / (scale.max - scale.min)) * FLAT.height);
  const most = Math.max(1, ...names.map((text) => text.length));
  return {
    isUpright: false,
    height: below + 8 + most * STEP_NAME.lineHeight,
    spot: (step, emotion) => ({ x: x(step), y: y(emotion) }),
    obstacle: (step) => ({ x: x(step), y: bottom + 0.6 * FLAT.lane }),
    level: (emotion) => [
      { x: FLAT.axis, y: y(emotion) },
      { x: width, y: y(emotion) },
    ],
    names: names.map((text, step) => ({
      ...{ x: x(step), y: below + 8 + 0.5 * STEP_NAME.lineHeight, text },
    })),
    scale: scaleNames(scale).map(({ emotion, name }) => ({
      ...{ x: FLAT.axis - 6, y: y(emotion), text: [name], align: "right" },
    })),
    box: { left: FLAT.axis, top: 0, right: width, bottom },
  };
}

function uprightPlot(names: readonly string[], { scale, width, lane }: PlotSizes): EmotionPlot {
  const lines = names.map((name) =>
    shortenText(name, {
      ...{ ...STEP_NAME, width: UPRIGHT.nameShare * width },
      lines: UPRIGHT.mostLines,
    }),
  );
  const nameWidth = Math.max(
    0,
    ...lines.flatMap((one) => one.map((line) => textWidth(line, STEP_NAME.fontSize))),
  );
  const most = Math.max(1, ...lines.map((one) => one.length));
  const row = Math.max(UPRIGHT.row, most * STEP_NAME.lineHeight + 8);
  const from = nameWidth + 8 + (lane ? UPRIGHT.lane : 0);
  const [low, high] = [from + UPRIGHT.edge, width - UPRIGHT.edge];
  const bottom = UPRIGHT.heading + Math.max(1, names.length) * row;
  const x = (emotion: number): number =>
    pixels(low + ((emotion - scale.min) / (scale.max - scale.min)) * (high - low));
  const y = (step: number): number => pixels(UPRIGHT.heading + (step + 0.5) * row);
  return {
    isUpright: true,
    height: bottom + UPRIGHT.below,
    spot: (step, emotion) => ({ x: x(emotion), y: y(step) }),
    obstacle: (step) => ({ x: nameWidth + 8 + 0.5 * UPRIGHT.lane, y: y(step) }),
    level: (emotion) => [
      { x: x(emotion), y: UPRIGHT.heading },
      { x: x(emotion), y: bottom },
    ],
    names: lines.map((text, step) => ({
      ...{ x: nameWidth, text },
      y: y(step) + 0.5 * STEP_NAME.lineHeight * (1 - text.length),
    })),
    scale: scaleNames(scale).map(({ emotion, name }) => {
      const [align, at] =
        emotion === scale.min
          ? (["left", from] as const)
          : emotion === scale.max
            ? (["right", width] as const)
            : (["center", x(emotion)] as const);
      return { x: at, y: 0.4 * UPRIGHT.heading, text: [name], align };
    }),
    box: { left: from, top: UPRIGHT.heading, right: width, bottom: bottom + UPRIGHT.below },
  };
}

/** The names of the ends, and of the middle where it is between them. */
function scaleNames({ min, max, neutral }: EmotionScale) {
  return [
    { emotion: min, name: "bad" },
    ...(neutral > min && neutral < max ? [{ emotion: neutral, name: "neutral" }] : []),
    { emotion: max, name: "good" },
  ];
}
