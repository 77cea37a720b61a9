import { canvasChart, canvasWidth, pixels, textMark } from "../frame/canvas.js";
import type { CanvasDrawing } from "../frame/canvas.js";
import { paletteOf } from "../frame/frame.js";
import type { ChartDatum, PlotSpecification } from "../frame/specification.js";
import type { LabelledChartOptions } from "../frame/theme.js";
import { tint } from "../frame/tint.js";
import { amountText, labelText, percentText, shortenText } from "../frame/wording.js";
import { requireCounts } from "./bar-layer.js";
import { layoutTierFlow, type PlacedFlow, type TierFlowLayout } from "./tier-flow-layout.js";

/** How many members went from one tier to another, or stayed. */
export interface TierMove {
  /** The tier at the first date. */
  readonly from: string;
  /** The tier at the second date; the same for those who stayed. */
  readonly to: string;
  /** How many, an integer of at least 0. */
  readonly members: number;
}

/** How to draw the flow between tiers. */
export interface TierFlowChartOptions extends LabelledChartOptions {
  /** All tiers, the lowest first. */
  readonly tiers: readonly string[];
  /** What the two dates are called; `before` and `after` when absent. */
  readonly dates?: {
    /** The earlier day. */
    readonly before: string;
    /** The later day. */
    readonly after: string;
  };
}

const WAYS = {
  up: { tone: "good", label: "went up" },
  same: { tone: "neutral", label: "stayed" },
  down: { tone: "bad", label: "went down" },
} as const;

const BAR_WIDTH = 7;

const NAME = { fontSize: 11, lineHeight: 13, lines: 1 };

/** Names on each side take at most this share of the width. */
const NAME_SHARE = 0.25;

const HEADING = 22;

/** Places at which a band is drawn; the renderer bends between them. */
const BENDS = 5;

const BAND_TINT = 0.4;

/**
 * Who went up, who went down, and who stayed, between two dates?
 *
 * A column a date, a bar a tier as high as its members, the highest tier on top; a band for those who went from one to
 * another. What leaves the left arrives at the right.
 *
 * @param moves - Members by both tiers, in any order; rows of the same two tiers are added.
 * @param options - All tiers, names of the dates and tiers, theme, title and width.
 * @returns The specification; without members one that says so.
 * @throws RangeError when a tier is not in the list or stands in it twice, members are no integer of at least 0, or
 * the width is below 280 pixels.
 * @example
 * ```ts
 * import { tierFlowChart } from "goodwill/chart";
 *
 * const moves = [
 *   { from: "bronze", to: "bronze", members: 70 },
 *   { from: "bronze", to: "silver", members: 20 },
 *   { from: "silver", to: "bronze", members: 10 },
 * ];
 * const chart = tierFlowChart(moves, { tiers: ["bronze", "silver"] });
 * chart.title.text; // => ["20% went up, 10% went down"]
 * ```
 */
export function tierFlowChart(
  moves: readonly TierMove[],
  options: TierFlowChartOptions,
): PlotSpecification {
  const { tiers, dates = { before: "before", after: "after" }, labels } = options;
  requireMoves(moves, tiers);
  const width = canvasWidth(options);
  const layout = layoutTierFlow(moves, { tiers, top: HEADING, leastHeight: 2 * NAME.lineHeight });
  const { total, flows } = layout;
  const name = (tier: string): string => labelText(tier, labels);
  const share = (way: PlacedFlow["way"]): number =>
    flows.reduce((sum, flow) => (flow.way === way ? sum + flow.members : sum), 0) / total;
  const sentences = flows.map(
    ({ from, to, members, way }) =>
      `${way === "same" ? `stayed ${name(from)}` : `from ${name(from)} to ${name(to)}`} ${amountText(members)} (${percentText(members / total)})`,
  );
  const isEmpty = total === 0;
  const palette = paletteOf(options);
  return canvasChart(
    {
      title: isEmpty
        ? "No member is counted"
        : `${percentText(share("up"))} went up, ${percentText(share("down"))} went down`,
      subtitle: isEmpty ? "" : `${amountText(total)} members, ${dates.before} and ${dates.after}.`,
      description: isEmpty
        ? "Members from tier to tier: no member is counted."
        : `Members from tier to tier, ${dates.before} and ${dates.after}: ${sentences.join("; ")}.`,
      legend: isEmpty
        ? []
        : Object.values(WAYS).map(({ tone, label }) => ({
            ...{
              label,
              shape: "square" as const,
              color: tint(palette.paper, palette[tone], BAND_TINT),
            },
          })),
      tones: {
        ...{ ink: palette.ink, quiet: palette.quiet },
        ...Object.fromEntries(
          Object.entries(WAYS).map(([way, { tone }]) => [
            way,
            tint(palette.paper, palette[tone], BAND_TINT),
          ]),
        ),
      },
      drawing: isEmpty
        ? { height: 1, layers: [] }
        : drawFlow(layout, { width, sentences, name, dates }),
    },
    options,
  );
}

function requireMoves(moves: readonly TierMove[], tiers: readonly string[]): void {
  tiers.forEach((tier, index) => {
    if (tiers.indexOf(tier) === index) return;
    throw new RangeError(`Cannot draw a tier flow: the tier "${tier}" stands twice in the list`);
  });
  moves.forEach(({ from, to, members }, index) => {
    requireCounts("a tier flow", { [`moves[${index}].members`]: members });
    for (const tier of [from, to]) {
      if (tiers.includes(tier)) continue;
      throw new RangeError(`Cannot draw a tier flow: the tier "${tier}" is not in the list`);
    }
  });
}

function drawFlow(
  { bars, flows, height }: TierFlowLayout,
  {
    width,
    sentences,
    name,
    dates,
  }: {
    readonly width: number;
    readonly sentences: readonly string[];
    readonly name: (tier: string) => string;
    readonly dates: { readonly before: string; readonly after: string };
  },
): CanvasDrawing {
  const nameWidth = NAME_SHARE * width;
  const left = { before: nameWidth, after: width - nameWidth - BAR_WIDTH };
  const text = (value: string): string[] => shortenText(value, { ...NAME, width: nameWidth - 8 });
  return {
    height,
    layers: [
      {
        mark: { type: "area", aria: true, interpolate: "monotone" },
        values: flows.flatMap((flow, index) =>
          bandOf(flow, {
            ...{ from: left.before + BAR_WIDTH, to: left.after, sentence: sentences[index]! },
          }),
        ),
      },
      {
        mark: { type: "rect", aria: true },
        values: bars.map(({ side, tier, members, top, bottom }) => ({
          ...{ x: pixels(left[side]), x2: pixels(left[side] + BAR_WIDTH), y: top, y2: bottom },
          ...{ tone: "ink", sentence: `${dates[side]}, ${name(tier)}: ${amountText(members)}` },
        })),
      },
      ...(["before", "after"] as const).flatMap((side) => {
        const align = side === "before" ? ("right" as const) : ("left" as const);
        const x = pixels(side === "before" ? left.before - 6 : left.after + BAR_WIDTH + 6);
        return [
          {
            mark: textMark(NAME.fontSize, { lineHeight: NAME.lineHeight, align }),
            values: bars
              .filter((bar) => bar.side === side)
              .map(({ tier, members, top, bottom }) => {
                const [first = ""] = text(name(tier)).slice(0, 1);
                const lines = [first, amountText(members)];
                const y = pixels(0.5 * (top + bottom) - 0.5 * NAME.lineHeight);
                return { x, y, text: lines, tone: "ink" };
              }),
          },
          {
            mark: textMark(NAME.fontSize, { align }),
            values: [{ x, y: 0.35 * HEADING, text: text(dates[side])[0] ?? "", tone: "quiet" }],
          },
        ];
      }),
    ],
  };
}

/** The edges of a band, bent so that it leaves and arrives level. */
function bandOf(
  { from, to, way, fromTop, toTop, thickness }: PlacedFlow,
  ends: { readonly from: number; readonly to: number; readonly sentence: string },
): ChartDatum[] {
  return Array.from({ length: BENDS }, (_, index) => {
    const share = index / (BENDS - 1);
    const bent = share * share * (3 - 2 * share);
    const top = fromTop + bent * (toTop - fromTop);
    return {
      ...{ x: pixels(ends.from + share * (ends.to - ends.from)), y: pixels(top) },
      ...{ y2: pixels(top + thickness), band: JSON.stringify([from, to]), tone: way },
      sentence: ends.sentence,
    };
  });
}
